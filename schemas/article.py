"""Articles: as producers send them, and as Parley has read them."""

from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta

from schemas.record import Part, Record
from schemas.vocabulary import ArticleStatus, Offset, Timestamp, Via


class RawArticle(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An article as a producer sends it: only `text` is required, unknown fields are welcome."""

    schema: ClassVar[str] = "raw-article"

    text: Annotated[str, Meta(description="The article, plain text or HTML")]
    title: Annotated[str | None, Meta(description="Headline")] = None
    outlet: Annotated[str | None, Meta(description="Name or domain of who published it")] = None
    url: Annotated[str | None, Meta(description="Canonical address")] = None
    published_at: Annotated[str | None, Meta(description="RFC 3339 with offset")] = None
    id: Annotated[str | int | None, Meta(description="The producer's own id")] = None
    language: Annotated[str | None, Meta(description="BCP 47 tag")] = None
    authors: list[str] | str | None = None
    updated_at: Annotated[str | None, Meta(description="RFC 3339 with offset")] = None
    version: str | int | None = None
    status: Annotated[str | None, Meta(description="usable, withheld or canceled (ninjs)")] = None


class Problem(Part, frozen=True, kw_only=True):
    """A field that could not be used as sent; the rest of the article was."""

    field: str
    reason: Annotated[str, Meta(description="Stable name, such as no-offset or in-the-future")]
    value: Annotated[str, Meta(description="What was sent, cut to 200 characters")] = ""


class Article(Record, frozen=True, kw_only=True):
    """One article, normalised: the text that every offset downstream points into."""

    schema: ClassVar[str] = "article"

    id: Annotated[str, Meta(description="The producer's id, or the key where there is none")]
    key: Annotated[str, Meta(description="Identity: outlet with url, else id, else content")]
    source: Annotated[str, Meta(description="topic/partition/offset or file:line it came from")]
    text: Annotated[str, Meta(description="Headline, newline, body; NFC, no markup")]
    content_hash: Annotated[str, Meta(description="Hash of the text; equal text, equal hash")]
    received_at: Annotated[Timestamp, Meta(description="When the raw record was received")]
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published_at: Timestamp | None = None
    updated_at: Timestamp | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    version: str | None = None
    status: ArticleStatus = "usable"
    problems: tuple[Problem, ...] = ()
    extra: Annotated[dict[str, Any], Meta(description="Unknown fields, as sent")] = msgspec.field(
        default_factory=dict
    )


class Evidence(Part, frozen=True, kw_only=True):
    """Where the text supports a field: `text[start:end]`."""

    field: str
    start: Offset
    end: Offset


class Lineage(Part, frozen=True, kw_only=True):
    """From whom an article took its story."""

    outlet: str
    via: Via
    evidence: tuple[Evidence, ...] = ()
