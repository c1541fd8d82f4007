"""Headlines and sentences that the parser misreads, as they are mended."""

import pytest

from streams.extract.parse import parse
from streams.extract.tree import Token, Tree

HEADLINES = [
    "Israel-Hamas truce talks stall in Doha",
    "Gaza ceasefire talks resume in Cairo",
    "Iran-US nuclear talks resume in Vienna",
    "Sudan army rejects truce with RSF",
    "Ethiopia rejects call for four-way mediation",
    "Chile delays steel tariffs on Peru until June",
    "Saudi Arabia, Iran agree to restore ties",
    "Russia, Ukraine accuse each other of breaking truce",
    "Chile's envoys said on Monday that talks would resume.",
    "Peru offered on Friday to resume flights.",
]


def tree_of(text: str) -> Tree:
    (tree,) = parse([text])
    return tree


def word(tree: Tree, text: str) -> Token:
    return next(token for token in tree if token.text == text)


@pytest.mark.parametrize(
    ("text", "subject", "verb", "lemma"),
    [
        ("Israel-Hamas truce talks stall in Doha", "talks", "stall", "stall"),
        ("Gaza ceasefire talks resume in Cairo", "talks", "resume", "resume"),
        ("Iran-US nuclear talks resume in Vienna", "talks", "resume", "resume"),
        ("Sudan army rejects truce with RSF", "army", "rejects", "reject"),
        ("Ethiopia rejects call for four-way mediation", "Ethiopia", "rejects", "reject"),
        ("Venezuela halts talks with opposition", "Venezuela", "halts", "halt"),
    ],
)
def test_headline_has_its_verb(text: str, subject: str, verb: str, lemma: str) -> None:
    """What the parser takes for a noun behind the name or behind "talks"."""
    tree = tree_of(text)
    told = word(tree, verb)

    assert ("ROOT", lemma) == (told.dep, told.lemma)
    assert ("nsubj", told.i) == (word(tree, subject).dep, word(tree, subject).head)


def test_what_the_verb_is_about_is_its_object() -> None:
    """With all that hangs on it."""
    tree = tree_of("Ethiopia rejects call for four-way mediation")
    call = word(tree, "call")

    assert ("NN", "dobj", word(tree, "rejects").i) == (call.tag, call.dep, call.head)
    assert word(tree, "for").head == call.i


def test_demands_of_somebody_stay_his_demands() -> None:
    """A noun behind a name that does something is no verb."""
    demands = word(tree_of("Iran demands were met with silence in Geneva."), "demands")

    assert "NNS" == demands.tag


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Saudi Arabia, Iran agree to restore ties", "Arabia", "Iran"),
        ("Russia, Ukraine accuse each other of breaking truce", "Russia", "Ukraine"),
    ],
)
def test_comma_stands_for_and(text: str, first: str, second: str) -> None:
    """Between two names that a headline opens with."""
    tree = tree_of(text)

    assert ("conj", word(tree, first).i) == (word(tree, second).dep, word(tree, second).head)


def test_comma_of_an_apposition_stands_for_nothing() -> None:
    """A second comma closes it."""
    tree = tree_of("Tehran, Iran, rejected the offer on Monday.")

    assert "conj" not in {token.dep for token in tree}


@pytest.mark.parametrize("text", HEADLINES)
def test_mended_trees_are_trees(text: str) -> None:
    """Every word hangs on the one that has it for a child, one on itself."""
    tree = tree_of(text)

    assert 1 == sum(token.head == token.i for token in tree)
    for token in tree:
        assert token.head == token.i or token.i in tree[token.head].children
        assert all(tree[child].head == token.i for child in token.children)
