"""Generate the mentions of a simulated feed: a few hot negotiations, many quiet ones."""

import csv
import heapq
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from itertools import accumulate, count
from typing import Any, NamedTuple

from schemas import ArticleRef, Evidence, Mention, Party, Place, When
from schemas.vocabulary import Issue, Kind
from streams.dedup.state import LEAD
from streams.sketches.fingerprint import fingerprint
from streams.sketches.terms import terms

START = datetime(2026, 3, 2, tzinfo=UTC)
PAIRS = 10_000
"""Negotiations; the best-known has one happening in fifty."""
SKEW = 0.7
"""How much is told of the nth falls with n to this power: half of it because less happens, half
because fewer outlets tell of what happens."""
OUTLETS = 400
SHARES: dict[Kind, int] = {
    "talks": 22,
    "demand": 18,
    "rejection": 12,
    "accusation": 9,
    "ceasefire": 6,
    "threat": 6,
    "acceptance": 6,
    "pledge": 5,
    "agreement": 5,
    "exchange": 4,
    "concession": 4,
    "proposal": 3,
}
"""Percent of mentions of each kind, as careful readers found them in 33 articles."""
STATUS = {"talks": "held", "ceasefire": "declared", "agreement": "signed", "exchange": "done"}
ISSUES: tuple[Issue, ...] = ("territory", "sanctions", "nuclear", "borders", "trade", "troops")
TAIL = 1.6
"""Pareto exponent of reports per event: most have one or two, a few have hundreds."""
MOST_REPORTS = 2_000
COPIED = 0.5
"""Share of reports that are copies of one before."""
DELAY = timedelta(hours=6)
"""Mean time from a happening to a report of it."""
LEADS = 0.4
"""Share of mentions that headline or lead tell of: 154 of 367 in the samples."""
CONTENT = 9
"""Words of a position."""
MATTER = 40
"""Words that texts on one happening have in common, which no other has."""
TEXT = 120
"""Words of a text: half of them are of the matter."""
_WORDS = tuple(f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("ral", "nim", "tos"))


@dataclass(frozen=True, slots=True)
class Happening:
    """What is to be reported."""

    number: int
    pair: tuple[str, str]
    kind: Kind
    at: datetime
    fame: float
    """How many times as many reports it has as one of an unknown negotiation."""
    round: int | None
    issue: Issue
    place: Place
    content: tuple[str, ...]
    matter: tuple[str, ...]


class Text(NamedTuple):
    """What joining knows of the words of a report."""

    fingerprint: str
    terms: str


def mentions(
    events: int, *, days: float, seed: int = 1, skew: float = SKEW, pairs: int = PAIRS
) -> Iterator[Mention]:
    """Yield the mentions of so many events within so many days, in order of publication."""
    rng = random.Random(seed)  # noqa: S311  # a load, not a secret
    pending: list[tuple[datetime, int, Mention]] = []
    numbers = count()
    for happening in _happenings(events, days, rng, _by_fame(rng, pairs, skew)):
        while pending and pending[0][0] <= happening.at:
            yield heapq.heappop(pending)[2]
        for at, mention in _reports(happening, rng):
            heapq.heappush(pending, (at, next(numbers), mention))
    while pending:
        yield heapq.heappop(pending)[2]


def _by_fame(rng: random.Random, number: int, skew: float) -> dict[tuple[str, str], float]:
    """Return negotiations, and how many times as much is told of each as of the least known."""
    pairs = enumerate(_pairs(rng, number), start=1)
    return {pair: (number / rank) ** (skew / 2) for rank, pair in pairs}


def _happenings(
    events: int, days: float, rng: random.Random, fame: dict[tuple[str, str], float]
) -> Iterator[Happening]:
    pairs, weights = tuple(fame), tuple(accumulate(fame.values()))
    kinds, shares = tuple(SHARES), tuple(accumulate(SHARES.values()))
    rounds: dict[tuple[str, str], int] = {}
    for number in range(events):
        pair = rng.choices(pairs, cum_weights=weights)[0]
        kind = rng.choices(kinds, cum_weights=shares)[0]
        counted = kind == "talks" and rng.random() < 0.3
        if counted:
            rounds[pair] = rounds.get(pair, 0) + 1
        yield Happening(
            number=number,
            pair=pair,
            kind=kind,
            fame=fame[pair],
            at=START + timedelta(days=days * number / events),
            round=rounds[pair] if counted else None,
            issue=rng.choice(ISSUES),
            place=Place(name=f"City {rng.randrange(200)}"),
            content=tuple(rng.choices(_WORDS, k=CONTENT)),
            matter=tuple(f"{rng.choice(_WORDS)}{number}" for _ in range(MATTER)),
        )


def _reports(happening: Happening, rng: random.Random) -> Iterator[tuple[datetime, Mention]]:
    told: list[tuple[dict[str, Any], Text]] = []
    count = int(happening.fame * rng.paretovariate(TAIL))
    for nth in range(min(count, MOST_REPORTS)):
        at = happening.at + DELAY * rng.expovariate(1)
        if not told or rng.random() >= COPIED:
            told.append((_told(happening, rng), _text(happening, rng)))
        said, text = rng.choice(told)
        yield at, _mention(happening, nth, at, said, text, rng)


def _told(happening: Happening, rng: random.Random) -> dict[str, Any]:
    a, b = happening.pair
    if happening.kind not in STATUS:
        # Outlets that quote by themselves share most of the words, not all.
        kept = [w for w in happening.content if rng.random() < 0.8]
        said = {"holder": a, "target": b, "content": " ".join(kept or happening.content)}
        return said | {"issue": happening.issue if rng.random() < 0.8 else None}
    day = happening.at.date().isoformat()
    return {
        "parties": (Party(actor=a, role="party"), Party(actor=b, role="party")),
        "status": STATUS[happening.kind],
        "when": When(start=day, end=day, precision="day") if rng.random() < 0.7 else None,
        "place": happening.place if rng.random() < 0.6 else None,
        "round": happening.round if rng.random() < 0.7 else None,
    }


def _mention(
    happening: Happening,
    nth: int,
    at: datetime,
    said: dict[str, Any],
    text: Text,
    rng: random.Random,
) -> Mention:
    moment = at.isoformat(timespec="seconds").replace("+00:00", "Z")
    name = f"{happening.number}-{nth}"
    outlet = rng.choices(range(OUTLETS), cum_weights=_zipf(OUTLETS, SKEW))[0]
    start = 0 if rng.random() < LEADS else 2 * LEAD
    return Mention(
        mention_id=f"m-{name}",
        kind=happening.kind,
        modality="asserted",
        article=ArticleRef(
            article_id=f"article-{name}",
            key=f"a-{name}",
            received_at=moment,
            outlet=f"Outlet {outlet}",
            url=f"https://outlet{outlet}.example/{name}",
            published_at=moment,
            fingerprint=text.fingerprint,
            terms=text.terms,
        ),
        evidence=(Evidence(field="kind", start=start, end=start + 5),),
        **said,
    )


def _text(happening: Happening, rng: random.Random) -> Text:
    of_matter = rng.choices(happening.matter, k=TEXT // 2)
    text = " ".join([*of_matter, *rng.choices(_WORDS, k=TEXT // 2)])
    return Text(fingerprint(text), terms(text))


def _pairs(rng: random.Random, number: int) -> Sequence[tuple[str, str]]:
    text = files("streams.extract.data").joinpath("states.csv").read_text("utf-8")
    codes = [row["code"] for row in csv.DictReader(text.splitlines())]
    found: set[tuple[str, str]] = set()
    while len(found) < number:
        a, b = rng.sample(codes, 2)
        found.add((a, b))
    return rng.sample(sorted(found), len(found))


@cache
def _zipf(size: int, skew: float) -> Sequence[float]:
    return tuple(accumulate(n**-skew for n in range(1, size + 1)))
