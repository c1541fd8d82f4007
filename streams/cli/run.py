"""`parley run`: workers on this machine, each started again when it ends."""

import asyncio
import os
import sys

import click

from streams.settings import load


@click.command()
@click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, help="How many."
)
def command(workers: int) -> None:
    """Keep worker processes running.

    One that crashes is started again. One worker uses one core; more of them than topics have
    partitions have nothing to do.
    """
    from streams.shell import supervisor
    from streams.shell.embedded import require_room
    from streams.shell.topics import correct_topics, create_topics
    from streams.shell.worker import configure_logging

    settings = load(os.environ)
    configure_logging(settings.log_level)
    asyncio.run(require_room(settings, workers))
    asyncio.run(create_topics(settings))
    asyncio.run(correct_topics(settings))
    sys.exit(supervisor.run(settings, workers))
