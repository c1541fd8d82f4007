"""Dates of unequal precision can be compared."""

import pytest

from schemas import When
from schemas.vocabulary import Precision
from streams.days import apart, day_of, is_exact, may_be_on, span_of
from tests.dedup.factories import on


def lengths(start: str | None, end: str | None, precision: Precision) -> int | None:
    span = span_of(When(start=start, end=end, precision=precision))
    return span[1] - span[0] + 1 if span else None


@pytest.mark.parametrize(
    ("start", "end", "precision", "days"),
    [
        ("2026-02-04", None, "day", 1),
        ("2026-02-04T09:30:00Z", None, "minute", 1),
        ("2026-02-04", "2026-02-05", "day", 2),
        (None, "2026-02-05", "day", 1),
        ("2026-02-02", None, "week", 7),
        ("2026-02-02", "2026-02-08", "week", 7),
        ("2026-02", None, "month", 28),
        ("2024-02", None, "month", 29),
        ("2026", None, "year", 365),
        ("2026-01", "2026-02", "month", 59),
        ("2026-02-05", "2026-02-04", "day", 2),
        ("2026-02-04", None, "unknown", None),
        (None, None, "day", None),
    ],
)
def test_span_is_as_wide_as_the_precision(
    start: str | None, end: str | None, precision: Precision, days: int | None
) -> None:
    """A date covers all the days its precision admits."""
    assert days == lengths(start, end, precision)


def test_no_date_covers_no_days() -> None:
    """What is not given is not known."""
    assert span_of(None) is None


@pytest.mark.parametrize(
    ("when", "exact"),
    [
        (on("2026-02-04"), True),
        (on("2026-02-04T09:30:00Z", precision="minute"), True),
        (on("2026-02", precision="month"), False),
        (When(precision="day"), False),
        (None, False),
    ],
)
def test_only_days_are_exact(when: When | None, exact: bool) -> None:
    """A month is no day."""
    assert exact == is_exact(when)


@pytest.mark.parametrize(
    ("a", "b", "days"), [((1, 3), (3, 5), 0), ((1, 3), (5, 6), 2), ((5, 6), (1, 3), 2)]
)
def test_spans_that_meet_are_not_apart(a: tuple[int, int], b: tuple[int, int], days: int) -> None:
    """The distance is counted from the nearer ends."""
    assert days == apart(a, b)


def test_next_day_is_one_more() -> None:
    """Days are numbered without gaps, also over the end of a year."""
    assert day_of("2026-01-01") == day_of("2025-12-31") + 1


@pytest.mark.parametrize(
    ("start", "end", "text", "expected"),
    [
        ("2026-02-04", "2026-02-04", "on Wednesday", True),
        ("2026-02-04", "2026-02-04", "late on Friday", False),
        ("2026-02-04", "2026-02-06", "on Friday", True),
        ("2026-02-06", "2026-02-10", "on Wednesday", False),
        ("2026-02-01", "2026-02-28", "on Friday", True),
        ("2026-02-04", "2026-02-04", "over Easter", True),
        ("2026-02-04", "2026-02-04", "in February", True),
        ("2026-02-04", "2026-02-04", "in September", False),
        ("2026-02-04", "2026-02-04", "on the 4th of February", True),
        ("2026-02-04", "2026-02-04", "on Wednesday, February 5", True),
        ("2026-02-04", "2026-02-04", "on February 14", False),
        ("2026-01-31", "2026-01-31", "on 1 February", True),
        ("2026-01-01", "2026-12-31", "in September", True),
        ("2026-02-04", "2026-02-04", None, True),
    ],
)
def test_named_day(start: str, end: str, text: str | None, expected: bool) -> None:
    """A text that names a weekday or a month speaks of such a day; one that names none, of any."""
    assert expected == may_be_on((day_of(start), day_of(end)), text)
