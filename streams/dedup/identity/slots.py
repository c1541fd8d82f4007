"""Days on which accounts agree."""

from collections.abc import Iterable

import msgspec

from streams.days import Span

BORDER = 1
"""Outlets in other time zones date one meeting a day apart."""


class Slot(msgspec.Struct, gc=False):
    """The last first day and the first last day of the spans in it.

    A span lies within a day of every span in the slot exactly when it does so of these two, which
    is why they are all that is kept. No row of reports can shift a slot by a day each.
    """

    first: int
    last: int
    exact: bool
    realised: bool

    @property
    def hull(self) -> Span:
        """Return the slot as a span, also where its spans are a day apart."""
        return (min(self.first, self.last), max(self.first, self.last))

    def admits(self, span: Span) -> bool:
        """Say whether a span meets every span in the slot; a day apart will do for exact days."""
        tolerance = BORDER if self.exact else 0
        return span[0] <= self.last + tolerance and span[1] >= self.first - tolerance

    def meets(self, span: Span) -> bool:
        """Say whether a span of weeks or a window meets the slot, without any tolerance."""
        return span[0] <= self.hull[1] and span[1] >= self.hull[0]

    def narrow(self, span: Span, *, realised: bool) -> None:
        """Take a span in."""
        self.first, self.last = max(self.first, span[0]), min(self.last, span[1])
        self.realised = self.realised or realised

    def distance(self, day: int) -> int:
        """Return the days from a day to the slot."""
        low, high = self.hull
        return max(low - day, day - high, 0)


def put(slots: list[Slot], span: Span, *, exact: bool, realised: bool) -> None:
    """Take a span into the slot that admits it, or into a new one."""
    slot = next((s for s in slots if s.exact == exact and s.admits(span)), None)
    if slot:
        slot.narrow(span, realised=realised)
        return
    slots.append(Slot(span[0], span[1], exact, realised))


def holds(slots: list[Slot], span: Span, *, exact: bool, realised: bool) -> bool:
    """Say whether taking a span in would change no slot."""
    slot = next((s for s in slots if s.exact == exact and s.admits(span)), None)
    if slot is None or (realised and not slot.realised):
        return False
    return slot.first >= span[0] and slot.last <= span[1]


def gap_to(slots: Iterable[Slot], span: Span) -> int:
    """Return the days between a span and the nearest slot."""
    return min(max(span[0] - s.hull[1], s.hull[0] - span[1], 0) for s in slots)
