"""Fit the linear models on examples; scikit-learn is needed here and only here."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression

from schemas.vocabulary import STATUSES, Kind
from streams.extract.document import Passage
from streams.extract.statements.features import (
    Cues,
    candidates,
    features,
    sentence_cues,
    sequences,
)
from streams.extract.statements.linear import Linear
from streams.extract.statements.model import ANY, issue_features, status_features
from streams.extract.syntax import touching
from streams.training.anchors import find_anchor
from streams.training.corpus import Example, Labelled

KINDS: tuple[str, ...] = get_args(Kind)
SEEN_AT_LEAST = 2
"""Times a feature must occur to get a weight."""
FOLDS = 4
SEED = 1

STRENGTH = {"word": 0.3, "sentence": 8.0, "issue": 1.0, "status": 0.5}
"""Inverse regularisation, by cross-validation on the corpus."""


@dataclass(frozen=True, slots=True)
class Sample:
    """An example with its passage."""

    example: Example
    passage: Passage


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate word: its sentence, features, and the kinds that hang on it."""

    sample: int
    features: tuple[str, ...]
    kinds: frozenset[str]
    doubtful: frozenset[str]


def rows(samples: Sequence[Sample]) -> list[Row]:
    """Return the candidate words of all sentences."""
    return [row for k, sample in enumerate(samples) for row in _rows_of(k, sample)]


def _rows_of(k: int, sample: Sample) -> Iterator[Row]:
    passage = sample.passage
    cues = sentence_cues(passage)
    labels = _labels(sample, cues)
    doubtful = frozenset(s.kind for s in sample.example.statements if s.doubtful)
    for i in candidates(passage):
        kinds = frozenset(labels.get(i, ()))
        yield Row(k, tuple(set(features(passage, i, cues))), kinds, doubtful)


def _labels(sample: Sample, cues: Cues) -> dict[int, set[str]]:
    """Return the kinds by word: of the anchor, and of cues of a kind that the sentence has."""
    passage = sample.passage
    labels: dict[int, set[str]] = {}
    for statement in sample.example.statements:
        anchor = find_anchor(passage.tree, statement)
        if anchor is not None:
            labels.setdefault(anchor, set()).add(statement.kind)
    said = {s.kind for s in sample.example.statements}
    for i, found in cues.items():
        labels.setdefault(i, set()).update(cue.kind for cue in found if cue.kind in said)
    return labels


def fit_words(found: Sequence[Row]) -> Linear:
    """Return the model of single words."""
    labels = [
        [kind in row.kinds if kind not in row.doubtful else None for row in found] for kind in KINDS
    ]
    return _one_against_rest([r.features for r in found], KINDS, labels, STRENGTH["word"])


def fit_sentences(samples: Sequence[Sample]) -> Linear:
    """Return the model of whole sentences; its last class is whether any statement is made."""
    said = [frozenset(s.kind for s in x.example.statements) for x in samples]
    labels: list[list[bool | None]] = [[kind in kinds for kinds in said] for kind in KINDS]
    labels.append([bool(kinds) for kinds in said])
    texts = [tuple(sequences(x.passage)) for x in samples]
    return _one_against_rest(texts, (*KINDS, ANY), labels, STRENGTH["sentence"], weighed=True)


def fit_issues(samples: Sequence[Sample]) -> Linear:
    """Return the model of what statements are about."""
    texts, issues = [], []
    for sample in samples:
        for statement in sample.example.statements:
            words = _content(sample.passage, statement)
            texts.append(tuple(issue_features(sample.passage, words, statement.kind)))
            issues.append(str(statement.issue))
    return _many_classes(texts, issues, STRENGTH["issue"])


def fit_statuses(samples: Sequence[Sample]) -> dict[str, Linear]:
    """Return the models of status, one for each kind that has one."""
    texts: dict[str, list[tuple[str, ...]]] = {}
    statuses: dict[str, list[str]] = {}
    for sample in samples:
        for statement in sample.example.statements:
            anchor = find_anchor(sample.passage.tree, statement)
            if statement.kind in STATUSES and anchor is not None:
                cues = sentence_cues(sample.passage)
                seen = tuple(status_features(sample.passage, anchor, cues))
                texts.setdefault(statement.kind, []).append(seen)
                statuses.setdefault(statement.kind, []).append(str(statement.status))
    return {kind: _many_classes(texts[kind], statuses[kind], STRENGTH["status"]) for kind in texts}


def fit_stack(samples: Sequence[Sample], found: Sequence[Row]) -> Linear:
    """Return how the word's and the sentence's odds are weighed, by what held-out parts show."""
    own, whole = held_out(samples, found)
    weights, bias = np.zeros((3, len(KINDS))), np.zeros(len(KINDS))
    of = np.array([row.sample for row in found])
    for j, kind in enumerate(KINDS):
        inputs = np.c_[own[:, j], whole[of, j], whole[of, -1]]
        model = LogisticRegression(C=1.0).fit(inputs, [kind in row.kinds for row in found])
        weights[:, j], bias[j] = model.coef_[0], model.intercept_[0]
    index = {"word": 0, "sentence": 1, ANY: 2}
    return Linear(KINDS, index, weights.astype(np.float32), bias.astype(np.float32))


def held_out(samples: Sequence[Sample], found: Sequence[Row]) -> tuple[Any, Any]:
    """Return the odds that models give which have not seen the sentence, by word and sentence.

    Sentences of one conflict stay together, so that names and plots give nothing away.
    """
    conflicts = {c: k for k, c in enumerate(dict.fromkeys(x.example.conflict for x in samples))}
    shuffled = np.random.default_rng(SEED).permutation(len(conflicts))
    fold = [int(shuffled[conflicts[x.example.conflict]]) % FOLDS for x in samples]
    own = np.zeros((len(found), len(KINDS)))
    whole = np.zeros((len(samples), len(KINDS) + 1))
    for part in range(FOLDS):
        words = fit_words([r for r in found if fold[r.sample] != part])
        sentences = fit_sentences([x for k, x in enumerate(samples) if fold[k] != part])
        for k, row in enumerate(found):
            if fold[row.sample] == part:
                own[k] = words.scores(row.features)
        for k, sample in enumerate(samples):
            if fold[k] == part:
                whole[k] = sentences.scores(sequences(sample.passage))
    return own, whole


def _content(passage: Passage, statement: Labelled) -> range:
    span = next((s for s in statement.spans if s.slot == "content"), None)
    words = touching(passage.tree, span.start, span.end) if span else ()
    return range(words[0], words[-1] + 1) if words else range(0)


def _as_is(features_of_one: tuple[str, ...]) -> tuple[str, ...]:
    return features_of_one


def _counted(texts: Sequence[tuple[str, ...]], analyzer: Callable[..., Any]) -> tuple[Any, Any]:
    counter = CountVectorizer(analyzer=analyzer, min_df=SEEN_AT_LEAST, binary=True)
    return counter, counter.fit_transform(texts)


def _one_against_rest(
    texts: Sequence[tuple[str, ...]],
    classes: tuple[str, ...],
    labels: Iterable[Sequence[bool | None]],
    strength: float,
    *,
    weighed: bool = False,
) -> Linear:
    counter, counts = _counted(texts, _as_is)
    idf = None
    if weighed:
        weigher = TfidfTransformer(sublinear_tf=True)
        counts, idf = weigher.fit_transform(counts), weigher.idf_.astype(np.float32)
    weights = np.zeros((counts.shape[1], len(classes)), dtype=np.float32)
    bias = np.zeros(len(classes), dtype=np.float32)
    for j, column in enumerate(labels):
        known = [k for k, label in enumerate(column) if label is not None]
        model = LogisticRegression(C=strength, max_iter=300, solver="liblinear")
        model.fit(counts[known], [bool(column[k]) for k in known])
        weights[:, j], bias[j] = model.coef_[0], model.intercept_[0]
    return Linear(classes, _index(counter), weights, bias, idf)


def _many_classes(texts: Sequence[tuple[str, ...]], of: Sequence[str], strength: float) -> Linear:
    counter, counts = _counted(texts, _as_is)
    model = LogisticRegression(C=strength, max_iter=500).fit(counts, of)
    classes = tuple(str(c) for c in model.classes_)
    coefficients, bias = model.coef_, model.intercept_
    if len(classes) == len(("either", "or")):
        coefficients, bias = np.r_[-coefficients, coefficients], np.r_[-bias, bias]
    return Linear(
        classes, _index(counter), coefficients.T.astype(np.float32), bias.astype(np.float32)
    )


def _index(counter: Any) -> dict[str, int]:
    return dict(sorted(counter.vocabulary_.items(), key=lambda item: item[1]))
