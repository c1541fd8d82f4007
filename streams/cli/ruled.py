"""From the events that people name to the ruling that the stream obeys."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from msgspec.structs import replace

from schemas import Event, Ruling, encode
from streams.dedup.block import of_position
from streams.errors import ParleyError


def resolve(name: str, known: Mapping[str, Event]) -> Event:
    """Return the event that an id leads to by now; raises `ParleyError` where there is none."""
    event = known.get(name)
    while event is not None and event.merged_into is not None:
        event = known.get(event.merged_into)
    if event is None:
        raise ParleyError(f"no event {name}: `parley tail events --until-end` shows all")
    if not event.reports:
        raise ParleyError(f"event {name} was retracted: no report of it is left to rule on")
    return event


def joining(events: Sequence[Event], *, at: str, by: str, reason: str | None) -> Ruling:
    """Return the ruling that events are one; raises `ParleyError` where they cannot be."""
    apart = {event.event_id: event for event in events}
    if len(apart) < 2:
        raise ParleyError("these are one event already")
    kinds = sorted({event.kind for event in events})
    if len(kinds) > 1:
        raise ParleyError(f"only events of one kind can be joined; these are {', '.join(kinds)}")
    blocks = {_block(event) for event in events}
    if len(blocks) > 1:
        raise ParleyError(
            f"these belong to {' and '.join(sorted(blocks))}: only events of one negotiation, or "
            "positions of one holder, can be joined, since others are joined in different places"
        )
    groups = tuple(_mentions(event) for event in apart.values())
    return _named(
        Ruling(
            ruling_id="",
            action="join",
            block=blocks.pop(),
            kind=events[0].kind,
            groups=groups,
            at=at,
            by=by,
            reason=reason,
        )
    )


def splitting(
    event: Event, reports: Iterable[str], *, at: str, by: str, reason: str | None
) -> Ruling:
    """Return the ruling that takes reports out of an event; raises `ParleyError`."""
    taken = {m for name in reports for m in _named_by(name, event)}
    kept = tuple(m for m in _mentions(event) if m not in taken)
    if not kept:
        raise ParleyError(f"these are all reports of {event.event_id}: one at least must stay")
    return _named(
        Ruling(
            ruling_id="",
            action="split",
            block=_block(event),
            kind=event.kind,
            groups=(kept, tuple(m for m in _mentions(event) if m in taken)),
            at=at,
            by=by,
            reason=reason,
        )
    )


def withdrawal(name: str, made: Iterable[Ruling], *, at: str) -> Ruling:
    """Return the record that takes a ruling back; raises `ParleyError` where there is none."""
    for ruling in made:
        if ruling.ruling_id == name:
            return replace(ruling, at=at, withdrawn=True)
    raise ParleyError(f"no ruling {name}: `parley events rulings` lists them")


def _named_by(name: str, event: Event) -> tuple[str, ...]:
    found = tuple(r.mention_id for r in event.reports if name in {r.article_id, r.mention_id})
    if not found:
        raise ParleyError(f"event {event.event_id} has no report {name}")
    return found


def _mentions(event: Event) -> tuple[str, ...]:
    return tuple(report.mention_id for report in event.reports)


def _block(event: Event) -> str:
    """Return the block of an event; raises `ParleyError` where nobody is named."""
    block = of_position(event) or event.process_id
    if block is None:
        raise ParleyError(f"event {event.event_id} names nobody, and belongs to no negotiation")
    return block


def _named(ruling: Ruling) -> Ruling:
    return replace(ruling, ruling_id="r-" + blake2b(encode(ruling), digest_size=8).hexdigest())
