"""The gazetteer's tables, from `data/` to entries."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from streams.errors import TableError
from streams.extract.gazetteer.entry import Entry, Type
from streams.tables import Row, read_csv, read_yaml

DATA = Path(__file__).parent.parent / "data"
COLLECTIVE = "coalition"
ORGANISED = frozenset({"armed group", "body", COLLECTIVE, "party", "people", "state-like"})
"""Types of organisations."""
UNARMED = frozenset({"body", "party"})
SITED = frozenset({"city", "region", "venue"})
"""Types of venues."""
Metonyms = dict[str, dict[str, list[str]]]
"""Names by state and section."""
ORDINARY = frozenset(
    """
    Of Man March Most Same Van Ho Moa Split Bar Bath Reading Mobile Nice Deal Hope Police Orange
    Enterprise Independence Victoria Santiago Union Of Male Bo Ica Male Young Liberty Media Sale
    Wa Al Un Ash Bor Date Gap Gas Man Manly Ore Pop Tours Vice Ball Best Central Green Normal
    Buy Asia Europe Mission Home Paradise Republic Universal Progress Federal Battle Much Nancy
    Florence Charlotte Jackson Lincoln Madison Austin Orlando Cameron Warren Clinton Carter Nelson
    Houston Douglas Marion Salem Troy Sidney Jordan Francisco Cruz Santos Lima Gray Hamilton Leon
    Johnson Anderson Henderson Lawrence Lewis Morales Peters Thomas Wilson Kerry Abe Kim Lee Li Wu
    Ali Omar Hassan Ibrahim Aziz Salah Hamad Nasser Rashid Said Amir Mehdi Sadr Khan
    Virginia Maryland Delaware Oregon Ohio Nevada Colorado Montana Michigan Minnesota Wisconsin
    North South East West Guard Front General August May June Roman Holy
    """.split()
)
"""Names of cities that are words or surnames far more often than cities."""


SEATS = {"Brussels": "eu"}
"""Capitals that stand for an organisation rather than for their state."""
PAIRS = {
    "Koreas": ("KOR", "PRK"),
    "inter-Korean": ("KOR", "PRK"),
    "Inter-Korean": ("KOR", "PRK"),
    "Congos": ("COD", "COG"),
    "Sudans": ("SDN", "SSD"),
}
"""Names of two states at once: "the two Koreas", "inter-Korean talks"."""
PEOPLES = {"European": "eu"}
"""Demonyms of no state: "European negotiators" are the Union's."""


@cache
def entries() -> tuple[Entry, ...]:
    """Return every meaning of every name."""
    named = (*_states(), *_pairs(), *_peoples(), *_metonyms(), *_organisations(), *_officials())
    return (*named, *_venues(), *_cities())


@cache
def mediation_ranks() -> dict[str, int]:
    """Return how typically each actor mediates, 1 to 9; the others never do."""
    return read_yaml(DATA / "mediators.yaml", dict[str, int])


@cache
def unarmed() -> frozenset[str]:
    """Return the parties and bodies, whom nobody calls rebels."""
    rows = read_csv(DATA / "organisations.csv")
    return frozenset(row["slug"] for row in rows if row["type"] in UNARMED)


@cache
def capitals() -> dict[str, str]:
    """Return the capital of each state."""
    return {row["code"]: row["capital"].strip() for row in read_csv(DATA / "states.csv")}


def _states() -> Iterator[Entry]:
    for row in read_csv(DATA / "states.csv"):
        code = row["code"]
        yield Entry(row["name"], "state", code, code)
        yield from (Entry(d, "demonym", code, code) for d in row["demonym"].split(";") if d)
        capital = row["capital"].strip()
        if capital:
            yield Entry(capital, "capital", SEATS.get(capital, code), code)


SECTIONS: tuple[tuple[str, Type], ...] = (
    ("aliases", "state"),
    ("demonyms", "demonym"),
    ("places", "government"),
    ("cities", "capital"),
)


def _pairs() -> Iterator[Entry]:
    yield from (Entry(name, "pair", one, one) for name, (one, _) in PAIRS.items())


def _peoples() -> Iterator[Entry]:
    yield from (Entry(name, "demonym", actor) for name, actor in PEOPLES.items())


def _metonyms() -> Iterator[Entry]:
    for code, sections in read_yaml(DATA / "metonyms.yaml", Metonyms).items():
        for section, kind in SECTIONS:
            yield from (Entry(name, kind, code, code) for name in sections.get(section, ()))


def _organisations() -> Iterator[Entry]:
    for row in read_csv(DATA / "organisations.csv"):
        collective = _type(row, ORGANISED) == COLLECTIVE
        kind: Type = "coalition" if collective else "organisation"
        days = _day(row, "from", date.min), _day(row, "until", date.max)
        for name in row["names"].split(";"):
            yield Entry(name, kind, row["slug"], None, None, *days)


def _officials() -> Iterator[Entry]:
    for row in read_csv(DATA / "officials.csv"):
        since, until = _day(row, "from", date.min), _day(row, "until", date.max)
        for name in (row["name"], *filter(None, row["aliases"].split(";"))):
            yield Entry(name, "official", row["actor"], None, row["post"], since, until)


def _day(row: Row, column: str, otherwise: date) -> date:
    try:
        return date.fromisoformat(row[column]) if row[column] else otherwise
    except ValueError as exc:
        raise TableError(f"{row.place}, {column}: {exc}") from None


def _type(row: Row, known: frozenset[str]) -> str:
    if row["type"] not in known:
        allowed = ", ".join(sorted(known))
        raise TableError(f"{row.place}, type: {row['type']!r} is none; allowed are {allowed}")
    return row["type"]


def _venues() -> Iterator[Entry]:
    for row in read_csv(DATA / "venues.csv"):
        kind: Type = "venue" if _type(row, SITED) == "venue" else "city"
        yield Entry(row["name"], kind, None, row["country"])


def _cities() -> Iterator[Entry]:
    for row in read_csv(DATA / "cities.csv"):
        if row["name"] not in ORDINARY:
            yield Entry(row["name"], "city", None, row["country"])
