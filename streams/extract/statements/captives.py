"""Who or what an exchange sets free, by the verb or noun that tells of it."""

from collections.abc import Iterator

from streams.extract.syntax import (
    behind,
    children,
    conjuncts,
    is_passive,
    is_verb,
    patients,
    subjects,
)
from streams.extract.tree import Token, Tree

CLAUSAL = ("ccomp", "xcomp")


def changing_hands(tree: Tree, i: int) -> Iterator[Token]:
    """Yield who or what changes hands by a verb or a noun."""
    yield from (freed if is_verb(tree[i]) else exchanged)(tree, i)


def freed(tree: Tree, verb: int) -> Iterator[Token]:
    """Yield who or what is set free: the object, the subject of a passive or of "walked free"."""
    if (tree[verb].dep, tree[verb].tag) == ("acl", "VBN"):
        moved: tuple[int, ...] = (tree[verb].head,)
    elif is_passive(tree, verb):
        moved = patients(tree, verb)
    else:
        let = (n.i for c in children(tree, verb, *CLAUSAL) for n in children(tree, c.i, "nsubj"))
        moved = (*(t.i for t in children(tree, verb, "dobj")), *let) or subjects(tree, verb)
    yield from (tree[i] for first in moved for i in conjuncts(tree, first))


def exchanged(tree: Tree, noun: int) -> Iterator[Token]:
    """Yield what a noun says is exchanged: "PRISONER swap", "release of HOSTAGES"."""
    yield from children(tree, noun, "compound", "nmod")
    yield from (tree[i] for i in counted(tree, noun))


def counted(tree: Tree, noun: int) -> Iterator[int]:
    """Yield what is counted: "dozens of HOSTAGES", "two of the HOSTAGES"."""
    yield from (t.i for t in behind(tree, noun, "of"))
