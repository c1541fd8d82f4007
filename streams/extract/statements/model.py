"""Say which words of a sentence carry a statement, of which kind, and how likely it is.

Three linear models, trained on `tests/corpus` (see `streams/training`): one sees a word and its
tree, one the sequence of words; the third weighs both and is calibrated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import cast

import numpy as np

from schemas.vocabulary import Issue, Kind, Status
from streams.extract.document import Passage
from streams.extract.statements.cues import Cue
from streams.extract.statements.features import (
    features,
    has_actor,
    is_candidate,
    masked,
    sentence_cues,
    sequences,
)
from streams.extract.statements.linear import Floats, models

THRESHOLD = 0.3
UNCUED = 0.8
"""Probability from which on a word without a cue counts, which the corpus alone knows."""
OUTRIGHT = 2.0
"""Log-odds added to a plain cue of a named actor: writers of a corpus shun the plain words that
news lives on, so the model takes them for less than they say."""
UNCUED_PATTERN = "(model)"
ANY = "any"
ELSEWHERE = "talks"
"""The kind that `streams.extract.talks` reads, by rules that fit it better."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A cue and the probability that it carries a statement of its kind."""

    cue: Cue
    probability: float


def score(passage: Passage) -> Iterator[Scored]:
    """Yield the likely cues of a sentence, in its order."""
    whole = models()["sentence"].scores(sequences(passage))
    cues = sentence_cues(passage)
    for token in passage.tree:
        if is_candidate(token) and token.i not in passage.at:
            yield from _score_word(passage, token.i, cues, whole)


def _score_word(
    passage: Passage, i: int, cues: dict[int, tuple[Cue, ...]], whole: Floats
) -> Iterator[Scored]:
    word = models()["word"]
    own = word.scores(features(passage, i, cues))
    mine = {cue.kind: cue for cue in cues.get(i, ())}
    for kind, odds in _stacked(own, whole).items():
        cue = mine.get(kind)
        if kind == ELSEWHERE:
            continue
        outright = cue is not None and cue.plain and has_actor(passage, i)
        probability = 1 / (1 + exp(-odds - (OUTRIGHT if outright else 0.0)))
        if probability >= (THRESHOLD if cue else UNCUED):
            yield Scored(cue or Cue(i, kind, UNCUED_PATTERN), round(probability, 3))


def _stacked(own: Floats, whole: Floats) -> dict[Kind, float]:
    """Return the log-odds of each kind from the word's and the sentence's log-odds."""
    kinds, weights, bias = _stack()
    inputs = np.stack([own, whole[: len(kinds)], np.full(len(kinds), whole[-1])])
    odds = (weights * inputs).sum(axis=0) + bias
    return dict(zip(kinds, odds.tolist(), strict=True))


@cache
def _stack() -> tuple[tuple[Kind, ...], Floats, Floats]:
    kinds = cast("tuple[Kind, ...]", models()["word"].classes)
    stack = models()["stack"]
    return kinds, stack.weights, stack.bias


def issue_odds(passage: Passage, words: range, kind: Kind) -> Iterator[tuple[Issue, float]]:
    """Yield the log-odds of each issue, from the words of the content and of the sentence."""
    model = models()["issue"]
    odds = model.scores(issue_features(passage, words, kind)).tolist()
    yield from zip(cast("tuple[Issue, ...]", model.classes), odds, strict=True)


def issue_features(passage: Passage, words: range, kind: Kind) -> Iterator[str]:
    """Yield what the issue is told by; `words` are those of the content."""
    yield f"kind {kind}"
    for token in passage.tree:
        yield f"word {masked(passage, token.i)}"
        if token.i in words:
            yield f"content {masked(passage, token.i)}"


def likely_status(passage: Passage, i: int, kind: Kind) -> Status:
    """Return where an outcome or a mediation stands, from its cue and the sentence."""
    model = models()[f"status {kind}"]
    best = int(np.argmax(model.scores(status_features(passage, i))))
    return cast("Status", model.classes[best])


def status_features(passage: Passage, i: int) -> Iterator[str]:
    """Yield what the status is told by."""
    yield from features(passage, i, sentence_cues(passage))
    for token in passage.tree:
        yield f"word {masked(passage, token.i)} {token.tag}"
