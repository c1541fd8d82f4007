"""When to look again at blocks that nobody touches, without looking through the table.

Each block stands under one day, the first on which there is something to close. The keys of a day
are spread over shards, so that none grows long; a cursor says how far the days have been seen to,
and which day it is: a worker that starts anew closes what the one before would have closed.
"""

from datetime import date, timedelta
from typing import NamedTuple
from zlib import crc32

import msgspec

from streams.stored.sheet import Sheet

SHARDS = 1_024
LOOKS = 64
"""Shards that one step looks into at most: a step costs no more, however much has become due."""


class Cursor(NamedTuple):
    """Up to which shard of which day all has been seen to, and which day it was then."""

    day: str
    shard: int
    today: str


class Agenda(msgspec.Struct, frozen=True, gc=False):
    """The agenda of one partition, in its table."""

    sheet: Sheet
    partition: int

    @property
    def today(self) -> str:
        """Return the last day that was seen to, or begun; empty before the first."""
        cursor = self._cursor
        return cursor.today if cursor else ""

    def add(self, day: str, key: str) -> None:
        """Put a block on the agenda of a day, or of the first one that is to be seen to still."""
        shard = crc32(key.encode()) % SHARDS
        cursor = self._cursor
        if cursor is not None:
            day = max(day, cursor.day if shard >= cursor.shard else _next(cursor.day))
        name = self._name(day, shard)
        keys = self._keys(name)
        if key not in keys:
            self.sheet.write(name, msgspec.json.encode([*keys, key]))

    def due(self, today: str) -> tuple[str, ...]:
        """Return blocks to look at, those of one shard at most, and take them off the agenda.

        They are off it once all that the step does with them is written.
        """
        cursor = self._cursor or Cursor(today, 0, today)
        day, shard, looks = cursor.day, cursor.shard, 0
        keys: list[str] = []
        while day <= today and not keys and looks < LOOKS:
            keys = self._keys(self._name(day, shard))
            if keys:
                self.sheet.last[self._name(day, shard)] = None
            shard, looks = shard + 1, looks + 1
            if shard == SHARDS:
                day, shard = _next(day), 0
        if looks:
            self.sheet.last[self._name_of_cursor] = f"{day}/{shard}/{today}".encode()
        return tuple(keys)

    def _keys(self, name: str) -> list[str]:
        stored = self.sheet.read(name)
        keys: list[str] = msgspec.json.decode(stored) if stored else []
        return keys

    def _name(self, day: str, shard: int) -> str:
        return f"#{self.partition}/{day}/{shard}"

    @property
    def _cursor(self) -> Cursor | None:
        stored = self.sheet.read(self._name_of_cursor)
        if stored is None:
            return None
        day, shard, today = stored.decode().split("/")
        return Cursor(day, int(shard), today)

    @property
    def _name_of_cursor(self) -> str:
        return f"#{self.partition}"


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
