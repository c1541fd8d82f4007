"""The deadline of an orderly stop."""

import threading
import time

from streams.shell.shutdown import EXIT_DEADLINE, Deadline


def test_deadline_ends_the_process_once() -> None:
    """When it has passed the process ends, however often the stop was asked for."""
    codes: list[int] = []
    ended = threading.Event()

    def leave(code: int) -> None:
        codes.append(code)
        ended.set()

    deadline = Deadline(0.05, leave)
    deadline.start()
    deadline.start()
    assert ended.wait(5)
    time.sleep(0.1)
    assert [EXIT_DEADLINE] == codes


def test_cancelled_deadline_leaves_the_process() -> None:
    """A stop that came in time, in a process that lives on."""
    codes: list[int] = []
    deadline = Deadline(0.05, codes.append)
    deadline.start()
    deadline.cancel()
    time.sleep(0.15)
    assert [] == codes
