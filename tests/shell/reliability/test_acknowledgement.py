"""A record whose agent failed is not acknowledged."""

import asyncio
from pathlib import Path
from typing import Any

import faust
import pytest

from streams.shell.reliability import UnreliableError
from streams.shell.reliability.acknowledgement import FinishedStream
from tests.kafka import client
from tests.shell.reliability.lab import Place, lab
from tests.shell.reliability.worker import BATCH

ATTEMPTS = 5
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


async def seen_to_lose(
    record: Place, scenario: str, state: str, kafka: str, folder: Path
) -> tuple[int, list[Place]]:
    """Repeat a scenario until it loses the record, and return what it did last.

    Whether Faust's commit on the way out comes before the end is a matter of moments.
    """
    for _ in range(ATTEMPTS):
        code, lost = await losses(scenario, state, kafka, folder)
        if record in lost:
            break
    return code, lost


async def test_record_of_failing_agent_survives(kafka: str, tmp_path: Path) -> None:
    """An exception that leaves an agent costs no record.

    Stock Faust acknowledges the record, restarts the agent and carries on (exit by our kill). With
    its crashing supervisor the worker ends, but commits the record on its way out.
    """
    bad = ("in", 0, 2)
    stock, crashing, mended = await asyncio.gather(
        seen_to_lose(bad, "failing_agent", "stock", kafka, tmp_path),
        seen_to_lose(bad, "failing_agent", "crashing", kafka, tmp_path),
        losses("failing_agent", "mended", kafka, tmp_path),
    )
    assert ((-9, [bad]), (1, [bad]), (1, [])) == (stock, crashing, mended)


async def test_record_of_interrupted_agent_survives(kafka: str, tmp_path: Path) -> None:
    """An agent that is cancelled because another crashed costs no record.

    With Faust's crashing supervisor the record that the other died of is committed at least.
    """
    died_of = ("in", 0, 0)
    crashing, mended = await asyncio.gather(
        seen_to_lose(died_of, "failing_neighbour", "crashing", kafka, tmp_path),
        losses("failing_neighbour", "mended", kafka, tmp_path),
    )
    assert died_of in crashing[1]
    assert (1, []) == mended


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
