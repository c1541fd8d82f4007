"""The declared topics on a broker: created where they are missing, compared where they are not.

How long a topic keeps its records is for whoever runs it to say. Other settings are not: a
changelog that is cleaned up by anything but compaction forgets state, a topic that takes smaller
records stops whoever writes to it, and where producers say what time it is, one wrong clock closes
all events.
"""

import asyncio
from collections.abc import Coroutine, Mapping
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import for_code

from schemas import Topic, topics
from streams.errors import BrokerError
from streams.settings import Settings
from streams.shell.records import admin

CREATE_MS = 30_000
POLL_SECONDS = 0.05
EXISTS_ALREADY = 36
"""Kafka's error code; somebody else may create the same topics at the same moment."""
DEMANDED = ("cleanup.policy", "message.timestamp.type", "max.message.bytes")
"""What a topic must have as it is declared, of the last at least as much."""
OF_THE_TOPIC = 1
"""Kafka's code for a setting that is the topic's own, and not the broker's."""

Configs = Mapping[str, Mapping[str, tuple[str, int]]]
"""The settings of topics by name, each with its value and whose it is."""


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
        await _in_time(_until_there(client, settings))
    return tuple(settings.topic(topic.name) for topic in missing)


async def correct_topics(settings: Settings) -> tuple[str, ...]:
    """Give topics that exist the settings on which guarantees rest; return what was set, in words.

    Whatever else is set on them stays. Raises `BrokerError` where Kafka refuses.
    """
    async with admin(settings) as client:
        found = await _configs(client, settings)
        wrong = _wrong(found, settings)
        for name, due in wrong.items():
            # The request replaces all that is set on a topic.
            own = {key: value for key, (value, of) in found[name].items() if of == OF_THE_TOPIC}
            await _set(client, name, own | due)
        if wrong:
            await _in_time(_until_set(client, settings))
    return _in_words(wrong)


async def require_topics(settings: Settings) -> None:
    """Return if the broker has the topics as declared; else raises `BrokerError`."""
    async with admin(settings) as client:
        missing = await _missing(client, settings)
        if missing:
            names = ", ".join(settings.topic(topic.name) for topic in missing)
            raise BrokerError(f"Kafka has no {names}: run `parley topics create` first")
        wrong = _wrong(await _configs(client, settings), settings)
    if wrong:
        raise BrokerError(
            f"records or events could be lost: set {'; '.join(_in_words(wrong))}. "
            "`parley topics create` does so"
        )


def unmet(topic: Topic, found: Mapping[str, str]) -> dict[str, str]:
    """Return the settings that a topic must have and has not, {"cleanup.policy": "compact"}.

    What could not be learnt is taken for right.
    """
    due = {name: topic.config[name] for name in DEMANDED if name in topic.config}
    return {n: value for n, value in due.items() if not _meets(n, value, found.get(n, value))}


def _meets(name: str, due: str, found: str) -> bool:
    if name == "max.message.bytes":
        return int(found) >= int(due)
    return set(found.split(",")) == set(due.split(","))


def _wrong(found: Configs, settings: Settings) -> dict[str, dict[str, str]]:
    """Return by topic what it must have and has not."""
    wrong = {}
    for topic in topics().values():
        name = settings.topic(topic.name)
        if due := unmet(topic, {key: value for key, (value, _) in found[name].items()}):
            wrong[name] = due
    return wrong


def _in_words(wrong: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    return tuple(
        f"{key}={value} on {name}" for name, due in wrong.items() for key, value in due.items()
    )


async def _in_time(waiting: Coroutine[Any, Any, None]) -> None:
    try:
        await asyncio.wait_for(waiting, CREATE_MS / 1000)
    except TimeoutError:
        raise BrokerError(
            f"Kafka did not show its topics as asked within {CREATE_MS / 1000:.0f} s: look at its "
            "log, then run `parley topics create` again"
        ) from None


async def _until_set(client: AIOKafkaAdminClient, settings: Settings) -> None:
    """Wait for the broker to know what its controller has set, a moment later."""
    while _wrong(await _configs(client, settings), settings):  # noqa: ASYNC110  # nor for this
        await asyncio.sleep(POLL_SECONDS)


async def _until_there(client: AIOKafkaAdminClient, settings: Settings) -> None:
    """Wait for the broker to know what its controller has created, a moment later."""
    while await _missing(client, settings):  # noqa: ASYNC110  # the broker has no event for it
        await asyncio.sleep(POLL_SECONDS)


async def _missing(client: AIOKafkaAdminClient, settings: Settings) -> list[Topic]:
    there = await _partitions(client)
    for topic in topics().values():
        name, due = settings.topic(topic.name), settings.partitions_of(topic)
        # No table lives beside dead letters: any number of partitions will do.
        if not topic.dead_letter and there.get(name, due) != due:
            raise BrokerError(
                f"{name} has {there[name]} partitions and is to have {due}: set PARLEY_PARTITIONS="
                f"{there[name]}, or take another PARLEY_NAMESPACE, which makes topics of its own "
                "(the state of a table is torn apart when its partitions are added to)"
            )
    return [topic for topic in topics().values() if settings.topic(topic.name) not in there]


async def _partitions(client: AIOKafkaAdminClient) -> Mapping[str, int]:
    names = await client.list_topics()
    return {t["topic"]: len(t["partitions"]) for t in await client.describe_topics(list(names))}


async def _configs(client: AIOKafkaAdminClient, settings: Settings) -> Configs:
    """Return the settings of the topics that are there, as far as one is allowed to see them."""
    asked = [
        ConfigResource(ConfigResourceType.TOPIC, settings.topic(topic.name))
        for topic in topics().values()
    ]
    answers = await client.describe_configs(asked)
    return {
        name: {key: (value, source) for key, value, _, source, *_ in entries}
        for answer in answers
        for _code, _message, _type, name, entries in answer.resources
    }


async def _set(client: AIOKafkaAdminClient, name: str, config: dict[str, str]) -> None:
    resource = ConfigResource(ConfigResourceType.TOPIC, name, config)
    for answer in await client.alter_configs([resource]):
        for code, message, *_ in answer.resources:
            if code:
                raise BrokerError(f"cannot set {name}: {for_code(code).__name__} {message}")


def _new_topic(topic: Topic, settings: Settings) -> NewTopic:
    return NewTopic(
        settings.topic(topic.name),
        settings.partitions_of(topic),
        settings.replication,
        topic_configs=topic.config,
    )
