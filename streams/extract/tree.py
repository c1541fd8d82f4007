"""The dependency tree of a sentence, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence; offsets into the sentence, `head` and `children` into its tree."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]


Tree = tuple[Token, ...]


def hung(words: Sequence[Token]) -> Tree:
    """Return words as a tree in which the children are those that their heads say."""
    below: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            below[word.head].append(word.i)
    return tuple(replace(word, children=tuple(below[word.i])) for word in words)


def leads_to_a_root(tree: Tree) -> bool:
    """Say whether no words hang on one another in a circle, which would keep readers for ever."""
    known: set[int] = set()
    for token in tree:
        path: set[int] = set()
        above = token
        while above.head != above.i and above.i not in known:
            if above.i in path:
                return False
            path.add(above.i)
            above = tree[above.head]
        known |= path
    return True
