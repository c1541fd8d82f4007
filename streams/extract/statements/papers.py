"""Say whose word a paper is: "A issued a statement urging B to yield"."""

from streams.extract.syntax import subjects
from streams.extract.tree import Tree

PAPERS = frozenset(
    "statement letter note message declaration communique communiqué resolution motion".split()
)


def writers(tree: Tree, paper: int) -> tuple[int, ...]:
    """Return who puts out a paper that takes a position; nobody where the word is no paper."""
    put_out = tree[paper].lemma in PAPERS and tree[paper].dep == "dobj"
    return subjects(tree, tree[paper].head) if put_out else ()
