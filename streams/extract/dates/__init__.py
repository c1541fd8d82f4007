"""Date phrases of news English, resolved against the day of publication.

Relative phrases need to know which way they point: the caller gives the tense of the verb they
hang on. Publication is taken as a UTC day; an outlet half a world away may call it the day before,
which is why joining lets dates lie a day apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from msgspec.structs import replace

from schemas.mention import When
from streams.days import DAY
from streams.extract.dates.calendar import Tense
from streams.extract.dates.patterns import BARE_DAYS, IN_NAME, PATTERNS
from streams.extract.dates.phrases import RESOLVERS

__all__ = ["Dated", "Tense", "find_dates", "resolve_previous"]

WEEK = timedelta(days=7)
_CACHED = 512
"""Sentences with their tense: of one article several rules ask for the same dates."""
OPENING = re.compile(
    "(?:Last|Next|This|The|Since|By|Until|Till|From|Early|Late|Earlier|Later|Over|During|Between|"
    r"Before|After|For|On|In|At)\b"
)
"""Words that open a date as well as a sentence."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date phrase, `text[start:end]`, and what it says."""

    start: int
    end: int
    when: When


@lru_cache(maxsize=_CACHED)
def find_dates(text: str, published_at: str | None, tense: Tense) -> tuple[Dated, ...]:
    """Return the date phrases of a text in order, without overlap.

    `published_at` is RFC 3339; without it relative phrases stay unresolved, precision `unknown`.
    """
    today = date.fromisoformat(published_at[:10]) if published_at else None
    return tuple(_without_overlap(sorted(_all(text, today, tense), key=_longest_first)))


def resolve_previous(phrase: str, target: str, published_at: str) -> str | None:
    """Return the ISO date that a changed date moved away from, or None.

    "Scheduled for Sunday but delayed until Wednesday": the Sunday is the one before the target,
    whatever the day of publication.
    """
    day = target[:DAY]
    if len(day) < DAY:
        day = published_at[:DAY]
    for dated in find_dates(phrase, f"{day}T12:00:00Z", "past"):
        start = dated.when.start or dated.when.end
        if start:
            return _before(start, day)
    return None


def _before(start: str, target: str) -> str:
    """Return the origin; a weekday that is the target's own means the one a week before it."""
    if start != target:
        return start
    return (date.fromisoformat(start) - WEEK).isoformat()


def _all(text: str, today: date | None, tense: Tense) -> Iterator[Dated]:
    plain = _without_capital(text)
    for name, pattern in PATTERNS.items():
        for match in pattern.finditer(plain):
            if name in BARE_DAYS and IN_NAME.match(plain, match.end()):
                continue
            when = RESOLVERS[name](match, today, tense)
            if when is not None:
                start, end = match.span()
                yield Dated(start, end, replace(when, text=text[start:end]))


def _without_capital(text: str) -> str:
    """Return a text with its first word as it would stand further on: "Last month, A met B"."""
    return text[:1].lower() + text[1:] if OPENING.match(text) else text


def _longest_first(dated: Dated) -> tuple[int, int]:
    return dated.start, -dated.end


def _without_overlap(found: list[Dated]) -> Iterator[Dated]:
    end = -1
    for dated in found:
        if dated.start >= end:
            yield dated
            end = dated.end
