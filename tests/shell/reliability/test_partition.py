"""The rows of a table go to the partition of the record that led to them."""

import asyncio
from pathlib import Path

from tests.kafka import client
from tests.shell.reliability.lab import lab


async def rows_by_partition(state: str, kafka: str, folder: Path) -> list[tuple[bytes | None, int]]:
    """Return the keys and partitions of what stands in the changelog of a table."""
    bench = lab("told_apart", state, kafka, folder)
    changelog = f"{bench.prefix}app-seen-changelog"
    await client.create_topics(kafka, {f"{bench.prefix}in": 2, changelog: 2})
    for partition, key in enumerate((b"first", b"second")):
        await client.produce(kafka, f"{bench.prefix}in", [(key, b"row")], partition)
    await bench.afterwards(["in"])
    return sorted((row.key, row.partition) for row in await client.read(kafka, changelog))


async def test_rows_of_a_batch_are_told_apart(kafka: str, tmp_path: Path) -> None:
    """Faust knows the partition of the last record of a batch only, and puts all rows there."""
    stock, mended = await asyncio.gather(
        *(rows_by_partition(s, kafka, tmp_path) for s in ("astray", "mended"))
    )
    assert [(b"first", 0), (b"second", 1)] == mended
    assert 1 == len({partition for _, partition in stock})
