"""What of a mention is compared."""

from typing import Any

import pytest

from schemas import Person, Place, Schedule, Speaker, When
from streams.evaluate.slots import plain, same_content, slots
from tests.evaluate.border import MEETING, MENTIONS, found, gold


def test_facts_of_a_meeting() -> None:
    """A meeting has a fact for its modality, each party, status, place and day."""
    (meeting,) = gold(MENTIONS[0]).mentions
    assert {
        ("modality", "asserted"),
        ("party", ("CHL", "party")),
        ("party", ("PER", "party")),
        ("status", "held"),
        ("place", "quito"),
        ("when.start", "2026-03-02"),
    } == slots(meeting)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"holder": ("CHL", "eu")}, {("holder", "CHL"), ("holder", "eu")}),
        ({"target": "PER"}, {("target", "PER")}),
        ({"round": 2, "format": "phone"}, {("round", 2), ("format", "phone")}),
        ({"issue": "troops"}, {("issue", "troops")}),
        ({"people": (Person(name="Dr. Ana Soto-Ruiz"),)}, {("person", "ruiz")}),
        ({"speaker": Speaker(name="Ana SOTO", post="envoy")}, {("speaker", "soto")}),
        ({"speaker": Speaker(post="envoy")}, set()),
        ({"place": Place(name="São-Tomé ")}, {("place", "são tomé")}),
        ({"schedule": Schedule(change="extended")}, {("schedule.change", "extended")}),
    ],
)
def test_facts_of_a_field(fields: dict[str, Any], expected: set[tuple[str, object]]) -> None:
    """Each field gives its facts beside the modality."""
    assert {("modality", "asserted"), *expected} == slots(found("talks", MEETING, **fields))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-03-02T10:00:00Z", None, {("when.start", "2026-03-02")}),
        ("2026-03-02", "2026-03-02T18:00", {("when.start", "2026-03-02")}),
        ("2026-03-02", "2026-03-04", {("when.start", "2026-03-02"), ("when.end", "2026-03-04")}),
        (None, "2026-03-04", {("when.end", "2026-03-04")}),
        (None, None, set()),
    ],
)
def test_days_are_compared(
    start: str | None, end: str | None, expected: set[tuple[str, str]]
) -> None:
    """The time of day is not compared; the end is where it is another day."""
    when = When(start=start, end=end, precision="day")
    assert {("modality", "asserted"), *expected} == slots(found("talks", MEETING, when=when))


def test_previous_date_is_a_day() -> None:
    """A date that was given up is compared by its day."""
    moved = Schedule(change="postponed", previous="2026-03-01T09:00")
    assert ("schedule.previous", "2026-03-01") in slots(found("talks", MEETING, schedule=moved))


@pytest.mark.parametrize(
    ("gold_words", "found_words", "expected"),
    [
        ("withdraw its boats", "Withdraw its boats!", True),
        ("a b c", "a", True),  # 2 * 1 / (3 + 1) is one half
        ("a b c d", "a", False),  # 2 * 1 / (4 + 1) is less
        ("a a a b", "a", False),  # repetition counts
        ("withdraw", "", False),
        ("…", "…", False),
    ],
)
def test_half_of_the_words_make_the_same_content(
    gold_words: str, found_words: str, expected: bool
) -> None:
    """Contents agree from one half on, by the F1 of their words."""
    assert expected == same_content(gold_words, found_words)


def test_names_are_compared_without_punctuation() -> None:
    """Case, dots and dashes do not tell names apart."""
    assert plain("The Dale-Post.") == plain("the dale post")
