"""`parley demo`: watch sample articles become events."""

import asyncio
import signal

import click
from rich.console import Console

DEFAULT_RATE = 1.6


@click.command()
@click.option(
    "--rate",
    type=click.FloatRange(min=0.1),
    default=DEFAULT_RATE,
    show_default=True,
    help="Articles per second.",
)
@click.option("--quick", is_flag=True, help="Feed as fast as it goes.")
@click.option("--keep", is_flag=True, help="Leave broker and worker running until Ctrl-C.")
def command(rate: float, quick: bool, keep: bool) -> None:
    """Watch sample articles become events, without Kafka.

    A worker reads them from an embedded broker. The articles and their outlets are invented.
    """
    from streams.demo.run import demo

    for number in (signal.SIGTERM, signal.SIGHUP):
        # Like Ctrl-C: what the demo has started must not outlive it.
        signal.signal(number, signal.default_int_handler)
    try:
        asyncio.run(demo(Console(), rate=None if quick else rate, keep=keep))
    except KeyboardInterrupt:
        click.echo("stopped", err=True)
