"""What an agent needs of Kafka: bytes in, bytes out, a guard around the pure step, dead letters."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

import faust
import msgspec
import orjson

from schemas import decode, topics
from streams.errors import Rejected, StateError
from streams.ingest.moments import received
from streams.publish import Message, place_of
from streams.settings import Settings
from streams.shell.dead_letters import Limit, dead_letter
from streams.shell.reliability import raw_table, raw_topic
from streams.stored import Read, Write

log = logging.getLogger(__name__)

LAST_SECOND = datetime(9999, 1, 1, tzinfo=UTC).timestamp()

T = TypeVar("T")
R = TypeVar("R", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Led:
    """What a record has led to: messages, batch after batch, and then the new rows of a table."""

    batches: tuple[tuple[Message, ...], ...]
    rows: tuple[tuple[bytes, bytes | None], ...]


class Shell:
    """Kafka, as the agents of all stages see it."""

    def __init__(self, app: faust.App, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self._limit = Limit(settings.dead_letter_share, settings.dead_letter_window)
        self._topics: dict[str, Any] = {}

    def topic(self, name: str) -> Any:
        """Return a declared topic, bytes in and bytes out."""
        if name not in self._topics:
            self._topics[name] = raw_topic(self.app, self.settings.topic(name))
        return self._topics[name]

    def table(self, name: str, beside: str) -> Any:
        """Return a table of bytes, with as many partitions as the topic it lives beside.

        Its changelog is the declared topic `parley-<name>-changelog`.
        """
        partitions = self.settings.partitions_of(topics()[beside])
        return raw_table(self.app, name, partitions=partitions)

    async def attempt(self, stage: str, event: Any, step: Callable[[], T]) -> T | Exception:
        """Run a pure step off the event loop; park its record and return the error if it fails.

        Faust acknowledges a record whose agent raised: an exception that left here would be a
        record lost. This is the one place that catches everything but what ends the worker.
        """
        try:
            # Parsing takes tens of milliseconds; the loop has heartbeats and deliveries to see to.
            result = await asyncio.to_thread(step)
        except StateError:
            raise
        except Exception as exc:  # noqa: BLE001
            await self._park(stage, event.message, exc)
            return exc
        self._limit.record(None)
        return result

    async def send(self, messages: Iterable[Message]) -> None:
        """Publish messages, and return when Kafka has acknowledged every one of them."""
        sent = [
            await self.topic(m.topic).send(key=m.key, value=m.value, headers=list(m.headers))
            for m in messages
        ]
        for delivery in sent:
            await delivery

    async def carry_out(self, led: Led, table: Any) -> None:
        """Publish what a record has led to, each batch once the one before is delivered.

        The rows come last, when all is: a crash before repeats the same messages, one after it has
        nothing left to send.
        """
        for batch in led.batches:
            await self.send(batch)
        for key, value in led.rows:
            if value is not None:
                table[key] = value
            elif key in table:
                del table[key]

    async def _park(self, stage: str, message: Any, error: Exception) -> None:
        topic = message.topic.removeprefix(self.settings.namespace)
        letter = dead_letter(message, stage=stage, error=error, topic=topic)
        await self.send([letter])
        log.log(
            logging.INFO if isinstance(error, Rejected) else logging.ERROR,
            "parked %s: %s",
            place_of(message),
            error,
            exc_info=None if isinstance(error, Rejected) else error,
        )
        self._limit.record(error)


def reader(table: Any) -> Read:
    """Return how the core reads a table: by text."""

    def read(key: str) -> bytes | None:
        value: bytes | None = table.get(key.encode())
        return value

    return read


def to_rows(writes: Iterable[Write]) -> tuple[tuple[bytes, bytes | None], ...]:
    """Return what the core would write as rows of a table."""
    return tuple((key.encode(), value) for key, value in writes)


def decode_record(value: bytes | None, record: type[R]) -> R:
    """Return the record that one of Parley's own topics holds; raises `Rejected`."""
    try:
        return decode(value or b"", record)
    except (orjson.JSONDecodeError, msgspec.ValidationError) as exc:
        name = record.__name__.lower()
        raise Rejected(f"not-a-{name}", f"no {name} as Parley writes them: {exc}") from None


def received_at(message: Any) -> str:
    """Return when the broker took the record, RFC 3339 in UTC with milliseconds.

    A record from before the broker's clock counted has what its producer put there, be it no date:
    then the nearest that is one.
    """
    return received(datetime.fromtimestamp(min(max(message.timestamp, 0.0), LAST_SECOND), UTC))
