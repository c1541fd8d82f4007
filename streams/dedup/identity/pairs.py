"""Who met whom in person."""

from functools import lru_cache
from itertools import combinations

from schemas.mention import Person
from streams.dedup.surnames import family_key, surname_key

FAMILY_FIRST = frozenset({"CHN", "PRK", "KOR", "TWN", "VNM"})
"""Actors whose people bear the family name in front: Xi Jinping is Xi."""
Pair = tuple[str, str]
"""Two persons of different actors, by what the spellings of their surnames share."""


@lru_cache(maxsize=4_096)
def pairs(people: tuple[Person, ...]) -> frozenset[Pair]:
    """Return every two that sat on different sides."""
    met = sorted((_key(p.name, p.actor), p.actor) for p in people if p.actor)
    return frozenset((a, b) for (a, one), (b, other) in combinations(met, 2) if one != other)


def _key(name: str, actor: str) -> str:
    return family_key(name) if actor in FAMILY_FIRST else surname_key(name)
