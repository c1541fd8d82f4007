"""`parley dead-letters`: records that could not be processed, and trying them again."""

import sys
from collections.abc import AsyncIterator, Iterable
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
    show_table(table, nothing=f"No record is parked{' with this reason' if reason else ''}.")


@command.command()
@click.argument("source")
def show(source: str) -> None:
    """Write the bytes of one parked record.

    SOURCE is where it stood: topic/partition/offset.
    """
    letters = run(partial(collect, reason=None))
    (message,) = named((source,), letters)
    sys.stdout.buffer.write(message.value or b"")


@command.command()
@click.argument("sources", nargs=-1)
@click.option("--reason", help="All with this reason.")
@click.option("--all", "everything", is_flag=True, help="All.")
def replay(sources: tuple[str, ...], reason: str | None, everything: bool) -> None:
    """Send parked records to where they came from.

    SOURCES are where they stood: topic/partition/offset. They go as they came, and stay parked,
    too; what fails again is parked once more, and of records that are all the same one is sent
    by --reason and --all. Events do not mind what was processed before: the same mention changes
    nothing.
    """
    if [bool(sources), reason is not None, everything].count(True) != 1:
        raise click.UsageError("name records as `parley dead-letters list` does, --reason or --all")
    count = run(partial(send_again, reason=reason, sources=sources))
    click.echo(f"replayed {counted(count, 'record')}")


async def collect(settings: Settings, reason: str | None) -> list[Letter]:
    """Return the dead letters, each with the message that would bring its record back.

    A worker that ended before it had committed parked its latest records twice: each counts once.
    """
    found = {place_of(each[0]): each async for each in letters(settings)}
    return [each for each in found.values() if reason in {None, each[0].reason}]


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


async def send_again(settings: Settings, reason: str | None, sources: tuple[str, ...]) -> int:
    """Send the records of dead letters to where they came from; return how many.

    Without sources all with the reason are meant, and of equal ones one: what was replayed and
    failed again is parked twice, and would be four times after the next replay. Raises
    `ParleyError` where one is not parked.
    """
    from streams.shell.records import deliver, producer

    letters = await collect(settings, reason)
    found = named(sources, letters) if sources else [m for _, m in letters if m is not None]
    async with producer(settings) as client:
        return len(await deliver(client, settings, dict.fromkeys(found)))


def named(sources: Iterable[str], letters: Iterable[Letter]) -> list[Message]:
    """Return what would bring the records back that stood at these places.

    Raises `ParleyError` where there is no dead letter, or one without its record.
    """
    parked = {place_of(letter): (letter, message) for letter, message in letters}
    found = []
    for source in sources:
        if source not in parked:
            raise ParleyError(f"no dead letter of {source}; `parley dead-letters list` shows them")
        letter, message = parked[source]
        if message is None:
            raise ParleyError(f"{source} is not parked: {letter.error}")
        found.append(message)
    return found
