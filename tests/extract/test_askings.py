"""What is asked, offered or turned down in other words than those for it."""

import pytest

from schemas.vocabulary import POSITIONS
from tests.extract.reading import statement, statements

LONG = "The negotiations of Peru and Chile have lasted for years.\n"


def told(text: str) -> list[tuple[str, object, str | None]]:
    """Return kind, holder and content of the positions of a sentence in an article."""
    found = (s for s in statements(f"{LONG}{text}") if s.kind in POSITIONS)
    return [(s.kind, s.holder, s.content) for s in found]


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        ("It is time for Chile to open the port, Peru said.", "PER", "open the port"),
        ("Peru said it was vital that Chile opened the port.", "PER", "Chile opened the port"),
        (
            "It is up to Chile to make the accord binding, Peru said.",
            "PER",
            "make the accord binding",
        ),
        ("Peru would not give up its insistence on a pullout.", "PER", "a pullout"),
        ("Chile is under pressure from Peru to sign the accord.", "PER", "sign the accord"),
        ("The talks are conditional upon a pullout, Peru said.", "PER", "a pullout"),
        ("Peru will only help with the port when Chile pulls out.", "PER", "Chile pulls out"),
        (
            "Peru said it would only consent to a meeting if Chile withdrew.",
            "PER",
            "Chile withdrew",
        ),
        ("Peru has come out for early elections in Chile.", "PER", "early elections in Chile"),
    ],
)
def test_it_is_asked_for_without_a_verb_of_asking(text: str, holder: str, content: str) -> None:
    """What is vital, up to others, or the only condition, is demanded."""
    ((kind, by, what),) = told(text)

    assert ("demand", holder) == (kind, by)
    assert what is not None
    assert what.endswith(content)


@pytest.mark.parametrize(
    "text",
    [
        "It is not up to Chile to open the port, Peru said.",
        "It is vital for the fish of Peru that it rains.",
        "Peru gave up its insistence on a pullout.",
        "Peru and Chile have only met when it rained.",
        "The port of Peru is under pressure from the sea.",
    ],
)
def test_nothing_is_asked_for(text: str) -> None:
    """What is not needed, no longer asked for, or asked by nobody."""
    assert "demand" not in {kind for kind, _, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Peru is committed to negotiations with Chile.",
        "Peru is interested in a dialogue with Chile, its minister said.",
        "Peru is open to talks with Chile.",
    ],
)
def test_who_is_for_talks_takes_them_up(text: str) -> None:
    """Who is committed to them pledges nothing besides."""
    assert [("acceptance", "PER")] == [(kind, holder) for kind, holder, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The plan for a joint patrol that Peru put to Chile is in doubt.",
            "The plan for a joint patrol",
        ),
        ("The text that Peru submitted to Chile last week is in doubt.", "The text"),
        ("Peru's plan foresees a joint patrol.", "a joint patrol"),
        ("Peru has put a new text to Chile.", "a new text"),
    ],
)
def test_plan_of_somebody_is_proposed(text: str, content: str) -> None:
    """Whoever puts it forward, or whose it is of which it is told what is in it."""
    assert [("proposal", "PER", content)] == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The plan that Peru did not submit to Chile is in doubt.",
        "The plan that Peru studied is in doubt.",
        "Peru's plan surprised Chile.",
    ],
)
def test_plan_that_nobody_puts_forward_is_not_proposed(text: str) -> None:
    """Nor is one of which nothing is told."""
    assert "proposal" not in {kind for kind, _, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Peru said Chile's answer fell short.",
        "Peru said Chile's terms were far from meeting its core demands.",
        "Peru said the offer of Chile fell far short of its demands.",
        "Chile's port is not on offer, Peru said.",
        "Peru objected to the invitation of Chile.",
    ],
)
def test_what_falls_short_is_turned_down(text: str) -> None:
    """So is what is not on offer, and what somebody objects to."""
    assert [("rejection", "PER")] == [(kind, holder) for kind, holder, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru regretted that Chile had gone ahead alone.",
        "Peru censured Chile for its silence.",
    ],
)
def test_what_is_regretted_of_others_is_held_against_them(text: str) -> None:
    """They are accused of it."""
    assert [("accusation", "PER")] == [(kind, holder) for kind, holder, _ in told(text)]


def test_possibility_that_is_reserved_is_threatened() -> None:
    """As is a right that is."""
    assert [("threat", "PER")] == [
        (kind, holder)
        for kind, holder, _ in told(
            "Peru has reserved the possibility of restoring sanctions on Chile."
        )
    ]


def test_who_is_told_that_it_must_act_is_asked_to() -> None:
    """Who hears it has to act, whoever else is named behind."""
    found = statement("Kenya told Chad on Monday that it must choose between Sudan and Niger.")
    assert ("demand", "KEN", "TCD") == (found.kind, found.holder, found.target)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya offered Chad three years of fishing in exchange for an end to the blockade.",
        "Kenya tried to win Chad over by offering a raft of visas in return for the island.",
    ],
)
def test_one_thing_for_another_is_proposed(text: str) -> None:
    """Who would give something for something makes an offer, whatever it is."""
    found = next(s for s in statements(text) if s.kind == "proposal")
    assert ("KEN", "TCD") == (found.holder, found.target)


def test_all_in_a_list_ask() -> None:
    """Of three and more the parser takes the second for another word for the first."""
    found = statement("Kenya, Chad, the United Arab Emirates and Niger are asking Peru to leave.")
    assert ("KEN", "TCD", "ARE", "NER") == found.holder
