"""Know who sits across from whom where an article names only what they fight over."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from msgspec import field

from streams.extract.allusions import allusion_rules
from streams.extract.gazetteer import OFTEN, Name, mediates
from streams.extract.rulebook import Rules
from streams.tables import read_yaml

ADVERSARIES = 2
_CAPITALISED = re.compile(r"\b[A-Z]\w+")
TABLE = Path(__file__).parent / "data" / "conflicts.yaml"


class Conflict(Rules, frozen=True):
    """A dispute: the words that name it, its adversaries, and who brings them together."""

    about: tuple[str, ...]
    parties: tuple[str, ...]
    thirds: tuple[str, ...] = ()
    also: dict[str, tuple[str, ...]] = field(default_factory=dict)
    since: int | None = None
    until: int | None = None

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the adversaries that are no states."""
        return tuple(side for side in self.parties if not side.isupper())

    @property
    def is_without_state(self) -> bool:
        """Say whether no state is an adversary."""
        return len(self.groups) == len(self.parties)

    def side(self, actor: str) -> str | None:
        """Return the adversary for whom an actor stands, itself or as an ally."""
        if actor in self.parties:
            return actor
        return next((side for side, allies in self.also.items() if actor in allies), None)

    def speaks(self, side: str, named: Container[str | None]) -> str | None:
        """Return who of those named stands for an adversary: itself, else an ally."""
        return next((actor for actor in (side, *self.also.get(side, ())) if actor in named), None)

    def holds(self, year: int | None) -> bool:
        """Say whether it went on in a year; one that is not known rules nothing out."""
        if year is None:
            return True
        return (self.since or year) <= year <= (self.until or year)


@cache
def conflicts() -> tuple[Conflict, ...]:
    """Return the table; raises `TableError` naming the field that is wrong."""
    return read_yaml(TABLE, tuple[Conflict, ...])


@cache
def _by_actor() -> dict[str, tuple[int, ...]]:
    """Return the places in the table of the disputes that each actor has a part in."""
    found: dict[str, list[int]] = {}
    for place, conflict in enumerate(conflicts()):
        for actor in {*conflict.parties, *chain.from_iterable(conflict.also.values())}:
            found.setdefault(actor, []).append(place)
    return {actor: tuple(places) for actor, places in found.items()}


def _of(actors: Iterable[str]) -> Iterator[Conflict]:
    """Yield the disputes that any of some actors has a part in, in the order of the table."""
    places = {place for actor in actors for place in _by_actor().get(actor, ())}
    return (conflicts()[place] for place in sorted(places))


def between(actors: AbstractSet[str], year: int | None) -> Conflict | None:
    """Return the first dispute of the table between two of some actors."""
    for conflict in _of(actors):
        if conflict.holds(year) and sum(side in actors for side in conflict.parties) > 1:
            return conflict
    return None


def rebels_of(name: str, states: AbstractSet[str], year: int | None = None) -> str | None:
    """Return the group that "Acehnese rebels" are, in a dispute with a state that is named.

    None where no dispute of the table, or more than one, has a word of the name for its own. Those
    that went on in the year come before those of the past.
    """
    own = [
        conflict
        for conflict in _of(states)
        if any(name.startswith(word) or f" {word}" in name for word in conflict.about)
        and _has_one_group_against(conflict, states)
    ]
    current = [conflict for conflict in own if conflict.holds(year)]
    found = {group for conflict in current or own for group in conflict.groups}
    return found.pop() if len(found) == 1 else None


def _has_one_group_against(conflict: Conflict, states: AbstractSet[str]) -> bool:
    own = any(side in states for side in conflict.parties)
    return own and len(conflict.groups) == 1


def is_at_odds(actor: str) -> bool:
    """Say whether an actor has a part in any dispute of the table."""
    return actor in _by_actor()


def state_facing(groups: AbstractSet[str]) -> str | None:
    """Return the state that all of some groups fight wherever the table has them."""
    facing = {side for conflict in _of(groups) for side in conflict.parties if side.isupper()}
    return facing.pop() if len(facing) == 1 else None


def group_facing(
    text: str, states: AbstractSet[str], on: date | None, but: AbstractSet[str] = frozenset()
) -> str | None:
    """Return the group that "the rebels" of an article are which names none, but none of some.

    Of the disputes of the states that it names, the one of which it has most words; None where it
    has no more of one than of another.
    """
    words: Counter[str] = Counter()
    for conflict in _of(states):
        if _has_one_group_against(conflict, states) and conflict.holds(on.year if on else None):
            found, group = len({*_pattern(conflict.about).findall(text)}), conflict.groups[0]
            if group not in but:
                words[group] = max(words[group], found)
    ranked = words.most_common(2)
    if not ranked or not ranked[0][1]:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None


class Topic(NamedTuple):
    """A dispute that an article is about, and the words that name it."""

    conflict: Conflict
    start: int
    end: int
    beside: bool
    """They stand beside what speaks of enemies: "YEMEN's warring parties"."""


def find_topic(text: str, lead_ends: int, named: AbstractSet[str], on: date | None) -> Topic | None:
    """Return the dispute of which an article names but one adversary or none, and what names it.

    Headline and lead have its own name and speak of both sides, or of what is between enemies:
    "Yemen's warring parties", "peace talks on Tigray". Of several it is the one whose name stands
    beside that, then that of which an adversary is named, then the one whose name comes first, then
    most often, then the first of the table.
    """
    spoken = [match.span() for match in _between_enemies().finditer(text, 0, lead_ends)]
    if not spoken:
        return None
    found: dict[int, list[tuple[int, int]]] = {}
    for word in _CAPITALISED.finditer(text, 0, lead_ends):
        for name, place in _by_first_word().get(word.group(), ()):
            if text.startswith(name, word.start()):
                found.setdefault(place, []).append((word.start(), word.start() + len(name)))
    ranked = [
        (
            any(_is_beside(text, span, other) for span in spans for other in spoken),
            not named.isdisjoint(conflict.parties),
            -spans[0][0],
            len(spans),
            -place,
        )
        for place, spans in found.items()
        if (conflict := conflicts()[place]).holds(on.year if on else None)
    ]
    if not ranked:
        return None
    beside, *_, place = max(ranked)
    return Topic(conflicts()[-place], *found[-place][0], beside)


def _is_beside(text: str, name: tuple[int, int], spoken: tuple[int, int]) -> bool:
    """Say whether nothing but a preposition stands between: "YEMEN's WARRING PARTIES".

    Or whether one stands in the other: "the WARRING YEMENI PARTIES".
    """
    if spoken[0] < name[0] < spoken[1]:
        return True
    before, behind = text[name[1] : spoken[0]], text[spoken[1] : name[0]]
    return before in _OWNING or behind in _ABOUT


@cache
def _between_enemies() -> re.Pattern[str]:
    rules = allusion_rules()
    both = rf"(?:{'|'.join(rules.facing)}) (?-i:[A-Z]\w+ )?(?:{'|'.join(rules.camps)})"
    return re.compile(rf"\b(?:{both}|{'|'.join(rules.of_enemies)})\b", re.IGNORECASE)


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the names of disputes and their places in the table, by their first word."""
    found: dict[str, list[tuple[str, int]]] = {}
    for place, conflict in enumerate(conflicts()):
        for name in conflict.about:
            if first := _CAPITALISED.match(name):
                found.setdefault(first.group(), []).append((name, place))
    return {word: tuple(names) for word, names in found.items()}


_OWNING = frozenset({" ", "'s ", "’s "})
_ABOUT = frozenset({" in ", " of ", " on ", " over "})
"""What stands between the name of a dispute and those who are at odds in it."""
POWERS = frozenset(
    "USA RUS CHN SAU TUR IRN IND PAK KOR JPN FRA DEU GBR eu e3 european-allies".split()
)
"""Who mediates, but also talks with one side on its own account. Leagues that an adversary may be a
member of are none: talks with them are talks with it."""


def is_bystander(actor: str, conflict: Conflict) -> bool:
    """Say whether an actor, beside one adversary, is there for the sake of the other."""
    if actor in POWERS:
        return False
    known = actor in conflict.thirds or actor in allusion_rules().organisations
    return known or mediates(actor) >= OFTEN


@cache
def _pattern(about: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, about))})\b")


def find_conflict(
    text: str, lead_ends: int, names: tuple[Name, ...], on: date | None
) -> Conflict | None:
    """Return the dispute that an article speaks of, if it names the adversaries.

    Headline and lead speak of it by its own words or by an adversary, or else the article names
    nobody as often as these. Of several it is the one whose adversaries the headline names, then
    the one whose words come first, then the one with more adversaries in the lead, then the one
    whose adversaries the article names most.
    """
    count = Counter(name.actor for name in names if name.actor)
    lead = Counter(name.actor for name in names if name.start < lead_ends)
    headline_ends = text.find("\n")
    headline = {name.actor for name in names if name.end <= headline_ends}
    most = {actor for actor, _ in count.most_common(ADVERSARIES)}
    year, found = (on.year if on else None), []
    for conflict in _of(count):
        at_odds = [side for side in conflict.parties if conflict.speaks(side, count)]
        named = [actor for side in at_odds if (actor := conflict.speaks(side, count))]
        if not conflict.holds(year) or len(named) < ADVERSARIES:
            continue
        word = _pattern(conflict.about).search(text, 0, lead_ends)
        sides = sum(bool(lead[side]) for side in named)
        if word or sides or most <= {*named}:
            first = -word.start() if word else -len(text)
            opening = all(conflict.speaks(side, headline) for side in at_odds)
            found.append(((opening, first, sides, sum(count[side] for side in named)), conflict))
    return max(found, key=lambda one: one[0])[1] if found else None
