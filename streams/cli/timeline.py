"""`parley timeline`: one negotiation from its first round to where each party stands now."""

from functools import partial

import click

from schemas import Process
from streams.cli.chronicle import chronicle, processes_table
from streams.cli.inputs import FILE, now, read_records
from streams.cli.on_kafka import read_latest, run
from streams.cli.printed import console
from streams.errors import ParleyError


@click.command()
@click.argument("process", required=False)
@click.option(
    "--file",
    "files",
    multiple=True,
    type=FILE,
    help="Read articles from a file instead of Kafka; repeatable.",
)
def command(process: str | None, files: tuple[str, ...]) -> None:
    """Print the rounds, outcomes and positions of PROCESS.

    Without it, list all there are. PROCESS is the id that its events carry in process_id: the
    principal parties, in any order.

    \b
    Example:
      parley timeline
      parley timeline RUS+UKR
      parley timeline USA+IRN --file streams/demo/samples/iran-united-states.jsonl
    """
    on_kafka = partial(read_latest, handle="processes", record=Process)
    found = of_files(files) if files else run(on_kafka)
    page = console()
    if process is None and all(each.is_empty for each in found.values()):
        click.echo("No negotiation is reported: no two parties meet, agree or stop fighting.")
        return
    if process is None:
        page.print(processes_table(found.values()))
        return
    page.print(chronicle(named(process, found)))


def named(name: str, found: dict[str, Process]) -> Process:
    """Return the process with a name; raises `ParleyError` that says which are like it."""
    wanted = frozenset(name.split("+"))
    for id_, process in found.items():
        if name == id_ or wanted == frozenset(id_.split("+")):
            return process
    near = sorted(id_ for id_ in found if wanted & frozenset(id_.split("+")))
    like = f"; like it are {', '.join(near)}" if near else ""
    raise ParleyError(f"no process {name}{like}: `parley timeline` without a name lists all")


def of_files(files: tuple[str, ...]) -> dict[str, Process]:
    """Return the processes that the articles of files make up, by id."""
    # The parser behind the pipeline takes a second to load, which Kafka does not need.
    from streams.pipeline import Pipeline

    pipeline = Pipeline()
    for record in read_records(files, {}):
        pipeline.feed(record.value, source=record.source, received_at=now())
    return {process.process_id: process for process in pipeline.processes()}
