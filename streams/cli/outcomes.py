r"""`parley outcomes`: what became of the articles."""

import sys
from collections import Counter

import click
from rich.console import Console
from rich.table import Table

from schemas import Outcome, decode, encode
from streams.cli.on_kafka import run
from streams.settings import Settings


@click.command()
@click.option("--article", help="Only those of the article with this id.")
@click.option("--source", help="Only that of the record topic/partition/offset.")
@click.option("--outcome", help="Only those of one name, such as rejected.")
@click.option("--json", "as_json", is_flag=True, help="Print each outcome as a line of JSON.")
def command(article: str | None, source: str | None, outcome: str | None, as_json: bool) -> None:
    """Count what became of the articles, or find out what became of one.

    \b
    Example:
      parley outcomes
      parley outcomes --outcome rejected --json
    """
    wanted = {"article_id": article, "source": source, "outcome": outcome}
    asked = {name: value for name, value in wanted.items() if value is not None}
    found = [
        each
        for each in run(read_outcomes).values()
        if all(getattr(each, name) == value for name, value in asked.items())
    ]
    if as_json:
        sys.stdout.buffer.writelines(encode(each) + b"\n" for each in found)
        return
    Console().print(_counted(found))


async def read_outcomes(settings: Settings) -> dict[str, Outcome]:
    """Return the outcome of every raw record, by its source."""
    from streams.shell.records import EVERYTHING, follow

    found: dict[str, Outcome] = {}
    async for record in follow(settings, "outcomes", EVERYTHING):
        outcome = decode(record.value or b"", Outcome)
        # A record that was handled twice says the same twice.
        found[outcome.source] = outcome
    return found


def _counted(outcomes: list[Outcome]) -> Table:
    table = Table(header_style="bold")
    table.add_column("outcome")
    table.add_column("reason")
    table.add_column("articles", justify="right")
    counts = Counter((o.outcome, o.reason or "") for o in outcomes)
    for (name, reason), count in sorted(counts.items()):
        table.add_row(name, reason, str(count))
    table.add_section()
    table.add_row("all", "", str(len(outcomes)), style="bold")
    return table
