"""Groups that no table knows are known by the shape of their names."""

import pytest

from streams.extract.groups import slug_of
from streams.extract.prefilter import may_negotiate
from tests.extract.reading import WEDNESDAY, document, encounters, roles, talks

SEPARATISTS = "pro-russian-separatists"


def actors(text: str) -> list[str]:
    """Return the actors that a text names, each once, in order."""
    return list(dict.fromkeys(n.actor for n in document(text).names if n.actor))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Men of the Ostra Dawn Front met envoys of Chad.", ["ostra-dawn-front", "TCD"]),
        ("The Movement for Ostra and Niger agreed.", ["movement-for-ostra", "NER"]),
        ("Elders of the Ilmo tribe and Kenya met.", ["ilmo-tribe", "KEN"]),
        ("The rebel group Satara and Mali met. Satara left.", ["satara", "MLI"]),
        ("The Ostra Salvation Council met Mali.", ["ostra-salvation-council", "MLI"]),
    ],
)
def test_group_is_a_slug_of_its_name(text: str, expected: list[str]) -> None:
    """Fronts, movements, tribes and who is introduced as rebels are actors."""
    assert expected == actors(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Chadian National Army and Sudanese forces met.", ["TCD", "SDN"]),
        ("Glasgow City Council sang with the Salvation Army on the Western Front.", []),
        ("The Air Force and a Task Force flew home.", []),
        ("The National Liberation Army met Colombian rebels.", ["eln"]),
    ],
)
def test_other_names_are_no_groups(text: str, expected: list[str]) -> None:
    """An army of a state is the state; councils of cities and charities are nobody."""
    assert expected == actors(text)


def test_abbreviation_is_the_group() -> None:
    """What stands in brackets behind a name is the name from there on."""
    text = "The Ostra Liberation Front (OLF) met Chad. The OLF wants the valley."
    assert ["ostra-liberation-front", "TCD"] == actors(text)


def test_short_name_that_is_known_says_which_group_it_is() -> None:
    """A translated name of it stands in no table."""
    text = "The National Revolution Front (BRN) met Thailand. The National Revolution Front left."
    assert ["brn", "THA"] == actors(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Front for Unity and Concord (FUC) met Chad. The FUC left.",
            "front-for-unity-and-concord",
        ),
        (
            "Chad met the Union for the Peace of the Ostra (UPO).",
            "union-for-the-peace-of-the-ostra",
        ),
    ],
)
def test_name_goes_on_as_far_as_its_short_name(text: str, expected: str) -> None:
    """What follows its "and" may else be another party."""
    assert {expected, "TCD"} == set(actors(text))


def test_rebels_of_a_state_are_its_one_group() -> None:
    """Where one group is named, the rebels of a state are that group; else a slug of their own."""
    named = "The Ostra Liberation Front signed. Guyanese rebels cheered, and Guyana too."
    assert ["ostra-liberation-front", "GUY"] == actors(named)
    assert ["guyanese-rebels", "GUY"] == actors("Guyanese rebels cheered, and Guyana too.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karo rebels left. The Ostra Dawn Front met Chad.", ["ostra-dawn-front", "TCD"]),
        ("Karo rebels left. Chad met envoys.", ["karo-rebels", "TCD"]),
        (
            "Karo rebels left. The Ostra Liberation Front met the Ilmo Liberation Front.",
            ["karo-rebels", "ostra-liberation-front", "ilmo-liberation-front"],
        ),
        (
            "Sudan rebels left. The Justice and Equality Movement (JEM) met Chad.",
            ["justice-and-equality-movement", "TCD"],
        ),
    ],
)
def test_rebels_of_a_region_are_the_one_group_that_is_named(text: str, expected: list[str]) -> None:
    """Nor does the end of a name that a table knows count for a group of its own."""
    assert expected == actors(text)


@pytest.mark.parametrize("name", ["anti-balaka", "Anti-balaka", "anti-Balaka", "Anti-Balaka"])
def test_group_is_known_however_its_name_is_spelled(name: str) -> None:
    """Outlets differ in what they give a capital."""
    assert ["seleka", "anti-balaka"] == actors(f"Seleka met {name} envoys.")


def test_unknown_group_negotiates() -> None:
    """Talks between a state and a group that no table knows have both parties."""
    text = "Chad and the Ostra Liberation Front held talks in Moundou on Tuesday."
    assert {"TCD", "ostra-liberation-front"} == set(roles(talks(text)))


def test_two_unknown_tribes_negotiate() -> None:
    """Neither side need be known."""
    (found,) = encounters("The Ilmo tribe and the Sarru clan held peace talks in Jos on Tuesday.")
    assert {"ilmo-tribe", "sarru-clan"} == set(roles(found))


def test_group_counts_for_the_first_look() -> None:
    """An article that names one state and one unknown group is read."""
    text = "Chad has talked of a truce with the Ostra Liberation Front. "
    assert may_negotiate(text + "It rained for days. " * 30)
    assert not may_negotiate(text.replace("Liberation Front", "valley") + "It rained. " * 60)


def test_slug_has_letters_and_hyphens() -> None:
    """Accents, apostrophes and blanks are left out."""
    assert "peoples-front-of-sao-joao" == slug_of("People’s Front of São João")


def test_rebels_are_the_group_that_the_table_knows() -> None:
    """Whoever fights a state over what the name says is the group of that dispute."""
    text = "Talks on peace\nAcehnese rebels met envoys of Indonesia."

    assert ["free-aceh-movement", "IDN"] == actors(text)


@pytest.mark.parametrize(
    ("published_at", "group"),
    [("2008-01-11T06:00:00Z", "farc"), (WEDNESDAY, "colombian-rebels")],
)
def test_rebels_are_the_group_of_their_time(published_at: str, group: str) -> None:
    """Where a state has fought one group then, and several since."""
    text = "Talks on peace\nColombian rebels met envoys of Colombia."
    names = document(text, published_at).names

    assert [group, "COL"] == [name.actor for name in names]


def test_part_of_a_known_name_is_no_group() -> None:
    """So that the rebels of an article are the one that it names in full."""
    text = (
        "Colombian rebels free two\nThey were held by the Revolutionary Armed Forces of Colombia."
    )

    assert ["farc"] == actors(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("North and South Korea will meet.", ["PRK", "KOR"]),
        ("North Korea is ready. The North will meet the South.", ["PRK", "PRK", "KOR"]),
        ("North Korea is in the North of the peninsula.", ["PRK"]),
        ("Chile is ready. The North will meet the South.", ["CHL"]),
        ("Brussels warned Chile.", ["eu", "CHL"]),
        ("European envoys came.", ["eu"]),
        ("Manila talks with communist rebels.", ["PHL", "communist-party-of-the-philippines"]),
        ("Manila talks with hungry rebels.", ["PHL"]),
    ],
)
def test_what_stands_for_whom(text: str, named: list[str]) -> None:
    """The halves of Korea go by their compass points; Brussels is the Union before Belgium."""
    names = document(text).names

    assert named == [name.actor for name in names if name.actor]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Colombia's FARC rebels met envoys of Cuba.", ["COL", "farc", "CUB"]),
        ("Mali met the Ostra Dawn Front. Muslim rebels cheered.", ["MLI", "ostra-dawn-front"]),
        ("Mali said Obe's Ostra Dawn Front had left.", ["MLI", "ostra-dawn-front"]),
        ("The Tamil Tigers met Norway. The Tigers left.", ["ltte", "NOR"]),
        ("The Pakistani Taliban met Qatar. The Taliban left.", ["pakistani-taliban", "QAT"]),
        ("Islamabad and the Taliban met, Pakistan said.", ["PAK", "pakistani-taliban"]),
        (
            "Manila and Maoist rebels met, the Philippines said.",
            ["PHL", "communist-party-of-the-philippines"],
        ),
        ("Nepal met Maoist rebels.", ["NPL", "maoists"]),
        ("Sri Lanka met Tamil Tiger separatists.", ["LKA", "ltte"]),
        ("Kabul and the Taliban met. Pakistan left, Pakistan said.", ["AFG", "PAK"]),
        (
            "Afghanistan's Taliban met Pakistan. Kabul left, not the Pakistani Taliban.",
            ["AFG", "PAK", "pakistani-taliban"],
        ),
    ],
)
def test_a_group_is_known_by_what_the_article_calls_it(text: str, expected: list[str]) -> None:
    """By a name within, a creed, the plural in its name, or the longer name of another."""
    assert expected == actors(text)


def test_group_that_may_have_taken_a_state_is_not_its_namesake() -> None:
    """Also where no day is known, so that it does not stand for that state."""
    names = document("Pakistan met Kabul's Taliban. Kabul left, Pakistan said.", None).names

    assert ["PAK", "AFG", "taliban", "AFG", "PAK"] == [name.actor for name in names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The FARC met the government on Monday in Havana.", ["farc", "COL", "CUB"]),
        ("The Ostra Dawn Front and Mali met. Rebels cheered.", ["ostra-dawn-front", "MLI"]),
        ("Rebels in Kidal, Mali and the Azawad met.", ["tuareg-rebels", "MLI"]),
        ("Rebels met on the moon.", []),
    ],
)
def test_rebels_and_government_are_those_at_odds(text: str, expected: list[str]) -> None:
    """Where an article names one side of a dispute, the table knows the other."""
    assert expected == actors(text)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2020-09-12T12:00:00Z", ["AFG", "taliban"]),
        (None, ["AFG", "taliban"]),
        ("2021-08-16T12:00:00Z", ["AFG", "AFG"]),
    ],
)
def test_a_group_that_has_taken_a_state_is_its_government(
    at: str | None, expected: list[str]
) -> None:
    """From that day on; where no day is known it is what it was."""
    names = document("Kabul and the Taliban spoke.", at).names

    assert expected == [name.actor for name in names]


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        (
            "The Thai government and the insurgents agreed on a truce for Pattani.",
            "2013-07-14T12:00:00Z",
            "brn",
        ),
        (
            "Indonesia and the separatists of Aceh met.",
            "2002-12-09T12:00:00Z",
            "free-aceh-movement",
        ),
        ("Nigeria said the Islamists had fled Chibok.", "2016-10-14T12:00:00Z", "boko-haram"),
        ("Ukraine met the separatists near Horlivka.", "2017-12-28T12:00:00Z", SEPARATISTS),
        ("Colombia met the guerrilla army.", "2012-11-20T12:00:00Z", "farc"),
        ("Sri Lanka met the Tigers.", "2002-02-22T12:00:00Z", "ltte"),
        (
            "Republicans met. The rebels of Yemen freed two men, Yemen said.",
            "2018-06-10T12:00:00Z",
            "houthis",
        ),
    ],
)
def test_unnamed_rebels_are_in_arms(text: str, at: str, expected: str) -> None:
    """No party of a quarrel at the same time, nor the one party that the article names."""
    named = {name.actor for name in document(text, at).names}
    assert expected in named
    assert {"pdrc", "ukrainian-opposition"}.isdisjoint(named)
