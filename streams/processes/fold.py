"""Fold events into the process that they make up."""

from collections import Counter
from collections.abc import Iterable, Mapping

from schemas import Place, Position, Process, Step
from schemas.vocabulary import Issue
from streams.dedup.account import sortable
from streams.dedup.block import SEPARATOR
from streams.dedup.gazetteer import mediates
from streams.processes.rounds import in_order, with_gaps
from streams.processes.told import Told

Events = Mapping[str, Told]
"""Events by id."""


def process_of(process_id: str, events: Events) -> Process:
    """Return the process of all its events, as its first revision; takes at least one."""
    standing = {id_: told for id_, told in events.items() if told.stands}
    rounds = with_gaps(in_order(_of_kind(standing, "talks")))
    return Process(
        process_id=process_id,
        revision=1,
        parties=_parties(process_id, standing.values()),
        updated_at=max((told.updated_at for told in events.values()), key=sortable),
        mediators=_mediators(process_id, standing.values()),
        venues=_venues(rounds),
        rounds=rounds,
        agreements=_steps(_of_kind(standing, "agreement")),
        ceasefires=_steps(_of_kind(standing, "ceasefire")),
        positions=_positions(standing),
    )


def _of_kind(events: Events, kind: str) -> dict[str, Told]:
    return {id_: told for id_, told in events.items() if told.kind == kind}


def _steps(events: Events) -> tuple[Step, ...]:
    return tuple(step for step, _ in in_order(events))


def _parties(process_id: str, events: Iterable[Told]) -> tuple[str, ...]:
    """Return the principals, then those who sit at the table more often than beside it."""
    principals = process_id.split(SEPARATOR)
    seats = _seats(events)
    others = (a for a in seats if a not in principals and seats[a]["party"] * 2 > seats[a].total())
    return (*principals, *sorted(a for a in others if not mediates(a)))


def _mediators(process_id: str, events: Iterable[Told]) -> tuple[str, ...]:
    """Return those who mediate in any of the events, the most frequent first."""
    seats = _seats(events)
    times = {a: roles["mediator"] for a, roles in seats.items() if roles["mediator"]}
    principals = process_id.split(SEPARATOR)
    return tuple(sorted(times.keys() - set(principals), key=lambda actor: (-times[actor], actor)))


def _seats(events: Iterable[Told]) -> dict[str, Counter[str]]:
    seats: dict[str, Counter[str]] = {}
    for told in events:
        for actor, role in told.roles:
            seats.setdefault(actor, Counter())[role] += 1
    return seats


def _venues(rounds: Iterable[Step]) -> tuple[Place, ...]:
    """Return each place once, in the order in which rounds came to it."""
    venues: dict[str, Place] = {}
    for step in rounds:
        if step.place is not None:
            venues.setdefault(step.place.name.casefold(), step.place)
    return tuple(venues.values())


def _positions(events: Events) -> tuple[Position, ...]:
    """Return what each holder said last on each issue, by holder and issue.

    When something was received does not tell when it was said: what nobody dates counts only where
    nothing is dated, and of that what was received last.
    """
    latest: dict[tuple[str, Issue], str] = {}

    def place(id_: str) -> tuple[bool, str, str]:
        return (events[id_].dated, sortable(events[id_].moment), id_)

    for id_, told in events.items():
        if told.is_position:
            for holder in told.holders:
                key = (holder, told.issue or "other")
                latest[key] = max(latest.get(key, id_), id_, key=place)
    return tuple(
        Position(
            event_id=id_,
            holder=holder,
            issue=issue,
            kind=events[id_].kind,
            content=events[id_].content,
            published_at=events[id_].moment if events[id_].dated else None,
        )
        for (holder, issue), id_ in sorted(latest.items())
    )
