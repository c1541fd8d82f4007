"""Say whether a verb is of who mediates: "ACTED as go-between", "RESIGNED as peace envoy"."""

from collections.abc import Iterator

from streams.extract.statements.outcomes import outcome_rules
from streams.extract.syntax import NAMES, behind, children, conjuncts, is_verb
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

CARRYING = frozenset("carry ferry relay pass convey take transmit deliver bring shuttle".split())
WORDS = frozenset("message letter note proposal offer reply answer word idea".split())
BRIDGING = frozenset({"bridge", "narrow", "close"})
GAPS = frozenset({"gap", "difference", "divide", "distance", "disagreement"})
GETTING = frozenset({"bring", "get", "coax", "nudge", "steer"})
FORTH = frozenset({"forth", "fro"})
"""The last word of "back and FORTH", "to and FRO"."""
TAKING = frozenset({"have", "want", "welcome", "accept", "keep", "retain"})
"""Verbs by which others take a mediator, who is named: "agreed to HAVE B AS mediator"."""
PLURAL = 2
"""How many it takes to go between."""


def goes_between(tree: Tree, i: int) -> bool:
    """Say whether somebody goes between others: "CARRIED messages between A and B".

    So does who travels back and forth, narrows their gaps, reconciles them or brings them back to
    the table.
    """
    if not is_verb(tree[i]):
        return False
    lemma, things = tree[i].lemma, {t.lemma for t in children(tree, i, "dobj")}
    if (lemma in CARRYING and things & WORDS) or (lemma in BRIDGING and things & GAPS):
        return _is_between(tree, i)
    if any(
        tree[c].lemma in FORTH for t in children(tree, i, "advmod") for c in conjuncts(tree, t.i)
    ):
        return _is_between(tree, i)
    both = any(_are_names(tree, t) for t in children(tree, i, "dobj"))
    return both and (lemma == "reconcile" or (lemma in GETTING and _to_table(tree, i)))


def _is_between(tree: Tree, i: int) -> bool:
    """Say whether a verb, or its object, has names behind "between"."""
    words = (i, *(t.i for t in children(tree, i, "dobj", "advmod")))
    return any(_are_names(tree, t) for word in words for t in behind(tree, word, "between"))


def _are_names(tree: Tree, word: Token) -> bool:
    """Say whether a word and those beside it are two names: "A and B", "A's and B's armies"."""
    return sum(tree[c].tag in NAMES for c in conjuncts(tree, word.i)) >= PLURAL


def _to_table(tree: Tree, i: int) -> bool:
    """Say whether somebody is brought to talk: "bring them BACK TO THE TABLE"."""
    back = (t.i for t in children(tree, i, "advmod"))
    ends = (t.lemma for word in (i, *back) for t in behind(tree, word, "to", "around", "round"))
    return not (outcome_rules().tables | {"table"}).isdisjoint(ends)


def is_of_mediator(tree: Tree, i: int) -> bool:
    """Say whether somebody becomes a mediator, is one, or is no longer one."""
    if not is_verb(tree[i]) or not is_among(tree, i, outcome_rules().posting):
        return False
    return any(_mediates(tree, post) for post in _posts(tree, i))


def _posts(tree: Tree, i: int) -> Iterator[Token]:
    """Yield as what somebody acts: "AS a mediator", "named him MEDIATOR"."""
    taken = tree[i].lemma in TAKING
    persons = (t.i for t in children(tree, i, "dobj") if t.tag in NAMES or not taken)
    for word in (i, *persons):
        yield from behind(tree, word, "as")
    yield from children(tree, i, "oprd")


def _mediates(tree: Tree, post: Token) -> bool:
    """Say whether a post is a mediator's; an envoy's only if he is one of peace."""
    if post.lemma == "envoy":
        kinds = children(tree, post.i, "compound", "amod")
        return any(t.lemma in {"peace", "special"} for t in kinds)
    return post.lemma in outcome_rules().mediators
