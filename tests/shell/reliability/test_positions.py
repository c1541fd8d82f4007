"""A partition without a commit is read from where it begins."""

import asyncio
from pathlib import Path

from tests.kafka import client
from tests.shell.reliability.lab import Place, lab
from tests.shell.reliability.worker import RESUMED


async def lost_while_stopped(state: str, kafka: str, folder: Path) -> list[Place]:
    """Return what a new group loses when its flow stops while two records are on their way."""
    bench = lab("stopped_while_fetching", state, kafka, folder)
    topic = f"{bench.prefix}in"
    await client.create_topics(kafka, {topic: 1})
    await client.produce(kafka, topic, [(b"k", b"0"), (b"k", b"1")])
    added: list[bool] = []

    async def is_through() -> bool:
        if (bench.folder / RESUMED).exists() and not added:
            added.append(True)
            await client.produce(kafka, topic, [(b"k", b"2")])
        return await bench.has_committed({(topic, 0): 3})

    await bench.accident(is_through)
    await bench.afterwards(["in"])
    return await bench.lost(["in"])


async def test_new_group_survives_stopped_flow(kafka: str, tmp_path: Path) -> None:
    """Records fetched while the flow is stopped come again; stock Faust commits past them."""
    found = await asyncio.gather(
        *(lost_while_stopped(s, kafka, tmp_path) for s in ("stock", "mended"))
    )
    assert [[("in", 0, 0), ("in", 0, 1)], []] == found
