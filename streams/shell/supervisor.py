"""Keeps worker processes running: one that crashes is started again, with growing patience."""

import logging
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from streams.settings import Settings

log = logging.getLogger(__name__)

FIRST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 30.0
STEADY_SECONDS = 60.0
"""A worker that ran this long was well; its next crash starts again with the first pause."""
POLL_SECONDS = 0.1
EXIT_HOPELESS = 3
"""A worker ends with this code where starting it again would not help, or only park more."""
WORKER = (sys.executable, "-m", "streams.cli", "worker")


def pause_after(crashes: int) -> float:
    """Return the seconds to wait after so many crashes in a row."""
    return min(FIRST_PAUSE_SECONDS * 2.0 ** max(crashes - 1, 0), LONGEST_PAUSE_SECONDS)


@dataclass(slots=True)
class Slot:
    """One worker to keep running, and how often it crashed in a row."""

    start: Callable[[], "subprocess.Popen[bytes]"]
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    crashes: int = 0
    due: float = 0.0

    def tend(self, now: float) -> int | None:
        """Start the worker if it is due; return its exit code when it has just ended."""
        if self.process is None:
            if now >= self.due:
                self.process, self.started = self.start(), now
            return None
        code = self.process.poll()
        if code is None:
            return None
        self.crashes = 1 if now - self.started > STEADY_SECONDS else self.crashes + 1
        self.process, self.due = None, now + pause_after(self.crashes)
        return code


@dataclass(slots=True)
class Supervisor:
    """Tends its workers until told to stop."""

    slots: list[Slot]
    shutdown_seconds: float
    stopping: bool = field(default=False)

    def run(self) -> int:
        """Tend the workers; return 0 after an orderly stop, else the code that ended it."""
        while not self.stopping:
            for number, slot in enumerate(self.slots, start=1):
                code = slot.tend(time.monotonic())
                if code == EXIT_HOPELESS:
                    log.error("worker %d gave up, as it has said; stopping all", number)
                    return self._stop(code)
                if code is not None:
                    wait = pause_after(slot.crashes)
                    log.warning("worker %d ended with %d; again in %.0f s", number, code, wait)
            time.sleep(POLL_SECONDS)
        return self._stop(0)

    def stop(self, *_signal: object) -> None:
        """Ask for an orderly stop; safe to call from a signal handler."""
        self.stopping = True

    def _stop(self, code: int) -> int:
        running = [slot.process for slot in self.slots if slot.process]
        for process in running:
            process.terminate()
        # The workers have a deadline of their own; a little later nothing else helps.
        deadline = time.monotonic() + self.shutdown_seconds + 5
        for process in running:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        return code


def run(settings: Settings, workers: int) -> int:
    """Keep `workers` processes running until SIGINT or SIGTERM; return the exit code."""
    slots = [Slot(lambda: subprocess.Popen(WORKER)) for _ in range(workers)]  # noqa: S603  # ours
    supervisor = Supervisor(slots, settings.shutdown_seconds)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, supervisor.stop)
    return supervisor.run()
