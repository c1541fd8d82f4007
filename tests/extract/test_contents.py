"""Where the content of a position ends, and what is promised to who keeps his word."""

import pytest

from tests.extract.reading import statement, statements


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        (
            "A Chilean spokesman told a daily briefing that Chile would never surrender to Peru.",
            "rejection",
            "that Chile would never surrender to Peru",
        ),
        (
            "Chad asked that Sudan withdraw its troops on the grounds that the truce was over.",
            "demand",
            "Sudan withdraw its troops",
        ),
        (
            "Peru urged Chile to lift its ban because prices had risen.",
            "demand",
            "lift its ban",
        ),
        (
            "Peru urged Chile to accept the plan, and in Lima the bishops are preparing a draft.",
            "demand",
            "accept the plan",
        ),
        (
            "The UN envoy urged him to tell the rebels of Peru to yield.",
            "demand",
            "tell the rebels of Peru to yield",
        ),
        (
            "Peru said it had no intention of giving up the port and left for Chile.",
            "rejection",
            "giving up the port",
        ),
        (
            "Peru telephoned both generals of Chile to press each of them to let aid pass.",
            "demand",
            "let aid pass",
        ),
        (
            "The proposal of Chile was turned down flat by Peru.",
            "rejection",
            "The proposal of Chile",
        ),
        (
            "The UN urged both to choose peace over war, and in Lima Peru is said to be preparing.",
            "demand",
            "choose peace over war",
        ),
        (
            "Peru demanded that Chile publish the text, and asked why it was late.",
            "demand",
            "Chile publish the text",
        ),
        (
            "Peru demanded that Chile withdraw and Bolivia lift its ban.",
            "demand",
            "Chile withdraw and Bolivia lift its ban",
        ),
        ("Chad dismissed that as an insult to its people.", "rejection", "an insult to its people"),
        (
            "If the promises are kept, Chad will return to the implementation of the treaty, "
            "its president said.",
            "pledge",
            "return to the implementation of the treaty",
        ),
    ],
)
def test_contents_end_where_the_clause_does(text: str, kind: str, content: str) -> None:
    """What else is told in a sentence is no part of what somebody wants or refuses."""
    told = statement(text)

    assert (told.kind, told.content) == (kind, content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chad said it would honour the deal with Sudan.", "honour the deal with Sudan"),
        (
            "Chad said it would abide by the agreement with Sudan.",
            "abide by the agreement with Sudan",
        ),
        ("Chad and Sudan each said they would honour the deal.", "honour the deal"),
        ("The Chadian army said it would stick to the treaty.", "stick to the treaty"),
    ],
)
def test_who_will_keep_his_word_pledges_it(text: str, content: str) -> None:
    """To perform what was agreed is an undertaking, though a deal is an outcome of its own."""
    told = statement(text)

    assert (told.kind, told.content) == ("pledge", content)


def test_a_plan_that_meets_terms_pledges_nothing() -> None:
    """Only an actor keeps his word."""
    told = statements("Chad said the plan was good if it would meet the terms.")

    assert [s.kind for s in told] == ["acceptance"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Iran will reject a European offer of aid to give up enrichment.",
            "a European offer of aid to give up enrichment",
        ),
        ("Iran refused to give up enrichment, Chad said.", "give up enrichment"),
    ],
)
def test_what_an_offer_is_for_is_not_what_is_turned_down(text: str, content: str) -> None:
    """Though the parser takes it for what is refused."""
    assert content == statement(text).content
