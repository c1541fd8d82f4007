"""Days as numbers, so that dates of unequal precision can be compared."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from schemas import When

Span = tuple[int, int]
"""First and last day, as proleptic ordinals."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_DAY = len("2026-02-04")
_MONTH = len("2026-02")


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
    return _ordinal(iso[:_DAY])


def apart(a: Span, b: Span) -> int:
    """Return how many days lie between two spans; 0 where they meet."""
    return max(a[0] - b[1], b[0] - a[1], 0)


def is_on_weekday(span: Span, text: str | None) -> bool:
    """Say whether days have the weekday that a text names in English; so they do if it has none."""
    named = weekday_in(text)
    if named is None or span[1] - span[0] >= _WEEK - 1:
        return True
    number = WEEKDAYS.index(named)
    return any((day - 1) % _WEEK == number for day in range(span[0], span[1] + 1))


def weekday_in(text: str | None) -> str | None:
    """Return the first weekday that a text names in English, in lower case."""
    named = _WEEKDAY.search(text or "")
    return named.group().lower() if named else None


@lru_cache(maxsize=4_096)
def _ordinal(iso: str) -> int:
    year, month, day = [*map(int, iso.split("-")), 1, 1][:3]
    return date(year, month, day).toordinal()


def _last_day(iso: str) -> int:
    if len(iso) >= _DAY:
        return day_of(iso)
    year, month = [*map(int, iso.split("-")), 12][:2]
    return date(year, month, monthrange(year, month)[1]).toordinal()


_WEEK = 7
_WEEKDAY = re.compile("|".join(map(str.capitalize, WEEKDAYS)))
