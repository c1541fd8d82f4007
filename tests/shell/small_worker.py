"""A worker with one small agent, in a process of its own: a record's value says what happens.

    python -m tests.shell.small_worker JOURNAL      # settings from PARLEY_*, as the real worker

`crash` raises what nobody foresaw, `hopeless` raises as the dead-letter limit does, `hang` never
ends, and `block` takes the whole event loop with it. The line `ready` in the journal says that the
worker has its partitions, and each record that was begun is a line more.
"""

import asyncio
import os
import sys
import time
from pathlib import Path
from typing import Any

import faust

from streams.errors import TooManyRejected
from streams.settings import Settings, load
from streams.shell import reliability, worker

FOREVER = 3600.0


async def act(value: bytes) -> None:
    """Do what the value says."""
    if value == b"crash":
        raise ZeroDivisionError("nobody foresaw this")
    if value == b"hopeless":
        raise TooManyRejected("6 of the latest 10")
    if value == b"hang":
        await asyncio.sleep(FOREVER)
    if value == b"block":
        time.sleep(FOREVER)  # noqa: ASYNC251  # that is the point


def create_app(settings: Settings) -> Any:
    """Return an application with one agent, configured as the real one where it matters."""
    app = faust.App(
        settings.app_id,
        broker=f"kafka://{settings.bootstrap}",
        broker_commit_interval=settings.commit_seconds,
        broker_session_timeout=settings.session_seconds,
        broker_heartbeat_interval=settings.session_seconds / 3,
        broker_request_timeout=settings.session_seconds * 2,
        consumer_auto_offset_reset="earliest",
        producer_request_timeout=10.0,
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
        datadir=Path(sys.argv[1]).parent / "data",
    )

    async def agent(stream: Any) -> None:
        async for event in stream.events():
            note(event.value.decode())
            await act(event.value)

    async def ready() -> None:
        note("ready")

    app.agent(reliability.raw_topic(app, settings.topic("in")), name="agent")(agent)
    app.task(ready)
    reliability.mend(app)
    return app


def note(line: str) -> None:
    """Write a line to the journal."""
    with Path(sys.argv[1]).open("a") as journal:
        journal.write(line + "\n")


if __name__ == "__main__":
    sys.exit(worker.main(load(os.environ), create_app))
