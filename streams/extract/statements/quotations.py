"""Say what is told in somebody's words, and whether he speaks of his own side."""

from collections.abc import Iterator

from streams.extract.speech import speech_rules
from streams.extract.statements.deeds import deeds
from streams.extract.syntax import ancestors, behind, children, first_conjunct
from streams.extract.tree import Token, Tree


def is_quoted(tree: Tree) -> bool:
    """Say whether somebody is quoted in a sentence."""
    return any(map(_quotes, tree))


def is_cut(tree: Tree) -> bool:
    """Say whether a quotation begins or ends in a sentence, and not both."""
    return sum(map(_quotes, tree)) % 2 == 1


def _quotes(word: Token) -> bool:
    return word.tag in {"``", "''"} or word.text in {'"', "“", "”"}


def is_said(tree: Tree, i: int) -> bool:
    """Say whether a clause stands in a quotation or hangs on a verb of saying."""
    if is_quoted(tree):
        return True
    over = (*ancestors(tree, i), *children(tree, i, "parataxis"))
    return is_sourced(tree, i) or any(t.lemma in speech_rules().verbs for t in over)


def is_sourced(tree: Tree, i: int) -> bool:
    """Say whether it is told whose word a clause is: "ACCORDING TO A, B must yield"."""
    return any(sources_of(tree, i))


def sources_of(tree: Tree, i: int) -> Iterator[Token]:
    """Yield those according to whom it is so."""
    for prep in filter(names_source, children(tree, i)):
        yield from behind(tree, prep.i, "to")


def sources_above(tree: Tree, i: int) -> Iterator[Token]:
    """Yield those according to whom it is so of which a word is a part, the nearest first."""
    for word in (tree[i], *ancestors(tree, i)):
        yield from sources_of(tree, word.i)


def names_source(word: Token) -> bool:
    """Say whether a word is the "according" before whose word it is."""
    return (word.dep, word.lemma) == ("prep", "accord")


def speaks_for(tree: Tree, i: int, subject: Token) -> bool:
    """Say whether a speaker speaks of his own side: "we", or "X said X" and "X said it"."""
    if subject.text.lower() in {"we", "i"}:
        return True
    said = (tree[tree[first_conjunct(tree, i)].head], *children(tree, i, "parataxis"))
    told = any(t.lemma in speech_rules().verbs for t in said)
    acts = subject.tag in {"PRP", "NNP", "NNPS", "NN", "NNS"}
    of_thing = subject.text.lower() == "it" and any(_comments(tree, t) for t in said)
    return told and acts and not of_thing and subject.lemma not in deeds().elsewhere


def _comments(tree: Tree, verb: Token) -> bool:
    """Say whether somebody only explains what he does: "hailed it, SAYING it would help"."""
    of_clause = verb.dep == "advcl" and verb.tag == "VBG"
    things = children(tree, verb.head, "dobj") if of_clause else ()
    return any(t.lemma in deeds().offers | deeds().causes | deeds().elsewhere for t in things)
