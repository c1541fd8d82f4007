"""Records in and out of Kafka by hand: what `parley push`, `tail` and their like are made of."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Set
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import orjson
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaConnectionError, KafkaError

from schemas import topic
from streams.errors import BrokerError
from streams.publish import Message, place_of
from streams.settings import Settings
from streams.shell.credentials import client_options
from streams.shell.reliability.header_names import tolerate_header_names

RAW = topic("articles.raw").name
LARGEST_RAW_BYTES = int(topic("articles.raw").config["max.message.bytes"])
"""Kafka itself takes no more; far smaller ones are rejected by name, and parked."""
LINGER_MS = 10
POLL_SECONDS = 0.05
LARGEST_MESSAGE_BYTES = 20 * 1024 * 1024
REQUEST_MS = 30_000


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where following a topic starts, and whether it ends with what is there."""

    from_beginning: bool = False
    until_end: bool = False


FROM_BEGINNING = Standpoint(from_beginning=True)
EVERYTHING = Standpoint(from_beginning=True, until_end=True)


@asynccontextmanager
async def admin(settings: Settings) -> AsyncIterator[AIOKafkaAdminClient]:
    """Give an admin client; raises `BrokerError` where Kafka cannot be reached."""
    client = AIOKafkaAdminClient(**client_options(settings))
    async with reaching(settings):
        try:
            await client.start()
            yield client
        finally:
            await client.close()


@asynccontextmanager
async def producer(settings: Settings) -> AsyncIterator[AIOKafkaProducer]:
    """Give a producer that waits for all replicas; raises `BrokerError`.

    So it does where nobody has made the topics yet.
    """
    client = AIOKafkaProducer(
        acks="all",
        linger_ms=LINGER_MS,
        max_request_size=LARGEST_MESSAGE_BYTES,
        request_timeout_ms=REQUEST_MS,
        **client_options(settings),
    )
    async with reaching(settings):
        try:
            await client.start()
            require(settings.topic(RAW), (await client.client.fetch_all_metadata()).topics())
            yield client
        finally:
            await client.stop()


async def deliver(
    client: AIOKafkaProducer, settings: Settings, messages: Iterable[Message]
) -> tuple[str, ...]:
    """Send messages in order, wait for Kafka to have all; return where each stands.

    As topic/partition/offset.
    """
    waiting = [await dispatch(client, settings, message) for message in messages]
    return tuple(map(place_of, await asyncio.gather(*waiting)))


async def dispatch(
    client: AIOKafkaProducer, settings: Settings, message: Message
) -> "asyncio.Future[Any]":
    """Send a message, and return what to await until Kafka has it."""
    name, headers = settings.topic(message.topic), list(message.headers)
    delivery: asyncio.Future[Any] = await client.send(
        name, message.value, key=message.key, headers=headers
    )
    return delivery


async def follow(
    settings: Settings, handle: str, start: Standpoint = Standpoint()
) -> AsyncIterator[Any]:
    """Yield the records of the topic with a handle, partition by partition in order.

    Follows the topic for ever, or until its present end. Belongs to no consumer group. Raises
    `BrokerError` where Kafka cannot be reached or has no such topic.
    """
    tolerate_header_names()
    name = settings.topic(topic(handle).name)
    wait = settings.fetch_wait_ms
    consumer = AIOKafkaConsumer(
        # Not by a seek: the client's own reset to the end may come back after it, and win.
        auto_offset_reset="earliest" if start.from_beginning else "latest",
        fetch_max_wait_ms=wait,
        **client_options(settings),
    )
    async with reaching(settings):
        try:
            await consumer.start()
            require(name, await consumer.topics())
            consumer.subscribe([name])
            ends = await _ends(consumer)
            while not (start.until_end and await _has_reached(consumer, ends)):
                for tp, records in (await consumer.getmany(timeout_ms=wait)).items():
                    for record in records:
                        if not start.until_end or record.offset < ends[tp]:
                            yield record
        finally:
            await consumer.stop()


def require(name: str, found: Set[str]) -> None:
    """Raise `BrokerError` where Kafka has no such topic: its client would wait for one to come."""
    if name not in found:
        raise BrokerError(f"Kafka has no {name}: run `parley topics create` first")


async def _ends(consumer: AIOKafkaConsumer) -> dict[TopicPartition, int]:
    """Return the present ends of all partitions."""
    # The partitions come with the client's next look at the cluster, which may be a moment off.
    while not consumer.assignment():  # noqa: ASYNC110  # the client has no event for it
        await asyncio.sleep(POLL_SECONDS)
    ends: dict[TopicPartition, int] = await consumer.end_offsets(sorted(consumer.assignment()))
    return ends


async def _has_reached(consumer: AIOKafkaConsumer, ends: dict[TopicPartition, int]) -> bool:
    return all([await consumer.position(tp) >= end for tp, end in ends.items()])


@asynccontextmanager
async def reaching(settings: Settings) -> AsyncIterator[None]:
    """Raise `BrokerError`, in words for people, for what Kafka's client raises within."""
    try:
        yield
    except KafkaConnectionError as exc:
        raise BrokerError(
            f"no Kafka answers at {settings.bootstrap}, asked with PARLEY_SECURITY="
            f"{settings.security}. Is it running? PARLEY_BOOTSTRAP says where it is, "
            "`parley settings` shows the rest"
        ) from exc
    except KafkaError as exc:
        raise BrokerError(
            f"Kafka at {settings.bootstrap} did not do as asked ({exc}). "
            "Is it running? PARLEY_BOOTSTRAP says where it is, `parley settings` shows the rest"
        ) from exc


def raw_message(value: bytes) -> Message:
    """Return the message that brings a raw record in, whatever it holds."""
    return Message(RAW, key_of(value), value, (("content-type", b"application/json"),))


def key_of(value: bytes) -> bytes | None:
    """Return a key under which an article and its edits keep their order; None where none shows."""
    try:
        article = orjson.loads(value)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(article, dict):
        return None
    name = article.get("url") or article.get("id")
    return str(name).encode("utf-8", "replace") if name else None
