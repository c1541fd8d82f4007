"""`parley process`: the whole data path in one process, without Kafka."""

import sys

import click

from schemas import encode
from streams.cli.inputs import about, article_options, now, read_records
from streams.cli.printed import show
from streams.cli.views import events_folded
from streams.pipeline import Pipeline


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--table", is_flag=True, help="Print a table for people instead of JSON.")
@article_options
def command(
    files: tuple[str, ...],
    table: bool,
    title: str | None,
    outlet: str | None,
    url: str | None,
    published_at: str | None,
) -> None:
    """Print the events that all articles together report, one JSON object per line.

    What is printed equals what the workers publish on Kafka for the same articles.

    \b
    Example:
      parley process streams/demo/samples/*.jsonl --table
    """
    given = about(title=title, outlet=outlet, url=url, published_at=published_at)
    pipeline = Pipeline()
    for record in read_records(files, given):
        outcome = pipeline.feed(record.value, source=record.source, received_at=now()).outcome
        if outcome.outcome == "rejected":
            click.echo(f"{record.source}: rejected, {outcome.reason}: {outcome.detail}", err=True)
    if table:
        show(events_folded(pipeline.events()), nothing="No event is reported.")
        return
    for event in pipeline.events():
        sys.stdout.buffer.write(encode(event) + b"\n")
