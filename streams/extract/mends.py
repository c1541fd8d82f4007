"""Mend trees where the parser is known to misread news: a tree in, a tree out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from streams.days import WEEKDAYS
from streams.extract.tree import Token, Tree

_DAYS = frozenset({*WEEKDAYS, "today", "yesterday", "night"})
_WHEN = frozenset({"prep", "npadvmod", "nmod"})

_DUE = frozenset({"due", "likely", "about", "bound"})
_TO_DO = frozenset("offer refuse agree threaten vow pledge promise decline undertake".split())
"""Verbs that an infinitive completes where they have no object: it is no purpose of theirs."""
_TALKS = {"talks": "talk", "negotiations": "negotiation"}
_GO_ON = frozenset("resume restart open end halt stall falter collapse progress drag".split())
"""What talks do, and what the parser takes for nouns behind them in headlines."""
_TELLING = frozenset(
    "rejects offers vows urges demands accuses denies calls threatens warns refuses proposes halts"
    " suspends delays extends postpones violates claims backs hails slams seeks eases lifts frees"
    " releases accepts welcomes condemns pledges promises resumes breaks".split()
)
"""What actors do in headlines, and what the parser takes for nouns behind their names."""
_OF_IT = frozenset(
    "talk truce ceasefire call offer bid plan deal demand proposal halt strike raid ban peace"
    " summit attack claim tariff trade sanction request".split()
)
"""What they do it to, and what the parser then takes for verbs."""
_NAMES = frozenset({"NNP", "NNPS"})
_LINKING = frozenset({"compound", "nmod", "amod", "punct", "det", "poss", "nsubj", "nummod"})
"""How words hang that stand before a noun; its subject where the noun was taken for a verb."""
_PASSIVE = {"nsubj": "nsubjpass"}


def mended(tree: Tree) -> Tree:
    """Return the tree as later readers expect it."""
    return _completed(_due_as_set(_said_on_a_day(_listed(_going_on(_telling(tree))))))


def _listed(tree: Tree) -> Tree:
    """Return a tree in which "Russia, Ukraine agree" is built as "Russia and Ukraine agree" is.

    In headlines, where a comma stands for "and", the parser makes anything of the first name. Those
    with more commas tell of more than what the two do together, and are left alone.
    """
    first = _names_from(tree, 0)
    if not 0 < first < len(tree) - 1 or tree[first].text != ",":
        return tree
    second = _names_from(tree, first + 1)
    root = next((token.i for token in tree if token.dep == "ROOT"), 0)
    between = tree[second:root]
    if second == first + 1 or second > root or not tree[root].tag.startswith("VB"):
        return tree
    several = any(token.text == "," for token in tree[root:])
    if several or any(token.dep not in {"aux", "neg", "advmod"} for token in between):
        return tree
    words = list(tree)
    for start, end in ((0, first), (first + 1, second)):
        for i in range(start, end - 1):
            words[i] = replace(tree[i], head=end - 1, dep="compound")
    words[first - 1] = replace(tree[first - 1], head=root, dep="nsubj")
    words[first] = replace(tree[first], head=first - 1)
    words[second - 1] = replace(tree[second - 1], head=first - 1, dep="conj")
    return _hung(words)


def _names_from(tree: Tree, i: int) -> int:
    """Return the end of the names that begin with a word."""
    while i < len(tree) and tree[i].tag in _NAMES:
        i += 1
    return i


def _going_on(tree: Tree) -> Tree:
    """Return a tree in which "truce talks stall" is built as "truce talks stalled" is.

    In headlines the parser takes that for a "stall of truce talks", or for a truce that talks.
    """
    for talks, verb in pairwise(tree):
        if talks.text.lower() not in _TALKS or verb.text not in _GO_ON:
            continue
        if verb.tag.startswith("NN") and {talks.dep, verb.dep} & {"ROOT"}:
            return _of_talks(tree, talks, verb)
    return tree


def _of_talks(tree: Tree, talks: Token, verb: Token) -> Tree:
    """Return a tree whose root is a verb behind the talks that are its subject."""
    words = list(tree)
    for i in {*talks.children, *verb.children} - {talks.i, verb.i}:
        if i < talks.i and tree[i].dep in _LINKING:
            dep = "compound" if tree[i].dep == "nsubj" else tree[i].dep
            words[i] = replace(tree[i], head=talks.i, dep=dep)
        else:
            words[i] = replace(tree[i], head=verb.i)
    lemma = _TALKS[talks.text.lower()]
    words[talks.i] = replace(talks, tag="NNS", lemma=lemma, head=verb.i, dep="nsubj")
    words[verb.i] = replace(verb, tag="VBP", lemma=verb.text, head=verb.i, dep="ROOT")
    return _hung(words)


def _telling(tree: Tree) -> Tree:
    """Return a tree in which "Ethiopia rejects call" is built as "Ethiopia rejected a call" is.

    In headlines the parser takes that for the rejects of Ethiopia, which call.
    """
    for before, word in pairwise(tree):
        thing = tree[word.head]
        named = before.head == word.i and (before.tag in _NAMES or _is_named(tree, before))
        told = word.tag == "NNS" and word.text in _TELLING and word.dep in {"nsubj", "compound"}
        if named and told and word.i < thing.i and thing.dep == "ROOT" and thing.lemma in _OF_IT:
            return _told_by(tree, before, word, thing)
    return tree


def _is_named(tree: Tree, word: Token) -> bool:
    """Say whether a name stands in front of a noun: "the SUDAN army"."""
    return word.tag == "NN" and word.i > 0 and tree[word.i - 1].tag in _NAMES


def _told_by(tree: Tree, actor: Token, verb: Token, thing: Token) -> Tree:
    """Return a tree whose root is a verb between an actor and the thing that he does it to."""
    words = list(tree)
    for i in verb.children:
        words[i] = replace(tree[i], head=actor.i if i < actor.i else verb.i)
    for i in thing.children:
        if i > thing.i and tree[i].dep not in {"prep", "dobj"}:
            words[i] = replace(tree[i], head=verb.i)
    words[actor.i] = replace(actor, head=verb.i, dep="nsubj")
    lemma = verb.lemma if verb.lemma != verb.text else verb.text.removesuffix("s")
    words[verb.i] = replace(verb, tag="VBZ", lemma=lemma, head=verb.i, dep="ROOT")
    objects = [i for i in thing.children if tree[i].dep == "dobj" and i > thing.i]
    tag = "NNS" if thing.text.endswith("s") else "NN"
    if objects:
        words[objects[0]] = replace(tree[objects[0]], head=verb.i)
        words[thing.i] = replace(thing, tag=tag, head=objects[0], dep="compound")
    else:
        words[thing.i] = replace(thing, tag=tag, head=verb.i, dep="dobj")
    return _hung(words)


def _hung(words: Sequence[Token]) -> Tree:
    """Return words as a tree in which the children are those that their heads say."""
    below: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            below[word.head].append(word.i)
    return tuple(replace(word, children=tuple(below[word.i])) for word in words)


def _said_on_a_day(tree: Tree) -> Tree:
    """Return a tree in which the day of "said on Friday it would stop" is that of saying so.

    The parser takes it for the day of the stop. Where the clause is told by "that", it does not.
    """
    for clause in tree:
        verb = tree[clause.head]
        following = verb.i + 1
        if clause.dep != "ccomp" or not verb.i < following < clause.i:
            continue
        day = tree[following]
        if day.head == clause.i and day.dep in _WHEN and _names_day(tree, day):
            tree = _moved(tree, day, verb)
    return tree


def _due_as_set(tree: Tree) -> Tree:
    """Return a tree in which "are due to resume" is built as "are set to resume" is.

    The parser takes the one for an adjective behind "are", the other for a passive verb.
    """
    for word in tree:
        copula = tree[word.head]
        to_come = any(tree[child].dep == "xcomp" for child in word.children)
        if word.dep == "acomp" and word.lemma in _DUE and copula.lemma == "be" and to_come:
            tree = _raised(tree, word, copula)
    return tree


def _completed(tree: Tree) -> Tree:
    """Return a tree in which "offered on Friday to resume" is built as "offered to resume" is.

    With a day in between the parser takes the infinitive for a purpose.
    """
    return tuple(
        replace(word, dep="xcomp") if word.dep == "advcl" and _completes(tree, word) else word
        for word in tree
    )


def _completes(tree: Tree, word: Token) -> bool:
    above = tree[word.head]
    infinitive = any(tree[child].tag == "TO" for child in word.children)
    alone = all(tree[child].dep not in {"dobj", "xcomp"} for child in above.children)
    return infinitive and alone and above.lemma in _TO_DO and above.i < word.i


def _raised(tree: Tree, word: Token, copula: Token) -> Tree:
    """Return a tree in which a word has taken the place of the copula that it hung on."""
    words = list(tree)
    for i in copula.children:
        words[i] = replace(words[i], head=word.i, dep=_PASSIVE.get(words[i].dep, words[i].dep))
    above = word.i if copula.head == copula.i else copula.head
    words[word.i] = replace(word, tag="VBN", head=above, dep=copula.dep)
    words[copula.i] = replace(copula, head=word.i, dep="auxpass")
    return _hung(words)


def _names_day(tree: Tree, word: Token) -> bool:
    return any(tree[i].lemma in _DAYS for i in (word.i, *word.children))


def _moved(tree: Tree, word: Token, verb: Token) -> Tree:
    """Return a tree in which a word hangs on a verb."""
    words = list(tree)
    words[word.i] = replace(word, head=verb.i)
    return _hung(words)
