"""`parley push`: articles from files to Kafka."""

import asyncio
import os
from collections import deque
from collections.abc import AsyncIterator, Iterator
from functools import partial
from threading import Semaphore, Thread
from typing import Any

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

    FILES hold article JSON, JSON Lines, HTML or plain text; - is standard input, whose lines are
    pushed as they come.

    \b
    Example:
      parley push article.json
      parley push page.html --outlet "The Dale Post" --published-at 2026-02-05T06:00:00Z
      tail -F feed.jsonl | parley push -
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
    from streams.shell.records import dispatch, producer

    count, waiting = 0, deque[Any]()
    try:
        async with producer(settings) as client:
            async for record in _coming(records):
                waiting.append(await dispatch(client, settings, _message(record)))
                count += 1
                while waiting and (waiting[0].done() or len(waiting) > IN_FLIGHT):
                    await waiting.popleft()
                await asyncio.sleep(1 / rate if rate else 0)
            await asyncio.gather(*waiting)
    except asyncio.CancelledError:
        # How a feed without an end is ended; the producer has sent on what it had.
        click.echo(f"interrupted: {counted(count, 'article')} pushed", err=True)
        raise
    return count


async def _coming(records: Iterator[Record]) -> AsyncIterator[Record]:
    """Yield records as they come, be it after hours; what was sent goes out meanwhile.

    They are read in a thread that nobody waits for: the command is to end when it is interrupted.
    """
    loop, room = asyncio.get_running_loop(), Semaphore(IN_FLIGHT)
    found: asyncio.Queue[Record | Exception | None] = asyncio.Queue()

    def read() -> None:
        end: Exception | None = None
        try:
            for record in records:
                room.acquire()
                loop.call_soon_threadsafe(found.put_nowait, record)
        except Exception as exc:  # noqa: BLE001  # it is raised where the record is awaited
            end = exc
        loop.call_soon_threadsafe(found.put_nowait, end)

    Thread(target=read, daemon=True).start()
    while isinstance(record := await found.get(), Record):
        room.release()
        yield record
    if record is not None:
        raise record


def _message(record: Record) -> Message:
    from streams.shell.records import LARGEST_RAW_BYTES, raw_message

    if len(record.value) > LARGEST_RAW_BYTES:
        raise ParleyError(
            f"{record.source} has {len(record.value)} bytes, Kafka takes {LARGEST_RAW_BYTES} at "
            "most: leave it out, and push again what stands behind it"
        )
    return raw_message(record.value)
