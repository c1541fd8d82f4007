"""`parley demo`: watch sample articles become events."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any

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

    showing = demo(Console(), rate=None if quick else rate, keep=keep)
    if not asyncio.run(_shown(showing)):
        click.echo("stopped", err=True)


async def _shown(showing: Coroutine[Any, Any, None]) -> bool:
    """Run the demo; return whether it came to its end before anybody told it to end.

    What it has started must not outlive it: nobody interrupts how it ends, who asks twice neither.
    """
    told, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, told.set)
    running, waiting = asyncio.ensure_future(showing), asyncio.ensure_future(told.wait())
    await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
    running.cancel()
    waiting.cancel()
    await asyncio.wait({running})
    if not running.cancelled():
        running.result()
    return not running.cancelled()
