"""Floors: figures that may not fall."""

import pytest

from streams.evaluate import GoldError, evaluate
from streams.evaluate.floors import Check, check, read_floors
from tests.evaluate.border import HALF_RIGHT, MENTIONS, coded, gold, sentence

FIGURES = evaluate([(gold(*MENTIONS), HALF_RIGHT)]).figures


def checked(floors: str) -> dict[str, bool]:
    return {each.measure: each.holds for each in check("border", FIGURES, read_floors(floors, "f"))}


@pytest.mark.parametrize(
    ("floor", "holds"),
    [
        ("mention.f1: 0.667", True),
        ("mention.f1: 0.668", False),
        ("by_kind.demand.r: 1", True),
        ("by_kind.rejection.r: 0.1", False),
        ("articles: 1", True),
        ("articles: 2", False),
        ("slot.n: 13", True),
    ],
)
def test_figure_has_to_reach_its_floor(floor: str, holds: bool) -> None:
    """A figure holds from its floor on."""
    assert [holds] == list(checked(f"border: {{{floor}}}").values())


@pytest.mark.parametrize(
    ("floor", "holds"),
    [
        ("mention.false: 1", True),
        ("mention.false: 0", False),
        ("by_slot.party.missed: 0", False),
        ("mentions_with_bad_offsets: 0", True),
    ],
)
def test_count_of_errors_may_not_rise(floor: str, holds: bool) -> None:
    """What is pinned for a count of errors is the most there may be."""
    assert [holds] == list(checked(f"border: {{{floor}}}").values())


def test_sentences_have_floors_too() -> None:
    """The figures of sentences are named in the same way."""
    figures = evaluate([(sentence("AGREE"), coded("AGREE"))]).figures
    floors = read_floors("border: {by_class.AGREE.f1: 1, macro_f1: 0.1}", "f")
    expected = [
        Check("border", "by_class.AGREE.f1", 1.0, 1),
        Check("border", "macro_f1", 0.125, 0.1),
    ]
    assert expected == check("border", figures, floors)


@pytest.mark.parametrize("floors", ["[]", "border: 1", "border: {mention.f1: high}", "a: b: c"])
def test_unreadable_floors_are_an_error(floors: str) -> None:
    """The message names the file."""
    with pytest.raises(GoldError, match=r"floors\.yaml does not name floors"):
        read_floors(floors, "floors.yaml")


def test_gold_without_floors_is_an_error() -> None:
    """A gold file that the floors do not name is not passed over."""
    with pytest.raises(GoldError, match="no floors for border; there are some for other"):
        checked("other: {mention.f1: 0}")


def test_unknown_measure_is_an_error() -> None:
    """A misspelt measure is not passed over."""
    with pytest.raises(GoldError, match=r"no measure mention\.f2 among articles, .*mention\.f1"):
        checked("border: {mention.f2: 0}")
