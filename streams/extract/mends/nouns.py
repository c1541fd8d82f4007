"""Words for talks, truces and swaps that the parser takes for something else."""

from dataclasses import replace
from itertools import pairwise

from streams.extract.mends.moving import PLANNED, SUBJECTS
from streams.extract.syntax import NAMES, subtree
from streams.extract.tree import Token, Tree, hung

_PACTS = frozenset("ceasefire truce armistice deal accord pact agreement".split())
_MAKING = frozenset(
    "agree announce broker conclude declare negotiate reach seal sign strike".split()
)
_OBJECTS = frozenset({"dobj", "pobj"})
_STRAY = frozenset({"conj", "dep", "advcl", "ccomp", "oprd"})
"""How a participle hangs that the parser takes for a second deed."""
_MEETINGS = frozenset({"meeting", "visit", "talks", "summit"})
_TALKS = {"talks": "talk", "negotiations": "negotiation"}
_GO_ON = frozenset("resume restart open end halt stall falter collapse progress drag".split())
"""What talks do, and what the parser takes for nouns behind them in headlines."""
_TRUCES = frozenset({"ceasefire", "truce", "armistice"})
"""Nouns that the parser takes for verbs behind "to" where they have no article."""
_CEASING = frozenset({"cessation", "suspension"})
"""Nouns that with "of hostilities" are a ceasefire."""
_SWAPPING = {"exchange": "exchange", "swap": "swap", "exchanges": "exchange", "swaps": "swap"}
"""What two do, and what the parser takes in headlines for a part of what they swap."""
_LINKING = frozenset({"compound", "nmod", "amod", "punct", "det", "poss", "nsubj", "nummod"})
"""How words hang that stand before a noun; its subject where the noun was taken for a verb."""
_NOMINAL = SUBJECTS | {"dobj", "pobj"}


def talks_as_noun(tree: Tree) -> Tree:
    """Return a tree in which talks that hang as a noun are one: "said that TALKS had failed"."""
    return tuple(replace(word, tag="NNS") if _are_talks(word) else word for word in tree)


def _are_talks(word: Token) -> bool:
    return word.tag == "VBZ" and word.dep in _NOMINAL and word.text.lower() in _TALKS


def going_on(tree: Tree) -> Tree:
    """Return a tree in which "truce talks stall" is built as "truce talks stalled" is.

    In headlines the parser takes that for a "stall of truce talks", or for a truce that talks.
    """
    for talks, verb in pairwise(tree):
        if talks.text.lower() not in _TALKS or verb.text not in _GO_ON:
            continue
        if (verb.tag.startswith("NN") or _opens(tree, verb)) and "ROOT" in {talks.dep, verb.dep}:
            return _of_talks(tree, talks, verb)
    return tree


def _opens(tree: Tree, word: Token) -> bool:
    """Say whether it is talks that open: "talks OPEN in Rome", no "talks OPEN to all"."""
    after = tree[word.i + 1 :]
    return (word.text, word.tag) == ("open", "JJ") and not (after and after[0].text == "to")


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
    return hung(words)


def to_noun(tree: Tree) -> Tree:
    """Return a tree in which "agreed to talks" is built as "agreed to the talks" is.

    What has no article behind "to" is taken for a verb, a truce wholly so.
    """
    for noun in tree:
        to = next((tree[i] for i in noun.children if tree[i].tag == "TO"), None)
        if to is None or noun.head == noun.i or not _is_no_verb(noun):
            continue
        words = list(tree)
        words[to.i] = replace(to, tag="IN", dep="prep", head=noun.head)
        tag = noun.tag if noun.tag == "NNS" else "NN"
        words[noun.i] = replace(noun, tag=tag, dep="pobj", head=to.i)
        return hung(words)
    return tree


def _is_no_verb(word: Token) -> bool:
    return (word.lemma in _TRUCES and word.tag == "VB") or (
        word.lemma in _TALKS.values() and word.tag == "NNS" and word.dep == "xcomp"
    )


def by_its_name(tree: Tree) -> Tree:
    """Return a tree in which "a cessation of all hostilities" has the lemma of a ceasefire.

    It is one by another name: whatever is said of the one may be said of the other.
    """
    return tuple(
        replace(word, lemma="ceasefire") if _ends_hostilities(tree, word) else word for word in tree
    )


def _ends_hostilities(tree: Tree, noun: Token) -> bool:
    if noun.lemma not in _CEASING or noun.tag != "NN":
        return False
    of = (tree[i] for i in noun.children if tree[i].text == "of")
    return any(tree[i].lemma == "hostility" for prep in of for i in prep.children)


def swapping(tree: Tree) -> Tree:
    """Return a tree in which "A and B exchange papers" is built as "A and B exchanged papers" is.

    In headlines the parser takes that for papers of an exchange.
    """
    for verb in tree:
        things = tree[verb.head]
        if verb.text not in _SWAPPING or verb.dep != "compound" or things.dep != "ROOT":
            continue
        both = next((tree[i] for i in things.children if tree[i].dep in {"nmod", "compound"}), verb)
        joined = any(tree[i].dep == "conj" and i == verb.i - 1 for i in both.children)
        if joined and things.tag == "NNS":
            return _swapped(tree, both, verb, things)
    return tree


def _swapped(tree: Tree, both: Token, verb: Token, things: Token) -> Tree:
    """Return a tree whose root is a verb between who swap and what they do."""
    words = list(tree)
    for i in things.children:
        if i < both.i or tree[i].dep in {"prep", "punct", "advmod"}:
            words[i] = replace(tree[i], head=verb.i)
    words[both.i] = replace(both, head=verb.i, dep="nsubj")
    words[things.i] = replace(things, head=verb.i, dep="dobj")
    lemma = _SWAPPING[verb.text]
    words[verb.i] = replace(verb, tag="VBP", lemma=lemma, head=verb.i, dep="ROOT")
    return hung(words)


def met(tree: Tree) -> Tree:
    """Return a tree in which "cancels Moscow visit" and "quits Iran talks" are of nouns.

    Behind a name the parser takes them for verbs.
    """
    for word in tree:
        told = word.tag.startswith("VB") or word.dep in {"advcl", "ccomp"}
        if word.text.lower() not in _MEETINGS or not told:
            continue
        first = word.i
        while first and tree[first - 1].tag in NAMES:
            first -= 1
        opener, names = tree[first - 1], list(range(first, word.i))
        if opener.i in subtree(tree, word.i):
            continue
        if names and first and (opener.dep == "prep" or opener.i == word.head):
            tree = _as_noun(tree, word, opener, names)
    return tree


def _as_noun(tree: Tree, word: Token, opener: Token, names: list[int]) -> Tree:
    """Return a tree in which a word is the noun of names before it, behind what opens these."""
    words = list(tree)
    for i in names:
        words[i] = replace(words[i], dep="compound", head=word.i)
    tag = "NNS" if word.text.lower().endswith("s") else "NN"
    dep = "pobj" if opener.dep == "prep" else "dobj"
    words[word.i] = replace(word, tag=tag, dep=dep, head=opener.i)
    return hung(words)


def agreed_before(tree: Tree) -> Tree:
    """Return a tree in which "ended a truce agreed in May" is of a truce that was agreed in May.

    Right behind the truce the parser takes that for a second deed of who ends it.
    """
    for noun, made in pairwise(tree):
        verb = tree[made.head]
        second = made.dep in _STRAY and verb.i in {noun.head, tree[noun.head].head}
        if second and noun.lemma in _PACTS and _is_left_bare(tree, noun, made):
            return _as_participle(tree, noun, made, verb)
    return tree


def _is_left_bare(tree: Tree, noun: Token, made: Token) -> bool:
    """Say whether a noun is what somebody did a thing to, and a verb has nobody who does it."""
    own = any(tree[i].dep in {*SUBJECTS, "dobj", "aux", "ccomp"} for i in made.children)
    return made.lemma in _MAKING and made.tag in PLANNED and noun.dep in _OBJECTS and not own


def _as_participle(tree: Tree, noun: Token, made: Token, verb: Token) -> Tree:
    """Return a tree in which a participle hangs on a noun, and what was joined to it on a verb."""
    words = list(tree)
    for i in made.children:
        if i > made.i and tree[i].dep in {"cc", "conj"}:
            words[i] = replace(tree[i], head=verb.i)
    words[made.i] = replace(made, tag="VBN", head=noun.i, dep="acl")
    return hung(words)
