"""Ways to move a word in a tree, and to know where it may go."""

from dataclasses import replace

from streams.extract.tree import Token, Tree, hung

PASSIVE = {"nsubj": "nsubjpass"}
CLAUSES = frozenset({"ccomp", "conj", "advcl", "acl"})
PLANNED = frozenset({"VBD", "VBN"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FINITE = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN"})


def is_infinitive(tree: Tree, word: Token) -> bool:
    """Say whether a verb has its "to"."""
    return any(tree[child].tag == "TO" for child in word.children)


def is_passive(tree: Tree, word: Token) -> bool:
    """Say whether something is done to its subject."""
    return any(tree[child].dep == "auxpass" for child in word.children)


def raised(tree: Tree, word: Token, copula: Token, dep: str = "auxpass") -> Tree:
    """Return a tree in which a word has taken the place of the copula that it hung on."""
    words = list(tree)
    passive = dep == "auxpass" or is_passive(tree, word)
    for i in copula.children:
        own = PASSIVE.get(words[i].dep, words[i].dep) if passive else words[i].dep
        words[i] = replace(words[i], head=word.i, dep=own)
    above = word.i if copula.head == copula.i else copula.head
    words[word.i] = replace(word, tag="VBN" if passive else word.tag, head=above, dep=copula.dep)
    words[copula.i] = replace(copula, head=word.i, dep=dep)
    return hung(words)


def moved(tree: Tree, word: Token, verb: Token) -> Tree:
    """Return a tree in which a word hangs on a verb."""
    words = list(tree)
    words[word.i] = replace(word, head=verb.i)
    return hung(words)
