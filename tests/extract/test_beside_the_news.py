"""What an article tells besides its news: history, what others do, what was said before."""

import pytest

from streams.extract.mentions import Draft
from tests.extract.reading import encounters, roles, statements

ASIDES = (
    "The dispute goes back to the end of colonial rule.",
    "Talks brokered by the European Union failed last year.",
    "Last month the two sides held talks in Cairo that ended without agreement.",
    "Ukraine's prime minister spoke by telephone with the Sudanese president on Monday.",
    "In 2015 the two sides signed an accord on water, which was never carried out.",
    "A truce agreed in March collapsed within days.",
    "Opposition parties in Kenya criticised the government's handling of the dispute.",
    "Sudan has repeatedly accused Kenya of arming rebels, which Kenya denies.",
    "France and Germany have urged Kenya to return to the negotiating table.",
)
SIDES = {"KEN": "party", "SDN": "party"}


def outcome(kind: str, text: str) -> Draft:
    """Return the one outcome of a kind that a text tells of."""
    (found,) = (each for each in statements(text) if each.kind == kind)
    return found


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize(
    ("kind", "news"),
    [
        ("talks", "Kenya suspended talks with Sudan on Tuesday."),
        ("talks", "Kenya said on Tuesday that it was halting negotiations with Sudan."),
        ("talks", "Kenya has frozen talks with Sudan over an attack, it said on Tuesday."),
        ("ceasefire", "Kenya and Sudan declared a truce on Tuesday after weeks of shelling."),
        ("exchange", "Kenya and Sudan exchanged 40 prisoners on Tuesday."),
        ("agreement", "Kenya and Sudan signed a border agreement on Tuesday."),
    ],
)
def test_what_is_told_besides_seats_nobody(kind: str, news: str, aside: str) -> None:
    """Those whom the news names take part in it, as parties, and nobody else."""
    text = f"{news} Both armies had been on alert. Few had hoped for as much. {aside}"
    found = (*encounters(text), *statements(text))

    assert SIDES in [roles(each) for each in found if each.kind == kind]


@pytest.mark.parametrize("mediator", ["Britain", "Chad", "Ukraine", "Turkey"])
def test_who_brings_two_others_together_is_none_of_them(mediator: str) -> None:
    """Whatever he has been at odds over with one of the two."""
    news = "Iran and Sudan have agreed a truce, officials said on Tuesday."
    text = f"{news} The truce, brokered by {mediator}, begins at noon."

    found = outcome("ceasefire", text)

    assert {"IRN", "SDN"} == {actor for actor, role in roles(found).items() if role == "party"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said on Tuesday that Japan and Britain had agreed to a truce. Both armies agreed.",
        "Kenya handed over 40 captured soldiers to Britain on Tuesday, the two governments said.",
        "Kenya and Japan exchanged prisoners on Tuesday. The rival sides had been at war.",
    ],
)
def test_two_who_are_named_are_the_two(text: str) -> None:
    """They are no sides of a dispute that one of them has at home."""
    actors = {actor for each in statements(text) for actor in roles(each)}

    assert "kenyan-opposition" not in actors


def test_hopes_that_fade_are_no_truce() -> None:
    """The verb tells of the hopes."""
    text = "Hopes of a truce between Chad and Peru faded on Tuesday as fighting raged."
    assert () == statements(text)


def test_what_both_accept_is_a_truce() -> None:
    """It takes no answer of one to the other."""
    found = outcome("ceasefire", "Kenya said on Tuesday that Chad and Peru had accepted a truce.")

    assert ({"TCD", "PER"}, "declared") == ({*roles(found)}, found.status)


@pytest.mark.parametrize(
    "news",
    [
        "A truce between Chad and Peru appeared to be holding on Tuesday.",
        "The ceasefire between Chad and Peru continued to hold on Tuesday.",
    ],
)
def test_truce_that_seems_to_hold_is_in_force(news: str) -> None:
    """The verb above only says how sure that is."""
    assert "in_force" == outcome("ceasefire", news).status
