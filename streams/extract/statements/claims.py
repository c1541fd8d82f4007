"""Claims that are denied, which refuses nothing: "rejected the CHARGE"."""

from streams.extract.rulebook import Rules, load
from streams.extract.syntax import children
from streams.extract.tree import Token, Tree

OBJECTS = ("dobj", "nsubjpass")


class DenialRules(Rules, frozen=True):
    """`rules/denials.yaml`."""

    outright: frozenset[str]
    refusing: frozenset[str]
    claims: frozenset[str]
    versions: frozenset[str]
    deeds: frozenset[str]
    outcomes: frozenset[str]


def denial_rules() -> DenialRules:
    """Return the rules on what is denied, and by which verbs."""
    return load("denials", DenialRules)


def denies_claim(tree: Tree, verb: Token, claims: frozenset[str]) -> bool:
    """Say whether it is one of these that a verb denies: "a CHARGE that Kyiv rejected"."""
    of_relative = (tree[verb.head],) if verb.dep == "relcl" else ()
    return any(o.lemma in claims for o in (*children(tree, verb.i, *OBJECTS), *of_relative))
