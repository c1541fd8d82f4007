"""Generate raw records from a seed: reports, copies, edits, near misses, broken records."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import orjson

PAIRS = (
    ("Armenia", "Azerbaijan", "Tbilisi"),
    ("Serbia", "Kosovo", "Brussels"),
    ("Ethiopia", "Egypt", "Khartoum"),
    ("Japan", "South Korea", "Bangkok"),
    ("Colombia", "Venezuela", "Havana"),
    ("Greece", "Turkey", "Vienna"),
    ("India", "Pakistan", "Colombo"),
    ("Iran", "the United States", "Muscat"),
    ("Morocco", "Algeria", "Tunis"),
    ("Thailand", "Cambodia", "Jakarta"),
)
ROUNDS = ("first", "second", "third", "fourth", "fifth")
OUTLETS = (
    "Dale Post",
    "Vale Radio",
    "Meridian Wire",
    "Harbour Gazette",
    "Upland Times",
    "The Quay",
)
OPENINGS = (
    "Negotiators from {a} and {b} opened a {round} round of talks in {city} on {day}.",
    "Envoys of {a} and {b} met in {city} on {day} for a {round} round of negotiations.",
    "A {round} round of negotiations between {a} and {b} began in {city} on {day}, officials said.",
)
BODIES = (
    "Diplomats cautioned that the two sides remained far apart on the border.",
    "Officials gave no details of the agenda, and journalists were kept at the gate.",
    "The delegations sat in separate rooms for most of the morning, an aide said.",
    "Neither side said when the talks would continue.",
    "A joint statement was not expected before the weekend.",
)
NEAR_MISSES = (
    "The striker's transfer talks collapsed on {day} after the two clubs failed to agree a fee.",
    "Shares in {city} rose on {day} as investors bet on lower interest rates.",
    "Wage talks between the rail union and the operator resumed in {city} on {day}.",
    "A museum in {city} opens an exhibition of nineteenth-century maps on {day}.",
)
BROKEN = (b"not json", b"[]", b'{"title": "no text"}', b'{"text": "   "}', b'{"text": "\xff"}')
MIX = {"report": 60, "miss": 20, "copy": 7, "edit": 5, "again": 4, "broken": 4}
"""Kinds of record, in percent; `again` is the same record once more."""
START = datetime(2026, 3, 2, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Raw:
    """One record to publish."""

    key: bytes
    value: bytes


def generate(count: int, seed: int = 1) -> Iterator[Raw]:
    """Yield `count` raw records, as many of each kind as `MIX` says."""
    rng = random.Random(seed)  # noqa: S311  # a load, not a secret
    told: list[dict[str, str]] = []
    for number in range(count):
        kind = rng.choices(
            ("report", "miss", "copy", "edit", "again", "broken"), (60, 20, 7, 5, 4, 4)
        )
        article = _article(kind[0], number, rng, told)
        if article is None:
            yield Raw(str(number).encode(), rng.choice(BROKEN))
            continue
        yield Raw(article["url"].encode(), orjson.dumps(article))


def _article(
    kind: str, number: int, rng: random.Random, told: list[dict[str, str]]
) -> dict[str, str] | None:
    if kind == "broken":
        return None
    if kind == "miss":
        return _written(number, rng, rng.choice(NEAR_MISSES), rng.choice(PAIRS))
    if kind == "report" or not told:
        article = _written(number, rng, rng.choice(OPENINGS), rng.choice(PAIRS))
        told.append(article)
        return article
    return _retold(kind, number, rng, rng.choice(told[-50:]))


def _written(
    number: int, rng: random.Random, opening: str, pair: tuple[str, str, str]
) -> dict[str, str]:
    moment = START + timedelta(minutes=7 * number)
    a, b, city = pair
    # A round a week: all reports of one week are about one round.
    ordinal = ROUNDS[(moment - START).days // 7 % len(ROUNDS)]
    lead = opening.format(a=a, b=b, city=city, round=ordinal, day=f"{moment:%A}")
    body = "\n".join([lead, *rng.sample(BODIES, 3)])
    outlet = rng.choice(OUTLETS)
    return _dated(
        {
            "title": f"{outlet}: news of the day from {city}",
            "text": body,
            "outlet": outlet,
            "url": f"https://{outlet.lower().replace(' ', '')}.example/{number}",
        },
        moment,
    )


def _retold(kind: str, number: int, rng: random.Random, article: dict[str, str]) -> dict[str, str]:
    if kind == "again":
        return article
    moment = START + timedelta(minutes=7 * number)
    if kind == "edit":
        text = f"{article['text']}\n{rng.choice(BODIES)} This report was updated."
        return article | {"text": text, "updated_at": f"{moment:%Y-%m-%dT%H:%M:%SZ}"}
    outlet = rng.choice(OUTLETS)
    url = f"https://{outlet.lower().replace(' ', '')}.example/{number}"
    return _dated(article | {"outlet": outlet, "url": url}, moment)


def _dated(article: dict[str, str], moment: datetime) -> dict[str, str]:
    return article | {"published_at": f"{moment:%Y-%m-%dT%H:%M:%SZ}"}
