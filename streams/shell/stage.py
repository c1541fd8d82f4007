"""What an agent needs of Kafka: bytes in, bytes out, batches carried out, dead letters."""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

import faust
import msgspec
import orjson

from schemas import decode, topics
from streams.errors import Rejected
from streams.ingest.moments import received
from streams.publish import Message, place_of
from streams.settings import Settings
from streams.shell.dead_letters import Limit, dead_letter
from streams.shell.reliability import raw_table, raw_topic
from streams.shell.work import Led, Stored, Work

log = logging.getLogger(__name__)

LAST_SECOND = datetime(9999, 1, 1, tzinfo=UTC).timestamp()

BATCH_RECORDS = 32
"""How many records are taken at once: what Kafka and Faust cost is shared between them. More gain
little, and the first of them waits for the last."""
BATCH_BYTES = 256 * 1024
"""How many bytes of values: long articles take seconds each, and progress is seen by commits."""

R = TypeVar("R", bound=msgspec.Struct)


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

    def stored(self, name: str, beside: str) -> Stored:
        """Return a table of bytes, with as many partitions as the topic it lives beside.

        Its changelog is the declared topic `parley-<name>-changelog`.
        """
        partitions = self.settings.partitions_of(topics()[beside])
        table = raw_table(self.app, name, partitions=partitions)
        return Stored(table.data, f"parley-{name}-changelog")

    async def work(self, stream: Any, work: Work) -> None:
        """Take the records of a stream as they come, many at once where many have come."""
        async for batch in stream.batches(BATCH_RECORDS, BATCH_BYTES):
            await work.stored.turn.acquire()
            failures = await self.carry_out(work, batch)
            # Only here: nobody is to build on rows that were noted, and that nobody writes now.
            work.stored.turn.release()
            # What is parked is done with: a worker that ends for it would else park all once more.
            stream.finished()
            for failure in failures:
                self._limit.record(failure)

    async def carry_out(self, work: Work, batch: Sequence[Any]) -> list[Exception | None]:
        """Take records, publish what they have led to, and write their rows.

        The rows come last, when all is delivered: a crash before repeats the same messages, one
        after it has nothing left to send. Returns of each record how it failed, None if it did not.
        """
        # Parsing takes tens of milliseconds; the loop has heartbeats and deliveries to see to.
        taken = await asyncio.to_thread(work.take, batch)
        all_led = [
            self._parked(work, event, each) if isinstance(each, Exception) else each
            for event, each in zip(batch, taken, strict=True)
        ]
        await self.send(message for led in all_led for message in led.messages)
        await self.send(message for led in all_led for message in led.then)
        written = [work.stored.write(event, led) for event, led in zip(batch, all_led, strict=True)]
        await self.dispatch(row for rows in written for row in rows)
        work.stored.close()
        return [each if isinstance(each, Exception) else None for each in taken]

    async def send(self, messages: Iterable[Message]) -> None:
        """Publish messages, and return when Kafka has acknowledged every one of them."""
        for delivery in await self.dispatch(messages):
            await delivery

    async def dispatch(self, messages: Iterable[Message]) -> list[Any]:
        """Hand messages to the client, and return what to await until Kafka has them.

        What nobody awaits is settled before the next commit (reliability/deliveries.py). Not by way
        of Faust's topics and tables, which make several objects more for each.
        """
        producer, name = await self.app.maybe_start_producer(), self.settings.topic
        return [
            await producer.send(name(m.topic), m.key, m.value, m.partition, None, [*m.headers])
            for m in messages
        ]

    def _parked(self, work: Work, event: Any, error: Exception) -> Led:
        """Return what a record leads to whose step failed: a dead letter."""
        message = event.message
        topic = message.topic.removeprefix(self.settings.namespace)
        letter = dead_letter(message, stage=work.stage, error=error, topic=topic)
        foreseen = isinstance(error, Rejected)
        log.log(
            logging.INFO if foreseen else logging.ERROR,
            "parking %s: %s",
            place_of(message),
            error,
            exc_info=None if foreseen else error,
        )
        return Led((letter,), work.failed(event, error))


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
