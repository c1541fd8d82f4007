"""Recognise a person by the name, however it is spelled."""

import re
from functools import lru_cache

from streams.slugs import plain

_LETTERS = re.compile(r"[^a-z ]")
_TWICE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]+")
_SPELLINGS = (("kh", "h"), ("gh", "g"), ("q", "g"), ("y", "i"), ("j", "i"), ("w", "v"))
"""Letters between which transliterations waver: Zelensky, Zelenskiy; Araghchi, Araqchi."""
_ARTICLES = frozenset({"al", "el"})
"""Stand before surnames and are no given names: al-Burhan is Burhan."""
_INITIAL = "."


@lru_cache(maxsize=8_192)
def surname_key(name: str) -> str:
    """Return what the spellings of one surname share; the whole name where it has no letters."""
    words = _words(name)
    return _spelt(words[-1]) if words else name


@lru_cache(maxsize=8_192)
def family_key(name: str) -> str:
    """Return the same of a name that has the surname in front: "KIM Jong Un"."""
    words = _words(name)
    return _spelt(words[0]) if words else name


@lru_cache(maxsize=8_192)
def same_name(a: str, b: str) -> bool:
    """Say whether two names may be of one person: "Lavrov", "SERGEI Lavrov", "SERGEY V. Lavrov".

    Brothers share more than the surname: the first name of one has to be among the other's.
    """
    if surname_key(a) != surname_key(b):
        return False
    first, second = given_names(a), given_names(b)
    if not first or not second:
        return True
    return _is_among(first[0], second) or _is_among(second[0], first)


@lru_cache(maxsize=8_192)
def given_names(name: str) -> tuple[str, ...]:
    """Return what the spellings of somebody's given names share; vowels waver most in them."""
    return tuple(_bare(word) for word in _words(name)[:-1] if word not in _ARTICLES)


def _words(name: str) -> list[str]:
    return _LETTERS.sub("", plain(name).replace("-", " ")).split()


def _spelt(word: str) -> str:
    for spelling, common in _SPELLINGS:
        word = word.replace(spelling, common)
    return _TWICE.sub(r"\1", word)


def _bare(word: str) -> str:
    """Return a name without its vowels, but for one that opens it: "MoHaMMeD" is "MuHaMMaD"."""
    spelt = _spelt(word)
    opening = "a" if _VOWELS.match(spelt) else ""
    bare = opening + _TWICE.sub(r"\1", _VOWELS.sub("", spelt))
    return bare + _INITIAL if len(word) == 1 else bare


def _is_among(name: str, names: tuple[str, ...]) -> bool:
    return any(
        name[0] == other[0] if _INITIAL in name + other else name == other for other in names
    )
