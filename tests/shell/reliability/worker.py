"""A tiny Faust application in a process of its own, stock or mended, to be killed at will.

    python -m tests.shell.reliability.worker SCENARIO BOOTSTRAP PREFIX JOURNAL STATE MISFORTUNE

STATE is `stock` or `mended`, or between them the part of the mend that a scenario names. With
MISFORTUNE `yes` the scenario's accident happens, with `no` it does not. Every record that an agent
has finished is a line `topic partition offset` in the journal.
"""

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import faust

from streams.shell import reliability
from streams.shell.reliability.acknowledgement import FinishedStream
from streams.shell.reliability.commits import bound_commits
from streams.shell.shutdown import Deadline, serve
from tests.shell.reliability.run import Run, have_come, once_started
from tests.shell.reliability.tables import restored, stood_still

FOREVER = 3600.0
STOP_SECONDS = 15.0
STOPPED_SECONDS = 1.0
RESUMED = "resumed"
"""The file that tells that the flow goes on."""
BATCH = "batch"
"""The file that tells how many records were in a batch."""


class NotHeld(FinishedStream):
    """Batches whose records nobody holds but Faust."""

    async def _held(self, events: Any) -> Any:
        event = await super()._held(events)
        event.ack()
        return event

    def _acknowledge(self, batch: list[Any]) -> None:
        """Give nothing back, for nothing is held."""


def failing_agent(app: faust.App, run: Run) -> None:
    """Raise an exception that leaves the agent."""

    @app.agent(reliability.raw_topic(app, f"{run.prefix}in"))
    async def agent(stream: Any) -> None:
        async for event in stream.events():
            if run.misfortune and event.value == b"bad":
                raise RuntimeError("unexpected")
            run.finish(event)


def failing_neighbour(app: faust.App, run: Run) -> None:
    """Crash one agent while another is in the middle of a record."""
    busy = asyncio.Event()

    @app.agent(reliability.raw_topic(app, f"{run.prefix}slow"))
    async def slow(stream: Any) -> None:
        async for event in stream.events():
            busy.set()
            await asyncio.sleep(FOREVER if run.misfortune else 0)
            run.finish(event)

    @app.agent(reliability.raw_topic(app, f"{run.prefix}in"))
    async def agent(stream: Any) -> None:
        async for event in stream.events():
            if run.misfortune:
                await busy.wait()
                raise RuntimeError("unexpected")
            run.finish(event)


def overtaking(app: faust.App, run: Run) -> None:
    """Let one record hang while others of its partition are finished."""

    @app.agent(reliability.raw_topic(app, f"{run.prefix}in"), concurrency=2)
    async def agent(stream: Any) -> None:
        async for event in stream.events():
            if run.misfortune and event.value == b"slow":
                await asyncio.sleep(FOREVER)
            run.finish(event)


def undeliverable(app: faust.App, run: Run) -> None:
    """Send, without waiting for the delivery, what the broker will refuse."""
    out = reliability.raw_topic(app, f"{run.prefix}out")

    @app.agent(reliability.raw_topic(app, f"{run.prefix}in"))
    async def agent(stream: Any) -> None:
        async for event in stream.events():
            size = 100_000 if run.misfortune else 10
            await out.send(key=event.key, value=b"x" * size)
            run.finish(event)


def malformed(app: faust.App, run: Run) -> None:
    """Read records of which some are no JSON."""
    name = f"{run.prefix}in"
    stock = run.state == "stock"
    topic = app.topic(name, value_serializer="json") if stock else reliability.raw_topic(app, name)

    @app.agent(topic)
    async def agent(stream: Any) -> None:
        async for event in stream.events():
            run.finish(event)


def failing_batch(app: faust.App, run: Run) -> None:
    """Take records in Faust's batches, and fail in the first of them."""

    @app.agent(reliability.raw_topic(app, f"{run.prefix}in"))
    async def agent(stream: Any) -> None:
        async for batch in stream.take_events(2, within=1):
            if run.misfortune and any(event.value == b"bad" for event in batch):
                raise RuntimeError("unexpected")
            for event in batch:
                run.finish(event)


def failing_held_batch(app: faust.App, run: Run) -> None:
    """Take what has come in one batch, and fail in it."""

    @app.agent(reliability.raw_topic(app, f"{run.prefix}in"))
    async def agent(stream: Any) -> None:
        if run.misfortune:
            await have_come(stream, 4)
        async for batch in stream.batches(100, 1_000):
            if run.misfortune:
                run.journal.with_name(BATCH).write_text(str(len(batch)))
                raise RuntimeError("unexpected")
            for event in batch:
                run.finish(event)


def stopped_while_fetching(app: faust.App, run: Run) -> None:
    """Stop the flow while the first records are on their way, and start it again."""

    @app.agent(reliability.raw_topic(app, f"{run.prefix}in"))
    async def agent(stream: Any) -> None:
        async for event in stream.events():
            run.finish(event)

    def stop_once() -> None:
        consumer: Any = app.consumer
        original = consumer._getmany

        async def getmany(*args: Any, **kwargs: Any) -> Any:
            records = await original(*args, **kwargs)
            if records:
                consumer._getmany = original
                consumer.stop_flow()
                asyncio.get_running_loop().call_later(STOPPED_SECONDS, resume)
            return records

        def resume() -> None:
            consumer.resume_flow()
            (run.journal.parent / RESUMED).touch()

        consumer._getmany = getmany

    if run.misfortune:
        once_started(app, stop_once)


SCENARIOS: dict[str, Callable[[faust.App, Run], None]] = {
    scenario.__name__: scenario
    for scenario in (
        failing_agent,
        failing_neighbour,
        overtaking,
        undeliverable,
        malformed,
        failing_batch,
        failing_held_batch,
        stopped_while_fetching,
        restored,
        stood_still,
    )
}


def create_app(run: Run) -> Any:
    """Return an application with Faust's own behaviour where data may be lost."""
    return faust.App(
        f"{run.prefix}app",
        broker=f"kafka://{run.bootstrap}",
        broker_commit_interval=0.2,
        broker_session_timeout=6.0,
        broker_heartbeat_interval=1.0,
        consumer_auto_offset_reset="earliest",
        producer_request_timeout=10.0,
        producer_linger=0.005,
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
        datadir=run.journal.parent / "data",
    )


def apply(app: Any, state: str) -> None:
    """Mend the application as far as the state says."""
    if state in {"mended", "not held"}:
        reliability.mend(app)
    if state == "not held":
        app.conf.Stream = NotHeld
    if state == "bounded":
        once_started(app, lambda: bound_commits(app.consumer))


async def work(scenario: str, run: Run) -> int:
    """Run until told to stop; return the exit code."""
    app = create_app(run)
    SCENARIOS[scenario](app, run)
    apply(app, run.state)
    return 1 if await serve(app, deadline=Deadline(STOP_SECONDS)) else 0


def main() -> None:
    """Run the scenario named on the command line."""
    scenario, bootstrap, prefix, journal, state, misfortune = sys.argv[1:]
    run = Run(bootstrap, prefix, Path(journal), state, misfortune == "yes")
    os._exit(asyncio.run(work(scenario, run)))


if __name__ == "__main__":
    main()
