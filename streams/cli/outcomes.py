"""`parley outcomes`: what became of the articles."""

import sys
from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import get_args

import click
from rich.table import Table
from rich.text import Text

from schemas import Event, Outcome, encode
from schemas.vocabulary import OutcomeName
from streams.cli.on_kafka import read_latest, run, said_by
from streams.cli.printed import console, show, table_of
from streams.cli.views import brief
from streams.errors import ParleyError
from streams.settings import Settings


@click.command()
@click.option("--article", help="Only those of the article with this id.")
@click.option("--source", help="Only that of the record topic/partition/offset.")
@click.option("--outcome", type=click.Choice(get_args(OutcomeName)), help="Only those of one name.")
@click.option("--json", "as_json", is_flag=True, help="Print each outcome as a line of JSON.")
def command(article: str | None, source: str | None, outcome: str | None, as_json: bool) -> None:
    """Count what became of the articles.

    Of one --article or --source, say it with the events of which it is a report.

    \b
    Example:
      parley outcomes
      parley outcomes --outcome rejected --json
      parley outcomes --article dale-260205-talks
    """
    wanted = {"article_id": article, "source": source, "outcome": outcome}
    asked = {name: value for name, value in wanted.items() if value is not None}
    found = [
        each
        for each in run(read_outcomes).values()
        if all(getattr(each, name) == value for name, value in asked.items())
    ]
    named = article or source
    if named and not found:
        raise ParleyError(f"no outcome of {named}: `parley outcomes --json` shows all there are")
    if as_json:
        sys.stdout.buffer.writelines(encode(each) + b"\n" for each in found)
        return
    if named:
        _tell(found, run(partial(read_latest, handle="events", record=Event)).values())
        return
    show(_counted(found), nothing="No article has come in.")


async def read_outcomes(settings: Settings) -> dict[str, Outcome]:
    """Return the outcome of every raw record, by its source."""
    from streams.shell.records import EVERYTHING, follow

    found: dict[str, Outcome] = {}
    async for record in follow(settings, "outcomes", EVERYTHING):
        outcome = said_by(record, Outcome)
        # A record that was handled twice says the same twice.
        if outcome is not None:
            found[outcome.source] = outcome
    return found


def _tell(outcomes: Iterable[Outcome], events: Iterable[Event]) -> None:
    """Print what became of an article, and the events of which it is a report."""
    page = console()
    articles = set()
    for each in sorted(outcomes, key=_received):
        why = ": ".join(filter(None, (each.reason, each.detail)))
        page.print(Text(f"{each.source}: {each.outcome}{f', {why}' if why else ''}"))
        articles.add(each.article_id)
    for event in events:
        if any(report.article_id in articles for report in event.reports):
            page.print(Text("  ") + brief(event), soft_wrap=True)


def _received(outcome: Outcome) -> tuple[str, int]:
    """Return when a record was received; of one moment, the one that stands first comes first."""
    return outcome.at, int(outcome.source.rpartition("/")[2])


def _counted(outcomes: list[Outcome]) -> Table:
    table = table_of("articles", "outcome", "reason")
    counts = Counter((o.outcome, o.reason or "") for o in outcomes)
    for (name, reason), count in sorted(counts.items()):
        table.add_row(str(count), name, reason)
    if outcomes:
        table.add_row(str(len(outcomes)), "in all", style="bold")
    return table
