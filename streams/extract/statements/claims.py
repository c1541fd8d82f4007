"""Claims that are denied, which refuses nothing: "rejected the CHARGE"."""

from streams.extract.rulebook import Rules, load
from streams.extract.syntax import children
from streams.extract.tree import Token, Tree

OBJECTS = ("dobj", "nsubjpass")
TO_WHAT = frozenset({"to", "on", "over"})


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
    denied = (o for o in (*children(tree, verb.i, *OBJECTS), *of_relative) if o.lemma in claims)
    return any(not _is_laid(tree, claim) for claim in denied)


def _is_laid(tree: Tree, claim: Token) -> bool:
    """Say whether a claim is to something, which is no report: "its claims TO the islands"."""
    return any(t.text.lower() in TO_WHAT for t in tree[claim.i + 1 : claim.i + 2])
