"""Mend trees where the parser is known to misread news: a tree in, a tree out."""

from dataclasses import replace
from itertools import pairwise

from streams.days import WEEKDAYS
from streams.extract.speech import speech_rules
from streams.extract.syntax import NAMES, TELLING, ancestors, subtree
from streams.extract.tree import Token, Tree, hung, leads_to_a_root

_DAYS = frozenset({*WEEKDAYS, "today", "yesterday", "night"})
_WHEN = frozenset({"prep", "npadvmod", "nmod"})

_SPANS = frozenset({"year", "month", "week", "decade"})

_DUE = frozenset({"due", "likely", "about", "bound"})
_TO_DO = frozenset("offer refuse agree threaten vow pledge promise decline undertake".split())
"""Verbs that an infinitive completes where they have no object: it is no purpose of theirs."""
_PACTS = frozenset("ceasefire truce armistice deal accord pact agreement".split())
_MAKING = frozenset(
    "agree announce broker conclude declare negotiate reach seal sign strike".split()
)
_OBJECTS = frozenset({"dobj", "pobj"})
_STRAY = frozenset({"conj", "dep", "advcl", "ccomp", "oprd"})
"""How a participle hangs that the parser takes for a second deed."""
_SENT = frozenset(
    "official envoy diplomat negotiator representative delegate minister leader mediator colleague "
    "counterpart ambassador commander general lawmaker delegation team".split()
)
"""Those who come from somebody for whom they speak."""
_MEETINGS = frozenset({"meeting", "visit", "talks", "summit"})
_GIVE = frozenset({"offer", "give", "grant", "promise"})
_GIVEN = frozenset("talk dialogue negotiation aid help support amnesty concession".split())
"""What is offered to somebody, and named for nobody."""
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
_BARE = frozenset("help let make see watch hear have dare need go come be do".split())
"""Verbs behind which an infinitive has no "to"."""
_TELLING = frozenset((verb, "VBD") for verb in "tell urge order instruct force invite".split())
"""Verbs that no infinitive follows unless it is told who is to act."""
_PASSIVE = {"nsubj": "nsubjpass"}
_SAYING = frozenset({("make", "clear"), ("make", "plain"), ("let", "know")})
_CALLING = frozenset({"call", "appeal", "press"})
"""Verbs behind which stands "for" what."""
_PROVIDED = frozenset({"provided", "providing"})
_ASIDE = frozenset({"advcl", "acl", "prep"})
_CLAUSES = frozenset({"ccomp", "conj", "advcl", "acl"})
_TOLD = frozenset({"VBD", "VBZ"})
_AIMED = frozenset({"aim", "design", "intend", "mean"})
_PLANNED = frozenset({"VBD", "VBN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOMINAL = _SUBJECTS | {"dobj", "pobj"}
_MISTAKEN = frozenset({"appos", "dobj", "conj"})
"""What the parser takes somebody for who tells what stands before him."""
_BEHIND = frozenset({"conj", "parataxis"})
"""How a verb hangs on a clause that stands before it."""
_FINITE = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN"})


def mended(tree: Tree) -> Tree:
    """Return the tree as later readers expect it.

    The parser makes trees that no mend foresees: one that would close a circle is left out.
    """
    for mend in _MENDS:
        after = mend(tree)
        if after is tree or _is_sound(after, tree):
            tree = after
    return tree


def _is_sound(after: Tree, before: Tree) -> bool:
    moved = any(a.head != b.head for a, b in zip(after, before, strict=True))
    return not moved or leads_to_a_root(after)


def _talks_as_noun(tree: Tree) -> Tree:
    """Return a tree in which talks that hang as a noun are one: "said that TALKS had failed"."""
    return tuple(replace(word, tag="NNS") if _are_talks(word) else word for word in tree)


def _are_talks(word: Token) -> bool:
    return word.tag == "VBZ" and word.dep in _NOMINAL and word.text.lower() in _TALKS


def _going_on(tree: Tree) -> Tree:
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


def _to_truce(tree: Tree) -> Tree:
    """Return a tree in which "agree to ceasefire" is built as "agree to a ceasefire" is."""
    for truce in tree:
        to = next((tree[i] for i in truce.children if tree[i].tag == "TO"), None)
        if truce.lemma not in _TRUCES or truce.tag != "VB" or truce.head == truce.i:
            continue
        if to is not None:
            words = list(tree)
            words[to.i] = replace(to, tag="IN", dep="prep", head=truce.head)
            words[truce.i] = replace(truce, tag="NN", dep="pobj", head=to.i)
            return hung(words)
    return tree


def _by_its_name(tree: Tree) -> Tree:
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


def _swapping(tree: Tree) -> Tree:
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


def _told_behind(tree: Tree) -> Tree:
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
    own = next((i for i in word.children if i < word.i and tree[i].dep in _SUBJECTS), None)
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


def _planned_for(tree: Tree) -> Tree:
    """Return a tree in which "talks planned for Friday were put off" has the talks as its subject.

    Of a verb form that may be past or passive the parser makes the clause that is the subject, or
    one that is told before it.
    """
    for word in tree:
        own = [i for i in word.children if i < word.i and tree[i].dep == "nsubj"]
        place = _as_subject(tree, word) if word.tag in _PLANNED and len(own) == 1 else None
        if place is not None:
            return _with_participle(tree, tree[own[0]], word, place)
    return tree


def _aimed_at(tree: Tree) -> Tree:
    """Return a tree in which "talks aimed at peace have failed" is of talks that have failed."""
    for word in tree:
        own = [i for i in word.children if i < word.i and tree[i].dep == "nsubj"]
        if word.lemma not in _AIMED or word.tag not in _PLANNED or len(own) != 1:
            continue
        verb = next((tree[i] for i in word.children if _is_left_alone(tree, word, tree[i])), None)
        if verb is not None:
            return _handed_on(tree, tree[own[0]], word, verb)
    return tree


def _is_left_alone(tree: Tree, word: Token, verb: Token) -> bool:
    """Say whether a verb behind another has no subject of its own, nor anything that opens it."""
    opened = any(tree[i].dep in {*_SUBJECTS, "mark"} for i in verb.children)
    finite = verb.tag in _FINITE or any(tree[i].tag in _FINITE for i in verb.children)
    joined = any(tree[i].dep in {"cc", "punct"} and i < verb.i for i in word.children)
    behind = verb.dep in {"ccomp", "conj"} and verb.i > word.i
    return behind and finite and not opened and not joined


def _handed_on(tree: Tree, noun: Token, word: Token, verb: Token) -> Tree:
    """Return a tree in which a verb takes the place of another, which hangs on its subject."""
    words = list(tree)
    head = verb.i if word.head == word.i else word.head
    words[verb.i] = replace(verb, head=head, dep=word.dep)
    as_subject = "nsubjpass" if _is_passive(tree, verb) else "nsubj"
    words[noun.i] = replace(noun, head=verb.i, dep=as_subject)
    words[word.i] = replace(word, tag="VBN", head=noun.i, dep="acl")
    return hung(words)


def _as_subject(tree: Tree, clause: Token) -> str | None:
    """Return as what a clause is the subject, None where it is none: "it PLANNED talks, B said"."""
    verb = tree[clause.head]
    if clause.dep in _SUBJECTS:
        return clause.dep
    between = tree[clause.i : verb.i]
    own = any(tree[i].dep in _SUBJECTS for i in verb.children)
    if clause.dep != "ccomp" or not between or own or any(t.dep == "punct" for t in between):
        return None
    return "nsubjpass" if _is_passive(tree, verb) else "nsubj"


def _with_participle(tree: Tree, noun: Token, verb: Token, dep: str) -> Tree:
    """Return a tree in which a noun stands in the place of the verb that now hangs on it."""
    words = list(tree)
    words[noun.i] = replace(noun, head=verb.head, dep=dep)
    words[verb.i] = replace(verb, tag="VBN", head=noun.i, dep="acl")
    return hung(words)


def _according(tree: Tree) -> Tree:
    """Return a tree in which "according to B, A and C act" is built as "according to B, A acts" is.

    Of one who acts the parser makes the subject, of two who do it makes more of B.
    """
    for to in tree[1:]:
        source = next((t for t in tree[to.i :] if t.dep in _SUBJECTS), to)
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


def _on_its_day(tree: Tree) -> Tree:
    """Return a tree in which the day of "their first talks in a year on Monday" is the verb's.

    The parser takes it for the day of that year.
    """
    for word in tree:
        span = tree[word.head]
        verb = tree[tree[span.head].head]
        if span.lemma in _SPANS and span.dep == "pobj" and _names_day(tree, word):
            tree = _moved(tree, word, verb)
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


def _ought(tree: Tree) -> Tree:
    """Return a tree in which "ought to be held" is built as "should be held" is.

    The parser takes the one for a verb that an infinitive completes.
    """
    for word in tree:
        if word.dep == "xcomp" and tree[word.head].lemma == "ought":
            tree = _raised(tree, word, tree[word.head], dep="aux")
    return tree


def _liked(tree: Tree) -> Tree:
    """Return a tree in which "would like B to act" is built as "wants B to act" is.

    The parser takes B for what is liked, and the act for a part of B.
    """
    for clause in tree:
        thing = tree[clause.head]
        liking = thing.dep == "dobj" and tree[thing.head].lemma == "like"
        if liking and _is_infinitive(tree, clause) and clause.dep in {"relcl", "acl"}:
            words = list(tree)
            words[clause.i] = replace(clause, head=thing.head, dep="ccomp")
            words[thing.i] = replace(thing, head=clause.i, dep="nsubj")
            tree = hung(words)
    return tree


def _made_clear(tree: Tree) -> Tree:
    """Return a tree in which "made it clear that", or "let it be known", is built as "stated that".

    The parser takes what is clear for what is made, and what is told for a part of that.
    """
    for word in tree:
        verb = tree[word.head]
        if (verb.lemma, word.lemma) not in _SAYING:
            continue
        clauses = (tree[i] for i in (*word.children, *verb.children) if i > word.i)
        told = next((t for t in clauses if t.dep in _CLAUSES and _is_opened(tree, t)), None)
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


def _to_be_done(tree: Tree) -> Tree:
    """Return a tree in which "are to be freed" is built as "will be freed" is.

    The parser takes the one for what somebody is, to be completed by an infinitive.
    """
    for word in tree:
        copula = tree[word.head]
        if (
            word.dep == "xcomp"
            and _is_passive(tree, word)
            and copula.lemma == "be"
            and copula.i < word.i
        ):
            tree = _raised(tree, word, copula)
    return tree


def _plugged(tree: Tree) -> Tree:
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
    if not behind or verb.tag not in _FINITE or verb.lemma in _BARE or word.text != word.lemma:
        return False
    return all(tree[i].dep not in {"aux", "dobj", "nsubj", "xcomp"} for i in word.children)


def _told_to(tree: Tree) -> Tree:
    """Return a tree in which "B told to yield" is built as "B was told to yield" is.

    Headlines leave "was" out; whoever tells somebody to do it says whom he tells.
    """
    for word in tree:
        if word.dep == "xcomp" and _lacks_object(tree, tree[word.head], word):
            subjects = [tree[i] for i in tree[word.head].children if tree[i].dep in _PASSIVE]
            words = list(tree)
            words[word.head] = replace(tree[word.head], tag="VBN")
            for subject in subjects:
                words[subject.i] = replace(subject, dep=_PASSIVE[subject.dep])
            tree = tuple(words)
    return tree


def _lacks_object(tree: Tree, verb: Token, act: Token) -> bool:
    """Say whether a verb that has to have an object has none before an infinitive."""
    needing = (verb.lemma, verb.tag) in _TELLING and tree[act.i - 1].tag == "TO"
    return needing and all(tree[i].dep not in {"dobj", "aux"} for i in verb.children)


def _completed(tree: Tree) -> Tree:
    """Return a tree in which "offered on Friday to resume" is built as "offered to resume" is.

    With a day in between the parser takes the infinitive for a purpose, as in "lobbied B on Friday
    to resume".
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


def _met(tree: Tree) -> Tree:
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


def _called(tree: Tree) -> Tree:
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


def _sent_from(tree: Tree) -> Tree:
    """Return a tree in which those are from B who are met in "met envoys from B".

    The parser hangs every second such "from" on the verb.
    """
    for whom, from_ in pairwise(tree):
        of_verb = from_.dep == "prep" and from_.lemma == "from" and from_.head == whom.head
        names = (tree[i] for i in from_.children if tree[i].dep == "pobj")
        if of_verb and whom.lemma in _SENT and any(name.tag in NAMES for name in names):
            tree = _moved(tree, from_, whom)
    return tree


def _agreed_before(tree: Tree) -> Tree:
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
    own = any(tree[i].dep in {*_SUBJECTS, "dobj", "aux", "ccomp"} for i in made.children)
    return made.lemma in _MAKING and made.tag in _PLANNED and noun.dep in _OBJECTS and not own


def _as_participle(tree: Tree, noun: Token, made: Token, verb: Token) -> Tree:
    """Return a tree in which a participle hangs on a noun, and what was joined to it on a verb."""
    words = list(tree)
    for i in made.children:
        if i > made.i and tree[i].dep in {"cc", "conj"}:
            words[i] = replace(tree[i], head=verb.i)
    words[made.i] = replace(made, tag="VBN", head=noun.i, dep="acl")
    return hung(words)


def _in_a_plan(tree: Tree) -> Tree:
    """Return a tree in which "calls for a truce in a nine-point plan" is of calls in a plan.

    The parser takes the plan for where the truce is to be.
    """
    for word in tree:
        noun, verb = tree[word.head], _verb_above(tree, word)
        called = verb is not None and verb.lemma in _CALLING and noun.dep in {"pobj", "conj"}
        if called and word.lemma in {"in", "with"} and _is_in_points(tree, word):
            tree = _moved(tree, tree[word.i], verb) if verb is not None else tree
    return tree


def _verb_above(tree: Tree, word: Token) -> Token | None:
    return next((t for t in ancestors(tree, word.i) if t.tag.startswith("VB")), None)


def _is_in_points(tree: Tree, prep: Token) -> bool:
    """Say whether what stands behind a preposition has points: "in a NINE-POINT plan"."""
    below = (tree[i] for noun in prep.children for i in tree[noun].children)
    return any(
        t.lemma == "point" and any(tree[i].dep == "nummod" for i in t.children) for t in below
    )


def _provided(tree: Tree) -> Tree:
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
    clauses = (t for t in tree[word.i + 1 :] if t.head in over and t.dep in _CLAUSES)
    return next((t for t in clauses if t.tag in _FINITE), None)


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


def _inverted(tree: Tree) -> Tree:
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


def _completes(tree: Tree, word: Token) -> bool:
    above = tree[word.head]
    own = {tree[child].dep for child in above.children} & {"dobj", "xcomp"}
    completed = above.lemma in _TO_DO if not own else own == {"dobj"} and above.lemma in TELLING
    return _is_infinitive(tree, word) and completed and above.i < word.i


def _is_infinitive(tree: Tree, word: Token) -> bool:
    return any(tree[child].tag == "TO" for child in word.children)


def _is_passive(tree: Tree, word: Token) -> bool:
    return any(tree[child].dep == "auxpass" for child in word.children)


def _raised(tree: Tree, word: Token, copula: Token, dep: str = "auxpass") -> Tree:
    """Return a tree in which a word has taken the place of the copula that it hung on."""
    words = list(tree)
    passive = dep == "auxpass" or _is_passive(tree, word)
    for i in copula.children:
        own = _PASSIVE.get(words[i].dep, words[i].dep) if passive else words[i].dep
        words[i] = replace(words[i], head=word.i, dep=own)
    above = word.i if copula.head == copula.i else copula.head
    words[word.i] = replace(word, tag="VBN" if passive else word.tag, head=above, dep=copula.dep)
    words[copula.i] = replace(copula, head=word.i, dep=dep)
    return hung(words)


def _names_day(tree: Tree, word: Token) -> bool:
    return any(tree[i].lemma in _DAYS for i in (word.i, *word.children))


def _moved(tree: Tree, word: Token, verb: Token) -> Tree:
    """Return a tree in which a word hangs on a verb."""
    words = list(tree)
    words[word.i] = replace(word, head=verb.i)
    return hung(words)


_MENDS = (
    _talks_as_noun,
    _told_behind,
    _planned_for,
    _aimed_at,
    _according,
    _going_on,
    _to_truce,
    _by_its_name,
    _swapping,
    _said_on_a_day,
    _on_its_day,
    _due_as_set,
    _to_be_done,
    _plugged,
    _told_to,
    _completed,
    _offered,
    _met,
    _called,
    _sent_from,
    _agreed_before,
    _in_a_plan,
    _provided,
    _inverted,
    _ought,
    _made_clear,
    _liked,
)
"""In this order."""
