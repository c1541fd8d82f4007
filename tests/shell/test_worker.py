"""The worker process: how it ends, and what its exit code says; real processes, real Kafka."""

import asyncio
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from streams.errors import StateError, TooManyRejected
from streams.shell import worker
from tests.kafka import client

PATIENCE = 20.0


class Running:
    """A worker process and its journal."""

    def __init__(self, journal: Path, environ: dict[str, str]) -> None:
        self.journal = journal
        journal.touch()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.shell.small_worker", str(journal)],
            env={**os.environ, **environ},
            stderr=subprocess.PIPE,
            text=True,
        )

    def until(self, line: str) -> None:
        """Wait for a line in the journal."""
        deadline = time.monotonic() + PATIENCE
        while line not in self.journal.read_text().splitlines():
            assert self.process.poll() is None, self.process.communicate()[1]
            assert time.monotonic() < deadline, f"no {line!r}"
            time.sleep(0.05)

    def end(self) -> tuple[int, str, float]:
        """Return the exit code, what was written to stderr, and the seconds until the end."""
        begun = time.monotonic()
        _, written = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, written, time.monotonic() - begun


@contextmanager
def running(kafka: str, prefix: str, folder: Path, **settings: str) -> Iterator[Running]:
    environ = {"BOOTSTRAP": kafka, "NAMESPACE": prefix, "COMMIT_SECONDS": "0.2", **settings}
    started = Running(folder / "journal", {f"PARLEY_{k}": v for k, v in environ.items()})
    try:
        yield started
    finally:
        started.process.kill()
        started.process.communicate()


async def feed(kafka: str, prefix: str, *values: bytes) -> None:
    await client.create_topics(kafka, {f"{prefix}in": 1})
    await client.produce(kafka, f"{prefix}in", [(b"k", value) for value in values])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_signal_ends_the_worker_in_good_order(
    kafka: str, unique: str, tmp_path: Path, number: signal.Signals
) -> None:
    """SIGTERM and SIGINT: what was finished is committed, and the exit code is 0."""
    await feed(kafka, unique, b"a", b"b")
    with running(kafka, unique, tmp_path) as started:
        started.until("b")
        started.process.send_signal(number)
        code, written, seconds = started.end()
    assert (0, False) == (code, "CRITICAL" in written)
    assert "this worker is ready" in written
    assert seconds < PATIENCE
    assert {(f"{unique}in", 0): 2} == await client.committed(kafka, f"{unique}parley")


async def test_stop_has_a_deadline(kafka: str, unique: str, tmp_path: Path) -> None:
    """A record that never ends does not keep the process; it is not committed."""
    await feed(kafka, unique, b"a", b"hang")
    with running(kafka, unique, tmp_path, SHUTDOWN_SECONDS="1.5") as started:
        started.until("hang")
        await asyncio.sleep(0.5)  # two commits, for the record before it
        started.process.terminate()
        code, written, seconds = started.end()
    assert (1, True) == (code, "no orderly stop within 1.5 s" in written)
    assert 1.0 < seconds < 5.0
    assert {(f"{unique}in", 0): 1} == await client.committed(kafka, f"{unique}parley")


@pytest.mark.parametrize(
    ("value", "expected", "said"),
    [(b"crash", 1, "nobody foresaw this"), (b"hopeless", 3, "6 of the latest 10")],
)
async def test_crash_shows_in_the_exit_code(
    kafka: str, unique: str, tmp_path: Path, value: bytes, expected: int, said: str
) -> None:
    """A crash ends with 1, the dead-letter limit with 3; the record is not committed."""
    await feed(kafka, unique, b"a", value, b"b")
    with running(kafka, unique, tmp_path) as started:
        code, written, _ = started.end()
    assert (expected, True) == (code, said in written)
    assert "b" not in started.journal.read_text().splitlines()
    committed = await client.committed(kafka, f"{unique}parley")
    assert committed.get((f"{unique}in", 0), 0) <= 1


@pytest.mark.parametrize("value", [b"hang", b"block"])
async def test_stall_ends_the_worker(kafka: str, unique: str, tmp_path: Path, value: bytes) -> None:
    """An agent that hangs, and one that blocks the event loop, end the process with 1."""
    await feed(kafka, unique, b"a", value, b"b")
    with running(kafka, unique, tmp_path, STALL_SECONDS="2") as started:
        started.until(value.decode())
        code, written, seconds = started.end()
    assert (1, True) == (code, "this worker ends, to be started again" in written)
    assert seconds < 8.0


async def test_idle_worker_does_not_stall(kafka: str, unique: str, tmp_path: Path) -> None:
    """A worker that has nothing to do lives longer than the patience of its watchdog."""
    await feed(kafka, unique, b"a")
    with running(kafka, unique, tmp_path, STALL_SECONDS="1") as started:
        started.until("a")
        await asyncio.sleep(3)
        assert started.process.poll() is None


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (None, 0),
        (ValueError("x"), 1),
        (TooManyRejected("x"), 3),
        (StateError("x"), 3),
        (KeyboardInterrupt(), 1),
    ],
)
def test_exit_code_names_the_failure(failure: BaseException | None, expected: int) -> None:
    """No failure is 0, too many rejected records or state of others are 3, all others 1."""
    assert expected == worker.exit_code(failure)


def test_exit_code_finds_the_cause() -> None:
    """The dead-letter limit is found beneath what Faust wrapped around it."""
    outer, inner = RuntimeError("crashed"), TooManyRejected("x")
    outer.__cause__, inner.__context__ = inner, outer
    assert 3 == worker.exit_code(outer)


def test_what_ends_a_worker_is_said_in_our_words() -> None:
    """Who reads the log at night finds the sentence that was written for him, not Faust's."""
    outer = RuntimeError("crashed")
    assert "RuntimeError: crashed" == worker.said_of(outer)
    outer.__context__ = StateError("a row of format 1, known is 2")
    assert "a row of format 1, known is 2): another version" in worker.said_of(outer)


def test_log_record_is_one_line() -> None:
    """A traceback does not break a record into lines."""
    error = ValueError("two\nlines")
    info = (ValueError, error, None)
    record = logging.LogRecord("streams", logging.ERROR, "f", 1, "a\nb %s", ("c",), info)
    line = worker.OneLine("%(asctime)s %(message)s").format(record)
    assert 1 == len(line.splitlines())
    assert r"a\nb c" in line
