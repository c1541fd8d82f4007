"""Say which words speak of an outcome as of one that was told before: their day is not its day.

Who doubts, denies, confirms or defends a truce does so after somebody has announced it.
"""

from streams.extract.speech import speech_rules
from streams.extract.statements.deeds import deeds
from streams.extract.statements.negation import is_disclaimed
from streams.extract.syntax import ancestors, children, is_perfect, is_verb
from streams.extract.tree import Token, Tree

MEANS = frozenset({"in", "at"})


def told_afterwards(tree: Tree, i: int, outcome: int) -> bool:
    """Say whether a word is of what is said of an outcome later: "DOUBTED a truce".

    Whatever is said above it on that day: "SAID in a video, and denied, that".
    """
    verb = _verb_of(tree, i)
    over = [tree[outcome], *ancestors(tree, outcome)]
    if verb not in over or not is_verb(verb):
        return False
    return any(_looks_back(tree, word, outcome) for word in over[: over.index(verb) + 1])


def is_reaction(tree: Tree, i: int) -> bool:
    """Say whether a word is of what is said of what others have done: "CRITICISED", "DENIED"."""
    said = deeds().comment | deeds().criticise | deeds().look_back
    verb = _verb_of(tree, i)
    return is_verb(verb) and (verb.lemma in said or _is_of_doubt(tree, verb))


def _verb_of(tree: Tree, i: int) -> Token:
    """Return a word, or the verb that a letter is the means of: "DENIED it in a video SENT on"."""
    noun = tree[tree[i].head] if tree[i].dep == "acl" else tree[i]
    prep = tree[noun.head]
    return tree[prep.head] if noun.dep == "pobj" and prep.lemma in MEANS else tree[i]


def _looks_back(tree: Tree, word: Token, outcome: int) -> bool:
    judges = word.lemma in deeds().comment | deeds().criticise and tree[outcome].head == word.i
    if judges or word.lemma in deeds().look_back or _is_of_doubt(tree, word):
        return True
    if word.i != outcome and word.lemma in speech_rules().verbs and is_disclaimed(tree, outcome):
        return True
    return word.lemma in deeds().stand_by and _is_of_perfect(tree, word, outcome)


def _is_of_doubt(tree: Tree, verb: Token) -> bool:
    """Say whether somebody comes out with doubts: "CAST DOUBT on it", "VOICED SURPRISE at it"."""
    return any(t.lemma in deeds().misgivings for t in children(tree, verb.i, "dobj"))


def _is_of_perfect(tree: Tree, verb: Token, outcome: int) -> bool:
    """Say whether an outcome stands in a clause of what had been done: "insisted that it HAD"."""
    above = (tree[outcome], *ancestors(tree, outcome))
    told = [t for t in above if t.head == verb.i and t.i != verb.i]
    if outcome == verb.i:
        told = [*children(tree, verb.i, "ccomp")]
    return any(is_perfect(tree, t.i) for t in told)
