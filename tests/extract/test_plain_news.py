"""Plain sentences of news agencies, each with the one thing that it tells."""

import pytest

from tests.extract.reading import encounters, statement, statements, talks

Told = tuple[str, str | None, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Chad withdrew its troops from Sudan.",
            ("concession", "TCD", "SDN", "withdrew its troops from Sudan"),
        ),
        (
            "Kenya reduced tariffs on Chadian cotton.",
            ("concession", "KEN", "TCD", "reduced tariffs on Chadian cotton"),
        ),
        (
            "Kenya's ban on Chadian cotton was lifted.",
            ("concession", "KEN", "TCD", "Kenya's ban on Chadian cotton"),
        ),
        (
            "Chad is ready to send 200 soldiers to Sudan.",
            ("pledge", "TCD", "SDN", "send 200 soldiers to Sudan"),
        ),
        (
            "Chad agreed to take in 200 refugees from Sudan.",
            ("pledge", "TCD", "SDN", "take in 200 refugees from Sudan"),
        ),
        (
            "Chad will send grain to Sudan.",
            ("pledge", "TCD", "SDN", "send grain to Sudan"),
        ),
        (
            "Chad said it would not use force against Sudan.",
            ("pledge", "TCD", "SDN", "use force against Sudan"),
        ),
        (
            "Kenya summoned the Chadian ambassador over the raid.",
            ("accusation", "KEN", "TCD", "the raid"),
        ),
        (
            "Kenya summoned the Chadian envoy to complain about the raid.",
            ("accusation", "KEN", "TCD", "the raid"),
        ),
        (
            "Kenya said Chad was responsible for the raid.",
            ("accusation", "KEN", "TCD", "the raid"),
        ),
        (
            "Kenya said Chad was behind the raid.",
            ("accusation", "KEN", "TCD", "Chad was behind the raid"),
        ),
        (
            "Kenya declared Chad to be in breach of the treaty.",
            ("accusation", "KEN", "TCD", "Chad to be in breach of the treaty"),
        ),
        (
            "Kenya issued an ultimatum to Chad.",
            ("threat", "KEN", "TCD", "an ultimatum"),
        ),
        (
            "Chad has until Friday to open the border, Kenya said.",
            ("threat", "KEN", "TCD", "Chad has until Friday to open the border"),
        ),
        (
            "Kenya said the seizure would be treated as an act of war by Chad.",
            ("threat", "KEN", "TCD", "the seizure"),
        ),
        (
            "Kenya vowed to impose tariffs on Chad.",
            ("threat", "KEN", "TCD", "impose tariffs on Chad"),
        ),
        (
            "Kenya boycotted the talks with Chad.",
            ("rejection", "KEN", "TCD", "the talks with Chad"),
        ),
        (
            "Chad denied visas to Kenyan inspectors.",
            ("rejection", "TCD", "KEN", "Kenyan inspectors"),
        ),
        (
            "Kenya shrugged off appeals by Chad.",
            ("rejection", "KEN", "TCD", "appeals by Chad"),
        ),
        (
            "Kenya went along with Chad's plan.",
            ("acceptance", "KEN", "TCD", "Chad's plan"),
        ),
        (
            "Kenya gave its blessing to Chad's plan.",
            ("acceptance", "KEN", "TCD", "Chad's plan"),
        ),
        (
            "Kenya unveiled a plan for Chad.",
            ("proposal", "KEN", "TCD", "a plan for Chad"),
        ),
        (
            "Kenya invited Chad to talks.",
            ("proposal", "KEN", "TCD", "talks"),
        ),
        (
            "Kenya handed Chad a plan for the border.",
            ("proposal", "KEN", "TCD", "a plan for the border"),
        ),
        (
            "Kenya swatted away Chad's proposal.",
            ("rejection", "KEN", "TCD", "Chad's proposal"),
        ),
        (
            "Kenya defied Chad's ultimatum.",
            ("rejection", "KEN", "TCD", "Chad's ultimatum"),
        ),
        (
            "Kenya poured scorn on Chad's offer.",
            ("rejection", "KEN", "TCD", "Chad's offer"),
        ),
        (
            "Kenya scoffed at Chad's plan.",
            ("rejection", "KEN", "TCD", "Chad's plan"),
        ),
        (
            "Kenya stood by the accord with Chad.",
            ("acceptance", "KEN", "TCD", "the accord with Chad"),
        ),
        (
            "Kenya signalled its readiness to send troops to Chad.",
            ("pledge", "KEN", None, "send troops to Chad"),
        ),
        (
            "Kenya summoned the Chadian envoy to demand an apology.",
            ("demand", "KEN", "TCD", "an apology"),
        ),
        (
            "Kenya is to slash tariffs on Chadian cotton.",
            ("concession", "KEN", "TCD", "slash tariffs on Chadian cotton"),
        ),
        (
            "Chad shut down its reactor.",
            ("concession", "TCD", None, "shut down its reactor"),
        ),
        (
            "Chad restored diplomatic ties with Kenya.",
            ("concession", "TCD", "KEN", "restored diplomatic ties with Kenya"),
        ),
        (
            "Chad recalled its ambassador in protest at Kenya's raid.",
            ("accusation", "TCD", "KEN", "Kenya's raid"),
        ),
        (
            "Chad said the killing of nurses by Kenyan troops was genocide.",
            ("accusation", "TCD", "KEN", "the killing of nurses by Kenyan troops was genocide"),
        ),
        (
            "Chad was given ten days to withdraw, Kenya said.",
            ("threat", "KEN", "TCD", "ten days to withdraw"),
        ),
        (
            "Kenya made an offer of talks to Chad.",
            ("proposal", "KEN", "TCD", "talks to Chad"),
        ),
        (
            "Chad has to open the border, Kenya's minister told reporters on Monday.",
            ("demand", "KEN", "TCD", "Chad has to open the border"),
        ),
        (
            "Chad said it would destroy its mines only if Kenya opened the border.",
            ("demand", "TCD", "KEN", "Kenya opened the border"),
        ),
        (
            "Kenya's parliament passed a resolution condemning Chad's raid.",
            ("accusation", "KEN", "TCD", "Chad's raid"),
        ),
        (
            "It is time for Chad to open the border, Kenya's foreign minister said.",
            ("demand", "KEN", "TCD", "Chad to open the border"),
        ),
        (
            "Kenya submitted new terms to Chad.",
            ("proposal", "KEN", "TCD", "new terms"),
        ),
        (
            "The junta in Chad rejected a Kenyan plan.",
            ("rejection", "TCD", "KEN", "a Kenyan plan"),
        ),
        (
            "The generals who rule Chad rejected a Kenyan plan.",
            ("rejection", "TCD", "KEN", "a Kenyan plan"),
        ),
        (
            "Chad pointed the finger at Kenya over the raid.",
            ("accusation", "TCD", "KEN", "the raid"),
        ),
        (
            "Chad called in the Kenyan ambassador over raids.",
            ("accusation", "TCD", "KEN", "raids"),
        ),
        (
            "Chad gave Sudan two months on Monday to scrap its missiles.",
            ("threat", "TCD", "SDN", "scrap its missiles"),
        ),
        (
            '"Open the border at once," Chad told Kenya.',
            ("demand", "TCD", "KEN", "Open the border at once"),
        ),
        (
            "Chad handed Kenya a list of ten demands.",
            ("demand", "TCD", "KEN", "a list of ten demands"),
        ),
        (
            "Chad laid down three conditions for talks with Kenya.",
            ("demand", "TCD", "KEN", "three conditions for talks with Kenya"),
        ),
        (
            "Chad put pressure on Kenya on Monday to open the border.",
            ("demand", "TCD", "KEN", "open the border"),
        ),
        (
            "Chad will impose tariffs on Kenya unless it opens the border.",
            ("threat", "TCD", "KEN", "Chad will impose tariffs on Kenya"),
        ),
        (
            "Kenya is blocking a deal, Chad says.",
            ("accusation", "TCD", "KEN", "Kenya is blocking a deal"),
        ),
        (
            "Chad has frozen its tariffs on Kenyan cotton.",
            ("concession", "TCD", "KEN", "frozen its tariffs on Kenyan cotton"),
        ),
        (
            "Chad's demand that Kenya withdraw is the main obstacle.",
            ("demand", "TCD", "KEN", "Kenya withdraw"),
        ),
    ],
)
def test_position_is_told_plainly(text: str, told: Told) -> None:
    """Who holds it, whom it is addressed to, and what it is."""
    found = statement(text)

    assert told == (found.kind, found.holder, found.target, found.content)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The leaders of Chad and Sudan failed to reach an agreement.", "failed"),
        ("Chad and Sudan were unable to bridge the gap between them.", "failed"),
        ("The start of talks between Chad and Sudan was delayed.", "postponed"),
        ("Chad dropped plans for talks with Sudan.", "cancelled"),
        ("Chad dropped plans to talk with Sudan.", "cancelled"),
        ("There will be no summit between Chad and Sudan.", "cancelled"),
        ("Chad's president and Sudan's agreed to see each other on Friday.", "planned"),
        ("Mahamat Deby played host to Abdel Fattah al-Burhan in Abeche.", "held"),
    ],
)
def test_encounter_is_told_plainly(text: str, status: str) -> None:
    """What has become of it."""
    found = talks(text)

    assert ({"TCD", "SDN"}, status) == ({party.actor for party in found.parties}, found.status)


def test_who_calls_a_leader_to_discuss_something_talks_to_him() -> None:
    """Whoever only calls him something does not."""
    called = talks("Vladimir Putin called Recep Tayyip Erdogan on Monday to discuss grain.")

    assert ("phone", "held") == (called.format, called.status)
    assert () == encounters("Vladimir Putin called Recep Tayyip Erdogan a friend on Monday.")


@pytest.mark.parametrize(
    "text",
    [
        "Chad demanded that Kenya enter into negotiations.",
        "Chad suggested that the two sides open talks with Kenya.",
        "Chad's president challenged Kenya's to meet him.",
    ],
)
def test_what_is_asked_for_is_no_encounter(text: str) -> None:
    """Nobody meets by it."""
    assert () == encounters(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya prolonged its sanctions against Chad.", "concession"),
        ("Chad would never give up its reactor, Kenya said.", "concession"),
        ("Chad failed to turn up to sign the accord with Kenya.", "agreement"),
        ("Kenya nudged Chad to lift its ban.", "concession"),
        ("Kenya backed out of signing a deal with Chad.", "agreement"),
        ("Chad ordered a halt to peace talks with Kenya.", "ceasefire"),
        ("Chad and Kenya agreed to see each other again.", "agreement"),
        ("Chad said that Kenya was to blame for it.", "rejection"),
        ("Chad received the Kenyan ambassador to discuss their ties.", "mediation"),
        ("Chad has stepped up attacks in recent months.", "mediation"),
        ("Chad backed a deal to end the war.", "ceasefire"),
        ("Chad said the text of a treaty with Kenya was ready for signing.", "acceptance"),
    ],
)
def test_what_only_looks_like_it(text: str, kind: str) -> None:
    """Words that mean something else beside others."""
    assert kind not in {found.kind for found in statements(text)}


def test_who_hails_a_deal_of_others_is_no_party_to_it() -> None:
    """The deal has come about all the same."""
    found = statements("Oman hailed the peace deal that Chad and Sudan had signed.")
    (deal,) = [each for each in found if each.kind == "agreement"]

    assert {"TCD", "SDN"} == {party.actor for party in deal.parties}
    assert "acceptance" in {each.kind for each in found}


def test_who_defends_an_accord_has_it() -> None:
    """That it has come about is told beside."""
    kinds = {found.kind for found in statements("Chad defends Doha accord with Sudan\nIt rained.")}

    assert {"acceptance", "agreement"} <= kinds


def test_aid_is_promised_by_who_has_a_need_of_none() -> None:
    """Who has no need of others' aid turns it down: it is not they who do."""
    found = statement("Chad has no need of aid from Kenya, its president said.")

    assert ("rejection", "TCD") == (found.kind, found.holder)


@pytest.mark.parametrize(
    ("text", "status", "mediator"),
    [
        ("Oman said it was prepared to act as a go-between for Chad and Sudan.", "offered", "OMN"),
        ("Oman has resigned as mediator between Chad and Sudan.", "withdrawn", "OMN"),
        ("Chad named Oman as mediator in its conflict with Sudan.", "accepted", "OMN"),
        ("The UN appointed Ali Saleh as peace envoy for Sudan.", "accepted", "un"),
    ],
)
def test_mediator_is_told_by_his_post(text: str, status: str, mediator: str) -> None:
    """Who becomes one, or no longer is one."""
    found = statement(text)
    roles = {party.actor: party.role for party in found.parties}

    assert ("mediation", status) == (found.kind, found.status)
    assert "mediator" == roles[mediator]


def test_breach_is_told_of_the_accord_and_of_who_breaks_it() -> None:
    """Who says so blames him for it."""
    found = {each.kind: each for each in statements("Chad is in breach of the accord, Kenya said.")}
    blame = found["accusation"]

    assert ("KEN", "TCD") == (blame.holder, blame.target)
    assert "breached" == found["agreement"].status


def test_ambassador_is_no_mediator() -> None:
    """An envoy to a state is not one of peace."""
    assert () == statements("Chad named Ali Saleh as envoy to Sudan.")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The rebels freed Ali Saleh, a Chadian nurse.", "done"),
        ("Chad said it will release Ali Saleh, a Sudanese nurse held since May.", "agreed"),
        ("Chad released a candidate who was jailed in May.", "done"),
    ],
)
def test_persons_are_freed_by_name(text: str, status: str) -> None:
    """Told by who they are, or that they were held."""
    found = statement(text)

    assert ("exchange", status) == (found.kind, found.status)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The truce between Chad and Sudan ended on Monday.", "ended"),
        ("The truce between Chad and Sudan was lengthened by a month.", "extended"),
        ("Chad said its truce with Sudan was over.", "ended"),
        ("A truce between Chad and Sudan has ended.", "ended"),
        ("The truce between Chad and Sudan began at midnight.", "in_force"),
        ("Chad called off its truce with Kenya.", "ended"),
        ("Chad lifted its truce with Kenya.", "ended"),
        ("Chad rescinded its truce with Kenya.", "ended"),
        ("Chad decided to lift its truce with Kenya.", "ended"),
        ("Chad announced an end to its truce with Kenya.", "ended"),
        ("Chad announced the withdrawal of its truce with Kenya.", "ended"),
        ("Chad's army said it would observe the truce with Kenya.", "declared"),
        ("Kenya attacked Chad in breach of the truce.", "violated"),
        ("Kenya shelled a Chadian town in defiance of the truce.", "violated"),
    ],
)
def test_truce_has_a_beginning_and_an_end(text: str, status: str) -> None:
    """A verb tells it of its subject, too."""
    assert {status} == {each.status for each in statements(text) if each.kind == "ceasefire"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Chad and Sudan halt talks\nChad and Sudan broke off their talks on Monday. "
            "The next meeting in Doha has been called off.",
            "suspended",
        ),
        (
            "Chad and Sudan to meet\n"
            "Chad and Sudan will meet in Doha on Friday for a last round of talks.",
            "planned",
        ),
    ],
)
def test_talks_are_told_twice(text: str, status: str) -> None:
    """The next meeting is off where talks are off; a last round is none from before."""
    assert talks(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Chad and Sudan planned for Friday were put off.", "postponed"),
        ("Talks between Chad and Sudan set for Friday were called off.", "cancelled"),
        ("Talks of Chad and Sudan were to have begun on Friday but did not.", "cancelled"),
        (
            "Talks of Chad and Sudan were to have begun on Friday but were postponed.",
            "postponed",
        ),
        (
            "Talks of Chad and Sudan were to have begun on Friday but have been put off.",
            "postponed",
        ),
        (
            "Chad broke off talks with Sudan after failing to reach agreement on the border.",
            "suspended",
        ),
        (
            "Chad and Sudan put off talks that were to have begun on Friday. "
            "The talks were held on Monday.",
            "postponed",
        ),
    ],
)
def test_plan_comes_to_nothing(text: str, status: str) -> None:
    """What became of it says more than that it was planned."""
    assert talks(text).status == status


def test_truce_of_one_s_own_is_another() -> None:
    """Whoever else has declared one before."""
    found = statements(
        "The rebels of Chad agreed on Friday to a truce with the army. Chad had declared a truce"
        " of its own on Wednesday."
    )
    days = [each.when.start for each in found if each.kind == "ceasefire" and each.when]

    assert ["2026-01-30", "2026-02-04"] == days


def test_truce_is_declared_in_talks() -> None:
    """It is fighting that pauses, not the talks."""
    found = statement("Chad and Sudan declared a truce in talks in Doha.")

    assert (found.kind, found.status) == ("ceasefire", "declared")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Friday Chad and Sudan ordered their troops to cease hostilities.", "2026-01-30"),
        ("Chad and Sudan ordered their troops to cease hostilities on Friday.", "2026-02-06"),
    ],
)
def test_day_of_an_order_is_not_that_of_what_is_ordered(text: str, day: str) -> None:
    """Orders have been given; what they are for is still to come."""
    when = statement(text).when

    assert when is not None
    assert day == when.start


@pytest.mark.parametrize(
    "text",
    [
        "Qatar has ended its mediation between Israel and Hamas.",
        "Qatar will stop mediating between Israel and Hamas.",
        "Qatar said it would end its efforts to mediate between Israel and Hamas.",
    ],
)
def test_mediation_is_given_up(text: str) -> None:
    """Who says that he will is done with it, and pledges nothing besides."""
    found = statement(text)

    assert ("mediation", "withdrawn") == (found.kind, found.status)
    assert ["QAT"] == [party.actor for party in found.parties if party.role == "mediator"]


@pytest.mark.parametrize("verb", ["did not meet", "failed to meet"])
def test_who_failed_to_meet_did_not_meet(verb: str) -> None:
    """Then it is denied that they did."""
    found = talks(f"Negotiators from Chad and Sudan {verb} in Lima on Tuesday.")

    assert "denied" == found.modality


@pytest.mark.parametrize("pair", [("Kenya", "Uganda"), ("Chad", "Sudan")])
def test_two_sides_are_those_named_in_one_breath(pair: tuple[str, str]) -> None:
    """Not a state and its rebels, whom nobody names."""
    one, other = pair
    text = f"{one} and {other} signed a border accord. The two sides agreed to joint patrols."
    (signed, *_) = statements(text)

    assert [one, other] == [party.name for party in signed.parties]
    assert ["party", "party"] == [party.role for party in signed.parties]


@pytest.mark.parametrize(
    "text",
    [
        "A ceasefire between Khartoum and Nairobi took effect on Thursday.",
        "Sudan ended its ceasefire with Nairobi on Thursday.",
        "Sudan declared a ceasefire in its war against Nairobi on Thursday.",
    ],
)
def test_capital_is_its_government_beside_another(text: str) -> None:
    """Between two, with one or against one; "in Nairobi" is a place."""
    (found,) = statements(text)

    assert {"SDN", "KEN"} == {party.actor for party in found.parties}
    assert None is found.place


@pytest.mark.parametrize(
    "beside",
    [
        "despite an appeal by Kenya",
        "after weeks of pressure from Kenya",
        "after Kenyan pressure",
        "over Kenya's objections",
    ],
)
def test_who_only_wished_it_is_no_party(beside: str) -> None:
    """Or wished it were not so; where one side alone is named, the other may have."""
    (found,) = statements(f"Chad and Sudan agreed a ceasefire on Thursday {beside}.")
    assert {"TCD", "SDN"} == {party.actor for party in found.parties}

    (found,) = statements("Chad agreed a ceasefire on Thursday under pressure from Sudan.")
    assert {"TCD", "SDN"} == {party.actor for party in found.parties}


@pytest.mark.parametrize(
    ("text", "kind", "holder", "target"),
    [
        ("Chad ready for talks with Sudan\nIt was raining.", "acceptance", "TCD", "SDN"),
        ("Chad ready to resume talks, Sudan says\nIt was raining.", "acceptance", "TCD", None),
        ("Chadian officials said Sudan would face sanctions.", "threat", "TCD", "SDN"),
        ("Chad will only return to talks if Sudan lifts its blockade.", "demand", "TCD", "SDN"),
        ("Chad said it would only sign once Sudan withdrew its troops.", "demand", "TCD", "SDN"),
        ("Chad insisted it would not give up the region.", "rejection", "TCD", None),
        ("Chad insists it will not negotiate with Sudan.", "rejection", "TCD", "SDN"),
    ],
)
def test_whose_it_is_and_what(text: str, kind: str, holder: str, target: str | None) -> None:
    """By an adjective without a verb, of another, under a condition, or of what one will not do."""
    found = [draft for draft in statements(text) if draft.kind == kind]

    assert [(holder, target)] == [(draft.holder, draft.target) for draft in found]


@pytest.mark.parametrize(
    ("told", "status"),
    [("holds", "in_force"), ("is holding", "in_force"), ("did not hold", "violated")],
)
def test_truce_that_holds_is_in_force(told: str, status: str) -> None:
    """Whoever holds it has none."""
    (found,) = statements(f"The ceasefire between Chad and Sudan {told}, the Red Cross said.")

    assert ("ceasefire", status) == (found.kind, found.status)


def test_what_somebody_learned_only_then_is_no_condition() -> None:
    """The past depends on nothing."""
    text = "Chad only learned of the raid on its border when Sudan protested."

    assert "demand" not in {draft.kind for draft in statements(text)}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad and Sudan have begun releasing prisoners.", "under_way"),
        ("Chad and Sudan continued to exchange prisoners on Friday.", "under_way"),
        ("Chad and Sudan are exchanging prisoners.", "under_way"),
        ("A prisoner swap between Chad and Sudan got under way on Friday.", "under_way"),
        ("Chad will begin releasing prisoners to Sudan next week.", "agreed"),
        ("The exchange of prisoners by Chad and Sudan is to begin on Monday.", "agreed"),
    ],
)
def test_exchange_that_has_begun_is_under_way(text: str, status: str) -> None:
    """It is to come where its beginning is."""
    found = statement(text)

    assert ("exchange", status) == (found.kind, found.status)


@pytest.mark.parametrize(
    ("headline", "status"),
    [
        ("Chad and Sudan swap prisoners", "done"),
        ("Chad frees 20 Sudanese soldiers", "done"),
        ("Chad to free 20 Sudanese soldiers", "agreed"),
        ("Chad, Sudan agree to swap prisoners", "agreed"),
    ],
)
def test_headline_tells_in_the_present_what_was_done(headline: str, status: str) -> None:
    """And with "to" what is to come."""
    (found,) = statements(f"{headline}\nIt was raining.")

    assert ("exchange", status) == (found.kind, found.status)


def test_headline_threatens_by_what_will_be_done_if_others_go_on() -> None:
    """With "to" in the place of "will"."""
    found = statement("Chad to hit Kenya with tariffs if raids go on\nIt was raining.")

    assert ("threat", "TCD", "KEN") == (found.kind, found.holder, found.target)
