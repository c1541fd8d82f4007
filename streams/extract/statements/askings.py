"""What is asked of others without a verb of asking: "it is up to B to", "will come only if"."""

from collections.abc import Iterator
from itertools import islice

from streams.extract.statements.deals import on_what
from streams.extract.statements.deeds import deeds
from streams.extract.statements.negation import is_negated
from streams.extract.statements.quotations import is_said
from streams.extract.syntax import ancestors, children, has_to, is_verb, marks
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

DEPENDING = frozenset({"depend", "hinge"})
ASKED = frozenset({"insistence", "call", "request", "claim"})
"""What one drops, or does not, beside what one has laid down."""
AWAY = 2
"""Steps above a verb at which "it is vital" stands."""


def is_needful(tree: Tree, i: int) -> bool:
    """Say whether somebody says that a thing ought to be done: "it is VITAL that B STOP".

    "It is TIME to stop", "it is UP TO B to stop".
    """
    to_do = is_verb(tree[i]) and (has_to(tree, i) or "that" in marks(tree, i))
    copula = judging(tree, i) if to_do else None
    if copula is None or not is_said(tree, copula.i) or is_negated(tree, copula.i):
        return False
    said_of_it = {t.lemma for t in children(tree, copula.i, "acomp", "attr")}
    return any(charged(tree, i)) or not said_of_it.isdisjoint(deeds().needful)


def judging(tree: Tree, i: int) -> Token | None:
    """Return the copula of "it is vital" above what is vital."""
    over = islice(ancestors(tree, i), AWAY)
    copula = next((t for t in over if t.lemma == "be"), None)
    if copula is None or all(t.text.lower() != "it" for t in children(tree, copula.i, "nsubj")):
        return None
    return copula


def charged(tree: Tree, i: int) -> Iterator[Token]:
    """Yield up to whom it is to do something: "it is up TO B to act"."""
    copula = judging(tree, i)
    up = children(tree, copula.i, "prep", "advmod", "acomp") if copula is not None else ()
    to = (t.i for word in up if word.lemma == "up" for t in children(tree, word.i, "prep"))
    yield from (t for prep in to for t in children(tree, prep, "pobj"))


def keeps_asking(tree: Tree, i: int) -> bool:
    """Say whether somebody does not drop what he asks for: "will NOT GIVE UP its demand"."""
    return is_negated(tree, i) and is_among(tree, i, deeds().drop) and any(kept(tree, i))


def kept(tree: Tree, i: int) -> Iterator[Token]:
    """Yield the demands that are dropped, or not."""
    asked = deeds().laid_down | ASKED
    return (t for t in children(tree, i, "dobj") if t.lemma in asked)


def depends_on_others(tree: Tree, i: int) -> bool:
    """Say whether talks, or what is to come of them, DEPEND on what others do, as one side says."""
    depends = tree[i].lemma in DEPENDING or tree[i].lemma == "be"
    if not depends or is_negated(tree, i) or not is_said(tree, i):
        return False
    agreed = deeds().elsewhere | deeds().offers | deeds().without
    return any(t.lemma in agreed for t in children(tree, i, "nsubj")) and any(on_what(tree, i))


def is_under_pressure(tree: Tree, i: int) -> bool:
    """Say whether others press somebody to act: "is under PRESSURE from A to accept"."""
    under = (tree[i].lemma, tree[tree[i].head].lemma) == ("pressure", "under")
    return under and any(pressed_for(tree, i))


def pressed_for(tree: Tree, i: int) -> Iterator[Token]:
    """Yield what others press somebody to do: "is under pressure TO ACCEPT"."""
    verb = tree[tree[i].head].head
    acts = (*children(tree, i, "acl"), *children(tree, verb, "xcomp", "advcl"))
    return (t for t in acts if has_to(tree, t.i))
