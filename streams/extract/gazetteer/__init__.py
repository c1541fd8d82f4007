"""Names in a text, and whom or what they stand for at the date of the article.

One pass of an Aho-Corasick automaton over all names of `data/`, longest match first, whole words,
with their capitals. Officials resolve by date, since offices change hands; a surname alone counts
where it is unmistakable.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from streams.extract.gazetteer.entry import SITES, Entry, Name, Type
from streams.extract.gazetteer.tables import (
    PAIRS,
    capitals,
    entries,
    mediation_ranks,
    unarmed,
)

__all__ = [
    "OFTEN",
    "SITES",
    "Name",
    "Type",
    "actor_of",
    "both",
    "capital_of",
    "covering",
    "find_names",
    "is_state",
    "longest",
    "mediates",
    "starting",
    "unarmed",
]

OFTEN = 5
"""Rank from which on an actor is rather a mediator than a party (`mediates`)."""
POSSESSIVES = ("'s", "’s", "'", "’")
ARTICLES = ("the ", "The ")


def find_names(text: str, on: date | None) -> tuple[Name, ...]:
    """Return the names in a text, in order and without overlap; offsets in code points.

    `on` is the date of the article; without it, officials stand for whom they serve by the post
    that the text gives them, else for whom they served last.
    """
    automaton, known = _automaton()
    return tuple(
        name
        for index, start, end in automaton.find_matches_as_indexes(text)
        if _whole(text, start, end) and (name := _name(text, start, end, known[index], on))
    )


def longest(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return names without overlap, the longer ones kept, of equally long ones the first."""
    kept: list[Name] = []
    taken: set[int] = set()
    for name in sorted(names, key=lambda n: (n.start - n.end, n.actor is None)):
        if taken.isdisjoint(range(name.start, name.end)):
            kept.append(name)
            taken.update(range(name.start, name.end))
    return tuple(sorted(kept, key=lambda n: n.start))


def starting(names: tuple[Name, ...], start: int, end: int) -> tuple[Name, ...]:
    """Return those of some names, in the order of the text, that start within a span."""
    first = bisect_left(names, start, key=_start)
    return names[first : bisect_left(names, end, lo=first, key=_start)]


def covering(names: tuple[Name, ...], offset: int) -> Name | None:
    """Return that of some names, in the order of the text and without overlap, over an offset."""
    last = bisect_right(names, offset, key=_start) - 1
    return names[last] if last >= 0 and offset < names[last].end else None


def _start(name: Name) -> int:
    return name.start


def both(name: Name) -> tuple[Name, ...]:
    """Return a name, of a pair once for each of the two that it stands for."""
    if name.type != "pair":
        return (name,)
    codes = PAIRS[name.text]
    return tuple(replace(name, actor=code, country=code, mediates=mediates(code)) for code in codes)


def actor_of(phrase: str, on: date | None) -> str | None:
    """Return the actor that a phrase as a whole stands for, or None."""
    plain = phrase.strip()
    for article in ARTICLES:
        plain = plain.removeprefix(article)
    for possessive in POSSESSIVES:
        plain = plain.removesuffix(possessive)
    entry = _at(_by_name().get(plain, ()), on)
    return entry.actor if entry else None


def capital_of(state: str) -> str | None:
    """Return the capital of a state (alpha-3), None where it is unknown."""
    return capitals().get(state)


def is_state(name: str) -> bool:
    """Say whether a name is that of a state, no city or government."""
    return any(entry.type == "state" for entry in _by_name().get(name, ()))


def mediates(actor: str) -> int:
    """Return how typically an actor mediates: 9 nearly always, 0 hardly ever."""
    return mediation_ranks().get(actor, 0)


@cache
def _by_name() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries():
        found.setdefault(entry.name, []).append(entry)
    return {name: tuple(sorted(known, key=_rank)) for name, known in found.items()}


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[Entry, ...], ...]]:
    known = _by_name()
    automaton = AhoCorasick(
        list(known),
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
    )
    return automaton, tuple(known.values())


PRECEDENCE: tuple[Type, ...] = (
    "state",
    "pair",
    "demonym",
    "government",
    "official",
    "organisation",
    "coalition",
    "capital",
    "venue",
    "city",
)
"""Of two meanings of one name the earlier wins: Jordan the state, Georgia the state."""


def _rank(entry: Entry) -> int:
    return PRECEDENCE.index(entry.type)


def _at(known: tuple[Entry, ...], on: date | None) -> Entry | None:
    """Return the meaning that holds at a date; without one, the latest."""
    best = [entry for entry in known if entry.type == known[0].type]
    if not best or best[0].type != "official":
        return best[0] if best else None
    if on is None:
        return max(best, key=lambda entry: entry.since)
    inside = [e for e in best if e.since <= on <= e.until]
    # Out of office one is still known by the office: the nearest in time speaks for the actor.
    return min(inside or best, key=lambda e: (_distance(e, on), e.since))


def _by_post(text: str, known: tuple[Entry, ...]) -> Entry | None:
    """Return the office that a text gives an official who has served several: "EU envoy N.N."."""
    offices = [entry for entry in known if entry.type == "official" and entry.post]
    if len({entry.actor for entry in offices}) == 1 or not offices:
        return None
    held = [e for e in offices if re.search(_in_office(e.name, e.post or ""), text, re.IGNORECASE)]
    return held[0] if len({entry.actor for entry in held}) == 1 else None


def _in_office(name: str, post: str) -> str:
    """Return a pattern of a name behind a post: "chief (Brexit) negotiator, Mr (N.) N."."""
    title = r"(?:\s\w+)?\s".join(map(re.escape, post.split()))
    return rf"\b{title},?\s(?-i:(?:[A-Z][\w.-]*\s){{0,2}}{re.escape(name)})\b"


def _distance(entry: Entry, on: date) -> int:
    return max((entry.since - on).days, (on - entry.until).days, 0)


def _name(
    text: str, start: int, end: int, known: tuple[Entry, ...], on: date | None
) -> Name | None:
    entry = (_by_post(text, known) if on is None else None) or _at(known, on)
    if entry is None:
        return None
    return Name(
        start=start,
        end=end,
        text=text[start:end],
        type=entry.type,
        actor=entry.actor,
        country=entry.country,
        post=entry.post,
        mediates=mediates(entry.actor) if entry.actor else 0,
    )


def _whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    # A full stop inside U.S. belongs to the name; one after US ends the sentence.
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")
