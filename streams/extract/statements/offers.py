"""What others offer, and what it is to assent to it or to call it unacceptable."""

from collections.abc import Iterator

from streams.extract.statements.deeds import deeds
from streams.extract.statements.negation import is_negated
from streams.extract.syntax import behind, children
from streams.extract.tree import Tree

ASSENTING = frozenset({"agree", "consent", "accede", "assent"})
"""Verbs that take up what stands behind "to"."""
NAMING = frozenset({"call", "describe", "brand", "label", "deem", "consider", "regard", "dismiss"})
COPULAS = frozenset({"be", "remain"})
PUTTING_FORWARD = frozenset(
    {"propose", "put", "offer", "draft", "float", "suggest", "table", "draw"}
)


def assents(tree: Tree, i: int) -> bool:
    """Say whether a verb takes up what others offer: "AGREED to B's request"."""
    return tree[i].lemma in ASSENTING and any(_is_offer(tree, t.i) for t in behind(tree, i, "to"))


def _is_offer(tree: Tree, i: int) -> bool:
    """Say whether a noun is what others offer: "a REQUEST", "a TRUCE put forward by B"."""
    if tree[i].lemma not in deeds().offers:
        return False
    return tree[i].lemma not in deeds().come_about or is_put_forward(tree, i)


def is_put_forward(tree: Tree, i: int) -> bool:
    """Say whether it is told of a noun who proposes it: "a truce PROPOSED by B"."""
    return any(t.lemma in PUTTING_FORWARD for t in children(tree, i, "acl"))


def is_unacceptable(tree: Tree, i: int) -> bool:
    """Say whether a word turns down what others offer: "is UNACCEPTABLE", "is a FARCE"."""
    said = tree[i].lemma in deeds().unacceptable and tree[i].dep in {"acomp", "attr"}
    if not said or is_negated(tree, i):
        return False
    return any(t.lemma in deeds().offers for t in children(tree, tree[i].head, "nsubj"))


def is_off_table(tree: Tree, i: int) -> bool:
    """Say whether a copula is of what nobody is to talk of: "WAS out of the question"."""
    if tree[i].lemma not in COPULAS:
        return False
    said_of_it = {*_phrases(tree, i), *(t.lemma for t in children(tree, i, "attr"))}
    if is_negated(tree, i):
        return not said_of_it.isdisjoint(deeds().negotiable)
    return not said_of_it.isdisjoint(deeds().off_table)


def _phrases(tree: Tree, i: int) -> Iterator[str]:
    """Yield the prepositions of a word with their nouns, without articles: "out of question"."""
    for prep in children(tree, i, "prep"):
        yield from (f"{prep.lemma} {noun.lemma}" for noun in children(tree, prep.i, "pobj"))
        yield from (f"{prep.lemma} {phrase}" for phrase in _phrases(tree, prep.i))


def calls_unacceptable(tree: Tree, i: int) -> bool:
    """Say whether a verb does so: "CALLED the plan a non-starter", "DESCRIBED it as"."""
    if tree[i].lemma not in NAMING:
        return False
    things = [t.i for t in children(tree, i, "dobj") if t.lemma in deeds().offers]
    called = [*children(tree, i, "oprd", "attr", "acomp")]
    for word in (i, *things):
        preps = [t.i for t in children(tree, word, "prep") if t.lemma == "as"]
        called += [t for prep in preps for t in children(tree, prep)]
    return bool(things) and any(t.lemma in deeds().unacceptable for t in called)
