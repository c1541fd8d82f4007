"""From whom an article has its story: whom it cites, whose byline it carries, to whom people spoke.

An outlet counts only inside a frame of `rules/lineage.yaml` ("citing X", "told X", "X reported"),
and only where what it is cited for is the negotiation: a story on talks that takes a casualty
count from an agency does not have the talks from there. Nor is an outlet a source where it is the
article's own, where it is cited for an opinion, where what it was told is long past, and where
the article's own outlet has confirmed what it reports.
"""

from bisect import bisect_right
from collections.abc import Sequence

from schemas import Evidence, Lineage
from streams.dedup.outlets import key_of
from streams.extract.frames import Framed, confirms, find_framed, is_news
from streams.extract.outlets import Outlet, find_outlets, is_agency
from streams.extract.prefilter import speaks_of_negotiation
from streams.extract.sentences import Sentence, lines_broken, split

NEAR = 2
"""Sentences from one that supports a mention within which a source is one of the negotiation."""
OPENING = 3
"""Sentences of an article, its headline among them, that open it."""


def find_lineage(
    text: str, publisher: str | None, about: Sequence[tuple[int, int]]
) -> tuple[Lineage, ...]:
    """Return whom the article has its story from, in order, each outlet once.

    `publisher` is who published the article: it does not cite itself. `about` are the spans that
    support the article's mentions.
    """
    text = lines_broken(text)
    sentences = split(text)
    told_of = _near(sentences, about)
    named = tuple(find_outlets(text, publisher))
    first_hand = _confirmed(text, publisher, named, sentences)
    found: dict[str, Lineage] = {}
    for source in find_framed(text, named):
        name = source.outlet.name
        if key_of(name) in first_hand or not _counts(source, text, publisher):
            continue
        if _carries(source, sentences, told_of):
            evidence = Evidence(field="lineage", start=source.start, end=source.end)
            lineage = Lineage(outlet=name, via=source.via, evidence=(evidence,))
            found.setdefault(key_of(name), lineage)
    return tuple(found.values())


def _confirmed(
    text: str, publisher: str | None, named: Sequence[Outlet], sentences: Sequence[Sentence]
) -> set[str]:
    """Return the keys of outlets whose report the publisher says to have confirmed."""
    own = {
        _sentence(sentences, outlet)
        for outlet in named
        if key_of(outlet.name) == key_of(publisher) and confirms(text, outlet)
    }
    return {key_of(outlet.name) for outlet in named if _sentence(sentences, outlet) in own}


def _sentence(sentences: Sequence[Sentence], outlet: Outlet) -> int:
    """Return the index of the sentence in which an outlet is named."""
    return bisect_right(sentences, outlet.start, key=lambda s: s.start) - 1


def _counts(source: Framed, text: str, publisher: str | None) -> bool:
    """Tell whether the outlet is another one, and can be a source of news in this way."""
    outlet = source.outlet
    if key_of(outlet.name) == key_of(publisher):
        return False
    if source.via == "byline":
        return outlet.sort == "named"
    if not is_news(text, outlet):
        return False
    # An article of nobody knows whom is as a rule that of the outlet that was told.
    return source.via != "told" or bool(publisher) or is_agency(outlet.name)


def _carries(source: Framed, sentences: Sequence[Sentence], told_of: set[int]) -> bool:
    """Tell whether what the outlet is cited for is the negotiation."""
    if source.via == "byline":
        return True
    index = _sentence(sentences, source.outlet)
    if source.outlet.sort == "state":
        # State media speak for their state, and what is told them is said in public: a source
        # they are only where the article opens with them.
        return source.via == "citing" and index < OPENING and bool(told_of)
    return index in told_of or (bool(told_of) and speaks_of_negotiation(sentences[index].text))


def _near(sentences: Sequence[Sentence], about: Sequence[tuple[int, int]]) -> set[int]:
    """Return the indices of sentences that support a mention, and of those near them."""
    starts = [s.start for s in sentences]
    supporting = {
        index
        for start, end in about
        for index in range(max(0, bisect_right(starts, start) - 1), bisect_right(starts, end - 1))
    }
    return {near for i in supporting for near in range(i - NEAR, i + NEAR + 1)}
