"""`parley worker`: one worker process, for a supervisor to keep running."""

import asyncio
import os
import sys

import click

from streams.settings import load


@click.command()
def command() -> None:
    """Run one worker until it is told to stop.

    Ends with 0 after an orderly stop, with 3 when most records fail or the stored state is another
    version's: then the code has to be mended first. With 1 after anything else: start it again, as
    `parley run`, Compose and Kubernetes do.
    """
    from streams.pipeline import read_tables
    from streams.shell import worker
    from streams.shell.embedded import require_room
    from streams.shell.topics import require_topics

    settings = load(os.environ)
    asyncio.run(require_topics(settings))
    asyncio.run(require_room(settings))
    # A slip in a table ends the worker here, before records are taken that it would park.
    read_tables()
    sys.exit(worker.main(settings))
