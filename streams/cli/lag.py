"""`parley lag`: how far the workers are behind."""

import sys
from dataclasses import asdict

import click
import orjson

from streams.cli.on_kafka import run
from streams.cli.printed import show, table_of
from streams.cli.views import counted


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON, by partition.")
@click.option(
    "--most",
    type=click.IntRange(min=0),
    help="End with 1 where more wait on a topic, no worker is there, or some are lost.",
)
def command(as_json: bool, most: int | None) -> None:
    """Show what waits for the workers, and how many they are.

    Lost is what waited for longer than its topic keeps records, since the last commit there.

    \b
    Example:
      parley lag
      parley lag --most 10000 || echo "news is late"
    """
    from streams.shell.lag import is_late, lag

    found = run(lag)
    if as_json:
        printed = orjson.dumps(asdict(found), option=orjson.OPT_NON_STR_KEYS)
        sys.stdout.buffer.write(printed + b"\n")
    else:
        columns = ("topic", "waiting", "most in a partition", "lost")
        table = table_of(*columns, whole=frozenset({"topic"}))
        for name, waiting in found.waiting.items():
            most_in_one, lost = max(waiting.values(), default=0), found.lost[name]
            table.add_row(name, *map(str, (sum(waiting.values()), most_in_one, lost)))
        show(table, nothing="Nothing is read.")
        click.echo(f"{counted(found.workers, 'worker')} at work")
    if most is not None and is_late(found, most):
        sys.exit(1)
