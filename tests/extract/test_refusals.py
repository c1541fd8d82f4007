"""What is turned down, and what only sounds like it."""

import pytest

from tests.extract.reading import statement, statements


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        (
            "A return to the talks was out of the question, Hamas said.",
            "hamas",
            "A return to the talks",
        ),
        (
            "Relief from sanctions was off the table, the White House said.",
            "USA",
            "Relief from sanctions",
        ),
        (
            "Iran's missiles are not up for negotiation, Oman said.",
            "OMN",
            "Iran's missiles",
        ),
        ("Any deal without Gaza was not an option, Qatar said.", "QAT", "Any deal without Gaza"),
        ("The plan was a farce, Peru said.", "PER", "The plan"),
        (
            "There will be no renegotiation of the treaty, the European Commission said.",
            "eu",
            "renegotiation of the treaty",
        ),
        ("Kenya counselled against sanctions.", "KEN", "sanctions"),
        ("Israel vowed no Palestinian state.", "ISR", "Palestinian state"),
        ("The Arab League came out against the plan.", "arab-league", "the plan"),
    ],
)
def test_what_is_not_to_be_talked_of_is_refused(text: str, holder: str, content: str) -> None:
    """By who says so, whoever's it is."""
    found = statement(text)

    assert ("rejection", holder, content) == (found.kind, found.holder, found.content)


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        (
            "Chile is opposed to the gas deal of Peru and Cuba.",
            "CHL",
            "the gas deal of Peru and Cuba",
        ),
        ("Paris would be opposed to fresh sanctions.", "FRA", "fresh sanctions"),
        ("Chad said it was opposed to a pact with Togo.", "TCD", "a pact with Togo"),
        ("Chad's president remains opposed to talks with Togo.", "TCD", "talks with Togo"),
    ],
)
def test_who_is_opposed_to_something_refuses_it(text: str, holder: str, content: str) -> None:
    """Though it looks like something that is done to him."""
    found = statement(text)

    assert ("rejection", holder, content) == (found.kind, found.holder, found.content)


@pytest.mark.parametrize(
    "text",
    [
        "Peru stayed away from talks with Chile.",
        "Peru's government says it is not going to talks with Chile.",
    ],
)
def test_who_stays_away_from_talks_refuses_them(text: str) -> None:
    """And who is not on his way to them."""
    assert ("rejection", "PER", "CHL") in {(s.kind, s.holder, s.target) for s in statements(text)}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chad said no to talks with Kenya.", "talks with Kenya"),
        ("Chad says no to reopening talks with Kenya.", "reopening talks with Kenya"),
        ("Chad is against the Kenyan plan.", "the Kenyan plan"),
        ("Chad withheld its approval from the accord with Kenya.", "the accord with Kenya"),
        ("Chad poured cold water on Kenya's proposal.", "Kenya's proposal"),
        ("Chad turned a deaf ear to Kenya's proposal.", "Kenya's proposal"),
        ("Chad shot down the Kenyan plan.", "the Kenyan plan"),
        ("Chad blocked a resolution on Kenya.", "a resolution on Kenya"),
        ("Chad called the offer of Kenya premature.", "the offer of Kenya"),
    ],
)
def test_plan_is_refused_in_other_words(text: str, content: str) -> None:
    """What is refused is what others want, not the cold water poured on it."""
    found = next(each for each in statements(text) if each.kind == "rejection")

    assert ("TCD", content) == (found.holder, found.content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chad had no objection to the Kenyan proposal.", "the Kenyan proposal"),
        ("Chad said the Kenyan offer was a good basis for talks.", "the Kenyan offer"),
    ],
)
def test_what_nobody_objects_to_is_accepted(text: str, content: str) -> None:
    """So is what somebody finds good."""
    found = next(each for each in statements(text) if each.kind == "acceptance")

    assert ("TCD", content) == (found.holder, found.content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Peru said it was not a proposal that it could accept.", "a proposal"),
        ("Peru said the plan was not one it would accept.", "the plan"),
        ("Peru called it an offer it would never accept.", "an offer"),
    ],
)
def test_what_nobody_would_accept_is_refused(text: str, content: str) -> None:
    """Though it is the noun before that is said not to be such a one."""
    found = statement(text)

    assert ("rejection", content, "asserted") == (found.kind, found.content, found.modality)


@pytest.mark.parametrize(
    "text",
    [
        "Peru rejected the charge that it had armed the rebels in Chile.",
        "Peru dismissed the allegation as absurd.",
    ],
)
def test_who_denies_a_charge_refuses_nothing(text: str) -> None:
    """He says that it is not so."""
    assert () == statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru conceded that the talks with Chile had gone badly.",
        "Brussels expects the British negotiators again on Monday.",
        "Peru will quit the pact if Chile demands a say, its envoy said.",
    ],
)
def test_admitting_and_awaiting_are_no_positions(text: str) -> None:
    """Nor is what others may yet demand."""
    assert not {"concession", "demand"} & {draft.kind for draft in statements(text)}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Chad's president left Geneva without signing a truce with Kenya.",
            "a truce",
        ),
        (
            "Chadian envoys flew home without signing a peace deal drafted with Kenya.",
            "a peace deal drafted with Kenya",
        ),
    ],
)
def test_who_leaves_without_signing_has_turned_it_down(text: str, content: str) -> None:
    """There is no deal, and no truce."""
    found = statement(text)

    assert ("rejection", "TCD", content) == (found.kind, found.holder, found.content)


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Kenya parted on Thursday without agreeing a truce.",
        "The two sides left Geneva without signing a truce, Chad and Kenya said.",
    ],
)
def test_where_both_leave_neither_has_turned_it_down(text: str) -> None:
    """Nor is there anything agreed."""
    assert () == statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya is unable to accept Chad's proposal, its minister said.",
        "There is no way Kenya will accept the plan, its minister said.",
        "Kenya said it could not support the bill.",
        "The DUP cannot support the deal, Arlene Foster said.",
        "Kenya cannot support what is on the table, its minister said.",
        "Kenya vowed never to negotiate with Chad under pressure.",
        "Kenya promised not to surrender the island to Chad.",
        "Kenya's president called Chad's proposal dead on arrival.",
        "Kenya won't apologise to Chad\nIt was a long day.",
        "The White House will not cooperate with the inquiry.",
    ],
)
def test_who_cannot_or_vows_not_to_refuses(text: str) -> None:
    """What nobody can, will or would on oath do he refuses, however he puts it."""
    assert ["rejection"] == [s.kind for s in statements(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Chad mocked a Kenyan offer of aid.",
        "Chad ridiculed a Kenyan plan for a truce.",
        "Chad heaped scorn on a Kenyan offer of aid.",
        "Chad's leader derided Kenya's proposal.",
        "Chad mocked a package of Kenyan incentives.",
    ],
)
def test_what_is_made_fun_of_is_turned_down(text: str) -> None:
    """Mockery is no answer that takes anything up."""
    assert ("rejection", "TCD", "KEN") in {(s.kind, s.holder, s.target) for s in statements(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya does not support terrorism, its minister said.",
        "Kenya vowed not to attack Chad again.",
        "Kenya signed off on Chad's plan on Monday.",
    ],
)
def test_who_backs_no_deed_or_swears_peace_refuses_nothing(text: str) -> None:
    """Only what others propose can be refused."""
    assert {s.kind for s in statements(text)}.isdisjoint({"rejection", "threat", "agreement"})


def test_answer_of_a_lead_that_is_told_twice_is_one() -> None:
    """Who is told to have said yes has done so to what the sentence before tells."""
    text = "The European Union signed off on another delay on Monday. The EU had said yes, it said."
    assert ["acceptance"] == [s.kind for s in statements(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said it was not interested in talks with Chad.",
        "Despite pressure from Peru, Kenya refused to hold talks with Chad.",
    ],
)
def test_who_is_not_interested_refuses(text: str) -> None:
    """Him whom he names behind it, not who presses him to yield."""
    found = statement(text)

    assert ("rejection", "KEN", "TCD") == (found.kind, found.holder, found.target)


@pytest.mark.parametrize(
    "text",
    [
        "Chad will not respond to Kenya's ultimatum until it receives an apology.",
        "Chad refused to meet Kenya's deadline unless it lifts the embargo.",
        "Chad rejected an offer from Kenya unless it lifts the embargo.",
    ],
)
def test_who_does_not_yield_until_others_act_refuses_and_asks(text: str) -> None:
    """What they ask for is refused, and something is asked of them."""
    found = {(s.kind, s.holder, s.target): s for s in statements(text)}
    refused = found["rejection", "TCD", "KEN"]

    assert ("rejection", "conditional") == (refused.kind, refused.modality)
    assert ("demand", "TCD", "KEN") in found


def test_who_does_nothing_until_others_act_only_asks() -> None:
    """Nobody has asked for it."""
    found = statements("Chad will not lift the embargo until Kenya withdraws its troops.")

    assert {"demand"} == {s.kind for s in found}


@pytest.mark.parametrize(
    ("text", "holder", "target", "content"),
    [
        (
            "Turkey told Greece on Monday to go whistle over its demand for the islands.",
            "TUR",
            "GRC",
            "its demand for the islands",
        ),
        ("Turkey tells Greece to 'go whistle' over islands", "TUR", "GRC", "islands"),
        (
            'Morocco can "go whistle" over its claim to the enclaves, Spain said on Tuesday.',
            "ESP",
            "MAR",
            "its claim to the enclaves",
        ),
        ("Uganda could whistle for its money, Kenya said.", "KEN", "UGA", "its money"),
        ("Ukraine can forget about a seat in NATO, Lavrov said.", "RUS", "UKR", "a seat in NATO"),
        ("Kenya said that Uganda could go to hell.", "KEN", "UGA", None),
    ],
)
def test_who_is_told_that_he_asks_in_vain_is_turned_down(
    text: str, holder: str, target: str, content: str | None
) -> None:
    """By whoever says so, and demands nothing by it."""
    found = statement(text)

    assert ("rejection", holder) == (found.kind, found.holder)
    assert (target, content) == (found.target, found.content)


def test_what_somebody_cannot_forget_is_not_asked_in_vain() -> None:
    """Nor is somebody turned down who is told to act."""
    found = statements("Uganda cannot forget about its dead. Kenya told Uganda to open the border.")

    assert [("demand", "KEN", "UGA")] == [(s.kind, s.holder, s.target) for s in found]


@pytest.mark.parametrize(
    "text",
    [
        "Peru termed Chile's offer of talks an eyewash.",
        "Peru called Chile's announcement of a truce false.",
        "Peru dubbed Chile's truce a smokescreen.",
        "Peru described the truce declared by Chile as bogus.",
        'Chile\'s unilateral truce is "a sick joke", Peru said.',
    ],
)
def test_who_calls_an_offer_a_trick_turns_it_down(text: str) -> None:
    """However it is named, and whatever the parser makes of what it is called."""
    assert ("rejection", "PER", "CHL") in {(s.kind, s.holder, s.target) for s in statements(text)}


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        (
            "The Peruvian government told a former minister to defy a subpoena from Chile.",
            "PER",
            "defy a subpoena from Chile",
        ),
        (
            "Peru has instructed its ambassador not to comply with a request from Chile.",
            "PER",
            "comply with a request from Chile",
        ),
        (
            "Peru on Monday ordered aides to ignore a summons from Chile.",
            "PER",
            "ignore a summons from Chile",
        ),
        (
            "Peru blocked its former envoy from testifying before the Chilean Senate.",
            "PER",
            "testifying before the Chilean Senate",
        ),
        (
            "Peru's president defied a subpoena from Chilean lawmakers on Monday.",
            "PER",
            "a subpoena from Chilean lawmakers",
        ),
    ],
)
def test_who_has_his_own_people_refuse_refuses(text: str, holder: str, content: str) -> None:
    """That they are told to is no demand."""
    (found,) = statements(text)

    assert ("rejection", holder, content) == (found.kind, found.holder, found.content)


@pytest.mark.parametrize(
    "text",
    [
        "Peru urged Chile to ignore the request from Bolivia.",
        "Peru told its envoy to hand over the papers to Chile.",
    ],
)
def test_who_tells_others_what_to_refuse_has_refused_nothing(text: str) -> None:
    """Nor has who tells his own people to yield."""
    assert "PER" not in {s.holder for s in statements(text) if s.kind == "rejection"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('Peru\'s proposal was met with a flat "no" from Chile on Monday.', "Peru's proposal"),
        ("The Peruvian plan drew a sharp refusal from Chile.", "The Peruvian plan"),
        ("Peru's initiative got a rebuff from Chile.", "Peru's initiative"),
        ("Chile gave a resounding no to Peru's plan.", "Peru's plan"),
    ],
)
def test_what_meets_with_a_no_is_refused_by_whom_it_comes_from(text: str, content: str) -> None:
    """Not by who had offered it."""
    (found,) = [s for s in statements(text) if s.kind == "rejection"]

    assert ("CHL", "PER", content) == (found.holder, found.target, found.content)


def test_what_meets_with_silence_is_not_refused() -> None:
    """Nor is whom one met a refusal."""
    text = "Peru's offer was met with silence from Chile, whose envoy met with Kenya's minister."
    assert "rejection" not in {s.kind for s in statements(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru called the deal with Chile a historic mistake.", "rejection"),
        ("Peru said the Chilean plan was a terrible plan.", "rejection"),
        ("The Chilean proposal was called absurd by Peru's foreign minister.", "rejection"),
        ("Peru said Chile's decision was very good news.", "acceptance"),
        ("Peru said the Chilean announcement was welcome.", "acceptance"),
    ],
)
def test_what_others_offer_or_do_is_judged(text: str, kind: str) -> None:
    """By a verb that names it, or a copula; a historic mistake is no praise."""
    (found,) = statements(text)
    assert (kind, "PER") == (found.kind, found.holder)
