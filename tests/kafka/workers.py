"""Worker processes on a real broker: started, killed, and waited for."""

import asyncio
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from schemas import Event, Outcome, Process, decode, topic
from streams.pipeline import Pipeline
from streams.settings import Settings
from tests.kafka import client

R = TypeVar("R", Event, Process)
RAW = topic("articles.raw").name
PATIENCE = 300.0
POLL = 1.0
ENDED_STATES = 3
"""Looks in a row that must find nothing to do."""


@dataclass(slots=True)
class Workers:
    """So many worker processes with one set of settings."""

    settings: Settings
    running: "list[subprocess.Popen[bytes]]" = field(default_factory=list)
    kills: int = 0

    def start(self, count: int = 1) -> None:
        """Start workers beside those that run."""
        environ = {
            **{k: v for k, v in os.environ.items() if not k.startswith("PARLEY_")},
            "PARLEY_BOOTSTRAP": self.settings.bootstrap,
            "PARLEY_NAMESPACE": self.settings.namespace,
            **({"PARLEY_PARTITIONS": str(n)} if (n := self.settings.partitions) else {}),
            "PARLEY_SESSION_SECONDS": "3",
            "PARLEY_LOG_LEVEL": "WARNING",
        }
        command = (sys.executable, "-m", "streams.cli", "worker")
        for _ in range(count):
            self.running.append(subprocess.Popen(command, env=environ, stderr=subprocess.DEVNULL))

    def kill_one(self, rng: random.Random) -> None:
        """Kill a worker as a power cut would, and start another in its place."""
        victim = self.running.pop(rng.randrange(len(self.running)))
        victim.kill()
        victim.wait()
        self.kills += 1
        self.start()


@contextmanager
def workers(settings: Settings, count: int) -> Iterator[Workers]:
    """Run workers for the length of a `with` block."""
    group = Workers(settings)
    group.start(count)
    try:
        yield group
    finally:
        for process in group.running:
            process.kill()
        for process in group.running:
            process.wait()


async def until_done(settings: Settings) -> None:
    """Return when workers have committed all that stands on the topics they read."""
    deadline = time.monotonic() + PATIENCE
    quiet = 0
    while quiet < ENDED_STATES:
        assert time.monotonic() < deadline, f"not done after {PATIENCE} s"
        await asyncio.sleep(POLL)
        quiet = quiet + 1 if await _all_committed(settings) else 0


async def _all_committed(settings: Settings) -> bool:
    committed = await client.committed(settings.bootstrap, settings.app_id)
    for handle in ("articles.raw", "articles", "mentions", "rulings", "process-events"):
        name = settings.topic(topic(handle).name)
        for partition, end in (await client.ends(settings.bootstrap, name)).items():
            if committed.get((name, partition), 0) < end:
                return False
    return True


async def outcomes(settings: Settings) -> dict[str, set[bytes]]:
    """Return all that was published of each raw record, by where it stands."""
    found: dict[str, set[bytes]] = {}
    for record in await client.read(settings.bootstrap, settings.topic(topic("outcomes").name)):
        assert record.value is not None
        found.setdefault(decode(record.value, Outcome).source, set()).add(record.value)
    return found


async def last(settings: Settings, handle: str, record: type[R]) -> list[R]:
    """Return the last record under each key of the topic with a handle."""
    found: dict[bytes, R] = {}
    for each in await client.read(settings.bootstrap, settings.topic(topic(handle).name)):
        assert each.key is not None
        assert each.value is not None
        found[each.key] = decode(each.value, record)
    return list(found.values())


async def living_events(settings: Settings) -> dict[str, dict[str, Any]]:
    """Return the last state of each event that has reports, as `comparable` gives it."""
    return {e.event_id: comparable(e) for e in await last(settings, "events", Event) if e.reports}


def comparable(event: Event) -> dict[str, Any]:
    """Return what an event says, without how many steps it took and which was the last.

    Articles reach a worker in an order that depends on partitions and restarts: `revision` and
    `changed` tell of that order, everything else must not.
    """
    names = set(event.__struct_fields__) - {"revision", "changed"}
    return {name: getattr(event, name) for name in names}


def differences(
    expected: dict[str, dict[str, Any]], found: dict[str, dict[str, Any]]
) -> dict[str, dict[str, tuple[Any, Any]]]:
    """Return the fields in which records differ, by id, as expected and as found.

    A comparison of hundreds of whole records is cut off where it is printed.
    """
    differing = {}
    for id_ in expected.keys() | found.keys():
        mine, theirs = expected.get(id_, {}), found.get(id_, {})
        names = [n for n in mine.keys() | theirs.keys() if mine.get(n) != theirs.get(n)]
        if names:
            differing[id_] = {name: (mine.get(name), theirs.get(name)) for name in sorted(names)}
    return differing


async def living_processes(settings: Settings) -> dict[str, dict[str, Any]]:
    """Return the last state of each process, as `told` gives it."""
    return {p.process_id: told(p) for p in await last(settings, "processes", Process)}


def told(process: Process) -> dict[str, Any]:
    """Return what a process says, without how many steps it took and when the last was."""
    names = set(process.__struct_fields__) - {"revision", "updated_at"}
    return {name: getattr(process, name) for name in names}


async def expected_events(settings: Settings) -> dict[str, dict[str, Any]]:
    """Return the events that one undisturbed process makes of the same raw records."""
    pipeline = await undisturbed(settings)
    return {e.event_id: comparable(e) for e in pipeline.events() if e.reports}


async def undisturbed(settings: Settings) -> Pipeline:
    """Return one undisturbed process, fed with the same raw records."""
    pipeline = Pipeline()
    for record in await client.read(settings.bootstrap, settings.topic(RAW)):
        moment = datetime.fromtimestamp(record.timestamp / 1000, UTC)
        pipeline.feed(
            record.value,
            source=f"{record.topic}/{record.partition}/{record.offset}",
            received_at=moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        )
    return pipeline
