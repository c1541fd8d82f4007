"""How surely a mention is one: the probability that a careful reader would find it, too.

The model's log-odds are those of its corpus, where every sentence is about negotiations; in news
they are far too high. What they amount to there was fitted, by logistic regression, on mentions
extracted from annotated articles: 389 positions and outcomes, 116 encounters. `parley evaluate`
prints how many of those at `SURE` and above are right.
"""

from math import exp, log

SURE = 0.8
"""Confidence of which the contract says what it means: four in five are right."""
CEILING = 0.9995
"""Probability above which the model's figures differ in nothing that matters."""

BASE, PER_ODDS = -0.6, 0.4
TOLD_AGAIN = 0.5
"""A second sentence tells of it."""
OUTCOME = 1.2
"""A truce, an agreement or an exchange: fewer words mean them by mistake than mean a demand."""
TO_NOBODY = -0.8
"""Somebody holds it, and nobody is addressed."""
ENCOUNTER, UNPLACED = 3.2, -2.4
"""Of talks: read by rules; and where neither words nor days say whether they were held."""


def of_statement(probability: float, *, again: bool, outcome: bool, to_nobody: bool) -> float:
    """Return the confidence in a position or an outcome, from the model's probability."""
    odds = log(min(probability, CEILING) / (1 - min(probability, CEILING)))
    return _probability(
        BASE + PER_ODDS * odds + TOLD_AGAIN * again + OUTCOME * outcome + TO_NOBODY * to_nobody
    )


def of_encounter(*, placed: bool) -> float:
    """Return the confidence in talks; `placed` says that it is known where they stand."""
    return _probability(ENCOUNTER + UNPLACED * (not placed))


def _probability(log_odds: float) -> float:
    return round(1 / (1 + exp(-log_odds)), 2)
