"""Spans of one text carried over to another that has the same words.

Normalised text differs from what a producer sent in white space, quotes and dashes, so these are
left out on both sides, and letters are compared without their case.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Span = tuple[int, int]

_LEFT_OUT = re.compile(r"[\s\"'‘’“”«»\-‐-―]")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """The letters that count, and where in the text each of them stands."""

    letters: str
    offsets: tuple[int, ...]


def squeeze(text: str) -> Squeezed:
    """Leave out of a text what normalising may change."""
    kept = [
        (letter, at)
        for at, character in enumerate(text)
        if not _LEFT_OUT.match(character)
        # One character may become two letters, such as ß.
        for letter in character.casefold()
    ]
    return Squeezed("".join(letter for letter, _ in kept), tuple(at for _, at in kept))


def carry(spans: Iterable[Span], source: Squeezed, target: Squeezed) -> Iterator[Span]:
    """Yield where the words of each span stand in the target; words it does not have are left out.

    Of several places the one nearest to where the words stood is taken.
    """
    for start, end in spans:
        before = bisect_left(source.offsets, start)
        words = source.letters[before : bisect_left(source.offsets, end)]
        places = list(_places(words, target.letters))
        if places:
            first = min(places, key=lambda place: abs(place - before))
            yield target.offsets[first], target.offsets[first + len(words) - 1] + 1


def _places(words: str, letters: str) -> Iterator[int]:
    """Yield every place of the words, overlapping ones too; of no words, none."""
    at = letters.find(words) if words else -1
    while at >= 0:
        yield at
        at = letters.find(words, at + 1)
