"""Which names in a text stand for an actor."""

import pytest

from tests.extract.reading import document, talks

AT = "2018-11-24T12:00:00Z"


@pytest.mark.parametrize(
    "place",
    [
        "Northern Ireland",
        "the South China Sea",
        "Latin America",
        "the Niger Delta",
        "the Paris climate accord",
        "the Minsk agreements",
        "the Treaty of Rome",
        "a North American farm",
        "the Omani capital",
        "the Times of Israel",
    ],
)
def test_what_only_has_a_state_in_its_name_is_no_actor(place: str) -> None:
    """Regions, seas, continents, outlets, and treaties named after where they were signed."""
    assert [] == [
        name.actor for name in document(f"They spoke of {place} again.").names if name.actor
    ]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ireland spoke again.", "IRL"),
        ("Paris spoke again.", "FRA"),
        ("America spoke again.", "USA"),
        ("China spoke again.", "CHN"),
        ("N. Korea spoke again.", "PRK"),
        ("N.Korea spoke again.", "PRK"),
        ("S Korea spoke again.", "KOR"),
        ("S. Sudan spoke again.", "SSD"),
        ("S. Korean voters spoke again.", "KOR"),
        ("The ROK spoke again.", "KOR"),
    ],
)
def test_the_state_itself_is_one(text: str, actor: str) -> None:
    """The same name alone stands for the state."""
    assert [actor] == [name.actor for name in document(text).names]


def test_family_name_that_comes_first_is_known_alone() -> None:
    """Also in the headline, where nobody has been named in full."""
    read = document("Kim meets Moon\nKim Jong Un met Moon Jae-in on Friday. Mr. Moon smiled.", AT)

    alone = [(name.text, name.actor) for name in read.names if " " not in name.text]
    assert [("Kim", "PRK"), ("Moon", "KOR"), ("Moon", "KOR")] == alone


def test_family_name_of_two_sides_is_nobodys() -> None:
    """Nor is it that of somebody whose given name follows."""
    read = document("Kim Jong Un met Kim Hyun-chong of the South. Kim smiled at Kim Weaver.", AT)

    assert "Kim" not in {name.text for name in read.names}


def test_english_words_are_no_part_of_a_name() -> None:
    """Unless a hyphen says that they are Arabic."""
    found = talks("Kim Jong Un met President Moon Jae-in at Panmunjom on Friday.", AT)

    assert {"Kim Jong Un", "Moon Jae-in"} == {person.name for person in found.people}


def test_person_is_one_by_whatever_name() -> None:
    """The fullest is told."""
    found = talks("Kim meets Moon\nKim Jong Un met Moon Jae-in in Panmunjom on Friday.", AT)

    assert ["Kim Jong Un", "Moon Jae-in"] == [person.name for person in found.people]


@pytest.mark.parametrize(
    ("introduced", "post"),
    [
        ("EU foreign policy chief Ada Venn", "EU foreign policy chief"),
        ("UN human rights chief Ada Venn", "UN human rights chief"),
        ("European Council President Ada Venn", "European Council President"),
        ("Chadian Deputy Trade Minister Ada Venn", "Deputy Trade Minister"),
        ("U.S. Trade Minister Ada Venn", "Trade Minister"),
    ],
)
def test_post_is_read_as_a_whole(introduced: str, post: str) -> None:
    """A post has the words in front of it, and the body that it is of, not the name."""
    (found,) = document(f"{introduced} left.").officials
    assert ("Ada Venn", post) == (found.name, found.post)
    assert found.actor is not None


def test_article_of_a_family_name_is_no_other_name() -> None:
    """Who is called "Sharaa" in a headline and "al-Sharaa" below it is one."""
    found = talks(
        "Ruto and Sharaa discuss trade\n"
        "Kenyan President William Ruto and Syrian President Ahmed al-Sharaa held talks on Sunday."
    )
    assert {"Ahmed al-Sharaa", "William Ruto"} == {p.name for p in found.people}


def test_post_does_not_cross_a_line() -> None:
    """The last word of a headline is no part of the post that the text begins with."""
    (found,) = document("Envoys of Peru in Chad\nSudanese Trade Minister Ada Venn left.").officials
    assert "Trade Minister" == found.post


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Its NATO ally Norway spoke again.", "NOR"),
        ("European Union member Hungary spoke again.", "HUN"),
        ("Russia's ally Belarus spoke again.", "BLR"),
        ("NATO allies spoke again.", "nato"),
    ],
)
def test_whose_ally_a_state_is_is_no_name(text: str, actor: str) -> None:
    """It says more of the one that acts."""
    assert [actor] == [name.actor for name in document(text).names]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("European Council President Donald Tusk spoke. Tusk left.", "eu"),
        ("Polish Prime Minister Donald Tusk spoke. Tusk left.", "POL"),
        ("The chief Brexit negotiator, Michel Barnier, spoke.", "eu"),
    ],
)
def test_post_tells_for_whom_an_official_speaks(text: str, actor: str) -> None:
    """Where no date of publication tells it."""
    names = document(text, None).names
    found = {name.actor for name in names if name.type == "official" and name.actor}
    assert {actor} == found


def test_post_of_who_tells_of_a_treaty_is_not_the_treatys() -> None:
    """It is the post of who is named behind it."""
    text = "They left the Open Forces Treaty, Secretary of State Mike Pompeo said."
    assert "Open Forces Treaty" not in {name.text for name in document(text, AT).names}


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("the Alliance Fleuve Congo", "m23"),
        ("the Qassam Brigades", "hamas"),
        ("Khalifa Hifter", "libyan-national-army"),
        ("the Shebab", "al-shabaab"),
        ("Hizballah", "hezbollah"),
        ("the Tigray Defence Forces", "tplf"),
        ("Karabakh separatists", "nagorno-karabakh"),
        ("the NPA guerrillas", "npa"),
    ],
)
def test_group_is_one_however_it_is_spelt(name: str, actor: str) -> None:
    """An armed wing, an alliance around one group, another transcription."""
    found = document(f"Officials said that {name} spoke again.", AT).names
    assert {actor} == {n.actor for n in found if n.actor}
