"""Which names could be those of outlets."""

import pytest

from streams.extract.outlets import find_outlets, is_agency


def names(text: str, publisher: str | None = "The Dale Post") -> list[str]:
    return [outlet.name for outlet in find_outlets(text, publisher)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the envoy told AP on Monday", "Associated Press"),
        ("Iran's Tasnim News Agency said", "Tasnim"),
        ("Iran's Alvand News Agency said", "Alvand News Agency"),
        ("citing The Harbour Post", "The Harbour Post"),
        ("Nothing is agreed.\nThe Harbour Post said so.", "Harbour Post"),
        ("\nThe Korean Central News Agency said", "Korean Central News Agency"),
        ("the newspaper Al-Nakheel reported", "Al-Nakheel"),
        ("the Shafaq newspaper reported", "Shafaq"),
        ("The Oslo-based newspaper Al-Nakheel reported", "Al-Nakheel"),
        ("The Oslo-owned Nakheel News said", "Nakheel News"),
        ("On Sunday Fox News reported", "Fox News"),
        ("Syrian state television reported", "Syrian state television"),
    ],
)
def test_outlets_are_known_or_recognised_by_their_form(text: str, name: str) -> None:
    """What stands before a name with a capital letter is no part of it."""
    assert [name] == names(text)


@pytest.mark.parametrize(
    "text",
    [
        "according to the Nuclear Posture Review",
        "officials told the International Atomic Energy Agency",
        "according to Mapmaker’s World of Borders, a register",
        "the delegation told state television Thursday",
        "Peacebuilders’ website said",
        "the Times said",
        "the state media said",
    ],
)
def test_what_only_looks_like_an_outlet_is_none(text: str) -> None:
    """Papers of state, authorities, somebody's website, a short name of nothing before it."""
    assert [] == names(text)


def test_a_short_name_is_that_of_the_outlet_before_it() -> None:
    """After The New York Times, the Times is that; in the Dale Post, the Post is the Dale Post."""
    text = "The Washington Post and The New York Times differ. The Times said so, the Post did not."
    assert ["The Washington Post", "The New York Times", "The New York Times"] == names(text)


def test_agencies_write_for_others() -> None:
    """Agencies are listed, or called so."""
    assert [True, True, False] == [
        is_agency(name) for name in ("Reuters", "Alvand News Agency", "The Dale Post")
    ]
