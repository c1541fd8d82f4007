"""Compare places: the same, in one country, or far apart."""

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from schemas import Place

_WORD = re.compile(r"\w+")


class Nearness(IntEnum):
    """How close two places are, as far as the reports tell."""

    APART = -1
    UNKNOWN = 0
    COUNTRY = 1
    SAME = 2

    @property
    def reason(self) -> str:
        """Return what people are told of it; nothing where it does not speak for one event."""
        return {Nearness.COUNTRY: "same country", Nearness.SAME: "same place"}.get(self, "")


def nearness(a: Place | None, b: Place | None) -> Nearness:
    """Compare two places; what is not known contradicts nothing."""
    if a is None or b is None:
        return Nearness.UNKNOWN
    if a.country and b.country and a.country != b.country:
        return Nearness.APART
    if _contains(_words(a.name), _words(b.name)):
        return Nearness.SAME
    return Nearness.COUNTRY if a.country and b.country else Nearness.UNKNOWN


def key_of_place(place: Place) -> tuple[str, str | None]:
    """Return what makes two places equal."""
    return (place.name.casefold(), place.country)


def nearest(place: Place | None, known: Iterable[Place]) -> Nearness:
    """Compare a place with several that are taken for one; apart only where none is near."""
    found = [nearness(place, each) for each in known]
    near = max(found, default=Nearness.UNKNOWN)
    return Nearness.APART if Nearness.APART in found and near < Nearness.COUNTRY else near


def _contains(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether one name contains the other: "Geneva", "Palais des Nations, Geneva"."""
    return bool(a and b) and (a <= b or b <= a)


@lru_cache(maxsize=4_096)
def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold()))
