"""Days as numbers, so that dates of unequal precision can be compared."""

import re
from calendar import month_name, monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from schemas import When

Span = tuple[int, int]
"""First and last day, as proleptic ordinals."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

DAY = len("2026-02-04")
"""Characters of an ISO date or moment that name its day."""
SECONDS_A_DAY = 86_400


def span_of(when: When | None) -> Span | None:
    """Return the days that a date covers, no fewer than its precision admits; None if unknown."""
    if when is None or when.precision == "unknown":
        return None
    start, end = when.start or when.end, when.end or when.start
    if start is None or end is None:
        return None
    first, last = day_of(start), _last_day(end)
    if when.precision == "week" and last - first < _WEEK - 1:
        last = first + _WEEK - 1
    return (first, last) if first <= last else (last, first)


def is_exact(when: When | None) -> bool:
    """Say whether a date names days, not weeks or months."""
    return when is not None and when.precision in {"day", "minute"} and span_of(when) is not None


def day_of(iso: str) -> int:
    """Return the first day of an ISO date, which may be cut off after the month or year."""
    return _ordinal(iso[:DAY])


def apart(a: Span, b: Span) -> int:
    """Return how many days lie between two spans; 0 where they meet."""
    return max(a[0] - b[1], b[0] - a[1], 0)


class Named(NamedTuple):
    """What a text names of a day: its weekday, counted from Monday as 0, its month, its number."""

    weekday: int | None = None
    month: int | None = None
    day: int | None = None

    def agrees_with(self, other: "Named") -> bool:
        """Say whether both may be one day, or days on either side of a midnight."""
        mine, theirs = self._in_year, other._in_year
        if mine is not None and theirs is not None:
            return abs(mine - theirs) <= 1
        if None not in (self.month, other.month) and self.month != other.month:
            return False
        return None in (self.weekday, other.weekday) or self.weekday == other.weekday

    @property
    def _in_year(self) -> int | None:
        """Return a number that grows with the days of a year; months have no more than 31."""
        if self.month is None or self.day is None:
            return None
        return self.month * _LONGEST_MONTH + self.day


def may_be_on(span: Span, text: str | None) -> bool:
    """Say whether what a text names of a day in English holds for any of these days."""
    named = named_in(text)
    if named is None or span[1] - span[0] > _LONGEST_MONTH:
        return True
    return any(named.agrees_with(_all_of(day)) for day in range(span[0], span[1] + 1))


@lru_cache(maxsize=4_096)
def named_in(text: str | None) -> Named | None:
    """Return what a text names of a day in English; None where it names nothing."""
    weekday, month = _WEEKDAY.search(text or ""), _MONTH_NAME.search(text or "")
    if weekday is None and month is None:
        return None
    day = month and (month.group("before") or month.group("after"))
    return Named(
        WEEKDAYS.index(weekday.group().lower()) if weekday else None,
        _MONTHS.index(month.group("month")) + 1 if month else None,
        int(day) if day else None,
    )


def _all_of(day: int) -> Named:
    date_ = date.fromordinal(day)
    return Named(date_.weekday(), date_.month, date_.day)


@lru_cache(maxsize=4_096)
def _ordinal(iso: str) -> int:
    year, month, day = [*map(int, iso.split("-")), 1, 1][:3]
    return date(year, month, day).toordinal()


def _last_day(iso: str) -> int:
    if len(iso) >= DAY:
        return day_of(iso)
    year, month = [*map(int, iso.split("-")), 12][:2]
    return date(year, month, monthrange(year, month)[1]).toordinal()


_WEEK = 7
_LONGEST_MONTH = 31
_WEEKDAY = re.compile("|".join(map(str.capitalize, WEEKDAYS)))
_MONTHS = tuple(month_name)[1:]
_MONTH_NAME = re.compile(
    r"(?:\b(?P<before>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    rf"\b(?P<month>{'|'.join(_MONTHS)})\b(?:\s+(?P<after>\d{{1,2}})\b)?"
)
