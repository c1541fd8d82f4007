"""For whom members of a parliament speak, as far as news says it beside their names."""

import pytest

from streams.extract import extract
from tests.extract.reading import article, document, encounters, roles, statement

AT = "2019-01-24T12:00:00Z"
PROPOSAL = "rejected President Trump's proposal on Monday."


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("Sen. Ann Quill, D-W.Va.,", "democrats"),
        ("Sen. Ann Quill (R-Maine)", "republicans"),
        ("Rep. Ann B. Quill (D., Calif.)", "democrats"),
        ("Senator Ann Quill, a New Jersey Democrat,", "democrats"),
        ("Ann Quill, the most senior Republican in the chamber,", "republicans"),
        ("Republican Rep. Ann Quill", "republicans"),
        ("GOP leaders", "republicans"),
        ("Top Democratic lawmakers", "democrats"),
        ("House GOP", "republicans"),
    ],
)
def test_member_speaks_for_the_party_named_beside_him(who: str, party: str) -> None:
    """A letter, a noun or an adjective says which it is."""
    found = statement(f"{who} {PROPOSAL}")
    assert ("rejection", party) == (found.kind, found.holder)


@pytest.mark.parametrize("who", ["Labour", "Labour MPs"])
def test_party_goes_by_its_adjective_where_its_state_is_named(who: str) -> None:
    """Other parliaments have one, too."""
    found = statement(f"{who} rejected Theresa May's offer of talks on Monday.")
    assert "labour-party" == found.holder
    assert [] == [n for n in document(f"{who} won in Malta on Monday.").names if n.text == "Labour"]


@pytest.mark.parametrize(
    "text",
    [
        "Bipartisan talks on gun laws collapsed on Tuesday, Sen. Ann Quill, D-W.Va., said.",
        "Bipartisan congressional negotiations on U.S. gun laws ended without a deal on Tuesday.",
    ],
)
def test_bipartisan_talks_are_of_the_two_parties(text: str) -> None:
    """Where the article names their state or a member."""
    (found,) = encounters(text, AT)
    assert {"democrats": "party", "republicans": "party"} == roles(found)


@pytest.mark.parametrize(
    ("who", "parties"),
    [
        ("Senate leaders", {"democrats", "republicans"}),
        ("Congressional negotiators", {"democrats", "republicans"}),
        ("A bipartisan group of senators", {"democrats", "republicans"}),
        ("Republican Senate leaders and President Trump", {"republicans", "USA"}),
    ],
)
def test_leaders_of_a_parliament_strike_bargains_for_both_parties(
    who: str, parties: set[str]
) -> None:
    """Unless one of the two is named with them."""
    found = statement(f"{who} reached a deal on Monday to reopen the U.S. government.")
    assert parties == {party.actor for party in found.parties or ()}


def test_bipartisan_talks_elsewhere_are_of_others() -> None:
    """Other parliaments have two sides, too."""
    assert () == encounters("Bipartisan talks on gun laws collapsed in Kenya on Tuesday.", AT)


def test_surname_of_a_member_is_no_state() -> None:
    """Nor is it where it stands alone, unless another word shows that the state is meant."""
    text = "Pelosi bars Jordan\nPelosi barred Jim Jordan on Monday. Jordan was angry."
    assert "JOR" not in {n.actor for n in document(text, AT).names}
    actors = [n.actor for n in document(f"{text} So were the Jordanians.", AT).names]
    assert ("JOR", "JOR") == (actors[1], actors[-1])


@pytest.mark.parametrize(
    "text",
    [
        "Democratic leaders walked out of a White House meeting on Syria on Monday.",
        "Democrats walked out of a meeting with President Trump over the Syria crisis.",
        "Republicans and Democrats held talks on aid to Ukraine on Monday.",
    ],
)
def test_what_parties_meet_over_takes_no_seat(text: str) -> None:
    """A state that a party and its own government meet over is not at the table."""
    (found,) = encounters(text, AT)
    assert {"democrats"} < {*roles(found)} <= {"democrats", "republicans", "USA"}


def test_whom_parties_receive_takes_a_seat() -> None:
    """Who comes from abroad in person is there."""
    (found,) = encounters("Democrats met Presidents Trump and Zelensky on Monday.", AT)
    assert "UKR" in roles(found)


@pytest.mark.parametrize("who", ["Social Democrats", "Sweden Democrats", "Irish Republicans"])
def test_other_parties_of_the_name_are_not_the_american_ones(who: str) -> None:
    """The word before it says so."""
    actors = {n.actor for n in document(f"The {who} spoke again.").names}
    assert actors.isdisjoint({"democrats", "republicans"})


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Germany's Social Democrats and the Greens sealed a deal.", {"spd", "german-greens"}),
        ("Angela Merkel's conservatives and the SPD reached a deal.", {"cdu-csu", "spd"}),
        ("The League and Five Star agreed in Rome on a pact for Italy.", {"lega"}),
        ("Austria's Freedom Party met the Greens.", {"freedom-party-of-austria", "greens-austria"}),
    ],
)
def test_parties_go_by_short_names_at_home(text: str, parties: set[str]) -> None:
    """What a report on their state calls them, other states' parties are called, too."""
    assert parties <= {name.actor for name in document(text, AT).names}


@pytest.mark.parametrize(
    "text",
    [
        "The Greens and the Social Democrats reached a deal in Kenya.",
        "Italy and the Arab League reached a deal on Libya. Italy was pleased.",
        "Germany's army met conservatives in Kenya. Kenya and Kenyans were pleased.",
    ],
)
def test_parties_of_others_do_not(text: str) -> None:
    """Neither does what only ends in such a name."""
    found = {name.actor for name in document(text, AT).names}
    assert found.isdisjoint({"spd", "german-greens", "lega", "cdu-csu"})


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Germany's SPD and FDP signed a coalition deal on Monday.", ["spd", "fdp-germany"]),
        ("Germany and the SPD signed a deal with Kenya on Monday.", ["DEU", "spd", "KEN"]),
    ],
)
def test_state_is_none_of_two_of_its_parties(text: str, parties: list[str]) -> None:
    """It is named for where they are; beside one party it stands for the government."""
    (mention,) = extract(article(text)).mentions
    assert parties == [party.actor for party in mention.parties or ()]
