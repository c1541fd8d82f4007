"""Rulings on real Kafka: made by command, obeyed by workers, remembered by those that follow."""

import asyncio

import orjson

from schemas import Event, decode, topic
from streams.settings import Settings
from streams.shell.topics import create_topics
from tests.cli.articles import article
from tests.cli.test_on_kafka import parley
from tests.kafka import client
from tests.kafka.workers import RAW, until_done, workers

ROUNDS = ("second", "third")


def report(number: int, outlet: str) -> tuple[bytes, bytes]:
    """Return a raw record: the second or the third round, as an outlet tells it."""
    text = f"Armenia and Azerbaijan held a {ROUNDS[number]} round of talks in Tbilisi on Tuesday."
    url = f"https://{outlet}.example/{number}"
    published = f"2026-03-{3 + 7 * number:02}T18:00:00Z"
    raw = article(outlet=outlet, url=url, title="Talks", text=text, published_at=published)
    return url.encode(), orjson.dumps(raw)


async def living(settings: Settings) -> list[Event]:
    """Return the last state of the events that have reports."""
    last: dict[bytes | None, Event] = {}
    for record in await client.read(settings.bootstrap, settings.topic(topic("events").name)):
        last[record.key] = decode(record.value or b"", Event)
    return [event for event in last.values() if event.reports]


async def test_rulings_are_obeyed_and_remembered(kafka: str, unique: str) -> None:
    """Two rounds that a person joins are one, for a worker that starts afresh as well."""
    settings = Settings(bootstrap=kafka, namespace=unique, partitions=2)
    await create_topics(settings)
    await client.produce(kafka, settings.topic(RAW), [report(0, "dale"), report(1, "vale")])
    with workers(settings, 1) as group:
        await until_done(settings)
        one, other = await living(settings)
        code, said, _ = await parley(settings, "events", "join", one.event_id, other.event_id)
        assert (0, True) == (code, said.startswith(b"ruling r-"))
        await until_done(settings)
        (joined,) = await living(settings)
        assert {"dale", "vale"} == {report.outlet for report in joined.reports}
        group.running[0].kill()
        group.start()
        await client.produce(kafka, settings.topic(RAW), [report(1, "harbour")])
        await asyncio.sleep(1)
        await until_done(settings)
        (joined,) = await living(settings)
        assert {"dale", "vale", "harbour"} == {report.outlet for report in joined.reports}
        ruling = said.split()[1].rstrip(b";").decode()
        assert 0 == (await parley(settings, "events", "undo", ruling))[0]
        await until_done(settings)
        assert 2 == len(await living(settings))
