"""Figures over articles, worked out by hand."""

import pytest

from streams.evaluate import Answer, MentionFigures, evaluate
from streams.evaluate.gold import GoldArticle
from streams.evaluate.judgement import Figure
from tests.evaluate.border import (
    DEMAND,
    HALF_RIGHT,
    HISTORY,
    MEETING,
    MENTIONS,
    REFUSAL,
    TEXT,
    found,
    gold,
    span,
)

GOLD = gold(*MENTIONS, lineage=[{"outlet": "The Dale Post"}, {"outlet": "Radio Sevan"}])


def figures(of: GoldArticle, answer: Answer | None) -> MentionFigures:
    measured = evaluate([(of, answer)]).figures
    assert isinstance(measured, MentionFigures)
    return measured


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        # Talks and demand are right, the threat is false, the rejection is missed.
        ("mention", Figure(0.667, 0.667, 0.667, 3, 1, 1)),
        # Of the talks (.9) and the threat (.8) one is right; the demand is right, but unsure (.6).
        ("sure", Figure(0.5, 0.5, 0.5, 2, 1, 1)),
        # 4 + 2 right; PER as host, the second day, and the threat's two are false; PER as party,
        # the place, target and issue of the demand, and the rejection's three are missed.
        ("slot", Figure(0.6, 0.462, 0.522, 13, 4, 7)),
        # Three words of four and five agree; the rejection's content is missed.
        ("content", Figure(1.0, 0.5, 0.667, 2, 0, 1)),
        ("lineage", Figure(0.5, 0.5, 0.5, 2, 1, 1)),
        ("relevance", Figure(1.0, 1.0, 1.0, 1, 0, 0)),
    ],
)
def test_figures_are_those_worked_out_by_hand(measure: str, expected: Figure) -> None:
    """A half-right answer has the figures that counting on paper gives."""
    assert expected == getattr(figures(GOLD, HALF_RIGHT), measure)


def test_kinds_are_counted_apart() -> None:
    """The table by kind has a row for each kind that gold or the answer has."""
    rows = figures(GOLD, HALF_RIGHT).by_kind
    assert {
        "demand": Figure(1.0, 1.0, 1.0, 1, 0, 0),
        "rejection": Figure(0.0, 0.0, 0.0, 1, 0, 1),
        "talks": Figure(1.0, 1.0, 1.0, 1, 0, 0),
        "threat": Figure(0.0, 0.0, 0.0, 0, 1, 0),
    } == rows


def test_slots_are_counted_apart() -> None:
    """The table by slot tells a wrong role from a missed place."""
    rows = figures(GOLD, HALF_RIGHT).by_slot
    assert Figure(0.5, 0.5, 0.5, 2, 1, 1) == rows["party"]
    assert Figure(0.0, 0.0, 0.0, 1, 0, 1) == rows["place"]


def test_missed_and_extra_mentions_are_shown() -> None:
    """Each mention that was missed or is extra is a line with its words."""
    assert (
        f"missed border e3 rejection: {REFUSAL}",
        f"extra  border threat: {REFUSAL!r}",
    ) == evaluate([(GOLD, HALF_RIGHT)]).misses


@pytest.mark.parametrize("kind", ["optional", "background"])
@pytest.mark.parametrize("answer", [Answer(TEXT), Answer(TEXT, (found("talks", HISTORY),))])
def test_what_gold_leaves_open_counts_neither_way(kind: str, answer: Answer) -> None:
    """An optional or background mention is no error, found or not."""
    open_gold = gold({"kind": "talks", "quotes": [HISTORY], kind: True})
    assert Figure(0.0, 0.0, 0.0, 0, 0, 0) == figures(open_gold, answer).mention


def test_rejected_article_misses_everything() -> None:
    """An article without an answer is counted, and all of its mentions are missed."""
    measured = figures(GOLD, None)
    assert 1 == measured.articles_without_prediction
    assert Figure(0.0, 0.0, 0.0, 3, 0, 3) == measured.mention
    assert 1 == measured.relevance.missed


def test_irrelevant_article_with_mentions_is_false() -> None:
    """Whoever finds mentions in an article without any is wrong on its relevance."""
    measured = figures(gold(), Answer(TEXT, (found("talks", MEETING),)))
    assert (1, 1) == (measured.relevance.false, measured.mention.false)


@pytest.mark.parametrize("spans", [[], [(3, 3)], [(5, 2)], [(0, len(TEXT) + 1)]])
def test_bad_offsets_are_counted(spans: list[tuple[int, int]]) -> None:
    """Evidence that is absent, empty, backward or past the end is counted."""
    answer = Answer(TEXT, (found("talks", spans=[span(MEETING), *spans] if spans else []),))
    assert 1 == figures(GOLD, answer).mentions_with_bad_offsets


def test_good_offsets_are_not_counted() -> None:
    """The last character of the text may be evidence."""
    answer = Answer(TEXT, (found("talks", spans=[(0, len(TEXT))]),))
    assert 0 == figures(GOLD, answer).mentions_with_bad_offsets


def test_normalised_text_is_aligned() -> None:
    """Offsets into text with other quotes and more white space are matched all the same."""
    text = "  " + TEXT.replace("“", '"').replace("”", '"').replace("\n", "\n\n")
    answer = Answer(text, (found("rejection", 'Peru "firmly" refused.', text=text),))
    assert 1.0 == figures(gold(MENTIONS[2]), answer).mention.f1


def test_kind_has_to_agree() -> None:
    """A demand at the place of a proposal is one false and one missed mention."""
    proposal = gold({"kind": "proposal", "quotes": [DEMAND]})
    measured = figures(proposal, Answer(TEXT, (found("demand", DEMAND),)))
    assert (1, 1) == (measured.mention.false, measured.mention.missed)
