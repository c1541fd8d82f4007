"""Recognise a person by the surname, however it is spelled."""

import re
from functools import lru_cache

from streams.slugs import plain

_LETTERS = re.compile(r"[^a-z ]")
_TWICE = re.compile(r"(.)\1+")
_SPELLINGS = (("kh", "h"), ("gh", "g"), ("q", "g"), ("y", "i"), ("j", "i"), ("w", "v"))
"""Letters between which transliterations waver: Zelensky, Zelenskiy; Araghchi, Araqchi."""


@lru_cache(maxsize=8_192)
def surname_key(name: str) -> str:
    """Return what the spellings of one surname share; the whole name where it has no letters."""
    words = _LETTERS.sub("", plain(name).replace("-", " ")).split()
    if not words:
        return name
    last = words[-1]
    for spelling, common in _SPELLINGS:
        last = last.replace(spelling, common)
    return _TWICE.sub(r"\1", last)
