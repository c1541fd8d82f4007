"""`parley push`: articles from files to Kafka."""

import asyncio
import os
from collections.abc import Iterator
from functools import partial
from itertools import islice

import click

from schemas import topic
from streams.cli.inputs import Record, article_options, files_argument, read_records
from streams.cli.on_kafka import run
from streams.cli.views import counted
from streams.errors import ParleyError
from streams.publish import Message
from streams.settings import Settings, load

RAW = topic("articles.raw").name
IN_FLIGHT = 500
"""Records sent before their deliveries are awaited."""


@click.command()
@files_argument
@click.option("--rate", type=click.FloatRange(min=0, min_open=True), help="Articles per second.")
@article_options
def command(files: tuple[str, ...], rate: float | None, about: dict[str, str]) -> None:
    """Push the articles of FILES to Kafka.

    FILES hold article JSON, JSON Lines, HTML or plain text; - is standard input.

    \b
    Example:
      parley push article.json
      parley push page.html --outlet "The Dale Post" --published-at 2026-02-05T06:00:00Z
    """
    settings = load(os.environ)
    count = run(partial(push, records=read_records(files, about), rate=rate))
    where = f"{settings.topic(RAW)} at {settings.bootstrap}"
    click.echo(
        f"pushed {counted(count, 'article')} to {where}; "
        "`parley outcomes` counts what became of them",
        err=True,
    )


async def push(settings: Settings, records: Iterator[Record], rate: float | None) -> int:
    """Push records, `rate` a second if given; return how many Kafka has acknowledged.

    Raises `ParleyError` for a record that is too large for it.
    """
    from streams.shell.records import deliver, producer

    count = 0
    async with producer(settings) as client:
        while some := list(islice(records, 1 if rate else IN_FLIGHT)):
            count += len(await deliver(client, settings, map(_message, some)))
            await asyncio.sleep(1 / rate if rate else 0)
    return count


def _message(record: Record) -> Message:
    from streams.shell.records import LARGEST_RAW_BYTES, raw_message

    if len(record.value) > LARGEST_RAW_BYTES:
        raise ParleyError(
            f"{record.source} has {len(record.value)} bytes, Kafka takes {LARGEST_RAW_BYTES} at "
            "most: leave it out, and push again what stands behind it"
        )
    return raw_message(record.value)
