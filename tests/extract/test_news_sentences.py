"""What plain sentences of news say, one construction each."""

import pytest

from streams.extract.statements.model import score
from tests.extract.reading import document, encounters, roles, statement, statements, talks


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        (
            "Peru offered on Friday to resume flights to Chile.",
            "proposal",
            "resume flights to Chile",
        ),
        (
            "Peru has no interest in talks with Chile, its foreign minister said.",
            "rejection",
            "talks with Chile",
        ),
        (
            "Peru voted against the fishing pact with Chile.",
            "rejection",
            "the fishing pact with Chile",
        ),
        (
            "Peru will not return to the talks with Chile, its foreign minister said.",
            "rejection",
            "return to the talks with Chile",
        ),
        ("Peru gave Chile until Friday to withdraw its ships.", "threat", "withdraw its ships"),
        (
            "Peru will not lift its ban, its minister said, unless Chile withdraws its ships.",
            "demand",
            "Chile withdraws its ships",
        ),
    ],
)
def test_content_of_a_position(text: str, kind: str, content: str) -> None:
    """It is found behind whatever word governs it."""
    found = statement(text)

    assert (kind, "PER", "CHL", content) == (found.kind, found.holder, found.target, found.content)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Peru will not reopen the port as long as Chile keeps its ban, the minister said.",
            "as long as Chile keeps its ban",
        ),
        (
            "Peru will strike Chile's port unless Chile withdraws its ships, its minister said.",
            "unless Chile withdraws its ships",
        ),
    ],
)
def test_condition_names_whose_act_is_awaited(text: str, condition: str) -> None:
    """And it is addressed to him."""
    found = statement(text)

    assert ("conditional", condition, "CHL") == (found.modality, found.condition, found.target)


def test_summoned_envoy_is_no_demand() -> None:
    """He is told something, which the sentence leaves out."""
    assert () == statements("Chile summoned Peru's ambassador on Monday.")


def test_accepting_without_amendment_is_accepting() -> None:
    """What somebody does without he does all the same."""
    assert "acceptance" == statement("Chile accepted the plan of Peru without amendment.").kind


def test_noun_has_its_actor_behind_by() -> None:
    """Then it is no less plain than its verb."""
    found = statement("The accusation by Peru that Chile moved the border posts came on Monday.")

    assert ("accusation", "PER", "CHL") == (found.kind, found.holder, found.target)


@pytest.mark.parametrize(
    ("text", "status", "modality"),
    [
        ("Chile handed over two kidnapped policemen to Peru on Tuesday.", "done", "asserted"),
        ("Boko Haram has released 21 of the girls kidnapped in Chibok.", "done", "asserted"),
        ("Bolivia will release 50 prisoners of war to Peru next week.", "agreed", "planned"),
    ],
)
def test_captives_are_set_free_or_to_be(text: str, status: str, modality: str) -> None:
    """What is still to be done has been agreed."""
    found = statement(text)

    assert ("exchange", status, modality) == (found.kind, found.status, found.modality)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Peru and Chile agreed to extend the truce by a month.", "ceasefire", "extended"),
        ("Hamas undertook to observe a ceasefire with Israel.", "ceasefire", "declared"),
        ("Peru ended its pact with Chile on Monday.", "agreement", "withdrawn"),
        ("Peru announced its withdrawal from the treaty with Chile.", "agreement", "withdrawn"),
        ("Peru announced the end of its pact with Chile.", "agreement", "withdrawn"),
        ("Peru halted participation in a grain deal with Chile.", "agreement", "withdrawn"),
        ("Peru has halted a deal that let Chilean ships in.", "agreement", "withdrawn"),
    ],
)
def test_verb_tells_where_its_object_stands(text: str, kind: str, status: str) -> None:
    """The infinitive of what is agreed does, too."""
    found = statement(text)

    assert (kind, status) == (found.kind, found.status)


def test_talks_that_end_with_a_deal_end_no_deal() -> None:
    """A verb that ends something ends its object."""
    found = statements("The talks between Peru and Chile ended with a deal on the bay.")

    assert "withdrawn" not in {draft.status for draft in found}


def test_who_mediates_between_whom() -> None:
    """The sentence says it outright, and who asks for it takes no part."""
    found = statement("Peru asked Oman and Qatar to mediate between Chile and Bolivia.")

    assert {"OMN": "mediator", "QAT": "mediator", "CHL": "party", "BOL": "party"} == roles(found)


def test_they_who_meet_again_are_who_met() -> None:
    """A pronoun takes the place of both."""
    first = "Peru's foreign minister and Chile's foreign minister met in Lima on Tuesday."
    again = encounters(f"{first} They will meet again on Friday.")[-1]

    assert ("planned", {"PER": "party", "CHL": "party"}) == (again.status, roles(again))


@pytest.mark.parametrize(
    "text",
    ["Peru set conditions for meeting Chile.", "Peru has no interest in talks with Chile."],
)
def test_what_falls_short_of_a_meeting(text: str) -> None:
    """Nobody has met, and nothing is planned."""
    assert () == encounters(text)


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Yemen's warring parties agreed to exchange prisoners.", "exchange", {"YEM", "houthis"}),
        ("Libya's rival factions agreed on a truce.", "ceasefire", {"LBY", "libyan-national-army"}),
        ("Syria has agreed to a truce, the United Nations said.", "ceasefire", {"SYR", "un"}),
    ],
)
def test_dispute_says_who_its_sides_are(text: str, kind: str, parties: set[str]) -> None:
    """Where the words speak of both sides, and name one or none."""
    (found,) = [draft for draft in statements(text) if draft.kind == kind]

    assert parties == roles(found).keys()


def test_signing_that_has_been_is_of_a_deal() -> None:
    """Though nobody is said to have signed it."""
    text = "The signing of a maritime accord between Chad and Sudan took place in Doha on Monday."
    (found,) = statements(text)

    assert ("agreement", "signed", {"TCD", "SDN"}) == (found.kind, found.status, {*roles(found)})


@pytest.mark.parametrize(
    "text",
    [
        "Chad hosted talks between Sudan's warring parties on Monday.",
        "Chad will host talks between the warring parties of Sudan on Monday.",
    ],
)
def test_dispute_is_that_of_which_both_sides_are_spoken(text: str) -> None:
    """Whatever disputes the host has at home."""
    assert {"TCD": "host", "SDN": "party", "rsf": "party"} == roles(talks(text))


def test_whom_peace_talks_are_with_is_the_other_side() -> None:
    """Whatever else a state is at odds with."""
    found = talks("Chad pulled out of peace talks with Sudan on Monday.")

    assert {"TCD": "party", "SDN": "party"} == roles(found)


def test_who_is_not_named_is_shown_by_the_name_of_the_dispute() -> None:
    """The evidence of a party is the word that tells of it."""
    text = "Yemen's warring parties agreed to exchange prisoners."
    (found,) = statements(text)
    (houthis,) = [party for party in found.parties or () if party.actor == "houthis"]

    assert "Yemen" == houthis.name


def test_talks_about_a_truce_are_no_truce() -> None:
    """Whatever becomes of the talks."""
    title = "Gaza ceasefire talks resume in Cairo"
    (found,) = encounters(f"{title}\nTalks on a Gaza ceasefire resumed in Cairo on Monday.")

    assert () == statements(f"{title}\nOfficials were there.")
    assert {"ISR": "party", "hamas": "party"} == roles(found)


@pytest.mark.parametrize(
    "text",
    [
        "Hamas said it would halt attacks on Israel.",
        "The Houthis said they would no longer fire missiles at Saudi Arabia.",
    ],
)
def test_halt_of_ones_own_fighting_is_a_truce(text: str) -> None:
    """Whatever it is called."""
    found = statement(text)

    assert ("ceasefire", "declared") == (found.kind, found.status)


def test_halting_an_attack_of_others_is_no_truce() -> None:
    """It is fought off."""
    assert () == statements("Israel stopped an attack by Hamas on Monday.")


def test_what_is_done_unless_others_act_is_a_threat() -> None:
    """Harmless as the verb may be."""
    found = statement("North Korea said it would add to its arms unless the United States yielded.")

    assert ("threat", "PRK", "USA") == (found.kind, found.holder, found.target)


def test_assurance_itself_is_not_what_is_assured() -> None:
    """Nor does a reflexive tell anything."""
    assurance = statement("Peru gave an assurance that the port would stay open to Chile.")
    found = statements("Peru and Chile committed themselves to stop fighting on Thursday.")

    assert "the port would stay open to Chile" == assurance.content
    assert "themselves" not in {draft.content for draft in found}


def test_what_somebody_waits_for_has_not_come_about() -> None:
    """It is the condition of something else."""
    found = statements("Serbia will leave the dialogue unless Kosovo suspends its new tariffs.")

    assert "concession" not in {draft.kind for draft in found}


def test_talks_suspended_after_an_attack_are_no_truce() -> None:
    """It is not the attack that is suspended."""
    assert () == statements("Colombia suspended peace talks with the ELN after an attack.")


def test_captives_of_a_people_do_not_mediate() -> None:
    """Nobody does in whose name one of the sides is fought."""
    found = statement(
        "Israel agreed to release 90 Palestinian prisoners for hostages held by Hamas."
    )

    assert {"ISR": "party", "hamas": "party"} == roles(found)


@pytest.mark.parametrize(
    "text",
    [
        "Israel and Hamas did not reach an agreement in Cairo.",
        "No agreement was reached between Peru and Chile on Monday.",
        "Russia did not declare a truce with Ukraine, the Kremlin said.",
        "Sudan's army will not agree to a truce with the RSF until it leaves the cities.",
        "Peru has decided against leaving its fishing pact with Chile.",
        "Peru is considering leaving the treaty with Chile.",
    ],
)
def test_what_is_not_agreed_has_not_come_about(text: str) -> None:
    """Whether the verb says so or the noun."""
    assert {"agreement", "ceasefire"}.isdisjoint(draft.kind for draft in statements(text))


def test_headline_with_a_comma_tells_of_an_agreement() -> None:
    """It is of both, and no pledge of the one to the other."""
    found = statement("India, China agree to resume direct flights\nNothing more was known.")

    assert "agreement" == found.kind
    assert {"IND": "party", "CHN": "party"} == roles(found)


def test_dispute_is_that_of_those_in_the_headline() -> None:
    """Whatever other dispute one of them has."""
    text = (
        "Ethiopia, Somalia agree to end port dispute\n"
        "Ethiopia and Somalia agreed on Wednesday to end a dispute over a deal with Somaliland."
    )
    (found,) = [draft for draft in statements(text) if draft.kind == "agreement"]

    assert {"ETH": "party", "SOM": "party"} == roles(found)


def test_whom_talks_concern_does_not_make_them_private() -> None:
    """Only with whom they are does."""
    (found,) = encounters("Peru and Chile are in talks to try smugglers and their families.")

    assert {"PER": "party", "CHL": "party"} == roles(found)
    assert () == encounters("Peru and Chile held talks with families of the smugglers.")


@pytest.mark.parametrize(
    "text",
    [
        "Peru insisted that Chile had kept its word.",
        "The deal requires Chile to withdraw its ships from Peru.",
        "Peru kept its promise to Chile to reopen the port.",
        "Peru supported the rebels against Chile with arms.",
        "Chile's president refused to answer questions about Peru.",
        "Peru asked the court to postpone the hearing.",
        "Peru's minister urged citizens to remain calm.",
        "Chile's police accused a man of stealing a car.",
        "Chile warned of heavy snow in the Andes near Peru.",
        "The United Nations warned that famine could spread in Sudan.",
    ],
)
def test_what_is_only_said_or_done_takes_no_position(text: str) -> None:
    """Words of positions that stand for none."""
    assert () == statements(text)


def test_a_source_that_asks_not_to_be_named_demands_nothing() -> None:
    """Whatever else it says."""
    found = statements("The Chilean officials, who requested anonymity, rejected Peru's offer.")

    assert {"rejection"} == {draft.kind for draft in found}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru insisted that Chile withdraw its ships.", "demand"),
        ("Peru insisted that Chile must withdraw its ships.", "demand"),
        ("Peru repeated its promise to Chile to reopen the port.", "pledge"),
        ("Peru supported Chile's proposal.", "acceptance"),
    ],
)
def test_the_same_words_take_one_elsewhere(text: str, kind: str) -> None:
    """By what they are said of."""
    assert kind == statement(text).kind


@pytest.mark.parametrize(
    "text",
    [
        "It is not clear whether Peru has accepted Chile's offer.",
        "Chile fears that Peru will accept Bolivia's offer.",
        "Peru is unlikely to accept Chile's offer, analysts say.",
    ],
)
def test_what_is_feared_or_asked_has_not_been_done(text: str) -> None:
    """Nobody says that it was."""
    assert "acceptance" not in {draft.kind for draft in statements(text)}


def test_neither_is_a_no_of_both() -> None:
    """It negates the verb of its subject."""
    found = statement("Neither Peru nor Chile has accepted the plan.")

    assert ("rejection", ("PER", "CHL")) == (found.kind, found.holder)


def test_what_is_expected_is_speculated() -> None:
    """As what may be is."""
    assert "speculated" == statement("Peru is expected to reject Chile's offer.").modality


@pytest.mark.parametrize(
    "text",
    [
        "Iran and the United States held talks on Tuesday, agreeing to continue next week.",
        "Iran and the United States held talks on Tuesday. Both agreed to resume next week.",
    ],
)
def test_going_on_is_a_round_to_come(text: str) -> None:
    """Of the same parties, and no agreement."""
    held, planned = encounters(text)

    assert ("held", "planned") == (held.status, planned.status)
    assert {"IRN": "party", "USA": "party"} == roles(planned)
    assert () == statements(text)


def test_what_else_goes_on_is_no_encounter() -> None:
    """Only the infinitive of what is agreed or planned, without an object."""
    assert () == encounters("Peru's strike is set to continue on Monday, Chile said.")
    assert () == encounters("Peru and Chile agreed to resume flights on Monday.")


@pytest.mark.parametrize(
    ("text", "kind", "holder", "content"),
    [
        ('"They have to withdraw," Chile said of Peru.', "demand", "CHL", "They have to withdraw"),
        (
            '"There will be no deal without a fleet of our own," Peru said in talks with Chile.',
            "demand",
            "PER",
            "a fleet of our own",
        ),
        (
            "Peru said there could be no settlement unless Chile left the islands.",
            "demand",
            "PER",
            "Chile left the islands",
        ),
        ("Chile said Peru's plan was unacceptable.", "rejection", "CHL", "Peru's plan"),
        (
            '"We will not be bullied by Chile," Peru said.',
            "rejection",
            "PER",
            "be bullied by Chile",
        ),
        (
            "Peru dropped its threat to close Chile's port.",
            "concession",
            "PER",
            "close Chile's port",
        ),
        (
            "Chile said it would stay in the accord with Peru.",
            "pledge",
            "CHL",
            "stay in the accord with Peru",
        ),
        ("Iran said it would never give up enrichment.", "rejection", "IRN", "enrichment"),
        ("Peru offered Chile talks on fish.", "proposal", "PER", "talks on fish"),
        (
            "Peru asked the IMF for a loan of 30bn dollars.",
            "demand",
            "PER",
            "a loan of 30bn dollars",
        ),
        (
            "The foreign minister of Chile listed three demands on Peru.",
            "demand",
            "CHL",
            "three demands on Peru",
        ),
        (
            "Chile offered Peruvian citizens the right to stay.",
            "proposal",
            "CHL",
            "the right to stay",
        ),
        (
            "Chile granted Peru and Bolivia an exemption from its tariffs.",
            "concession",
            "CHL",
            "granted Peru and Bolivia an exemption from its tariffs",
        ),
    ],
)
def test_position_is_read_as_a_whole(text: str, kind: str, holder: str, content: str) -> None:
    """Whoever is its grammatical subject."""
    found = statement(text)

    assert (kind, holder, content) == (found.kind, found.holder, found.content)


def test_refusal_in_the_same_breath_has_the_subject_of_the_first_verb() -> None:
    """It hangs on the one before it."""
    ready, refused = statements(
        "Chile said it was ready to talk to Peru but would not reopen the accord."
    )

    assert {"acceptance", "rejection"} == {ready.kind, refused.kind}
    assert {"CHL"} == {ready.holder, refused.holder}


def test_two_who_agree_with_each_other_have_an_agreement() -> None:
    """Though only one of them is the subject."""
    found = statement("Chile agreed with Peru to cut tariffs on fish.")

    assert "agreement" == found.kind
    assert {"CHL": "party", "PER": "party"} == roles(found)


def test_what_somebody_warns_of_is_no_threat_of_others() -> None:
    """The words of a warning have no other holder."""
    found = statement("Iran warned that all US bases would be targets if it was attacked.")

    assert ("threat", "IRN") == (found.kind, found.holder)


def test_freed_are_counted_in_dozens() -> None:
    """Of whom the noun behind "of" tells."""
    (found,) = statements("Chile freed dozens of prisoners of Peru on Monday.")

    assert ("exchange", "done") == (found.kind, found.status)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's envoy left without saying when Chile would disarm.",
        "Peru and Chile will meet without preconditions.",
        "Chile suspended approval of the accord with Peru.",
        "Peru and Chile met at talks mediated by Oman.",
        "Chile called off the meeting with Peru on Thursday.",
    ],
)
def test_what_is_left_out_or_withheld_takes_no_position(text: str) -> None:
    """Nothing is asked, eased or offered."""
    kinds = {draft.kind for draft in statements(text)}

    assert {"demand", "pledge", "concession", "mediation"}.isdisjoint(kinds)


def test_truce_that_is_watched_over_is_no_other_truce() -> None:
    """It is the protocol that is signed."""
    found = statement("Congo and the M23 signed a protocol on a body to monitor a ceasefire.")

    assert "agreement" == found.kind


def test_we_who_have_made_no_truce_deny_it() -> None:
    """Whoever speaks is one of its sides."""
    text = (
        '"We have not made a ceasefire with Nigeria," Abubakar Shekau of Boko Haram said on Monday.'
    )

    assert "denied" == statement(text).modality


def test_whether_to_attend_is_still_open() -> None:
    """A summit is to come."""
    (found,) = encounters(
        "Chile said it would decide on Friday whether to attend the summit with Peru."
    )

    assert "planned" == found.status


def test_dinner_of_two_is_an_encounter() -> None:
    """Whatever stands between the verb and it."""
    (found,) = encounters("Chile's and Peru's presidents had an informal dinner on Monday.")

    assert "held" == found.status


@pytest.mark.parametrize(
    "text",
    [
        "Peru's allies urged Chile to accept the plan.",
        "Peru's critics accused Chile of giving in.",
        "The rivals of Peru demanded that Chile withdraw.",
    ],
)
def test_whose_ally_or_rival_somebody_is_is_another(text: str) -> None:
    """He does not speak for the one who is named."""
    assert statement(text).holder is None


def test_leaving_a_meeting_to_come_cancels_it() -> None:
    """There was nothing yet to suspend."""
    (found,) = encounters("Chile's president pulled out of next month's meeting with Peru's.")

    assert "cancelled" == found.status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chile's president abandoned his summit with Peru's.", "cancelled"),
        ("Chile's president has pulled the plug on his meeting with Peru's.", "cancelled"),
        ("Chile's delegation abandoned the talks with Peru.", "suspended"),
    ],
)
def test_meeting_is_called_off_and_talks_are_broken_off(text: str, status: str) -> None:
    """What takes a day is abandoned before it begins."""
    (found,) = encounters(text)

    assert status == found.status


def test_what_somebody_praises_has_come_about() -> None:
    """Both are told of."""
    kinds = {
        d.kind for d in statements("Oman praised the exchange of prisoners of Chile and Peru.")
    }

    assert {"acceptance", "exchange"} == kinds


def test_agreeing_to_a_request_takes_it_up() -> None:
    """As accepting it does."""
    kinds = {d.kind for d in statements("Chile agreed on Monday to Peru's request for a delay.")}

    assert "acceptance" in kinds


def test_content_ends_where_something_else_is_told() -> None:
    """What came before is no part of what is asked."""
    found = statement("Oman urged Chile to accept the plan after Peru had suspended its tests.")

    assert ("demand", "accept the plan") == (found.kind, found.content)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hamas agreed to a truce with Israel on Monday.", "ceasefire"),
        ("Hamas agreed to a truce with Israel put forward by Egypt.", "acceptance"),
        ("Chad accepted Kenya's outline for a truce with Sudan.", "acceptance"),
        ("Peru and Chile agreed on a tariff truce.", "agreement"),
        ("Peru and Chile agreed to a trade truce.", "acceptance"),
        ("Hamas gave a positive response to Egypt's proposal.", "acceptance"),
        ("Chile called Peru's plan a non-starter.", "rejection"),
        ("Chile and Peru said they had agreed the text of a treaty.", "agreement"),
        ("The text of a treaty between Chile and Peru has been finalised.", "agreement"),
    ],
)
def test_what_is_agreed_to(text: str, kind: str) -> None:
    """A truce comes about, what others propose is taken up, and a text is a treaty's."""
    kinds = {draft.kind for draft in statements(text)}
    assert kind in kinds
    assert (kind == "ceasefire") == ("ceasefire" in kinds)


def test_first_since_a_month_is_not_of_that_month() -> None:
    """It tells when there was another one."""
    found = statement(
        "Ukraine and Russia have swapped hundreds of prisoners in their first exchange since"
        " August."
    )

    assert ("exchange", "done", None) == (found.kind, found.status, found.when)


def carried(text: str) -> set[tuple[str, str]]:
    """Return the words of a text that carry a statement, each with its kind."""
    return {
        (passage.tree[scored.cue.word].text, scored.cue.kind)
        for passage in document(text).passages
        for scored in score(passage)
    }


def test_announcing_takes_no_position() -> None:
    """Whatever else the sentence tells; what is announced comes about."""
    found = carried(
        "Opposition lawmakers on Friday accused President Boluarte of bowing to Chile once more,"
        " after the Foreign Ministry announced that the draft peace agreement with Chile had been"
        " finalized."
    )

    assert ("announced", "accusation") not in found
    assert {("accused", "accusation"), ("finalized", "agreement")} <= found


def test_plain_construction_leaves_no_room_for_a_guess() -> None:
    """Who stays in a deal threatens nobody."""
    found = carried("Iran said it would stay in the nuclear deal if Europe kept its promises.")

    assert {("stay", "pledge")} == {(word, kind) for word, kind in found if word == "stay"}


def test_what_several_agree_to_ease_is_their_agreement() -> None:
    """It is no concession besides."""
    found = statement(
        "Chile and Peru agreed on Monday to lift their bans and to suspend tariffs on fish."
    )

    assert "agreement" == found.kind


def test_offering_to_do_something_is_no_mediation() -> None:
    """Unless it is to mediate."""
    found = statement("Beijing has offered to buy more soybeans from the United States.")

    assert ("proposal", "CHN", "USA") == (found.kind, found.holder, found.target)


def test_release_that_a_deal_is_about_is_still_to_come() -> None:
    """It has been agreed."""
    found = statements(
        "Israel's cabinet approved a deal with Hamas on the release of hostages on Friday."
    )

    assert ["agreed"] == [draft.status for draft in found if draft.kind == "exchange"]


def test_who_is_quoted_is_told_where_the_quotation_ends() -> None:
    """And not in the sentence before it."""
    found = statement(
        'Oman spoke first. "We will never accept it. It is a betrayal," Iran\'s minister said.'
    )

    assert ("rejection", "IRN") == (found.kind, found.holder)


def test_reproach_in_a_quotation_of_several_sentences_is_one() -> None:
    """Whoever speaks is told in the last of them."""
    found = statement('"Iran lied. Big time," Benjamin Netanyahu of Israel said on Monday.')

    assert ("accusation", "ISR", "IRN") == (found.kind, found.holder, found.target)


def test_second_verb_of_what_is_to_come_is_to_come_as_well() -> None:
    """It has no auxiliary of its own."""
    (found,) = encounters("Iran said it would stay in the pact and hold talks with Russia.")

    assert "planned" == found.status


def test_what_others_are_let_do_is_asked_of_them() -> None:
    """It is no concession of theirs."""
    for lifted in ("Let Peru lift its ban", "Peru must lift its ban"):
        found = statement(f'"{lifted}," the foreign minister of Chile said.')

        assert ("demand", "CHL", "PER") == (found.kind, found.holder, found.target)


def test_what_the_writer_says_of_it_is_no_content() -> None:
    """It only follows it."""
    found = statement("Mexico rejected a plan of Chile to take in migrants, drawing a firm line.")

    assert "a plan of Chile to take in migrants" == found.content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Peru and Chile put forward a plan on Monday for a joint peacekeeping force.",
            "a plan on Monday for a joint peacekeeping force",
        ),
        (
            "Peru has lifted its veto on a 50-billion-euro aid package for Chile.",
            "its veto on a 50-billion-euro aid package for Chile",
        ),
        (
            "Chile suspended export controls on rare earths for 90 days.",
            "export controls on rare earths",
        ),
        (
            "Peru rejected a Chilean call to join sanctions on Kenya.",
            "a Chilean call to join sanctions on Kenya",
        ),
        (
            "Kenya tabled a plan for a two-day pause in Chad in exchange for the release of four "
            "hostages.",
            "a plan for a two-day pause in Chad in exchange for the release of four hostages",
        ),
        ("Chile lifted its ban on Peruvian fish on Monday.", "lifted its ban on Peruvian fish"),
        ('Chile rejected Peru\'s plan for "land for peace".', 'Peru\'s plan for "land for peace"'),
        ('Peru demanded "an end to the blockade".', "an end to the blockade"),
    ],
)
def test_noun_has_what_belongs_to_it(text: str, content: str) -> None:
    """Though a day stands between, or the parser hangs it on the verb; quotations are whole."""
    (found,) = statements(text)

    assert content == found.content
