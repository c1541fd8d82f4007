"""Bytes in and bytes out, so that a record that cannot be decoded is nobody's loss."""

import asyncio
from pathlib import Path

import faust

from streams.shell.reliability import raw_table, raw_topic
from tests.kafka import client
from tests.shell.reliability.lab import Place, lab

VALUES = [b"{}", b"no json", b"{}", None]


async def unseen(state: str, kafka: str, folder: Path) -> list[Place]:
    """Return the records that the agent never saw, though they are all committed."""
    bench = lab("malformed", state, kafka, folder)
    await client.create_topics(kafka, {f"{bench.prefix}in": 1})
    await client.produce(kafka, f"{bench.prefix}in", [(b"k", value) for value in VALUES])
    await bench.afterwards(["in"])
    return await bench.lost(["in"])


async def test_agent_sees_undecodable_record(kafka: str, tmp_path: Path) -> None:
    """The agent gets every record and decides itself; on a typed topic Faust drops the bad one."""
    found = await asyncio.gather(*(unseen(s, kafka, tmp_path) for s in ("stock", "mended")))
    assert [[("in", 0, 1)], []] == found


async def test_changelog_of_raw_table_is_raw() -> None:
    """A raw table writes bytes to its changelog, and with as many partitions as asked for."""
    app = faust.App("raw", broker="kafka://nowhere", topic_allow_declare=False)
    changelog = raw_table(app, "seen", partitions=3).changelog_topic
    assert ("raw", "raw", 3) == (
        changelog.schema.key_serializer,
        changelog.schema.value_serializer,
        changelog.partitions,
    )


async def test_raw_topic_has_the_name_given() -> None:
    """A raw topic is named as declared."""
    app = faust.App("raw", broker="kafka://nowhere", topic_allow_declare=False)
    assert "in" == raw_topic(app, "in").get_topic_name()
