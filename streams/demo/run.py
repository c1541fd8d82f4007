"""Run the demo: a broker, a worker, a feed, and somebody who watches."""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import IO, Any

from rich.console import Console
from rich.live import Live

from schemas import Event, Outcome, Process, decode
from streams.cli.views import brief
from streams.demo.board import Board
from streams.demo.broker import embedded_broker, end
from streams.demo.feed import sample_articles
from streams.demo.view import page, print_next_steps, print_summary
from streams.errors import BrokerError
from streams.settings import Settings, variable
from streams.shell.records import FROM_BEGINNING, deliver, follow, producer, raw_message
from streams.shell.topics import create_topics

REFRESH_PER_SECOND = 5
QUIET_SECONDS = 3.0
"""After the last outcome its events are still on their way; so long without one, all are there."""
PATIENCE_SECONDS = 180.0
LAST_LINES = 15


async def demo(console: Console, *, rate: float | None, keep: bool) -> None:
    """Feed the samples, `rate` a second or as fast as it goes; show, sum up, and clean up.

    Raises `BrokerError` where the broker or the worker cannot do its part.
    """
    console.print("Starting the embedded broker and one worker ...")
    with embedded_broker() as settings:
        await create_topics(settings)
        with running_worker(settings) as worker:
            await _watch(console, settings, worker, rate)
            print_next_steps(console, settings.bootstrap if keep else None, command())
            if keep:
                await _until_worker_ends(worker)


def command() -> str:
    """Return how to call Parley from anywhere: by its path where it is not on the PATH."""
    return "parley" if which("parley") else str(Path(sys.executable).with_name("parley"))


@dataclass(frozen=True, slots=True)
class Worker:
    """The worker process of the demo, and its log, which is shown only if it fails."""

    process: "subprocess.Popen[bytes]"
    log: IO[bytes]

    def check(self) -> None:
        """Raise `BrokerError` with the last lines of the log if the worker has ended."""
        if self.process.poll() is None:
            return
        self.log.seek(0)
        lines = self.log.read().decode("utf-8", "replace").splitlines()[-LAST_LINES:]
        said = "\n".join(lines)
        raise BrokerError(f"the worker ended with {self.process.returncode}:\n{said}")


@contextmanager
def running_worker(settings: Settings) -> Iterator[Worker]:
    """Run one worker process with settings for the length of a `with` block."""
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
            yield Worker(process, log)
        finally:
            end(process)


async def _watch(console: Console, settings: Settings, worker: Worker, rate: float | None) -> None:
    articles = sample_articles()
    board = Board(len(articles))
    patience = PATIENCE_SECONDS + (len(articles) / rate if rate else 0)
    async with _tasks(
        _follow_outcomes(settings, board),
        _follow_events(settings, board, console),
        _follow_processes(settings, board),
        _feed(settings, board, articles, rate),
    ) as tasks:
        with _shown(board, console) as show:
            try:
                await asyncio.wait_for(_until_done(board, worker, tasks, show), patience)
            except TimeoutError:
                raise BrokerError(_overdue(board, patience)) from None
    print_summary(board, console)


def _overdue(board: Board, patience: float) -> str:
    return (
        f"{len(board.outcomes)} of {board.total} articles had an outcome within {patience:.0f} s: "
        "is this machine busy? Run the demo again"
    )


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
    worker: Worker,
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
        worker.check()
        revisions = board.revisions()
        quiet = quiet + 1 / REFRESH_PER_SECOND if board.done and revisions == seen else 0.0
        seen = revisions


async def _feed(
    settings: Settings, board: Board, articles: tuple[bytes, ...], rate: float | None
) -> None:
    async with producer(settings) as client:
        for article in articles:
            await deliver(client, settings, [raw_message(article)])
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


async def _follow_processes(settings: Settings, board: Board) -> None:
    async for record in follow(settings, "processes", FROM_BEGINNING):
        board.note_process(decode(record.value, Process))


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


async def _until_worker_ends(worker: Worker) -> None:
    await asyncio.to_thread(worker.process.wait)
    worker.check()
