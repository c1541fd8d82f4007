"""Tell history from news by its date (contract, section 2)."""

from datetime import date, timedelta

from schemas.mention import When

BACKGROUND_AFTER = 14
"""Days before publication from which on a happening is history."""

BY_AND_LARGE = frozenset({"month", "year"})
"""Precisions of dates of what is no news."""

NEWS = 7
"""Days after which what a lead tells of is no news any more."""


def is_background(when: When | None, published_at: str | None) -> bool:
    """Say whether something was over more than two weeks before publication."""
    return days_ago(when, published_at) > BACKGROUND_AFTER


def is_by_and_large(when: When) -> bool:
    """Say whether a date is told by the month or year, as of what is no news: "last month"."""
    # Without a day of publication nothing says which month that is.
    return when.precision in BY_AND_LARGE or (when.text or "").endswith((" month", " year"))


def days_ago(when: When | None, published_at: str | None) -> int:
    """Return how many days before publication something was over; 0 where that is not known."""
    last = (when.end or when.start) if when is not None else None
    if not last or published_at is None:
        return 0
    return (date.fromisoformat(published_at[:10]) - _last_day(last)).days


def is_before(one: When, other: When | None, *, by: int = 1) -> bool:
    """Say whether something was over so many days before another thing that has its day."""
    last, first = one.end or one.start, other.start if other is not None else None
    if other is None or other.precision not in {"day", "minute"} or not (last and first):
        return False
    return (date.fromisoformat(first[:10]) - _last_day(last)).days >= by


def _last_day(moment: str) -> date:
    """Return the last day that an ISO date, cut off or not, can mean."""
    if len(moment) == 4:
        return date(int(moment), 12, 31)
    if len(moment) == 7:
        year, month = int(moment[:4]), int(moment[5:])
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date.fromisoformat(moment[:10])
