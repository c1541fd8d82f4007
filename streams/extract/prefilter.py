"""The cheap first look, which drops articles that cannot be about a negotiation."""

from collections.abc import Iterable, Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from streams.extract.allusions import alludes_to_band, takes_captives
from streams.extract.gazetteer import Name, find_names
from streams.extract.gazetteer.tables import DATA
from streams.extract.groups import with_groups
from streams.tables import read_yaml

ACTORS_NEEDED = 2
"""A negotiation has two sides; in a check of 51 diplomatic articles none named fewer."""
SHORT = 400
"""Characters of a flash, which names one side and takes few words: it is read if it names any."""
OUT_AT_LEAST = 4
OUT_IN_SHORT = 2
OUT_PER_CORE = 2
"""How clearly the words of another world must prevail before an article is dropped."""


def may_negotiate(text: str) -> bool:
    """Tell whether an article has a core stem and two actors or is short, and of no other world."""
    core, out = _hits(text)
    short = len(text) <= SHORT
    least = OUT_IN_SHORT if short else OUT_AT_LEAST
    if not (core or short) or (out >= least and out >= OUT_PER_CORE * core):
        return False
    needed = 1 if short else ACTORS_NEEDED
    known = find_names(text, None)
    if _actors(known) >= needed:
        return True
    unnamed = takes_captives(text) or alludes_to_band(text)
    return any(_actors(found) + unnamed >= needed for found in (known, with_groups(text, known)))


def _actors(names: Iterable[Name]) -> int:
    return len({name.actor for name in names if name.actor})


def speaks_of_negotiation(text: str) -> bool:
    """Tell whether a text has a stem that hardly stands anywhere but in news of negotiations."""
    core, _ = _automaton()[1:]
    return any(index < core for index in _stems(text))


def _hits(text: str) -> tuple[int, int]:
    _, kept = _automaton()[1:]
    stems = list(_stems(text))
    inside = sum(index < kept for index in stems)
    return inside, len(stems) - inside


def _stems(text: str) -> Iterator[int]:
    """Yield the number of each listed word of the text; those of other worlds are whole words."""
    automaton, _, kept = _automaton()
    lowered = text.lower()
    for index, start, end in automaton.find_matches_as_indexes(lowered):
        if start and lowered[start - 1].isalnum():
            continue
        if index < kept or end == len(lowered) or not lowered[end].isalnum():
            yield index


@cache
def _automaton() -> tuple[AhoCorasick, int, int]:
    """Return the automaton, and up to which number words are core, and core or common."""
    words = read_yaml(DATA / "prefilter.yaml", dict[str, list[str]])
    kept = [*words["core"], *words["common"]]
    automaton = AhoCorasick([*kept, *words["out"]], implementation=Implementation.ContiguousNFA)
    return automaton, len(words["core"]), len(kept)
