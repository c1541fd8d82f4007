"""Compose one draft of a mention from all sightings of a happening."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Protocol, TypeVar

from schemas.article import Evidence
from schemas.mention import Party, Person, Place, Schedule, When
from schemas.vocabulary import Format, Role, Status
from streams.extract.dates import resolve_previous
from streams.extract.document import Document
from streams.extract.mentions import Draft
from streams.extract.talks.delegations import Delegate
from streams.extract.talks.happenings import Happening
from streams.extract.talks.people import find_people
from streams.extract.talks.sighting import Delay, Found, Participant, Sighting

T = TypeVar("T")


class Placed(Protocol):
    """Anything that stands at a place in the article."""

    @property
    def start(self) -> int:
        """Return its first offset."""

    @property
    def end(self) -> int:
        """Return the offset after its last."""


RANK: dict[Role, int] = {
    "mediator": 0,
    "guarantor": 1,
    "observer": 2,
    "host": 3,
    "supporter": 4,
    "party": 5,
}
"""A role that the text names outweighs taking part."""

BACKGROUND_AFTER = 14
"""Days before publication from which on a happening is history (contract, section 2)."""


def compose(document: Document, happening: Happening, delegates: tuple[Delegate, ...]) -> Draft:
    """Return the draft of a happening, each field with the words behind it."""
    leading = _leading(happening)
    status = leading.status if leading else None
    parties = tuple(_parties(happening))
    people = find_people(document, happening, delegates, parties)
    when = _when(happening)
    number, place = _first(happening, lambda s: s.round), _place(happening)
    format_ = _format(happening, people, _value(status))
    issue = _first(happening, lambda s: s.issue)
    schedule = _schedule(happening, when, document.published_at)
    speaker = leading.speaker if leading and leading.modality != "asserted" else None
    return Draft(
        kind="talks",
        modality=(leading or happening.sightings[0]).modality,
        parties=tuple(Party(actor=p.actor, role=r, name=p.name) for p, r in parties),
        people=tuple(p.value for p in people),
        round=_value(number),
        format=_value(format_),
        place=_value(place),
        issue=_value(issue),
        status=_value(status),
        when=_value(when),
        schedule=_value(schedule),
        background=_is_background(when, document.published_at),
        speaker=_value(speaker),
        evidence=(
            *_evidence("kind", *happening.sightings),
            *_evidence("parties", *(p for p, _ in parties)),
            *_evidence("people", *people),
            *_evidence("round", number),
            *_evidence("format", format_),
            *_evidence("place", place),
            *_evidence("issue", issue),
            *_evidence("status", status),
            *_evidence("when", when),
            *_evidence("schedule", schedule),
            *_evidence("speaker", speaker),
        ),
    )


def _value(found: Found[T] | None) -> T | None:
    return found.value if found else None


def _evidence(field: str, *found: Placed | None) -> Iterator[Evidence]:
    return (Evidence(field=field, start=f.start, end=f.end) for f in found if f is not None)


def _first(happening: Happening, field: Callable[[Sighting], Found[T] | None]) -> Found[T] | None:
    """Return a field's first value, the body's before the headline's."""
    ordered = sorted(happening.sightings, key=lambda s: s.headline)
    return next((f for s in ordered if (f := field(s)) is not None), None)


def _leading(happening: Happening) -> Sighting | None:
    """Return the sighting that says where the encounter stands."""
    stated = [s for s in happening.sightings if s.status is not None]
    firm = [s for s in stated if s.firm]
    return next(iter(firm or stated), None)


def _parties(happening: Happening) -> Iterator[tuple[Participant, Role]]:
    """Yield each actor once, in the most telling role and under its plainest name."""
    for actor in dict.fromkeys(p.actor for p in happening.participants):
        named = [p for p in happening.participants if p.actor == actor]
        role = min((p.role for p in named), key=lambda r: RANK[r])
        plain = [p for p in named if not p.person and p.role == role] or [
            p for p in named if p.role == role
        ]
        yield plain[0], role


def _place(happening: Happening) -> Found[Place] | None:
    """Return the first place, a city or venue before a country."""
    ordered = sorted(happening.sightings, key=lambda s: (not s.exact, s.headline))
    return next((s.place for s in ordered if s.place), None)


def _format(
    happening: Happening, people: tuple[Found[Person], ...], status: Status | None
) -> Found[Format] | None:
    said = _first(happening, lambda s: s.format)
    if said is not None or happening.sightings[0].sort == "call":
        return said
    visited = _visited(happening, people, status)
    if visited is not None or status not in {"planned", "proposed"}:
        return visited
    leaders = [p for p in people if p.value.role == "leader"]
    # Leaders who are to meet in person: what the press calls a summit once it has a date.
    if len({p.value.actor for p in leaders}) < 2 or happening.sightings[0].sort != "talks":
        return None
    return Found("summit", happening.sightings[0].start, happening.sightings[0].end)


def _visited(
    happening: Happening, people: tuple[Found[Person], ...], status: Status | None
) -> Found[Format] | None:
    """Return "visit" where one of two parties came to the other's country to meet in person."""
    place = _place(happening)
    numbered = any(s.round for s in happening.sightings)
    if place is None or numbered or len(happening.parties) != 2 or status == "planned":
        return None
    host = place.value.country
    guests = [p for p in people if p.value.actor in happening.parties and p.value.actor != host]
    if host not in happening.parties or not guests or happening.actors != happening.parties:
        return None
    return Found("visit", place.start, place.end)


def _when(happening: Happening) -> Found[When] | None:
    """Return start and end: of several dates the first firm one, stretched by the days it lasts."""
    ordered = sorted(
        happening.sightings, key=lambda s: (s.headline, s.delay is not None, not s.firm)
    )
    for sighting in ordered:
        if sighting.when:
            return _stretched(happening, sighting)
    return None


def _stretched(happening: Happening, sighting: Sighting) -> Found[When]:
    found = sighting.when[0]
    value = found.value
    if sighting.ends and value.start and value.precision == "day":
        value = When(precision="day", end=value.end or value.start, text=value.text)
    days = next((s.days for s in happening.sightings if s.days), None)
    if (
        days is not None
        and value.precision == "day"
        and value.start
        and value.end in {None, value.start}
    ):
        last = date.fromisoformat(value.start[:10]) + timedelta(days=days.value - 1)
        value = When(precision="day", start=value.start, end=last.isoformat(), text=value.text)
    return Found(value, found.start, found.end)


def _schedule(
    happening: Happening, when: Found[When] | None, published_at: str | None
) -> Found[Schedule] | None:
    delays = [s.delay for s in happening.sightings if s.delay]
    telling = [d for d in delays if d.change in {"postponed", "brought_forward", "cancelled"}]
    for delay in telling or delays:
        if delay.change == "resumed" and not any(d.change == "suspended" for d in delays):
            continue
        reason = delay.reason.value if delay.reason else None
        end = max(delay.end, delay.reason.end) if delay.reason else delay.end
        previous = _previous(delay, when, published_at)
        return Found(
            Schedule(change=delay.change, previous=previous, reason=reason), delay.start, end
        )
    return None


def _previous(delay: Delay, when: Found[When] | None, published_at: str | None) -> str | None:
    """Return the day that no longer holds, counted back from the one that does."""
    if delay.previous is None:
        return None
    old = delay.previous.value
    if delay.target is None or published_at is None or not old.text:
        return old.start
    target = (when.value.start if when else None) or delay.target.value.start
    counted = resolve_previous(old.text, target, published_at) if target else None
    return counted or old.start


def _is_background(when: Found[When] | None, published_at: str | None) -> bool:
    if when is None or published_at is None:
        return False
    last = when.value.end or when.value.start
    if not last:
        return False
    gap = date.fromisoformat(published_at[:10]) - _last_day(last)
    return gap.days > BACKGROUND_AFTER


def _last_day(moment: str) -> date:
    """Return the last day that an ISO date, cut off or not, can mean."""
    if len(moment) == 4:
        return date(int(moment), 12, 31)
    if len(moment) == 7:
        year, month = int(moment[:4]), int(moment[5:])
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date.fromisoformat(moment[:10])
