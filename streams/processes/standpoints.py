"""What each party said last on each issue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from schemas import Position
from schemas.vocabulary import Actor, Issue
from streams.dedup.account import sortable
from streams.processes.told import Told

Standpoint = tuple[Actor, Issue]
"""A holder, and an issue."""


@dataclass(slots=True)
class Standpoints:
    """The last position of each holder on each issue, by its event.

    When something was received does not tell when it was said: what nobody dates counts only where
    nothing is dated, and of that what was received last.
    """

    events: Mapping[str, Told]
    """All of the process, kept by others; `follow` is told of every change."""
    latest: dict[Standpoint, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for id_ in self.events:
            self.follow(id_, None)

    def follow(self, id_: str, before: Told | None) -> None:
        """Take in that an event is new, or is not what it was before."""
        told = self.events[id_]
        now = _standpoints(told)
        for standpoint in now:
            self._elect(standpoint, (self.latest.get(standpoint, id_), id_))
        if before is None:
            return
        is_earlier = _moment(told) < _moment(before)
        for standpoint in _standpoints(before):
            if self.latest[standpoint] == id_ and (is_earlier or standpoint not in now):
                self._look_through(standpoint)

    def positions(self) -> tuple[Position, ...]:
        """Return the positions, by holder and issue."""
        return tuple(
            _position(id_, self.events[id_], standpoint)
            for standpoint, id_ in sorted(self.latest.items())
        )

    def _look_through(self, standpoint: Standpoint) -> None:
        """Find what was said last, where that was another event until now."""
        held = (id_ for id_, told in self.events.items() if standpoint in _standpoints(told))
        self._elect(standpoint, held)

    def _elect(self, standpoint: Standpoint, ids: Iterable[str]) -> None:
        last = max(ids, key=self._place, default=None)
        if last is None:
            del self.latest[standpoint]
        else:
            self.latest[standpoint] = last

    def _place(self, id_: str) -> tuple[tuple[bool, str], str]:
        return _moment(self.events[id_]), id_


def _standpoints(told: Told) -> tuple[Standpoint, ...]:
    if not (told.stands and told.is_position):
        return ()
    return tuple((holder, told.issue or "other") for holder in told.holders)


def _moment(told: Told) -> tuple[bool, str]:
    return told.dated, sortable(told.moment)


def _position(id_: str, told: Told, standpoint: Standpoint) -> Position:
    holder, issue = standpoint
    return Position(
        event_id=id_,
        holder=holder,
        issue=issue,
        kind=told.kind,
        content=told.content,
        published_at=told.moment if told.dated else None,
    )
