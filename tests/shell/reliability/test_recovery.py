"""A worker with tables that starts behind a backlog skips nothing."""

import asyncio
from pathlib import Path

from tests.kafka import client
from tests.shell.reliability.lab import Lab, Place, lab
from tests.shell.reliability.tables import SOUGHT

CLEARED_SECONDS = 1.0
"""After which Faust has cleared the queues."""
COMPACTED = {"cleanup.policy": "compact"}


async def prepare(bench: Lab) -> None:
    """Create a topic, and a table that holds the key of its records."""
    changelog = f"{bench.prefix}app-seen-changelog"
    await client.create_topics(bench.kafka, {f"{bench.prefix}in": 1})
    await client.create_topics(bench.kafka, {changelog: 1}, COMPACTED)
    await client.produce(bench.kafka, changelog, [(b"k", b"1"), (b"k", b"2")])


async def add(bench: Lab, count: int) -> None:
    await client.produce(
        bench.kafka, f"{bench.prefix}in", [(b"k", b"%d" % n) for n in range(count)]
    )


async def lost_behind_backlog(state: str, kafka: str, folder: Path) -> list[Place]:
    """Return what is lost when a table is restored before a backlog of two, and one more comes.

    On a busy machine stock Faust may clear both: nothing is finished until one more comes.
    """
    bench = lab("restored", state, kafka, folder)
    await prepare(bench)
    await add(bench, 2)

    async def is_through() -> bool:
        if not added and (bench.folder / SOUGHT).exists():
            added.append(True)
            await asyncio.sleep(CLEARED_SECONDS)
            await add(bench, 1)
        return await bench.has_committed({(f"{bench.prefix}in", 0): 3})

    added: list[bool] = []
    await bench.accident(is_through)
    await bench.afterwards(["in"])
    return await bench.lost(["in"])


async def test_backlog_survives_recovery(kafka: str, tmp_path: Path) -> None:
    """Records that wait while a table is restored are all processed.

    Stock Faust has fetched them by then, clears them from the agent's queue, and goes on with the
    record behind: of a hole of one it takes no notice when it commits.
    """
    found = await asyncio.gather(
        *(lost_behind_backlog(s, kafka, tmp_path) for s in ("stock", "mended"))
    )
    stock, mended = found
    assert ("in", 0, 1) in stock
    assert [] == mended
