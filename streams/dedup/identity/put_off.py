"""Encounters that are put off: nobody puts off two with the same within days."""

from typing import NamedTuple

from schemas.vocabulary import Status
from streams.dedup.account import Account
from streams.dedup.identity.reach import NEWS

PUT_OFF_ONCE = "put off in these days"
"""Why two leads by which an encounter is called off or postponed are of one, though only one gives
its days: nobody puts off two with the same within days."""
BROKEN_OFF: frozenset[Status] = frozenset({"postponed", "suspended", "cancelled", "failed"})
"""Statuses of talks that came to nothing."""
BROKEN_UP = frozenset({"suspended", "failed"})
"""Of these, those of talks that had begun."""
SINGLE = 2
"""How exactly single days are given."""


class PutOff(NamedTuple):
    """When an article was published by which an encounter is put off, and what days it gives."""

    published: int
    days: int
    """0 for none, 1 for weeks or months, 2 for single days."""
    status: str

    def is_once_with(self, other: "PutOff") -> bool:
        """Say whether two tell of the same, as far as the days do not contradict each other.

        Days of what is postponed are those from which it was moved, or those to which. Whether it
        broke up or was broken off depends on who tells it, on the same day.
        """
        apart, told = abs(self.published - other.published), {self.status, other.status}
        if not told.isdisjoint(BROKEN_UP):
            return apart <= 1 and "postponed" not in told and max(self.days, other.days) == 0
        once = SINGLE if "postponed" in told else 1
        return apart <= NEWS and min(self.days, other.days) < once


def put_off(account: Account) -> PutOff | None:
    """Return when an article that opens with it tells that an encounter is put off."""
    day, status = account.published_day, account.said.status
    if day is None or not account.leads or status not in BROKEN_OFF:
        return None
    days = SINGLE if account.exact and account.span else int(account.span is not None)
    return PutOff(day, days, status)
