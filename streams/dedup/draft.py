"""What stands on a page, as it is written: without names of fields, and what is shared once."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

import msgspec
from msgspec import Raw, Struct

from schemas.mention import Happening
from schemas.vocabulary import Kind, Via
from streams.dedup.compact import to_compact
from streams.dedup.state import EQUALS, Kept, Published, Source
from streams.dedup.terse import short_id, short_moment, short_sketch

V = TypeVar("V", str, Happening, Source)

encode = msgspec.msgpack.Encoder().encode


class ShortSource(Struct, array_like=True, frozen=True, gc=False):
    """A source without its sketch, which copies share."""

    key: str
    article_id: str
    received_at: int | str
    published_at: int | str | None
    outlet: str | None
    url: str | None
    lineage: tuple[tuple[str, Via], ...]
    terms: bytes
    version: int
    first_received_at: int | str | None = None


class Entry(Struct, array_like=True, frozen=True, gc=False):
    """A mention, by the numbers of what it shares with others of its page."""

    mention_id: str
    said: int
    source: int
    sketch: int | None
    event: int | None
    versions: int
    withdrawn: bool
    leads: bool = False
    hint: bool = False


class ShortEvent(Struct, array_like=True, frozen=True, gc=False):
    """An event; its mentions name it, and its kind is theirs."""

    id: bytes
    revision: int
    kind: Kind | None
    at: int | str | None
    merged_into: bytes | None
    continues: bytes | None
    ruled: tuple[str, ...]
    closed: bool


class Values(Struct, gc=False):
    """Values one after the other, each as MessagePack writes it."""

    count: int = 0
    written: bytearray = msgspec.field(default_factory=bytearray)

    def add(self, value: bytes) -> int:
        """Add a value, and return its number."""
        self.written += value
        self.count += 1
        return self.count - 1

    def listed(self) -> Raw:
        """Return the values as a list."""
        return _listed(self.count, self.written)


def _listed(count: int, values: bytes | bytearray) -> Raw:
    """Return values as a list, in either of the two forms that MessagePack has for short ones."""
    short = count < _SHORT
    length = bytes((_SHORT_LIST + count,)) if short else _LIST + count.to_bytes(2, "big")
    return Raw(length + values)


_SHORT = 16
_SHORT_LIST = 0x90
_LIST = b"\xdc"


@lru_cache(maxsize=EQUALS)
def _saying(said: Happening) -> bytes:
    return encode(to_compact(said))


def _sketch(sketch: str) -> bytes:
    return encode(short_sketch(sketch))


def _source(source: Source) -> bytes:
    return encode(
        ShortSource(
            source.key,
            source.article_id,
            short_moment(source.received_at),
            short_moment(source.published_at) if source.published_at else None,
            source.outlet,
            source.url,
            source.lineage,
            short_sketch(source.terms) if source.terms else b"",
            source.version,
            short_moment(source.first_received_at) if source.first_received_at else None,
        )
    )


def _event(id_: str, event: Published) -> bytes:
    gone = not event.mentions
    return encode(
        ShortEvent(
            short_id(id_),
            event.revision,
            event.kind if gone else None,
            short_moment(event.at) if event.at is not None else None,
            short_id(event.merged_into) if event.merged_into else None,
            short_id(event.continues) if event.continues else None,
            event.ruled,
            event.closed,
        )
    )


class Draft(msgspec.Struct, gc=False):
    """The mentions of a page; another one can be added without writing the others anew."""

    entries: Values = msgspec.field(default_factory=Values)
    _sketches: Values = msgspec.field(default_factory=Values)
    _sayings: Values = msgspec.field(default_factory=Values)
    _sources: Values = msgspec.field(default_factory=Values)
    _numbers: dict[str | Happening | Source, int] = msgspec.field(default_factory=dict)
    """Of what mentions share, each among those of its type."""
    _events: dict[str, int] = msgspec.field(default_factory=dict)
    _noted: list[bytes] = msgspec.field(default_factory=list)
    """The events, by their numbers."""

    def add(
        self, mention_id: str, kept: Kept, event_id: str | None, events: Mapping[str, Published]
    ) -> None:
        """Add a mention, which is of an event; the event is written as it is now."""
        sketch = kept.source.fingerprint
        entry = Entry(
            mention_id,
            self._number(kept.said, self._sayings, _saying),
            self._number(kept.source, self._sources, _source),
            self._number(sketch, self._sketches, _sketch) if sketch else None,
            self._note(event_id, events[event_id]) if event_id else None,
            kept.versions,
            kept.withdrawn,
            kept.leads,
            kept.hint,
        )
        self.entries.add(encode(entry))

    def _number(self, value: V, values: Values, write: Callable[[V], bytes]) -> int:
        number = self._numbers.get(value)
        if number is None:
            number = self._numbers[value] = values.add(write(value))
        return number

    def _note(self, id_: str, event: Published) -> int:
        number = self._events.setdefault(id_, len(self._events))
        if number == len(self._noted):
            self._noted.append(b"")
        self._noted[number] = _event(id_, event)
        return number

    def written(self, events: Mapping[str, Published], others: Iterable[str]) -> tuple[Raw, ...]:
        """Return all that is written of the mentions, their events, and others that are noted."""
        noted = [
            *self._noted,
            *(_event(id_, events[id_]) for id_ in others if id_ not in self._events),
        ]
        return (
            self._sketches.listed(),
            self._sayings.listed(),
            self._sources.listed(),
            self.entries.listed(),
            _listed(len(noted), b"".join(noted)),
        )
