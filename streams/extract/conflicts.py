"""Know who sits across from whom where an article names only what they fight over."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
import yaml

from streams.extract.gazetteer import Name
from streams.extract.rulebook import Rules

ADVERSARIES = 2
TABLE = Path(__file__).parent / "data" / "conflicts.yaml"


class Conflict(Rules, frozen=True):
    """A dispute: the words that name it, its adversaries, and who brings them together."""

    about: tuple[str, ...]
    parties: tuple[str, ...]
    thirds: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None

    def holds(self, year: int | None) -> bool:
        """Say whether it went on in a year; one that is not known rules nothing out."""
        if year is None:
            return True
        return (self.since or year) <= year <= (self.until or year)


@cache
def conflicts() -> tuple[Conflict, ...]:
    """Return the table; raises `msgspec.ValidationError` naming the field that is wrong."""
    return msgspec.convert(yaml.safe_load(TABLE.read_bytes()), tuple[Conflict, ...])


@cache
def _pattern(conflict: Conflict) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, conflict.about))})\b")


def find_conflict(lead: str, names: tuple[Name, ...], on: date | None) -> Conflict | None:
    """Return the dispute that headline and lead name, if the article names its adversaries.

    Of several it is the one they name most often, then the one that they name first.
    """
    actors = {name.actor for name in names}
    year = on.year if on else None
    found = [
        (len(hits), -hits[0].start(), conflict)
        for conflict in conflicts()
        if conflict.holds(year)
        and len(actors & {*conflict.parties}) >= ADVERSARIES
        and (hits := tuple(_pattern(conflict).finditer(lead)))
    ]
    return max(found, key=lambda one: one[:2])[2] if found else None
