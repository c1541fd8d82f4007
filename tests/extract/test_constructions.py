"""What is a position by how it is said, whatever the verb."""

import pytest

from schemas.vocabulary import Kind
from streams.extract.parse import parse
from streams.extract.statements.constructions import (
    AGREE_TO,
    AGREE_TO_STOP,
    COME_FREE,
    DIRE,
    DOING,
    EASE,
    HALT,
    HANDED_OVER,
    HARM,
    OBLIGATION,
    OFFER,
    PROTEST,
    PULL_BACK,
    READY_TO_DO,
    RESTRAIN,
    SET_FREE,
    SIGNED,
    SPURN,
    TAKE_UP,
    TO_DO,
    TOGETHER,
    UNTIL,
    VOW_HARM,
    WILL,
    WILL_IF,
    WILL_NOT,
    WITHHELD,
    WRONG,
    constructions,
)
from tests.extract.reading import statements


def found(text: str) -> set[str]:
    """Return the constructions of a sentence."""
    (tree,) = parse([text])
    return {name for token in tree for _, name in constructions(tree, token.i)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru's minister said on Monday that Chile must open the port.", OBLIGATION),
        ("Peru's minister said Chile had violated the accord.", WRONG),
        ("Chile said on Monday it would suspend its naval tests.", DOING),
        ("Chile said it would retaliate.", HARM),
        ("Chile's president said he would write a letter.", WILL),
        ("Chile said it would not attend the summit.", WILL_NOT),
        ("Chile will not lift its ban on Peruvian fish.", WILL_NOT),
        ("Chile to suspend naval tests.", TO_DO),
        ("Chile and Peru agreed to reopen two crossings.", TOGETHER),
        ("Chile postponed its tariffs on Peruvian fish.", EASE),
        ("Chile exempted Peruvian fish from the tariffs.", EASE),
        ("Chile held off on a planned rise in tariffs on Peruvian fish.", EASE),
        ("Chile extended an exemption for Peruvian fish.", EASE),
        ("Chile put off a decision on tariffs for Peruvian fish.", EASE),
        ("Chile extended the tariff relief by a month.", EASE),
        ("Chile reduced tariffs on Peruvian fish.", EASE),
        ("Chile reopened the crossing.", EASE),
        ("Chile dropped charges against the sailors.", EASE),
        ("Chile's president withdrew the tax bill after weeks of protests.", EASE),
        ("Chile repealed three fishing laws in the face of a public outcry.", EASE),
        ("Chile announced the withdrawal of the Bill that led to riots.", EASE),
        ("Chile said it would scrap the planned law after protests.", EASE),
        ("Chile has decided to repeal two laws that had set off protests.", EASE),
        ("Chile decided to shelve its reform after months of agitation.", EASE),
        ("Chile decided to drop charges against the sailors.", EASE),
        ("Chile withdrew its troops from the valley.", PULL_BACK),
        ("Chile has begun pulling back some of its soldiers.", PULL_BACK),
        ("Chile completed its withdrawal from the valley.", PULL_BACK),
        ("Chile is ready to send troops to the valley.", READY_TO_DO),
        ("Chile agreed to take in 200 refugees.", AGREE_TO),
        ("Chile summoned the Peruvian ambassador over the shelling.", PROTEST),
        ("Chile summoned Peru's envoy to protest against it.", PROTEST),
        ("Chile said Peru was responsible for the raid.", WRONG),
        ("Chile issued an ultimatum to Peru.", UNTIL),
        ("Chile freed Luis Rey, a Peruvian sailor.", SET_FREE),
        ("Chile released a candidate who was jailed in May.", SET_FREE),
        ("Chile handed over kidnapped pilots.", HANDED_OVER),
        ("Forty pilots of Chile have returned from captivity.", COME_FREE),
        ("Pilots came back from Peruvian custody, Chile said.", COME_FREE),
        ("A group of 40 pilots was brought back from territory controlled by Peru.", COME_FREE),
        ("Forty soldiers returned from Peruvian-controlled territory on Monday.", COME_FREE),
        ("Eleven hostages regained their freedom on Monday.", COME_FREE),
        ("Chilean and Peruvian envoys agreed to reopen the port.", TOGETHER),
        ("Chile agreed to suspend naval tests.", AGREE_TO),
        ("Chile said it would no longer conduct naval tests.", RESTRAIN),
        ("Chile halted its missile tests.", RESTRAIN),
        ("Chile gave Peru until Friday to withdraw.", UNTIL),
        ("Chile said it was ready to take countermeasures.", VOW_HARM),
        ("Chile said the plan was unacceptable.", SPURN),
        ("Chile offered talks.", OFFER),
        ('"They have to withdraw," Chile said.', OBLIGATION),
        ('"There will be no deal without Peru," Chile said.', WITHHELD),
        ('"Peru lied about its fleet," Chile said.', WRONG),
        ("Chile said Peru had conducted strikes on its port.", WRONG),
        ("Chile's minister said Peru would face serious consequences.", DIRE),
        ('"They are going to have big problems," Chile said.', DIRE),
        ("Chile said Peru would regret it.", DIRE),
        ("Chile gave Peru ten days to withdraw.", UNTIL),
        ("Chile and Peru agree to stop.", AGREE_TO_STOP),
        ("Chile agreed to halt its attacks.", AGREE_TO_STOP),
        ("Chile and Peru reached a deal to end hostilities.", AGREE_TO_STOP),
        ("Chile and Peru agreed to halt border clashes.", AGREE_TO_STOP),
        ("The two sides pledged to silence the guns.", AGREE_TO_STOP),
        ("The warring factions of Chile committed themselves to stop fighting.", AGREE_TO_STOP),
        ("It was agreed that both sides would stop all gunfire.", AGREE_TO_STOP),
        ("Chile agreed that its men would cease all firing and military action.", AGREE_TO_STOP),
        ("A deal was reached with Peru for a halt to fighting.", AGREE_TO_STOP),
        ("Chile and Peru pledged to refrain from violence.", AGREE_TO_STOP),
        ("Chile told its troops to cease all offensive operations.", AGREE_TO_STOP),
        ("Chile is suspending attacks on Peru for 60 days.", HALT),
        ("Chile said it would stop military action.", HALT),
        ("Chile said it would not attack Peru for three days.", HALT),
        ("Chile said it would not attack Peru.", RESTRAIN),
        ("Chile released 20 kidnapped teachers.", SET_FREE),
        ("They were held with two sailors who were freed later.", SET_FREE),
        ("Chile has rejected an offer of talks.", SPURN),
        ("Chile ruled out negotiations.", SPURN),
        ("Chile accepted the plan.", TAKE_UP),
        ("Chile and Peru ended a long dispute over fish.", TOGETHER),
        ("The signing of the treaty took place in Lima.", SIGNED),
        ("The signature of the accord was held in Lima.", SIGNED),
        ("Chile vowed to hit back.", VOW_HARM),
        ("Chile vowed to pull out of the accord.", VOW_HARM),
        ("Chile said it was ready to hit back.", VOW_HARM),
        ("Chile is prepared to retaliate.", VOW_HARM),
        ("Chile's minister said the pictures prove Peru lied.", WRONG),
        ("Chile extended a suspension of tariffs on Peruvian fish.", EASE),
        ("Chile boycotted the talks in Lima.", SPURN),
        ("Chile said its tariffs would stay until Peru opened the port.", WITHHELD),
        ("Chile will keep its sanctions in place unless Peru withdraws.", WITHHELD),
    ],
)
def test_construction_is_found(text: str, name: str) -> None:
    """A plain sentence has the construction."""
    assert name in found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The signing of the treaty will take place in Lima.", SIGNED),
        ("The signing of the treaty was put off.", SIGNED),
        ("The signing of the striker took place in Lima.", SIGNED),
        ("Chile said it had violated no accord.", WRONG),
        ("Chile said it would be along the river.", DOING),
        ("Chile said it would halt attacks on the port.", DOING),
        ("The minister said that it would take a week.", WILL),
        ("The harbour master wanted Chile to suspend naval tests.", TO_DO),
        ("Chile agreed to reopen two crossings.", TOGETHER),
        ("Chile postponed its elections.", EASE),
        ("Chile extended its sanctions against Peru.", EASE),
        ("Chile reopened its schools.", EASE),
        ("Peru said Chile must withdraw its troops.", PULL_BACK),
        ("Peru demanded that Chile withdraw its troops.", PULL_BACK),
        ("Chile withdrew the families of its soldiers.", PULL_BACK),
        ("Chile began building a port.", PULL_BACK),
        ("Chile agreed to hold fire.", AGREE_TO),
        ("Chile could begin withdrawing its troops.", PULL_BACK),
        ("Chile destroyed Peru's missiles.", EASE),
        ("Chile may shut down its reactor.", EASE),
        ("Chile put a plan on ice.", OFFER),
        ("Chile had been sent an invitation.", OFFER),
        ("Chile said it would disarm only if Peru left.", WILL_IF),
        ("Chile is not ready to send troops.", READY_TO_DO),
        ("Chile is ready to discuss the port.", READY_TO_DO),
        ("Chile agreed to accept the plan.", AGREE_TO),
        ("Chile summoned the Peruvian ambassador on Monday.", PROTEST),
        ("Chile summoned its generals over the shelling.", PROTEST),
        ("Chile issued a report to Peru.", UNTIL),
        ("Chile released Luis Rey, a film about a sailor.", SET_FREE),
        ("Chile sent pilots to Peru.", HANDED_OVER),
        ("Pilots of Chile returned from Peru.", COME_FREE),
        ("Goods were brought back from territory controlled by Peru.", COME_FREE),
        ("Chile won its freedom in 1818.", COME_FREE),
        ("Israeli police and soldiers agreed to leave.", AGREE_TO_STOP),
        ("Chile and Peru agreed to stop fishing.", AGREE_TO_STOP),
        ("Envoys of Chile said they have to decide by June.", OBLIGATION),
        ('"We have to decide by June," Chile said.', OBLIGATION),
        ("Chile admitted that Peru's men had killed a sailor.", WRONG),
        ('"Peru attacked the port," Chile said.', WRONG),
        ("Chile said the weather was unacceptable.", SPURN),
        ("Chile would face no consequences, it said.", DIRE),
        ("Chile faced serious consequences, Peru said.", DIRE),
        ("Chile has not lifted its sanctions.", EASE),
        ("Chile halted its trains.", RESTRAIN),
        ("Peru urged Chile to halt its attacks.", HALT),
        ("Chile will not stop its operations.", HALT),
        ("Peru said Chile must stop its attacks.", HALT),
        ("Peru told Chile to halt its attacks.", AGREE_TO_STOP),
        ("Chile agreed to stop fishing.", AGREE_TO_STOP),
        ("Chile agreed that Peru must stop its attacks.", AGREE_TO_STOP),
        ("Chile pledged to stop its attacks.", AGREE_TO_STOP),
        ("Chile released a report on its schools.", SET_FREE),
        ("Chile boycotted the games in Lima.", SPURN),
        ("Chile said its tariffs would stay in place.", WITHHELD),
        ("Chile's envoys will stay in Lima until Peru's return.", WITHHELD),
    ],
)
def test_construction_is_not_found(text: str, name: str) -> None:
    """One's own deeds, things, halted attacks and single actors are something else."""
    assert name not in found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peruvian President Dina Boluarte said that Chile had violated the fisheries accord.",
            ("accusation", "PER", "CHL", "Chile had violated the fisheries accord"),
        ),
        (
            "Chile said on Monday it would suspend missile tests off the coast.",
            ("pledge", "CHL", None, "suspend missile tests off the coast"),
        ),
        (
            "Chile will not lift its embargo against Peru, the foreign ministry said.",
            ("rejection", "CHL", "PER", "lift its embargo against Peru"),
        ),
        (
            "Sanctions would stay in place until Chile opened the port, Peru said.",
            ("demand", "PER", "CHL", "Chile opened the port"),
        ),
    ],
)
def test_who_says_it_holds_it(text: str, expected: tuple[str, str, str | None, str]) -> None:
    """Whoever says so holds the position; whoever is said to do wrong is accused."""
    assert expected in [(d.kind, d.holder, d.target, d.content) for d in statements(text)]


def test_day_of_saying_so_is_not_the_day_of_the_deed() -> None:
    """In "said on Monday it would stop" the Monday hangs on "said"."""
    (tree,) = parse(["Chile said on Monday it would suspend its naval tests."])
    (said,) = [t for t in tree if t.text == "said"]
    (on,) = [t for t in tree if t.text == "on"]

    assert said.i == on.head
    assert on.i in said.children


def test_denied_offer_is_denied() -> None:
    """What somebody denies to have done is not asserted."""
    (denied,) = statements("The White House denied that it had offered to ease sanctions.")

    assert "denied" == denied.modality


def test_denied_truce_is_denied() -> None:
    """Whoever denies it outright, the word alone will do."""
    (denied,) = statements("The rebels of Boko Haram denied any truce with Nigeria.")

    assert ("ceasefire", "denied") == (denied.kind, denied.modality)


@pytest.mark.parametrize(
    "text",
    [
        "Venezuela suspended talks with Colombia on Monday.",
        "The African Union suspended Mali on Monday.",
    ],
)
def test_suspending_talks_or_a_member_is_no_concession(text: str) -> None:
    """Only measures are eased."""
    assert "concession" not in {draft.kind for draft in statements(text)}


@pytest.mark.parametrize("verb", ["carried out", "completed"])
def test_exchange_that_is_carried_out_is_done(verb: str) -> None:
    """A verb says where an exchange stands."""
    (found,) = statements(f"Russia and Ukraine {verb} a prisoner swap on Thursday.")

    assert ("exchange", "done") == (found.kind, found.status)


@pytest.mark.parametrize("verb", ["traded", "exchanged"])
def test_fire_despite_a_truce_violates_it(verb: str) -> None:
    """And the fighting is no truce besides."""
    (found,) = statements(f"Israel and Hamas {verb} fire on Monday despite a truce.")

    assert ("ceasefire", "violated") == (found.kind, found.status)


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        ("Chile will not reopen the port until Peru frees the crew.", "CHL", "Peru frees the crew"),
        ("Chile refused to reopen the port unless Peru freed it.", "CHL", "Peru freed it"),
        ("Chile ruled out talks with Peru until it stops fishing.", "CHL", "it stops fishing"),
    ],
)
def test_refusal_until_others_act_demands_that_they_do(
    text: str, holder: str, content: str
) -> None:
    """It is one demand, without a condition besides (contract, section 2)."""
    (found,) = statements(text)

    assert ("demand", "asserted", None) == (found.kind, found.modality, found.condition)
    assert (holder, content) == (found.holder, found.content)


def test_what_is_done_only_if_others_act_demands_that_they_do() -> None:
    """The words that lead there are no part of it."""
    (found,) = statements("Chile said it would reopen the port only if Peru freed the crew.")

    assert ("demand", "CHL", "Peru freed the crew") == (found.kind, found.holder, found.content)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chile said it would suspend missile tests if Peru freed the crew.", "pledge"),
        ("Chile said it would cut supplies to Peru unless it paid.", "threat"),
    ],
)
def test_condition_of_restraint_is_no_threat(text: str, kind: Kind) -> None:
    """What is promised if others act differs from what is threatened unless they do."""
    kinds = {d.kind: d.modality for d in statements(text)}

    assert "conditional" == kinds[kind]
    assert {kind} == kinds.keys() - {"demand", "exchange", "concession"}
