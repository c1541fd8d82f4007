"""`python -m streams.training [--check]`: lint the corpus, fit the models, print figures."""

import sys
from collections import Counter
from collections.abc import Sequence

import numpy as np

from streams.extract.document import read
from streams.extract.statements.linear import WEIGHTS, Linear, stored
from streams.training.corpus import Example, read_corpus
from streams.training.fit import (
    Sample,
    fit_issues,
    fit_sentences,
    fit_stack,
    fit_statuses,
    fit_words,
    rows,
)
from streams.training.lint import lint


def main(arguments: Sequence[str]) -> int:
    """Retrain and write the weights; with `--check` only look at the corpus."""
    corpus = read_corpus()
    problems = lint(corpus)
    for problem in problems:
        _say(problem)
    _describe(corpus)
    if problems or "--check" in arguments:
        return bool(problems)
    models = train([sample_of(example) for example in corpus])
    arrays = {k: v for name, model in models.items() for k, v in stored(name, model).items()}
    np.savez_compressed(WEIGHTS, **arrays)  # type: ignore[arg-type]  # numpy's stub wants bool
    _say(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size / 1e6:.1f} MB")
    return 0


def sample_of(example: Example) -> Sample:
    """Return an example as the extractor would see it."""
    document = read(example.text, None, whole=True)
    return Sample(example, document.passages[0])


def train(samples: Sequence[Sample]) -> dict[str, Linear]:
    """Return the models by name."""
    found = rows(samples)
    _say(f"{len(samples)} sentences, {len(found)} words that could carry a statement")
    statuses = {f"status {kind}": model for kind, model in fit_statuses(samples).items()}
    return {
        "word": fit_words(found),
        "sentence": fit_sentences(samples),
        "stack": fit_stack(samples, found),
        "issue": fit_issues(samples),
        **statuses,
    }


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _describe(corpus: Sequence[Example]) -> None:
    kinds = Counter(s.kind for e in corpus for s in e.statements)
    near_misses = sum(not e.statements for e in corpus)
    _say(f"{len(corpus)} sentences, {near_misses} of them near misses")
    _say(", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
