"""Conditions, and demands that are told as what is not done without them."""

import pytest

from tests.extract.reading import statement, statements


@pytest.mark.parametrize(
    ("text", "kind", "condition"),
    [
        (
            "Peru is ready to reopen the port provided Chile lifts its ban.",
            "pledge",
            "provided Chile lifts its ban",
        ),
        (
            "Iran is prepared to go back to the table provided sanctions are lifted, Zarif said.",
            "acceptance",
            "provided sanctions are lifted",
        ),
        (
            "Peru would return to the pact provided that Chile lifted its ban, its envoy said.",
            "pledge",
            "provided that Chile lifted its ban",
        ),
        (
            "Israel will pull back on condition that Hezbollah moves north of the Litani.",
            "pledge",
            "on condition that Hezbollah moves north of the Litani",
        ),
        (
            "Should Chile insist on that, Peru would quit the summit, its foreign ministry said.",
            "threat",
            "Should Chile insist on that",
        ),
    ],
)
def test_condition_in_other_words_than_if(text: str, kind: str, condition: str) -> None:
    """Who has to fulfil it has not done so, nor asked for anything."""
    found = statement(text)

    assert (kind, "conditional", condition) == (found.kind, found.modality, found.condition)


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        (
            "Peru would attend only when its flag was raised, its envoy said.",
            "PER",
            "its flag was raised",
        ),
        (
            "Peru would take part only where its rights were respected, its envoy said.",
            "PER",
            "its rights were respected",
        ),
        (
            "There could be no peace that did not bring the refugees of Chile home, Peru said.",
            "PER",
            "that did not bring the refugees of Chile home",
        ),
        (
            "Peru's president said he would not extend the truce unless Chile freed the pilots.",
            "PER",
            "Chile freed the pilots",
        ),
    ],
)
def test_what_nothing_is_done_without_is_demanded(text: str, holder: str, content: str) -> None:
    """Whatever could or would be done then."""
    found = statement(text)

    assert ("demand", "asserted", holder) == (found.kind, found.modality, found.holder)
    assert content == found.content


def test_what_is_warned_of_is_a_threat_though_it_is_restraint() -> None:
    """It is no pledge of who would stop paying."""
    found = statement(
        "Peru would stop its aid to Chile if Chile signed the pact, officials warned."
    )

    assert ("threat", "PER", "CHL") == (found.kind, found.holder, found.target)


@pytest.mark.parametrize(
    "text",
    [
        "The treaty has to be signed by Friday.",
        "The two sides should sign the agreement by Friday.",
        "Peru must ratify the accord with Chile.",
    ],
)
def test_what_must_come_about_has_not(text: str) -> None:
    """It is no agreement yet."""
    assert "agreement" not in {draft.kind for draft in statements(text)}


def test_what_is_only_spoken_of_is_a_threat() -> None:
    """Nobody has left."""
    found = statement("Brazil has talked of leaving the trade pact with Chile.")

    assert ("threat", "BRA", "leaving the trade pact with Chile") == (
        found.kind,
        found.holder,
        found.content,
    )


def test_how_long_after_is_no_content() -> None:
    """It belongs to what is told besides."""
    found = next(
        draft
        for draft in statements(
            "Armenia accused Azerbaijan of shelling its posts hours after the truce took effect."
        )
        if draft.kind == "accusation"
    )

    assert "shelling its posts" == found.content
