"""Say whose word a paper is: "A issued a statement urging B to yield"."""

from streams.extract.syntax import agents, children, subjects
from streams.extract.tree import Tree

PAPERS = frozenset(
    "statement letter note message declaration communique communiqué resolution motion".split()
)


PLANS = PAPERS | frozenset("plan proposal initiative blueprint paper text document".split())


def writers(tree: Tree, paper: int) -> tuple[int, ...]:
    """Return who puts out a paper that takes a position; nobody where the word is no paper.

    So does a plan that somebody has put out: "a plan issued BY A urges B to yield".
    """
    if tree[paper].lemma in PAPERS and tree[paper].dep == "dobj":
        return subjects(tree, tree[paper].head)
    put_out = children(tree, paper, "acl") if tree[paper].lemma in PLANS else ()
    return tuple(who for act in put_out for who in agents(tree, act.i))
