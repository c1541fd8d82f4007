"""Runs an application until it is told to stop, and sees that it does.

Faust waits on SIGTERM for every record it has begun, for as long as that takes; one agent that
hangs keeps the process for ever. Here a deadline starts with the signal, in a thread of its own,
and ends the process when it has passed: what was not finished is not committed, and comes again.
"""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Callable
from typing import Any

log = logging.getLogger(__name__)

EXIT_DEADLINE = 1


class Deadline:
    """Ends the process so many seconds after it was started, whatever the process is at."""

    def __init__(self, seconds: float, leave: Callable[[int], Any] = os._exit) -> None:
        self._seconds = seconds
        self._leave = leave
        self._timer: threading.Timer | None = None

    def start(self) -> None:
        """Start the clock; further calls do not start it anew."""
        if self._timer is None:
            self._timer = threading.Timer(self._seconds, self._end)
            self._timer.daemon = True
            self._timer.start()

    def cancel(self) -> None:
        """Stop the clock."""
        if self._timer is not None:
            self._timer.cancel()

    def _end(self) -> None:
        log.critical(
            "no orderly stop within %g s: the process ends; what it was at comes again",
            self._seconds,
        )
        logging.shutdown()
        self._leave(EXIT_DEADLINE)


async def serve(app: Any, *companions: Any, deadline: Deadline) -> BaseException | None:
    """Run a Faust application until SIGINT, SIGTERM, its crash or its end; then stop it.

    The companions are services that start before it and stop after it, a watchdog for one. Returns
    what crashed the application, None after an orderly stop. The deadline is left running, because
    the interpreter itself may hang on the way out; a caller that lives on cancels it.
    """
    told = asyncio.Event()

    def tell() -> None:
        deadline.start()
        told.set()

    _on_signals(tell)
    for companion in companions:
        await companion.start()
    starting = asyncio.ensure_future(app.start())
    ending = [asyncio.ensure_future(told.wait()), asyncio.ensure_future(app.wait_until_stopped())]
    failure = await _first(starting, ending)
    deadline.start()
    failure = await _stop(app, companions) or failure
    for task in (starting, *ending):
        task.cancel()
    await asyncio.gather(starting, *ending, return_exceptions=True)
    return app.crash_reason or failure


def _on_signals(tell: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, tell)


async def _first(
    starting: "asyncio.Future[None]", ending: "list[asyncio.Future[Any]]"
) -> BaseException | None:
    """Wait for an end; return the failure of the start, if that is what ended it."""
    await asyncio.wait([starting, *ending], return_when=asyncio.FIRST_COMPLETED)
    if starting.done() and (failure := starting.exception()):
        return failure
    if starting.done():
        log.info("this worker is ready")
    await asyncio.wait(ending, return_when=asyncio.FIRST_COMPLETED)
    return None


async def _stop(app: Any, companions: tuple[Any, ...]) -> BaseException | None:
    try:
        await app.stop()
        for companion in reversed(companions):
            await companion.stop()
    except Exception as exc:
        # The process ends in any case, and its exit code tells.
        log.exception("the stop failed")
        return exc
    return None
