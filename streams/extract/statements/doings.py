"""Say what it is that a verb tells of: restraint or aid, harm, or what nobody wants.

The verbs stand in `rules/deeds.yaml`.
"""

from collections.abc import Iterator

from streams.extract.statements.deals import DEALS
from streams.extract.statements.deeds import deeds
from streams.extract.statements.easings import drops, gives_up_law
from streams.extract.statements.negation import is_negated
from streams.extract.statements.offers import COPULAS, NAMING
from streams.extract.syntax import behind, children, object_lemmas
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

STAYING = frozenset({"remain", "stay", "stick"})
"""What who does with a deal keeps it."""
CALLING = COPULAS | NAMING | {"treat"}
"""Verbs by which something is, or is taken for, a thing."""
HITTING = frozenset({"hit", "slap", "strike", "target", "punish"})
RETURNING = frozenset({"return", "rejoin"})


def is_good(tree: Tree, i: int) -> bool:
    """Say whether a verb tells of restraint or aid that is no truce."""
    things = object_lemmas(tree, i)
    if harms(tree, i) or drops(tree, i):
        return False
    if tree[i].lemma in deeds().more:
        return bool(things & deeds().funds)
    if gives_up_law(tree, i):
        return False  # whoever gives in to protests concedes
    return tree[i].lemma in deeds().good and not things & (deeds().fighting | deeds().elsewhere)


def stays_in(tree: Tree, i: int) -> bool:
    """Say whether somebody keeps a deal, or comes back to it: "STAY in the accord"."""
    things = object_lemmas(tree, i)
    stays = tree[i].lemma in STAYING and bool(things & deeds().elsewhere)
    return stays or (tree[i].lemma in RETURNING and bool(things & DEALS))


def harms(tree: Tree, i: int) -> bool:
    """Say whether a verb tells of harm done to others: "hit back", "take countermeasures"."""
    if tree[i].lemma in deeds().inflict and object_lemmas(tree, i) & deeds().reprisals:
        return True
    if any(t.text == "force" for t in behind(tree, i, "with", "by")):
        return True  # "would RESPOND with force"
    if tree[i].lemma in {"keep", "continue"}:  # "would KEEP bombing"
        return any(harms(tree, t.i) for t in children(tree, i, "xcomp"))
    return is_among(tree, i, deeds().harm)


def burdens(tree: Tree, i: int) -> bool:
    """Say whether a verb lays a burden on others: "IMPOSE sanctions", "HIT with tariffs"."""
    with_what = {t.lemma for t in behind(tree, i, "with")} if tree[i].lemma in HITTING else set()
    laid = object_lemmas(tree, i) if tree[i].lemma in deeds().inflict else set()
    if not (with_what | laid).isdisjoint(deeds().measures):
        return True
    return tree[i].lemma in deeds().inflict and any(_of_burdens(tree, i))


def _of_burdens(tree: Tree, i: int) -> Iterator[Token]:
    """Yield the burdens that the object of a verb is of: "the return of SANCTIONS".

    So is "the SNAPBACK mechanism".
    """
    ways = (t.i for t in children(tree, i, "dobj") if t.lemma in deeds().inflicted)
    for way in ways:
        words = (*behind(tree, way, "of"), *children(tree, way, "compound", "amod", "nmod"))
        yield from (t for t in words if t.lemma in deeds().measures | deeds().reprisals)


def is_dire(tree: Tree, i: int) -> bool:
    """Say whether a verb tells of what nobody wants: "pay a price", "be legitimate targets"."""
    spared = any(is_negated(tree, t.i) for t in children(tree, i, "dobj"))
    bears = tree[i].lemma in deeds().bear and object_lemmas(tree, i) & deeds().dire and not spared
    return bool(bears) or _is_called_hostile(tree, i) or tree[i].lemma in deeds().rue


def _is_called_hostile(tree: Tree, i: int) -> bool:
    """Say whether it is told whom one would fight: "would be a TARGET", "an ACT of war"."""
    if tree[i].lemma not in CALLING:
        return False
    called = [*children(tree, i, "attr", "oprd"), *behind(tree, i, "as")]
    of_war = any(t.lemma == "war" for each in called for t in behind(tree, each.i, "of"))
    aimed_at = tree[i].lemma in COPULAS and any(t.lemma == "target" for t in called)
    return of_war or aimed_at
