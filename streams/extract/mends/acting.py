"""What somebody plans, orders, offers or calls for."""

from collections.abc import Iterator
from dataclasses import replace

from streams.extract.mends.moving import (
    FINITE,
    PASSIVE,
    PLANNED,
    SUBJECTS,
    is_infinitive,
    is_passive,
    moved,
    raised,
)
from streams.extract.syntax import NAMES, TELLING, is_in_points, verb_above
from streams.extract.tree import Token, Tree, hung

_DUE = frozenset({"due", "likely", "about", "bound"})
_TO_DO = frozenset("offer refuse agree threaten vow pledge promise decline undertake".split())
"""Verbs that an infinitive completes where they have no object: it is no purpose of theirs."""
_GIVE = frozenset({"offer", "give", "grant", "promise"})
_GIVEN = frozenset("talk dialogue negotiation aid help support amnesty concession".split())
"""What is offered to somebody, and named for nobody."""
_BARE = frozenset("help let make see watch hear have dare need go come be do".split())
"""Verbs behind which an infinitive has no "to"."""
_TELLING = frozenset((verb, "VBD") for verb in "tell urge order instruct force invite".split())
"""Verbs that no infinitive follows unless it is told who is to act."""
_CALLING = frozenset({"call", "appeal", "press"})
"""Verbs behind which stands "for" what."""
_ACTIVE = {"auxpass": "aux", "nsubjpass": "nsubj"}
_AIMED = frozenset({"aim", "design", "intend", "mean"})


def planned_for(tree: Tree) -> Tree:
    """Return a tree in which "talks planned for Friday were put off" has the talks as its subject.

    Of a verb form that may be past or passive the parser makes the clause that is the subject, or
    one that is told before it.
    """
    for word in tree:
        own = [i for i in word.children if i < word.i and tree[i].dep == "nsubj"]
        place = _as_subject(tree, word) if word.tag in PLANNED and len(own) == 1 else None
        if place is not None:
            return _with_participle(tree, tree[own[0]], word, place)
    return tree


def aimed_at(tree: Tree) -> Tree:
    """Return a tree in which "talks aimed at peace have failed" is of talks that have failed."""
    for word in tree:
        own = [i for i in word.children if i < word.i and tree[i].dep == "nsubj"]
        if word.lemma not in _AIMED or word.tag not in PLANNED or len(own) != 1:
            continue
        verb = next((tree[i] for i in word.children if _is_left_alone(tree, word, tree[i])), None)
        if verb is not None:
            return _handed_on(tree, tree[own[0]], word, verb)
    return tree


def _is_left_alone(tree: Tree, word: Token, verb: Token) -> bool:
    """Say whether a verb behind another has no subject of its own, nor anything that opens it."""
    opened = any(tree[i].dep in {*SUBJECTS, "mark"} for i in verb.children)
    finite = verb.tag in FINITE or any(tree[i].tag in FINITE for i in verb.children)
    joined = any(tree[i].dep in {"cc", "punct"} and i < verb.i for i in word.children)
    behind = verb.dep in {"ccomp", "conj"} and verb.i > word.i
    return behind and finite and not opened and not joined


def _handed_on(tree: Tree, noun: Token, word: Token, verb: Token) -> Tree:
    """Return a tree in which a verb takes the place of another, which hangs on its subject."""
    words = list(tree)
    head = verb.i if word.head == word.i else word.head
    words[verb.i] = replace(verb, head=head, dep=word.dep)
    as_subject = "nsubjpass" if is_passive(tree, verb) else "nsubj"
    words[noun.i] = replace(noun, head=verb.i, dep=as_subject)
    words[word.i] = replace(word, tag="VBN", head=noun.i, dep="acl")
    return hung(words)


def _as_subject(tree: Tree, clause: Token) -> str | None:
    """Return as what a clause is the subject, None where it is none: "it PLANNED talks, B said"."""
    verb = tree[clause.head]
    if clause.dep in SUBJECTS:
        return clause.dep
    between = tree[clause.i : verb.i]
    own = any(tree[i].dep in SUBJECTS for i in verb.children)
    if clause.dep != "ccomp" or not between or own or any(t.dep == "punct" for t in between):
        return None
    return "nsubjpass" if is_passive(tree, verb) else "nsubj"


def _with_participle(tree: Tree, noun: Token, verb: Token, dep: str) -> Tree:
    """Return a tree in which a noun stands in the place of the verb that now hangs on it."""
    words = list(tree)
    words[noun.i] = replace(noun, head=verb.head, dep=dep)
    words[verb.i] = replace(verb, tag="VBN", head=noun.i, dep="acl")
    return hung(words)


def due_as_set(tree: Tree) -> Tree:
    """Return a tree in which "are due to resume" is built as "are set to resume" is.

    The parser takes the one for an adjective behind "are", the other for a passive verb.
    """
    for word in tree:
        copula = tree[word.head]
        to_come = any(tree[child].dep == "xcomp" for child in word.children)
        if word.dep == "acomp" and word.lemma in _DUE and copula.lemma == "be" and to_come:
            tree = raised(tree, word, copula)
    return tree


def ought(tree: Tree) -> Tree:
    """Return a tree in which "ought to be held" is built as "should be held" is.

    The parser takes the one for a verb that an infinitive completes.
    """
    for word in tree:
        if word.dep == "xcomp" and tree[word.head].lemma == "ought":
            tree = raised(tree, word, tree[word.head], dep="aux")
    return tree


def liked(tree: Tree) -> Tree:
    """Return a tree in which "would like B to act" is built as "wants B to act" is.

    The parser takes B for what is liked, and the act for a part of B.
    """
    for clause in tree:
        thing = tree[clause.head]
        liking = thing.dep == "dobj" and tree[thing.head].lemma == "like"
        if liking and is_infinitive(tree, clause) and clause.dep in {"relcl", "acl"}:
            words = list(tree)
            words[clause.i] = replace(clause, head=thing.head, dep="ccomp")
            words[thing.i] = replace(thing, head=clause.i, dep="nsubj")
            tree = hung(words)
    return tree


def opposed(tree: Tree) -> Tree:
    """Return a tree in which "is opposed to a pact" is built as "opposes a pact" is.

    The parser takes the one for something that is done to who is opposed.
    """
    for word in tree:
        if word.lemma != "oppose" or not is_passive(tree, word) or any(_below(tree, word, "agent")):
            continue
        to = next((t for t in _below(tree, word, "prep") if t.lemma == "to"), None)
        if to is not None:
            tree = _as_active(tree, word, to)
    return tree


def _as_active(tree: Tree, verb: Token, to: Token) -> Tree:
    """Return a tree in which a verb's subject acts, and what is behind "to" is its object."""
    words = list(tree)
    copulas = [*_below(tree, verb, "auxpass")]
    tenses = [t.tag for t in copulas if t.tag in FINITE]
    words[verb.i] = replace(verb, tag=next(iter(tenses), verb.tag))
    for child in (*copulas, *_below(tree, verb, "nsubjpass")):
        words[child.i] = replace(child, dep=_ACTIVE[child.dep])
    # The parser may hang the subject on the copula.
    for i in (i for copula in copulas for i in copula.children):
        words[i] = replace(tree[i], head=verb.i, dep=_ACTIVE.get(tree[i].dep, tree[i].dep))
    for thing in _below(tree, to, "pobj"):
        words[thing.i] = replace(thing, head=verb.i, dep="dobj")
    return hung(words)


def _below(tree: Tree, word: Token, dep: str) -> Iterator[Token]:
    """Yield the words that hang on a word as this."""
    return (tree[child] for child in word.children if tree[child].dep == dep)


def to_be_done(tree: Tree) -> Tree:
    """Return a tree in which "are to be freed" is built as "will be freed" is.

    The parser takes the one for what somebody is, to be completed by an infinitive.
    """
    for word in tree:
        copula = tree[word.head]
        if (
            word.dep == "xcomp"
            and is_passive(tree, word)
            and copula.lemma == "be"
            and copula.i < word.i
        ):
            tree = raised(tree, word, copula)
    return tree


def plugged(tree: Tree) -> Tree:
    """Return a tree in which "pulls PLUG on" and "scraps TARIFF" have nouns for their objects.

    No infinitive stands behind a verb without its "to", but behind a few.
    """
    return tuple(
        replace(word, tag="NN", dep="dobj") if _is_bare(tree, word) else word for word in tree
    )


def _is_bare(tree: Tree, word: Token) -> bool:
    """Say whether the parser takes a noun right behind a verb for another verb."""
    verb = tree[word.head]
    behind = word.tag in {"VB", "VBP"} and word.dep in {"xcomp", "dobj"} and word.i == verb.i + 1
    if not behind or verb.tag not in FINITE or verb.lemma in _BARE or word.text != word.lemma:
        return False
    return all(tree[i].dep not in {"aux", "dobj", "nsubj", "xcomp"} for i in word.children)


def told_to(tree: Tree) -> Tree:
    """Return a tree in which "B told to yield" is built as "B was told to yield" is.

    Headlines leave "was" out; whoever tells somebody to do it says whom he tells.
    """
    for word in tree:
        if word.dep == "xcomp" and _lacks_object(tree, tree[word.head], word):
            subjects = [tree[i] for i in tree[word.head].children if tree[i].dep in PASSIVE]
            words = list(tree)
            words[word.head] = replace(tree[word.head], tag="VBN")
            for subject in subjects:
                words[subject.i] = replace(subject, dep=PASSIVE[subject.dep])
            tree = tuple(words)
    return tree


def _lacks_object(tree: Tree, verb: Token, act: Token) -> bool:
    """Say whether a verb that has to have an object has none before an infinitive."""
    needing = (verb.lemma, verb.tag) in _TELLING and tree[act.i - 1].tag == "TO"
    return needing and all(tree[i].dep not in {"dobj", "aux"} for i in verb.children)


def completed(tree: Tree) -> Tree:
    """Return a tree in which "offered on Friday to resume" is built as "offered to resume" is.

    With a day in between the parser takes the infinitive for a purpose, as in "lobbied B on Friday
    to resume".
    """
    return tuple(
        replace(word, dep="xcomp") if word.dep == "advcl" and _completes(tree, word) else word
        for word in tree
    )


def offered(tree: Tree) -> Tree:
    """Return a tree in which "offers India talks" is built as "offers us talks" is.

    Where nothing stands between, the parser takes the name for a part of what is offered.
    """
    for thing in tree:
        verb = tree[thing.head]
        between = tree[verb.i + 1 : thing.i]
        given = thing.dep == "dobj" and verb.lemma in _GIVE and thing.lemma in _GIVEN
        if given and between and all(word.tag in NAMES for word in between):
            return _to_whom(tree, [word.i for word in between], verb)
    return tree


def _to_whom(tree: Tree, names: list[int], verb: Token) -> Tree:
    """Return a tree in which a name is whom something is given to."""
    words = list(tree)
    for i in names:
        words[i] = replace(words[i], dep="compound", head=names[-1])
    words[names[-1]] = replace(words[names[-1]], dep="dative", head=verb.i)
    return hung(words)


def called(tree: Tree) -> Tree:
    """Return a tree in which B is the object of "called B on Monday to discuss it".

    The parser takes B for what somebody is called.
    """
    return tuple(
        replace(word, dep="dobj")
        if (word.dep, tree[word.head].lemma) == ("oprd", "call")
        and word.tag in NAMES
        and all(tree[i].dep != "dobj" for i in tree[word.head].children)
        else word
        for word in tree
    )


def in_a_plan(tree: Tree) -> Tree:
    """Return a tree in which "calls for a truce in a nine-point plan" is of calls in a plan.

    The parser takes the plan for where the truce is to be.
    """
    for word in tree:
        if word.lemma not in {"in", "with"} or tree[word.head].dep not in {"pobj", "conj"}:
            continue
        verb = verb_above(tree, word.i)
        called = verb is not None and verb.lemma in _CALLING
        if verb is not None and called and any(is_in_points(tree, i) for i in word.children):
            tree = moved(tree, tree[word.i], verb)
    return tree


def _completes(tree: Tree, word: Token) -> bool:
    above = tree[word.head]
    own = {tree[child].dep for child in above.children} & {"dobj", "xcomp"}
    completed = above.lemma in _TO_DO if not own else own == {"dobj"} and above.lemma in TELLING
    return is_infinitive(tree, word) and completed and above.i < word.i
