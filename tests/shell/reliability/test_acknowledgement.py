"""A record whose agent failed is not acknowledged."""

import asyncio
from pathlib import Path

from tests.kafka import client
from tests.shell.reliability.lab import Place, lab

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

    Stock Faust acknowledges the record, restarts the agent and carries on (exit by our kill). With
    its crashing supervisor the worker ends, but commits the record on its way out.
    """
    states = ("stock", "crashing", "mended")
    found = await asyncio.gather(*(losses("failing_agent", s, kafka, tmp_path) for s in states))
    assert {
        "stock": (-9, [("in", 0, 2)]),
        "crashing": (1, [("in", 0, 2)]),
        "mended": (1, []),
    } == dict(zip(states, found, strict=True))


async def test_record_of_interrupted_agent_survives(kafka: str, tmp_path: Path) -> None:
    """An agent that is cancelled because another crashed costs no record.

    With Faust's crashing supervisor the record that the other died of is committed at least.
    """
    states = ("crashing", "mended")
    found = await asyncio.gather(*(losses("failing_neighbour", s, kafka, tmp_path) for s in states))
    assert ("in", 0, 0) in found[0][1]
    assert (1, []) == found[1]
