"""Compare what two positions are about by the stems of their words."""

import re
from calendar import month_name
from collections.abc import Iterator
from functools import lru_cache
from sys import intern

from streams.days import WEEKDAYS
from streams.dedup.gazetteer import actor_named

STEM = 5
"""Letters of a word that are compared; truncation is the plainest of stemmers."""

_WORD = re.compile(r"[^\W_]+")
_RUN = re.compile(r"\b(?:(?:[A-Z]\.){2,}|[A-ZÀ-Þ]\w*(?:[ -](?:of )?[A-ZÀ-Þ]\w*)*)")
_DATES = frozenset((*WEEKDAYS, *(name.casefold() for name in month_name if name)))
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


@lru_cache(maxsize=16_384)
def names(text: str) -> frozenset[str]:
    """Return whom and what a position names: GOMA in "leave the airport of Goma".

    An actor is one however it is called. Where all words have capitals, these say nothing.
    """
    words = (w for w in _WORD.findall(text) if w.casefold() not in _STOPWORDS)
    if all(word[0].isupper() for word in words):
        return frozenset()
    return frozenset(name for run in _RUN.findall(text) for name in _names(run))


def _names(run: str) -> Iterator[str]:
    """Yield what words with capitals name, as a whole or each by itself; a date is no name."""
    whole = actor_named(run)
    if whole is not None:
        yield whole
        return
    for word in _WORD.findall(run):
        if word.casefold() not in _STOPWORDS | _DATES:
            yield _named(word) or word[:STEM].casefold()


def _named(word: str) -> str | None:
    return actor_named(word) if word[0].isupper() else None


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the shared part of the shorter text's stems, 0 to 1."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
