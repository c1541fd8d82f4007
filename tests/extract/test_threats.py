"""What threatens, though no word for it stands there, and what only sounds like it."""

import pytest

from tests.extract.reading import statement, statements


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chad vowed revenge on Kenya.", "revenge on Kenya"),
        ("Chad promised to spill more Kenyan blood.", "spill more Kenyan blood"),
        ("Chad vowed to respond to Kenya with force.", "respond to Kenya with force"),
        ("Chad promised to make Kenya pay.", "make Kenya pay"),
        ("Chad said it was ready to use force against Kenya.", "use force against Kenya"),
        (
            "Chad's president said he was prepared to walk away from the talks with Kenya.",
            "walk away from the talks with Kenya",
        ),
        (
            "Chad said it reserved the right to respond to Kenya.",
            "the right to respond to Kenya",
        ),
        (
            "Chad said it would not hesitate to hit back at Kenya.",
            "hesitate to hit back at Kenya",
        ),
        (
            "Chad said it would take all necessary measures against Kenya.",
            "take all necessary measures against Kenya",
        ),
        (
            "Chad's foreign ministry said there would be consequences for Kenya.",
            "consequences for Kenya",
        ),
        (
            "Chad said it would have no choice but to leave the accord with Kenya.",
            "no choice but to leave the accord with Kenya",
        ),
        ("Chad said it was weighing a strike on Kenya.", "a strike on Kenya"),
        ("Chad will impose tariffs on Kenya, its president said.", "impose tariffs on Kenya"),
        (
            "Chad will hit Kenya with sanctions, its president said.",
            "hit Kenya with sanctions",
        ),
        ("Chad said it was considering striking Kenya.", "striking Kenya"),
        ("Chad said it was studying plans to bomb Kenya.", "plans to bomb Kenya"),
    ],
)
def test_harm_is_vowed_in_other_words(text: str, content: str) -> None:
    """By who would do it, to whom it would be done."""
    found = statement(text)

    assert ("threat", "TCD", "KEN") == (found.kind, found.holder, found.target)
    assert content == found.content


@pytest.mark.parametrize(
    "text",
    [
        "Chad is ready to trigger the return of sanctions on Kenya.",
        "Chad said it would activate the snapback mechanism against Kenya unless it came back.",
        "Chad will wait until Friday for Kenya to change its approach.",
        "Chad said it was ready to wait two weeks for Kenya to answer.",
        "Chad laid down a two-week deadline for Kenya to leave the zone.",
        "Chad has announced a June deadline for Kenya to repeal the law.",
    ],
)
def test_others_are_told_what_comes_or_by_when_to_act(text: str) -> None:
    """Whatever way that leads to sanctions, and however long one will wait."""
    found = statement(text)

    assert ("threat", "TCD", "KEN") == (found.kind, found.holder, found.target)


def test_states_that_say_it_together_hold_it_together() -> None:
    """The parser takes them for more of what stands before."""
    text = (
        "Iran has three weeks to resume talks or face the return of sanctions, Chad, Mali and "
        "Kenya said in a letter."
    )
    found = next(each for each in statements(text) if each.kind == "threat")

    assert ("TCD", "MLI", "KEN") == found.holder


def test_who_speaks_with_a_group_of_others_is_heard_alone() -> None:
    """Outlets name such groups each in its own way."""
    found = statement("Chad must open its border, Kenya and the African Union said.")

    assert ("demand", "KEN") == (found.kind, found.holder)


@pytest.mark.parametrize(
    "text",
    [
        "Chad's president waited an hour for Kenya's to arrive.",
        "Chad said it was waiting for Kenya to answer.",
    ],
)
def test_who_only_waits_sets_no_deadline(text: str) -> None:
    """It is what he will do that tells others by when to act."""
    assert "threat" not in {each.kind for each in statements(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Chad is examining an attack on a school in Kenya.",
        "Chad said it was weighing plans for a bridge to Kenya.",
        "The council asked Chad to consider a strike on poverty in Kenya.",
    ],
)
def test_what_is_looked_into_is_no_threat(text: str) -> None:
    """Nor what harms nobody, nor what others ask for."""
    assert "threat" not in {each.kind for each in statements(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's attack will not go unanswered, Chad's foreign minister said.",
        "Chad said that the Kenyan raid would not go unpunished.",
    ],
)
def test_deed_is_to_have_an_answer(text: str) -> None:
    """Who says so threatens whose deed it was."""
    found = statement(text)

    assert ("threat", "TCD", "KEN") == (found.kind, found.holder, found.target)


@pytest.mark.parametrize(
    "text",
    [
        "Chad said it would slap tariffs on Kenya if Kenya did not stop the raids.",
        "Chad said it would recall its envoys from Kenya if Kenya did not keep its word.",
    ],
)
def test_what_is_done_unless_others_act_threatens_them(text: str) -> None:
    """Though it is something good that they are to do."""
    found = statement(text)

    assert ("threat", "TCD", "KEN") == (found.kind, found.holder, found.target)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Chad promised Kenya relief from tariffs.", ["pledge"]),
        ("Chad vowed to lift tariffs on Kenya.", ["pledge"]),
        ("Chad said it would cooperate with the forces of Kenya.", ["pledge"]),
        ("Chad reserves the right to name an envoy to Kenya.", []),
        ("Chad had no choice but to accept the plan of Kenya.", ["acceptance"]),
        ("Chad said there were consequences for Kenya.", []),
        ("Kenya's attack went unanswered, Chad's foreign minister said.", []),
    ],
)
def test_good_and_what_is_past_threatens_nobody(text: str, kinds: list[str]) -> None:
    """It takes harm, and that it is still to come."""
    assert kinds == [each.kind for each in statements(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chad may suspend talks with Kenya, its foreign minister said.", "suspend talks"),
        ("Chad said it could pull out of the treaty with Kenya.", "pull out of the treaty"),
        ("Chad might cancel talks with Kenya, its officials said.", "cancel talks"),
        ("Chad may suspend talks with Kenya unless Kenya opens the border.", "suspend talks"),
        ("Chad is considering suspending talks with Kenya, its minister said.", "suspending talks"),
    ],
)
def test_talks_that_somebody_says_he_may_break_off(text: str, content: str) -> None:
    """He threatens to, by his own word or on a condition."""
    found = [each for each in statements(text) if each.kind == "threat"]

    assert [("TCD", True)] == [
        (each.holder, (each.content or "").startswith(content)) for each in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chad may suspend talks with Kenya, analysts said.",
        "Chad may cancel the talks with Kenya.",
        "The talks between Chad and Kenya may end on Friday, the mediator said.",
        "Chad may attend talks with Kenya, its foreign minister said.",
    ],
)
def test_talks_of_which_others_think_that_they_may_end(text: str) -> None:
    """Nobody who takes part threatens."""
    assert "threat" not in [each.kind for each in statements(text)]


def test_options_on_the_table_are_a_threat() -> None:
    """That force is one of them goes without saying."""
    found = statement("Kenya's president said all options were on the table against Chad.")
    assert ("threat", "TCD") == (found.kind, found.target)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chad issued a threat to cut off aid to Kenya.", "cut off aid to Kenya"),
        ("Chad repeated its threat to quit the pact with Kenya.", "quit the pact with Kenya"),
    ],
)
def test_threat_that_is_issued_is_one(text: str, content: str) -> None:
    """Its noun tells it, and the verb that it is made."""
    (found,) = (s for s in statements(text) if s.kind == "threat")

    assert ("TCD", content) == (found.holder, found.content)


def test_who_issues_no_threat_makes_none() -> None:
    """Nor has he made one who will."""
    text = "Chad issued no threat to cut off aid to Kenya."

    assert "threat" not in {s.kind for s in statements(text)}
