"""`parley events`: correct by hand what joining has made of events."""

import getpass
from collections.abc import Iterable
from functools import partial

import click
from rich.text import Text

from schemas import Event, Ruling
from streams.cli.inputs import now
from streams.cli.on_kafka import read_latest, run, said_by
from streams.cli.printed import show, table_of
from streams.cli.ruled import joining, resolve, splitting, withdrawal
from streams.dedup.account import sortable
from streams.dedup.rulings import latest
from streams.settings import Settings

read_events = partial(read_latest, handle="events", record=Event)
"""Reads the last revision of every event, by id."""
by_option = click.option("--by", default=getpass.getuser, help="Who rules; by default, you.")
reason_option = click.option("--reason", help="Why, for those who read the event.")


@click.group()
def command() -> None:
    """Join or split events by hand; the stream obeys.

    It remembers what was ruled through restarts and replays.
    """


@command.command()
@click.argument("events", nargs=-1, required=True)
@by_option
@reason_option
def join(events: tuple[str, ...], by: str, reason: str | None) -> None:
    """Make one event of EVENTS.

    They are two or more of one kind and one negotiation.

    \b
    Example:
      parley events join e-39795766f8554a44 e-25e959fb2462f828 --reason "one round, two dates"
    """
    known = run(read_events)
    publish(joining([resolve(id_, known) for id_ in events], at=now(), by=by, reason=reason))


@command.command()
@click.argument("event")
@click.argument("reports", nargs=-1, required=True)
@by_option
@reason_option
def split(event: str, reports: tuple[str, ...], by: str, reason: str | None) -> None:
    """Take REPORTS out of EVENT into an event of their own.

    A report is named by its article_id or mention_id; `parley tail events` shows them.

    \b
    Example:
      parley events split e-39795766f8554a44 dhow-260217-geneva levant-260213-geneva
    """
    known = run(read_events)
    publish(splitting(resolve(event, known), reports, at=now(), by=by, reason=reason))


@command.command()
@click.argument("ruling")
def undo(ruling: str) -> None:
    """Take RULING back.

    What it joined or split is again as joining has it.
    """
    publish(withdrawal(ruling, run(read_rulings), at=now()))


@command.command()
def rulings() -> None:
    """List what has been ruled, and what was taken back."""
    table = table_of("ruling", "reports", "says", whole=frozenset({"ruling", "reports"}))
    for each in _latest(run(read_rulings)):
        reports = "\n--\n".join("\n".join(group) for group in each.groups)
        table.add_row(each.ruling_id, Text(reports), Text(_said(each)))
    show(table, nothing="Nothing has been ruled.")


def _said(ruling: Ruling) -> str:
    """Return who ruled what, when and why."""
    taken_back = ", taken back" if ruling.withdrawn else ""
    ruled = f"{ruling.action} {ruling.kind} of {ruling.block}{taken_back}"
    why = f": {ruling.reason}" if ruling.reason else ""
    return f"{ruled}; {ruling.by or 'unknown'}, {ruling.at[:16]}{why}"


def publish(ruling: Ruling) -> None:
    """Put a ruling on its topic, and say under which name it can be undone."""
    run(partial(send, ruling=ruling))
    back = " taken back" if ruling.withdrawn else f"; `parley events undo {ruling.ruling_id}`"
    click.echo(f"ruling {ruling.ruling_id}{back}")


async def send(settings: Settings, ruling: Ruling) -> None:
    """Publish a ruling."""
    from streams.publish import ruling_messages
    from streams.shell.records import deliver, producer

    async with producer(settings) as client:
        await deliver(client, settings, ruling_messages(ruling))


async def read_rulings(settings: Settings) -> list[Ruling]:
    """Return every ruling in every version, as they were made."""
    from streams.shell.records import EVERYTHING, follow

    records = [record async for record in follow(settings, "rulings", EVERYTHING)]
    rulings = (said_by(record, Ruling) for record in records)
    return [ruling for ruling in rulings if ruling is not None]


def _latest(made: Iterable[Ruling]) -> list[Ruling]:
    found: dict[str, Ruling] = {}
    for ruling in made:
        found[ruling.ruling_id] = latest(found.get(ruling.ruling_id), ruling)
    return sorted(found.values(), key=lambda ruling: sortable(ruling.at))
