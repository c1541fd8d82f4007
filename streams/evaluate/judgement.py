"""Judgements on single facts, and the figures that count them."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

import msgspec

Measure = Literal[
    "mention", "sure", "slot", "content", "lineage", "relevance", "offsets", "answer", "class"
]
Verdict = Literal["right", "false", "missed"]
Fact = tuple[str, Hashable]
"""What is compared: the name of a field, and a value of it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One comparison; `name` is the row of the table it belongs to, `shown` a line for people."""

    measure: Measure
    verdict: Verdict
    name: str = ""
    shown: str = ""


class Figure(msgspec.Struct, frozen=True):
    """Precision, recall and F1, how many gold has, and the two kinds of error counted apart."""

    p: float
    r: float
    f1: float
    n: int
    false: int
    missed: int


def compare(
    measure: Measure, gold: AbstractSet[Fact], found: AbstractSet[Fact]
) -> Iterator[Judgement]:
    """Judge facts one by one."""
    yield from (Judgement(measure, "right", name) for name, _ in gold & found)
    yield from (Judgement(measure, "false", name) for name, _ in found - gold)
    yield from (Judgement(measure, "missed", name) for name, _ in gold - found)


def count(judgements: Iterable[Judgement], measure: Measure, verdict: Verdict) -> int:
    """Return how many judgements there are of one sort."""
    return sum(j.measure == measure and j.verdict == verdict for j in judgements)


def figure(judgements: Iterable[Judgement], measure: Measure) -> Figure:
    """Return the figure of a measure over all its judgements."""
    verdicts = [j.verdict for j in judgements if j.measure == measure]
    return _figure(verdicts.count("right"), verdicts.count("false"), verdicts.count("missed"))


def figures(judgements: Iterable[Judgement], measure: Measure) -> dict[str, Figure]:
    """Return the figure of each name under a measure, by name."""
    rows: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judged in judgements:
        if judged.measure == measure:
            rows[judged.name].append(judged)
    return {name: figure(rows[name], measure) for name in sorted(rows)}


def _figure(right: int, false: int, missed: int) -> Figure:
    """Return the figure of three counts; nothing to divide by is 0, not 1."""
    p = right / (right + false) if right + false else 0.0
    r = right / (right + missed) if right + missed else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return Figure(round(p, 3), round(r, 3), round(f1, 3), right + missed, false, missed)
