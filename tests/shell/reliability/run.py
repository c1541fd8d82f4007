"""One run of a scenario, and what scenarios share."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a scenario."""

    bootstrap: str
    prefix: str
    journal: Path
    state: str
    misfortune: bool

    def finish(self, event: Any) -> None:
        """Note a record as finished; a line is in the file even when the process is killed."""
        message = event.message
        self.note(f"{message.topic} {message.partition} {message.offset}")

    def note(self, line: str) -> None:
        """Write a line to the journal."""
        with self.journal.open("a") as journal:
            journal.write(line + "\n")


def once_started(app: Any, action: Callable[[], None]) -> None:
    """Do something when the application has made its consumer and its producer."""
    original = app.on_start

    async def on_start() -> None:
        await original()
        action()

    app.on_start = on_start


async def have_come(stream: Any, records: int) -> None:
    """Return when so many records wait for an agent."""
    while stream.channel.queue.qsize() < records:  # noqa: ASYNC110  # nobody tells of them
        await asyncio.sleep(POLL_SECONDS)
