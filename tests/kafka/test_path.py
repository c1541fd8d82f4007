"""The whole path on real Kafka: what comes in, what goes out, and what becomes of rubbish."""

import orjson
import pytest
from aiokafka import AIOKafkaProducer

from schemas import Outcome, decode, topic
from streams.demo.feed import sample_articles
from streams.settings import Settings
from streams.shell.topics import create_topics
from tests.cli.articles import article
from tests.kafka import client
from tests.kafka.workers import (
    RAW,
    differences,
    expected_events,
    living_events,
    living_processes,
    outcomes,
    told,
    undisturbed,
    until_done,
    workers,
)

GOOD = orjson.dumps(article())
DEEP = b'{"text": ' + b"[" * 10_000 + b"]" * 10_000 + b"}"
REJECTED: dict[str, bytes | None] = {
    "tombstone": None,
    "not-json": b"not json",
    "not-an-object": b"[]",
    "no-text": b'{"title": "x"}',
    "wrong-type": b'{"text": 7}',
    "empty": b'{"text": "  "}',
    "only-markup": b'{"text": "<p></p><br>"}',
    "not-utf8": b'{"text": "\xff"}',
    "too-deep": DEEP,
    "number-out-of-range": b'{"text": "x", "n": 1e999}',
    "too-large": orjson.dumps({"text": "x" * 2_000_001}),
    "unsupported-language": orjson.dumps(
        {
            "text": "Les négociateurs des deux pays se sont retrouvés mardi à Genève pour un tour. "
            * 3
        }
    ),
}
TAKEN = {
    "control characters": orjson.dumps(article(url="https://a.example/1", text="Talks\0 on\x07.")),
    "no offset": orjson.dumps(article(url="https://a.example/2", published_at="2026-03-03T18:00")),
    "far future": orjson.dumps(article(url="https://a.example/3", published_at="3026-03-03")),
    "nonsense date": orjson.dumps(article(url="https://a.example/4", published_at="yesterday")),
    "unknown fields": orjson.dumps(article(url="https://a.example/5", mood={"deep": [1]})),
}
LONG_AGO_MS = 86_400_000
HOSTILE = [("", b"\xff"), ("parley-dlq-reason", b"mine"), ("x" * 3_000, None)]


@pytest.fixture
async def settings(kafka: str, unique: str) -> Settings:
    """Give settings whose topics exist."""
    made = Settings(bootstrap=kafka, namespace=unique)
    await create_topics(made)
    return made


async def test_kafka_says_what_one_process_says(settings: Settings) -> None:
    """Events and processes on Kafka equal those that one process makes of the same articles."""
    articles = [(None, value) for value in sample_articles()]
    await client.produce(settings.bootstrap, settings.topic(RAW), articles, partition=0)
    with workers(settings, 2):
        await until_done(settings)
    expected = await expected_events(settings)
    assert expected
    living = await living_events(settings)
    assert expected == living, differences(expected, living)
    processes = {p.process_id: told(p) for p in (await undisturbed(settings)).processes()}
    assert processes == await living_processes(settings)
    (record, *_) = await client.read(settings.bootstrap, settings.topic(topic("events").name))
    assert b"parley.event.v1" in {v for k, v in record.headers if k == "ce_type"}


async def test_bad_input_is_parked_and_the_stream_goes_on(settings: Settings) -> None:
    """Each bad record has one named outcome and lies byte for byte in the dead-letter topic."""
    name = settings.topic(RAW)
    values = [*REJECTED.values(), *TAKEN.values(), GOOD]
    async with AIOKafkaProducer(
        bootstrap_servers=settings.bootstrap, max_request_size=20_000_000
    ) as producer:
        for value in values:
            await producer.send_and_wait(
                name,
                value,
                key=None if value else b"k",
                partition=0,
                headers=HOSTILE,
                timestamp_ms=LONG_AGO_MS,
            )
    with workers(settings, 1):
        await until_done(settings)
    said_of = {
        source: [decode(value, Outcome) for value in said]
        for source, said in (await outcomes(settings)).items()
    }
    assert [1] * len(values) == [len(said_of[f"{name}/0/{n}"]) for n in range(len(values))]
    reasons = [said_of[f"{name}/0/{n}"][0].reason for n in range(len(REJECTED))]
    assert list(REJECTED) == reasons
    assert "events" == said_of[f"{name}/0/{len(values) - 1}"][0].outcome
    # Not by the clocks of those who sent them.
    assert "2020" <= min(said[0].at for said in said_of.values())
    parked = await client.read(settings.bootstrap, f"{name}.dlq")
    assert list(REJECTED.values()) == [letter.value for letter in parked]
    assert [HOSTILE] * len(parked) == [list(letter.headers)[: len(HOSTILE)] for letter in parked]


@pytest.mark.parametrize("handle", ["articles", "mentions"])
async def test_foreign_record_inside_is_parked(settings: Settings, handle: str) -> None:
    """A record that Parley did not write is parked from its own topics, too."""
    name = settings.topic(topic(handle).name)
    await client.produce(settings.bootstrap, name, [(b"k", b"\xff"), (b"k", b"{}")], partition=0)
    with workers(settings, 1):
        await until_done(settings)
    parked = await client.read(settings.bootstrap, f"{name}.dlq")
    assert [b"\xff", b"{}"] == [letter.value for letter in parked]
