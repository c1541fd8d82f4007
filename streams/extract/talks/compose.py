"""Compose one draft of a mention from all sightings of a happening."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import TypeVar

from schemas.mention import Party, Person, Place, Schedule, When
from schemas.vocabulary import Change, Format, Role, Status
from streams.extract.confidence import of_encounter
from streams.extract.dates import resolve_previous
from streams.extract.dates.history import is_background
from streams.extract.document import Document
from streams.extract.mentions import Draft
from streams.extract.talks.delegations import Delegate
from streams.extract.talks.happenings import LAST_OF_LEAD, Happening
from streams.extract.talks.people import find_people
from streams.extract.talks.sighting import (
    Delay,
    Found,
    Participant,
    Sighting,
    evidence_of,
    value_of,
)

T = TypeVar("T")


RANK: dict[Role, int] = {
    "mediator": 0,
    "guarantor": 1,
    "observer": 2,
    "host": 3,
    "supporter": 4,
    "party": 5,
}
"""A role that the text names outweighs taking part."""


def compose(document: Document, happening: Happening, delegates: tuple[Delegate, ...]) -> Draft:
    """Return the draft of a happening, each field with the words behind it."""
    leading = _leading(happening)
    when = _when(happening)
    denied = happening.sightings[0].modality == "denied"
    by_date = None if denied else _by_date(when, document.published_at)
    status = leading.status if leading else by_date
    parties = tuple(_parties(happening))
    people = find_people(document, happening, delegates, parties)
    number, place = _first(happening, lambda s: s.round), _place(happening)
    format_ = _format(happening, people, value_of(status))
    issue = _first(happening, lambda s: s.issue)
    schedule = _schedule(happening, when, document.published_at)
    speaker = leading.speaker if leading and leading.modality != "asserted" else None
    return Draft(
        kind="talks",
        modality="planned"
        if leading is None and value_of(status) == "planned"
        else (leading or happening.sightings[0]).modality,
        parties=tuple(Party(actor=p.actor, role=r, name=p.name) for p, r in parties),
        people=tuple(p.value for p in people),
        round=value_of(number),
        format=value_of(format_),
        place=value_of(place),
        issue=value_of(issue),
        status=value_of(status),
        when=value_of(when),
        schedule=value_of(schedule),
        background=is_background(value_of(when), document.published_at),
        speaker=value_of(speaker),
        evidence=(
            *evidence_of("kind", *happening.sightings),
            *evidence_of("parties", *(p for p, _ in parties)),
            *evidence_of("people", *people),
            *evidence_of("round", number),
            *evidence_of("format", format_),
            *evidence_of("place", place),
            *evidence_of("issue", issue),
            *evidence_of("status", status),
            *evidence_of("when", when),
            *evidence_of("schedule", schedule),
            *evidence_of("speaker", speaker),
        ),
        confidence=of_encounter(placed=value_of(status) not in {None, "proposed"}),
    )


def _first(happening: Happening, field: Callable[[Sighting], Found[T] | None]) -> Found[T] | None:
    """Return a field's first value, the body's before the headline's."""
    ordered = sorted(happening.sightings, key=lambda s: s.headline)
    return next((f for s in ordered if (f := field(s)) is not None), None)


def _leading(happening: Happening) -> Sighting | None:
    """Return the sighting that says where the encounter stands: a firm one, near the top."""
    stated = sorted((s for s in happening.sightings if s.status), key=_weakness)
    leading = next(iter(stated), None)
    put_off = [s for s in stated if s.status and s.status.value == "postponed"]
    told = leading.status.value if leading is not None and leading.status else None
    if told == "cancelled" or (told == "planned" and any(s.headline for s in put_off)):
        # What will not take place on its day, and is put off: the new day is still to come.
        return next(iter(put_off), leading)
    return leading


def _by_date(when: Found[When] | None, published_at: str | None) -> Found[Status] | None:
    """Return what the day alone says of an encounter: past, or still to come."""
    if when is None or published_at is None or when.value.precision != "day":
        return None
    day, today = when.value.end or when.value.start, published_at[:10]
    if day is None or day[:10] == today:
        return None
    return Found("planned" if day[:10] > today else "held", when.start, when.end)


def _weakness(sighting: Sighting) -> tuple[bool, bool, int]:
    return not sighting.firm, sighting.sentence > LAST_OF_LEAD, sighting.sentence


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
    ordered = sorted(happening.sightings, key=lambda s: (s.site is None, s.headline))
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
    ordered = sorted(happening.sightings, key=lambda s: (s.headline, _is_moved(s), not s.firm))
    dated = next((s for s in ordered if s.when), None)
    if dated is not None:
        return _stretched(happening, _spanned(dated, ordered))
    return next((s.former for s in ordered if s.former), None)


def _is_moved(sighting: Sighting) -> bool:
    """Say whether a sighting tells of a change of date; one that resumes takes place on its day."""
    return sighting.delay is not None and sighting.delay.change != "resumed"


def _spanned(sighting: Sighting, all_: Iterable[Sighting]) -> Found[When]:
    """Return the first date, up to the one that ends it: "opened on Tuesday and ends on Friday"."""
    first, *others = sighting.when
    others += [w for s in all_ if s is not sighting and s.contrast is None for w in s.when]
    begins = first.value.start
    if begins is None or first.value.precision != "day":
        return first
    last = next((w for w in others if w.value.start is None and (w.value.end or "") > begins), None)
    if last is None:
        return first
    value = When(precision="day", start=begins, end=last.value.end, text=first.value.text)
    return Found(value, first.start, first.end)


def _stretched(happening: Happening, found: Found[When]) -> Found[When]:
    """Return a day as the first or last of as many as the encounter lasts."""
    days = max((s.days.value for s in happening.sightings if s.days), default=None)
    value = found.value
    if days is None or value.precision != "day":
        return found
    rest = timedelta(days=days - 1)
    start, end = value.start, value.end
    if start is None and end is not None:
        start = (date.fromisoformat(end[:10]) - rest).isoformat()
    elif start is not None and end in {None, start}:
        end = (date.fromisoformat(start[:10]) + rest).isoformat()
    stretched = When(precision="day", start=start, end=end, text=value.text)
    return Found(stretched, found.start, found.end)


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
        previous = _previous(delay, when, published_at) or _given_up(happening, when, published_at)
        # A headline says that they are put off, the text below from which day.
        told = (_previous(d, when, published_at) for d in telling)
        previous = previous or next(filter(None, told), None)
        return Found(
            Schedule(change=delay.change, previous=previous, reason=reason), delay.start, end
        )
    return _rescheduled(happening, when, published_at)


def _rescheduled(
    happening: Happening, when: Found[When] | None, published_at: str | None
) -> Found[Schedule] | None:
    """Return the change that a former date betrays: "were to have met on Sunday"."""
    former = next((s.former for s in happening.sightings if s.former), None)
    previous = _given_up(happening, when, published_at)
    begins = when.value.start if when else None
    if former is None or previous is None or begins is None:
        return None
    change = _change(happening, previous, begins)
    if change is None:
        return None
    return Found(Schedule(change=change, previous=previous), former.start, former.end)


def _change(happening: Happening, previous: str, begins: str) -> Change | None:
    """Return what has become of a day: on the same one nothing, unless it is called off."""
    if previous == begins[:10]:
        off = any(s.status and s.status.value == "cancelled" for s in happening.sightings)
        return "cancelled" if off else None
    return "postponed" if previous < begins else "brought_forward"


def _given_up(
    happening: Happening, when: Found[When] | None, published_at: str | None
) -> str | None:
    """Return the day on which it was to have been, counted back from the one on which it was."""
    former = next((s.former for s in happening.sightings if s.former), None)
    begins = when.value.start if when else None
    if former is None or published_at is None or not former.value.text:
        return None
    # Of what has no other day that one is told: "was to have met on Friday" counts from nothing.
    told = when is not None and (when.start, when.end) == (former.start, former.end)
    if begins is None or told:
        return former.value.start
    return resolve_previous(former.value.text, begins, published_at)


def _previous(delay: Delay, when: Found[When] | None, published_at: str | None) -> str | None:
    """Return the day that no longer holds, counted back from the one that does."""
    if delay.previous is None:
        return None
    old = delay.previous.value
    if delay.target is None or published_at is None or not old.text:
        return old.start
    target = (when.value.start if when else None) or delay.target.value.start
    if old.start and target and published_at[:10] <= old.start < target:
        return old.start
    counted = resolve_previous(old.text, target, published_at) if target else None
    return counted or old.start
