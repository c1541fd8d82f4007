"""Fold what has happened into the course of a process: who met whom, where, and what came of it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from schemas import Place, Process, Step
from streams.dedup.block import SEPARATOR
from streams.dedup.gazetteer import mediates
from streams.processes.rounds import in_order, with_gaps
from streams.processes.told import Told

Events = Mapping[str, Told]
"""Events by id."""


def course_of(process_id: str, happened: Events) -> Process:
    """Return a process as what has happened in it makes it: without positions, and undated."""
    seats = _seats(happened.values())
    rounds = with_gaps(in_order(_of_kind(happened, "talks")))
    return Process(
        process_id=process_id,
        revision=1,
        parties=_parties(process_id, seats),
        updated_at="",
        mediators=_mediators(process_id, seats),
        venues=_venues(rounds),
        rounds=rounds,
        agreements=_steps(_of_kind(happened, "agreement")),
        ceasefires=_steps(_of_kind(happened, "ceasefire")),
    )


def _of_kind(events: Events, kind: str) -> dict[str, Told]:
    return {id_: told for id_, told in events.items() if told.kind == kind}


def _steps(events: Events) -> tuple[Step, ...]:
    return tuple(step for step, _ in in_order(events))


def _parties(process_id: str, seats: Mapping[str, Counter[str]]) -> tuple[str, ...]:
    """Return the principals, then those who sit at the table more often than beside it."""
    principals = process_id.split(SEPARATOR)
    others = (a for a in seats if a not in principals and seats[a]["party"] * 2 > seats[a].total())
    return (*principals, *sorted(a for a in others if not mediates(a)))


def _mediators(process_id: str, seats: Mapping[str, Counter[str]]) -> tuple[str, ...]:
    """Return those who mediate in any of the events, the most frequent first."""
    times = {a: roles["mediator"] for a, roles in seats.items() if roles["mediator"]}
    principals = process_id.split(SEPARATOR)
    return tuple(sorted(times.keys() - set(principals), key=lambda actor: (-times[actor], actor)))


def _seats(events: Iterable[Told]) -> dict[str, Counter[str]]:
    seats: dict[str, Counter[str]] = {}
    for told in events:
        for actor, role in told.roles:
            if actor not in seats:
                seats[actor] = Counter()
            seats[actor][role] += 1
    return seats


def _venues(rounds: Iterable[Step]) -> tuple[Place, ...]:
    """Return each place once, in the order in which rounds came to it."""
    venues: dict[str, Place] = {}
    for step in rounds:
        if step.place is not None:
            venues.setdefault(step.place.name.casefold(), step.place)
    return tuple(venues.values())
