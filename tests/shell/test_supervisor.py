"""The supervisor: a crashed worker starts again, a hopeless one does not."""

import subprocess
import sys
import time

import pytest

from streams.shell import supervisor
from streams.shell.supervisor import EXIT_HOPELESS, Slot, Supervisor, pause_after


def process(code: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", code])


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "FIRST_PAUSE_SECONDS", 0.01)


@pytest.mark.parametrize(("crashes", "seconds"), [(0, 1), (1, 1), (2, 2), (5, 16), (50, 30)])
def test_pauses_grow_to_a_limit(
    crashes: int, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each crash in a row doubles the pause, up to half a minute."""
    monkeypatch.setattr(supervisor, "FIRST_PAUSE_SECONDS", 1.0)
    assert seconds == pause_after(crashes)


def test_crashed_worker_starts_again() -> None:
    """A worker that ends is started anew."""
    started: list[subprocess.Popen[bytes]] = []

    def start() -> "subprocess.Popen[bytes]":
        started.append(process("import sys; sys.exit(1)"))
        if len(started) == 3:
            keeper.stop()
        return started[-1]

    keeper = Supervisor([Slot(start)], shutdown_seconds=5)
    assert 0 == keeper.run()
    assert 3 == len(started)


def test_hopeless_worker_stops_all() -> None:
    """When most records fail, starting again would only park more of them."""
    other = Slot(lambda: process("import time; time.sleep(60)"))
    hopeless = Slot(lambda: process(f"import sys; sys.exit({EXIT_HOPELESS})"))
    keeper = Supervisor([other, hopeless], shutdown_seconds=5)
    assert EXIT_HOPELESS == keeper.run()
    assert other.process is not None
    assert other.process.poll() is not None


def test_stubborn_worker_is_killed_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that ignores the request to stop does not keep the supervisor."""
    ignoring = "import signal, time; signal.signal(15, signal.SIG_IGN); print(1); time.sleep(60)"
    slot = Slot(lambda: process(ignoring))
    keeper = Supervisor([slot], shutdown_seconds=-4.5)  # the supervisor adds five of its own
    slot.tend(0.0)
    time.sleep(0.5)
    keeper.stop()
    assert 0 == keeper.run()
    assert slot.process is not None
    assert -9 == slot.process.poll()
