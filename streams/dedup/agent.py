"""The dedup stage on Kafka: mentions and rulings in, revisions of events out.

A table holds the blocks. Mentions and rulings of one block share a key and thereby a partition, so
that both find it in the same worker.
"""

from collections.abc import Callable
from typing import Any

from schemas import Mention, Ruling, topic
from streams.dedup.desk import Desk, Step
from streams.dedup.opened import Opened
from streams.errors import Rejected
from streams.publish import event_messages, fitting, rows_fitting
from streams.settings import days_to_keep
from streams.shell.stage import Shell, decode_record
from streams.shell.work import Led, Work, to_rows
from streams.stored import Remembered

MENTIONS = topic("mentions").name
RULINGS = topic("rulings").name
BLOCKS = "parley-blocks-changelog"


def add_dedup(shell: Shell) -> Any:
    """Add the agents that join mentions and obey rulings."""
    desks = Desks(shell)
    admit, rule = desks.work(admit_mention), desks.work(obey)

    @shell.app.agent(shell.topic(MENTIONS), name="dedup", concurrency=1)
    async def join_mentions(stream: Any) -> None:
        """Join mentions into events."""
        await shell.work(stream, admit)

    @shell.app.agent(shell.topic(RULINGS), name="rulings", concurrency=1)
    async def obey_rulings(stream: Any) -> None:
        """Join and split events as people have ruled."""
        await shell.work(stream, rule)

    return join_mentions


class Desks:
    """The desks of the partitions that this worker has, over one table."""

    def __init__(self, shell: Shell) -> None:
        self._stored = shell.stored("blocks", beside=MENTIONS)
        self._keep = days_to_keep(shell.settings)
        self._desks: dict[int, Desk] = {}
        self._remembered: Remembered[Opened] = Remembered(shell.settings.remembered_mentions)

    def work(self, act: Callable[[Desk, Any], Step]) -> Work:
        """Return how records are taken to the desks of their partitions."""

        def take(event: Any) -> Led:
            return to_kafka(act(self._of(event.message.partition), event))

        return Work("dedup", take, self._stored, forget=self._remembered.clear)

    def _of(self, partition: int) -> Desk:
        if partition not in self._desks:
            read, remembered = self._stored.read, self._remembered
            self._desks[partition] = Desk(read, partition, self._keep, remembered=remembered)
        return self._desks[partition]


def to_kafka(step: Step) -> Led:
    """Return a step as Kafka takes it; raises `Rejected` where Kafka does not take it."""
    rows = to_rows(step.writes)
    rows_fitting(BLOCKS, rows)
    messages = (message for revised in step.events for message in event_messages(revised))
    return Led(fitting(messages), rows=rows)


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
