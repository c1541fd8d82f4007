"""Ends a worker that has stopped working without having noticed.

A Faust worker can stall in silence: the fetcher is gone, a commit stays frozen before a hole, an
agent hangs (github.com/faust-streaming/faust/issues/175 and 523). From outside it looks alive. Here
the process ends when records wait in a partition and its commits have not moved for some time, or
when nothing at all could be learnt for that long; a supervisor starts it again.
"""

import asyncio
import logging
import os
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import mode
from faust.exceptions import ConsumerNotStarted

log = logging.getLogger(__name__)

EXIT_STALLED = 1
SAMPLES = 10
"""How often to look within the patience given."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one partition stands: how far the work has come, and whether records wait."""

    done: object
    waiting: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A standing, and since when it has been as it is, in seconds of a monotonic clock."""

    standing: Standing
    since: float


@dataclass(frozen=True, slots=True)
class Watch:
    """What was seen of all partitions, by name, and when something was last seen."""

    seen: float
    marks: Mapping[str, Mark] = field(default_factory=dict)


def look(watch: Watch, standings: Mapping[str, Standing], now: float) -> Watch:
    """Return the watch after a look at the partitions that this worker has now."""
    return Watch(now, {name: _mark(watch, name, s, now) for name, s in standings.items()})


def _mark(watch: Watch, name: str, standing: Standing, now: float) -> Mark:
    known = watch.marks.get(name)
    if known is None or not standing.waiting or standing != known.standing:
        return Mark(standing, now)
    return known


def complaint(watch: Watch, now: float, patience: float) -> str | None:
    """Say what has stalled for longer than `patience` seconds; None while all is well."""
    if now - watch.seen > patience:
        return f"nothing could be learnt of this worker's partitions for {now - watch.seen:.0f} s"
    stuck = [
        f"{name} (at {mark.standing.done}, for {now - mark.since:.0f} s)"
        for name, mark in sorted(watch.marks.items())
        if mark.standing.waiting and now - mark.since > patience
    ]
    return f"records wait and commits do not move: {', '.join(stuck)}" if stuck else None


class Watchdog(mode.Service):
    """Looks at an application's partitions, and ends the process when one stalls.

    `seconds` is its patience. Start it before the application, so that it sees a recovery that
    hangs. Judgement is passed in a thread of its own, which a blocked event loop cannot hold up.
    """

    def __init__(
        self,
        app: Any,
        seconds: float,
        *,
        leave: Callable[[int], Any] = os._exit,
        clock: Callable[[], float] = time.monotonic,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._app = app
        self._seconds = seconds
        self._leave = leave
        self._clock = clock
        self._watch = Watch(clock())
        self._ended = threading.Event()

    async def on_start(self) -> None:
        """Start to judge."""
        self._watch = Watch(self._clock())
        threading.Thread(target=self._judge, name="watchdog", daemon=True).start()

    async def on_stop(self) -> None:
        """Stop to judge: the shutdown has a deadline of its own."""
        self._ended.set()

    @mode.Service.task
    async def _look(self) -> None:
        pause = self._seconds / SAMPLES
        while not self.should_stop:
            try:
                seen = await asyncio.wait_for(standings(self._app), self._seconds / 2)
            except Exception as exc:  # noqa: BLE001  # whatever it is, silence will tell
                log.warning("the watchdog could not look: %r", exc)
            else:
                self._watch = look(self._watch, seen, self._clock())
            await self.sleep(pause)

    def _judge(self) -> None:
        while not self._ended.wait(self._seconds / SAMPLES):
            if wrong := complaint(self._watch, self._clock(), self._seconds):
                log.critical("%s; this worker ends, to be started again", wrong)
                logging.shutdown()
                self._leave(EXIT_STALLED)
                return


async def standings(app: Any) -> dict[str, Standing]:
    """Ask the broker and Faust where each partition stands that agents of this worker read."""
    # The property would make a consumer, before its time.
    consumer = app._consumer
    try:
        assigned = consumer.assignment() if consumer else ()
    except ConsumerNotStarted:
        return {}
    tps = [tp for tp in assigned if app.topics.acks_enabled_for(tp.topic)]
    if not tps:
        return {}
    starts, ends = await consumer.earliest_offsets(*tps), await consumer.highwaters(*tps)
    # While a table is restored nothing is committed, but its offsets move.
    restored = sum(o or 0 for o in app.tables.recovery.active_offsets.values())
    return {
        f"{tp.topic}/{tp.partition}": Standing(
            (done := max(consumer._committed_offset[tp] or 0, starts[tp]), restored),
            await _waits(consumer, tp, done, ends[tp]),
        )
        for tp in tps
    }


async def _waits(consumer: Any, tp: Any, done: int, end: int) -> bool:
    """Tell whether records wait, where the commit has not reached the end.

    The last offset may be a transaction's marker, which no agent will ever see.
    """
    if done >= end:
        return False
    read = consumer._read_offset[tp]
    at_work = any(m.tp == tp for m in consumer._unacked_messages) or consumer._acked[tp]
    delivered = read is not None and read > done
    return bool(at_work) or delivered or await consumer.position(tp) < end
