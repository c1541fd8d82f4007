"""The dependency tree of a sentence, as plain values."""

from dataclasses import dataclass


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
