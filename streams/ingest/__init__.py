"""Bytes in, articles out.

A record becomes an `Article` whose text every later offset points into, or it is `Rejected` with
a stable reason. What is wrong with an optional field never costs the article: the field is left
out and named in `Article.problems`.
"""

from schemas import Article, Outcome
from streams.errors import Rejected
from streams.ingest.decode import MAX_BYTES, decode_record
from streams.ingest.fields import Fields
from streams.ingest.identity import article_key, content_hash, outlet_of
from streams.ingest.language import english_or_rejected
from streams.ingest.text import read_text, read_title

__all__ = ["MAX_BYTES", "read_article", "rejection"]


def read_article(
    value: bytes | None, *, source: str, received_at: str, limit: int = MAX_BYTES
) -> Article:
    """Read one raw record: the contract's JSON object, normalised.

    `source` says where the record stands (topic/partition/offset), `received_at` when it came
    (RFC 3339 in UTC), `limit` how many bytes it may have. Raises `Rejected`.
    """
    fields = Fields(decode_record(value, limit), received_at)
    body, page = read_text(fields.required_text())
    title = read_title(fields.text("title")) or read_title(page.headline)
    text = body if not title or body.split("\n", 1)[0] == title else f"{title}\n{body}"
    language = english_or_rejected(text)
    url = fields.name("url")
    outlet = outlet_of(fields.name("outlet"), url) or read_title(page.outlet)
    digest = content_hash(text)
    producer_id = fields.label("id")
    key = article_key(outlet, url, producer_id, digest)
    return Article(
        id=producer_id or key,
        key=key,
        source=source,
        text=text,
        title=title,
        content_hash=digest,
        received_at=received_at,
        outlet=outlet,
        url=url,
        published_at=fields.moment("published_at", page.published_at),
        updated_at=fields.moment("updated_at"),
        language=language or fields.name("language"),
        authors=fields.texts("authors"),
        version=fields.label("version"),
        status=fields.status(),
        extra=fields.unknown(),
        problems=fields.problems(),
    )


def rejection(error: Rejected, *, source: str, received_at: str) -> Outcome:
    """Return the outcome of a record that could not be read."""
    return Outcome(
        source=source, outcome="rejected", at=received_at, reason=error.reason, detail=error.detail
    )
