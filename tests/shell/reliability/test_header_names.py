"""Header names that are not UTF-8: Kafka stores them, so a consumer must get past them."""

import asyncio
import sys

import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.record.default_records import _DefaultRecordBatchBuilderPy

from tests.kafka import client

READ = """
import asyncio, sys
from aiokafka import AIOKafkaConsumer
from streams.shell.reliability.header_names import tolerate_header_names

async def read(bootstrap, topic, state):
    if state == "mended":
        tolerate_header_names()
    options = {"bootstrap_servers": bootstrap, "auto_offset_reset": "earliest"}
    async with AIOKafkaConsumer(topic, **options) as consumer:
        for _ in range(4):
            try:
                record = await asyncio.wait_for(consumer.getone(), 2)
                print(record.offset, record.value.decode(), record.headers)
            except Exception as exc:
                print(type(exc).__name__)

asyncio.run(read(*sys.argv[1:]))
"""
"""In a process of its own, because the mend holds for a whole process."""


class Undecodable(str):
    """A header name that no producer of aiokafka's would let pass otherwise."""

    def encode(self, *_args: str) -> bytes:
        """Return bytes that are not UTF-8."""
        return b"\xff\xfe"


async def produce_undecodable(bootstrap: str, topic: str) -> None:
    """Produce v0 by itself, v1 and v2 in one batch with v2's header unreadable, and v3."""
    async with AIOKafkaProducer(bootstrap_servers=bootstrap) as producer:
        await producer.send_and_wait(topic, b"v0")
        batch = producer.create_batch()
        batch._builder = _DefaultRecordBatchBuilderPy(2, 0, 0, -1, -1, -1, 100_000)
        batch.append(key=b"k", value=b"v1", timestamp=1_000, headers=[("plain", b"1")])
        batch.append(key=b"k", value=b"v2", timestamp=1_000, headers=[(Undecodable("x"), b"2")])
        await (await producer.send_batch(batch, topic, partition=0))
        await producer.send_and_wait(topic, b"v3")


async def read(bootstrap: str, topic: str, state: str) -> list[str]:
    """Return what a consumer gets of four records: each a line, or the name of an error."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", READ, bootstrap, topic, state),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    return out.decode().splitlines()


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (
            "stock",
            ["0 v0 ()", "1 v1 (('plain', b'1'),)", "UnicodeDecodeError", "UnicodeDecodeError"],
        ),
        (
            "mended",
            [
                "0 v0 ()",
                "1 v1 (('plain', b'1'),)",
                r"2 v2 (('\\xff\\xfe', b'2'),)",
                "3 v3 ()",
            ],
        ),
    ],
)
async def test_undecodable_header_name_does_not_stop_its_partition(
    kafka: str, unique: str, state: str, expected: list[str]
) -> None:
    """The record comes with an escaped name, and those behind it come.

    Stock: the fetch that holds it fails for ever, and the partition never moves.
    """
    topic = f"{unique}headers"
    await client.create_topics(kafka, {topic: 1})
    await produce_undecodable(kafka, topic)
    assert expected == await read(kafka, topic, state)
