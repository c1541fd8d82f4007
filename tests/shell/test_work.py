"""What many records at once lead to: the same as one after the other, published together."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from types import SimpleNamespace
from typing import Any

import faust
import pytest

from streams.errors import Rejected, TooManyRejected
from streams.publish import Message
from streams.settings import Settings
from streams.shell.app import bare_app
from streams.shell.reliability.acknowledgement import FinishedStream
from streams.shell.stage import Shell
from streams.shell.work import Led, Stored, Work

DEAD = "parley.mentions.v1.dlq"


class Told(Shell):
    """A shell that tells what it would send, and what its table holds at each sending."""

    def __init__(self, table: dict[bytes, bytes], dead_letter_window: int = 200) -> None:
        settings = Settings(dead_letter_window=dead_letter_window)
        super().__init__(bare_app(settings), settings)
        self.sent: list[tuple[list[bytes | None], int]] = []
        self.rows: list[tuple[bytes | None, bytes | None, int | None]] = []
        self._table = table

    async def send(self, messages: Any) -> None:
        """Keep the keys of messages, and how many rows there are."""
        self.sent.append(([message.key for message in messages], len(self._table)))

    async def dispatch(self, messages: Any) -> list[Any]:
        """Keep rows, and where they are to go."""
        self.rows += [(message.key, message.value, message.partition) for message in messages]
        return []


class Failing(Told):
    """A shell whose Kafka takes nothing."""

    async def send(self, messages: Any) -> None:
        """Fail, as a send does when the broker is gone."""
        raise ConnectionError


class Batches:
    """A stream of batches, one after the other."""

    def __init__(self, batches: list[list[Any]]) -> None:
        self._batches = batches
        self.done = False

    async def batches(self, _records: int, _size: int) -> AsyncIterator[list[Any]]:
        """Yield the batches."""
        for batch in self._batches:
            yield batch

    def finished(self) -> None:
        """Take note that the batch at hand is done with."""
        self.done = True


def record(value: bytes, partition: int = 0) -> Any:
    """Return an event as a stream yields it."""
    message = SimpleNamespace(
        topic="parley.mentions.v1",
        partition=partition,
        offset=0,
        key=b"k",
        value=value,
        headers=(),
    )
    return faust.Event(None, b"k", value, (), message)  # type: ignore[arg-type]


def gathering(stored: Stored) -> Callable[[Any], Led]:
    """Return a step that gathers values under one key, refuses `bad`, and tells what it knows."""

    def step(event: Any) -> Led:
        if event.value == b"bad":
            raise Rejected("not-a-mention", "it is bad")
        gathered = (stored.read("all") or b"") + event.value
        about, after = (Message("parley.events.v1", key, b"", ()) for key in (gathered, b"after"))
        return Led((about,), (after,), ((b"all", gathered),))

    return step


def everything(*batches: Sequence[bytes]) -> tuple[list[tuple[list[bytes | None], int]], Any]:
    """Return what batches of values make a shell send, and the table they leave."""
    table: dict[bytes, bytes] = {}
    shell, stored = Told(table), Stored(table)
    work = Work("dedup", gathering(stored), stored)
    for values in batches:
        asyncio.run(shell.carry_out(work, [record(value) for value in values]))
    return shell.sent, table


def test_step_sees_the_rows_of_those_before() -> None:
    """The rows are written when all messages are out; the steps behind read them before."""
    sent, table = everything([b"1", b"2", b"3"])
    assert [([b"1", b"12", b"123"], 0), ([b"after"] * 3, 0)] == sent
    assert {b"all": b"123"} == table


def test_batches_lead_to_what_single_records_do() -> None:
    """However records come, the table is the same in the end."""
    values = [b"%d" % number for number in range(6)]
    for cut in range(7):
        _, table = everything(values[:cut], values[cut:])
        assert {b"all": b"012345"} == table


def test_failure_among_others_is_parked() -> None:
    """What is wrong with one record of a batch is no matter of the others."""
    sent, table = everything([b"1", b"bad", b"3"])
    assert [([b"1", b"k", b"13"], 0), ([b"after"] * 2, 0)] == sent
    assert {b"all": b"13"} == table


def test_worker_that_fails_too_often_has_done_with_its_batch() -> None:
    """All of it is parked or written, and acknowledged, when the worker ends."""
    table: dict[bytes, bytes] = {}
    shell, stored = Told(table, dead_letter_window=10), Stored(table)

    def step(event: Any) -> Led:
        return Led((), (), ((b"row", b"1" * (6 // len(event.value))),))

    values = [b"", b"", b"", b"", b"", b"", b"", b"", b"", b"good", b"", b"", b"good"]
    stream = Batches([[record(value) for value in values]])
    with pytest.raises(TooManyRejected, match="9 of the latest 10"):
        asyncio.run(shell.work(stream, Work("dedup", step, stored)))
    assert stream.done
    assert [([b"k"] * 11, 0), ([], 0)] == shell.sent
    assert {b"row": b"1"} == table
    assert b"1" == stored.read("row")


def test_failure_is_forgotten() -> None:
    """What is remembered beside the rows may be half done when a step fails."""
    forgotten: list[int] = []
    work = Work("dedup", gathering(Stored({})), forget=lambda: forgotten.append(1))
    work.take([record(b"1"), record(b"bad")])
    assert [1] == forgotten


def test_row_is_deleted() -> None:
    """A row of None is taken out, and one that is not there stays so."""
    table = {b"there": b"1"}
    stored = Stored(table)
    led = Led(rows=((b"there", None), (b"elsewhere", None)))
    stored.note(led)
    assert stored.read("there") is None
    told = stored.write(record(b"1"), led)
    assert {} == table
    assert [(b"there", None)] == [(row.key, row.value) for row in told]


def test_changelog_is_told_of_rows_where_their_records_are() -> None:
    """The rows of a batch go, in order, to the partitions of the records that led to them."""
    table: dict[bytes, bytes] = {}
    shell, stored = Told(table), Stored(table, "parley-blocks-changelog")
    batch = [record(b"1", partition=0), record(b"2", partition=3), record(b"3", partition=0)]
    asyncio.run(shell.carry_out(Work("dedup", gathering(stored), stored), batch))
    assert [(b"all", b"1", 0), (b"all", b"12", 3), (b"all", b"123", 0)] == shell.rows


LONG = b"x" * 2_000


@pytest.mark.parametrize(
    ("records", "size", "batches"),
    [
        (100, 5_000, [[b"0"], [b"1", b"2", LONG, b"4", b"5"]]),
        (3, 5_000, [[b"0"], [b"1", b"2", LONG], [b"4", b"5"]]),
        (100, 1_000, [[b"0"], [b"1", b"2", LONG], [b"4", b"5"]]),
        (100, 2, [[b"0"], [b"1", b"2"], [LONG], [b"4", b"5"]]),
        (100, 1, [[b"0"], [b"1"], [b"2"], [LONG], [b"4"], [b"5"]]),
    ],
    ids=["all", "so many records", "a long one is the last", "so many bytes", "one at least"],
)
async def test_batch_is_what_has_come(records: int, size: int, batches: list[list[bytes]]) -> None:
    """The first record is taken when it comes, and of those that came meanwhile what is allowed."""
    app = faust.App("batches", broker="kafka://nowhere", Stream=FinishedStream)
    taken: list[list[bytes]] = []
    have_come, done = asyncio.Event(), asyncio.Event()
    first, *others = [value for batch in batches for value in batch]

    async def take(stream: Any) -> None:
        async for batch in stream.batches(records, size):
            taken.append([event.value for event in batch])
            await have_come.wait()
            if sum(map(len, taken)) == len(others) + 1:
                done.set()

    agent = app.agent(app.topic("in", value_serializer="raw"))(take)
    async with agent.test_context() as running:
        await running.put(first)
        for value in others:
            await running.put(value, wait=False)
        have_come.set()
        await asyncio.wait_for(done.wait(), 10)
    assert batches == taken


async def test_what_waits_for_nobody_holds_no_batch_up() -> None:
    """What came for an assignment of before is skipped: a batch does not wait for what it hides."""
    app = faust.App("skipping", broker="kafka://nowhere", Stream=FinishedStream)
    taken: asyncio.Queue[list[Any]] = asyncio.Queue()
    have_come = asyncio.Event()

    async def take(stream: Any) -> None:
        async for batch in stream.batches(10, 1_000):
            taken.put_nowait(batch)
            await have_come.wait()

    agent = app.agent(app.topic("in", value_serializer="raw"))(take)
    async with agent.test_context() as running:
        await running.put(b"0")
        await running.put(b"1", wait=False)
        for value in (b"old", b"older"):
            (await running.put(value, wait=False)).message.generation_id -= 1
        have_come.set()
        batches = [await asyncio.wait_for(taken.get(), 10) for _ in range(2)]
        await running.put(b"2", wait=False)
        batches.append(await asyncio.wait_for(taken.get(), 10))
    assert [[b"0"], [b"1"], [b"2"]] == [[event.value for event in batch] for batch in batches]


async def test_agent_that_is_stopped_has_finished_with_nothing() -> None:
    """What it was in the middle of is not acknowledged, and what it finished before is."""
    app = faust.App("stopping", broker="kafka://nowhere", Stream=FinishedStream)
    batches, busy = list[int](), asyncio.Event()

    async def take(stream: Any) -> None:
        async for batch in stream.batches(2, 1_000):
            batches.append(len(batch))
            if len(batches) > 1:
                busy.set()
                await asyncio.Event().wait()

    agent = app.agent(app.topic("in", value_serializer="raw"))(take)
    async with agent.test_context() as running:
        come = [await running.put(b"%d" % number, wait=False) for number in range(5)]
        for event in come:
            event.message.incref()  # As Faust does for the agents that a record goes to.
        await asyncio.wait_for(busy.wait(), 10)
    assert [2, 2] == batches
    assert [True, True, False, False, False] == [event.message.acked for event in come]


async def test_what_is_finished_is_acknowledged_whatever_comes_of_the_agent() -> None:
    """An agent may end behind a batch: only the last, which Faust holds itself, comes again."""
    app = faust.App("ending", broker="kafka://nowhere", Stream=FinishedStream)
    ended = asyncio.Event()

    async def take(stream: Any) -> None:
        async for _ in stream.batches(2, 1_000):
            stream.finished()
            ended.set()
            await asyncio.Event().wait()

    agent = app.agent(app.topic("in", value_serializer="raw"))(take)
    async with agent.test_context() as running:
        come = [await running.put(b"%d" % number, wait=False) for number in range(3)]
        for event in come:
            event.message.incref()  # As Faust does for the agents that a record goes to.
        await asyncio.wait_for(ended.wait(), 10)
    assert [True, False, False] == [event.message.acked for event in come]


async def test_nobody_builds_on_what_was_not_written() -> None:
    """Two agents share a table: where one fails, the other has no turn any more."""
    stored, after = Stored({}), list[bytes | None]()
    shell = Failing({})

    def note(event: Any) -> Led:
        after.append(stored.read("all"))
        return Led((), (), ((b"all", event.value),))

    work = Work("dedup", note, stored)
    with pytest.raises(ConnectionError):
        await shell.work(Batches([[record(b"1")]]), work)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(shell.work(Batches([[record(b"2")]]), work), 0.1)
    assert [None] == after
