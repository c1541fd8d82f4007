"""Measure one worker on Apache Kafka: `make bench-kafka`. Needs Java and Maven, as the tests do.

What has been fed is there before the worker starts: it takes as much at once as it may. Time counts
from its first result on; processor time is the worker's own.
"""

import asyncio
import statistics
import time
from dataclasses import dataclass
from itertools import islice

import orjson
import psutil
from aiokafka import AIOKafkaConsumer
from rich.console import Console
from rich.table import Table

from schemas import Event, decode, topic
from streams.dedup import block_key
from streams.publish import mention_messages
from streams.settings import Settings
from streams.shell.topics import create_topics
from tests.bench import stream
from tests.kafka import broker, client
from tests.kafka.workers import RAW, Workers, workers
from tests.load.mentions import mentions

ARTICLES = {0.03: 4_000, 0.20: 1_000, 1.0: 200}
"""How many articles of each share are measured."""
MENTIONS = 3_000
REVISIONS = 2_900
"""Each mention leads to a revision of an event, but for a few."""
ALONE = 21
"""Articles that come one by one; the median does not see that the first waits for the worker."""
POLL_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast one worker was."""

    a_second: float
    milliseconds: float
    """Of processor time, for each."""


async def feed_articles(settings: Settings, share: float) -> None:
    """Feed raw articles of which this share is about a negotiation."""
    values = stream(share, ARTICLES[share])
    await client.produce(settings.bootstrap, settings.topic(RAW), ((None, v) for v in values))


async def feed_mentions(settings: Settings) -> None:
    """Feed the first mentions of a simulated feed."""
    feed = islice(mentions(10**9, days=10**5), MENTIONS)
    messages = [message for m in feed for message in mention_messages(m, block_key(m))]
    name = settings.topic(topic("mentions").name)
    await client.produce(settings.bootstrap, name, ((m.key, m.value) for m in messages))


async def measured(settings: Settings, handle: str, wanted: int) -> Speed:
    """Return how fast a worker brings so many records to the topic of a handle."""
    name = settings.topic(topic(handle).name)

    async def come(records: int) -> int:
        while True:
            found = sum((await client.ends(settings.bootstrap, name)).values())
            if found >= records:
                return found
            await asyncio.sleep(POLL_SECONDS)

    with workers(settings, 1) as group:
        first = await come(1)
        begun, used = time.monotonic(), processor_seconds(group)
        more = await come(wanted) - first
        took, used = time.monotonic() - begun, processor_seconds(group) - used
    return Speed(more / took, 1000 * used / more)


async def alone(settings: Settings) -> float:
    """Return the milliseconds from the record of an article that comes alone to its event."""
    name, took = settings.topic(topic("event-log").name), []
    async with AIOKafkaConsumer(
        name, bootstrap_servers=settings.bootstrap, auto_offset_reset="earliest"
    ) as log:
        with workers(settings, 1):
            for value in stream(1.0, ALONE):
                begun = time.monotonic()
                await client.produce(settings.bootstrap, settings.topic(RAW), [(None, value)])
                await told_of(log, orjson.loads(value)["id"])
                took.append(time.monotonic() - begun)
    return 1000 * statistics.median(took)


async def told_of(log: "AIOKafkaConsumer[bytes, bytes]", article_id: str) -> None:
    """Return when an event has a report of an article."""
    async for record in log:
        reports = decode(record.value or b"", Event).reports
        if any(report.article_id == article_id for report in reports):
            return


def processor_seconds(group: Workers) -> float:
    """Return how long the one worker has used the processor."""
    times = psutil.Process(group.running[0].pid).cpu_times()
    return float(times.user + times.system)


async def measure(bootstrap: str, console: Console) -> None:
    """Print how fast a worker takes articles in, and mentions alone."""
    table = Table(title="One worker on Apache Kafka", header_style="bold")
    for heading in ("what is fed", "a second", "ms of processor time"):
        table.add_column(heading, justify="right")
    for share in ARTICLES:
        settings = Settings(bootstrap=bootstrap, namespace=f"articles{share}.")
        await create_topics(settings)
        await feed_articles(settings, share)
        speed = await measured(settings, "outcomes", ARTICLES[share])
        add_row(table, f"articles, {share:.0%} relevant", speed)
    settings = Settings(bootstrap=bootstrap, namespace="mentions.")
    await create_topics(settings)
    await feed_mentions(settings)
    add_row(table, "mentions", await measured(settings, "event-log", REVISIONS))
    console.print(table)
    settings = Settings(bootstrap=bootstrap, namespace="alone.")
    await create_topics(settings)
    console.print(f"an article that comes alone: {await alone(settings):.0f} ms to its event")


def add_row(table: Table, fed: str, speed: Speed) -> None:
    """Add what was measured."""
    table.add_row(fed, f"{speed.a_second:.0f}", f"{speed.milliseconds:.1f}")


def main() -> None:
    """Start a broker, and print the figures."""
    console = Console(highlight=False)
    console.print("Starting Apache Kafka ...")
    with broker.start() as running:
        asyncio.run(measure(running.bootstrap, console))


if __name__ == "__main__":
    main()
