"""A claim that is denied in the same article is one mention, with who denies it."""

import pytest

from schemas import Mention
from streams.extract import extract
from tests.extract.reading import article

ACCUSED = "Israel accused Hamas of violating the truce on Monday."
DENIED = [
    (f"{ACCUSED} Hamas denied the accusation.", "accusation", "hamas"),
    (f"{ACCUSED} Hamas dismissed the claim.", "accusation", "hamas"),
    ("Russia accused Ukraine of breaking the ceasefire, which Kyiv denied.", "accusation", "UKR"),
    (
        "Azerbaijan accused Armenia of opening fire on its positions, an accusation that the"
        " defence ministry in Yerevan denied.",
        "accusation",
        "ARM",
    ),
    (
        "Nigeria said it had agreed a ceasefire with Boko Haram. The group denied that there was"
        " any truce.",
        "ceasefire",
        "boko-haram",
    ),
    (
        'Nigeria announced a ceasefire with Boko Haram. "We have not made a ceasefire with anyone,"'
        " Abubakar Shekau of Boko Haram said on Monday.",
        "ceasefire",
        "boko-haram",
    ),
    (
        "Iran said it held talks with the United States on Friday. Washington denied the report.",
        "talks",
        "USA",
    ),
]


def _mentions(text: str) -> tuple[Mention, ...]:
    return extract(article(text)).mentions


@pytest.mark.parametrize(("text", "kind", "by"), DENIED)
def test_denied_claim_is_one_mention(text: str, kind: str, by: str) -> None:
    """It names who denies it and shows where; the denial is no rejection besides."""
    (mention,) = _mentions(text)
    shown = [text[e.start : e.end] for e in mention.evidence if e.field == "denied_by"]

    assert (kind, (by,)) == (mention.kind, mention.denied_by)
    assert len(shown) == 1


@pytest.mark.parametrize(
    "answer",
    ["Hamas did not deny it.", "Hamas denied visas to two envoys.", "Egypt denied the claim."],
)
def test_what_is_no_denial_by_the_accused_is_none(answer: str) -> None:
    """Not what is negated, nor what is withheld, nor what a third says."""
    assert [()] == [m.denied_by for m in _mentions(f"{ACCUSED} {answer}") if m.kind == "accusation"]


def test_rejection_beside_a_denial_stays() -> None:
    """What is rejected in the same sentence is not the claim."""
    text = f"{ACCUSED} Hamas denied it and rejected a proposal by Egypt for a new truce."
    kinds = {m.kind: m for m in _mentions(text)}

    assert ("hamas",) == kinds["accusation"].denied_by
    assert "a proposal by Egypt for a new truce" == kinds["rejection"].content


@pytest.mark.parametrize("who", ["it", "its envoys"])
def test_denial_that_is_the_news_stays_what_it_is(who: str) -> None:
    """There is no claim in the article that it could be put to."""
    (talks,) = _mentions(f"Iran denied that {who} had met Israeli officials.")

    assert ("denied", ()) == (talks.modality, talks.denied_by)


def test_denial_far_behind_is_of_something_else() -> None:
    """Only an accusation, and of no more than a few sentences before."""
    between = "Farmers in the region hoped for rain. " * 4
    assert [()] == [
        m.denied_by for m in _mentions(f"{ACCUSED} {between}Hamas denied the accusation.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"We made no truce with Nigeria," the leader of Boko Haram said.',
        '"We have agreed to no ceasefire with Nigeria," the leader of Boko Haram said.',
        "The leader of Boko Haram said in a video that there was no truce with Nigeria.",
        '"There is no ceasefire with Nigeria," Boko Haram said.',
        "Boko Haram reiterated that it had no truce with Nigeria.",
        "The leader of Boko Haram said his men had made no truce with Nigeria.",
    ],
)
def test_truce_that_a_side_says_it_has_not_made_is_denied(text: str) -> None:
    """What there is none of by the word of one who would have made it was claimed by others."""
    (truce,) = [m for m in _mentions(text) if m.kind == "ceasefire"]

    assert ("declared", "denied") == (truce.status, truce.modality)


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Sudan reached no truce in their talks, Kenya said.",
        "Chad said that it and Sudan had reached no truce.",
        "Kenya said there was no truce between Chad and Sudan yet.",
    ],
)
def test_truce_that_is_not_reached_is_not_denied(text: str) -> None:
    """They have bargained in vain, so far."""
    assert not [m for m in _mentions(text) if m.kind == "ceasefire"]
