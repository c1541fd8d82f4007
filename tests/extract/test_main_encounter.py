"""Whom the main encounter is between, where its own sentences do not say."""

import pytest

from streams.extract.conflicts import conflicts
from streams.extract.gazetteer.tables import entries
from tests.extract.reading import encounters, roles, statements, talks

LEAD = "Peace talks on Sudan opened in Geneva on Tuesday.\n"


def test_dispute_seats_its_adversaries() -> None:
    """Talks on a dispute are between those who are at odds over it, if the article names them."""
    found = talks(LEAD + "The Rapid Support Forces sent eleven men, and Kenya a greeting.")
    assert {"SDN": "party", "rsf": "party"} == roles(found)


def test_adversary_that_is_not_named_takes_no_seat() -> None:
    """Who the other side is no word says where none speaks of two sides."""
    text = "Talks on Sudan opened in Geneva on Tuesday.\nKenya sent a greeting."
    assert all("rsf" not in roles(d) for d in encounters(text))


def test_peace_talks_are_between_the_sides_of_the_dispute() -> None:
    """Its name stands for whom the article does not name."""
    found = talks(LEAD + "Kenya sent a greeting.")
    assert {"SDN": "party", "rsf": "party"} == roles(found)


def test_whom_an_envoy_is_sent_to_takes_no_seat() -> None:
    """His errand is in his title, and does not bring the other side to the table."""
    found = talks("The UN envoy for Sudan met leaders of the Rapid Support Forces on Tuesday.")
    assert {"un": "party", "rsf": "party"} == roles(found)


def test_what_a_state_was_part_of_takes_no_seat() -> None:
    """Its birth is told in passing, and brings nobody to the table."""
    text = "Eritrea's president signs pact\nHe signed the pact on Tuesday. "
    behind = "The country, which broke away from Ethiopia in 1993, has few of them."
    (found,) = statements(text + behind)
    assert "ETH" not in roles(found)


def test_opposition_talks_with_its_own_government() -> None:
    """Though the dispute that the headline names is another one."""
    text = (
        "Maduro suspends dialogue with opposition after roses for US\n"
        "His ministers are calling off the talks with the opposition, Venezuelan radio said on "
        "Tuesday, because its mayors sent roses to the United States."
    )
    found = encounters(text, "2020-03-04T12:00:00Z")
    assert {"VEN", "venezuelan-opposition"} == set(roles(found[0]))


def test_talks_to_end_a_war_are_between_its_sides() -> None:
    """They may be broken off by those who mediate."""
    found = talks("UN-mediated talks to end the war in Sudan are on pause, the UN said on Tuesday.")
    assert ("suspended", {"SDN", "rsf"}) == (found.status, {*roles(found)} - {"un"})


def test_termination_of_talks_breaks_them_off() -> None:
    """By whatever paper."""
    assert "suspended" == talks("Peru declared the termination of its talks with Chile.").status


@pytest.mark.parametrize("war", ["the civil war", "a long insurgency"])
def test_war_within_a_state_has_two_sides(war: str) -> None:
    """Who makes peace in it makes it with the other."""
    text = f"Yemen agrees truce\nYemen's government agreed on Tuesday to a truce in {war}."
    (found,) = statements(text)
    assert {"YEM", "houthis"} == set(roles(found))


def test_who_calls_talks_off_need_not_be_there() -> None:
    """It is delegations that talk, unless somebody of the other side is named, too."""
    verb = "President Aleksandar Vucic called off "
    assert () == talks(f"Serbian {verb}talks with Kosovo on Tuesday.").people
    both = talks(f"Serbian {verb}a meeting with Turkish President Recep Tayyip Erdogan.")
    assert {"SRB", "TUR"} == {person.actor for person in both.people}


def test_sides_are_called_after_the_dispute() -> None:
    """In front of what they are at odds over, or around it."""
    found = talks("The warring Sudanese generals sent envoys to talks in Adre on Tuesday.")
    assert {"SDN": "party", "rsf": "party"} == roles(found)


def test_dispute_is_one_of_the_year() -> None:
    """In 1999 nobody negotiated with a force founded later."""
    rest = "The lake was calm. Swans passed. The Rapid Support Forces are of a later day."
    text = LEAD + rest
    assert all("rsf" not in roles(d) for d in encounters(text, "1999-02-03T12:00:00Z"))


def test_known_mediator_between_adversaries_is_no_party() -> None:
    """Where both adversaries are at the table, the third known to mediate does so."""
    text = "Negotiators of Russia, Ukraine and the United States met in Ankara on Tuesday."
    assert "mediator" == roles(talks(text))["USA"]


def test_known_mediator_alone_with_one_side_is_a_party() -> None:
    """Talks of one adversary with the mediator are between these two."""
    text = "Negotiators of Ukraine and the United States met in Berlin on Tuesday."
    assert {"UKR": "party", "USA": "party"} == roles(talks(text))


def test_three_sit_at_a_trilateral_table() -> None:
    """Trilateral talks have a third seat."""
    text = (
        "Trilateral talks will be held in Baku on Friday, Kazakhstan says\n"
        "The trilateral talks with Uzbekistan will be held in Baku on Friday, Kazakhstan said, and "
        "Tajikistan agreed.\nTajikistan, Kazakhstan and Uzbekistan share a river. "
        "Uzbekistan wants water, Tajikistan wants light."
    )
    assert {"KAZ", "UZB", "TJK"} == set(roles(talks(text)))


def test_those_who_walk_out_leave_somebody_behind() -> None:
    """Two who quit the talks quit them with a third."""
    text = (
        "Israel and the United States quit Gaza talks, blaming Hamas\n"
        "Israel and the United States quit the talks in Doha on Tuesday, blaming Hamas."
    )
    assert {"ISR": "party", "USA": "mediator", "hamas": "party"} == roles(talks(text))


def test_lead_tells_what_the_headline_was_about() -> None:
    """Headline and lead speak of one encounter, whatever they call it."""
    text = (
        "Armenia and Azerbaijan in peace summit\n"
        "Crunch talks opened on Wednesday in the hills above Tbilisi."
    )
    found = talks(text)
    assert {"ARM", "AZE"} == set(roles(found))
    assert found.when is not None


def test_heading_of_a_paragraph_names_the_parties() -> None:
    """A briefing names the parties at the head of each item."""
    text = (
        "Armenia and Azerbaijan held a third round of talks in Tbilisi on Tuesday.\n"
        "Bolivia and Chile. At a lodge in the hills the first round of talks ended on Monday."
    )
    assert [{"ARM", "AZE"}, {"BOL", "CHL"}] == [set(roles(d)) for d in encounters(text)]


def test_mediator_with_a_quarrel_of_its_own_is_a_party() -> None:
    """Who mostly mediates sits at the table where nobody else does."""
    text = (
        "Egypt and Ethiopia meet over dam\nThe talks opened in Khartoum on Tuesday. "
        "Egypt fears for its water, and Ethiopia waits for its light."
    )
    assert {"EGY": "party", "ETH": "party"} == roles(talks(text))


def test_days_of_talks_end_on_their_last() -> None:
    """Three days of talks that ended on a Tuesday began on the Sunday."""
    found = talks("Three days of talks between Bolivia and Chile ended in Lima on Tuesday.")
    assert found.when is not None
    assert ("2026-02-01", "2026-02-03") == (found.when.start, found.when.end)


@pytest.mark.parametrize(
    "words", ["was taken off the calendar", "was put on hold", "has been shelved"]
)
def test_idiom_puts_off(words: str) -> None:
    """What is taken off the calendar is put off, and its day is the one to come."""
    found = talks(f"Friday's meeting of Bolivia and Chile {words}, Peru said on Tuesday.")
    assert "postponed" == found.status
    assert found.when is not None
    assert "2026-02-06" == found.when.start


def test_topic_is_no_place() -> None:
    """Talks on Gaza are about it."""
    found = talks("Israel and Hamas resumed talks on Gaza on Tuesday.")
    assert found.place is None


def test_every_adversary_is_an_actor() -> None:
    """The table of disputes names actors that the gazetteer knows."""
    known = {entry.actor for entry in entries()}
    named = {a for conflict in conflicts() for a in (*conflict.parties, *conflict.thirds)}
    assert set() == named - known


def test_dispute_has_two_sides() -> None:
    """It takes two to be at odds, and a word to call it by."""
    assert all(len(c.parties) >= 2 and c.about for c in conflicts())


@pytest.mark.parametrize(
    ("text", "place", "shape"),
    [
        (
            "Peru meets Chile in Alaska\nEnvoys of Peru and Chile met in Anchorage on Tuesday.",
            "Anchorage",
            None,
        ),
        (
            "Peru to host Kosovo, Serbia leaders\n"
            "The leaders of Kosovo and Serbia will meet in Lima on 22 May, Peru said.",
            "Lima",
            "visit",
        ),
        (
            "Chad and Sudan discuss border\n"
            "The presidents of Chad and Sudan spoke by telephone on Sunday.",
            None,
            "phone",
        ),
        (
            "Peru said on Monday it would convene talks between Chad and Sudan in Geneva in March.",
            "Geneva",
            None,
        ),
    ],
)
def test_encounter_told_twice_is_one(text: str, place: str | None, shape: str | None) -> None:
    """A lead has the city, the guests and the telephone; who convenes talks is at no others."""
    found = talks(text)
    assert (place, shape) == (found.place and found.place.name, found.format)


def test_headline_with_a_place_is_of_no_telephone_call() -> None:
    """Who met in Lima did not speak by telephone there."""
    found = encounters(
        "Chad and Sudan hold talks in Lima\n"
        "The presidents of Chad and Sudan spoke by telephone on Sunday."
    )
    assert 2 == len(found)


@pytest.mark.parametrize(
    "text",
    [
        "U.S. President Ada Venn and Kenyan President Omar Hakk met in Lima.",
        "British Prime Minister Ines Sol, U.S. President Ada Venn and Kenyan Chancellor Omar Hakk "
        "held talks in Lima.",
    ],
)
def test_each_leader_of_a_list_with_posts_takes_part(text: str) -> None:
    """Posts between the names do not hide who else met."""
    found = talks(text)
    assert {"USA", "KEN"} <= {p.actor for p in found.parties}
    assert {"Ada Venn", "Omar Hakk"} <= {p.name for p in found.people}


@pytest.mark.parametrize(
    "lead",
    [
        "UN envoy Martin Griffiths met Yemeni officials on Tuesday to press for a truce.",
        "UN envoy Martin Griffiths met Yemeni officials on Tuesday to discuss the violence.",
        "Amid the uprising, UN envoy Martin Griffiths met Yemeni officials on Tuesday.",
    ],
)
def test_mediator_who_meets_one_side_over_the_fighting_meets_it_for_both(lead: str) -> None:
    """Whether the article goes on to name the other side or not."""
    expected = {"un": "mediator", "YEM": "party", "houthis": "party"}

    assert expected == roles(talks(f"Griffiths meets officials\n{lead}"))


@pytest.mark.parametrize(
    "text",
    [
        "Trump puts off G7, invites Peru\nPresident Trump said on Monday that he would postpone "
        "the G7 summit until June. He also hoped to invite Peru.",
        "President Trump walked out of the G7 summit on Tuesday after a row over Peru.",
    ],
)
def test_summit_of_a_forum_is_of_its_members(text: str) -> None:
    """Whoever is to be invited to it, or quarrelled over."""
    assert {"g7": "party", "USA": "party"} == roles(talks(text, "2026-02-04T12:00:00Z"))


def test_two_at_the_summit_of_a_forum_meet_each_other() -> None:
    """The forum is but where they do."""
    found = talks("Kenya's and Chad's leaders met for talks at the G20 summit in Lima on Monday.")
    assert {"KEN", "TCD"} <= {a for a, role in roles(found).items() if role == "party"}
