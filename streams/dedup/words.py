"""Compare what two positions are about by the stems of their words."""

import re
from functools import lru_cache
from sys import intern

from streams.dedup.gazetteer import actor_named

STEM = 5
"""Letters of a word that are compared; truncation is the plainest of stemmers."""

_WORD = re.compile(r"[^\W_]+")
_STOPWORDS = frozenset(
    """
    a about after all also an and any are as at be been before being but by can could did do does
    for from had has have he her his if in into is it its more must no not of off on one only or
    other our out over shall she should so some such than that the their them there these they
    this those to under until up upon was we were what when which while who will with would you
    """.split()
)

_ASKED = frozenset("appeal call demand idea offer plan proposal request".split())
"""Words that say of a position only that others have asked for something, or offered it."""


@lru_cache(maxsize=16_384)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning."""
    words = (w for w in _WORD.findall(text.casefold()) if w not in _STOPWORDS)
    # Thousands of texts share their words: each is to take room once.
    return frozenset(intern(w[:STEM]) for w in words)


@lru_cache(maxsize=16_384)
def matter(text: str, sides: frozenset[str]) -> frozenset[str]:
    """Return the stems of what a position is about.

    It is not about the sides that it is between, and of a demand or an offer that is taken up or
    turned down only what is asked or offered tells.
    """
    words = (w for w in _WORD.findall(text) if w not in _ASKED and _named(w) not in sides)
    return stems(" ".join(words))


def _named(word: str) -> str | None:
    return actor_named(word) if word[0].isupper() else None


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the shared part of the shorter text's stems, 0 to 1."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
