"""Articles by pattern: every wording of a happening, with the names of several pairs of sides."""

import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from schemas.vocabulary import POSITIONS
from streams.tables import read_yaml

WORDINGS = Path(__file__).parent / "wordings.yaml"
APART = timedelta(days=40)
"""Between two happenings of one kind and the same sides."""
AHEAD = timedelta(days=4)
"""From the day on which something is told to the day for which it is planned."""
BESIDE = 5
"""Sentences that an article tells besides its news."""


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A happening and how outlets tell it: headline and text."""

    name: str
    kind: str
    told: tuple[tuple[str, str], ...]
    lasts: bool = False
    """It may happen again to the same: a truce that is broken twice (contract, section 4)."""


class Wordings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What happens between two sides, and what articles on it tell besides."""

    asides: tuple[str, ...]
    events: tuple[Told, ...]


class Side(NamedTuple):
    """A state with its adjective, or a group with who fights for it."""

    name: str
    of: str
    capital: str = ""


class Cast(NamedTuple):
    """Two sides, who brings them together, and in which year."""

    a: Side
    b: Side
    c: Side
    year: int


STATES = (
    *(Side("Kenya", "Kenyan"), Side("Chad", "Chadian"), Side("Peru", "Peruvian")),
    *(Side("Russia", "Russian"), Side("Turkey", "Turkish"), Side("Japan", "Japanese")),
    *(Side("the United States", "U.S."), Side("Sudan", "Sudanese"), Side("Iran", "Iranian")),
    *(Side("Britain", "British"), Side("Israel", "Israeli"), Side("North Korea", "North Korean")),
    *(Side("Ukraine", "Ukrainian"), Side("India", "Indian")),
)
WARS = (
    Cast(
        Side("Colombia", "Colombian", "Bogota"),
        Side("FARC", "FARC rebels"),
        Side("Norway", "Norwegian"),
        2015,
    ),
    Cast(
        Side("Israel", "Israeli", "Jerusalem"),
        Side("Hamas", "Hamas militants"),
        Side("Egypt", "Egyptian"),
        2023,
    ),
    Cast(
        Side("Afghanistan", "Afghan", "Kabul"),
        Side("the Taliban", "Taliban insurgents"),
        Side("Qatar", "Qatari"),
        2019,
    ),
    Cast(
        Side("Yemen", "Yemeni", "Aden"),
        Side("the Houthis", "Houthi rebels"),
        Side("Oman", "Omani"),
        2022,
    ),
    Cast(
        Side("Ethiopia", "Ethiopian", "Addis Ababa"),
        Side("the TPLF", "Tigrayan forces"),
        Side("Kenya", "Kenyan"),
        2022,
    ),
    Cast(
        Side("Sri Lanka", "Sri Lankan", "Colombo"),
        Side("the Tamil Tigers", "Tamil Tiger rebels"),
        Side("Norway", "Norwegian"),
        2002,
    ),
)
CASTS = 6


@cache
def wordings() -> dict[str, Wordings]:
    """Return the patterns, for states and for a state and a group."""
    return read_yaml(WORDINGS, dict[str, Wordings])


def runs(who: str, *, beside: bool) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows of one happening, as in `tests/headlines`, told in all wordings."""
    rng = random.Random(7)  # noqa: S311  # names and sentences, no secrets
    for event in wordings()[who].events:
        for cast in _casts(who, rng):
            every = range(len(event.told))
            yield [*_told(event, cast, 0, every, wordings()[who].asides if beside else (), rng)]


def recurrences(who: str) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows of two happenings of one kind, each told in half of the wordings.

    Positions are left out: one that is restated later is the same (contract, section 4). So is
    what lasts.
    """
    rng = random.Random(7)  # noqa: S311  # names and sentences, no secrets
    for event in wordings()[who].events:
        for cast in _casts(who, rng) if _is_once(event) else ():
            halves = (range(n, len(event.told), 2) for n in (0, 1))
            asides = wordings()[who].asides
            yield [
                row
                for n, half in enumerate(halves)
                for row in _told(event, cast, n, half, asides, rng)
            ]


def _is_once(event: Told) -> bool:
    return event.kind not in POSITIONS and not event.lasts


def _casts(who: str, rng: random.Random) -> Iterator[Cast]:
    if who == "groups":
        yield from WARS
        return
    for _ in range(CASTS):
        a, b, c = rng.sample(STATES, 3)
        yield Cast(a, b, c, 2025)


def _told(
    event: Told,
    cast: Cast,
    number: int,
    told: Iterable[int],
    asides: tuple[str, ...],
    rng: random.Random,
) -> Iterator[dict[str, Any]]:
    day = datetime(cast.year, 7, 3, 9, tzinfo=UTC) + number * APART
    name = f"{event.name}-{number}"
    for n in told:
        title, text = event.told[n]
        lead = _filled(text, cast, day)
        besides = [_filled(s, cast, day) for s in rng.sample(asides, BESIDE if asides else 0)]
        article = {
            "id": f"{name}-{n}",
            "outlet": f"The {chr(65 + n)}dale Post",
            "title": _filled(title, cast, day, headline=True),
            "text": " ".join((lead, *besides)),
            "published_at": (day + timedelta(days=n % 2, hours=n)).isoformat(),
        }
        quote = lead.split(". ")[0]
        yield {"cluster": name, "kind": event.kind, "quotes": [quote], "article": article}


def _filled(pattern: str, cast: Cast, day: datetime, *, headline: bool = False) -> str:
    names = {key: side.name for key, side in zip("abc", cast[:3], strict=True)}
    if headline:
        names = {key: name.removeprefix("the ") for key, name in names.items()}
        names = {key: "US" if name == "United States" else name for key, name in names.items()}
    adjectives = {f"of_{key}": side.of for key, side in zip("abc", cast[:3], strict=True)}
    days = {"day": f"on {day:%A}", "later": f"on {day + AHEAD:%A}"}
    filled = pattern.format(**names, **adjectives, **days, capital=cast.a.capital)
    return ". ".join(part[:1].upper() + part[1:] for part in filled.split(". "))
