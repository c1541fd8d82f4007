"""Visits that are told by where somebody goes, and calls by how he speaks."""

import pytest

from tests.extract.reading import encounters, roles, talks

LEAD = "South Korea and the United States disagree on North Korea. "


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Moon Jae-in of South Korea arrived at the White House on Tuesday.", "held"),
        ("South Korea's president is expected in Washington on Friday.", "planned"),
        ("South Korea's president will be in Washington on Friday for talks.", "planned"),
        ("South Korea's foreign minister was in Washington on Tuesday.", "held"),
        ("Moon Jae-in of South Korea was received in Washington on Tuesday.", "held"),
    ],
)
def test_going_to_where_another_governs_is_a_visit(text: str, status: str) -> None:
    """If both are what the article is about."""
    found = talks(LEAD + text)

    assert {"KOR": "party", "USA": "party"} == roles(found)
    assert status == found.status


@pytest.mark.parametrize(
    "text",
    [
        "Mr Lim of South Korea flew to Geneva on Tuesday.",
        "South Korea's foreign minister flew to Doha on Tuesday.",
        "South Korea's president returned to Seoul on Tuesday.",
        "South Korea's president is in Washington.",
        "A South Korean ship arrived in Washington on Tuesday.",
        "South Korea's president welcomed his guests in Washington on Tuesday.",
    ],
)
def test_other_journeys_are_no_visits(text: str) -> None:
    """Not to a town, to where others mediate, home; nor by no official, nor for good."""
    assert () == encounters(LEAD + text + " Qatar hopes for peace, and Qatar is near.")


def test_he_who_visits_is_who_will_do_something_then() -> None:
    """And what the present tells of then is to come."""
    found = talks("Moon Jae-in of South Korea will raise it when he visits Washington on Friday.")

    assert ({"KOR", "USA"}, "planned") == ({*roles(found)}, found.status)


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron made the same point to Angela Merkel in a telephone call on Friday.",
        "Emmanuel Macron spent an hour on the telephone with Angela Merkel on Friday.",
    ],
)
def test_point_made_by_telephone_is_a_call(text: str) -> None:
    """Both take part, whatever the verb."""
    found = talks(text, "2018-05-16T12:00:00Z")

    assert ({"FRA", "DEU"}, "phone") == ({*roles(found)}, found.format)


def test_who_leaves_after_meetings_took_part() -> None:
    """With whom they were."""
    found = talks(
        "Cecilia Malmström of the EU left Washington on Tuesday after two days of meetings with"
        " the US commerce secretary.",
        "2018-05-16T12:00:00Z",
    )

    assert {"eu", "USA"} == {*roles(found)}


def test_one_leader_sees_another() -> None:
    """On a day: without one it may be a matter of opinion."""
    found = talks("Mahmoud Abbas saw President Sisi in Cairo on Sunday.", "2018-05-16T12:00:00Z")

    assert {"PSE", "EGY"} == {*roles(found)}


def test_the_two_are_those_who_met_before() -> None:
    """Elsewhere and later it is another encounter."""
    first, second = encounters(
        "Kim Jong-un and Xi Jinping met in Beijing in May. The two met again in Dalian on Monday.",
        "2018-05-16T12:00:00Z",
    )

    assert {*roles(first)} == {*roles(second)}


def test_who_has_been_at_the_table_is_there() -> None:
    """As who has been in talks is."""
    found = talks("Iran and Oman have been back at the negotiating table in Vienna since Monday.")

    assert "under_way" == found.status


def test_summit_that_should_happen_is_none_yet() -> None:
    """So its month lies ahead."""
    found = talks("The summit of Iran and Oman should take place in March, Iran's envoy said.")

    assert ("planned", "2026-03") == (found.status, found.when.start if found.when else None)


def test_who_acts_before_a_summit_with_others_is_there() -> None:
    """With them it takes part in it."""
    found = talks(
        "North Korea will stop its tests ahead of summits with South Korea and the United States."
    )

    assert {"PRK", "KOR", "USA"} == {*roles(found)}


def test_who_quits_the_table_suspends_the_talks() -> None:
    """The side that stays is named in the lead."""
    found = talks(
        "Sudan's army quits the table in Jeddah\n"
        "Sudan's army and the Rapid Support Forces disagree on where troops should stand."
    )

    assert ({"SDN", "rsf"}, "suspended") == ({*roles(found)}, found.status)


@pytest.mark.parametrize(
    "text",
    [
        "The IMF pulled out of talks with Egypt.",
        "The IMF has pulled its negotiators out of talks with Egypt.",
        "The IMF recalled its team from loan talks with Egypt.",
        "The IMF called back a delegation from talks with Egypt.",
        "The IMF is bringing home its negotiators from talks with Egypt.",
    ],
)
def test_who_takes_his_people_from_talks_suspends_them(text: str) -> None:
    """He was a party, whatever the verb."""
    found = talks(text)

    assert ({"imf", "EGY"}, "suspended") == ({*roles(found)}, found.status)


def test_who_takes_back_troops_leaves_no_talks() -> None:
    """Troops sit at no table."""
    found = talks("Togo withdrew its troops from the border after talks with Ghana.")

    assert "held" == found.status


def test_who_quits_talks_to_come_cancels_what_the_headline_says_is_quit() -> None:
    """Headline and lead tell of one encounter."""
    (found,) = encounters(
        "Houthis quit talks with Yemen\n"
        "The Houthis are withdrawing from scheduled talks with the government of Yemen in Muscat."
    )

    assert {"houthis", "YEM"} <= {*roles(found)}
    assert "cancelled" == found.status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sudan's foreign minister flew to Ankara on Tuesday for talks on the border.", "held"),
        ("Sudan's foreign minister arrived in Ankara on Tuesday to discuss the border.", "held"),
        ("Sudan is to send its foreign minister to Turkey on Friday for talks.", "planned"),
        ("Sudan's president is due in Ankara on Friday for talks on gas.", "planned"),
    ],
)
def test_who_goes_for_talks_has_them_where_he_goes(text: str, status: str) -> None:
    """If the article is about nobody else."""
    found = talks(text)

    assert {"SDN": "party", "TUR": "party"} == roles(found)
    assert status == found.status


def test_who_goes_for_talks_with_others_does_not_have_them_with_the_host() -> None:
    """Those whom the article is about, too."""
    (found,) = encounters(
        "Sudan and Chad disagree on the border. Sudan's envoy flew to Ankara for talks with Chad."
    )

    assert {"SDN", "TCD"} == {*roles(found)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president hosted the Chadian president in Nairobi on Tuesday for talks.",
        "Kenya's president hosted a meeting with his Chadian counterpart on Tuesday.",
    ],
)
def test_host_of_one_guest_is_a_party(text: str) -> None:
    """Nobody else is there to whom the guest could talk."""
    assert {"KEN": "party", "TCD": "party"} == roles(talks(text))


def test_host_of_two_guests_is_none() -> None:
    """They talk to each other."""
    text = "Kenya hosted the leaders of Chad and Sudan on Tuesday for talks on the war."
    assert {"KEN": "host", "TCD": "party", "SDN": "party"} == roles(talks(text))
