"""Sentences, and which mention is matched with which."""

import pytest

from streams.evaluate.matching import Placed, match, sentences, touched

TEXT = "One sits. “Two stands.” Three\nFour\n\nFive? Six"


def placed(kind: str = "talks", at: int = 0, *facts: str, counts: bool = True) -> Placed:
    return Placed(kind, frozenset({at}), frozenset((fact, True) for fact in facts), counts)


def test_sentences_end_at_stops_and_lines() -> None:
    """A stop, a closing quote or a line break ends a sentence."""
    found = [TEXT[start:end] for start, end in sentences(TEXT)]
    assert ["One sits.", "“Two stands.”", "Three", "Four", "Five?", "Six"] == found


@pytest.mark.parametrize(
    ("words", "expected"),
    [("sits", {0}), ("sits. “Two", {0, 1}), ("Three\nFour", {2, 3}), (" ", set())],
)
def test_span_touches_the_sentences_it_overlaps(words: str, expected: set[int]) -> None:
    """The white space between sentences belongs to none."""
    start = TEXT.rindex(words) if words.strip() else TEXT.index("“") - 1
    assert expected == touched([(start, start + len(words))], sentences(TEXT))


def test_likest_pair_goes_first() -> None:
    """Of two mentions in a sentence the one that shares more facts is matched."""
    assert {0: 1} == match([placed("talks", 0, "a", "b")], [placed(), placed("talks", 0, "a")])


def test_matching_is_one_to_one() -> None:
    """The second of two that want the same one takes what is left."""
    wanted = [placed("talks", 0, "a"), placed("talks", 0, "a", "b")]
    given = [placed("talks", 0, "a", "b"), placed()]
    assert {0: 1, 1: 0} == match(wanted, given)


@pytest.mark.parametrize("given", [placed("demand"), placed("talks", 1)])
def test_other_kind_or_sentence_is_no_match(given: Placed) -> None:
    """Mentions of another kind, or without a common sentence, are not matched."""
    assert {} == match([placed()], [given])


@pytest.mark.parametrize("counting", [0, 1])
def test_what_counts_goes_before_what_is_open(counting: int) -> None:
    """Of two gold mentions that are equally alike the one that counts is matched."""
    wanted = [placed(counts=counting == nth) for nth in range(2)]
    assert {counting: 0} == match(wanted, [placed()])


def test_facts_weigh_more_than_sentences() -> None:
    """One common fact outweighs several common sentences."""
    wanted = Placed("talks", frozenset(range(5)), frozenset({("a", True)}))
    near = Placed("talks", frozenset(range(5)), frozenset())
    assert {0: 1} == match([wanted], [near, placed("talks", 0, "a")])


def test_of_pairs_equally_alike_the_later_goes_first() -> None:
    """Ties do not depend on chance."""
    assert {1: 1} == match([placed(), placed()], [placed(at=9), placed()])
