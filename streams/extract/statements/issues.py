"""Say what a statement is about: as the corpus teaches it, by its stems, within its article."""

from collections import Counter

import numpy as np

from schemas.vocabulary import Issue, Kind
from streams.extract.document import Document, Passage
from streams.extract.statements.model import issue_odds
from streams.extract.syntax import touching
from streams.extract.talks.features import PROCESS, topics
from streams.extract.talks.sighting import Found

IN_CONTENT = 3.5
IN_SENTENCE = 0.5
"""Log-odds that a stem adds to its issue, in the content and in the sentence around it."""
BY_CORPUS = 0.4
"""Weight of what the corpus teaches: its sentences stand alone, those of an article do not."""
BY_ARTICLE = 1.5
"""Weight of what the article is about on the whole."""
UNSEEN = 0.1
"""Share of an article granted to an issue none of whose stems it has."""
IN_HEADLINE = 3
OF_KIND: dict[Kind, tuple[Issue, ...]] = {
    "exchange": ("prisoners",),
    "ceasefire": ("ceasefire", "energy", "humanitarian"),
}
"""Kinds that say themselves what they are about (contract, section 2)."""
OF_PROCESS: frozenset[Kind] = frozenset({"agreement", "mediation"})
"""Kinds that are part of the process: that they are about it tells nothing."""


class Topics:
    """What an article is about, and how far each issue is likely in it."""

    def __init__(self, document: Document) -> None:
        counts: Counter[Issue] = Counter()
        for passage in document.passages:
            weight = IN_HEADLINE if passage.headline else 1
            for _, issue in topics(passage, range(len(passage.tree))):
                counts[issue] += weight
        total = max(counts.total(), 1)
        self._prior = {issue: counts[issue] / total for issue in counts}

    def issue(
        self, passage: Passage, content: Found[str] | None, kind: Kind
    ) -> Found[Issue] | None:
        """Return the issue, with the content as its evidence, or else the sentence.

        A deal, or mediation, about no matter that can be told has none.
        """
        sentence = passage.sentence
        words = _words(passage, content)
        odds = dict(issue_odds(passage, words, kind))
        for issue in odds:
            of_article = float(np.log(self._prior.get(issue, 0.0) + UNSEEN))
            odds[issue] = BY_CORPUS * odds[issue] + BY_ARTICLE * of_article
        for inside, weight in ((words, IN_CONTENT), (range(len(passage.tree)), IN_SENTENCE)):
            told = [topic for _, topic in topics(passage, inside)]
            first = next((topic for topic in told if topic != PROCESS), PROCESS if told else None)
            if first in odds:
                odds[first] += weight
        best = max(OF_KIND.get(kind, tuple(odds)), key=lambda issue: odds[issue])
        if best == PROCESS and kind in OF_PROCESS:
            return None
        start, end = (content.start, content.end) if content else (sentence.start, sentence.end)
        return Found(best, start, end)


def _words(passage: Passage, content: Found[str] | None) -> range:
    """Return the words of the content within its sentence."""
    if content is None:
        return range(0)
    start = passage.sentence.start
    words = touching(passage.tree, content.start - start, content.end - start)
    return range(words[0], words[-1] + 1) if words else range(0)
