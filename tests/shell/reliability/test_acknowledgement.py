"""A record whose agent failed is not acknowledged."""

import asyncio
import gc
from pathlib import Path
from typing import Any

import faust
import mode
import pytest

from streams.shell.reliability import UnreliableError
from streams.shell.reliability.acknowledgement import FinishedStream
from tests.kafka import client
from tests.shell.reliability.lab import Place, lab
from tests.shell.reliability.worker import BATCH

TOPICS = {
    "failing_agent": {"in": [b"0", b"1", b"bad", b"3", b"4"]},
    "failing_neighbour": {"in": [b"0"], "slow": [b"0"]},
}


async def losses(scenario: str, state: str, kafka: str, folder: Path) -> tuple[int, list[Place]]:
    """Return the exit code of the accident, and what was lost in the end."""
    bench = lab(scenario, state, kafka, folder)
    topics = TOPICS[scenario]
    await client.create_topics(kafka, {bench.prefix + topic: 1 for topic in topics})
    for topic, values in topics.items():
        await client.produce(kafka, bench.prefix + topic, [(b"k", value) for value in values])
    everything = {(bench.prefix + topic, 0): len(values) for topic, values in topics.items()}
    code = await bench.accident(lambda: bench.has_committed(everything))
    await bench.afterwards(topics)
    return code, await bench.lost(topics)


async def test_record_of_failing_agent_survives(kafka: str, tmp_path: Path) -> None:
    """An exception that leaves an agent costs no record.

    Stock Faust acknowledges the record, restarts the agent and carries on (exit by our kill).
    """
    bad = ("in", 0, 2)
    states = ("stock", "mended")
    found = await asyncio.gather(*(losses("failing_agent", s, kafka, tmp_path) for s in states))
    assert [(-9, [bad]), (1, [])] == found


async def test_record_of_interrupted_agent_survives(kafka: str, tmp_path: Path) -> None:
    """An agent that is cancelled because another crashed costs no record."""
    assert (1, []) == await losses("failing_neighbour", "mended", kafka, tmp_path)


@pytest.mark.parametrize(
    ("stream", "acknowledged"), [(faust.Stream, True), (FinishedStream, False)]
)
@pytest.mark.parametrize("fails", [True, False], ids=["fails", "is stopped"])
async def test_unfinished_record_is_not_acknowledged(
    stream: type[Any], acknowledged: bool, fails: bool
) -> None:
    """Neither an agent that fails nor one that is stopped has finished with its record.

    Faust acknowledges it. Whether a worker that crashes comes to commit that is a matter of
    moments, so it is not looked at on Kafka.
    """
    app = faust.App("unfinished", broker="kafka://nowhere", Stream=stream)
    busy = asyncio.Event()

    async def take(values: Any) -> None:
        async for _ in values.events():
            busy.set()
            if fails:
                raise RuntimeError("unexpected")
            await asyncio.Event().wait()

    topic = app.topic("in", value_serializer="raw")
    agent = app.agent(topic, supervisor_strategy=mode.CrashingSupervisor)(take)
    async with agent.test_context() as running:
        event = await running.put(b"0", wait=False)
        event.message.incref()  # As Faust does for the agents that a record goes to.
        await asyncio.wait_for(busy.wait(), 10)
    gc.collect()  # Closes the generator that the exception still refers to.
    await asyncio.sleep(0)
    assert event.message.acked == acknowledged


async def committed_unfinished(state: str, kafka: str, folder: Path) -> list[int]:
    """Return the offsets that were committed and never finished, of an agent that takes batches."""
    bench = lab("failing_batch", state, kafka, folder)
    topic = f"{bench.prefix}in"
    await client.create_topics(kafka, {topic: 1})
    await client.produce(kafka, topic, [(b"k", value) for value in (b"0", b"bad", b"2", b"3")])
    await bench.accident(lambda: bench.has_committed({(topic, 0): 4}))
    commit = (await client.committed(kafka, f"{bench.prefix}app")).get((topic, 0), 0)
    return [offset for _, _, offset in await bench.lost(["in"]) if offset < commit]


async def test_batch_is_refused(kafka: str, tmp_path: Path) -> None:
    """An agent that takes batches ends its worker at once, and nothing is committed.

    Stock Faust commits the batch that the agent failed in.
    """
    states = ("stock", "mended")
    found = await asyncio.gather(*(committed_unfinished(s, kafka, tmp_path) for s in states))
    assert [[0, 1], []] == found


async def after_failed_batch(state: str, kafka: str, folder: Path) -> tuple[str, list[Place]]:
    """Return of how many records the batch was that an agent failed in, and what was lost."""
    bench = lab("failing_held_batch", state, kafka, folder)
    topic = f"{bench.prefix}in"
    await client.create_topics(kafka, {topic: 1})
    await client.produce(kafka, topic, [(b"k", b"%d" % number) for number in range(4)])
    code = await bench.accident(lambda: bench.has_committed({(topic, 0): 4}))
    assert code == 1
    await bench.afterwards(["in"])
    return bench.journal.with_name(BATCH).read_text(), await bench.lost(["in"])


async def test_records_of_failed_batch_survive(kafka: str, tmp_path: Path) -> None:
    """An agent that fails in a batch has finished with none of its records.

    Faust acknowledges each as the next is taken: held by nobody, they are lost but for the last.
    """
    states = ("not held", "mended")
    found = await asyncio.gather(*(after_failed_batch(s, kafka, tmp_path) for s in states))
    assert [("4", [("in", 0, 0), ("in", 0, 1), ("in", 0, 2)]), ("4", [])] == found


@pytest.mark.parametrize(
    "name",
    [
        *("take", "take_events", "take_with_timestamp", "noack_take"),
        *("noack", "group_by", "through", "echo"),
    ],
)
async def test_way_around_acknowledgement_is_refused(name: str) -> None:
    """Whatever acknowledges or sends past the guarded stream says why it is refused."""
    app = faust.App("refused", broker="kafka://nowhere", Stream=FinishedStream)
    stream: Any = app.stream(app.topic("in"))
    with pytest.raises(UnreliableError, match=rf"stream.{name}\(\) could lose records: \w+"):
        getattr(stream, name)()
