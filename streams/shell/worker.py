"""One worker process: the Faust application, watched, with a deadline for its end."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import uvloop

from streams.errors import ParleyError, StateError, TooManyRejected
from streams.settings import Settings
from streams.shell.app import create_app
from streams.shell.memory import collect_rarely
from streams.shell.shutdown import Deadline, serve
from streams.shell.supervisor import EXIT_HOPELESS
from streams.shell.watchdog import Watchdog

log = logging.getLogger(__name__)

EXIT_CRASHED = 1
HOPELESS = (TooManyRejected, StateError)


def main(settings: Settings, create: Callable[[Settings], Any] = create_app) -> int:
    """Run one worker until SIGINT, SIGTERM or its crash; return the exit code.

    0 after an orderly stop, 3 when to start again would not help, since most records failed or the
    state is another version's, 1 after any other crash. A stop that outlasts
    `settings.shutdown_seconds`, and a stall of `settings.stall_seconds`, end the process on the
    spot with 1.
    """
    configure_logging(settings.log_level)
    collect_rarely()
    failure = uvloop.run(_run(settings, create))
    if failure is not None:
        log.critical("this worker ends: %s", said_of(failure), exc_info=failure)
    return exit_code(failure)


def exit_code(failure: BaseException | None) -> int:
    """Return the exit code that tells a supervisor how the worker ended."""
    if failure is None:
        return 0
    hopeless = any(isinstance(cause, HOPELESS) for cause in _causes(failure))
    return EXIT_HOPELESS if hopeless else EXIT_CRASHED


def said_of(failure: BaseException) -> str:
    """Say what went wrong: in Parley's own words where there are such."""
    own = (str(cause) for cause in _causes(failure) if isinstance(cause, ParleyError))
    return next(own, f"{type(failure).__name__}: {failure}")


def _causes(failure: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    cause: BaseException | None = failure
    while cause is not None and id(cause) not in seen:
        yield cause
        seen.add(id(cause))
        cause = cause.__cause__ or cause.__context__


def configure_logging(level: str) -> None:
    """Write log records to stderr, a line each: ours from `level` on, all others from WARNING on.

    Faust's own worker sets DEBUG, and builds records for every message that nobody prints.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine("%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("streams").setLevel(level)
    logging.captureWarnings(True)


class OneLine(logging.Formatter):
    r"""Writes a record on one line, times in UTC; the line breaks of a traceback become `\n`."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return super().format(record).replace("\n", r"\n")


async def _run(settings: Settings, create: Callable[[Settings], Any]) -> BaseException | None:
    # Faust binds locks and queues to the running loop: the application is made inside it.
    app = create(settings)
    watchdog = Watchdog(app, settings.stall_seconds)
    log.info("worker starts: %r", settings)
    failure = await serve(app, watchdog, deadline=Deadline(settings.shutdown_seconds))
    log.info("worker ends")
    return failure
