"""The cheap first look, which drops articles that cannot be about a negotiation."""

from functools import cache

import yaml
from ahocorasick_rs import AhoCorasick, Implementation

from streams.extract.gazetteer import find_names
from streams.extract.gazetteer.tables import DATA

ACTORS_NEEDED = 2
"""A negotiation has two sides; in a check of 51 diplomatic articles none named fewer."""
OUT_AT_LEAST = 4
OUT_PER_CORE = 2
"""How clearly the words of another world must prevail before an article is dropped."""


def may_negotiate(text: str) -> bool:
    """Tell whether an article has a core stem and two distinct actors, and is of no other world."""
    core, out = _hits(text)
    if not core or (out >= OUT_AT_LEAST and out >= OUT_PER_CORE * core):
        return False
    actors = {name.actor for name in find_names(text, None) if name.actor}
    return len(actors) >= ACTORS_NEEDED


def _hits(text: str) -> tuple[int, int]:
    automaton, cores = _automaton()
    lowered = text.lower()
    core = out = 0
    for index, start, end in automaton.find_matches_as_indexes(lowered):
        if start and lowered[start - 1].isalnum():
            continue
        if index < cores:
            core += 1
        elif end == len(lowered) or not lowered[end].isalnum():
            out += 1
    return core, out


@cache
def _automaton() -> tuple[AhoCorasick, int]:
    words = yaml.safe_load(DATA.joinpath("prefilter.yaml").read_text("utf-8"))
    known = [*words["core"], *words["out"]]
    return AhoCorasick(known, implementation=Implementation.ContiguousNFA), len(words["core"])
