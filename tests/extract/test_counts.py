"""How many an exchange sets free: numbers as the text gives them, and what shows them."""

import pytest

from schemas.mention import Counts
from streams.extract import extract
from tests.extract.reading import article, statements

TOLD = [
    (
        "Hamas released 20 living hostages in exchange for some 1,968 Palestinian prisoners.",
        20,
        1968,
    ),
    ("Ukraine and Russia exchanged 157 prisoners of war each on Thursday.", 157, 157),
    (
        "Israel freed about 250 men serving life terms and 1,700 people detained in Gaza.",
        1950,
        None,
    ),
    ("Hamas freed ten hostages and handed over the bodies of eighteen others.", 10, None),
    ("Boko Haram has freed 21 of the girls it kidnapped, Nigeria said.", 21, None),
    ("Hamas freed twenty-five hostages on Friday.", 25, None),
]


def _counts(text: str) -> list[Counts]:
    return [d.counts for d in statements(text) if d.kind == "exchange" and d.counts is not None]


@pytest.mark.parametrize(("text", "released", "received"), TOLD)
def test_numbers_are_read(text: str, released: int, received: int | None) -> None:
    """Digits and words, sums, and what is let go in return."""
    assert [Counts(released=released, received=received)] == _counts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine and Russia swapped 314 prisoners on Thursday.",
        "Hamas released dozens of hostages on Thursday.",
        "Hamas handed over the remains of four hostages to Israel on Thursday.",
    ],
)
def test_what_is_not_told_is_not_guessed(text: str) -> None:
    """Neither halves of a total, nor dozens, nor the dead."""
    assert [] == _counts(text)


def test_what_two_sentences_say_of_two_sides_is_one_exchange() -> None:
    """Each side is told of by itself, and both sentences are behind the counts."""
    text = (
        "Hamas released the last twenty hostages on Monday.\n"
        "Israel released 1,968 Palestinian prisoners on Monday."
    )
    (draft,) = [d for d in statements(text) if d.kind == "exchange"]
    shown = [text[e.start : e.end] for e in draft.evidence if e.field == "counts"]

    assert Counts(released=20, received=1968) == draft.counts
    assert ["twenty hostages", "1,968 Palestinian prisoners"] == shown


def test_counts_reach_the_mention() -> None:
    """The mention has them with their evidence."""
    (mention,) = extract(article("Hamas released 20 hostages to Israel on Monday.")).mentions

    assert Counts(released=20) == mention.counts
    assert any(e.field == "counts" for e in mention.evidence)


@pytest.mark.parametrize(
    ("text", "received"),
    [
        ("Chad freed three hostages and Sudan released 110 prisoners.", 110),
        ("Chad freed three hostages in exchange for 252 migrants.", 252),
        (
            "Chad frees three hostages, Sudan releases nearly 200 prisoners\n"
            "Chad freed three hostages and Sudan released 196 prisoners.",
            196,
        ),
    ],
)
def test_both_sides_are_counted(text: str, received: int) -> None:
    """Whichever verb tells of the other one; a headline rounds."""
    (found,) = [s for s in statements(text) if s.kind == "exchange"]

    assert found.counts is not None
    assert (3, received) == (found.counts.released, found.counts.received)
