"""What lies in tables: reading it, and keeping decoded what was needed last of it."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

import msgspec
import orjson

from schemas import decode
from streams.errors import StateError

R = TypeVar("R", bound=msgspec.Struct)


def decode_state(row: bytes | None, record: type[R]) -> R | None:
    """Return what a row of a table holds, None where there is none; raises `StateError`."""
    try:
        return decode(row, record) if row else None
    except (orjson.JSONDecodeError, msgspec.ValidationError) as exc:
        raise StateError(exc) from exc


class Decoded(Protocol):
    """A block of joining, or the ledger of a process."""

    @property
    def key(self) -> str:
        """Return what it is kept by."""
        ...

    def weight(self) -> int:
        """Return how much of the room it takes."""
        ...

    def let_go(self) -> None:
        """Part what refers to each other in it, so that it is freed at once."""
        ...


D = TypeVar("D", bound=Decoded)


@dataclass(slots=True)
class Remembered(Generic[D]):
    """So many as find room; the last one always does."""

    room: int
    _kept: OrderedDict[str, D] = field(default_factory=OrderedDict)
    _weights: dict[str, int] = field(default_factory=dict)
    _weight: int = 0

    def get(self, key: str) -> D | None:
        """Return one if it is remembered."""
        return self._kept.get(key)

    def keep(self, decoded: D) -> None:
        """Remember one as needed last, by what it holds now, and forget others."""
        key, weight = decoded.key, decoded.weight()
        self._weight += weight - self._weights.get(key, 0)
        self._weights[key] = weight
        self._kept[key] = decoded
        self._kept.move_to_end(key)
        while self._weight > self.room and len(self._kept) > 1:
            self.forget(next(iter(self._kept)))

    def forget(self, key: str) -> None:
        """Forget one."""
        decoded = self._kept.pop(key, None)
        if decoded is not None:
            self._weight -= self._weights.pop(key)
            decoded.let_go()

    def clear(self) -> None:
        """Forget all."""
        for key in tuple(self._kept):
            self.forget(key)
