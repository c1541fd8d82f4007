"""What stands on a page, as it is written: without names of fields, and what is shared once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import Raw, Struct

from schemas.mention import Happening
from schemas.vocabulary import Kind, Via
from streams.dedup.compact import to_compact
from streams.dedup.state import EQUALS, Kept, Published, Source
from streams.dedup.terse import short_id, short_moment, short_sketch

V = TypeVar("V")

encode = msgspec.msgpack.Encoder().encode


class ShortSource(Struct, array_like=True, frozen=True, gc=False):
    """A source without its sketch, which copies share."""

    key: str
    article_id: str
    received_at: int | str
    published_at: int | str | None
    moment: int | str | None
    """None where it is the other of the two moments that stands there."""
    outlet: str | None
    url: str | None
    lineage: tuple[tuple[str, Via], ...]


class Entry(Struct, array_like=True, frozen=True, gc=False):
    """A mention, by the numbers of what it shares with others of its page."""

    mention_id: str
    said: int
    source: int
    sketch: int | None
    event: int | None
    versions: int
    withdrawn: bool


class ShortEvent(Struct, array_like=True, frozen=True, gc=False):
    """An event; its mentions name it, and its kind is theirs."""

    id: bytes
    revision: int
    kind: Kind | None
    at: int | str | None
    merged_into: bytes | None
    continues: bytes | None
    ruled: tuple[str, ...]


@lru_cache(maxsize=EQUALS)
def _saying(said: Happening) -> Raw:
    return Raw(encode(to_compact(said)))


def _source(source: Source) -> Raw:
    dated = source.published_at or source.received_at
    return Raw(
        encode(
            ShortSource(
                source.key,
                source.article_id,
                short_moment(source.received_at),
                short_moment(source.published_at) if source.published_at else None,
                short_moment(source.moment) if source.moment != dated else None,
                source.outlet,
                source.url,
                source.lineage,
            )
        )
    )


def _event(id_: str, event: Published) -> Raw:
    gone = not event.mentions
    short = ShortEvent(
        short_id(id_),
        event.revision,
        event.kind if gone else None,
        short_moment(event.at) if event.at is not None else None,
        short_id(event.merged_into) if event.merged_into else None,
        short_id(event.continues) if event.continues else None,
        event.ruled,
    )
    return Raw(encode(short))


@dataclass(slots=True)
class Shared(Generic[V]):
    """Values as they are written, each once, in the order in which they were first met."""

    write: Callable[[V], Any]
    written: list[Any] = field(default_factory=list)
    _numbers: dict[V, int] = field(default_factory=dict)

    def number(self, value: V) -> int:
        """Return the number of a value."""
        number = self._numbers.get(value)
        if number is None:
            number = self._numbers[value] = len(self.written)
            self.written.append(self.write(value))
        return number


@dataclass(slots=True)
class Draft:
    """The mentions of a page; another one can be added without writing the others anew."""

    entries: list[Entry] = field(default_factory=list)
    _sketches: Shared[str] = field(default_factory=lambda: Shared(short_sketch))
    _sayings: Shared[Happening] = field(default_factory=lambda: Shared(_saying))
    _sources: Shared[Source] = field(default_factory=lambda: Shared(_source))
    _events: dict[str, int] = field(default_factory=dict)
    _noted: dict[str, tuple[Published, Raw]] = field(default_factory=dict)

    def add(self, mention_id: str, kept: Kept, event_id: str | None) -> None:
        """Add a mention, which is of an event."""
        sketch = kept.source.fingerprint
        event = self._events.setdefault(event_id, len(self._events)) if event_id else None
        self.entries.append(
            Entry(
                mention_id,
                self._sayings.number(kept.said),
                self._sources.number(kept.source),
                self._sketches.number(sketch) if sketch else None,
                event,
                kept.versions,
                kept.withdrawn,
            )
        )

    def written(self, events: Mapping[str, Published], others: Iterable[str]) -> tuple[Any, ...]:
        """Return all that is written of the mentions, their events, and others that are noted."""
        noted = [*self._events, *(id_ for id_ in others if id_ not in self._events)]
        return (
            self._sketches.written,
            self._sayings.written,
            self._sources.written,
            self.entries,
            [self._event(id_, events[id_]) for id_ in noted],
        )

    def _event(self, id_: str, event: Published) -> Raw:
        known = self._noted.get(id_)
        if known is None or known[0] is not event:
            known = self._noted[id_] = (event, _event(id_, event))
        return known[1]
