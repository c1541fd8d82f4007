"""How the days of an account link it to an encounter."""

from typing import NamedTuple

import msgspec

from streams.days import Span, apart
from streams.dedup.account import Account, Reality
from streams.dedup.identity.reach import (
    IN_LIKE_WORDS,
    NEXT_ROUND,
    is_from_archive,
    named_day,
    names_day_of,
    reach,
    round_reach,
)
from streams.dedup.identity.slots import Slot, gap_to, holds, put

LONG_ROUND = 21
"""Days that one round may take in one place: those on Syria in Geneva took two to three weeks."""

SAME_DAYS, MOVED, DAY_APART, SAME_ROUND, IN_PERIOD, IN_WINDOW, IN_WORDS, COPY = range(8, 0, -1)
"""Strength of a link."""


class Link(NamedTuple):
    """A link, why, and how many days off; stronger and nearer is better."""

    strength: int
    reason: str = ""
    distance: int = 0


class Calendar(msgspec.Struct, gc=False):
    """The days of one encounter: those it is on, and those from which it was moved."""

    slots: list[Slot] = msgspec.field(default_factory=list)
    moved_from: list[Slot] = msgspec.field(default_factory=list)
    realities: set[Reality] = msgspec.field(default_factory=set)
    windows: list[Span] = msgspec.field(default_factory=list)

    def add(self, account: Account, *, numbered: bool) -> None:
        """Take the days of an account in."""
        realised = account.reality is Reality.REALISED
        self.realities.add(account.reality)
        if account.previous is not None:
            put(self.moved_from, (account.previous,) * 2, exact=True, realised=False)
        if account.exact and account.span:
            put(self.slots, account.span, exact=True, realised=realised)
            return
        if self._is_settled(account):
            return
        near = reach(account)
        window = account.span or (round_reach(account) if numbered else near)
        if window:
            put(self.slots, window, exact=False, realised=realised)
            if near not in self.windows:
                self.windows.append(near)

    def knows(self, account: Account, *, numbered: bool) -> bool:
        """Say whether taking the days of an account in would change no link."""
        realised = account.reality is Reality.REALISED
        if account.reality not in self.realities:
            return False
        if account.previous is not None:
            day = (account.previous,) * 2
            if not holds(self.moved_from, day, exact=True, realised=False):
                return False
        if account.exact and account.span:
            return holds(self.slots, account.span, exact=True, realised=realised)
        if self._is_settled(account):
            return True
        near = reach(account)
        window = account.span or (round_reach(account) if numbered else near)
        if window is None:
            return True
        return near in self.windows and holds(self.slots, window, exact=False, realised=realised)

    def link(self, account: Account) -> Link | None:
        """Return the link of an account by its days."""
        if account.exact and account.span:
            found = self._by_days(account, account.span)
        elif account.span:
            found = self._by_period(account, account.span)
        else:
            found = self._by_window(account)
        if account.previous is None:
            return found
        return max(filter(None, (found, self._by_previous(account.previous))), default=None)

    def round_link(self, account: Account, *, placed: bool) -> Link | None:
        """Return the link of an account that gives the same number, but other days or none.

        `placed` says that it gives the same place.
        """
        span = account.span or round_reach(account)
        if span is None or not self.slots:
            return Link(SAME_ROUND)
        gap = gap_to(self.slots, span)
        if not account.span:
            return Link(SAME_ROUND, distance=self._away(account)) if gap == 0 else None
        held = [slot for slot in self.slots if slot.exact and slot.realised]
        if account.reality is Reality.REALISED and held:
            return Link(SAME_ROUND, distance=gap) if placed and gap <= LONG_ROUND else None
        if held and all(_is_over(account, slot) for slot in held):
            return None
        return Link(SAME_ROUND, distance=gap) if gap <= NEXT_ROUND else None

    def _by_days(self, account: Account, span: Span) -> Link | None:
        for slot in self.slots:
            if slot.exact and slot.admits(span):
                gap = apart(span, slot.hull)
                return Link(DAY_APART, "a day apart") if gap else Link(SAME_DAYS, "same days")
        # What was moved from a day was not held on it, so only plans are found there.
        if account.reality is not Reality.REALISED:
            for slot in self.moved_from:
                if slot.admits(span):
                    return Link(MOVED, "moved from these days")
        vague = not any(slot.exact for slot in self.slots)
        if vague and any(apart(window, span) == 0 for window in self.windows):
            return Link(IN_PERIOD, "within the days given")
        return None

    def _by_previous(self, day: int) -> Link | None:
        if any(slot.admits((day, day)) for slot in self.moved_from):
            return Link(MOVED, "moved from the same day")
        open_ = (slot for slot in self.slots if slot.exact and not slot.realised)
        if any(slot.admits((day, day)) for slot in open_):
            return Link(MOVED, "moved from these days")
        return None

    def _by_period(self, account: Account, span: Span) -> Link | None:
        """Link a week or month to the days, or to the like period, that it meets."""
        for slot in self.slots:
            alike = slot.exact or self.realities == {account.reality}
            if alike and slot.meets(span) and not _is_over(account, slot):
                away = slot.distance(account.day)
                return Link(IN_PERIOD, "within the days given", away)
        return None

    def is_long_before(self, account: Account) -> bool:
        """Say whether an account without a date may come from an archive, and be of these days."""
        called_off = self.moved_from if account.reality is Reality.AHEAD else []
        slots = [
            slot
            for slot in (*self.slots, *called_off)
            if self._may_be_meant(account, slot)
            and (not slot.exact or names_day_of(account, slot.hull))
        ]
        return bool(slots) and _is_from_archive(account, slots)

    def may_be_on(self, account: Account) -> bool:
        """Say whether an account names nothing that contradicts all exact days."""
        exact = [slot for slot in self.slots if slot.exact]
        return not exact or any(names_day_of(account, slot.hull) for slot in exact)

    def allows(self, account: Account) -> bool:
        """Say whether exact days of an account are among those that are known, if any are."""
        if not account.exact or account.span is None:
            return True
        known = [slot for slot in (*self.slots, *self.moved_from) if slot.exact]
        return not known or any(slot.admits(account.span) for slot in known)

    @property
    def is_dated(self) -> bool:
        """Whether any report gives days of it."""
        return any(slot.exact for slot in (*self.slots, *self.moved_from))

    def is_named(self, account: Account) -> bool:
        """Say whether an account names the weekday, or the like, of an exact day."""
        told = named_day(account) is not None
        exact = (slot for slot in self.slots if slot.exact)
        return told and any(names_day_of(account, slot.hull) for slot in exact)

    def _is_settled(self, account: Account) -> bool:
        """Say whether an account without exact days says nothing of the days."""
        if any(slot.exact for slot in (*self.slots, *self.moved_from)):
            return True
        return bool(self.slots) and _is_from_archive(account, self.slots)

    def _by_window(self, account: Account) -> Link | None:
        """Link an account without a date by the days around its publication, else receipt."""
        window = reach(account)
        dated = account.published_day is not None
        around = "published around these days" if dated else IN_LIKE_WORDS
        called_off = self.moved_from if account.reality is Reality.AHEAD else []
        for slot in (*self.slots, *called_off):
            if slot.meets(window) and self._may_be_meant(account, slot):
                away = slot.distance(account.day)
                return Link(IN_WINDOW, around, away)
        return None

    def _may_be_meant(self, account: Account, slot: Slot) -> bool:
        if not slot.exact:
            return self.realities == {account.reality}
        return account.reality in {Reality.REALISED, Reality.AHEAD}

    def _away(self, account: Account) -> int:
        return min(slot.distance(account.day) for slot in self.slots)


def _is_from_archive(account: Account, slots: list[Slot]) -> bool:
    return account.span is None and is_from_archive(account, max(s.hull[1] for s in slots))


def _is_over(account: Account, slot: Slot) -> bool:
    """Say whether the days were past when an account spoke of a plan."""
    ahead = account.reality in {Reality.AHEAD, Reality.TENTATIVE}
    day = account.published_day
    return ahead and slot.realised and day is not None and day > slot.hull[1]
