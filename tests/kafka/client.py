"""The few things that tests and benchmarks ask of a broker directly."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import TypeVar

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import GroupCoordinatorNotAvailableError, KafkaError

T = TypeVar("T")
Record = tuple[bytes | None, bytes | None]


async def create_topics(
    bootstrap: str, partitions: Mapping[str, int], config: Mapping[str, str] | None = None
) -> None:
    """Create topics with so many partitions each, all with one configuration."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        answer = await admin.create_topics(
            [
                NewTopic(name, count, 1, topic_configs=dict(config or {}))
                for name, count in partitions.items()
            ]
        )
    finally:
        await admin.close()
    if failed := [error for error in answer.topic_errors if error[1]]:
        raise KafkaError(f"topics not created: {failed}")


async def produce(
    bootstrap: str, topic: str, records: Iterable[Record], partition: int | None = None
) -> None:
    """Produce records in order, and return when the broker has them all."""
    async with AIOKafkaProducer(bootstrap_servers=bootstrap, linger_ms=5) as producer:
        sent = [
            await producer.send(topic, value, key=key, partition=partition)
            for key, value in records
        ]
        await asyncio.gather(*sent)


async def read(bootstrap: str, topic: str) -> list["ConsumerRecord[bytes | None, bytes | None]"]:
    """Return all that a topic holds now, partition by partition."""
    async with AIOKafkaConsumer(
        topic, bootstrap_servers=bootstrap, auto_offset_reset="earliest"
    ) as consumer:
        tps = sorted(consumer.assignment())
        ends = await consumer.end_offsets(tps)
        found: dict[TopicPartition, list[ConsumerRecord[bytes | None, bytes | None]]] = {
            tp: [] for tp in tps
        }
        while any([await consumer.position(tp) < end for tp, end in ends.items()]):
            for tp, records in (await consumer.getmany(timeout_ms=200)).items():
                found[tp] += records
        return [record for records in found.values() for record in records]


async def ends(bootstrap: str, topic: str) -> dict[int, int]:
    """Return the end of each partition of a topic."""
    async with AIOKafkaConsumer(topic, bootstrap_servers=bootstrap) as consumer:
        found = await consumer.end_offsets(consumer.assignment())
        return {tp.partition: end for tp, end in found.items()}


async def committed(bootstrap: str, group: str) -> dict[tuple[str, int], int]:
    """Return the offsets that a group has committed, by topic and partition."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        offsets = await _when_coordinated(lambda: admin.list_consumer_group_offsets(group))
    finally:
        await admin.close()
    return {(tp.topic, tp.partition): meta.offset for tp, meta in offsets.items()}


async def _when_coordinated(ask: Callable[[], Awaitable[T]]) -> T:
    """Ask until the broker has made its offsets topic, which it does when first asked."""
    for _ in range(100):
        try:
            return await ask()
        except GroupCoordinatorNotAvailableError:
            await asyncio.sleep(0.1)
    return await ask()
