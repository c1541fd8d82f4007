"""How far the workers are behind: what waits on the topics that their stages read."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from schemas import topics
from streams.settings import Settings
from streams.shell.credentials import client_options
from streams.shell.records import admin, reaching, require


@dataclass(frozen=True, slots=True)
class Lag:
    """How many workers share the work, and how many records wait, by topic and partition."""

    workers: int
    waiting: Mapping[str, Mapping[int, int]]
    lost: Mapping[str, int] = field(default_factory=dict)
    """How many of a topic are gone that nobody has read: they waited for longer than it keeps."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a partition begins and ends, and how far the workers have come, if anywhere yet."""

    partition: int
    start: int
    end: int
    done: int | None

    @property
    def waiting(self) -> int:
        return max(self.end - max(self.done or 0, self.start), 0)

    @property
    def lost(self) -> int:
        return 0 if self.done is None else max(self.start - self.done, 0)


def is_late(found: Lag, most: int) -> bool:
    """Tell whether more wait on a topic, nobody is there to take any, or some are lost."""
    waits = max(sum(waiting.values()) for waiting in found.waiting.values())
    return waits > most or not found.workers or any(found.lost.values())


async def lag(settings: Settings) -> Lag:
    """Return how far the workers are behind; raises `BrokerError`.

    A partition of which nothing is committed yet waits as a whole.
    """
    async with admin(settings) as client:
        workers = await workers_at(client, settings)
        read = await _partitions(client, settings)
    async with _asking(settings) as consumer:
        stands = {name: await _stands(consumer, tps) for name, tps in read.items()}
    return Lag(
        workers,
        {name: {each.partition: each.waiting for each in told} for name, told in stands.items()},
        {name: sum(each.lost for each in told) for name, told in stands.items()},
    )


async def workers_at(client: AIOKafkaAdminClient, settings: Settings) -> int:
    """Return how many workers share the partitions now."""
    (answer,) = await client.describe_consumer_groups([settings.app_id])
    return sum(len(group["members"]) for group in answer.to_object()["groups"])


async def _partitions(
    client: AIOKafkaAdminClient, settings: Settings
) -> dict[str, list[TopicPartition]]:
    """Return the partitions of the topics that stages read: of which a record may be parked."""
    read = [settings.topic(topic.name) for topic in topics().values() if topic.dead_letters]
    there = set(await client.list_topics())
    for name in read:
        require(name, there)
    told = {each["topic"]: each["partitions"] for each in await client.describe_topics(read)}
    return {name: sorted(TopicPartition(name, p["partition"]) for p in told[name]) for name in read}


@asynccontextmanager
async def _asking(settings: Settings) -> AsyncIterator[AIOKafkaConsumer]:
    """Give a consumer that may ask what the group has committed, and takes no part in it."""
    consumer = AIOKafkaConsumer(
        group_id=settings.app_id, enable_auto_commit=False, **client_options(settings)
    )
    async with reaching(settings):
        try:
            await consumer.start()
            yield consumer
        finally:
            await consumer.stop()


async def _stands(consumer: AIOKafkaConsumer, tps: list[TopicPartition]) -> list[_Stand]:
    starts, ends = await consumer.beginning_offsets(tps), await consumer.end_offsets(tps)
    done = {tp: await consumer.committed(tp) for tp in tps}
    return [_Stand(tp.partition, starts[tp], ends[tp], done[tp]) for tp in tps]
