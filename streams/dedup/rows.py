"""Blocks as rows of the table.

MessagePack without the names of fields. What several mentions share stands once on a page: copies
say the same and have one sketch, and the mentions of one article have one source.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec
from msgspec import Struct

from schemas import Ruling
from schemas.mention import Happening
from schemas.vocabulary import Kind
from streams.dedup.account import order_of
from streams.dedup.compact import compact, from_compact, to_compact
from streams.dedup.draft import Draft, Entry, ShortEvent, ShortSource, encode
from streams.dedup.pages import Pages
from streams.dedup.state import Block, Kept, Published, Source, one_saying, one_source
from streams.dedup.terse import long_id, long_moment, long_sketch
from streams.errors import StateError

_BYTE = 8
FORMAT = 3
"""Version of the format, the first value of each row."""
READ = frozenset({2, FORMAT})
"""Versions that are read; in 2 no mention was a hint."""

_CompactRuling: Any = compact(Ruling)
_CompactSaying: Any = compact(Happening)


class _Head(Struct, array_like=True, frozen=True, gc=False):
    key: str | None
    full: int
    """Pages that have rows of their own."""
    sides: bytes
    """Which of its two names each of them has, a bit each."""
    seal: bytes
    rulings: list[_CompactRuling]


class _Page(Struct, array_like=True, frozen=True, gc=False):
    format: int
    head: _Head | None
    sketches: list[bytes]
    sayings: list[_CompactSaying]
    sources: list[ShortSource]
    entries: list[Entry]
    events: list[ShortEvent]


Full = Callable[[int, int], bytes]
"""Reads the row of a full page by its side and number."""

_decode = msgspec.msgpack.Decoder(_Page).decode


def pack(block: Block, pages: Pages) -> bytes:
    """Return the row of a block, on which its open page stands."""
    head = _Head(
        key=block.key,
        full=pages.last,
        sides=pages.sides.to_bytes(pages.sides.bit_length() // _BYTE + 1, "little"),
        seal=pages.seal,
        rulings=[to_compact(ruling) for ruling in block.rulings.values()],
    )
    return encode(_page(block, pages, pages.last, head))


def pack_page(block: Block, pages: Pages, number: int) -> bytes:
    """Return the row of a full page."""
    row = encode(_page(block, pages, number, None))
    pages.pages[number].draft = None  # it is seldom written again
    return row


def unpack(row: bytes, full: Full) -> tuple[Block, Pages]:
    """Return the block of a row, and its pages."""
    last = _read(row)
    head = last.head
    if head is None:
        raise ValueError("this is the row of a page, not of a block")
    pages = Pages(pages=[], sides=int.from_bytes(head.sides, "little"), seal=head.seal)
    reading = _Reading(pages)
    for page in (*(_read(full(pages.side(number), number)) for number in range(head.full)), last):
        pages.turn()
        reading.read(page)
    rulings = [from_compact(ruling, Ruling) for ruling in head.rulings]
    block = Block(
        key=head.key,
        mentions=reading.mentions,
        events=dict(reading.events()),
        rulings={ruling.ruling_id: ruling for ruling in rulings},
    )
    return block, reading.pages


def _read(row: bytes) -> _Page:
    try:
        page = _decode(row)
    except msgspec.DecodeError as exc:
        raise StateError(exc) from exc
    if page.format not in READ:
        raise StateError(f"a row of format {page.format}, known is {FORMAT}")
    return page


def _page(block: Block, pages: Pages, number: int, head: _Head | None) -> tuple[Any, ...]:
    page = pages.pages[number]
    draft = page.draft = page.draft or Draft()
    for mention_id in page.mentions[draft.entries.count :]:
        event_id = pages.event_of.get(mention_id)
        draft.add(mention_id, block.mentions[mention_id], event_id, block.events)
    return (FORMAT, head, *draft.written(block.events, sorted(page.gone)))


@dataclass(slots=True)
class _Reading:
    """A block that is read page by page."""

    pages: Pages
    mentions: dict[str, Kept] = field(default_factory=dict)
    told: dict[str, list[str]] = field(default_factory=dict)
    """Mentions by event."""
    noted: dict[str, ShortEvent] = field(default_factory=dict)

    def read(self, page: _Page) -> None:
        """Read one page, which becomes the last."""
        ids = [long_id(event.id) for event in page.events]
        for id_, event in zip(ids, page.events, strict=True):
            self._note(id_, event)
        sayings = [one_saying(from_compact(said, Happening)) for said in page.sayings]
        for entry in page.entries:
            id_ = entry.mention_id
            sketch = long_sketch(page.sketches[entry.sketch]) if entry.sketch is not None else ""
            self.mentions[id_] = Kept(
                said=sayings[entry.said],
                source=_long_source(page.sources[entry.source], sketch),
                versions=entry.versions,
                withdrawn=entry.withdrawn,
                leads=entry.leads,
                hint=entry.hint,
            )
            event_id = ids[entry.event] if entry.event is not None else None
            self.pages.note(id_, event_id)
            if event_id is not None:
                self.told.setdefault(event_id, []).append(id_)

    def _note(self, id_: str, event: ShortEvent) -> None:
        if event.at is not None:
            self.pages.pages[-1].gone.add(id_)
        # A page that was not written since has an event as it was then.
        if id_ not in self.noted or self.noted[id_].revision < event.revision:
            self.noted[id_] = event

    def events(self) -> Iterator[tuple[str, Published]]:
        """Yield all events by id."""
        for id_, noted in self.noted.items():
            told = sorted(self.told.get(id_, ()), key=self._order)
            kind = noted.kind or (self.mentions[told[0]].kind if told else None)
            if kind is not None:
                yield id_, _published(noted, kind, tuple(told))

    def _order(self, mention_id: str) -> tuple[str, str]:
        return order_of(mention_id, self.mentions[mention_id].source)


def _long_source(short: ShortSource, sketch: str) -> Source:
    published_at, first = short.published_at, short.first_received_at
    return one_source(
        Source(
            key=short.key,
            article_id=short.article_id,
            received_at=long_moment(short.received_at),
            outlet=short.outlet,
            url=short.url,
            published_at=long_moment(published_at) if published_at is not None else None,
            first_received_at=long_moment(first) if first is not None else None,
            lineage=short.lineage,
            fingerprint=sketch,
            terms=long_sketch(short.terms) if short.terms else "",
            version=short.version,
        )
    )


def _published(noted: ShortEvent, kind: Kind, mentions: tuple[str, ...]) -> Published:
    return Published(
        revision=noted.revision,
        kind=kind,
        mentions=mentions,
        at=long_moment(noted.at) if noted.at is not None else None,
        merged_into=long_id(noted.merged_into) if noted.merged_into is not None else None,
        continues=long_id(noted.continues) if noted.continues is not None else None,
        ruled=noted.ruled,
        closed=noted.closed,
    )
