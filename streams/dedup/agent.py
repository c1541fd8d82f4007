"""The dedup stage on Kafka: mentions and rulings in, revisions of events out.

A table holds the blocks. Mentions and rulings of one block share a key and thereby a partition, so
that both find it in the same worker.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from schemas import Mention, Ruling, topic
from streams.dedup.desk import Desk, Step
from streams.dedup.opened import Opened
from streams.errors import Rejected
from streams.publish import event_messages, fitting, rows_fitting
from streams.settings import days_to_keep
from streams.shell.stage import Led, Shell, decode_record, reader, to_rows
from streams.stored import Remembered

MENTIONS = topic("mentions").name
RULINGS = topic("rulings").name
BLOCKS = "parley-blocks-changelog"


def add_dedup(shell: Shell) -> Any:
    """Add the agents that join mentions and obey rulings."""
    desks = Desks(shell, shell.table("blocks", beside=MENTIONS))

    @shell.app.agent(shell.topic(MENTIONS), name="dedup", concurrency=1)
    async def join_mentions(stream: Any) -> None:
        """Join mentions into events."""
        async for event in stream.events():
            await desks.admit(event, admit_mention)

    @shell.app.agent(shell.topic(RULINGS), name="rulings", concurrency=1)
    async def obey_rulings(stream: Any) -> None:
        """Join and split events as people have ruled."""
        async for event in stream.events():
            await desks.admit(event, obey)

    return join_mentions


class Desks:
    """The desks of the partitions that this worker has, over one table."""

    def __init__(self, shell: Shell, table: Any) -> None:
        self._shell = shell
        self._table = table
        self._desks: dict[int, Desk] = {}
        self._remembered: Remembered[Opened] = Remembered(shell.settings.remembered_mentions)
        # Between reading a block and writing it one waits for Kafka: the other must not step in.
        self._one_at_a_time = asyncio.Lock()

    async def admit(self, event: Any, act: Callable[[Desk, Any], Step]) -> None:
        """Take a record to the desk of its partition, publish what follows, and remember it."""
        async with self._one_at_a_time:
            desk = self._of(event.message.partition)
            led = await self._shell.attempt("dedup", event, lambda: to_kafka(act(desk, event)))
            if isinstance(led, Exception):
                # What failed may have left something half done at the desk, not in the table.
                self._remembered.clear()
                return
            await self._shell.carry_out(led, self._table)

    def _of(self, partition: int) -> Desk:
        if partition not in self._desks:
            keep = days_to_keep(self._shell.settings)
            read = reader(self._table)
            desk = Desk(read, partition, keep, remembered=self._remembered)
            self._desks[partition] = desk
        return self._desks[partition]


def to_kafka(step: Step) -> Led:
    """Return a step as Kafka takes it, a batch for each revision.

    Raises `Rejected` where Kafka does not take it.
    """
    rows = to_rows(step.writes)
    rows_fitting(BLOCKS, rows)
    return Led(tuple(fitting(event_messages(revised)) for revised in step.events), rows)


def admit_mention(desk: Desk, event: Any) -> Step:
    """Decode a mention and take it into its block; raises `Rejected`."""
    return desk.admit(block_of(event.key), decode_record(event.value, Mention))


def obey(desk: Desk, event: Any) -> Step:
    """Decode a ruling and obey it; raises `Rejected`."""
    ruling = decode_record(event.value, Ruling)
    if ruling.block != block_of(event.key):
        raise Rejected("wrong-key", f"the record's key is not the ruling's block, {ruling.block}")
    return desk.rule(ruling)


def block_of(key: bytes | None) -> str:
    """Return the block that a record's key names; raises `Rejected` for no key of Parley's."""
    try:
        return (key or b"").decode()
    except UnicodeDecodeError:
        raise Rejected("wrong-key", "the record's key is no block, which is UTF-8") from None
