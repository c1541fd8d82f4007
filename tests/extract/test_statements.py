"""Positions, mediation and outcomes: who holds what towards whom, in which words."""

import pytest

from streams.extract import extract
from streams.extract.statements.cues import cue_rules, find_cues
from streams.extract.talks.features import topics
from tests.extract.reading import article, document, roles, statement, statements

THREAT = "Iran threatened to quit the talks unless the United States lifted its sanctions."
POSITIONS = [
    ("Russia demanded that Ukraine withdraw its troops from Donbas.", "demand", "RUS", "UKR"),
    ("Ukraine rejected Russia's demand for a withdrawal of its troops.", "rejection", "UKR", "RUS"),
    ("Iran accused the United States of breaching the agreement.", "accusation", "IRN", "USA"),
    ("Russia threatened Ukraine with new attacks on its ports.", "threat", "RUS", "UKR"),
    ("Egypt urged Israel to open the border crossing to aid.", "demand", "EGY", "ISR"),
    ("France pledged to send troops to Ukraine after a ceasefire.", "pledge", "FRA", "UKR"),
]


@pytest.mark.parametrize(("text", "kind", "holder", "target"), POSITIONS)
def test_plain_position_is_read(text: str, kind: str, holder: str, target: str) -> None:
    """A plain sentence gives kind, holder and target."""
    assert (kind, holder, target) in [(d.kind, d.holder, d.target) for d in statements(text)]


@pytest.mark.parametrize("text", [text for text, *_ in POSITIONS])
def test_content_is_quoted_from_the_text(text: str) -> None:
    """Content and every evidence are words of the text."""
    for draft in statements(text):
        assert draft.content is None or draft.content in text
        assert all(0 <= e.start < e.end <= len(text) for e in draft.evidence)


@pytest.mark.parametrize("thing", ["it", "that", "one", "them"])
def test_what_only_points_is_no_content(thing: str) -> None:
    """What it points at stands elsewhere, if anywhere."""
    contents = {d.content for d in statements(f"Iran on Sunday rejected {thing}, a diplomat said.")}

    assert thing not in contents


def test_condition_makes_it_conditional() -> None:
    """An "unless" is the condition of a threat, and makes it conditional."""
    (threat,) = [d for d in statements(THREAT) if d.kind == "threat"]
    assert "conditional" == threat.modality
    assert threat.condition is not None
    assert threat.condition.startswith("unless")


def test_repeated_demand_is_one_demand() -> None:
    """A demand that the article repeats is one mention with both sentences behind it."""
    text = (
        "Russia demanded that Ukraine withdraw its troops from Donbas.\n"
        "Russia demanded again on Friday that Ukraine withdraw its troops from Donbas."
    )
    (demand,) = [d for d in statements(text) if d.kind == "demand"]
    assert 2 == sum(e.field == "kind" for e in demand.evidence)


def test_name_is_no_cue() -> None:
    """Words of a name propose nothing: the Syrian opposition opposes nobody by its name."""
    assert () == statements("The Syrian opposition arrived in Geneva on Friday.")


@pytest.mark.parametrize("kind", sorted(cue_rules()))
def test_every_kind_has_cues(kind: str) -> None:
    """Each kind has verbs that propose it."""
    assert cue_rules()[kind].verbs  # type: ignore[index]  # keys are kinds


def test_negation_turns_acceptance_into_rejection() -> None:
    """A refusal to accept is a cue of rejection."""
    tree = document("Russia will not accept foreign troops in Ukraine.").passages[0].tree
    accept = next(t.i for t in tree if t.lemma == "accept")
    assert "rejection" in {cue.kind for cue in find_cues(tree, accept)}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Bolivia and Chile signed a peace agreement in Lima on Monday.", "2026-02-02"),
        ("Bolivia said on Tuesday that it and Chile had reached an agreement.", "2026-02-03"),
        ("A ceasefire between Bolivia and Chile took effect on 1 February.", "2026-02-01"),
    ],
)
def test_outcome_has_its_date(text: str, start: str) -> None:
    """An outcome is dated by what hangs on it, failing that by the day it was told."""
    found = [d for d in statements(text) if d.parties]
    assert start in [d.when.start for d in found if d.when is not None]


def test_outcome_has_its_place() -> None:
    """A city behind the verb is where it was signed."""
    (signed,) = statements("Bolivia and Chile signed a peace agreement in Lima on Monday.")
    assert signed.place is not None
    assert ("Lima", "PER") == (signed.place.name, signed.place.country)


def test_old_outcome_is_background() -> None:
    """What lies more than two weeks back is history."""
    (old,) = statements("Bolivia and Chile signed a peace agreement in Lima on 3 March 2019.")
    assert old.background


def test_content_cuts_no_word() -> None:
    """A hyphenated word is one word."""
    text = "Bolivia demanded that Chile begin a significant de-escalation."
    (demand,) = statements(text)
    assert demand.content is not None
    assert demand.content.endswith("de-escalation")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Iran accused the American president of deceit.", "deceit"),
        (
            "Bolivia rejected any talk of the port, a subject that many avoid.",
            "any talk of the port",
        ),
        ("Chile backed a proposal which Bolivia has dismissed.", "a proposal"),
    ],
)
def test_content_is_what_is_meant(text: str, content: str) -> None:
    """Neither a pronoun, nor a date, nor what only explains is what somebody wants or refuses."""
    assert content in [draft.content for draft in statements(text)]


def test_nobody_negotiates_without_actors() -> None:
    """Words of negotiation without anybody who negotiates make no event."""
    text = "The judge met both sides for talks. He urged the parties to continue their discussions."
    assert "no_event" == extract(article(text)).outcome or not extract(article(text)).mentions


@pytest.mark.parametrize(
    "text",
    [
        "Qatar announced on Monday that a truce had been declared. Hamas and Israel were silent.",
        "Trump hailed the ceasefire with Hamas on Monday. Israel was silent.",
    ],
)
def test_truce_is_between_enemies(text: str) -> None:
    """Who announces a truce between others mediates it; the enemies are its parties."""
    found = [d for d in statements("Truce in Gaza\n" + text) if d.kind == "ceasefire"]
    assert found
    for truce in found:
        enemies = {party.actor for party in truce.parties if party.role == "party"}
        assert {"ISR", "hamas"} == enemies


def test_accusations_of_others_are_others() -> None:
    """Two accusations of one holder against two actors are two, whatever words they share."""
    text = (
        "Ukraine accused Russia of moving weapons to the border.\n"
        "Ukraine accused Iran of sending weapons to the border."
    )
    found = {d.target for d in statements(text) if d.kind == "accusation"}
    assert {"RUS", "IRN"} == found


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan envoys tried to broker a truce between Sudan and Chad.",
        "Norway has been seeking to broker a ceasefire between Sudan and Chad.",
        "Sudan and Chad hope to sign a peace agreement.",
        "Envoys of Chad and Sudan held ten hours of talks on Monday on a Red Sea truce.",
        "Kenya wants truce to last",
    ],
)
def test_what_is_tried_has_not_come_about(text: str) -> None:
    """An attempt is no outcome."""
    assert not {"ceasefire", "agreement"} & {draft.kind for draft in statements(text)}


def test_what_is_declined_is_not_done() -> None:
    """Who declines to criticise accuses nobody."""
    text = "France declined to criticise Israel for the attacks on Lebanon."
    assert "accusation" not in {d.kind for d in statements(text)}


def test_more_is_said_by_who_speaks() -> None:
    """What a speaker goes on to call for is his demand, not of those he speaks about."""
    text = "Ukraine wrote that Russia preferred winter to talks, calling on Turkey to condemn this."
    assert ("UKR", "TUR") in [(d.holder, d.target) for d in statements(text) if d.kind == "demand"]


@pytest.mark.parametrize("title", ["Truce takes hold in Syria", "Ceasefire comes into effect"])
def test_noun_that_opens_a_headline_is_no_name(title: str) -> None:
    """A capital alone makes no name of a truce."""
    text = f"{title}\nIsrael and Syria said that it began on Monday."
    (truce,) = [d for d in statements(text) if d.kind == "ceasefire"]
    assert any(e.start < len(title) for e in truce.evidence if e.field == "kind")


@pytest.mark.parametrize(
    ("text", "status", "mediator"),
    [
        ("The Pope has offered the good offices of the Holy See to Venezuela.", "offered", "VAT"),
        ("The Gambian opposition asked ECOWAS on Monday to mediate.", "requested", "ecowas"),
        ("India turned down Turkey's offer to mediate with Pakistan.", "declined", "TUR"),
        ("Hamas and Israel accepted Egypt's offer to mediate.", "accepted", "EGY"),
        ("India will never accept mediation by Turkey with Pakistan.", "declined", "TUR"),
    ],
)
def test_mediation_is_asked_for_taken_up_and_refused(text: str, status: str, mediator: str) -> None:
    """Verbs tell where mediation stands and who mediates; it is no demand or rejection besides."""
    (found,) = statements(text)
    assert ("mediation", status) == (found.kind, found.status)
    assert [mediator] == [party.actor for party in found.parties if party.role == "mediator"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya on Tuesday declined Qatar's offer to mediate with Somalia.",
        "On Tuesday Kenya accepted an offer by Qatar to mediate with Somalia.",
    ],
)
def test_who_takes_up_mediation_or_not_is_a_side(text: str) -> None:
    """And the day is that of his answer, not of what is offered."""
    (found,) = statements(text)
    assert {"KEN": "party", "QAT": "mediator", "SOM": "party"} == roles(found)
    assert found.when is not None
    assert "2026-02-03" == found.when.start


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Serbia ratified the agreement with Kosovo on Friday.", "agreement", "ratified"),
        ("Serbia and Kosovo signed the agreement on Friday.", "agreement", "signed"),
        ("The truce between Israel and Hamas was prolonged on Monday.", "ceasefire", "extended"),
        ("The truce between Israel and Hamas expired on Monday.", "ceasefire", "ended"),
        ("Israel and Hamas called a truce on Monday.", "ceasefire", "declared"),
        ("Israel and Hamas called off their truce on Monday.", "ceasefire", "ended"),
        (
            "The announcement of a truce between Israel and Hamas met doubt.",
            "ceasefire",
            "declared",
        ),
        ("Israel halted its strikes on Hamas on Monday.", "ceasefire", "declared"),
        ("The treaty between Peru and Chile has been completed.", "agreement", "reached"),
    ],
)
def test_verbs_tell_where_an_outcome_stands(text: str, kind: str, status: str) -> None:
    """What is ratified or prolonged says so."""
    assert (kind, status) in [(d.kind, d.status) for d in statements(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Serbia and Croatia traded captives at the bridge on Friday.", "exchange"),
        ("Serbia swapped 40 captives for 38 with Croatia on Friday.", "exchange"),
        ("Hostages freed from camp in Chad as Sudan releases prisoners", "exchange"),
        ("Serbia and Croatia came to terms over the river on Friday.", "agreement"),
        ("Serbia and Croatia inked a treaty on the river on Friday.", "agreement"),
        ("Serbia and Croatia buried their quarrel over the river on Friday.", "agreement"),
        ("Serbia and Croatia stopped shooting along the river on Friday.", "ceasefire"),
        ("The Sarru Liberation Front laid down its arms in Chad on Friday.", "ceasefire"),
    ],
)
def test_outcome_is_told_without_the_word(text: str, kind: str) -> None:
    """Writers trade captives, ink papers and stop shooting."""
    assert kind in [draft.kind for draft in statements(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Sweden swapped medals by mistake on Friday.",
        "The Danish coach swapped two players in the match with Norway on Friday.",
        "A Danish court freed a banker in Norway on Friday.",
        "Gunmen held eleven guards hostage in Chad before police freed them by force.",
        "A Norwegian carmaker inked a pact with a Danish supplier on Friday.",
        "The Danish film about the truce of 1864 opens in Norway on Friday.",
    ],
)
def test_private_affairs_are_no_outcome(text: str) -> None:
    """Sport, courts, companies and films sign, swap and free, too."""
    assert not {"agreement", "ceasefire", "exchange"} & {d.kind for d in statements(text)}


def test_a_divorce_bill_is_paid_in_public() -> None:
    """What states have that is called after private affairs."""
    (found,) = statements("Norway and the European Union agreed on a divorce bill on Friday.")
    assert ("agreement", "reached") == (found.kind, found.status)


def test_agreement_on_a_truce_is_the_truce() -> None:
    """What is hammered out is told by the narrower kind."""
    text = "Serbia and Croatia hammered out a truce in Vienna on Friday."
    assert ["ceasefire"] == [draft.kind for draft in statements(text)]


def test_exchange_and_who_brokered_it_are_one() -> None:
    """A sentence that names the mediator only tells of the same exchange."""
    text = (
        "Russia freed 40 captives on Friday and Ukraine sent back 38.\n"
        "The swap of captives was brokered by Turkey."
    )
    (found,) = [draft for draft in statements(text) if draft.kind == "exchange"]
    assert {"RUS", "UKR"} == {p.actor for p in found.parties if p.role == "party"}


@pytest.mark.parametrize(
    "text",
    [
        "A meeting of Peru and Chile agreed to implement a truce.",
        "Peru and Chile agreed to a cessation of hostilities.",
        "Peru and Chile agree on a 'full cessation of hostilities'.",
        "The leaders of Peru and Chile committed to a truce.",
    ],
)
def test_truce_is_agreed_by_another_name(text: str) -> None:
    """What is agreed is not merely accepted or pledged."""
    found = statement(text)
    assert ("ceasefire", "declared", {"PER", "CHL"}) == (found.kind, found.status, {*roles(found)})


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile agreed on a zone between Kenya's army and its rebels.",
        "Peru and Chile met in Lima. They have agreed on a zone in Kenya.",
    ],
)
def test_agreement_is_of_those_who_agree(text: str) -> None:
    """Whom it is about need not have a part in it."""
    (found,) = [each for each in statements(text) if each.kind == "agreement"]
    assert {"PER": "party", "CHL": "party"} == roles(found)


def test_swap_that_goes_on_is_not_done() -> None:
    """It is under way."""
    found = statement("A prisoner swap between Peru and Chile is under way, Peru said.")
    assert ("exchange", "under_way") == (found.kind, found.status)


def test_truce_is_one_whoever_of_a_side_is_named() -> None:
    """The dispute says for whom they stand."""
    title, lead = "Israel and Hamas agree truce", "The two sides agreed to a truce on Tuesday."
    behind = "Palestinian ministers declared a truce in the evening."
    found = statements(f"{title}\n{lead}\nMediators left Cairo.\n{behind}")
    assert 1 == len([each for each in found if each.kind == "ceasefire"])


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile will discuss the release of prisoners in Lima.",
        "Issues such as the release of prisoners divide Peru and Chile.",
        "The prisoners should be released at once, Peru told Chile.",
        "Peru suspended its dialogue with Chile.",
    ],
)
def test_what_is_talked_of_or_broken_off_is_not_done(text: str) -> None:
    """Nobody is freed by being spoken of, and nobody yields who ends a dialogue."""
    assert {"exchange", "concession"}.isdisjoint(each.kind for each in statements(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile agreed to a truce that excludes the Islamic State.",
        "Peru and Chile agreed to a truce in Nairobi, Kenya.",
    ],
)
def test_who_is_left_out_of_a_truce_brings_it_not_about(text: str) -> None:
    """Nor does the country of the city where it was agreed."""
    (found,) = [each for each in statements(text) if each.kind == "ceasefire"]
    assert {"PER", "CHL"} == {*roles(found)}


def test_headline_names_one_side() -> None:
    """A headline with one side tells of the exchange that the body tells in full."""
    text = (
        "Chad frees captives\n"
        "The Sarru Dawn Front handed over nine captives on Friday, and Chad let eight go."
    )
    (found,) = [draft for draft in statements(text) if draft.kind == "exchange"]
    assert {"TCD", "sarru-dawn-front"} == {p.actor for p in found.parties}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Peru's army shelled a village despite a truce with Ecuador.", "ceasefire", "violated"),
        ("Peru scrapped its trade agreement with Ecuador.", "agreement", "withdrawn"),
        ("The president pulled Peru out of the treaty with Ecuador.", "agreement", "withdrawn"),
    ],
)
def test_verb_with_an_actor_makes_it_one(text: str, kind: str, status: str) -> None:
    """Whatever the model makes of the noun, an actor who does this to it tells where it stands."""
    assert (kind, status) in [(d.kind, d.status) for d in statements(text)]


def test_what_failed_to_be_agreed_has_not_come_about() -> None:
    """No truce was declared where they failed to agree on one."""
    text = "Envoys of Peru and Ecuador failed to agree on a truce in Lima."

    assert "ceasefire" not in {d.kind for d in statements(text)}


def test_two_enemies_in_one_clause_are_the_parties() -> None:
    """Who says so is none of them, though the article's main dispute is with him."""
    text = "Israel and Hamas agreed to a ceasefire, Palestinian officials said."
    (truce,) = [d for d in statements(text) if d.kind == "ceasefire"]

    assert {("ISR", "party"), ("hamas", "party")} == {(p.actor, p.role) for p in truce.parties}


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Russia threatened to boycott the talks.", "process"),
        ("Russia demanded that the talks deal with prisoners first.", "prisoners"),
        ("China threatened the United States with duties on its soybeans.", "trade"),
    ],
)
def test_issue_is_of_the_matter_before_the_process(text: str, issue: str) -> None:
    """A word for negotiating tells the issue only where nothing narrower does."""
    assert [issue] == [draft.issue for draft in statements(text)]


def test_whole_words_are_no_beginnings() -> None:
    """Powers are no prisoners of war, a warning is no war, and aides are no aid."""
    (passage,) = document("The powerful aides warned of damage and of forced landings.").passages

    assert [] == list(topics(passage, range(len(passage.tree))))


def test_whoever_hosts_or_backs_talks_agrees_to_nothing() -> None:
    """Where the talks are, and who is behind them, takes no part in the truce."""
    text = "Chile and Peru agreed to a ceasefire at UN-sponsored talks in Canada."
    (truce,) = [draft for draft in statements(text) if draft.kind == "ceasefire"]

    assert ["CHL", "PER"] == [party.actor for party in truce.parties]


def test_hyphened_word_is_one() -> None:
    """What is shared is power, and no electricity."""
    (passage,) = document("They signed a power-sharing accord.").passages

    assert ["governance"] == [issue for _, issue in topics(passage, range(len(passage.tree)))]


@pytest.mark.parametrize("spelt", ["ceasefire", "cease-fire", "cease - fire"])
def test_ceasefire_is_one_word_however_it_is_spelt(spelt: str) -> None:
    """American newspapers put a hyphen into it."""
    (truce,) = statements(f"Peru and Chile had declared a {spelt}, officials said.")

    assert ("ceasefire", {"PER", "CHL"}) == (truce.kind, {p.actor for p in truce.parties})


def test_what_is_told_beside_a_denial_is_not_denied() -> None:
    """Of "denied it and accused B" the denial reaches no further than its clause."""
    told = statements("Peru denied any part in the raid and accused Chile of lying.")

    assert ["asserted"] == [draft.modality for draft in told if draft.kind == "accusation"]


def test_a_club_answers_in_private() -> None:
    """What a company or a club turns down is no matter of states."""
    assert not statements("Peruvian giants reject a final offer for their striker.")


def test_what_is_denied_has_not_come_about() -> None:
    """Who denies a truce denies that it was declared, not that it ended."""
    (found,) = statements("Hamas denies a truce with Israel.")
    assert ("ceasefire", "declared", "denied") == (found.kind, found.status, found.modality)


@pytest.mark.parametrize(
    "text",
    [
        "Talks of Israel with Hamas on freeing the hostages went on.",
        "Families made an appeal to Hamas for the release of the hostages.",
    ],
)
def test_what_is_sought_is_no_exchange(text: str) -> None:
    """Who talks of a release or appeals for it has freed nobody."""
    assert "exchange" not in [draft.kind for draft in statements(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile exchange papers at Arica",
        "Peru and Chile exchanged papers at Arica on Thursday.",
    ],
)
def test_papers_that_change_hands_free_nobody(text: str) -> None:
    """Whatever the headline's verb is taken for."""
    assert "exchange" not in [draft.kind for draft in statements(text)]


def test_kinds_that_say_what_they_are_about() -> None:
    """Of an exchange it is prisoners, of a truce the fighting, whatever else is named."""
    text = (
        "Israel and Hamas agreed on Monday to a truce under which the hostages would be released.\n"
        "Hamas freed two Israeli teachers on Monday over the border."
    )
    issues = {draft.kind: draft.issue for draft in statements(text)}
    assert {"ceasefire": "ceasefire", "exchange": "prisoners"}.items() <= issues.items()


def test_a_state_in_which_it_was_agreed_takes_no_part() -> None:
    """Two sides conclude an agreement in a third country."""
    (found,) = statements("Peru and Ecuador signed in Chad on Friday.")
    assert {"PER", "ECU"} == {party.actor for party in found.parties}


def test_a_noun_stands_for_what_it_can_be() -> None:
    """Rebels are no state, and an army is no movement."""
    text = "Talks\nThe Sarru Dawn Front met Chad.\nKenya has a plan. The group rejected it."
    (found,) = [draft for draft in statements(text) if draft.kind == "rejection"]
    assert "sarru-dawn-front" == found.holder


def test_no_organisation_and_no_stranger_is_party_to_a_truce() -> None:
    """Who tells of it or sends blankets has no arms in it."""
    text = (
        "Truce\n"
        "Syria has agreed to a truce over the holiday, the United Nations said on Wednesday.\n"
        "Peru spoke of hope, and Peru sent blankets."
    )
    (found,) = [draft for draft in statements(text) if draft.kind == "ceasefire"]
    assert ["SYR"] == [party.actor for party in found.parties if party.role == "party"]


def test_he_is_who_acts_though_nobody_names_him() -> None:
    """A president without a name is meant before somebody whom the sentence names in passing."""
    text = (
        "Paris\n"
        "The president of France came to London, where Assad was discussed.\n"
        "He demanded that Peru leave the accord with Chile."
    )
    (found,) = [draft for draft in statements(text) if draft.kind == "demand"]
    assert "FRA" == found.holder


def test_whoever_was_named_before_speaks_outright_too() -> None:
    """A plain word of a pronoun counts for more than of nobody."""
    text = (
        "Moscow\nThe Iranian minister met Lavrov.\nHe rejected the American demand for inspections."
    )
    assert "rejection" in [draft.kind for draft in statements(text)]


def test_lead_tells_the_position_of_the_headline() -> None:
    """It is one, in other words, and the lead has room to say what it is about."""
    text = (
        "North Korea vows to halt tests ahead of summits\n"
        "Kim Jong Un announced that North Korea would suspend nuclear detonations from Saturday."
    )
    (pledge,) = [d for d in statements(text) if d.kind == "pledge"]

    assert 2 == sum(e.field == "kind" for e in pledge.evidence)
    assert pledge.content is not None
    assert "nuclear detonations" in pledge.content
    assert "nuclear" == pledge.issue


@pytest.mark.parametrize(
    "text",
    [
        "Iran said it would announce its decision on the American proposal within two weeks.",
        "Iran wants to keep its influence over the United States.",
        "Peru's president met his Chilean counterpart, seeking to mend ties.",
        "Peru and Chile held talks on easing sanctions.",
        "Peru and Chile met in Lima at Chile's request.",
    ],
)
def test_decisions_to_come_and_own_wishes_are_no_positions(text: str) -> None:
    """Nothing is promised or asked of others (contract, section 2)."""
    assert {"rejection", "pledge", "demand"}.isdisjoint(d.kind for d in statements(text))


def test_wish_to_have_it_done_is_a_demand() -> None:
    """It is others who are to do it."""
    (demand,) = statements("Peru sought to have the sanctions lifted.")

    assert ("demand", "PER") == (demand.kind, demand.holder)


def test_wish_for_what_others_do_is_a_demand() -> None:
    """It names who is to do it."""
    (demand,) = statements("Iran wants the United States to lift its sanctions.")

    assert ("demand", "IRN", "USA") == (demand.kind, demand.holder, demand.target)


@pytest.mark.parametrize(
    "text",
    [
        "Iran insisted that the text stay as it is.",
        "Iran accepted a compromise.",
        "Iran demanded that Washington change its position.",
    ],
)
def test_position_that_says_little_is_about_what_its_article_is(text: str) -> None:
    """Sentences of the corpus, which stand alone, would have it otherwise."""
    found = statements(
        "Iran and the United States disagree on enrichment and inspectors. The centrifuges are"
        f" many.\n{text}"
    )

    assert ["nuclear"] == [draft.issue for draft in found]


@pytest.mark.parametrize(
    "text",
    [
        "The truce of Nigeria and Boko Haram is in doubt after fresh attacks.",
        "Doubts over Nigeria's ceasefire with Boko Haram",
        "Boko Haram fighters of Nigeria killed dozens on Friday, casting doubt on a truce.",
        "Fresh attacks cast doubt on Nigeria's truce with Boko Haram",
        "Boko Haram ceasefire claim of Nigeria questioned",
    ],
)
def test_truce_that_is_doubted_has_been_declared(text: str) -> None:
    """It has not ended, nor is it kept."""
    truces = [draft.status for draft in statements(text) if draft.kind == "ceasefire"]

    assert ["declared"] == truces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Truce in Kassala\nChad and Sudan agreed to a truce in Kassala on Tuesday.", ["declared"]),
        ("Truce\nChad and Sudan agreed on a ceasefire on Tuesday.", ["declared"]),
        (
            "Sudan truce shaken\nThe ceasefire between Chad and Sudan was violated on Sunday.",
            ["violated"],
        ),
        (
            "Sudan truce\nChad and Sudan declared a truce in January. The truce between Chad and "
            "Sudan was violated on Tuesday.",
            ["declared", "violated"],
        ),
        (
            "Chad and Sudan declare truce\nThe truce between Chad and Sudan was violated on "
            "Tuesday.",
            ["declared", "violated"],
        ),
    ],
)
def test_leaves_it_to_the_lead_where_a_truce_stands_that_the_headline_only_names(
    text: str, expected: list[str]
) -> None:
    """A headline without a verb does not say whether its truce is declared or violated."""
    assert [s.status for s in statements(text) if s.kind == "ceasefire"] == expected


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Peru withdrew its ratification of the Lima Treaty.", "agreement", "withdrawn"),
        ("Peru revoked its ratification of the treaty with Chile.", "agreement", "withdrawn"),
        ("Chad received the remains of 1,212 soldiers from Sudan.", "exchange", "done"),
        ("Chad and Sudan have agreed to exchange five prisoners each.", "exchange", "agreed"),
    ],
)
def test_outcome_is_told_once_by_who_gets_or_takes_back(text: str, kind: str, status: str) -> None:
    """Who receives captives, takes back his word, or agrees with another; nothing besides."""
    assert [(kind, status)] == [(s.kind, s.status) for s in statements(text)]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        (
            "The warring Sudanese generals agreed to a ceasefire on Tuesday, Kenya and Peru said.",
            "ceasefire",
            {"SDN", "rsf"},
        ),
        ("Hamas agreed to a truce, Israel said.", "ceasefire", {"hamas", "ISR"}),
        ("Peru withdrew from the Lima Treaty on Tuesday, blaming NATO.", "agreement", {"PER"}),
    ],
)
def test_who_tells_or_is_blamed_is_no_party(text: str, kind: str, parties: set[str]) -> None:
    """Unless one side alone acts, and the other tells it."""
    (found,) = [s for s in statements(text) if s.kind == kind]

    assert parties == {party.actor for party in found.parties or ()}


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Peru asked Chile to halt drilling off Arica.", "energy"),
        ("Chad asked Peru for a supply of tanks.", "arms"),
        ("Chile will lift its ban on Peruvian seafood.", "trade"),
        ("Peru demanded that Chile share the waters of the lake.", "other"),
        ("Chad demanded that Sudan withdraw its claim to the island.", "territory"),
        ("Peru and Chile signed a peace treaty.", None),
    ],
)
def test_issue_is_told_by_what_is_asked_for(text: str, issue: str | None) -> None:
    """Drilling, tanks and seafood say themselves what they are; a peace treaty is of no matter."""
    assert [issue] == [found.issue for found in statements(text)]


def test_day_by_which_it_is_to_be_done_is_none_of_the_agreement() -> None:
    """It has not come about on that day."""
    (found,) = statements("Peru and Chile agreed to double trade by 2030.")

    assert ("agreement", None) == (found.kind, found.when)


def test_whose_word_it_is_is_who_speaks() -> None:
    """Behind the statement as before it."""
    text = "Chad and Sudan have agreed to free 20 prisoners, according to President William Ruto."
    (found,) = statements(text)

    assert found.speaker is not None
    assert "William Ruto" == found.speaker.name


@pytest.mark.parametrize(
    ("text", "third"),
    [
        ("Chad and Sudan signed a Kenyan-mediated deal on Monday.", {"KEN": "mediator"}),
        ("A U.N.-brokered deal between Chad and Sudan was signed on Monday.", {"un": "mediator"}),
        ("Chad and Sudan signed a deal at Kenyan-led talks on Monday.", {"KEN": "mediator"}),
        ("Chad and Sudan agreed in a Kenyan-led call to open it.", {"KEN": "mediator"}),
        ("Chad and Sudan signed a deal at Kenyan-backed talks on Monday.", {}),
    ],
)
def test_who_brought_a_deal_about_is_no_party(text: str, third: dict[str, str]) -> None:
    """Who only backs the talks has no part in it."""
    (found,) = [s for s in statements(text) if s.kind == "agreement"]

    assert {"TCD": "party", "SDN": "party", **third} == roles(found)


@pytest.mark.parametrize(
    "text",
    [
        "A heated exchange between the leaders of Kenya and Chad followed on Monday.",
        "Kenya's president left Lima on Friday without signing a minerals deal with Chad.",
        "Kenya's president quit Lima without a deal with Chad.",
    ],
)
def test_words_and_empty_hands_are_no_outcome(text: str) -> None:
    """No captive changes hands, and no deal is left."""
    assert {"exchange", "agreement"}.isdisjoint(draft.kind for draft in statements(text))
