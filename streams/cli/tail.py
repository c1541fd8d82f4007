"""`parley tail`: follow a topic."""

import asyncio
import select
import sys
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import click
import msgspec
import orjson

from schemas import Event, topic, topics
from streams.cli.on_kafka import run, said_by
from streams.cli.printed import console
from streams.cli.views import brief
from streams.settings import Settings

LOOK_SECONDS = 0.5
HANDLES = [t.handle for t in topics().values() if not t.internal and not t.dead_letter]


@click.command(epilog=f"Topics: {', '.join(HANDLES)}.")
@click.argument("handle", default="events", metavar="[TOPIC]", type=click.Choice(HANDLES))
@click.option("--from-beginning", is_flag=True, help="Start with the oldest record.")
@click.option("--until-end", is_flag=True, help="Stop at the newest record there is now.")
@click.option("--count", type=click.IntRange(min=1), help="Stop after so many records.")
@click.option("--brief", "briefly", is_flag=True, help="One line for people per event.")
def command(
    handle: str, from_beginning: bool, until_end: bool, count: int | None, briefly: bool
) -> None:
    """Print the records of TOPIC as they come, as JSON Lines.

    TOPIC is by default events.

    \b
    Example:
      parley tail events --from-beginning | jq .parties
      parley tail event-log --brief
    """
    if briefly and topic(handle).record != Event.schema:
        raise click.UsageError("--brief is for events and event-log")
    follow = partial(
        tail,
        handle=handle,
        from_beginning=from_beginning,
        until_end=until_end,
        count=count,
        briefly=briefly,
    )
    try:
        run(partial(_while_somebody_reads, follow))
    except (KeyboardInterrupt, BrokenPipeError):
        # Both are how people end a tail.
        sys.stderr.close()


async def _while_somebody_reads(
    follow: Callable[[Settings], Coroutine[Any, Any, None]], settings: Settings
) -> None:
    """Follow a topic until its reader is gone, `| head -1`, though nothing comes to tell of it."""
    output = select.poll()
    output.register(sys.stdout, 0)  # A closed end is told of unasked.
    following = asyncio.ensure_future(follow(settings))
    while not following.done():
        await asyncio.wait({following}, timeout=LOOK_SECONDS)
        if output.poll(0):
            following.cancel()
    if not following.cancelled():
        await following


async def tail(
    settings: Settings,
    handle: str,
    *,
    from_beginning: bool,
    until_end: bool,
    count: int | None,
    briefly: bool,
) -> None:
    """Print records until told to stop."""
    from streams.shell.records import Standpoint, follow

    page = console()
    # Asked for an end without a beginning, one means all there is.
    start = Standpoint(from_beginning or until_end, until_end)
    printed = 0
    async for record in follow(settings, handle, start):
        if briefly:
            event = said_by(record, Event)
            if event is None:
                continue
            page.print(brief(event), soft_wrap=True)
        else:
            sys.stdout.buffer.write(printable(record.value) + b"\n")
            sys.stdout.buffer.flush()
        printed += 1
        if printed == count:
            return


def printable(value: bytes | None) -> bytes:
    """Return a value as one line of JSON, whatever it holds."""
    try:
        return orjson.dumps(orjson.loads(value or b"null"))
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return orjson.dumps({"bytes": msgspec.to_builtins(value)})
