"""Who met whom in person."""

from functools import lru_cache
from itertools import combinations

from schemas.mention import Person
from streams.dedup.surnames import surname_key

Pair = tuple[str, str]
"""Two persons of different actors, by what the spellings of their surnames share."""


@lru_cache(maxsize=4_096)
def pairs(people: tuple[Person, ...]) -> frozenset[Pair]:
    """Return every two that sat on different sides."""
    met = sorted((surname_key(p.name), p.actor) for p in people if p.actor)
    return frozenset((a, b) for (a, one), (b, other) in combinations(met, 2) if one != other)
