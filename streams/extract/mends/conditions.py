"""On what condition something holds."""

from dataclasses import replace

from streams.extract.mends.moving import CLAUSES, FINITE
from streams.extract.syntax import ancestors
from streams.extract.tree import Token, Tree, hung

_PROVIDED = frozenset({"provided", "providing"})
_ASIDE = frozenset({"advcl", "acl", "prep"})


def provided(tree: Tree) -> Tree:
    """Return a tree in which "provided B lifts it" is built as "if B lifts it" is.

    The parser takes that for somebody who provides, and "on condition that" for a noun of which it
    is told what it says.
    """
    for word in tree:
        clause = _depended_on(tree, word)
        if clause is not None:
            tree = _as_condition(tree, word, clause)
    return tree


def _depended_on(tree: Tree, word: Token) -> Token | None:
    """Return the verb of what "provided" or "on condition that" makes a condition."""
    if word.lemma == "condition" and tree[word.head].lemma == "on":
        clauses = (tree[i] for i in word.children if tree[i].dep in {"acl", "ccomp"})
        return next((t for t in clauses if any(tree[i].text == "that" for i in t.children)), None)
    if word.text not in _PROVIDED or word.dep not in _ASIDE:
        return None
    over = {word.i, *(t.i for t in ancestors(tree, word.i))}
    clauses = (t for t in tree[word.i + 1 :] if t.head in over and t.dep in CLAUSES)
    return next((t for t in clauses if t.tag in FINITE), None)


def _as_condition(tree: Tree, word: Token, clause: Token) -> Tree:
    """Return a tree in which a clause hangs on what it is the condition of."""
    above = tree[word.head]
    opening = [word] if word.text in _PROVIDED else [word, above]
    while above in opening or not above.tag.startswith(("VB", "JJ")):
        if above.head == above.i:
            return tree
        above = tree[above.head]
    words = list(tree)
    words[clause.i] = replace(clause, head=above.i, dep="advcl")
    for i in {*word.children, *(t.i for t in opening)} - {clause.i}:
        # "provided B LIFTS it": the parser takes B for what is provided.
        given = tree[i].head == word.i and tree[i].dep in {"dobj", "pobj"}
        words[i] = replace(words[i], head=clause.i, dep="nsubj" if given else "mark")
    words[word.i] = replace(words[word.i], tag="IN", lemma="provided")
    return hung(words)


def inverted(tree: Tree) -> Tree:
    """Return a tree in which "should B insist, A will" is built as "if B insists, A will" is."""
    return tuple(
        replace(word, dep="mark", tag="IN", lemma="if") if _opens_condition(tree, word) else word
        for word in tree
    )


def _opens_condition(tree: Tree, word: Token) -> bool:
    clause = tree[word.head]
    if word.lemma != "should" or (word.dep, clause.dep) != ("aux", "advcl"):
        return False
    acting = [i for i in clause.children if tree[i].dep.startswith("nsubj")]
    return bool(acting) and word.i < acting[0] and clause.i > acting[0]
