"""What the gazetteer knows and what it finds."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Type = Literal[
    "state",
    "pair",
    "demonym",
    "capital",
    "government",
    "official",
    "organisation",
    "coalition",
    "city",
    "venue",
]


SITES: frozenset[Type] = frozenset({"city", "capital", "venue"})
"""Types of names that say where, more closely than a state does."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a name."""

    name: str
    type: Type
    actor: str | None = None
    country: str | None = None
    post: str | None = None
    since: date = date.min
    until: date = date.max


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in a text: `text[start:end]`, in code points.

    `actor` is whom it stands for as an actor (RUS for Kremlin, Putin, Russian, Moscow), None for a
    plain place; `country` where a place lies; `post` an official's office; `mediates` how typically
    the actor mediates, 0 to 9. A `pair` stands for one of two states of one name: "the two Koreas".
    """

    start: int
    end: int
    text: str
    type: Type
    actor: str | None
    country: str | None
    post: str | None
    mediates: int
