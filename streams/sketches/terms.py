"""Sketches of what a text is about, by which a report without a date finds its event.

The terms of a text are its 32 words of highest weight, term frequency times inverse document
frequency (Salton and Buckley 1988), the weightiest first; the sketch is a hash of each. Its order
stands for the weights, which fall by half from the first to the last, and the likeness of two
sketches is the cosine of these.

Measured on pairs of mentions without a date that structure alone would join, of 66 leads of news on
22 stories (65 pairs, 19 of one story) and of 22 articles (128 pairs, 120 of one story): at
`ALIKE` 9 pairs of leads are left, all of one story, and 94 of articles, all right; at .22 they are
13 with one wrong and 110, at .19 17 with 4 wrong and 118. Reports of two rounds of one negotiation
are as much alike as two reports of one round: terms speak for a join where structure allows it, and
never decide.
"""

import re
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files
from math import log, sqrt

SIZE = 32
"""Words kept: 64 bytes, 88 characters of base64."""
ALIKE = 0.24
"""Likeness from which two texts may be about one event."""
MUCH_ALIKE = 0.28
"""The same where nothing else speaks for it. Of 40 pairs of articles on one story 28 are as much
alike, of 950 on others 11, all of one negotiation."""
ONE_STORY = 0.2
"""The same where more speaks for it. Of 28 pairs of positions of one holder, kind and issue that
leads and articles told, those of one story have .07 to .43, those of different stories .17 at
most."""

ONE_MATTER = 0.06
"""The same where all else speaks for it, and words only must not speak against it."""

RETOLD = 0.08
"""The same of two articles that open with one position, of which one may be from an archive. Of 82
pairs that open with a position of one holder, kind and issue, and have a word of it in common, 35
of the 64 that are of one position are so much alike and have two such words, and none of the 18
others."""

_HASH_BYTES = 2
_FULL = len(b64encode(bytes(SIZE * _HASH_BYTES)))
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’-][^\W_]+)*|\d+")
_WEIGHTS = tuple(1 - n / (2 * SIZE) for n in range(SIZE))


def terms(text: str) -> str:
    """Return the sketch of a text, base64; empty where it has no words.

    Case makes no difference. The same on every machine.
    """
    weights = {w: (1 + log(n)) * _rarity(w) for w, n in Counter(words(text)).items()}
    kept = sorted(weights, key=lambda word: (-weights[word], word))[:SIZE]
    return b64encode(b"".join(map(_hash, kept))).decode("ascii")


def is_full(sketch: str) -> bool:
    """Say whether a text has so many words that the sketch keeps but the weightiest."""
    return len(sketch) == _FULL


def weightiest(sketch: str, number: int) -> tuple[bytes, ...]:
    """Return the hashes of so many words of a text, given by its sketch, the weightiest first."""
    data = b64decode(sketch)[: number * _HASH_BYTES]
    return tuple(data[i : i + _HASH_BYTES] for i in range(0, len(data), _HASH_BYTES))


def likeness(a: str, b: str) -> float:
    """Return how much two texts, given by their sketches, are about the same: 0 to 1, symmetric."""
    one, other = _read(a), _read(b)
    shared = sum(weight * other.get(word, 0.0) for word, weight in one.items())
    return shared / sqrt(_square(one) * _square(other)) if shared else 0.0


def is_alike(a: str, b: str, least: float = ALIKE) -> bool:
    """Say whether two texts, given by their sketches, may be about one event."""
    return likeness(a, b) >= least


def words(text: str) -> Iterator[str]:
    """Yield the words of a text in lower case, without the possessive; a letter is no word."""
    for found in _WORD.findall(text):
        word = found.casefold().removesuffix("'s").removesuffix("’s")
        if len(word) > 1:
            yield word


def _rarity(word: str) -> float:
    """Return the inverse document frequency of a word."""
    texts, known = _counts()
    return log((texts + 1) / (known.get(word, 0) + 0.5))


@cache
def _counts() -> tuple[int, dict[str, int]]:
    """Return of how many texts the words were counted, and in how many of them each stands.

    `python -m streams.training.words` counts them.
    """
    lines = files("streams.sketches").joinpath("word_counts.txt").read_text("utf-8").splitlines()
    counts = {word: int(count) for word, count in map(str.split, lines[1:])}
    return int(lines[0]), counts


def _hash(word: str) -> bytes:
    return blake2b(word.encode(), digest_size=_HASH_BYTES).digest()


@lru_cache(maxsize=4_096)
def _read(sketch: str) -> dict[bytes, float]:
    data = b64decode(sketch)
    hashes = (data[i : i + _HASH_BYTES] for i in range(0, len(data), _HASH_BYTES))
    # Of two words with one hash the weightier counts.
    return dict(reversed([*zip(hashes, _WEIGHTS, strict=False)]))


def _square(weights: dict[bytes, float]) -> float:
    return sum(weight * weight for weight in weights.values())
