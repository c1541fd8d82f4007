"""Mend trees where the parser is known to misread news: a tree in, a tree out."""

from dataclasses import replace
from itertools import pairwise

from streams.days import WEEKDAYS
from streams.extract.tree import Token, Tree, hung

_DAYS = frozenset({*WEEKDAYS, "today", "yesterday", "night"})
_WHEN = frozenset({"prep", "npadvmod", "nmod"})

_DUE = frozenset({"due", "likely", "about", "bound"})
_TO_DO = frozenset("offer refuse agree threaten vow pledge promise decline undertake".split())
"""Verbs that an infinitive completes where they have no object: it is no purpose of theirs."""
_GIVE = frozenset({"offer", "give", "grant", "promise"})
_GIVEN = frozenset("talk dialogue negotiation aid help support amnesty concession".split())
"""What is offered to somebody, and named for nobody."""
_NAMES = frozenset({"NNP", "NNPS"})
_TALKS = {"talks": "talk", "negotiations": "negotiation"}
_GO_ON = frozenset("resume restart open end halt stall falter collapse progress drag".split())
"""What talks do, and what the parser takes for nouns behind them in headlines."""
_LINKING = frozenset({"compound", "nmod", "amod", "punct", "det", "poss", "nsubj", "nummod"})
"""How words hang that stand before a noun; its subject where the noun was taken for a verb."""
_PASSIVE = {"nsubj": "nsubjpass"}


def mended(tree: Tree) -> Tree:
    """Return the tree as later readers expect it."""
    return _offered(_completed(_to_be_done(_due_as_set(_said_on_a_day(_going_on(tree))))))


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
    return hung(words)


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


def _to_be_done(tree: Tree) -> Tree:
    """Return a tree in which "are to be freed" is built as "will be freed" is.

    The parser takes the one for what somebody is, to be completed by an infinitive.
    """
    for word in tree:
        copula = tree[word.head]
        passive = any(tree[child].dep == "auxpass" for child in word.children)
        if word.dep == "xcomp" and passive and copula.lemma == "be" and copula.i < word.i:
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


def _offered(tree: Tree) -> Tree:
    """Return a tree in which "offers India talks" is built as "offers us talks" is.

    Where nothing stands between, the parser takes the name for a part of what is offered.
    """
    for thing in tree:
        verb = tree[thing.head]
        between = tree[verb.i + 1 : thing.i]
        given = thing.dep == "dobj" and verb.lemma in _GIVE and thing.lemma in _GIVEN
        if given and between and all(word.tag in _NAMES for word in between):
            return _to_whom(tree, [word.i for word in between], verb)
    return tree


def _to_whom(tree: Tree, names: list[int], verb: Token) -> Tree:
    """Return a tree in which a name is whom something is given to."""
    words = list(tree)
    for i in names:
        words[i] = replace(words[i], dep="compound", head=names[-1])
    words[names[-1]] = replace(words[names[-1]], dep="dative", head=verb.i)
    return hung(words)


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
    return hung(words)


def _names_day(tree: Tree, word: Token) -> bool:
    return any(tree[i].lemma in _DAYS for i in (word.i, *word.children))


def _moved(tree: Tree, word: Token, verb: Token) -> Tree:
    """Return a tree in which a word hangs on a verb."""
    words = list(tree)
    words[word.i] = replace(word, head=verb.i)
    return hung(words)
