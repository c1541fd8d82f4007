"""`parley process`: the whole data path in one process, without Kafka."""

import sys

import click

from schemas import encode
from streams.cli.inputs import article_options, files_argument, now, read_records
from streams.cli.printed import show
from streams.cli.views import events_folded
from streams.pipeline import Pipeline


@click.command()
@files_argument
@click.option("--table", is_flag=True, help="Print a table for people instead of JSON.")
@article_options
def command(files: tuple[str, ...], table: bool, about: dict[str, str]) -> None:
    """Print the events that all articles together report.

    One JSON object per line, as the workers publish them on Kafka for the same articles.

    FILES hold article JSON, JSON Lines, HTML or plain text; - is standard input.

    \b
    Example:
      parley process streams/demo/samples/*.jsonl --table
    """
    pipeline = Pipeline()
    for record in read_records(files, about):
        outcome = pipeline.feed(record.value, source=record.source, received_at=now()).outcome
        if outcome.outcome == "rejected":
            click.echo(f"{record.source}: rejected, {outcome.reason}: {outcome.detail}", err=True)
    if table:
        show(events_folded(pipeline.events()), nothing="No event is reported.")
        return
    for event in pipeline.events():
        sys.stdout.buffer.write(encode(event) + b"\n")
