"""Find the word on which a marked statement hangs: what governs the words of its content."""

from collections.abc import Iterable

from schemas.vocabulary import POSITIONS
from streams.extract.speech import speech_rules
from streams.extract.statements.features import FUNCTION, is_candidate
from streams.extract.syntax import ancestors, subtree, touching
from streams.extract.tree import Tree
from streams.training.corpus import Labelled, Marked

PUNCTUATION = frozenset({".", ",", "``", "''", ":", "-LRB-", "-RRB-", "HYPH"})
OUTSPOKEN = frozenset({"insist", "warn", "claim", "declare", "announce"})
"""Verbs of saying that take a position by themselves."""
SIDES = ("party", "holder", "target", "mediator", "place", "when")


def find_anchor(tree: Tree, statement: Labelled) -> int | None:
    """Return the index of the word, None where the spans reveal none."""
    content = next((s for s in statement.spans if s.slot == "content"), None)
    if statement.kind in POSITIONS and content is not None:
        return _over_content(tree, content)
    sides = [s for slot in SIDES for s in statement.spans if s.slot == slot]
    return _over_sides(tree, sides[:4])


def _over_content(tree: Tree, content: Marked) -> int | None:
    inside = _words(tree, content)
    head = _head(tree, inside)
    if head is None:
        return None
    above = next(
        (t.i for t in ancestors(tree, head) if t.i not in inside and t.tag not in FUNCTION), None
    )
    if above is None or (_merely_says(tree, above) and tree[head].dep in {"ccomp", "ROOT"}):
        return head
    return above if is_candidate(tree[above]) else head


def _merely_says(tree: Tree, i: int) -> bool:
    return tree[i].lemma in speech_rules().verbs - OUTSPOKEN


def _over_sides(tree: Tree, sides: Iterable[Marked]) -> int | None:
    """Return the lowest word above all of those who take part."""
    heads = [h for s in sides if (h := _head(tree, _words(tree, s))) is not None]
    chains = [[t.i for t in ancestors(tree, h) if is_candidate(t)] for h in heads]
    chains = [chain for chain in chains if chain]
    if not chains:
        return None
    common = [i for i in chains[0] if all(i in chain for chain in chains)]
    return common[0] if common else chains[0][0]


def _words(tree: Tree, span: Marked) -> frozenset[int]:
    words = touching(tree, span.start, span.end)
    return frozenset(i for i in words if tree[i].tag not in PUNCTUATION)


def _head(tree: Tree, words: frozenset[int]) -> int | None:
    tops = [i for i in sorted(words) if tree[i].head not in words or tree[i].head == i]
    if not tops:
        return None
    return tops[0] if len(tops) == 1 else max(tops, key=lambda i: len(subtree(tree, i)))
