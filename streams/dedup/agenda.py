"""When to look again at blocks that nobody touches, without looking through the table.

Each block stands under one day, the first on which there is something to close. The keys of a day
are spread over shards, so that none grows long; a cursor says how far the days have been seen to.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

import msgspec

from streams.dedup.sheet import Sheet

SHARDS = 1_024
LOOKS = 64
"""Shards that one step looks into at most: a step costs no more, however much has become due."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The agenda of one partition, in its table."""

    sheet: Sheet
    partition: int

    def add(self, day: str, key: str) -> None:
        """Put a block on the agenda of a day."""
        name = self._name(day, crc32(key.encode()) % SHARDS)
        keys = self._keys(name)
        if key not in keys:
            self.sheet.write(name, msgspec.json.encode([*keys, key]))

    def due(self, today: str) -> tuple[str, ...]:
        """Return blocks to look at, those of one shard at most, and take them off the agenda."""
        known = self.sheet.read(self._cursor)
        day, shard = known.decode().split("/") if known else (today, "0")
        keys: list[str] = []
        position, looks = int(shard), 0
        while day <= today and not keys and looks < LOOKS:
            keys = self._keys(self._name(day, position))
            if keys:
                self.sheet.write(self._name(day, position), None)
            position, looks = position + 1, looks + 1
            if position == SHARDS:
                day, position = _next(day), 0
        if looks or known is None:
            self.sheet.write(self._cursor, f"{day}/{position}".encode())
        return tuple(keys)

    def _keys(self, name: str) -> list[str]:
        stored = self.sheet.read(name)
        keys: list[str] = msgspec.json.decode(stored) if stored else []
        return keys

    def _name(self, day: str, shard: int) -> str:
        return f"#{self.partition}/{day}/{shard}"

    @property
    def _cursor(self) -> str:
        return f"#{self.partition}"


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
