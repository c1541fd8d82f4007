"""Compare what was fed with what became of it: each raw record must have exactly one outcome.

Run it where Parley is installed, with the same PARLEY_* settings: `python deploy/outcomes.py
[SECONDS]`. It waits that long for the last outcome, prints one line of figures, and exits with 1
if an outcome is missing, foreign, or contradicted by another of the same record. Outcomes may be
repeated, since records are processed at least once; a repeated one must say the same.
"""

import asyncio
import os
import sys
import time
from collections import Counter

import click
from aiokafka import AIOKafkaConsumer, TopicPartition

from schemas import Outcome, decode, topics
from streams.ingest.agent import RAW
from streams.settings import Settings, load
from streams.shell.credentials import client_options

POLL_SECONDS = 1.0
READ_MS = 500

Seen = dict[str, set[str]]


async def main(settings: Settings, patience: float) -> int:
    """Print the figures and return the exit code."""
    deadline = time.monotonic() + patience
    fed, seen = await read(settings)
    while fed - seen.keys() and time.monotonic() < deadline:
        await asyncio.sleep(POLL_SECONDS)
        fed, seen = await read(settings)
    click.echo(summary(fed, seen))
    return 0 if fed and faults(fed, seen) == (0, 0, 0) else 1


def faults(fed: set[str], seen: Seen) -> tuple[int, int, int]:
    """Return how many outcomes are missing, foreign and contradicted."""
    contradicted = [source for source, outcomes in seen.items() if len(outcomes) > 1]
    return len(fed - seen.keys()), len(seen.keys() - fed), len(contradicted)


def summary(fed: set[str], seen: Seen) -> str:
    """Return the figures in one line."""
    missing, foreign, contradicted = faults(fed, seen)
    counts = Counter(min(outcomes) for outcomes in seen.values())
    names = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    return (
        f"fed {len(fed)}, with an outcome {len(seen)} ({names}); "
        f"missing {missing}, foreign {foreign}, contradicted {contradicted}"
    )


async def read(settings: Settings) -> tuple[set[str], Seen]:
    """Return the sources of all raw records, and the outcomes of each source."""
    consumer = AIOKafkaConsumer(auto_offset_reset="earliest", **client_options(settings))
    await consumer.start()
    try:
        return await raw_sources(consumer, settings), await outcomes(consumer, settings)
    finally:
        await consumer.stop()


async def raw_sources(consumer: AIOKafkaConsumer, settings: Settings) -> set[str]:
    """Return topic/partition/offset of each raw record that Kafka still holds."""
    partitions = await partitions_of(consumer, settings.topic(RAW))
    first = await consumer.beginning_offsets(partitions)
    end = await consumer.end_offsets(partitions)
    return {f"{p.topic}/{p.partition}/{i}" for p in partitions for i in range(first[p], end[p])}


async def outcomes(consumer: AIOKafkaConsumer, settings: Settings) -> Seen:
    """Return the names of all outcomes of each source."""
    name = next(topic.name for topic in topics().values() if topic.record == Outcome.schema)
    partitions = await partitions_of(consumer, settings.topic(name))
    consumer.assign(partitions)
    end = await consumer.end_offsets(partitions)
    seen: Seen = {}
    while any([await consumer.position(p) < end[p] for p in partitions]):
        for batch in (await consumer.getmany(timeout_ms=READ_MS)).values():
            for record in batch:
                outcome = decode(record.value, Outcome)
                seen.setdefault(outcome.source, set()).add(outcome.outcome)
    return seen


async def partitions_of(consumer: AIOKafkaConsumer, topic: str) -> list[TopicPartition]:
    """Return the partitions of a topic; Kafka must know it."""
    await consumer.topics()  # fetches what the consumer is to know about all topics
    return [TopicPartition(topic, number) for number in consumer.partitions_for_topic(topic)]


if __name__ == "__main__":
    patience = float(sys.argv[1]) if len(sys.argv) > 1 else 0.0
    sys.exit(asyncio.run(main(load(os.environ), patience)))
