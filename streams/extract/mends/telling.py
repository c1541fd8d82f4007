"""Who says what, and on which day."""

from dataclasses import replace
from itertools import pairwise

from streams.days import WEEKDAYS
from streams.extract.mends.moving import CLAUSES, SUBJECTS, moved
from streams.extract.speech import speech_rules
from streams.extract.syntax import NAMES, subtree
from streams.extract.tree import Token, Tree, hung

_DAYS = frozenset({*WEEKDAYS, "today", "yesterday", "night"})
_WHEN = frozenset({"prep", "npadvmod", "nmod"})
_SPANS = frozenset({"year", "month", "week", "decade"})
_SENT = frozenset(
    "official envoy diplomat negotiator representative delegate minister leader mediator colleague "
    "counterpart ambassador commander general lawmaker delegation team".split()
)
"""Those who come from somebody for whom they speak."""
_SAYING = frozenset({("make", "clear"), ("make", "plain"), ("let", "know")})
_TOLD = frozenset({"VBD", "VBZ"})
_MISTAKEN = frozenset({"appos", "dobj", "conj"})
"""What the parser takes somebody for who tells what stands before him."""
_BEHIND = frozenset({"conj", "parataxis"})
"""How a verb hangs on a clause that stands before it."""


def told_behind(tree: Tree) -> Tree:
    """Return a tree in which "A must yield, B told C" is built as "A must yield, B said" is.

    Where who is told stands behind, or a day, the parser takes B's telling for a second deed. With
    his post before his name it takes B for more on what stands before: "A must leave Lima, the
    prime minister, B, said".
    """
    for word in tree:
        if word.tag not in _TOLD or word.lemma not in speech_rules().verbs:
            continue
        teller = _teller(tree, word)
        if teller is not None:
            tree = _attributed(tree, tree[word.i], tree[teller])
    return tree


def _teller(tree: Tree, word: Token) -> int | None:
    """Return who told what stands before him; None where a verb is not built as one that does."""
    clause = tree[word.head]
    behind = word.dep in _BEHIND and clause.i < word.i
    own = next((i for i in word.children if i < word.i and tree[i].dep in SUBJECTS), None)
    if own is not None:
        begins = clause.i < own and tree[subtree(tree, own)[0] - 1].text == ","
        return own if behind and begins and not _is_joined(tree, word) else None
    if not (behind or any(i < word.i and tree[i].dep == "ccomp" for i in word.children)):
        return None
    if _is_joined(tree, word):
        return None
    apposed = _apposed(tree, word)
    return _listed(tree, word) if apposed is None else apposed


def _is_joined(tree: Tree, word: Token) -> bool:
    """Say whether a verb follows another by "and": "A yielded and said"."""
    return any(tree[i].dep == "cc" and i < word.i for i in tree[word.head].children)


def _apposed(tree: Tree, word: Token) -> int | None:
    """Return the noun before a verb of which the parser makes more on what stands before it."""
    last = word.i - 1
    if tree[last].text != ",":
        return None
    nouns = [t for t in tree[:last] if t.dep in _MISTAKEN and tree[t.head].dep != "appos"]
    for noun in nouns:
        whole = subtree(tree, noun.i)
        below = [i for i in whole if i < last]
        # His post and his name: between commas there is more than one of them.
        named = any(tree[i].dep == "appos" for i in below if i != noun.i)
        # "the minister, B, who left, said": the verb is none of what the noun itself has.
        apart = whole[-1] <= last
        if named and apart and below[-1] == last - 1 and tree[below[0] - 1].text == ",":
            return noun.i
    return None


def _listed(tree: Tree, word: Token) -> int | None:
    """Return the first of several names before a verb, taken for more of what stands before.

    "A must leave Lima by Monday, B, C AND D said".
    """
    name, several = tree[word.i - 1], False
    while name.tag in NAMES and name.dep == "conj" and name.head < name.i:
        opens = tree[subtree(tree, name.i)[0] - 1]
        above = tree[name.head]
        if opens.text == "," and above.tag not in NAMES | {"CD"}:
            return name.i if several else None
        if opens.text not in {",", "and"}:
            return None
        name, several = above, True
    return None


def _attributed(tree: Tree, verb: Token, teller: Token) -> Tree:
    """Return a tree in which a verb has its subject, and for its object what stands before both."""
    words = list(tree)
    clause = tree[verb.head]
    words[teller.i] = replace(teller, head=verb.i, dep="nsubj")
    if verb.dep in _BEHIND and _is_midway(tree, clause, verb):
        words[verb.i] = replace(verb, dep="parataxis")
    elif verb.dep in _BEHIND:
        above = verb.i if clause.head == clause.i else clause.head
        words[verb.i] = replace(verb, head=above, dep=clause.dep)
        words[clause.i] = replace(clause, head=verb.i, dep="ccomp")
    return hung(words)


def _is_midway(tree: Tree, clause: Token, verb: Token) -> bool:
    """Say whether more is told behind who tells it: "B was ready, he SAID, and A was not"."""
    telling = {*subtree(tree, verb.i)}
    rest = (i for i in subtree(tree, clause.i) if i > verb.i and i not in telling)
    return clause.dep == "conj" or any(tree[i].dep != "punct" for i in rest)


def while_both(tree: Tree) -> Tree:
    """Return a tree in which "as A, B meet" is built as "as A and B meet" is.

    In headlines the parser hangs the first of the two on "as", and lets the other meet alone.
    """
    for verb in tree:
        acting = [tree[i] for i in verb.children if tree[i].dep == "nsubj" and i < verb.i]
        if not acting or verb.tag not in {*_TOLD, "VBP"}:
            continue
        one = _hung_on_as(tree, acting[-1])
        if one is not None and verb.i not in subtree(tree, one.head):
            return _of_both(tree, verb, one, acting)
    return tree


def _hung_on_as(tree: Tree, other: Token) -> Token | None:
    """Return whom a comma parts from another, behind "as"; None where nobody is."""
    opens = subtree(tree, other.i)[0]
    if opens <= 1:
        return None
    one, comma = tree[opens - 2], tree[opens - 1]
    listed = comma.text == "," and one.dep == "pobj" and {one.tag, other.tag} <= NAMES
    return one if listed and tree[one.head].text.lower() == "as" else None


def _of_both(tree: Tree, verb: Token, one: Token, acting: list[Token]) -> Tree:
    words, other = list(tree), acting[-1]
    words[one.head] = replace(tree[one.head], head=verb.i, dep="mark")
    words[one.i] = replace(one, head=verb.i, dep="nsubj")
    words[other.i] = replace(other, head=one.i, dep="conj")
    if len(acting) > 1 and verb.head == verb.i:  # "No ACCORD as A, B meet"
        first = acting[0]
        words[first.i] = replace(first, head=first.i, dep="ROOT")
        words[verb.i] = replace(verb, head=first.i, dep="advcl")
    return hung(words)


def according(tree: Tree) -> Tree:
    """Return a tree in which "according to B, A and C act" is built as "according to B, A acts" is.

    Of one who acts the parser makes the subject, of two who do it makes more of B.
    """
    for to in tree[1:]:
        source = next((t for t in tree[to.i :] if t.dep in SUBJECTS), to)
        comma = next((t.i for t in tree[source.i :] if t.text == ","), source.i)
        more = (tree[i] for i in source.children if i > comma and tree[i].dep == "conj")
        acting = next((t for t in more if subtree(tree, t.i)[0] == comma + 1), None)
        if (tree[to.i - 1].text.lower(), to.text) == ("according", "to") and acting is not None:
            return _sourced(tree, to, source, acting)
    return tree


def _sourced(tree: Tree, to: Token, source: Token, acting: Token) -> Tree:
    """Return a tree in which one is told whose word it is, and another has his place."""
    words = list(tree)
    for i in source.children:
        if i > acting.i:
            words[i] = replace(tree[i], head=acting.i)
    words[source.i] = replace(source, head=to.i, dep="pobj")
    words[acting.i] = replace(acting, head=source.head, dep=source.dep)
    return hung(words)


def said_on_a_day(tree: Tree) -> Tree:
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
            tree = moved(tree, day, verb)
    return tree


def on_its_day(tree: Tree) -> Tree:
    """Return a tree in which the day of "their first talks in a year on Monday" is the verb's.

    The parser takes it for the day of that year.
    """
    for word in tree:
        span = tree[word.head]
        verb = tree[tree[span.head].head]
        if span.lemma in _SPANS and span.dep == "pobj" and _names_day(tree, word):
            tree = moved(tree, word, verb)
    return tree


def made_clear(tree: Tree) -> Tree:
    """Return a tree in which "made it clear that", or "let it be known", is built as "stated that".

    The parser takes what is clear for what is made, and what is told for a part of that.
    """
    for word in tree:
        verb = tree[word.head]
        if (verb.lemma, word.lemma) not in _SAYING:
            continue
        clauses = (tree[i] for i in (*word.children, *verb.children) if i > word.i)
        told = next((t for t in clauses if t.dep in CLAUSES and _is_opened(tree, t)), None)
        if told is not None:
            words = list(tree)
            words[told.i] = replace(told, head=verb.i, dep="ccomp")
            words[verb.i] = replace(verb, lemma="state")
            words[word.i] = replace(word, head=verb.i, dep="advmod")
            tree = hung(words)
    return tree


def _is_opened(tree: Tree, clause: Token) -> bool:
    """Say whether a clause is opened by "that"."""
    return any(tree[i].text == "that" and tree[i].dep == "mark" for i in clause.children)


def sent_from(tree: Tree) -> Tree:
    """Return a tree in which those are from B who are met in "met envoys from B".

    The parser hangs every second such "from" on the verb.
    """
    for whom, from_ in pairwise(tree):
        of_verb = from_.dep == "prep" and from_.lemma == "from" and from_.head == whom.head
        names = (tree[i] for i in from_.children if tree[i].dep == "pobj")
        if of_verb and whom.lemma in _SENT and any(name.tag in NAMES for name in names):
            tree = moved(tree, from_, whom)
    return tree


def _names_day(tree: Tree, word: Token) -> bool:
    return any(tree[i].lemma in _DAYS for i in (word.i, *word.children))
