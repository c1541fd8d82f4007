"""Run the demo: a broker, a worker, a feed, and somebody who watches."""

import asyncio
import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.live import Live

from schemas import Event, Outcome, decode
from streams.cli.views import brief
from streams.demo.board import Board
from streams.demo.broker import embedded_broker, end
from streams.demo.feed import sample_articles
from streams.demo.view import page, print_next_steps, print_summary
from streams.errors import BrokerError
from streams.settings import Settings, variable
from streams.shell.records import Standpoint, deliver, follow, producer, raw_message
from streams.shell.topics import create_topics

REFRESH_PER_SECOND = 5
QUIET_SECONDS = 3.0
"""After the last outcome its events are still on their way; so long without one, all are there."""
PATIENCE_SECONDS = 180.0
LAST_LINES = 15
FROM_BEGINNING = Standpoint(from_beginning=True)


async def demo(console: Console, *, rate: float | None, keep: bool) -> None:
    """Feed the samples, `rate` a second or as fast as it goes; show, sum up, and clean up.

    Raises `BrokerError` where the broker or the worker cannot do its part.
    """
    console.print("Starting the embedded broker and one worker ...")
    with embedded_broker() as settings:
        await create_topics(settings)
        with worker(settings) as process:
            await _watch(console, settings, process, rate)
            print_next_steps(console, settings.bootstrap if keep else None)
            if keep:
                await _until_worker_ends(process)


@contextmanager
def worker(settings: Settings) -> Iterator["subprocess.Popen[bytes]"]:
    """Run one worker process with settings; its log is shown only if it fails."""
    environ = {k: v for k, v in os.environ.items() if not k.startswith("PARLEY_")}
    default = Settings()
    given = {
        variable(name): str(getattr(settings, name))
        for name in settings.__struct_fields__
        if getattr(settings, name) != getattr(default, name)
    }
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(  # our own command
            [sys.executable, "-m", "streams.cli", "worker"],
            env=environ | given,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            yield process
            if process.poll():
                raise BrokerError(f"the worker ended with {process.returncode}:\n{_tail(log)}")
        finally:
            end(process)


async def _watch(
    console: Console, settings: Settings, process: "subprocess.Popen[bytes]", rate: float | None
) -> None:
    articles = sample_articles()
    board = Board(len(articles))
    async with asyncio.timeout(PATIENCE_SECONDS + (len(articles) / rate if rate else 0)):
        async with _tasks(
            _follow_outcomes(settings, board),
            _follow_events(settings, board, console),
            _feed(settings, board, articles, rate),
        ) as tasks:
            with _shown(board, console) as show:
                await _until_done(board, process, tasks, show)
    print_summary(board, console)


@contextmanager
def _shown(board: Board, console: Console) -> Iterator[Live | None]:
    """Give a page that redraws itself on a terminal; elsewhere events are printed line by line."""
    if not console.is_terminal:
        yield None
        return
    with Live(page(board, console.height), console=console, auto_refresh=False) as live:
        yield live
        live.update(page(board, console.height), refresh=True)


async def _until_done(
    board: Board,
    process: "subprocess.Popen[bytes]",
    tasks: "list[asyncio.Task[None]]",
    live: Live | None,
) -> None:
    seen, quiet = -1, 0.0
    while quiet < QUIET_SECONDS:
        await asyncio.sleep(1 / REFRESH_PER_SECOND)
        if live is not None:
            live.update(page(board, live.console.height), refresh=True)
        for task in tasks:
            if task.done() and not task.cancelled() and (failure := task.exception()):
                raise failure
        if process.poll() is not None:
            raise BrokerError(f"the worker ended with {process.returncode} in the middle")
        revisions = sum(event.revision for event in board.events.values())
        quiet = quiet + 1 / REFRESH_PER_SECOND if board.done and revisions == seen else 0.0
        seen = revisions


async def _feed(
    settings: Settings, board: Board, articles: tuple[bytes, ...], rate: float | None
) -> None:
    async with producer(settings) as client:
        for article in articles:
            await deliver(client, settings, raw_message(article))
            board.fed += 1
            # The worker takes a few seconds to start: no use in feeding what nobody shows yet.
            while rate and not board.outcomes and board.fed > 1:  # noqa: ASYNC110  # seen by eye
                await asyncio.sleep(1 / REFRESH_PER_SECOND)
            await asyncio.sleep(1 / rate if rate else 0)


async def _follow_outcomes(settings: Settings, board: Board) -> None:
    async for record in follow(settings, "outcomes", FROM_BEGINNING):
        board.note_outcome(decode(record.value, Outcome))


async def _follow_events(settings: Settings, board: Board, console: Console) -> None:
    async for record in follow(settings, "event-log", FROM_BEGINNING):
        event = decode(record.value, Event)
        if board.note_event(event) and not console.is_terminal:
            console.print(brief(event), soft_wrap=True)


@asynccontextmanager
async def _tasks(
    *steps: Coroutine[Any, Any, None],
) -> AsyncIterator["list[asyncio.Task[None]]"]:
    tasks = [asyncio.create_task(step) for step in steps]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _until_worker_ends(process: "subprocess.Popen[bytes]") -> None:
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.to_thread(process.wait)


def _tail(log: object) -> str:
    file = Path(f"/proc/self/fd/{log.fileno()}")  # type: ignore[attr-defined]
    return "\n".join(file.read_text("utf-8", "replace").splitlines()[-LAST_LINES:])
