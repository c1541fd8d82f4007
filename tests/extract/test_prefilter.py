"""What a single sentence is about, by its words."""

import pytest

from streams.extract.prefilter import may_negotiate, speaks_of_negotiation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce holds, he said.", True),
        ("They agreed to meet again.", True),
        ("According to a visitor, the border was closed.", False),
    ],
)
def test_a_sentence_is_on_negotiation_by_stems_that_stand_nowhere_else(
    text: str, expected: bool
) -> None:
    """A border and a visit stand in other sentences as well."""
    assert expected == speaks_of_negotiation(text)


def test_common_stems_keep_an_article() -> None:
    """For the first look a visit suffices."""
    assert may_negotiate("The Armenian president is on a visit to Georgia.")


def test_unnamed_kidnappers_count_as_an_actor() -> None:
    """A long article that names but one has a side to it all the same."""
    told = "Gunmen freed eleven pupils whom they abducted in Nigeria, after talks. "

    assert may_negotiate(told + 400 * "They went home. ")
    assert not may_negotiate("Nigeria closed its schools, after talks. " + 400 * "It rained. ")


def test_rebels_without_a_name_count_as_an_actor() -> None:
    """A state that deals with them has another side to it."""
    told = "Kenya and the rebels swapped prisoners. " + 400 * "They went home. "

    assert may_negotiate(told)
    assert not may_negotiate(told.replace("the rebels", "the farmers"))


@pytest.mark.parametrize(
    "told",
    [
        "Chile spurned the offer.",
        "Chile rebuffed Kenya.",
        "Chile accused Kenya of lying.",
        "Chile threatened to close its ports.",
        "Chile denounced the move.",
        "The presidents had a long conversation.",
        "Chile called its ambassador home.",
        "Chile would send troops.",
        "It was about nuclear fuel.",
        "Chile would not cooperate.",
        "Chile would not comply.",
        "Chile expelled nobody.",
        "It was on impeachment.",
        "It was a standoff.",
    ],
)
def test_plain_words_for_a_position_keep_an_article(told: str) -> None:
    """An article on an offer that is turned down needs no word for talks."""
    assert may_negotiate(f"Chile and Kenya have a quarrel. {told} " + 60 * "It rained. ")
