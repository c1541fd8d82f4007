"""What each kind of date phrase means; never more precise than the phrase."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from schemas.mention import When
from schemas.vocabulary import Precision
from streams.days import WEEKDAYS
from streams.extract.dates.calendar import (
    Tense,
    add_months,
    day_of_year,
    make_date,
    monday,
    month_number,
    month_of_year,
    saturday,
    weekday,
)
from streams.extract.dates.patterns import COUNTED, TENS

Resolver = Callable[[re.Match[str], date | None, Tense], When | None]

ENDS = frozenset({"until", "till", "by", "before", "through", "by the end of"})
"""After one of these the date is where the span ends; nothing is said of its start."""
STARTS = frozenset({"since", "from", "after", "starting", "beginning"})
NUMBERS = {
    "a": 1,
    "an": 1,
    **{word: number for number, word in enumerate(COUNTED, 1)},
    **{word: 10 * number for number, word in enumerate(TENS, 1)},
}
DECADE = 10
POSSESSIVES = ("'s", "’s")
POINTED: dict[str, Tense] = {"last": "past", "next": "future"}
WEEKS = {"last": -1, "this": 0, "next": 1, "the coming": 1, "the following": 1}


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _unknown(match: re.Match[str]) -> When:
    return When(precision="unknown", text=match.group())


def _span(match: re.Match[str], first: str, last: str, precision: Precision) -> When:
    """Return a span, cut to the side that "until" or "since" leaves open."""
    edge = _edge(match)
    return When(
        start=None if edge in ENDS else first,
        end=None if edge in STARTS else last,
        precision=precision,
        text=match.group(),
    )


def _edge(match: re.Match[str]) -> str:
    """Return the word that makes a date a limit.

    It is none in "from 4 to 6 May", which has both ends, or "before Monday's talks": what it stands
    before is the talks.
    """
    groups = match.groupdict()
    owns = match.string.startswith(POSSESSIVES, match.end())
    edge = (groups.get("edge") or "").lower().removesuffix(" on")
    return "" if owns or groups.get("last") else edge


def _day(match: re.Match[str], first: date | None, last: date | None = None) -> When | None:
    if first is None:
        return None
    return _span(match, first.isoformat(), (last or first).isoformat(), "day")


def _month(match: re.Match[str], year: int, month: int) -> When:
    edge = _edge(match)
    value = f"{year:04}-{month:02}"
    return When(
        start=None if edge in ENDS else value,
        end=value if edge in ENDS else None,
        precision="month",
        text=match.group(),
    )


def _year(match: re.Match[str], year: int) -> When:
    edge = _edge(match)
    value = f"{year:04}"
    return When(
        start=None if edge in ENDS else value,
        end=value if edge in ENDS else None,
        precision="year",
        text=match.group(),
    )


def iso(match: re.Match[str], _today: date | None, _tense: Tense) -> When | None:
    """2026-02-04."""
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    return _day(match, make_date(year, month, day))


def dated(match: re.Match[str], today: date | None, tense: Tense) -> When | None:
    """4 February, February 4-5, the 4th of February 2026."""
    month = month_number(match["month"])
    year = _year_of(match, today)
    day = _digits(match["day"])
    first = _on_weekday(match, month, day, today) or _dated(year, month, day, today, tense)
    if first is None:
        return _unknown(match) if today is None and not year else None
    last = make_date(first.year, month, _digits(match["last"])) if match["last"] else None
    return _day(match, first, last if last and last > first else None)


def _on_weekday(match: re.Match[str], month: int, day: int, today: date | None) -> date | None:
    """Return the day of this year or the next to it that is of the weekday given with it."""
    weekday = match.groupdict().get("weekday")
    if not weekday or today is None or match.groupdict().get("year"):
        return None
    years = (today.year, today.year - 1, today.year + 1)
    days = filter(None, (make_date(year, month, day) for year in years))
    number = WEEKDAYS.index(weekday.lower())
    return next((found for found in days if found.weekday() == number), None)


def _year_of(match: re.Match[str], today: date | None) -> int | None:
    """Return the year that stands with a date: "March 2025", "3 March last year"."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(match["year"])
    return today.year + SHIFT[match["of"]] if today and groups.get("of") else None


def _dated(year: int | None, month: int, day: int, today: date | None, tense: Tense) -> date | None:
    if year:
        return make_date(year, month, day)
    return day_of_year(month, day, today, tense) if today else None


def span_of_days(match: re.Match[str], today: date | None, tense: Tense) -> When | None:
    """April 28 to May 3, from 11 April to 13 April 2026."""
    number = month_number(match["month"])
    until = month_number(match["until"])
    over = until < number  # the year that stands at the end is that of the end
    year = int(match["year"]) - over if match["year"] else None
    first = _dated(year, number, _digits(match["day"]), today, tense)
    if first is None:
        return _unknown(match) if today is None and not year else None
    last = make_date(first.year + over, until, _digits(match["last"]))
    return _day(match, first, last)


def weekdays(match: re.Match[str], today: date | None, tense: Tense) -> When | None:
    """Wednesday and Thursday, from Monday to Friday, next Monday and Tuesday."""
    if today is None:
        return _unknown(match)
    pointed = POINTED.get(match["which"] or "", tense)
    if pointed == "future":
        first = weekday(match["first"], today + timedelta(days=match["which"] == "next"), pointed)
        return _day(match, first, weekday(match["last"], first, "future"))
    last = weekday(match["last"], today, tense)
    return _day(match, weekday(match["first"], last, "past"), last)


def one_weekday(match: re.Match[str], today: date | None, tense: Tense) -> When | None:
    """On Wednesday, last Friday, next Tuesday, Monday of this week, Tuesday night."""
    if today is None:
        return _unknown(match)
    which = (match["which"] or "").split()
    if match["week"]:
        start = monday(today, WEEKS[match["week"]])
        return _day(match, weekday(match["first"], start, "future"))
    if {"next", "coming", "following"} & {*which}:
        return _day(match, weekday(match["first"], today + timedelta(days=1), "future"))
    if {"last", "past", "previous"} & {*which}:
        return _day(match, weekday(match["first"], today - timedelta(days=1), "past"))
    pointed: Tense = "future" if which == ["this"] and tense != "past" else tense
    return _day(match, weekday(match["first"], today, pointed))


DAYS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
    "the day before yesterday": -2,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "last night": -1,
    "earlier in the day": 0,
    "later in the day": 0,
    "late in the day": 0,
    "early in the day": 0,
}


def near_day(match: re.Match[str], today: date | None, _tense: Tense) -> When | None:
    """Today, tonight, yesterday, tomorrow, last night, earlier in the day."""
    if today is None:
        return _unknown(match)
    return _day(match, today + timedelta(days=DAYS[" ".join(match["day"].lower().split())]))


def overnight(match: re.Match[str], today: date | None, _tense: Tense) -> When | None:
    """Overnight: between yesterday and today."""
    if today is None:
        return _unknown(match)
    return _day(match, today - timedelta(days=1), today)


def distance(match: re.Match[str], today: date | None, tense: Tense) -> When | None:
    """Three days ago, in two weeks; a number of weeks is exact to the week only."""
    if today is None:
        return _unknown(match)
    number = NUMBERS.get(match["number"].lower()) or int(match["number"])
    ago = "ago" in match.group()
    if not ago and tense == "past":
        return None  # "the first in five months"
    signed = -number if ago else number
    if match.groupdict().get("exact"):
        return _day(match, _distant(today, signed, match["unit"]))
    if match["unit"] == "day":
        return _day(match, today + timedelta(days=signed))
    if match["unit"] == "week":
        return _week(match, monday(today, signed))
    if match["unit"] == "month":
        return _month(match, *add_months(today, signed))
    if match["unit"] == "decade":
        middle = today.year + DECADE * signed
        return _span(match, str(middle - DECADE // 2), str(middle + DECADE // 2), "year")
    return _year(match, today.year + signed)


def _distant(today: date, number: int, unit: str) -> date | None:
    """Return the very day so many units away: "a year ago today"."""
    if unit in {"day", "week"}:
        return today + timedelta(days=number * (7 if unit == "week" else 1))
    year, month = add_months(today, number * (12 if unit == "year" else 1))
    return make_date(year, month, today.day)


def _week(match: re.Match[str], first: date) -> When:
    return _span(match, first.isoformat(), (first + timedelta(days=6)).isoformat(), "week")


def week(match: re.Match[str], today: date | None, _tense: Tense) -> When | None:
    """Last week, early next week."""
    if today is None:
        return _unknown(match)
    return _week(match, monday(today, WEEKS[match["which"].lower()]))


def weekend(match: re.Match[str], today: date | None, tense: Tense) -> When | None:
    """Over the weekend, next weekend."""
    if today is None:
        return _unknown(match)
    which = {*match["which"].lower().split()}
    pointed: Tense = "future" if {"next", "coming"} & which else tense
    if {"last", "past"} & which:
        pointed = "past"
    first = saturday(today, pointed)
    if "next" in which and today >= first:
        first += timedelta(weeks=1)
    return _day(match, first, first + timedelta(days=1))


SHIFT = {"last": -1, "this": 0, "next": 1, "the coming": 1}


def month(match: re.Match[str], today: date | None, _tense: Tense) -> When | None:
    """Last month, early next month."""
    if today is None:
        return _unknown(match)
    return _month(match, *add_months(today, SHIFT[match["which"].lower()]))


def named_month(match: re.Match[str], today: date | None, tense: Tense) -> When | None:
    """In March, by the end of June 2026, early next January."""
    groups = match.groupdict()
    number = month_number(match["month"])
    year = _year_of(match, today)
    if year:
        return _month(match, year, number)
    if today is None:
        return _unknown(match)
    pointed = POINTED.get(groups.get("which") or "", tense)
    return _month(match, *month_of_year(number, today, pointed))


def year(match: re.Match[str], today: date | None, _tense: Tense) -> When | None:
    """In 2015, last year, early next year."""
    if match["year"]:
        return _year(match, int(match["year"]))
    if today is None:
        return _unknown(match)
    return _year(match, today.year + SHIFT[match["which"]])


def vague(match: re.Match[str], _today: date | None, _tense: Tense) -> When | None:
    """In the coming weeks, this summer: said, but no date."""
    return _unknown(match)


RESOLVERS: dict[str, Resolver] = {
    "iso": iso,
    "day_month": dated,
    "month_day": dated,
    "months_days": span_of_days,
    "days_months": span_of_days,
    "weekdays": weekdays,
    "weekday": one_weekday,
    "today": near_day,
    "overnight": overnight,
    "ago": distance,
    "ahead": distance,
    "week": week,
    "weekend": weekend,
    "month": month,
    "named_month": named_month,
    "month_year": named_month,
    "part_of_month": named_month,
    "year": year,
    "vague": vague,
}
