"""Whom a position is addressed to, and what it is about."""

import pytest

from tests.extract.reading import statement, statements


@pytest.mark.parametrize(
    ("text", "holder", "target"),
    [
        ("Merkel warned that Europeans would hit back if Chile put duties on cars.", "DEU", "CHL"),
        ("Peru warned Chile that Bolivia would close the port if Brazil did.", "PER", "CHL"),
        ("Peru said it would meet the rebels only after Chile lifts its sanctions.", "PER", "CHL"),
        ("Kenya said the Sudanese initiative was an attempt to bypass Chad.", "KEN", "SDN"),
        ("Kenya said Chad had never kept its promises under the accord.", "KEN", "TCD"),
        ("Chad went back on its promise, Kenya said.", "KEN", "TCD"),
        ("Kenya lambasted a decision by Chad to close the border.", "KEN", "TCD"),
        ("Peru said it would seek an agreement under which Chile frees the river.", "PER", "CHL"),
        ("Chile, Peru repeated, must open the border.", "PER", "CHL"),
        ("Peru replied that Chile must open the border.", "PER", "CHL"),
        ("Peru rejected the presence in Bolivia of troops sent by Chile.", "PER", "CHL"),
        ("Peru said the plan was off the table and demanded that Chile open it.", "PER", "CHL"),
        ("Kenya, which Chad has accused of arming rebels, stayed away.", "TCD", "KEN"),
        ("Chad's army spoke of Kenya, which it accuses of arming rebels.", "TCD", "KEN"),
    ],
)
def test_who_has_to_act_is_addressed(text: str, holder: str, target: str) -> None:
    """And who is blamed, not who is named first or whose allies act."""
    found = statements(text)[-1]

    assert (holder, target) == (found.holder, found.target)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Peru demanded that Bolivia be excluded from the talks.", "CHL"),
        ("Peru demanded that Bolivia be let in by Brazil.", "BRA"),
        ("Peru demanded that Bolivia leave the talks.", "BOL"),
    ],
)
def test_to_whom_it_is_to_be_done_is_not_addressed(text: str, target: str) -> None:
    """A demand in the passive leaves it to the other side to act, unless it says to whom."""
    found = statements(f"Peruvian and Chilean envoys were in Lima.\n{text}")

    assert [target] == [demand.target for demand in found]


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("Burhan refused to join talks in Switzerland.", "rsf"),
        ("Burhan ruled out a summit in Kenya.", "rsf"),
        ("Burhan rejected a meeting with Kenya in Oman.", "KEN"),
        ("Burhan rejected the plan.", "rsf"),
        ("Burhan proposed a prisoner swap.", "rsf"),
        ("Burhan pledged to protect villages.", None),
        ("Kenya pledged to protect villages.", None),
    ],
)
def test_refusals_go_to_the_other_side_of_the_dispute(said: str, target: str | None) -> None:
    """So do demands and offers; what somebody promises he promises nobody unless it says whom."""
    lead = "Sudan has long fought the Rapid Support Forces.\nKenyan and Sudanese delegations met.\n"

    assert target == statement(f"{lead}{said}").target


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        (
            "Convoys to Sudan will be resumed, a Chadian official said.",
            "pledge",
            "Convoys to Sudan will be resumed",
        ),
        (
            "Chad said aid to Sudan would be resumed and Kenya closed its port.",
            "pledge",
            "aid to Sudan would be resumed",
        ),
        (
            "A Chadian minister warned that such ships would be treated as targets.",
            "threat",
            "such ships would be treated as targets",
        ),
    ],
)
def test_what_will_be_done_holds_who_says_so(text: str, kind: str, content: str) -> None:
    """In the passive nobody acts; what it is done to is part of what is promised."""
    found = statement(text)

    assert (kind, "TCD", content) == (found.kind, found.holder, found.content)


@pytest.mark.parametrize(
    ("text", "target", "content"),
    [
        ("Chad called for Sudan and Kenya to open the border.", ("SDN", "KEN"), "open the border"),
        ("Chad appealed for Sudan to open the border.", "SDN", "open the border"),
        ("Chad's call for Sudan to open the border was ignored.", "SDN", "open the border"),
        ("Chad called for members of the council to stand down.", None, "stand down"),
        ("Chad asked for the border to be opened.", None, "the border to be opened"),
        ("Chad called for talks to end the war.", None, "talks to end the war"),
        ("A pullout remains Chad's chief condition for any deal.", None, "A pullout"),
    ],
)
def test_what_is_called_for_is_for_others_to_do(
    text: str, target: str | tuple[str, ...] | None, content: str
) -> None:
    """Nor do they do it already; a thing that is called for may have its own purpose."""
    found = statement(text)

    assert ("demand", target, content) == (found.kind, found.target, found.content)


def test_what_others_are_not_to_do_is_turned_down() -> None:
    """As a plan is of which the same is said."""
    found = statement("Chad said it was unacceptable for Sudanese troops to stay on its soil.")

    told = ("rejection", "SDN", "Sudanese troops to stay on its soil")
    assert told == (found.kind, found.target, found.content)


def test_who_calls_things_by_a_name_calls_for_nothing() -> None:
    """What stands behind "for" is what the name is of."""
    text = "Chad called it unacceptable for foreign troops to remain in the country."

    assert "demand" not in {found.kind for found in statements(text)}


def test_position_of_a_headline_goes_to_whom_the_lead_says() -> None:
    """A headline has room for one of them."""
    title = "Chad accepts Kenya's plan for a truce"
    lead = "Chad accepted on Tuesday a plan for a truce drafted by Kenya and Peru."

    (accepted,) = [d for d in statements(f"{title}\n{lead}") if d.kind == "acceptance"]

    assert ("KEN", "PER") == accepted.target


def test_first_sentence_tells_the_position_of_the_headline_whomever_that_addresses() -> None:
    """One threat: the isle is whom it is to hit, the state whom it is to move."""
    title = "Chad threatens to strike Malta"
    lead = "Chad is considering a plan to fire missiles at Peru, its army said."

    (threat,) = [d for d in statements(f"{title}\n{lead}") if d.kind == "threat"]

    assert "PER" == threat.target


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        (
            "Peru said Chile must open the border, while Bolivia kept its own shut.",
            "demand",
            "Chile must open the border",
        ),
        (
            "Peru said Chile should open the border, and that Chileans would be welcome.",
            "demand",
            "Chile should open the border",
        ),
        ("Peru called on the parties to refrain from force.", "demand", "refrain from force"),
        (
            "Peruvian preconditions include the release of a pilot.",
            "demand",
            "the release of a pilot",
        ),
        ("Peru remains opposed to foreign bases.", "rejection", "foreign bases"),
        (
            '"There is no place for foreign bases," the Peruvian minister said.',
            "rejection",
            "foreign bases",
        ),
        ("Peru said the deal with Chile was vital.", "acceptance", "the deal with Chile"),
        (
            "Peru did not rule out negotiating a treaty with Chile.",
            "acceptance",
            "negotiating a treaty with Chile",
        ),
        ("Athens dismissed Turkish claims to the islands.", "rejection", "Turkish claims"),
    ],
)
def test_content_is_what_is_wanted_or_not(text: str, kind: str, content: str) -> None:
    """Without what is told beside it."""
    found = statement(text)

    assert (kind, content) == (found.kind, found.content)


@pytest.mark.parametrize(
    "text",
    [
        "We are not asking for land, the Peruvian minister said.",
        "A truce would be the next step if the panel is formed, the American envoy said.",
        "The talks with Chile have yet to begin, Peru said.",
        "Peru apologised to no one.",
        "Iran made the talks dependent on consultations at home.",
        '"Nyet," Lavrov said when asked whether Russia would accept European troops.',
    ],
)
def test_what_is_not_asked_or_yet_to_come_is_no_position(text: str) -> None:
    """Whatever words it is told in."""
    assert () == statements(text)


def test_what_is_eased_only_if_others_act_is_a_demand() -> None:
    """A benefit withheld asks for something (contract, section 2)."""
    found = statement("Brussels will lift its duties only when Beijing has opened its market.")

    assert ("demand", "eu", "CHN") == (found.kind, found.holder, found.target)


def test_targets_are_a_threat() -> None:
    """Who is told that he would be one is threatened."""
    found = statement("The Kremlin said that Polish peacekeepers would be legitimate targets.")

    assert ("threat", "RUS", "POL") == (found.kind, found.holder, found.target)


def test_whoever_stays_away_is_threatened() -> None:
    """Also where nobody is named who does."""
    found = statement("Ankara said that parties which stay away will suffer the consequences.")

    assert ("threat", "TUR") == (found.kind, found.holder)


@pytest.mark.parametrize(
    ("text", "status", "modality"),
    [
        ("Chad will sign an accord with Kenya on Friday.", "signed", "planned"),
        ("Chad signed an accord with Kenya on Monday.", "signed", "asserted"),
        ("Chad pulled out of the accord with Kenya.", "withdrawn", "asserted"),
    ],
)
def test_deal_is_planned_before_it_is_signed(text: str, status: str, modality: str) -> None:
    """And left by who pulls out of it."""
    found = statement(text)

    assert ("agreement", status, modality) == (found.kind, found.status, found.modality)


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("Peru called the step a breakthrough.", "acceptance", "the step"),
        (
            "Peru said the announcement was not sufficient.",
            "rejection",
            "the announcement",
        ),
        ("The RSF dismissed the offer as theatre.", "rejection", "the offer"),
        (
            "Cambodia thanked China for its help in the talks.",
            "acceptance",
            "its help in the talks",
        ),
        ("According to Kyiv, Russia must leave Crimea.", "demand", "Russia must leave Crimea"),
        ("The IMF has asked Pakistan to raise its tariffs.", "demand", "raise its tariffs"),
        ("Kyiv is not ready to discuss Crimea, Yermak said.", "rejection", "discuss Crimea"),
        ("Russia said that it could live with the agreement.", "acceptance", "the agreement"),
        ("Washington made clear that it would not lift sanctions.", "rejection", "lift sanctions"),
        ("Washington made it plain that Iran must yield.", "demand", "Iran must yield"),
        ("Peru let it be known that Chile must yield.", "demand", "Chile must yield"),
        ("Juba said it would keep bombing the camps.", "threat", "keep bombing the camps"),
        (
            "The EU made the loan conditional on elections in Serbia.",
            "demand",
            "elections in Serbia",
        ),
        (
            "The Kremlin poured cold water on the idea of a summit.",
            "rejection",
            "the idea of a summit",
        ),
        (
            "Japan lodged a complaint with South Korea over the court ruling.",
            "accusation",
            "the court ruling",
        ),
        (
            "Macron said on Friday that Russia had to leave.",
            "demand",
            "Russia had to leave",
        ),
        (
            "Peru said that there would be no second phase without the release of a pilot.",
            "demand",
            "the release of a pilot",
        ),
    ],
)
def test_verdict_is_a_position(text: str, kind: str, content: str) -> None:
    """And its content is on what it is passed."""
    found = statement(text)

    assert (kind, content) == (found.kind, found.content)


@pytest.mark.parametrize(
    "text",
    [
        "Trump welcomed Japan's prime minister, Shinzo Abe, to his Florida estate.",
        "Macron urged Trump not to withdraw from the Iran nuclear accord.",
        "Peru delayed the release of 600 Chilean prisoners.",
    ],
)
def test_what_only_sounds_like_it_is_none(text: str) -> None:
    """Guests are no proposal, what others are to leave nobody leaves, who is held is not free."""
    kinds = {found.kind for found in statements(text)}

    assert kinds.isdisjoint({"acceptance", "rejection", "exchange"})


def test_reasons_for_a_welcome_are_no_pledge() -> None:
    """It is the decision that would help."""
    found = statement("China welcomed the decision, saying it would help ease tensions.")

    assert "acceptance" == found.kind


def test_what_is_hailed_has_been_declared() -> None:
    """Whoever hails a truce breaks none."""
    kinds = {f.kind: f.status for f in statements("China hailed the truce in Sudan on Monday.")}

    assert "declared" == kinds.get("ceasefire", "declared")


def test_what_is_announced_besides_is_told_of_who_announces_it() -> None:
    """Also where a second verb has no subject of its own."""
    found = statement("Peru announced that it needed no tests and would shut down its test site.")

    assert ("pledge", "PER") == (found.kind, found.holder)


def test_who_would_walk_away_threatens() -> None:
    """A warning to quit is a threat (contract, section 2)."""
    assert "threat" == statement("Davis said that Britain would walk away.").kind


def test_who_counters_makes_an_offer_of_his_own() -> None:
    """It is not what the other side has put on the table."""
    found = statements(
        "Colombia put a six-month truce on the table; the ELN countered with a year."
    )

    assert [("proposal", "COL"), ("proposal", "eln")] == [(f.kind, f.holder) for f in found]


def test_what_would_be_an_act_of_war_is_a_threat() -> None:
    """To whoever would do it."""
    assert "threat" == statement("Pakistan said that India's dam would be an act of war.").kind


def test_who_is_not_honest_refuses_nothing() -> None:
    """He only does not negotiate as he should."""
    found = statements("In Seoul's view, Pyongyang is not negotiating in good faith.")

    assert "rejection" not in {each.kind for each in found}


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        (
            "Peru blamed Chile and Kenya on Monday for the collapse of the talks.",
            "accusation",
            "the collapse of the talks",
        ),
        ("Kenya presented Chad with a plan for a truce.", "proposal", "a plan for a truce"),
        (
            "Peru has given the Chilean government until the end of the month to pull its forces "
            "back.",
            "threat",
            "pull its forces back",
        ),
        (
            "Chad has made the lifting of sanctions a condition for further talks.",
            "demand",
            "the lifting of sanctions",
        ),
    ],
)
def test_who_is_addressed_is_not_what_it_is_about(text: str, kind: str, content: str) -> None:
    """Nor is the day in between, nor what depends on it."""
    assert (kind, content) in [(found.kind, found.content) for found in statements(text)]


def test_they_are_a_people_before_whoever_is_named_besides() -> None:
    """In whose presence something is said is not who has to act."""
    found = statements(
        "Chad's president said in a meeting with Kenyan leader William Ruto that he would cut off "
        "funding to the Palestinians unless they agreed to talks."
    )

    assert ("TCD", "PSE") in {(s.holder, s.target) for s in found if s.kind == "threat"}
