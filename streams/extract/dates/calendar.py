"""Calendar arithmetic: which Wednesday, which March."""

from datetime import date, timedelta
from typing import Literal

from streams.days import WEEKDAYS

Tense = Literal["past", "present", "future"]

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SATURDAY = 5
LONG_AGO = 270
"""Days; of a day so long past, news gives the year."""


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or its abbreviation."""
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def weekday(name: str, today: date, tense: Tense) -> date:
    """Return the weekday meant: the latest up to today, or in the future tense the next from it."""
    number = WEEKDAYS.index(name.lower())
    if tense == "future":
        return today + timedelta(days=(number - today.weekday()) % 7)
    return today - timedelta(days=(today.weekday() - number) % 7)


def monday(today: date, weeks: int) -> date:
    """Return the Monday of a week, `weeks` from this one."""
    return today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)


def saturday(today: date, tense: Tense) -> date:
    """Return the Saturday of the weekend meant; on a weekend, of this one."""
    this = monday(today, 0) + timedelta(days=SATURDAY)
    if tense == "future" or today >= this:
        return this
    return this - timedelta(weeks=1)


def make_date(year: int, month: int, day: int) -> date | None:
    """Return a date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_of_year(month: int, day: int, today: date, tense: Tense) -> date | None:
    """Return the day meant by a date without its year."""
    years = (today.year - 1, today.year, today.year + 1)
    days = [d for d in (make_date(y, month, day) for y in years) if d]
    if tense == "past":
        days = [d for d in days if 0 <= (today - d).days < LONG_AGO] or days
    if tense == "future":
        days = [d for d in days if d >= today] or days
    return min(days, key=lambda d: abs((d - today).days)) if days else None


def month_of_year(month: int, today: date, tense: Tense) -> tuple[int, int]:
    """Return year and month of a month without its year."""
    if tense == "future":
        return today.year + (month < today.month), month
    return today.year - (month > today.month), month


def add_months(today: date, months: int) -> tuple[int, int]:
    """Return year and month, so many months from today's."""
    index = today.year * 12 + today.month - 1 + months
    return index // 12, index % 12 + 1
