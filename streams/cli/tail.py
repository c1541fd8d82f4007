"""`parley tail`: follow a topic."""

import sys
from functools import partial

import click
import msgspec
import orjson
from rich.console import Console

from schemas import Event, topic, topics
from streams.cli.on_kafka import run, said_by
from streams.cli.views import brief
from streams.settings import Settings

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
        run(follow)
    except (KeyboardInterrupt, BrokenPipeError):
        # Both are how people end a tail.
        sys.stderr.close()


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

    console = Console()
    # Asked for an end without a beginning, one means all there is.
    start = Standpoint(from_beginning or until_end, until_end)
    printed = 0
    async for record in follow(settings, handle, start):
        if briefly:
            event = said_by(record, Event)
            if event is None:
                continue
            console.print(brief(event), soft_wrap=True)
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
