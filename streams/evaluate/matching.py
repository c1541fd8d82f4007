"""Which extracted mention is which of gold's."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from streams.evaluate.align import Span
from streams.evaluate.judgement import Fact

_BREAK = re.compile(r"(?<=[.!?”\"])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention as it is matched: its kind, the sentences its evidence is in, its facts.

    `counts` is false where gold leaves it open whether the mention is to be found.
    """

    kind: str
    sentences: frozenset[int]
    slots: frozenset[Fact]
    counts: bool = True


def sentences(text: str) -> list[Span]:
    """Return the spans of a text's sentences, as far as stops and line breaks show them."""
    breaks = [match.span() for match in _BREAK.finditer(text)]
    starts = (0, *(end for _, end in breaks))
    ends = (*(start for start, _ in breaks), len(text))
    return list(zip(starts, ends, strict=True))


def touched(spans: Iterable[Span], bounds: Sequence[Span]) -> frozenset[int]:
    """Return the numbers of the sentences that spans meet."""
    return frozenset(
        number
        for start, end in spans
        for number, (first, last) in enumerate(bounds)
        if start < last and end > first
    )


def match(gold: Sequence[Placed], found: Sequence[Placed]) -> dict[int, int]:
    """Pair mentions of one kind whose evidence meets in a sentence, one to one, likest first.

    Returns positions in `found` by positions in `gold`. Of equally alike pairs the later goes
    first, so that the same input always gives the same pairs.
    """
    alike = sorted(
        (
            (_likeness(wanted, given), i, j)
            for (i, wanted), (j, given) in product(enumerate(gold), enumerate(found))
            if wanted.kind == given.kind and wanted.sentences & given.sentences
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in alike:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _likeness(wanted: Placed, given: Placed) -> float:
    """Weigh a pair: shared facts first, then shared sentences, then whether it counts."""
    shared = len(wanted.slots & given.slots)
    return shared + len(wanted.sentences & given.sentences) / 10 + wanted.counts / 100
