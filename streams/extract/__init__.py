"""Articles in, mentions out."""

from dataclasses import dataclass
from typing import Literal

from schemas import Article, Lineage, Mention
from streams.extract.answers import linked
from streams.extract.denials import marked
from streams.extract.document import read
from streams.extract.lineage import find_lineage
from streams.extract.mentions import among_parties, as_mentions, refer
from streams.extract.prefilter import may_negotiate
from streams.extract.scenes import completed
from streams.extract.statements import find_statements
from streams.extract.talks import find_talks
from streams.extract.talks.table import find_principals

__all__ = ["Extraction", "extract"]

FoundName = Literal["irrelevant", "no_event", "events"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an article says of negotiations, and from whom it has it.

    `unread` counts the sentences of a very long article that were not read.
    """

    lineage: tuple[Lineage, ...]
    mentions: tuple[Mention, ...]
    outcome: FoundName
    unread: int = 0


def extract(article: Article) -> Extraction:
    """Return the mentions of an article; the same article gives the same mentions."""
    if not may_negotiate(article.text):
        return Extraction((), (), "irrelevant")
    document = read(article.text, article.published_at)
    principals = find_principals(document)
    drafts = (*find_talks(document, principals).drafts, *find_statements(document, principals))
    drafts = marked(completed(document, drafts), document, principals)
    drafts = among_parties(drafts, document.text)
    if not any(draft.parties or draft.holder or draft.target for draft in drafts):
        drafts = ()  # words of negotiation, but nobody who negotiates
    about = [(e.start, e.end) for draft in drafts for e in draft.evidence if e.field == "kind"]
    lineage = find_lineage(article.text, article.outlet, about) if drafts else ()
    mentions = linked(as_mentions(drafts, refer(article, lineage)))
    unread = len(document.sentences) - len(document.passages)
    return Extraction(lineage, mentions, "events" if mentions else "no_event", unread)
