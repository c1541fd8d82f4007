"""Mends for the ways in which Faust loses records by default.

Faust 0.15.3 acknowledges, commits or clears records that nobody has finished with. Each module
here describes one such way, and closes it for one application. The rules of an application that
wants to lose nothing, where `mend` cannot keep them for it:

No exception leaves an agent but for the truly unexpected, which ends the process: a supervisor
outside starts it again, and Kafka delivers the record once more. At least once, therefore, with
deterministic ids and consumers that do not mind a repetition; `exactly_once` is refused, because
Faust picks the transaction by the partition written to, not by the one read from.

An agent decides, sends, awaits the deliveries, and writes its table last, for a record or for a
batch of them (`stream.batches`). Faust's tables put the rows of a batch into the partition of its
last record: who writes for several tells the changelog by itself, through `app.producer`, whose
deliveries are kept like all others. An agent does not use `take` (an exception loses
the batch and what is buffered behind it), `group_by` (two keyed topics cost half), `noack`, or a
concurrency above one; more throughput comes from more processes.

Bytes in, bytes out (`raw.py`); a record that cannot be decoded is the agent's to park.

Settings that are checked: `processing_guarantee="at_least_once"`, `producer_acks=-1`,
`producer_threaded=False`, `consumer_auto_offset_reset="earliest"` (a new group starts with what is
there), `topic_allow_declare=False` (Faust would create topics with one replica: create them
beforehand, changelogs with `cleanup.policy=compact` alone), `stream_wait_empty=True`.

Settings that are wise: `topic_disable_leader=True`; `producer_request_timeout` of seconds (the
default is twenty minutes); a `producer_linger` of milliseconds, for all that a batch of records
leads to comes at once, `producer_max_batch_size=262144`, and the root logger at WARNING, which
spares records that nobody prints; `web_enabled=False`, or loopback with
`web_tables_enabled=False` and `web_router_enabled=False`, because Faust serves its tables to
anyone; uvloop.
"""

from importlib.metadata import version
from typing import Any

import mode

from streams.shell.reliability.acknowledgement import FinishedStream
from streams.shell.reliability.commits import bound_commits
from streams.shell.reliability.deliveries import DeliveryFailed, answer_for_deliveries
from streams.shell.reliability.demands import UnreliableError, check_demands
from streams.shell.reliability.fetching import FETCH_WAIT_MS, limit_fetch_wait
from streams.shell.reliability.header_names import tolerate_header_names
from streams.shell.reliability.membership import keep_membership
from streams.shell.reliability.positions import seek_back
from streams.shell.reliability.raw import raw_table, raw_topic
from streams.shell.reliability.recovery import hold_flow

__all__ = [
    "FAUST",
    "DeliveryFailed",
    "UnreliableError",
    "check_demands",
    "check_version",
    "mend",
    "raw_table",
    "raw_topic",
]

FAUST = "0.15.3"
"""The one release whose private methods the mends replace."""


def check_version() -> None:
    """Raise `UnreliableError` unless the installed Faust is the release that the mends fit."""
    installed = version("faust-streaming")
    if installed != FAUST:
        raise UnreliableError(
            f"faust-streaming {installed} is installed, and Parley's mends against data loss fit "
            f"{FAUST} only: install faust-streaming=={FAUST}, or see whether each test in "
            "tests/shell/reliability still fails without its mend, and move the version there."
        )


def mend(app: Any, *, fetch_wait_ms: int = FETCH_WAIT_MS) -> None:
    """Mend an application against data loss; call it once, after its agents are declared.

    `fetch_wait_ms` is how long a fetch may wait for data on the broker, in milliseconds. Raises
    `UnreliableError` for another Faust, and for settings or agents that could lose records.
    """
    check_version()
    tolerate_header_names()
    app.conf.Stream = FinishedStream
    app.conf.agent_supervisor = mode.CrashingSupervisor
    check_demands(app)
    original = app.on_start

    # Consumer, producer and recovery belong to the running event loop: they are made here first.
    async def on_start() -> None:
        await original()
        check_demands(app)
        bound_commits(app.consumer)
        answer_for_deliveries(app)
        hold_flow(app)
        seek_back(app.consumer)
        limit_fetch_wait(app.consumer, fetch_wait_ms)
        keep_membership(app)

    app.on_start = on_start
