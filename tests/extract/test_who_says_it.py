"""Who says it: across sentences, for the sides, for another, or as an onlooker."""

import pytest

from tests.extract.reading import encounters, statement, statements

MUDAVADI = "Kenyan Foreign Minister Musalia Mudavadi left for Kampala on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        "Nelly Bell, a teacher, welcomed the deal. She urged Uganda to withdraw.",
        "Mr Bell said the deal was late. He urged Uganda to withdraw.",
        "Bell told reporters that the deal was late. He urged Uganda to withdraw.",
    ],
)
def test_who_is_unknown_is_nobody_named_before(text: str) -> None:
    """A pronoun behind somebody whose side nobody knows is not of an official before him."""
    demand = statements(MUDAVADI + text)[-1]

    assert (demand.kind, demand.holder, demand.target) == ("demand", None, "UGA")


def test_a_pronoun_is_of_who_is_known() -> None:
    """Nobody comes in between where only things are told of."""
    text = MUDAVADI + "The talks went on. He urged Uganda to withdraw."

    assert statement(text).holder == "KEN"


@pytest.mark.parametrize(
    "sides", ["the sides", "the parties", "the warring parties", "the two generals", "both camps"]
)
def test_the_sides_are_those_who_negotiate(sides: str) -> None:
    """Where two negotiate, "the parties" are these two."""
    text = f"Chad and Sudan held talks on Monday. The UN envoy urged {sides} to withdraw."
    (demand,) = (s for s in statements(text) if s.kind == "demand")

    assert demand.target == ("TCD", "SDN")


@pytest.mark.parametrize("sides", ["the sides", "the parties"])
def test_what_the_sides_agree_to_do_is_an_agreement(sides: str) -> None:
    """What one of them alone agrees to do would be a pledge."""
    text = f"Chad and Sudan held talks on Monday. The UN said {sides} had agreed to share the lake."

    assert [s.kind for s in statements(text)] == ["agreement"]
    assert encounters(text)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (
            'Kenyan Foreign Minister Musalia Mudavadi said: "We want peace. It is late. '
            'We reject the plan of Uganda." The weather was fine.',
            "KEN",
        ),
        (
            'Kenyan Foreign Minister Musalia Mudavadi said: "We want peace." It is late. '
            "We reject the plan of Uganda.",
            None,
        ),
    ],
)
def test_a_quotation_goes_on_to_its_end(text: str, holder: str | None) -> None:
    """Who opened it speaks in all its sentences, and in none behind it."""
    rejections = [s.holder for s in statements(text) if s.kind == "rejection"]

    assert rejections == ([holder] if holder else [])


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto had urged Uganda to open the border, "
        "Foreign Minister Musalia Mudavadi said.",
        "Foreign Minister Musalia Mudavadi said that President William Ruto of Kenya "
        "had urged Uganda to open the border.",
    ],
)
def test_who_reports_what_another_holds_is_on_record(text: str) -> None:
    """The speaker is who says so, and the holder's own name is not on record."""
    demand = statement(text)

    assert demand.holder == "KEN"
    assert demand.speaker is not None
    assert demand.speaker.name == "Musalia Mudavadi"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has refused to open the border to Uganda, an analyst said.",
        "Kenya has refused to open the border, said Joan Bell, a professor at Dale University.",
        "Kenya wants Uganda to open the border, according to analysts.",
        "Kenya has urged Uganda to open the border, said analyst Joan Bell.",
        "Kenya has urged Uganda to open the border, said Joan Bell of the Dale Institute.",
        '"It is late," said Joan Bell, an analyst. "Kenya wants Uganda to open the border."',
    ],
)
def test_what_an_onlooker_says_of_others_is_no_position(text: str) -> None:
    """Analysts and residents explain what others may want."""
    assert statements(text) == ()


def test_a_minister_is_no_onlooker_whatever_he_was() -> None:
    """A former professor speaks for his state where he is its minister."""
    text = (
        "Kenya wants Uganda to withdraw its troops, said its foreign minister, a former professor."
    )

    assert statement(text).holder == "KEN"


@pytest.mark.parametrize(
    "text",
    [
        "Chile's envoy, Aram Petyan, left early but said the government demanded aid from Peru.",
        "Chile's deputy trade minister, Aram Petyan, accused Peru of slowing the talks.",
        "Chilean envoy Aram Petyan stood up and said Peru must open its ports.",
    ],
)
def test_who_acts_and_then_says_it_is_on_record(text: str) -> None:
    """His name stands before what he did first, or behind his post."""
    (found,) = statements(text)

    assert found.speaker is not None
    assert "Aram Petyan" == found.speaker.name


def test_who_signs_an_accord_says_nothing_by_that() -> None:
    """It has happened, whoever tells of it."""
    found = statements("The foreign minister of Chile, Aram Petyan, signed an accord with Peru.")

    assert [None] == [s.speaker for s in found]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Yemen's UN-recognised government rejected the Houthi offer of a swap.", "YEM"),
        ("The UN-backed government in Libya rejected Chad's offer of a truce.", "LBY"),
        ("Yemen's Saudi-supported government rejected Chad's offer of a truce.", "YEM"),
    ],
)
def test_who_stands_behind_a_government_holds_nothing(text: str, holder: str) -> None:
    """A participle behind a name tells who supports the one that acts."""
    assert [holder] == [found.holder for found in statements(text) if found.kind == "rejection"]
