"""Positions in other words: who holds them, and what they are about."""

import pytest

from schemas.vocabulary import POSITIONS
from tests.extract.reading import statement, statements


@pytest.mark.parametrize(
    "text",
    [
        "Peru opened its border with Chile on Monday in a gesture of goodwill.",
        "Peru let an aid ship from Chile dock in Callao.",
        "Peru let 200 trucks from Chile in on Monday.",
    ],
)
def test_letting_in_help_is_a_concession(text: str) -> None:
    """So is what is done as a gesture."""
    found = statement(text)

    assert ("concession", "PER") == (found.kind, found.holder)


@pytest.mark.parametrize(
    "text",
    [
        "Peru said it would withdraw two clauses of the bill that Chile had criticised.",
        "Peru has dropped disputed parts of the legislation that led to a row with Chile.",
        "Peru ditches contested clauses of port bill criticised by Chile",
        "Peru to withdraw the port bill criticised by Chile",
        "Peru agreed on Monday to postpone its tariffs on Chile.",
        "Peru agrees to delay tariffs on Chile until August",
        "Peru said it would pause its tariffs on Chile for 30 days.",
    ],
)
def test_who_takes_back_a_bill_or_puts_off_a_tariff_concedes(text: str) -> None:
    """So does who only announces it: he was asked for it."""
    assert {"concession"} == {each.kind for each in statements(text) if each.holder == "PER"}


def test_who_agrees_to_lift_a_measure_still_pledges_it() -> None:
    """It is lifted when it is lifted; what is put off is put off at once."""
    assert "pledge" == statement("Peru agreed to lift its tariffs on Chile.").kind


def test_who_ends_his_opposition_has_yielded() -> None:
    """He opposes nothing by it."""
    found = statement("Peru has ended its opposition to Chile's membership.")

    assert ("concession", "PER", "CHL") == (found.kind, found.holder, found.target)


def test_who_agrees_to_support_what_others_seek_accepts_it() -> None:
    """Of his own he does nothing."""
    found = statement("Peru has agreed to support Chile's bid to join the bloc.")

    assert ("acceptance", "PER", "CHL") == (found.kind, found.holder, found.target)


@pytest.mark.parametrize("thing", ["coal mines", "coal-fired power plants", "fossil fuels"])
def test_coal_is_of_the_climate(thing: str) -> None:
    """Though there is power in it, and a mine."""
    assert "climate" == statement(f"Peru said it would no longer finance {thing}.").issue


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Peru released a ten-point paper on the war.", "a ten-point paper"),
        ("Peru published a plan to end the war in Chile.", "a plan to end the war in Chile"),
        ("Peru called for talks in a six-point plan.", "a six-point plan"),
        (
            "Peru called on Monday for a truce in Chad in a six-point proposal to end the war.",
            "a six-point proposal to end the war",
        ),
        ("A six-point plan issued by Peru urges a truce.", "A six-point plan"),
    ],
)
def test_who_publishes_a_plan_for_others_proposes_it(text: str, content: str) -> None:
    """By its points, or by what it is to end, it is known from other papers."""
    found = next(each for each in statements(text) if each.kind == "proposal")

    assert ("PER", content) == (found.holder, found.content)


def test_plan_demands_what_who_has_issued_it_demands() -> None:
    """The plan itself holds nothing."""
    found = statements("A six-point plan issued by Peru urges Chile to yield.")

    assert {("demand", "PER"), ("proposal", "PER")} == {(each.kind, each.holder) for each in found}


@pytest.mark.parametrize(
    "text",
    [
        "Peru published a list of prisoners.",
        "Peru released a paper on trade with Chile.",
        "Peru publishes its plan to spur growth",
    ],
)
def test_not_all_that_is_published_is_a_proposal(text: str) -> None:
    """Papers are published on anything."""
    assert "proposal" not in {each.kind for each in statements(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Peru denounced a proposal by Chile on the border.",
        "Peru's president blasts Chilean proposal",
        "Peru slams Chile's peace initiative",
        "Peru called Chile's terms delusional.",
    ],
)
def test_who_finds_fault_with_an_offer_turns_it_down(text: str) -> None:
    """He blames nobody for it."""
    found = {each.kind: each for each in statements(text) if each.holder == "PER"}

    assert {"rejection": "CHL"} == {kind: each.target for kind, each in found.items()}


def test_violence_is_laid_at_the_door_of_whom_it_is_blamed_on() -> None:
    """Who does so accuses him."""
    found = statement("Cuba laid the violence at the door of the United States.")

    assert ("accusation", "CUB", "USA") == (found.kind, found.holder, found.target)


def test_who_writes_a_statement_holds_what_it_says() -> None:
    """The paper holds nothing."""
    found = statement("France issued a statement pressing Peru and Chile to return to the table.")

    assert ("demand", "FRA") == (found.kind, found.holder)


def test_truce_that_is_proposed_is_no_truce() -> None:
    """Nor is it violated."""
    found = statement("A truce was proposed by the bishops.")

    assert ("ceasefire", "proposed") == (found.kind, found.status)


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        (
            "The next session ought to be held in Lima, Peru's government said.",
            "demand",
            "The next session ought to be held in Lima",
        ),
        (
            "Peru would like Chile to draw up a list of prisoners.",
            "demand",
            "draw up a list of prisoners",
        ),
        (
            "Peru had offered an extension of the pact to Chile.",
            "proposal",
            "an extension of the pact to Chile",
        ),
        ("Peru handed out a third draft on Monday.", "proposal", "a third draft"),
        (
            "Peru's minister said it would double its contribution to the fund.",
            "pledge",
            "double its contribution to the fund",
        ),
        (
            "Peru is understood to have given up its insistence on a new port in Chile.",
            "concession",
            "a new port in Chile",
        ),
        (
            "Iran no longer insists on the lifting of all sanctions, Oman said.",
            "concession",
            "the lifting of all sanctions",
        ),
        (
            "France will no longer oppose the deal with Mercosur, Macron said.",
            "concession",
            "the deal",
        ),
        (
            "Peru said it would no longer arrest fishermen from Chile.",
            "pledge",
            "no longer arrest fishermen from Chile",
        ),
        (
            "Peru said it would not build new bases on its border with Chile.",
            "pledge",
            "build new bases on its border with Chile",
        ),
        (
            "Peru said it would no longer finance coal mines in Chile.",
            "pledge",
            "no longer finance coal mines in Chile",
        ),
        (
            "Peru said it would not impose tariffs on Chile.",
            "pledge",
            "impose tariffs on Chile",
        ),
        (
            "Peru said it would not make new offers to Chile.",
            "rejection",
            "make new offers to Chile",
        ),
        ("China vowed tariffs on soybeans from Brazil.", "threat", "tariffs on soybeans"),
        (
            "Peru lobbied Chile hard on Monday to lift its ban.",
            "demand",
            "lift its ban",
        ),
        (
            "Peru said yes to a longer truce with Chile.",
            "acceptance",
            None,
        ),
        (
            "Peru said it would send no more ships to Chile, a pledge that the navy welcomed.",
            "pledge",
            "send no more ships to Chile",
        ),
        (
            "The Taliban will not meet the Afghan government before all troops have left.",
            "demand",
            "all troops have left",
        ),
    ],
)
def test_positions_in_other_words(text: str, kind: str, content: str | None) -> None:
    """Obliging, liking, offering, adding to what is given, and no longer insisting."""
    found = next(draft for draft in statements(text) if draft.kind in POSITIONS)

    assert (kind, content) == (found.kind, found.content)


@pytest.mark.parametrize("what", ["an attack on the port of Peru", "a review of its ties to Peru"])
def test_who_undertakes_a_thing_has_pledged_nothing(what: str) -> None:
    """He does it; who undertakes to do something gives his word."""
    assert "pledge" not in {draft.kind for draft in statements(f"Chile undertook {what}.")}
    assert "pledge" == statement("Chile undertook to reopen the border with Peru.").kind


def test_his_country_is_that_of_who_says_so() -> None:
    """And none that is named in between."""
    found = statement(
        "In Chile on Monday the president of Peru said his country would reopen the port."
    )

    assert ("pledge", "PER") == (found.kind, found.holder)


def test_another_sentence_may_name_who_holds_a_position() -> None:
    """Of what a headline leaves to the lead."""
    found = statement(
        "Office deeply regrets North's rude refusal of fish plan\n"
        "The office in Lima expressed regret on Friday "
        "after Chile bluntly rebuffed Peru's fish plan."
    )

    assert ("rejection", "CHL") == (found.kind, found.holder)


def test_unnamed_kidnappers_are_a_side() -> None:
    """Of an article that names no group and tells of captives."""
    found = statement("Gunmen who abducted pupils in Nigeria demanded that the government pay.")

    assert ("demand", "kidnappers") == (found.kind, found.holder)


def test_gunmen_of_a_group_are_the_group() -> None:
    """Whatever they have done."""
    found = statement(
        "Boko Haram abducted pupils in Nigeria. The gunmen demanded that the government pay."
    )

    assert ("demand", "boko-haram") == (found.kind, found.holder)


def test_headline_without_its_side_takes_it_from_who_speaks_below() -> None:
    """The lead says who holds what the headline tells more plainly."""
    found = statement(
        "Globalist Macron begs Trump to save Obama's Iran deal\n"
        "French President Emmanuel Macron came to Washington on Tuesday and asked President Donald"
        " Trump to break one of his central campaign promises by keeping the United States in"
        " Barack Obama's Iran nuclear deal."
    )

    assert ("demand", "FRA", "USA") == (found.kind, found.holder, found.target)


def test_government_of_a_headline_is_that_of_who_speaks_in_it() -> None:
    """Headlines have no articles by which it would be a certain one."""
    found = statement(
        "Mexico says no: Leftist government refuses to keep migrants off U.S. soil\nMore soon."
    )

    assert ("rejection", "MEX") == (found.kind, found.holder)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Kim Jong Un, the North Korean leader, announced that his country would conduct no"
            " further tests of missiles, a pledge that comes a week before he meets South Korea's"
            " president.",
            "conduct no further tests of missiles",
        ),
        (
            "Beijing targets Trump voters: China vows tariffs on soybeans, cars",
            "tariffs on soybeans",
        ),
        (
            "Emmanuel Macron lobbied President Trump at the White House on Tuesday to stick with"
            " the Iran nuclear deal.",
            "stick with the Iran nuclear deal",
        ),
        (
            "Belgium would like the 28 states to draw up a joint list.",
            "the 28 states to draw up a joint list",
        ),
    ],
)
def test_content_of_long_sentences(text: str, content: str) -> None:
    """It is neither what is said before nor what only names it."""
    assert [content] == [draft.content for draft in statements(text)]


@pytest.mark.parametrize(
    ("text", "kind", "holder", "content"),
    [
        (
            "Chile says Peru faces severe consequences if it quits the fishing pact.",
            "threat",
            "CHL",
            "severe consequences",
        ),
        (
            "Peru on Monday lifted its ban on fish from Chile.",
            "concession",
            "PER",
            "lifted its ban on fish from Chile",
        ),
    ],
)
def test_who_holds_what_in_headlines_and_leads(
    text: str, kind: str, holder: str, content: str
) -> None:
    """The present of a headline, and a day between who acts and what he does."""
    found = statement(text)

    assert (kind, holder, content) == (found.kind, found.holder, found.content)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Kim Jong Un says North Korea will stop nuclear, missile tests\n"
            "North Korean leader Kim Jong Un said his country no longer needs to carry out nuclear"
            " tests and would halt them starting Saturday.",
            "demand",
        ),
        ("Hamas has given up its demand for a full withdrawal, Egypt said.", "demand"),
        ("Trump talked of signing a deal with China in May.", "agreement"),
        (
            "Iran's president threatens Trump: Leave deal and face 'severe consequences'",
            "agreement",
        ),
        ('Chile showed what it called a "half ton" of papers from Peru on Monday.', "demand"),
    ],
)
def test_what_only_looks_like_it_is_none(text: str, kind: str) -> None:
    """What nobody needs to do, is told to do, or what something is called on a day."""
    assert kind not in {draft.kind for draft in statements(text)}


def test_truce_that_is_renewed_beside_a_concession_is_told() -> None:
    """It is no part of what is conceded."""
    found = statements(
        "Sudan's government allowed humanitarian relief to Darfur and renewed a truce with rebels."
    )

    assert {"concession", "ceasefire"} == {draft.kind for draft in found}


@pytest.mark.parametrize(
    "text",
    [
        "Egypt's government succumbed to protests.",
        "Egypt's president capitulated to the protesters.",
        "Egypt knuckled under on Monday.",
        "Egypt buckled under pressure from the street.",
    ],
)
def test_who_gives_way_under_pressure_concedes(text: str) -> None:
    """Whatever it is in which he does."""
    found = statement(text)

    assert ("concession", "EGY") == (found.kind, found.holder)


@pytest.mark.parametrize(
    "text",
    [
        "Three soldiers of Egypt succumbed to their wounds.",
        "The army of Egypt buckled under fire.",
        "Egypt decided not to withdraw the bill after protests.",
    ],
)
def test_who_gives_way_to_something_else_concedes_nothing(text: str) -> None:
    """Or who has decided not to."""
    assert "concession" not in {each.kind for each in statements(text)}
