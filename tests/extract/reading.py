"""Articles in a few words, and what is read in them."""

from typing import Any

from schemas import Article
from streams.extract.document import Document
from streams.extract.document import read as read_document
from streams.extract.mentions import Draft
from streams.extract.statements import find_statements
from streams.extract.talks import find_talks
from streams.extract.talks.table import find_principals
from streams.ingest.identity import content_hash

WEDNESDAY = "2026-02-04T12:00:00Z"
"""When the articles of these tests are published, unless they say otherwise."""


def article(text: str, *, title: str | None = None, **fields: Any) -> Article:
    """Return an article of the Dale Post, published on Wednesday, 4 February 2026."""
    whole = f"{title}\n{text}" if title else text
    shared = {
        "id": "dale-1",
        "key": "a-dale-1",
        "source": "raw/0/1",
        "outlet": "The Dale Post",
        "published_at": WEDNESDAY,
        "received_at": "2026-02-04T12:00:05Z",
        "content_hash": content_hash(whole),
    }
    return Article(text=whole, title=title, **{**shared, **fields})


def document(text: str, published_at: str | None = WEDNESDAY) -> Document:
    """Return a text as the extractors read it."""
    return read_document(text, published_at)


def encounters(text: str, published_at: str | None = WEDNESDAY) -> tuple[Draft, ...]:
    """Return the encounters that a text speaks of."""
    read = document(text, published_at)
    return find_talks(read, find_principals(read)).drafts


def talks(text: str, published_at: str | None = WEDNESDAY) -> Draft:
    """Return the one encounter that a text speaks of."""
    (found,) = encounters(text, published_at)
    return found


def statements(text: str, published_at: str | None = WEDNESDAY) -> tuple[Draft, ...]:
    """Return the positions and outcomes of a text."""
    return tuple(draft for draft in told_or_hinted(text, published_at) if not draft.hint)


def hints(text: str, published_at: str | None = WEDNESDAY) -> tuple[Draft, ...]:
    """Return what a text hints at."""
    return tuple(draft for draft in told_or_hinted(text, published_at) if draft.hint)


def told_or_hinted(text: str, published_at: str | None) -> tuple[Draft, ...]:
    """Return the positions and outcomes of a text, and hints behind them."""
    read = document(text, published_at)
    return find_statements(read, find_principals(read))


def statement(text: str) -> Draft:
    """Return the one position or outcome of a text."""
    (found,) = statements(text)
    return found


def roles(draft: Draft) -> dict[str, str]:
    """Return who takes part, as what."""
    return {party.actor: party.role for party in draft.parties}


def words(text: str, draft: Draft, field: str) -> list[str]:
    """Return the words of a text that stand behind a field."""
    return [text[e.start : e.end] for e in draft.evidence if e.field == field]
