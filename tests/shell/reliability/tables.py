"""A worker that has a table to restore, while records wait for it.

A step that is short on a quiet machine is lengthened for as long as it takes a fetch to come in:
what happens then happens on a busy one.
"""

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

from streams.shell import reliability
from tests.shell.reliability.run import Run, once_started

LATE_SECONDS = 3.0
"""Twice as long as Faust lets the broker hold a fetch."""
DELIVERY_SECONDS = 0.2
STOPPED = "stopped"
"""The file that tells that the worker stands still."""
SOUGHT = "sought"
"""The file that tells that the consumer has been placed."""


def restored(app: Any, run: Run) -> None:
    """Restore a table; learn late that the consumer has been placed at its records."""
    reliability.raw_table(app, "seen", partitions=1)
    taken = asyncio.Event()

    async def agent(stream: Any) -> None:
        async for event in stream.events():
            taken.set()
            await app.tables.recovery.completed.wait()
            run.finish(event)

    app.agent(reliability.raw_topic(app, f"{run.prefix}in"))(agent)

    def late() -> None:
        sought = run.journal.with_name(SOUGHT)
        app.consumer.perform_seek = _late(app.consumer.perform_seek, taken, sought.touch)

    if run.misfortune:
        once_started(app, late)


def stood_still(app: Any, run: Run) -> None:
    """Gather the values of a key in a table, and stand still before the row of one is written."""
    table = reliability.raw_table(app, "seen", partitions=1)

    async def agent(stream: Any) -> None:
        async for event in stream.events():
            gathered = (table.get(event.key) or b"") + event.value
            stopped = run.journal.with_name(STOPPED)
            if run.misfortune and not stopped.exists():
                stopped.touch()
                os.kill(os.getpid(), signal.SIGSTOP)
            table[event.key] = gathered
            run.finish(event)

    app.agent(reliability.raw_topic(app, f"{run.prefix}in"))(agent)


def _late(
    method: Callable[..., Any], taken: asyncio.Event, tell: Callable[[], None]
) -> Callable[..., Any]:
    """Let a method return when the agent has taken a record and more came, or after a while."""

    @wraps(method)
    async def late(*args: Any, **kwargs: Any) -> Any:
        result = await method(*args, **kwargs)
        with suppress(TimeoutError):
            await asyncio.wait_for(taken.wait(), LATE_SECONDS)
            await asyncio.sleep(DELIVERY_SECONDS)
        tell()
        return result

    return late
