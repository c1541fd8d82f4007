"""What somebody says of another's deeds, and what is no blame."""

import pytest

from tests.extract.reading import statement, statements


@pytest.mark.parametrize(
    "text",
    [
        "Chad said Kenya was holding back the bodies of two captives.",
        "Chad said that Kenya had never intended to keep the truce.",
        "According to Chad, Kenya is arming the rebels.",
        "Chad believes that Kenya is dragging out the talks.",
        "Chad said Kenya had resumed attacks on its posts.",
        "Chad said Kenya continued to arm the rebels.",
        "Kenyan forces opened fire on the village, Chad said.",
        "Kenya has broken every promise it made in Doha, Chad wrote.",
        "Chad sees Kenya's proposal as a bid to divide Africa.",
        "Chad called the Kenyan attack a blatant violation of its borders.",
        "Chad said that Kenya was to blame for the failure of the round.",
        "Chad said Kenya was not negotiating in good faith.",
        "Kenya is not serious about peace, Chad's foreign minister said.",
        "Chad's foreign minister said Kenya did not want peace.",
        "Chad's president told reporters that Kenya had fooled everybody.",
        "Chad said that Kenya bears responsibility for the crisis.",
        "Chad called Kenya's decision a mistake.",
        "Chad said Kenya's move was very dangerous.",
        "Chad said that Kenya's policy was a dangerous step.",
        "Chad called the Kenyan tariffs illegal.",
    ],
)
def test_blame_is_told_in_many_words(text: str) -> None:
    """Who says so holds it, who has done so is its target."""
    found = statement(text)

    assert ("accusation", "TCD", "KEN") == (found.kind, found.holder, found.target)


@pytest.mark.parametrize(
    "text",
    [
        "Chad said Kenya had kept its promises.",
        "Chad said Kenya's decision was no mistake.",
        "Chad said that its own decision was a mistake.",
        "The road to Kenya was dangerous, Chad said.",
        "Chad admitted that it had broken its promise to Kenya.",
        "Chad believes that Kenya is a neighbour.",
        "Chad said that talks with Kenya had failed.",
        "Chad said its government was not interested in a quarrel with Kenya.",
    ],
)
def test_what_is_right_or_one_s_own_is_no_blame(text: str) -> None:
    """Whatever verb it is told by."""
    assert "accusation" not in {found.kind for found in statements(text)}


def test_failure_is_what_is_blamed_on_another() -> None:
    """Not what stands next to him."""
    found = statement("Chad blamed the failure of the round on Kenya.")

    assert ("the failure of the round", "KEN") == (found.content, found.target)


def test_source_is_no_part_of_what_it_says() -> None:
    """It only tells who says so."""
    found = statement("According to Chad, Kenya is arming the rebels.")

    assert "Kenya is arming the rebels" == found.content


@pytest.mark.parametrize(
    "text",
    [
        "Chad said Kenyan troops had crossed the border in violation of an agreement.",
        '"Kenya is using the talks to regroup its forces," Chad\'s president said.',
        "Kenya is blocking aid to the north, Chad said.",
        "Kenya is hiding weapons from inspectors, Chad said.",
    ],
)
def test_what_another_is_said_to_go_on_doing_is_blamed_on_him(text: str) -> None:
    """So is what breaks an agreement, and talks that serve another end."""
    found = {(s.kind, s.holder, s.target) for s in statements(text)}

    assert ("accusation", "TCD", "KEN") in found


def test_what_somebody_does_himself_is_no_blame() -> None:
    """Whoever it harms."""
    text = "Chad said it was using the talks to press Kenya for aid."
    assert "accusation" not in {found.kind for found in statements(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya says it has evidence that Chad was behind the attack.",
        "Kenya said it had proof that Chad had violated the truce.",
        '"Chad is playing with fire," Kenya\'s foreign ministry said.',
    ],
)
def test_who_has_evidence_of_a_deed_accuses(text: str) -> None:
    """As he does who says outright that another did it."""
    found = next(each for each in statements(text) if each.kind == "accusation")

    assert ("KEN", "TCD") == (found.holder, found.target)


def test_who_tells_what_others_have_done_demands_nothing() -> None:
    """Though somebody came out to tell it."""
    text = "Chad's minister came out to tell the nation that Kenya had violated the border."
    assert all(found.kind != "demand" for found in statements(text))
