"""Put the steps of a process in order, and mark the rounds that nobody reported."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from schemas import Step
from streams.days import DAY, day_of, span_of
from streams.processes.told import Told

Dated = tuple[Step, int]
"""A step, and the day on which it stands."""

NEW_SERIES = 60
"""Days after which a number that is not higher counts in a new series; rounds of one series follow
each other within two months."""


def in_order(events: Mapping[str, Told]) -> tuple[Dated, ...]:
    """Return events as steps in the order in which they happened or are due.

    One without a date stands where it was first reported; if it has a number, not before the round
    of the number before.
    """
    days = {id_: _day(told) for id_, told in events.items()}
    for id_, told in sorted(events.items(), key=lambda item: (item[1].round or 0, item[0])):
        if told.round is not None and span_of(told.when) is None:
            days[id_] = max(days[id_], *_before(told.round, days[id_], events, days))
    placed = sorted(events, key=lambda id_: (days[id_], events[id_].round or 0, id_))
    return tuple((_step(id_, events[id_]), days[id_]) for id_ in placed)


def with_gaps(steps: Iterable[Dated]) -> tuple[Step, ...]:
    """Return the steps, each numbered one with the numbers that are missing before it."""
    found: list[Step] = []
    last, last_day = 0, 0
    for step, day in steps:
        if step.round is None:
            found.append(step)
            continue
        if step.round <= last and day - last_day > NEW_SERIES:
            last = 0
        missing = tuple(range(last + 1, step.round))
        found.append(replace(step, missing=missing))
        last, last_day = max(last, step.round), day
    return tuple(found)


def _before(
    number: int, day: int, events: Mapping[str, Told], days: Mapping[str, int]
) -> Iterable[int]:
    """Yield the days of earlier rounds of the series, to which a day belongs."""
    yield day
    for id_, told in events.items():
        if told.round is not None and told.round < number and abs(days[id_] - day) <= NEW_SERIES:
            yield days[id_]


def _day(told: Told) -> int:
    span = span_of(told.when)
    return span[0] if span else day_of(told.moment[:DAY])


def _step(id_: str, told: Told) -> Step:
    return Step(
        event_id=id_,
        status=told.status,
        round=told.round,
        place=told.place,
        when=told.when,
        modality=told.modality,
        contradicted=told.contradicted,
    )
