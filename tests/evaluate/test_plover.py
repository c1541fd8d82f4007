"""Figures over sentences with a PLOVER class."""

import pytest

from streams.evaluate import Answer, PloverFigures, evaluate
from streams.evaluate.gold import GoldSentence
from streams.evaluate.judgement import Figure
from tests.evaluate.border import coded, sentence


def figures(*answered: tuple[GoldSentence, Answer | None]) -> PloverFigures:
    measured = evaluate(answered).figures
    assert isinstance(measured, PloverFigures)
    return measured


def test_figures_are_those_worked_out_by_hand() -> None:
    """Two classes of eight are found, one with a false one beside it, and one is missed."""
    measured = figures(
        (sentence("AGREE"), coded("AGREE", "AGREE", "REJECT")),
        (sentence("CONSULT"), coded("CONSULT")),
        (sentence("THREATEN"), coded("")),
        (sentence("ASSAULT"), coded("ASSAULT")),
    )
    assert 4 == measured.sentences
    assert Figure(0.667, 0.667, 0.667, 3, 1, 1) == measured.micro
    assert Figure(0.0, 0.0, 0.0, 0, 1, 0) == measured.by_class["REJECT"]
    assert 0.25 == measured.macro_f1


@pytest.mark.parametrize("wanted", ["YIELD", "CONCEDE", "RETREAT"])
@pytest.mark.parametrize("given", ["YIELD", "CONCEDE", "RETREAT"])
def test_yielding_is_one_class(wanted: str, given: str) -> None:
    """Declared and carried out concessions are one class."""
    assert 1.0 == figures((sentence(wanted), coded(given))).by_class["YIELD"].f1


def test_rejected_sentence_is_missed() -> None:
    """A sentence without an answer misses its class."""
    assert Figure(0.0, 0.0, 0.0, 1, 0, 1) == figures((sentence("ACCUSE"), None)).micro


def test_every_class_has_a_row() -> None:
    """A class that nobody names has its row of zeros, and counts in the mean."""
    measured = figures((sentence("SUPPORT"), coded("SUPPORT")))
    assert 8 == len(measured.by_class)
    assert 0.125 == measured.macro_f1
