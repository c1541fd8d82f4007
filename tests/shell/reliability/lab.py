"""Runs a scenario of `worker.py` on Kafka with its accident, then without, and counts losses."""

import asyncio
import signal
import subprocess
import sys
import time
import uuid
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.kafka import client

PATIENCE_SECONDS = 40.0
POLL_SECONDS = 0.1

Place = tuple[str, int, int]
"""Topic, partition and offset of a record."""


@dataclass(slots=True)
class Lab:
    """One scenario in one state, with topics, a group and a journal of its own."""

    scenario: str
    state: str
    kafka: str
    prefix: str
    folder: Path

    @property
    def journal(self) -> Path:
        """The file that the worker notes finished records in."""
        return self.folder / "journal"

    def start(self, *, misfortune: bool) -> "subprocess.Popen[bytes]":
        """Start a worker."""
        arguments = (self.scenario, self.kafka, self.prefix, str(self.journal), self.state)
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [
                    *(sys.executable, "-m", "tests.shell.reliability.worker", *arguments),
                    "yes" if misfortune else "no",
                ],
                stdout=log,
                stderr=log,
            )

    async def accident(self, until: Callable[[], Awaitable[bool]]) -> int:
        """Run into the misfortune, and kill the worker then unless it ends first.

        Returns its exit code, negative for the kill.
        """
        process = self.start(misfortune=True)
        try:
            await self.wait(until, process)
        finally:
            process.kill()
        return process.wait()

    async def afterwards(self, topics: Iterable[str]) -> None:
        """Run without misfortune until all records of the topics are committed."""
        ends = {t: await client.ends(self.kafka, self.prefix + t) for t in topics}
        wanted = {(self.prefix + t, p): end for t in ends for p, end in ends[t].items()}
        process = self.start(misfortune=False)
        try:
            await self.wait(lambda: self.has_committed(wanted), process)
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE_SECONDS)
        finally:
            process.kill()
            process.wait()

    async def has_committed(self, wanted: dict[tuple[str, int], int]) -> bool:
        """Tell whether the group's commits have come to these offsets."""
        return wanted == await client.committed(self.kafka, f"{self.prefix}app")

    async def wait(
        self, until: Callable[[], Awaitable[bool]], process: "subprocess.Popen[bytes]"
    ) -> None:
        """Wait until something is so, or the process ends; fail with its log after a while."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while process.poll() is None and not await until():
            assert time.monotonic() < deadline, (self.folder / "log").read_text()[-5000:]
            await asyncio.sleep(POLL_SECONDS)

    def finished(self) -> Counter[Place]:
        """Return how often each record was finished, by topic (without prefix) and place."""
        if not self.journal.exists():
            return Counter()
        lines = (line.split() for line in self.journal.read_text().splitlines())
        return Counter((t.removeprefix(self.prefix), int(p), int(o)) for t, p, o in lines)

    async def lost(self, topics: Iterable[str]) -> list[Place]:
        """Return the records that no worker ever finished."""
        places = [
            (t, p, offset)
            for t in topics
            for p, end in (await client.ends(self.kafka, self.prefix + t)).items()
            for offset in range(end)
        ]
        return sorted({*places} - {*self.finished()})


def lab(scenario: str, state: str, kafka: str, folder: Path) -> Lab:
    """Return a lab with names and a folder that no other has."""
    prefix = f"test-{uuid.uuid4().hex[:10]}-"
    (folder / prefix).mkdir()
    return Lab(scenario, state, kafka, prefix, folder / prefix)
