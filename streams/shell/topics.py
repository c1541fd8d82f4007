"""The declared topics on a broker: created where they are missing, compared where they are not."""

import asyncio
from collections.abc import Mapping

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import for_code

from schemas import Topic, topics
from streams.errors import BrokerError
from streams.settings import Settings
from streams.shell.records import admin

CREATE_MS = 30_000
POLL_SECONDS = 0.05
EXISTS_ALREADY = 36
"""Kafka's error code; somebody else may create the same topics at the same moment."""


def partitions_of(topic: Topic, settings: Settings) -> int:
    """Return how many partitions a topic is to have; dead letters need no more than one."""
    if topic.dead_letter:
        return topic.partitions
    return settings.partitions or topic.partitions


async def create_topics(settings: Settings) -> tuple[str, ...]:
    """Create the declared topics that the broker does not have; return their names.

    Raises `BrokerError` where Kafka cannot be reached or refuses, and where a topic that is there
    has another number of partitions than it is to have.
    """
    async with admin(settings) as client:
        missing = await _missing(client, settings)
        if not missing:
            return ()
        answer = await client.create_topics(
            [_new_topic(topic, settings) for topic in missing], timeout_ms=CREATE_MS
        )
        for name, code, *message in answer.topic_errors:
            if code not in {0, EXISTS_ALREADY}:
                raise BrokerError(f"cannot create {name}: {for_code(code).__name__} {message}")
        await asyncio.wait_for(_until_there(client, settings), CREATE_MS / 1000)
    return tuple(settings.topic(topic.name) for topic in missing)


async def require_topics(settings: Settings) -> None:
    """Return if the broker has the topics as declared; else raises `BrokerError`."""
    async with admin(settings) as client:
        missing = await _missing(client, settings)
    if missing:
        names = ", ".join(settings.topic(topic.name) for topic in missing)
        raise BrokerError(f"Kafka has no {names}: run `parley topics create` first")


async def _until_there(client: AIOKafkaAdminClient, settings: Settings) -> None:
    """Wait for the broker to know what its controller has created, a moment later."""
    while await _missing(client, settings):  # noqa: ASYNC110  # the broker has no event for it
        await asyncio.sleep(POLL_SECONDS)


async def _missing(client: AIOKafkaAdminClient, settings: Settings) -> list[Topic]:
    there = await _partitions(client)
    for topic in topics().values():
        name, due = settings.topic(topic.name), partitions_of(topic, settings)
        if there.get(name, due) != due:
            raise BrokerError(
                f"{name} has {there[name]} partitions and is to have {due}: set PARLEY_PARTITIONS="
                f"{there[name]}, or take another PARLEY_NAMESPACE, which makes topics of its own "
                "(the state of a table is torn apart when its partitions are added to)"
            )
    return [topic for topic in topics().values() if settings.topic(topic.name) not in there]


async def _partitions(client: AIOKafkaAdminClient) -> Mapping[str, int]:
    names = await client.list_topics()
    return {t["topic"]: len(t["partitions"]) for t in await client.describe_topics(list(names))}


def _new_topic(topic: Topic, settings: Settings) -> NewTopic:
    return NewTopic(
        settings.topic(topic.name),
        partitions_of(topic, settings),
        settings.replication,
        topic_configs=topic.config,
    )
