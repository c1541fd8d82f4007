"""What a stage does with records: a pure step for each, in order, over the rows of its table."""

import asyncio
from collections.abc import Callable, Iterable, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from streams.errors import StateError
from streams.publish import Message
from streams.stored import Write

Rows = tuple[tuple[bytes, bytes | None], ...]
"""Keys of a table with their new values; None deletes."""


@dataclass(frozen=True, slots=True)
class Led:
    """What a record has led to: messages, and what is published and written once those are out."""

    messages: tuple[Message, ...] = ()
    then: tuple[Message, ...] = ()
    rows: Rows = ()


class Stored:
    """A table as the steps of a batch see it: with the rows that those before have led to.

    The rows are written when the messages of the whole batch are delivered.
    """

    def __init__(self, table: MutableMapping[bytes, bytes], changelog: str = "") -> None:
        self.turn = asyncio.Lock()
        """Between reading rows and writing them one waits for Kafka: no other must step in."""
        self._table, self._changelog = table, changelog
        self._written: dict[bytes, bytes | None] = {}

    def read(self, key: str) -> bytes | None:
        """Return the row under a key, None where there is none."""
        row = key.encode()
        value: bytes | None = self._written[row] if row in self._written else self._table.get(row)
        return value

    def note(self, led: Led) -> None:
        """Take note of rows that will be written."""
        self._written.update(led.rows)

    def write(self, event: Any, led: Led) -> tuple[Message, ...]:
        """Write the rows that a record has led to, and return what the changelog is to be told.

        Rows go to the partition that the record is of: who takes it over looks for them there.
        """
        told = []
        for key, value in led.rows:
            if value is not None:
                self._table[key] = value
            elif self._table.pop(key, None) is None:
                continue
            told.append(Message(self._changelog, key, value, (), event.message.partition))
        return tuple(told)

    def close(self) -> None:
        """Forget what was noted: it is written."""
        self._written.clear()


def nothing_more(_event: Any, _error: Exception) -> tuple[Message, ...]:
    """Return no messages about a record that was parked."""
    return ()


@dataclass(frozen=True, slots=True)
class Work:
    """What a stage does with records."""

    stage: str
    step: Callable[[Any], Led]
    """Says what a record leads to; no part of it may wait for Kafka."""
    stored: Stored = field(default_factory=lambda: Stored({}))
    """What the step reads."""
    failed: Callable[[Any, Exception], tuple[Message, ...]] = nothing_more
    """What is published of a record whose step failed, when it is parked."""
    forget: Callable[[], None] = lambda: None
    """Forgets what is remembered of rows: what failed may have left it half done."""

    def take(self, batch: Sequence[Any]) -> list[Led | Exception]:
        """Run the step for each record; raises `StateError`.

        Faust acknowledges a record whose agent raised: an exception that left here would be a
        record lost. This is the one place that catches everything but what ends the worker.
        """
        taken: list[Led | Exception] = []
        for event in batch:
            try:
                led = self.step(event)
            except StateError:
                raise
            except Exception as exc:  # noqa: BLE001
                self.forget()
                taken.append(exc)
            else:
                self.stored.note(led)
                taken.append(led)
        return taken


def to_rows(writes: Iterable[Write]) -> Rows:
    """Return what the core would write as rows of a table."""
    return tuple((key.encode(), value) for key, value in writes)
