"""Articles in, mentions out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from schemas import Article, Lineage, Mention
from streams.extract.answers import linked
from streams.extract.denials import marked
from streams.extract.document import Document, read
from streams.extract.hints import hinted, is_of_somebody
from streams.extract.lineage import find_lineage
from streams.extract.mentions import Draft, among_parties, as_mentions, refer
from streams.extract.prefilter import may_negotiate
from streams.extract.scenes import completed
from streams.extract.statements import find_statements
from streams.extract.talks import find_talks
from streams.extract.talks.table import Principals, find_principals

__all__ = ["Extraction", "extract"]

FoundName = Literal["irrelevant", "no_event", "events"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an article says of negotiations, and from whom it has it.

    `hints` are what its lead may tell, too unsure to count but where other articles tell of it;
    `unread` counts the sentences of a very long article that were not read.
    """

    lineage: tuple[Lineage, ...]
    mentions: tuple[Mention, ...]
    outcome: FoundName
    unread: int = 0
    hints: tuple[Mention, ...] = ()


def extract(article: Article) -> Extraction:
    """Return the mentions of an article; the same article gives the same mentions."""
    if not may_negotiate(article.text):
        return Extraction((), (), "irrelevant")
    document = read(article.text, article.published_at)
    principals = find_principals(document)
    found = (*find_talks(document, principals).drafts, *find_statements(document, principals))
    told = _finished(document, principals, [draft for draft in found if not draft.hint])
    # Hints take from what is told, and what is told takes nothing from hints.
    every = _finished(document, principals, found) if any(d.hint for d in found) else ()
    hints = hinted(told, (draft for draft in every if draft.hint), principals)
    if not any(map(is_of_somebody, told)):
        told = ()  # words of negotiation, but nobody who negotiates
    about = [(e.start, e.end) for d in told or hints for e in d.evidence if e.field == "kind"]
    lineage = find_lineage(article.text, article.outlet, about) if told or hints else ()
    mentions = as_mentions((*told, *hints), refer(article, lineage))
    unread = len(document.sentences) - len(document.passages)
    outcome: FoundName = "events" if told else "no_event"
    return Extraction(
        lineage, linked(mentions[: len(told)]), outcome, unread, mentions[len(told) :]
    )


def _finished(
    document: Document, principals: Principals, drafts: Iterable[Draft]
) -> tuple[Draft, ...]:
    """Return drafts with what the rest of the article tells of them."""
    drafts = marked(completed(document, drafts), document, principals)
    return among_parties(drafts, document.text)
