"""The state of a block: every mention routed to it, and what was last published of them."""

from functools import lru_cache

import msgspec

from schemas import Ruling
from schemas.mention import ArticleRef, Happening, Mention
from schemas.record import Part
from schemas.vocabulary import Kind, Timestamp, Via

EQUALS = 16_384
"""Records of which equal ones are recognised."""


LEAD = 350
"""Characters of an article that are its headline and lead."""


class Source(Part, frozen=True, kw_only=True):
    """One version of an article, as joining needs it."""

    key: str
    article_id: str
    received_at: Timestamp
    outlet: str | None = None
    url: str | None = None
    published_at: Timestamp | None = None
    first_received_at: Timestamp | None = None
    """When its first version was received; None where that is this one."""
    lineage: tuple[tuple[str, Via], ...] = ()
    fingerprint: str = ""
    terms: str = ""
    version: int = 1
    """Which it is of those that were filed; a higher one replaces it."""


class Kept(Part, frozen=True, kw_only=True):
    """A mention without its evidence, which no event carries."""

    said: Happening
    source: Source
    versions: int = 1
    """How many versions of this mention were taken in."""
    withdrawn: bool = False
    leads: bool = False
    """Its article opens with it."""
    hint: bool = False
    """It counts only where others tell of it."""

    @property
    def kind(self) -> Kind:
        """Return the kind of the mention."""
        return self.said.kind


class Published(Part, frozen=True, kw_only=True):
    """An event as last published: its revision, its reports, and what became of it."""

    revision: int
    kind: Kind
    mentions: tuple[str, ...] = ()
    at: Timestamp | None = None
    """Of one that has no reports left: when the report was received that led to this."""
    merged_into: str | None = None
    continues: str | None = None
    ruled: tuple[str, ...] = ()
    """Its reasons, where people had a part in them."""
    closed: bool = False
    """Nobody has reported it for long: no other report joins it, those it has are kept for now."""


class Block(Part, frozen=True, kw_only=True):
    """All that is known of what happens between two, or of the positions that one holds."""

    key: str | None = None
    """None where nobody is named."""
    mentions: dict[str, Kept] = msgspec.field(default_factory=dict)
    events: dict[str, Published] = msgspec.field(default_factory=dict)
    rulings: dict[str, Ruling] = msgspec.field(default_factory=dict)


def source_of(article: ArticleRef) -> Source:
    """Return the version of an article that a mention comes from."""
    return one_source(
        Source(
            key=article.key,
            article_id=article.article_id,
            received_at=article.received_at,
            outlet=article.outlet,
            url=article.url,
            published_at=article.published_at,
            first_received_at=article.first_received_at,
            lineage=tuple((each.outlet, each.via) for each in article.lineage),
            fingerprint=article.fingerprint,
            terms=article.terms,
            version=article.version,
        )
    )


def keep(mention: Mention, source: Source, versions: int) -> Kept:
    """Return a mention as its block keeps it, as the `versions`-th version taken in."""
    said = one_saying(msgspec.convert(mention, Happening, from_attributes=True))
    return Kept(
        said=said,
        source=source,
        versions=versions,
        withdrawn=mention.withdrawn,
        leads=is_lead(mention),
        hint=mention.hint,
    )


def is_lead(mention: Mention) -> bool:
    """Say whether an article opens with a mention: whether headline or lead tell of it."""
    return any(e.field == "kind" and e.start < LEAD for e in mention.evidence)


@lru_cache(maxsize=EQUALS)
def one_saying(said: Happening) -> Happening:
    """Return the same object for all that say the same: copies take room once."""
    return said


@lru_cache(maxsize=EQUALS)
def one_source(source: Source) -> Source:
    """Return the same object for all equal sources: mentions of one article share it."""
    return source
