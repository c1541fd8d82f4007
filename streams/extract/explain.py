"""Say of every candidate sentence why it did or did not become part of a mention."""

from dataclasses import dataclass

from schemas import Article
from streams.extract.document import Document, read
from streams.extract.mentions import as_mentions, identify
from streams.extract.prefilter import may_negotiate
from streams.extract.talks import Talks, find_talks
from streams.extract.talks.table import find_principals

NO_TRIGGER = "no word of it stands for an encounter"
IRRELEVANT = "the article has no word of negotiation, or fewer than two actors"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A stretch of the article, the mention it supports if any, and the reason."""

    start: int
    end: int
    text: str
    reason: str
    mention_id: str | None = None


def explain(article: Article) -> tuple[Explanation, ...]:
    """Return an explanation for each trigger, and for each candidate sentence without one."""
    text = article.text
    if not may_negotiate(text):
        return (Explanation(0, len(text), text, IRRELEVANT),)
    document = read(text, article.published_at)
    talks = find_talks(document, find_principals(document))
    ids = tuple(m.mention_id for m in as_mentions(talks.drafts, identify(article)))
    found = [*_of_triggers(document, talks, ids), *_of_silent(document, talks)]
    return tuple(sorted(found, key=lambda e: (e.start, e.end)))


def _of_triggers(document: Document, talks: Talks, ids: tuple[str, ...]) -> list[Explanation]:
    return [
        Explanation(
            note.start,
            note.end,
            document.text[note.start : note.end],
            note.reason,
            None if note.happening is None else ids[note.happening],
        )
        for note in talks.notes
    ]


def _of_silent(document: Document, talks: Talks) -> list[Explanation]:
    silent = (
        p.sentence
        for p in document.passages
        if not any(p.sentence.start <= n.start < p.sentence.end for n in talks.notes)
    )
    return [Explanation(s.start, s.end, s.text, NO_TRIGGER) for s in silent]
