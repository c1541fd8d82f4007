"""Say what is wrong with the corpus beyond a single line."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import get_args

from schemas.vocabulary import POSITIONS, Kind
from streams.training.corpus import Example

EACH_KIND = 150
NEAR_MISSES = 0.45
CONFLICTS = 60
SENTENCES = 4_000
WORDS_AT_LEAST = 3


def lint(corpus: Sequence[Example]) -> tuple[str, ...]:
    """Return the problems, each with its place and what to do."""
    return (*_of_lines(corpus), *_of_whole(corpus))


def _of_lines(corpus: Sequence[Example]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for example in corpus:
        key = re.sub(r"\W+", " ", example.text.casefold())
        if key in seen:
            yield f"{example.where}: the sentence stands at {seen[key]} already; drop one"
        seen[key] = example.where
        if len(example.text.split()) < WORDS_AT_LEAST or example.text != example.text.strip():
            yield f"{example.where}: too short, or blanks around it"
        for statement in example.statements:
            if statement.kind in POSITIONS and not statement.spans:
                yield f"{example.where}: {statement.kind} without a span; mark holder or content"


def _of_whole(corpus: Sequence[Example]) -> Iterator[str]:
    kinds = Counter(s.kind for e in corpus for s in e.statements)
    for kind in get_args(Kind):
        if kinds[kind] < EACH_KIND:
            yield f"corpus: {kind} {kinds[kind]} times, {EACH_KIND} wanted"
    share = sum(not e.statements for e in corpus) / max(len(corpus), 1)
    if share < NEAR_MISSES:
        yield f"corpus: {share:.0%} near misses, {NEAR_MISSES:.0%} wanted"
    conflicts = {e.conflict for e in corpus}
    if len(conflicts) < CONFLICTS or len(corpus) < SENTENCES:
        yield f"corpus: {len(corpus)} sentences of {len(conflicts)} conflicts are too few"
