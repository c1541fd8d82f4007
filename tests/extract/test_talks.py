"""What one or two sentences say of an encounter."""

import pytest

from tests.extract.reading import encounters, roles, statements, talks, words

ROUND = (
    "Negotiators from Armenia and Azerbaijan opened a second round of talks in Tbilisi on Tuesday."
)


def test_parties_are_those_who_negotiate() -> None:
    """Both sides of a round are parties."""
    assert {"ARM": "party", "AZE": "party"} == roles(talks(ROUND))


def test_mediator_is_no_party() -> None:
    """Who brokers the talks is their mediator."""
    text = "Armenia and Azerbaijan held talks brokered by Georgia in Tbilisi on Tuesday."
    assert "mediator" == roles(talks(text))["GEO"]


def test_place_has_its_country() -> None:
    """A city names its country."""
    place = talks(ROUND).place
    assert place is not None
    assert ("Tbilisi", "GEO") == (place.name, place.country)


def test_capital_as_government_is_no_place() -> None:
    """Talks between Yerevan and Baku are nowhere in particular."""
    found = talks("Talks between Yerevan and Baku opened on Tuesday, officials said.")
    assert {"ARM", "AZE"} == set(roles(found))
    assert found.place is None


def test_relative_date_is_resolved() -> None:
    """Tuesday is the one before publication, for what has happened."""
    when = talks(ROUND).when
    assert when is not None
    assert ("2026-02-03", "day") == (when.start, when.precision)


def test_date_without_publication_stays_unresolved() -> None:
    """Without a date of publication a weekday is no date."""
    when = talks(ROUND, None).when
    assert when is None or (when.start is None and when.precision == "unknown")


@pytest.mark.parametrize(
    ("ordinal", "number"), [("412th", 412), ("100000000th", None), ("0th", None)]
)
def test_no_negotiation_has_a_million_rounds(ordinal: str, number: int | None) -> None:
    """All rounds that nobody reported are listed, which would be no end of them."""
    assert number == talks(f"Russia and Ukraine held the {ordinal} round of talks.").round


def test_round_is_its_ordinal() -> None:
    """A second round is round 2."""
    assert 2 == talks(ROUND).round


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Armenia and Azerbaijan held talks in Tbilisi on Tuesday.", "held"),
        ("Armenia and Azerbaijan will hold talks in Tbilisi on Friday.", "planned"),
        ("Talks between Armenia and Azerbaijan opened in Tbilisi on Wednesday.", "under_way"),
        ("Talks between Armenia and Azerbaijan in Tbilisi were cancelled on Tuesday.", "cancelled"),
        ("Talks between Armenia and Azerbaijan collapsed in Tbilisi on Tuesday.", "failed"),
        ("Talks between Armenia and Azerbaijan were suspended on Tuesday.", "suspended"),
        ("Armenia has terminated talks with Azerbaijan.", "suspended"),
    ],
)
def test_status_is_what_became_of_it(text: str, status: str) -> None:
    """The verb tells where an encounter stands."""
    assert status == talks(text).status


def test_present_of_a_later_day_is_planned() -> None:
    """What resumes on a day to come is planned, in whatever tense."""
    found = talks("Armenia and Azerbaijan begin talks in Tbilisi on 9 February.")
    assert ("planned", "planned") == (found.status, found.modality)


def test_delay_keeps_both_dates_and_the_reason() -> None:
    """A postponed round has its new date, the old one, and why."""
    found = talks(
        "The third round of talks between Armenia and Azerbaijan had been scheduled to begin in "
        "Tbilisi on Sunday but was delayed until Wednesday due to heavy snow on the passes."
    )
    assert found.schedule is not None
    assert ("postponed", "2026-02-01", "heavy snow on the passes") == (
        found.schedule.change,
        found.schedule.previous,
        found.schedule.reason,
    )


@pytest.mark.parametrize(
    "text",
    [
        "A meeting between the leaders of Chad and Sudan that had been due on March 20 in Abeche "
        "has been postponed to April 6, Khartoum said on Monday.",
        "Talks between Chad and Sudan that had been due in Abeche on March 20 have been postponed "
        "to April 6.",
        "Talks between Chad and Sudan, which had been moved to March 20, were postponed to "
        "April 6.",
        "Talks between Chad and Sudan, which were to be held on March 20, were moved to April 6.",
        "Chad and Sudan postponed talks on water, scheduled for March 20, to April 6.",
        "Talks put off\nTalks between Chad and Sudan were moved from March 20 to April 6.",
    ],
)
def test_delay_moves_from_the_day_that_no_longer_holds(text: str) -> None:
    """In whatever clause that day stands, or below a headline that gives none."""
    found = talks(text)
    assert found.schedule is not None
    assert found.when is not None
    assert ("2026-03-20", "2026-04-06") == (found.schedule.previous, found.when.start)


def test_day_put_off_by_weeks_is_the_next_one() -> None:
    """Not that of the week before the new one: it is counted back only where it would be later."""
    found = talks("Chad and Sudan have postponed Monday's meeting in Adre to March 20.")
    assert found.schedule is not None
    assert "2026-02-09" == found.schedule.previous


def test_delegations_have_names_and_posts() -> None:
    """Who leads a team is its head, with the post that stands there."""
    found = talks(
        f"{ROUND}\nThe Armenian delegation is led by Aram Petyan, deputy foreign minister."
    )
    (head,) = [p for p in found.people if p.name == "Aram Petyan"]
    assert ("ARM", "head", "deputy foreign minister") == (head.actor, head.role, head.post)


def test_call_is_a_call() -> None:
    """A telephone conversation has the format phone."""
    found = talks(
        "French President Emmanuel Macron spoke by phone with Russian President Vladimir Putin "
        "on Tuesday."
    )
    assert "phone" == found.format


@pytest.mark.parametrize(
    "text",
    [
        "Wage talks between the rail union and the operator resumed in Lyon on Tuesday.",
        "The striker's transfer talks with Real Madrid collapsed in Spain on Tuesday.",
        "Armenia celebrated its national day in Yerevan on Tuesday.",
    ],
)
def test_other_talks_are_none(text: str) -> None:
    """Wages and transfers are no negotiation over public affairs."""
    assert () == encounters(text)


@pytest.mark.parametrize("field", ["kind", "parties", "round", "place", "when", "status"])
def test_each_field_has_its_words(field: str) -> None:
    """Evidence points at the words behind a field."""
    assert all(words(ROUND, talks(ROUND), field))
    assert words(ROUND, talks(ROUND), field)


@pytest.mark.parametrize(
    "text",
    [
        "Delegations led by the foreign ministers of Peru and Ecuador opened a session in Lima.",
        "A telephone conversation on Monday between General Ruda of the Peruvian army and his "
        "Ecuadorian counterpart lasted an hour.",
        "Rain did not prevent the meeting on Monday between the presidents of Peru and Ecuador.",
    ],
)
def test_parties_stand_behind_other_words(text: str) -> None:
    """Who takes part is found behind a participle, a person without an office, and a day."""
    found = talks(text, "1998-08-12T12:00:00Z")
    assert {"PER", "ECU"} == set(roles(found))
    assert "asserted" == found.modality


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Envoys of Peru and Ecuador haggled over the frontier on Tuesday.", "held"),
        ("Peru and Ecuador broke up without result in Lima on Tuesday.", "failed"),
        ("Peru walked out of the meeting with Ecuador in Lima on Tuesday.", "suspended"),
        ("The leaders of Peru and Ecuador came away from the table on Tuesday.", "held"),
        ("Peru called off Thursday's sit-down with Ecuador in Lima.", "cancelled"),
        ("The ministers of Peru and Ecuador are to break bread on Thursday.", "planned"),
        ("Delegates of Peru and Ecuador sat down across the table in Lima on Tuesday.", "held"),
        ("Peru and Ecuador conferred behind closed doors in Lima on Tuesday.", "held"),
        ("Envoys from Peru compared notes with Ecuadorian officials in Lima on Tuesday.", "held"),
    ],
)
def test_talks_are_told_without_the_word(text: str, status: str) -> None:
    """Writers say table, door, bread and notes for talks."""
    found = talks(text, "1998-08-12T12:00:00Z")
    assert {"PER", "ECU"} == set(roles(found))
    assert status == found.status


@pytest.mark.parametrize(
    "text",
    [
        "Peru rose to the top of the medal table, ahead of Ecuador, on Tuesday.",
        "Peru and Ecuador left their differences on the table in the museum of Lima.",
        "Peruvian and Ecuadorian singers performed behind a closed curtain in Lima on Tuesday.",
    ],
)
def test_tables_and_doors_are_none(text: str) -> None:
    """Furniture and rankings are no talks."""
    assert () == encounters(text, "1998-08-12T12:00:00Z")


@pytest.mark.parametrize("ahead", ["are due", "are set", "are likely", "are about", "were due"])
def test_talks_that_are_due_are_planned(ahead: str) -> None:
    """The parser builds "are due to" otherwise than "are set to"; both are of what is to come."""
    found = talks(f"Peace talks between Peru and Ecuador {ahead} to resume on Monday.")

    assert found.when is not None
    assert ("planned", "2026-02-09") == (found.status, found.when.start)


@pytest.mark.parametrize(
    "text",
    [
        "Peru is open to holding talks with Ecuador, its minister said.",
        "Peru is open to a summit with Ecuador, its minister said.",
        "Peru is close to holding talks with Ecuador.",
        "Peru is opposed to holding talks with Ecuador.",
        "Peru is against holding talks with Ecuador.",
        "Peru said that it had nothing against talks with Ecuador.",
        "Peru signalled its readiness to hold talks with Ecuador.",
    ],
)
def test_what_one_is_open_to_is_no_encounter(text: str) -> None:
    """Nobody has met yet who is for or against it."""
    assert () == encounters(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru has agreed to talks with Ecuador.",
        "Peru looks forward to meeting Ecuador's envoys.",
        "Peru and Ecuador agreed on holding talks in Lima.",
        "Peru is prepared to attend talks mediated by Brazil with Ecuador.",
        "Peru has agreed to join talks hosted by Brazil with Ecuador.",
    ],
)
def test_what_one_agrees_to_is_planned(text: str) -> None:
    """Neither a gerund nor who mediates says that it has been."""
    assert "planned" == talks(text).status


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Fish was an issue in separate meetings Pedro Sanchez held with Emmanuel Macron.",
            {"ESP", "FRA"},
        ),
        ("Fish was an issue in meetings that Peru's president held with Chile's.", {"PER", "CHL"}),
        ("The minister praised talks Russia held with Turkey on Monday.", {"RUS", "TUR"}),
        (
            "Chile held phone calls with other states, including Peru and Ecuador.",
            {"CHL", "PER", "ECU"},
        ),
    ],
)
def test_who_held_talks_may_stand_behind_them(text: str, parties: set[str]) -> None:
    """With "that" or without, whatever the parser hangs the clause on."""
    found = talks(text, "2018-10-12T12:00:00Z")
    assert parties == set(roles(found))


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Singapore summit between Peru and Chile is off.", {"PER", "CHL"}),
        ("Peru's president scrapped his Singapore meeting with Chile's.", {"PER", "CHL"}),
        ("The Singapore-Peru talks failed on Monday.", {"SGP", "PER"}),
        ("Peru said talks with Chile and Bolivia had failed.", {"PER", "CHL", "BOL"}),
        ("Kenya said talks between Peru and Chile had failed.", {"PER", "CHL"}),
        (
            "Norway said the government and the NDF would meet again next month.",
            {"PHL", "communist-party-of-the-philippines"},
        ),
    ],
)
def test_who_is_at_the_table(text: str, parties: set[str]) -> None:
    """No city that is a state; who tells of talks with others; and whom the rebels fight."""
    assert parties == {actor for actor, role in roles(talks(text)).items() if role == "party"}


def test_encounter_that_was_arranged_was_held() -> None:
    """How it came about is told behind it."""
    text = "Peru's president met Chile's on Friday, in an encounter arranged in barely a day."
    assert ["held"] == [each.status for each in encounters(text)]


def test_a_building_is_in_the_city() -> None:
    """Where talks are told of twice, once by each."""
    text = (
        "Talks between Peru and Chile ended in Geneva on Friday. It rained. Peruvian and Chilean "
        "envoys met at the Palais des Nations for two hours on Friday."
    )
    assert 1 == len(encounters(text))


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("were deadlocked", "suspended"),
        ("remain deadlocked", "suspended"),
        ("are at an impasse", "suspended"),
        ("were bogged down", "suspended"),
        ("are in limbo", "suspended"),
        ("are dead", "failed"),
    ],
)
def test_talks_that_are_stuck_do_not_go_on(said: str, status: str) -> None:
    """Whether a verb, an adjective or a phrase says so."""
    assert status == talks(f"Talks between Peru and Ecuador {said}, the mediator said.").status


def test_what_is_agreed_in_talks_was_agreed_when_they_were_held() -> None:
    """The passive plans no talks."""
    assert (
        "held" == talks("The border was opened, as agreed in talks between Peru and Chile.").status
    )


MONDAY = "2026-02-09"
HELD = "Russia and Ukraine ended two days of talks in Abu Dhabi on Saturday."


@pytest.mark.parametrize(
    "text",
    [
        "The three parties would reconvene in the same place on 9 February.",
        "The next round is set for 9 February.",
        "A second round is scheduled for 9 February.",
    ],
)
def test_further_round_has_the_parties_of_the_talks_in_focus(text: str) -> None:
    """It need not say again who talks."""
    held, due = encounters(f"{HELD} {text}")

    assert {"RUS", "UKR"} == set(roles(due)) == set(roles(held))
    assert due.when is not None
    assert ("planned", MONDAY) == (due.status, due.when.start)


def test_those_who_will_meet_again_have_met() -> None:
    """Also where no sentence says outright that it is over."""
    held, due = encounters(
        "Peru's envoy meets Chilean minister as talks open\n"
        "They had direct communication, the palace said, and the first day of talks went well. "
        "It rained. The two sides will meet again next week."
    )

    assert due.when is not None
    assert ("planned", MONDAY) == (due.status, due.when.start)
    assert held.status == "held"


@pytest.mark.parametrize(("day", "count"), [("Thursday", 1), ("Friday", 2)])
def test_what_goes_on_tomorrow_is_one_encounter(day: str, count: int) -> None:
    """Who meets again on the next day has not gone apart in between."""
    found = encounters(
        "The second round of talks between Peru and Chile began in Lima on Wednesday. "
        f"It rained. The delegations are to meet again on {day}."
    )

    assert count == len(found)


@pytest.mark.parametrize("about", ["peace", "a settlement"])
def test_that_there_are_talks_is_no_issue(about: str) -> None:
    """They are about what is named beside it, or about nothing that is said."""
    assert talks(f"Peru and Chile held talks on {about} in Lima.").issue is None
    assert "energy" == talks(f"Peru and Chile held talks on {about} and gas in Lima.").issue


@pytest.mark.parametrize("what", ["sanctions", "violence", "tariffs", "fire"])
def test_round_of_something_else_is_no_encounter(what: str) -> None:
    """A round is one of talks only where it is of nothing else."""
    assert () == encounters(f"A new round of {what} between Israel and Hamas began on Tuesday.")


def test_meeting_after_talks_leaves_them_their_own_day() -> None:
    """What is agreed on Sunday is not held on Sunday, and talks before are not held after."""
    due, held = encounters(
        "Peru and Ecuador agreed on Sunday to meet again next week after talks in Lima."
    )

    assert due.when is not None
    assert ("planned", MONDAY) == (due.status, due.when.start)
    assert held.status == "held"
    assert held.when is None or (held.when.start or "") < MONDAY


def test_calls_for_something_are_no_telephone_call() -> None:
    """They are made in the street."""
    found = talks(
        "Iran and Israel held talks in Oman on Monday amid calls for an end to the siege."
    )

    assert found.format is None


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of the two Koreas met at Panmunjom on Monday.",
        "Inter-Korean talks were held at Panmunjom on Monday.",
    ],
)
def test_two_states_of_one_name_meet(text: str) -> None:
    """However few words stand for both."""
    found = talks(text)

    assert {"KOR": "party", "PRK": "party"} == roles(found)


def test_day_of_agreeing_is_not_that_of_talks() -> None:
    """What is agreed on Monday is held on another day, and is no deal besides."""
    text = "Chad and Sudan agreed on Monday to hold talks in Doha on 14 March."
    found = talks(text)

    assert ["on 14 March"] == words(text, found, "when")
    assert () == statements(text)


@pytest.mark.parametrize(
    "told",
    [
        "faced each other in Doha on Monday",
        "shook hands in Doha on Monday",
        "sat side by side in Doha on Monday",
        "exchanged messages through Oman on Monday",
        "ended three days of exploratory contacts in Doha on Monday",
        "emerged from two hours behind closed doors in Doha on Monday",
    ],
)
def test_encounter_is_told_without_its_name(told: str) -> None:
    """By what only those do who talk."""
    found = talks(f"The foreign ministers of Chad and Sudan {told}.")

    assert ({"TCD", "SDN"}, "held") == ({*roles(found)} - {"OMN"}, found.status)
    assert () == statements(f"The foreign ministers of Chad and Sudan {told}.")


@pytest.mark.parametrize("again", ["since May", "in two years"])
def test_first_meeting_in_years_is_no_first_round(again: str) -> None:
    """There were others before."""
    text = f"The foreign ministers of Chad and Sudan met in Doha, their first meeting {again}."

    assert talks(text).round is None


def test_hours_have_a_place_and_a_day() -> None:
    """Those of what took so long."""
    found = talks("The ministers of Chad and Sudan met for four hours in Doha on Monday.")

    assert found.place is not None
    assert ("Doha", "2026-02-02") == (found.place.name, found.when.start if found.when else None)


def test_the_present_of_a_day_is_to_come() -> None:
    """Of what has been, news tells in the past."""
    found = talks("Iran and Turkey meet in Tehran on Friday.")

    assert ("planned", "2026-02-06") == (found.status, found.when.start if found.when else None)


def test_state_next_door_is_where_they_meet() -> None:
    """Whatever the parser hangs it on."""
    found = talks("Talks between Kenya and the government in neighbouring Uganda broke down.")

    assert "Uganda" == (found.place.name if found.place else None)


def test_who_goes_for_talks_takes_part_in_them() -> None:
    """Also where he slips into the country."""
    found = talks("Mike Pompeo slipped into Pyongyang for a meeting with Kim Jong Un.")

    assert ({"USA", "PRK"}, "held") == ({*roles(found)}, found.status)


def test_his_meeting_is_that_of_who_speaks() -> None:
    """Where nothing nearer can have one."""
    found = talks("Putin said two places were chosen for his meeting with Kim Jong Un on Friday.")

    assert {"RUS", "PRK"} == {*roles(found)}


def test_visit_for_talks_is_where_and_when_they_meet() -> None:
    """The visitor takes part, and so does his host."""
    found = talks(
        "Nikol Pashinyan arrived in Istanbul on Monday on a visit for talks with Tayyip Erdogan."
    )

    assert {"ARM", "TUR"} == {*roles(found)}
    assert "Istanbul" == (found.place.name if found.place else None)


def test_planned_summit_that_is_called_off_is_one() -> None:
    """Headline and lead tell of the same one."""
    text = "US calls off Budapest summit with Putin\nDonald Trump said he had cancelled a planned"
    found = talks(f"{text} summit with Vladimir Putin in Budapest.")

    assert "cancelled" == found.status


def test_all_who_make_no_progress_in_talks_are_in_them() -> None:
    """Also the third."""
    found = talks("Egypt, Ethiopia and Sudan failed to make progress in talks on Monday.")

    assert {"EGY", "ETH", "SDN"} == {*roles(found)}


def test_who_brings_others_together_mediates() -> None:
    """They meet, and he is no party."""
    found = talks("Qatar's emir brought Paul Kagame and Felix Tshisekedi together in Doha.")

    assert {"QAT": "mediator", "RWA": "party", "COD": "party"} == roles(found)


def test_coalition_and_its_members_are_at_one_table() -> None:
    """Whether a sentence names the E3 or lists them."""
    found = talks(
        "No breakthrough as Iran meets E3 in Geneva\n"
        "Talks between Iran and Germany, France and Britain ended on Tuesday."
    )

    assert {"IRN", "e3"} < {party.actor for party in found.parties}
    assert "2026-02-03" == (found.when and found.when.end)


def test_a_member_by_itself_is_no_coalition() -> None:
    """Germany meets Iran apart from the two others."""
    found = encounters(
        "Iran met the E3 in Geneva on Monday.\nGermany and Iran met in Doha on 2 January."
    )

    assert ["Geneva", "Doha"] == [each.place.name for each in found if each.place]


def test_a_last_round_is_none_before_it() -> None:
    """It is the last of all, and what they had before is another."""
    found = encounters(
        "A last round of talks between Chad and Sudan was held in Doha.\n"
        "They had previously met in Muscat on 25 January."
    )

    assert [("Doha", None), ("Muscat", "2026-01-25")] == [
        (each.place and each.place.name, each.when and each.when.start) for each in found
    ]


@pytest.mark.parametrize(
    ("text", "status", "start"),
    [
        ("The talks between Chad and Sudan are to be held in Doha on Friday.", "planned", 6),
        ("The leaders of Chad and Sudan were to have met on Friday.", "cancelled", 6),
        (
            "A summit of Chad and Sudan that was to have taken place on Friday was called off.",
            "cancelled",
            6,
        ),
    ],
)
def test_what_was_to_be_is_none_that_was(text: str, status: str, start: int) -> None:
    """What is to be held is planned, and what was to have been held has come to nothing."""
    found = talks(text)

    assert (status, f"2026-02-0{start}") == (found.status, found.when and found.when.start)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad called off what would have been its first talks with Sudan.", "cancelled"),
        ("Chad scrapped what was to be a second round of talks with Sudan.", "cancelled"),
        ("Chad put off what was to have been a summit with Sudan.", "postponed"),
    ],
)
def test_what_would_have_been_talks_is_none_that_will_be(text: str, status: str) -> None:
    """What is done to it is done to the talks."""
    assert status == talks(text).status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad's president is sending his foreign minister to meet Sudan's leader.", "planned"),
        ("Chad said it would dispatch an envoy to meet Sudan's leader.", "planned"),
        ("Chad sent its foreign minister to meet Sudan's leader in Doha.", "held"),
    ],
)
def test_who_is_being_sent_to_a_meeting_has_not_met(text: str, status: str) -> None:
    """It is told like a journey."""
    assert status == talks(text).status


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron said Chad had agreed and that he would meet Olaf Scholz in Doha.",
        "Emmanuel Macron said Chad agreed and that he was sending an envoy to meet Olaf Scholz.",
    ],
)
def test_who_says_two_things_is_he_in_the_second_too(text: str) -> None:
    """It is not who acts in the first."""
    assert {"FRA": "party", "DEU": "party"} == roles(talks(text))


def test_what_others_failed_at_before_tells_nothing_of_the_summit() -> None:
    """It was called off, and did not fail."""
    found = talks(
        "A summit of Chad and Sudan was called off after their ministers failed to agree on it."
    )

    assert "cancelled" == found.status


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Talks between Chad and Sudan are being held in Doha.", "under_way"),
        ("Delegations from Chad and Sudan are in Doha for talks.", "under_way"),
        ("Talks between Chad and Sudan dragged into a third day.", "under_way"),
        ("Chad's president left for Khartoum on Wednesday to meet Sudan's leader.", "planned"),
        ("A Chadian delegation set off for Geneva on Wednesday for talks with Sudan.", "planned"),
        ("Chad's delegation left Geneva on Friday without meeting the Sudanese side.", "cancelled"),
        ("Chad's prime minister is on a three-day visit to Sudan.", "under_way"),
        ("Chad said the talks with Sudan had been constructive.", "held"),
        ("Both sides described the talks between Chad and Sudan as tense.", "held"),
        ("Talks between Chad and Sudan are difficult, a diplomat said.", None),
    ],
)
def test_where_it_stands_is_told_in_passing(told: str, status: str | None) -> None:
    """By what is going on, who has set off, or how it was."""
    assert status == talks(told).status


@pytest.mark.parametrize(
    "text",
    [
        "The Chadian foreign minister left for Geneva on Friday for talks with Sudan.",
        "A Chadian delegation left Doha for Geneva on Friday for talks with Sudan.",
        "Talks between Chad and Sudan broke down on Friday after three days in Geneva.",
    ],
)
def test_talks_are_where_somebody_leaves_for(text: str) -> None:
    """Not where he leaves; and where they have lasted for days."""
    found = talks(text)

    assert "Geneva" == (found.place.name if found.place else None)


def test_who_is_there_for_talks_meets_those_who_are_at_home() -> None:
    """As headlines say without a verb; bankers speak for no government."""
    found = talks("Chadian foreign minister in Khartoum for talks\nIt was raining.")
    assert {"TCD": "party", "SDN": "party"} == roles(found)
    assert not encounters("Chadian bankers in Khartoum for trade talks\nIt was raining.")


def test_headline_tells_of_the_delay_that_the_lead_gives_a_day() -> None:
    """The new day is still to come, and that of talks that were put off."""
    found = talks(
        "Chad postpones talks with Sudan\nThe meeting will now be held in March, the ministry said."
    )

    assert ("postponed", "2026-03") == (found.status, found.when and found.when.start)


def test_who_mediates_beside_is_no_party() -> None:
    """The parser takes "mediating" for a noun of his."""
    found = talks("With Kenya mediating, Chad and Sudan held talks in Geneva on Thursday.")

    assert {"TCD": "party", "SDN": "party", "KEN": "mediator"} == roles(found)


@pytest.mark.parametrize(("name", "other"), [("E3", "e3"), ("European powers", "european-allies")])
def test_powers_talk_on_their_own_account(name: str, other: str) -> None:
    """Though another is at odds with whom they talk to, and though they mediate elsewhere."""
    found = talks(
        f"Iran and {name} hold nuclear talks\nIranian diplomats met colleagues on Friday. The "
        "talks were the first since the United States bombed Iranian plants."
    )

    assert {"IRN": "party", other: "party"} == roles(found)


def test_the_next_meeting_is_off_where_talks_are() -> None:
    """It is one encounter that does not go on."""
    found = talks(
        "Talks between Chad and Sudan have been put on ice.\n"
        "Chad's president said he was calling off the next meeting, which was to be held in Doha."
    )

    assert found.place is not None
    assert "Doha" == found.place.name


def test_who_is_said_to_have_met_may_have() -> None:
    """Nothing has come to nothing."""
    found = talks("Chad's president is said to have met Sudan's in Doha on Monday.")

    assert ("held", "2026-02-02") == (found.status, found.when and found.when.start)


def test_each_delegation_has_its_own_head() -> None:
    """Behind a second owner the delegation and the verb are left out."""
    found = talks(
        f"{ROUND}\nArmenia's delegation was led by Trade Minister Aram Petyan and Azerbaijan's by "
        "presidential aide Elin Maraz."
    )
    assert {("Aram Petyan", "ARM", "head"), ("Elin Maraz", "AZE", "head")} == {
        (p.name, p.actor, p.role) for p in found.people
    }


def test_who_tells_of_talks_to_come_stands_behind_according_to() -> None:
    """It is the person on record, as the subject of a verb of saying would be."""
    found = talks(
        "Armenia and Azerbaijan will hold talks in Tbilisi on Friday, according to Kenyan Trade "
        "Minister Ada Venn."
    )
    assert found.speaker is not None
    assert ("Ada Venn", "Trade Minister", "KEN") == (
        found.speaker.name,
        found.speaker.post,
        found.speaker.actor,
    )


def test_who_tells_of_talks_is_named_behind_his_post() -> None:
    """Whose name the parser takes for more on his post."""
    found = talks(
        "The next talks between Chad and Sudan will be held in Lima on Friday, the presidential "
        "spokesman Ali Musa announced on Sunday."
    )

    assert "Ali Musa" == (found.speaker and found.speaker.name)


def test_talks_at_which_something_will_be_done_are_to_come() -> None:
    """The tense of what is done at talks is theirs."""
    found = talks(
        "Armenia and Azerbaijan will lead their delegations at talks in Tbilisi on Friday."
    )
    assert "planned" == found.status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Envoys of Peru and Chile were meeting in Lima on Sunday.", "under_way"),
        ("Peru and Chile were holding talks in Lima on Sunday.", "under_way"),
        ("Peruvian President Ines Sol was speaking with Chile by phone.", None),
    ],
)
def test_what_went_on_when_it_was_written_is_under_way(text: str, status: str | None) -> None:
    """Talks that were being held had not ended; who was speaking may have."""
    assert status == talks(text).status


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile held their first meeting since war broke out.",
        "Peru and Chile held their first meeting since the presidents fell out in 2022.",
    ],
)
def test_first_since_something_is_no_first_round(text: str) -> None:
    """There were others before it."""
    assert talks(text).round is None


def test_round_since_which_something_is_done_keeps_its_number() -> None:
    """The opening round is the first, whatever has been so since then."""
    found = talks("Kenya has mediated since the opening round of talks between Peru and Chile.")
    assert 1 == found.round


@pytest.mark.parametrize(
    "source", ["an official close to the talks", "a diplomat familiar with the talks"]
)
def test_what_a_source_knows_is_no_encounter(source: str) -> None:
    """That somebody is close to talks says nothing of them."""
    assert () == encounters(f"Peru and Chile will not sign the treaty, {source} said.")


def test_what_is_discussed_by_phone_takes_no_part() -> None:
    """The object of "discussed" is what it is about."""
    found = talks("Kenyan President William Ruto and Peru's Ada Venn discussed Sudan by phone.")
    assert "SDN" not in roles(found)


def test_hotline_is_a_telephone() -> None:
    """Leaders have one of their own."""
    assert "phone" == talks("The leaders of Peru and Chile spoke by hotline on Tuesday.").format


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("Peru scrapped its fishing tax to restart talks with Chile.", False),
        ("Peru and Chile met in Lima to restart talks.", True),
    ],
)
def test_talks_for_which_something_is_done_have_not_begun(text: str, begun: bool) -> None:
    """They are only hoped for, unless the sides meet for them."""
    assert begun is bool(encounters(text))


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Peru and Chile met in Lima on Monday to discuss border demarcation.", "borders"),
        ("Peru and Chile discussed a new gas pipeline in Lima on Monday.", "energy"),
        ("Peru and Chile have been negotiating a trade pact since May.", "trade"),
        ("The Peruvian president and his Chilean counterpart talked trade in Lima.", "trade"),
    ],
)
def test_issue_is_what_is_discussed(text: str, issue: str) -> None:
    """The object of the verb for the encounter, or of what they meet to do."""
    assert issue == talks(text).issue


@pytest.mark.parametrize(
    ("text", "third"),
    [
        ("U.N.-brokered talks between Chad and Sudan opened in Lima on Monday.", "un"),
        ("U.S.-led talks between Chad and Sudan opened in Lima on Monday.", "USA"),
        ("Talks between Chad and Sudan, which were facilitated by Kenya, ended in Lima.", "KEN"),
        ("Talks between Chad and Sudan, which Kenya mediated, ended in Lima.", "KEN"),
    ],
)
def test_third_party_is_who_brings_both_together(text: str, third: str) -> None:
    """However it is spelt, and wherever the parser hangs the clause."""
    assert {"TCD": "party", "SDN": "party", third: "mediator"} == roles(talks(text))
    assert () == tuple(draft for draft in statements(text) if draft.kind == "mediation")


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("Chad and Sudan agreed in a call on Monday to open the border.", "held", "2026-02-02"),
        ("Chad and Sudan agreed at talks in Lima to open it on May 2.", "held", None),
        ("Peru told Chad to leave after meeting Sudan's envoy on Monday.", "held", "2026-02-02"),
        ("Peru will send troops before meeting Chad's envoy on Friday.", "planned", "2026-02-06"),
    ],
)
def test_encounter_beside_what_is_done(text: str, status: str, day: str | None) -> None:
    """What is decided there, or done before or after it, has its own time."""
    found = talks(text)

    assert status == found.status
    assert day == (found.when and found.when.start)


def test_who_asks_is_who_has_met() -> None:
    """What he asks others to do is still to come."""
    text = "Peru's president told Chad to leave after meeting Sudan's president in Lima."

    assert {"PER", "SDN"} == roles(talks(text)).keys()


@pytest.mark.parametrize(
    "text",
    [
        "Kenya hopes to meet Sudan.",
        "Kenya wants to meet Sudan.",
        "Chad is interested in meeting Sudan.",
    ],
)
def test_what_is_wished_for_is_no_encounter(text: str) -> None:
    """It may never come about."""
    assert () == encounters(text)


def test_what_is_extended_goes_on() -> None:
    """However long it was to last."""
    assert (
        "under_way" == talks("Talks between Peru and Chile in Lima were extended by a day.").status
    )


def test_what_is_slated_is_still_to_come() -> None:
    """On the next such day."""
    found = talks("Talks between Peru and Chile are slated for Friday in Lima.")

    assert ("planned", "2026-02-06") == (found.status, found.when and found.when.start)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Armenia's chief negotiator, Aram Petyan, called it useful.", "Aram Petyan"),
        ("Armenian envoy Aram Petyan called it useful.", "Aram Petyan"),
        ("The chief delegate of Armenia, Aram Petyan, called it useful.", "Aram Petyan"),
        ("Aram Petyan, a lawyer who led for Armenia, called it useful.", "Aram Petyan"),
        ("Aram Petyan, the lawyer who heads the Armenian team, was tired.", "Aram Petyan"),
        ("At the head of the Armenian delegation was Aram Petyan.", "Aram Petyan"),
        ("On the Armenian side they were led by Aram Petyan.", "Aram Petyan"),
        ("Armenia is sending Aram Petyan, a former judge.", "Aram Petyan"),
    ],
)
def test_who_is_sent_to_the_table_is_at_it(said: str, name: str) -> None:
    """His post, the side he is on, or who sends him tells that he is there."""
    assert name in {p.name for p in talks(f"{ROUND}\n{said}").people}


@pytest.mark.parametrize(
    "said",
    [
        "Armenia's former envoy Aram Petyan called it useful.",
        "Armenian lawmaker Aram Petyan called it useful.",
        "Kenya's chief negotiator, Aram Petyan, called it useful.",
    ],
)
def test_who_was_sent_before_or_by_others_is_not_at_the_table(said: str) -> None:
    """Nor is who only says something of the talks."""
    assert () == talks(f"{ROUND}\n{said}").people


def test_envoys_are_not_at_the_table_where_leaders_meet() -> None:
    """Nobody says that they are there, too."""
    found = talks(
        "Armenian Prime Minister Nikol Pashinyan and Azerbaijan's President Ilham Aliyev met in "
        "Tbilisi on Tuesday.\nArmenian envoy Aram Petyan called it useful."
    )
    assert "Aram Petyan" not in {p.name for p in found.people}


def test_mediator_by_name_speaks_for_who_mediates() -> None:
    """Of "the mediator, N.N." the article need not say whose he is."""
    found = talks(
        "Armenia and Azerbaijan held talks brokered by Georgia in Tbilisi on Tuesday.\n"
        "The mediator, Zaza Kobanidze, called it useful."
    )
    assert [("Zaza Kobanidze", "GEO", "mediator")] == [
        (p.name, p.actor, p.role) for p in found.people
    ]


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("The mediators were pleased, Oman's foreign minister said.", "mediator"),
        ("The indirect talks went on till midnight, Oman said.", "mediator"),
        ("The talks went on till midnight, Oman said.", None),
        ("The indirect talks went on till midnight, Kenya said.", None),
    ],
)
def test_standing_mediator_of_a_dispute_mediates_where_somebody_does(
    said: str, role: str | None
) -> None:
    """It is known who does, of those who act in the article."""
    found = talks(f"Iran and the United States held talks on enrichment in Rome.\n{said}")
    assert role == (roles(found).get("OMN") or roles(found).get("KEN"))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president will not attend a meeting with Chad's leader next week, he said.",
        "Kenyan ministers said they would no longer attend a meeting with Chad's president.",
        "Kenya's president bailed on a meeting with Chad's leader.",
        "The June 12 summit between Kenya and Chad is off, Kenya's president said.",
        "Kenya's president will skip talks with Chad's leader next week, his office said.",
        "Kenya's president will not sit down for a scheduled meeting with Chad's leader.",
    ],
)
def test_meeting_to_which_one_does_not_come_is_off(text: str) -> None:
    """It takes two to meet."""
    assert "cancelled" == talks(text).status


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president has no plans to meet Chad's leader in Lima on Friday.",
        "Kenya does not plan to hold talks with Chad.",
        "Kenyan ministers are not scheduled to meet Chad's leader in Lima.",
    ],
)
def test_what_nobody_plans_is_not_planned(text: str) -> None:
    """Whatever day it is told with."""
    assert "denied" == talks(text).modality


def test_whoever_arrives_for_a_visit_visits_his_host() -> None:
    """He is in the country that he visits."""
    found = talks("Kenya's president arrived in Chad on Tuesday for a two-day state visit.")
    assert {"KEN", "TCD"} == {*roles(found)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto and President Trump clashed in the Oval Office on Monday.",
        "President Trump got into a heated argument with President William Ruto on Monday.",
        "A tense exchange between President Trump and William Ruto at the White House ended it.",
        "Aides looked on as President Trump and Nancy Pelosi sparred in the Oval Office.",
    ],
)
def test_who_quarrel_face_to_face_have_met(text: str) -> None:
    """Whatever became of what they had come for."""
    assert {"held"} == {found.status for found in encounters(text, "2025-02-04T12:00:00Z")}


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan and Chadian troops clashed at the border on Monday.",
        "President Trump clashed with William Ruto on Twitter on Monday, the White House said.",
        "A heated exchange between lawmakers of Kenya and Chad followed.",
    ],
)
def test_who_quarrel_elsewhere_have_not_met(text: str) -> None:
    """Troops do, and whoever writes to the other."""
    assert () == encounters(text, "2025-02-04T12:00:00Z")


@pytest.mark.parametrize("verb", ["walked out of", "stormed out of"])
def test_who_leaves_a_meeting_was_at_it(verb: str) -> None:
    """Whomever else the article names more often."""
    behind = "Peru was angry. Peru and Peru alone, said Peru, had come for talks."
    (found, *_) = encounters(f"Kenya {verb} a meeting with Chad on Tuesday. {behind}")
    assert {"KEN", "TCD"} == {*roles(found)}


def test_who_attends_talks_is_a_party_to_them() -> None:
    """And who hosts them in the same breath is not."""
    text = "The talks, hosted by Peru and attended by officials from Kenya and Chad, ended."
    assert {"PER": "host", "KEN": "party", "TCD": "party"} == roles(talks(text))
