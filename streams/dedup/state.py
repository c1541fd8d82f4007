"""The state of a block: every mention routed to it, and what was last published of them."""

from hashlib import blake2b
from typing import ClassVar

import msgspec

from schemas import Ruling, encode
from schemas.mention import ArticleRef, Happening, Mention
from schemas.record import Part, Record
from schemas.vocabulary import Kind, Timestamp, Via


class Source(Part, frozen=True, kw_only=True):
    """One version of an article, as joining needs it."""

    key: str
    article_id: str
    received_at: Timestamp
    moment: Timestamp
    """When this version is from; a later one replaces it."""
    outlet: str | None = None
    url: str | None = None
    published_at: Timestamp | None = None
    lineage: tuple[tuple[str, Via], ...] = ()
    fingerprint: str = ""


class Kept(Happening, frozen=True, kw_only=True):
    """A mention without its evidence, which no event carries."""

    schema: ClassVar[str] = "kept-mention"

    source: str
    """Key of its source in the block: the mentions of one article share it."""
    versions: int = 1
    """How many versions of this mention were taken in."""
    withdrawn: bool = False


class Published(Part, frozen=True, kw_only=True):
    """An event as last published: its revision, its reports, and what became of it."""

    revision: int
    kind: Kind
    at: Timestamp
    """When the report was received that led to it."""
    mentions: tuple[str, ...] = ()
    merged_into: str | None = None
    continues: str | None = None
    ruled: tuple[str, ...] = ()
    """Its reasons, where people had a part in them."""


class Closed(Part, frozen=True, kw_only=True):
    """What is left of an event that nobody has reported for long."""

    revision: int
    kind: Kind
    mention_id: str
    kept: Kept
    """Its most telling report."""
    source: Source
    until: str
    """The day of its last report, or on which it was due."""


class Block(Record, frozen=True, kw_only=True):
    """All that is known of one negotiation; canonical JSON, like every record."""

    schema: ClassVar[str] = "block"

    process_id: str | None = None
    sources: dict[str, Source] = msgspec.field(default_factory=dict)
    mentions: dict[str, Kept] = msgspec.field(default_factory=dict)
    events: dict[str, Published] = msgspec.field(default_factory=dict)
    rulings: dict[str, Ruling] = msgspec.field(default_factory=dict)
    closed: dict[str, Closed] = msgspec.field(default_factory=dict)


def source_of(article: ArticleRef) -> Source:
    """Return the version of an article that a mention comes from."""
    return Source(
        key=article.key,
        article_id=article.article_id,
        received_at=article.received_at,
        moment=article.updated_at or article.published_at or article.received_at,
        outlet=article.outlet,
        url=article.url,
        published_at=article.published_at,
        lineage=tuple((each.outlet, each.via) for each in article.lineage),
        fingerprint=article.fingerprint,
    )


def source_key(source: Source) -> str:
    """Return the key of a source in its block: equal sources, equal keys."""
    return blake2b(encode(source), digest_size=8).hexdigest()


def keep(mention: Mention, source: str, versions: int) -> Kept:
    """Return a mention as its block keeps it, as the `versions`-th version taken in."""
    said = {name: getattr(mention, name) for name in Happening.__struct_fields__}
    return Kept(**said, source=source, versions=versions, withdrawn=mention.withdrawn)
