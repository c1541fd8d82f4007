"""Outcomes and mediation that are told without their own words."""

import pytest

from tests.extract.reading import encounters, roles, statement, statements, talks


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The M23 said it would cease missile and drone attacks on Congo's army.", "declared"),
        ("The M23 put on hold its campaign of attacks on Congo's army.", "declared"),
        ("Chad and Sudan brought 12 days of fighting to an end on Monday.", "declared"),
        ("Chad and Sudan called a halt to nine nights of raids on Monday.", "declared"),
        ("The decision of the M23 to suspend attacks on Congo was read on radio.", "declared"),
        ("Chad and Sudan announced the suspension of all attacks on their border.", "declared"),
        ("An end to all firing across the lake was agreed by Chad and Sudan.", "declared"),
    ],
)
def test_fighting_stops(text: str, status: str) -> None:
    """Fighting that is put on hold, brought to an end or resolved to be suspended is a truce."""
    found = statement(text)
    assert (found.kind, found.status) == ("ceasefire", status)


@pytest.mark.parametrize(
    "text",
    [
        "Chad called a halt to deliveries of rockets to Sudan.",
        "Chad asked for a decision by Sudan to suspend attacks.",
        "Chad and Sudan put their talks on hold.",
        "Chad said it would stop nuclear tests and launches of rockets.",
    ],
)
def test_no_fighting_stops(text: str) -> None:
    """Where no fighting stops, or a halt is only asked for, there is no truce."""
    assert all(found.kind != "ceasefire" for found in statements(text))


def test_end_of_a_war_is_no_truce() -> None:
    """Who declares an end to the war makes peace."""
    assert all(found.kind != "ceasefire" for found in statements("Kenya, Chad declare end to war"))


def test_halt_that_is_required_is_a_demand() -> None:
    """A halt of which no verb says that it has come about leaves the demand for it."""
    found = statement("Chad said peace with Sudan required an end to the violence.")
    assert (found.kind, found.content) == ("demand", "an end to the violence")


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Sudan have agreed a joint administration for the market of Adre.",
        "A joint patrol on the lake was agreed on Monday by Peru and Chile.",
    ],
)
def test_what_is_agreed_is_an_agreement(text: str) -> None:
    """Several agree something, or it is agreed by them."""
    found = statement(text)
    assert (found.kind, found.status) == ("agreement", "reached")


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Sudan have finished work on a peace treaty.",
        "Every line of a peace treaty between Chad and Sudan has been settled.",
        "Chad and Sudan announced on Monday that they had concluded the text of a peace treaty.",
        "Chad and Sudan concluded negotiations on a trade agreement on Monday.",
        "Negotiations on a trade agreement between Chad and Sudan were concluded on Monday.",
    ],
)
def test_what_is_worked_on_no_more_is_agreed(text: str) -> None:
    """Who wrap up talks on it need not have come to it."""
    assert ("agreement", "reached") in {(s.kind, s.status) for s in statements(text)}
    assert not statements("Chad and Sudan wrapped up talks on a trade agreement on Monday.")


def test_who_agrees_a_day_has_agreed_to_meet() -> None:
    """A day and a venue are no terms."""
    assert not statements("Peru and Chile agreed a date in May.")


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab has surrendered two Kenyan hostages to elders.",
        "Al-Shabaab delivered two captive Kenyans to the Red Cross on Monday.",
        "Four Kenyan teachers are home after 200 days in the hands of al-Shabaab.",
        "The handover of 12 Chadian captives by Sudan took place at Tine on Monday.",
        "The repatriation of 45 Sudanese prisoners from Chad was completed on Monday.",
        "Chad gave up the bodies of 14 Sudanese soldiers on Monday.",
        "Chad hands Sudan bodies of 14 soldiers",
        "Sudan got back 45 of its soldiers from Chad on Monday.",
        "The last Sudanese prisoners of war left Chad on Monday.",
    ],
)
def test_captives_change_hands(text: str) -> None:
    """Captives are surrendered, delivered, repatriated, or back."""
    found = statement(text)
    assert (found.kind, found.status) == ("exchange", "done")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya passed two Ugandan prisoners to a court in Mombasa.",
        "The Ugandan prisoners arrived at a court in Kenya on Monday.",
        "The bodies of 14 Kenyan soldiers killed in Somalia arrived in Nairobi on Monday.",
        "Kenya's former captives travel to Uganda for a reunion.",
        "Chad is free of cholera after 200 days in the hands of doctors from Sudan.",
    ],
)
def test_nobody_changes_hands(text: str) -> None:
    """Prisoners before a court, the fallen, and former captives are not set free."""
    assert all(found.kind != "exchange" for found in statements(text))


@pytest.mark.parametrize(
    ("text", "status", "mediator"),
    [
        ("Chad and Sudan consented to the good offices of Kenya.", "accepted", "KEN"),
        ("Chad and Sudan agreed to have Kenya as intermediary.", "accepted", "KEN"),
        ("Chad will not have Kenya as a middleman with Sudan.", "declined", None),
        ("Kenya's envoy travelled back and forth between Chad and Sudan.", "accepted", "KEN"),
        ("Kenyan diplomats ferried letters between Peru and Chile on Monday.", "accepted", "KEN"),
        ("Kenya is trying to bring Chad and Sudan back to the table.", "offered", "KEN"),
        ("Kenya is working to bridge the gaps between Chad and Sudan.", "offered", "KEN"),
        ("Sudan appealed for Kenyan mediation in its dispute with Chad.", "requested", "KEN"),
        ("Sudan sees no need for mediation by Kenya in its row with Chad.", "declined", "KEN"),
        ("Chad has no interest in accepting Kenyan mediation with Sudan.", "declined", "KEN"),
        ("Kenya dropped out as mediator between Chad and Sudan.", "withdrawn", "KEN"),
        ("Kenya will no longer mediate between Chad and Sudan.", "withdrawn", "KEN"),
        ("Kenya will not mediate between Chad and Sudan.", "declined", "KEN"),
    ],
)
def test_somebody_goes_between(text: str, status: str, mediator: str | None) -> None:
    """Who carries messages, bridges gaps or is asked to mediates, until he no longer does."""
    found = statement(text)
    assert (found.kind, found.status) == ("mediation", status)
    assert mediator is None or roles(found)[mediator] == "mediator"


@pytest.mark.parametrize("who", ["Traders", "Planes"])
def test_only_an_actor_goes_between(who: str) -> None:
    """Traders who go back and forth mediate nothing."""
    assert not statements(f"{who} went back and forth between Chad and Sudan on Monday.")


def test_red_cross_to_whom_captives_are_handed_has_no_exchange_of_its_own() -> None:
    """Who fetches the captives is no other side."""
    found = statement(
        "Chad freed 20 Sudanese soldiers on Monday.\n"
        "The captives were transferred to the Red Cross in two groups."
    )
    assert roles(found) == {"TCD": "party", "SDN": "party", "red-cross": "mediator"}


@pytest.mark.parametrize(
    "text",
    [
        "The Senate in Lima approved the border treaty with Chile on Monday.",
        "Chile's lower house backed the treaty with Peru by 80 votes to 40.",
        "Lawmakers in Peru gave their consent to the treaty with Chile.",
        "Peruvian parliament nods through sea border treaty with Chile",
        "Lawmakers in Chile voted on Monday to approve the border treaty with Peru.",
        "Peru's lower house voted on Monday in favour of the accord with Chile.",
        "Peru on Monday became the second country to ratify the pact with Chile.",
    ],
)
def test_parliament_ratifies_what_it_passes(text: str) -> None:
    """A treaty that a parliament approves, backs or nods through is ratified."""
    found = statement(text)
    assert (found.kind, found.status) == ("agreement", "ratified")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru's president backed the treaty with Chile.", "acceptance"),
        ("Peru's Congress did not back the treaty with Chile.", "rejection"),
    ],
)
def test_others_ratify_nothing(text: str, kind: str) -> None:
    """A president only backs a treaty, and what a parliament does not pass is not ratified."""
    assert statement(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile have resolved their differences over the port.",
        "Peru and Chile found common ground on the port.",
    ],
)
def test_differences_are_settled(text: str) -> None:
    """Who settles what they differ on has agreed."""
    found = statement(text)
    assert (found.kind, found.status) == ("agreement", "reached")


def test_both_sides_are_those_whom_the_article_names() -> None:
    """What both sides agree to stop is a truce, though the sentence names nobody."""
    told = "Chad fought Sudan for a year. The two sides agreed to halt attacks on Monday."
    assert [(found.kind, found.status) for found in statements(told)] == [("ceasefire", "declared")]


@pytest.mark.parametrize(
    "verb",
    ["put their heads together", "got together", "exchanged views", "got down to work"],
)
def test_two_who_do_so_meet(verb: str) -> None:
    """Verbs of an encounter that say nothing else; no agreement comes of them."""
    text = f"Kenyan President William Ruto and Ugandan President Yoweri Museveni {verb} on Tuesday."
    found = talks(text)
    assert roles(found) == {"KEN": "party", "UGA": "party"}
    assert not statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto was the guest of Ugandan President Yoweri Museveni.",
        "Kenyan President William Ruto paid a call on Ugandan President Yoweri Museveni.",
    ],
)
def test_guest_visits_his_host(text: str) -> None:
    """Who is somebody's guest visits him."""
    found = talks(text)
    assert (roles(found), found.format) == ({"KEN": "party", "UGA": "party"}, "visit")


@pytest.mark.parametrize(
    "text",
    [
        "Envoys of Chad and Sudan parted on Sunday with nothing to show for three days of work.",
        "Negotiators of Chad and Sudan went home on Sunday without a result.",
    ],
)
def test_who_parts_without_a_result_has_met(text: str) -> None:
    """Envoys who go home with nothing have talked."""
    assert roles(talks(text)) == {"TCD": "party", "SDN": "party"}


def test_whoever_is_brought_to_the_table_does_not_mediate() -> None:
    """They are the sides, though it is told elsewhere who brings them together."""
    text = "Kenya's minister flew to Doha in his effort to bring Chad and Sudan to the table."
    assert roles(statement(text)) == {"TCD": "party", "SDN": "party"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru put its talks with Chile on hold on Monday.", "postponed"),
        ("Peru backed out of the talks with Chile on Monday.", "suspended"),
        ("Peru cut off talks with Chile on Monday.", "suspended"),
        ("Peru has ended trade talks with Chile.", "suspended"),
        ("Peru's president said he was ending all negotiations with Chile.", "suspended"),
    ],
)
def test_talks_are_given_up(text: str, status: str) -> None:
    """Also where they stand between the words that say so."""
    assert talks(text).status == status


def test_what_is_off_is_not_what_was_held_months_before() -> None:
    """The day on which they met last tells nothing of it."""
    found = {
        each.status: each.when
        for each in encounters(
            "Peru ends talks with Chile\nPeru broke off talks with Chile on Tuesday. "
            "Peruvian and Chilean envoys met in Lima in December without a result."
        )
    }

    assert {"suspended", "held"} == {*found}
    assert found["suspended"] is None


def test_group_and_the_state_that_it_governs_are_one_side() -> None:
    """Where both are named and no day tells that they are the same."""
    found = encounters(
        "Torkham talks fail\nThe talks on Torkham between Pakistan, Afghanistan and the Taliban "
        "failed in May. Pakistan blamed Afghanistan. Pakistan shut Torkham.",
        None,
    )

    assert [{"AFG": "party", "PAK": "party"}] == [roles(each) for each in found]


def test_two_who_end_their_talks_have_held_them() -> None:
    """It takes one alone to be done with the other."""
    assert talks("Peru and Chile ended their talks on Monday.").status == "held"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru's president paid a visit to Chile on Monday.", "held"),
        ("Peru's president made a surprise visit to Chile on Monday.", "held"),
        ("Peru's president became the first Peruvian leader to visit Chile in 20 years.", "held"),
        ("Peru's president was the first to set foot in Chile since the war.", "held"),
        ("Peru's foreign minister is due in Santiago on Friday for talks.", "planned"),
    ],
)
def test_visit_is_told_by_whose_country_it_leads_to(text: str, status: str) -> None:
    """And who is the first to come there has come."""
    found = talks(text)

    assert {"PER", "CHL"} == {*roles(found)}
    assert status == found.status


def test_who_does_not_show_up_has_not_met() -> None:
    """He has refused to."""
    text = "Peru's envoy did not show up for talks with Chile on Monday."

    assert "rejection" in {s.kind for s in statements(text)}
    assert "held" not in {each.status for each in encounters(text)}


@pytest.mark.parametrize("verb", ["run into the sand", "hit the buffers", "come to naught"])
def test_talks_come_to_nothing(verb: str) -> None:
    """What has run into the sand has failed."""
    assert talks(f"The dialogue between Chad and Sudan has {verb}.").status == "failed"


@pytest.mark.parametrize(
    "text",
    [
        "Chad's parliament ratified the budget on Tuesday.",
        "Kenya's president signed a decree on Monday to cut Ugandan imports.",
        "Eleven miners were freed from a collapsed shaft in Peru on Monday.",
        "Four hundred Kenyan soldiers returned home from an exercise in Uganda on Sunday.",
        "Twelve exchange students from Peru flew home from Chile on Sunday.",
        "Chile's teachers ended a three-week strike on Monday.",
    ],
)
def test_happenings_of_other_worlds_are_none(text: str) -> None:
    """Laws of one's own, rescues, journeys home and walkouts are no outcomes."""
    assert not statements(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad and Sudan suspended their strikes on Monday.", "ceasefire"),
        ("Chad halted a strike on Sudan.", "ceasefire"),
        ("Kenya and Uganda signed a joint budget for the lake on Monday.", "agreement"),
        ("Six captive Kenyan sailors flew home from Somalia on Monday.", "exchange"),
    ],
)
def test_the_same_words_tell_of_outcomes_elsewhere(text: str, kind: str) -> None:
    """Air strikes are halted, and captives come home."""
    assert statement(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Chad backed out of a grain deal with Kenya.",
        "Chad has moved to suspend its implementation of a grain deal with Kenya.",
        "Chad has decided to suspend its participation in a grain deal with Kenya.",
        "Chad on Monday suspended implementation of its nuclear deal with Kenya.",
        "Chad voted to quit a trade pact with Kenya.",
    ],
)
def test_who_no_longer_carries_out_a_deal_has_left_it(text: str) -> None:
    """Which eases nothing for the other side."""
    (found,) = statements(text)
    assert ("agreement", "withdrawn") == (found.kind, found.status)
    assert roles(found) == {"TCD": "party", "KEN": "party"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya is withdrawing from the fisheries treaty with Chad, it said.",
        "Kenya said it would pull out of the fisheries agreement with Chad.",
        "Kenya's president said he will withdraw Kenya from the treaty with Chad.",
        "Kenya took itself out of it, and Chad pulled Kenya out of the pact.",
        "Kenya suspended its participation in the treaty with Chad on Tuesday.",
        "Kenya will suspend its obligations under the treaty with Chad.",
        "Kenya announced its intention to withdraw from the treaty with Chad.",
        "Kenya declared its decision to quit the treaty with Chad.",
        "Kenya announced that it would withdraw from the treaty with Chad on fisheries.",
    ],
)
def test_who_tells_that_he_leaves_a_deal_has_left_it(text: str) -> None:
    """That it is announced is the news, whenever it comes to pass."""
    found = next(s for s in statements(text) if s.kind == "agreement")
    assert "withdrawn" == found.status


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Chad withdrew from the World Health Organization on Monday.", "who"),
        ("Chad said on Monday it would leave the World Health Organization.", "who"),
        ("Chad has quit ECOWAS, its army said.", "ecowas"),
        ("Chad has pulled out of UNESCO, its foreign minister announced.", "unesco"),
        ("Chad is terminating its relationship with the World Health Organization.", "who"),
        ("Chad will end its relationship with the World Health Organization.", "who"),
        ("Chad gave formal notice of its withdrawal from the International Criminal Court.", "icc"),
        ("Chad served notice of its plan to withdraw from the World Health Organization.", "who"),
        ("Chad took the first formal step toward withdrawing from UNESCO.", "unesco"),
        ("Chad sent Kenya a letter withdrawing the country from UNESCO.", "unesco"),
        ("Chad began its formal withdrawal from OPEC on Monday.", "opec"),
    ],
)
def test_who_leaves_an_organisation_has_left_an_agreement(text: str, body: str) -> None:
    """Whoever is named beside them: it is the member and the organisation that part."""
    (found,) = statements(f"{text[:-1]}, days after Sudan joined.")
    assert ("agreement", "withdrawn") == (found.kind, found.status)
    assert roles(found) == {"TCD": "party", body: "party"}


@pytest.mark.parametrize(
    "text",
    [
        "Chad's envoy left the council chamber after Kenya spoke.",
        "Chad withdrew from the board of the World Bank on Monday.",
        "Chad urged Kenya not to leave the International Criminal Court.",
        "Chad voted to leave the bloc years before Kenya did.",
    ],
)
def test_rooms_and_wishes_are_no_organisations_left(text: str) -> None:
    """Nor does who asks others to stay."""
    assert "agreement" not in {s.kind for s in statements(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president signed a memorandum to leave the grain pact with Chad.",
        "Kenya's president signed an order withdrawing Kenya from the grain pact with Chad.",
        "Kenya's president signed a decree ending Kenya's participation in a pact with Chad.",
        "Kenya sent Chad a letter quitting the fisheries treaty.",
    ],
)
def test_who_signs_that_he_leaves_a_deal_has_signed_none(text: str) -> None:
    """Orders, letters and notices to leave are how it is left."""
    found = [s for s in statements(text) if s.kind == "agreement"]
    assert {s.status for s in found} == {"withdrawn"}


@pytest.mark.parametrize(
    "text",
    [
        "Chad will decide to quit the trade pact with Kenya.",
        "Chad has not decided to quit the trade pact with Kenya.",
        "Chad has decided not to quit the trade pact with Kenya.",
        "Chad has not announced any intention to quit the trade pact with Kenya.",
    ],
)
def test_who_has_not_resolved_to_leave_a_deal_is_in_it(text: str) -> None:
    """That is no news of it."""
    assert "agreement" not in {s.kind for s in statements(text)}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru called a halt to talks with Chile on Monday.", "suspended"),
        ("Peru said it would no longer take part in talks with Chile.", "suspended"),
        ("Peru has suspended its participation in talks with Chile.", "suspended"),
        ("Peru decided to delay its participation in talks with Chile.", "postponed"),
        ("Peru's president flew home after breaking off talks with Chile.", "suspended"),
        ("Peru called up reservists after calling off talks with Chile.", "cancelled"),
        ("Peru said it would pull out of peace talks with Chile.", "suspended"),
        ("Peru will withdraw from talks with Chile that are set for May.", "cancelled"),
        ("Peru will not attend the next round of talks with Chile.", "cancelled"),
        ("Peru will not take part in the talks with Chile next week.", "cancelled"),
        ("Peru will skip a round of talks with Chile next week.", "cancelled"),
        ("Peru said it would stay away from talks with Chile.", "cancelled"),
        ("Peru will pull out of talks with Chile that were to be held in May.", "cancelled"),
        ("Peru told Chile that it would not attend the round of talks set for May.", "cancelled"),
    ],
)
def test_who_is_done_with_talks_has_not_held_them(text: str, status: str) -> None:
    """Nor does who comes no more plan to."""
    assert talks(text).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Peru vowed to boycott the talks with Chile.",
        "Peru may skip the talks with Chile.",
        "Peru will not skip the talks with Chile.",
        "Peru will not pull out of the talks with Chile.",
        "Peru will pull out of the talks with Chile unless Chile apologises.",
    ],
)
def test_who_may_come_yet_has_not_called_them_off(text: str) -> None:
    """Neither by a threat nor by a promise."""
    assert {"cancelled", "suspended"}.isdisjoint({each.status for each in encounters(text)})


def test_who_vows_to_walk_out_threatens_to() -> None:
    """And has not walked out yet."""
    text = "Peru vowed to walk out of talks with Chile."
    assert [("threat", "PER")] == [(s.kind, s.holder) for s in statements(text)]
    assert "suspended" not in {each.status for each in encounters(text)}


def test_captives_who_stay_until_others_act_are_a_demand() -> None:
    """It is not refused to free them."""
    found = statement("Peru said the crew would not be freed until Chile apologised.")
    assert ("demand", "PER", "CHL") == (found.kind, found.holder, found.target)


@pytest.mark.parametrize(
    ("text", "seated"),
    [
        (
            "Chad handed two Kenyan hostages over to Peruvian officials on Monday.",
            {"TCD": "party", "KEN": "party", "PER": "mediator"},
        ),
        (
            "Chad and Kenya agreed to a ceasefire after a meeting arranged by Peru.",
            {"TCD": "party", "KEN": "party", "PER": "mediator"},
        ),
        (
            "Peru's president announced a ceasefire between Chad and Kenya.",
            {"PER": "mediator", "TCD": "party", "KEN": "party"},
        ),
        (
            "Chad struck a deal with Kenya for the release of hostages in Peru.",
            {"TCD": "party", "KEN": "party"},
        ),
        (
            "Chad and Kenya signed a ceasefire on Monday ahead of a visit by Peru's president.",
            {"TCD": "party", "KEN": "party"},
        ),
        (
            "Chad and Kenya signed a peace accord on the eve of Peru's visit to Lima.",
            {"TCD": "party", "KEN": "party"},
        ),
        (
            "Two Kenyan nurses held by Chad were freed on Monday, Peru's president said.",
            {"TCD": "party", "KEN": "party"},
        ),
    ],
)
def test_who_only_receives_hosts_comes_or_tells_is_no_party(
    text: str, seated: dict[str, str]
) -> None:
    """To an outcome of two others."""
    assert seated == roles(statements(text)[0])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad announced its decision to free 15 Kenyan sailors.", "agreed"),
        ("A plan to free 15 Kenyan sailors was announced by Chad.", "agreed"),
        ("Chad freed 15 Kenyan sailors on Monday.", "done"),
    ],
)
def test_captives_whose_release_is_resolved_on_are_not_free_yet(text: str, status: str) -> None:
    """Nobody has freed them."""
    assert [("exchange", status)] == [(s.kind, s.status) for s in statements(text)]


def test_ally_in_the_headline_stands_for_an_adversary() -> None:
    """So that the dispute is the one that the headline is about, not one of theirs."""
    text = (
        "Israel's cabinet agrees on truce with Lebanon\nIt was raining in the city. "
        "Israel and Hezbollah have been at war for a year."
    )
    assert {"ISR", "hezbollah"} <= roles(statements(text)[0]).keys()


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will leave the treaty unless Chad pulls its troops back.",
        "Kenya may leave the treaty with Chad, its president said.",
        "Kenya will not leave the treaty with Chad, its president said.",
        "Kenya is considering leaving the treaty with Chad.",
        "Kenya threatened to leave the treaty with Chad.",
    ],
)
def test_who_may_leave_a_deal_is_bound_by_it(text: str) -> None:
    """What depends on others is a threat."""
    assert all(s.kind != "agreement" for s in statements(text))


@pytest.mark.parametrize("verb", ["walked out of", "stormed out of"])
def test_who_walks_out_of_a_meeting_does_so_on_its_day(verb: str) -> None:
    """The day of it is that of the meeting."""
    when = talks(f"Kenya {verb} a meeting with Chad on Tuesday.").when
    assert "2026-02-03" == (when and when.start)


def test_who_is_to_be_met_by_others_tells_of_himself() -> None:
    """Whom others are to meet with is who says so."""
    found = talks("Macron said the presidents of Kenya and Chad were to meet with him on Monday.")
    assert {"FRA", "KEN", "TCD"} == {*roles(found)}


def test_who_walks_out_frees_nobody() -> None:
    """Where nothing speaks of captives, no word that only sounds like it tells of them."""
    text = "Democrats walked out of the White House on Wednesday, claiming Trump was demeaning."
    assert all(s.kind != "exchange" for s in statements(text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Peru ordered its envoys not to travel to Lima for scheduled talks with Chad.",
            "cancelled",
        ),
        ("Peru has told its delegation not to go to Geneva for talks with Chad.", "suspended"),
    ],
)
def test_who_is_told_not_to_go_for_talks_stays_away(text: str, status: str) -> None:
    """They are not to come, or do not go on."""
    (found,) = encounters(text)

    assert ({"PER", "TCD"}, status) == ({*roles(found)}, found.status)


@pytest.mark.parametrize(
    ("text", "seated"),
    [
        (
            "Two Peruvian nurses held by al-Shabaab were freed on Friday. Somalia was glad.",
            {"PER": "party", "al-shabaab": "party"},
        ),
        (
            "Hamas freed ten Peruvian workers on Friday. Israel fought on.",
            {"hamas": "party", "PER": "party"},
        ),
        (
            "Israel freed ten Palestinian prisoners on Friday. Hamas was glad.",
            {"ISR": "party", "PSE": "party"},
        ),
        (
            "A Peruvian prisoner was released to Peruvian forces in exchange for men of Hamas.",
            {"PER": "party", "hamas": "party"},
        ),
        (
            "Captives freed\nTwo Japanese men held by Islamic State in Iraq have been released.",
            {"JPN": "party", "islamic-state": "party"},
        ),
        (
            "Chad freed two Kenyan nurses. Their release contrasts with the recent killing of two "
            "Peruvian pilots.",
            {"KEN": "party", "TCD": "party"},
        ),
        (
            "Colombia's ELN freed a Cuban doctor on Friday. Bogota was glad.",
            {"eln": "party", "CUB": "party", "COL": "mediator"},
        ),
        (
            "The ELN freed a Cuban doctor and a Colombian nurse on Friday. Bogota was glad.",
            {"eln": "party", "CUB": "mediator", "COL": "party"},
        ),
        (
            "Hamas freed ten Cuban nurses along with two Israelis under a truce with Israel.",
            {"hamas": "party", "CUB": "mediator", "ISR": "party"},
        ),
        (
            "Hamas and Israel swapped ten Egyptian prisoners for a soldier.",
            {"hamas": "party", "EGY": "mediator", "ISR": "party"},
        ),
    ],
)
def test_captives_are_freed_by_who_held_them_to_whom_they_belong(
    text: str, seated: dict[str, str]
) -> None:
    """Whomever else their captors fight, wherever they were held, and whatever befell others."""
    assert seated == roles(statements(text)[0])


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The last fighters of the valley have reached an agreement with Chad.", "asserted"),
        ("Elders signed an agreement with Chad's army on the border.", "asserted"),
        ("The elders denied on Friday that an agreement had been reached with Chad.", "denied"),
        ("Kenya denied that an accord on the border had been signed.", "denied"),
    ],
)
def test_a_deal_is_of_who_is_named_beside_it(text: str, modality: str) -> None:
    """Those who reached it with him need not be known, nor who reached what he denies."""
    found = statement(text)
    assert (found.kind, found.modality) == ("agreement", modality)


def test_a_deal_with_an_association_is_none() -> None:
    """Who is in a state is not its government."""
    text = "The players reached a deal with Chad's football federation."
    assert all(found.kind != "agreement" for found in statements(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ten Kenyan nurses held by al-Shabaab have been brought safely back to Kenya.",
        "Two pilots seized by the ELN were brought home to Peru on Friday.",
        "The hostages taken by the Houthis are back in Oman.",
    ],
)
def test_captives_who_are_back_are_free(text: str) -> None:
    """Whoever brought them."""
    assert [found.kind for found in statements(text)] == ["exchange"]


@pytest.mark.parametrize(
    "text",
    [
        "The hostages of Hamas must be brought back, Israel said.",
        "Soldiers who were wounded in Mali were flown back to Chad.",
        "Former hostages of Hamas are back in Gaza for a film, Israel said.",
    ],
)
def test_who_is_not_back_or_was_no_captive_is_not_freed(text: str) -> None:
    """That they should be is a demand."""
    assert all(found.kind != "exchange" for found in statements(text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru told its foreign minister not to travel to Chile next week.", "cancelled"),
        ("Peru said it had asked its foreign minister not to go to Chile.", "cancelled"),
        ("Chile's president will not visit Peru this year after all.", "cancelled"),
        ("The presidents of Peru and Chile will not meet after all.", "cancelled"),
        ("Peru's planned meeting with Chile's president is no longer happening.", "cancelled"),
        ("Peru's president said he would not host Chile's president until next year.", "postponed"),
        ("The presidents of Peru and Chile will not meet until 2027.", "postponed"),
        ("A summit of Peru and Chile, agreed last week, had been called off.", "cancelled"),
        ("A summit of Peru with Chile, agreed upon in May, has been placed on hold.", "postponed"),
    ],
)
def test_what_will_not_be_after_all_is_off(text: str, status: str) -> None:
    """And who is told by his own side not to go meets nobody."""
    assert talks(text).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Peru's president will not meet Chile's president until its troops leave.",
        "Peru told its foreign minister to travel to Chile next week.",
    ],
)
def test_what_depends_on_others_is_not_off(text: str) -> None:
    """Nor is where somebody is told to go."""
    assert {"cancelled", "postponed"}.isdisjoint({each.status for each in encounters(text)})


def test_who_calls_off_a_trip_concedes_nothing() -> None:
    """It is a visit that is off."""
    text = "Peru called off its foreign minister's trip to Chile on Friday."
    assert "concession" not in {s.kind for s in statements(text)}


@pytest.mark.parametrize(
    "lead",
    [
        "Chad's president has a full diary as he arrives in Italy for the G20 summit.",
        "The G20 summit in Rome begins on Thursday.",
    ],
)
def test_summit_of_a_forum_is_not_what_two_meet_for(lead: str) -> None:
    """Whoever else comes there takes no part."""
    title = "Chad cancels meeting with Kenya at G20"
    text = f"{title}\n{lead} Chad's president called off a meeting with Kenya's president."
    met = next(each for each in encounters(text) if roles(each).keys() >= {"TCD", "KEN"})

    assert ({"TCD": "party", "KEN": "party"}, "cancelled") == (roles(met), met.status)


def test_who_has_left_for_a_summit_has_yet_to_hold_it() -> None:
    """Though something else is told that he did afterwards."""
    text = "Chad's president said so after leaving for a summit with Kenya in Lima."
    assert talks(text).status == "planned"
