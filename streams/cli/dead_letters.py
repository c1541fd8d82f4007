"""`parley dead-letters`: records that could not be processed, and trying them again."""

import sys
from collections.abc import AsyncIterator
from functools import partial

import click
import msgspec
from rich.text import Text

from schemas import DeadLetter, topics
from streams.cli.on_kafka import pass_over, run
from streams.cli.printed import show as show_table
from streams.cli.printed import table_of
from streams.cli.views import counted
from streams.errors import ParleyError
from streams.publish import Message, place_of
from streams.settings import Settings

Letter = tuple[DeadLetter, Message | None]


@click.group()
def command() -> None:
    """List, show or replay what could not be processed."""


@command.command("list")
@click.option("--reason", help="Only those with this reason.")
def list_letters(reason: str | None) -> None:
    """Show where each record stood and why it was parked."""
    table = table_of("record", "stage", "reason", "error", whole=frozenset({"record", "reason"}))
    for letter, _ in run(partial(collect, reason=reason)):
        cells = (place_of(letter), letter.stage, letter.reason, letter.error)
        table.add_row(*map(Text, cells))
    show_table(table, nothing="No record is parked.")


@command.command()
@click.argument("source")
def show(source: str) -> None:
    """Write the bytes of one parked record.

    SOURCE is where it stood: topic/partition/offset.
    """
    for letter, message in run(partial(collect, reason=None)):
        if place_of(letter) == source:
            if message is None:
                raise ParleyError(f"{source} is not parked: {letter.error}")
            sys.stdout.buffer.write(message.value or b"")
            return
    raise ParleyError(f"no dead letter of {source}; `parley dead-letters list` shows them")


@command.command()
@click.option("--reason", help="Only those with this reason.")
def replay(reason: str | None) -> None:
    """Send parked records to where they came from.

    They go as they came, and stay parked, too. Events do not mind what was processed before: the
    same mention changes nothing.
    """
    count = run(partial(send_again, reason=reason))
    click.echo(f"replayed {counted(count, 'record')}")


async def collect(settings: Settings, reason: str | None) -> list[Letter]:
    """Return the dead letters, each with the message that would bring its record back."""
    return [each async for each in letters(settings) if reason in {None, each[0].reason}]


async def letters(settings: Settings) -> AsyncIterator[Letter]:
    """Yield every dead letter with the message that would bring its record back, if any."""
    from streams.shell.dead_letters import read_dead_letter
    from streams.shell.records import EVERYTHING, follow

    for topic in topics().values():
        if topic.dead_letters:
            async for record in follow(settings, topic.dead_letters_handle, EVERYTHING):
                try:
                    yield read_dead_letter(record, topic.name)
                except msgspec.ValidationError:
                    pass_over(record, "no dead letter of Parley's")


async def send_again(settings: Settings, reason: str | None) -> int:
    """Send the records of dead letters to where they came from; return how many."""
    from streams.shell.records import deliver, producer

    found = [message for _, message in await collect(settings, reason) if message is not None]
    async with producer(settings) as client:
        return len(await deliver(client, settings, found))
