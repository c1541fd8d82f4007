"""Walk a dependency tree: heads, conjuncts, subjects, clauses."""

from collections.abc import Iterable, Iterator
from itertools import islice

from streams.extract.tree import Token, Tree

CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "conj", "ROOT"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
TELLING = frozenset(
    "ask urge invite tell order press persuade allow want expect beg implore request instruct "
    "force encourage call compel convince pressure lobby advise exhort summon require nudge coax "
    "prod".split()
)
"""Verbs of which the object is to do what follows: "asked Egypt to mediate"."""
SUBORDINATE = frozenset({"ccomp", "advcl", "relcl", "parataxis"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NAMES = frozenset({"NNP", "NNPS"})
"""Tags of proper names."""

CONVEYING = frozenset("demand protest complain express convey lodge condemn denounce".split())
"""What somebody is summoned for by who does it."""
_CONTROLLED = frozenset({"xcomp", "conj", "advcl", "ccomp", "pcomp", "acomp"})
PLANS = frozenset({"plan", "decision", "bid", "attempt", "effort", "intention"})
"""What somebody has who is to act."""
PERSONS = frozenset({"he", "she"})
MUTUAL = frozenset({"meet", "talk", "negotiate", "speak", "confer", "agree"})
"""What takes two."""
RANKS = frozenset({"first", "second", "third", "last", "latest", "only"})
"""As which of several somebody does something: "the FIRST to sign"."""
OBLIGATIONS = frozenset({"must", "should", "shall", "ought"})
"""Auxiliaries of what somebody is to do."""
POSSIBLE = frozenset({"may", "might", "could"})
"""Auxiliaries of what only may be."""


def is_verb(token: Token) -> bool:
    """Say whether the word is a verb (any form)."""
    return token.tag.startswith("VB")


def children(tree: Tree, i: int, *deps: str) -> Iterator[Token]:
    """Yield the children of a word, of the given relations if any are given."""
    for child in tree[i].children:
        if not deps or tree[child].dep in deps:
            yield tree[child]


def behind(tree: Tree, i: int, *preps: str) -> Iterator[Token]:
    """Yield the nouns behind a word's prepositions, of these if any are given."""
    for prep in children(tree, i, "prep"):
        if not preps or prep.lemma in preps:
            yield from children(tree, prep.i, "pobj")


def objects(tree: Tree, i: int) -> Iterator[Token]:
    """Yield what a word has as its object, also behind "from", "away from" and the like."""
    yield from children(tree, i, "dobj")
    for word in (i, *(t.i for t in children(tree, i, "advmod") if t.lemma == "away")):
        yield from behind(tree, word)


def object_lemmas(tree: Tree, i: int) -> set[str]:
    """Return the nouns that a verb has as its object, also behind "from" and the like."""
    return {t.lemma for t in objects(tree, i)}


def is_perfect(tree: Tree, i: int) -> bool:
    """Say whether a verb is a perfect: "HAVE FREED"."""
    return tree[i].tag == "VBN" and any(t.lemma == "have" for t in children(tree, i, "aux"))


def is_past(tree: Tree, i: int) -> bool:
    """Say whether a verb tells what is past: "FREED", "HAVE FREED"."""
    return tree[i].tag == "VBD" or is_perfect(tree, i)


def is_first_to(tree: Tree, i: int) -> bool:
    """Say whether somebody was the first or so to do it: "became the second TO RATIFY it"."""
    above = tree[tree[i].head]
    doers = [*children(tree, above.i, "attr")] if is_verb(above) else [above]
    ranked = [*doers, *(t for doer in doers for t in children(tree, doer.i, "amod"))]
    counted = tree[i].dep in {"relcl", "acl", "advcl"} and any(t.lemma in RANKS for t in ranked)
    return counted and has_to(tree, i) and is_past(tree, doers[0].head)


def has_to(tree: Tree, i: int) -> bool:
    """Say whether a word has the "to" of an infinitive, whatever the parser takes it for."""
    return any(t.tag == "TO" for t in children(tree, i, "aux"))


def for_others(tree: Tree, i: int) -> Iterator[Token]:
    """Yield what others are to do: "called for B to LEAVE", "it was wrong for B to STAY"."""
    clauses = children(tree, i, "advcl", "acl", "relcl", "xcomp", "ccomp")
    yield from (t for t in clauses if "for" in marks(tree, t.i) and has_to(tree, t.i))


def is_to_come(tree: Tree, i: int) -> bool:
    """Say whether an auxiliary makes a verb what may or is to be: "MAY leave", "TO leave"."""
    return any(t.tag in {"MD", "TO"} for t in children(tree, i, "aux"))


def with_of(tree: Tree, words: Iterable[Token]) -> Iterator[Token]:
    """Yield words, and those behind their "of": "HOURS of TALKS"."""
    for word in words:
        yield word
        yield from behind(tree, word.i, "of")


def ancestors(tree: Tree, i: int) -> Iterator[Token]:
    """Yield head, head's head and so on up to the root."""
    while tree[i].head != i:
        i = tree[i].head
        yield tree[i]


def subtree(tree: Tree, i: int) -> tuple[int, ...]:
    """Return the words below and including `i`, in the order of the sentence."""
    found, todo = [], [i]
    while todo:
        word = todo.pop()
        found.append(word)
        todo.extend(tree[word].children)
    return tuple(sorted(found))


def conjuncts(tree: Tree, i: int) -> tuple[int, ...]:
    """Return the word and all that are coordinated below it: "A, B and C" from A."""
    found = [i]
    for child in children(tree, i, "conj"):
        found.extend(conjuncts(tree, child.i))
    return tuple(found)


def touching(tree: Tree, start: int, end: int) -> tuple[int, ...]:
    """Return the words that reach into `text[start:end]`, offsets into the sentence."""
    return tuple(t.i for t in tree if t.start < end and t.end > start)


def marks(tree: Tree, clause: int) -> frozenset[str]:
    """Return the lemmas that introduce a clause: "if", "unless", "once"."""
    return frozenset(t.lemma for t in children(tree, clause, "mark", "advmod"))


def first_conjunct(tree: Tree, i: int) -> int:
    """Return the word that `i` is coordinated with, at the top of the chain."""
    while tree[i].dep == "conj":
        i = tree[i].head
    return i


def governor(tree: Tree, i: int) -> int | None:
    """Return the verb that governs a noun, straight or through prepositions and nouns."""
    for word in ancestors(tree, i):
        if is_verb(word) or word.tag == "MD":
            return word.i
    return None


def verb_above(tree: Tree, i: int) -> Token | None:
    """Return the nearest verb that a word hangs on, straight or through others."""
    return next(filter(is_verb, ancestors(tree, i)), None)


def is_in_points(tree: Tree, i: int) -> bool:
    """Say whether it is told how many points a plan has: "a TEN-POINT plan"."""
    points = (t.i for t in children(tree, i, "compound", "nmod", "amod") if t.lemma == "point")
    return any(any(children(tree, word, "nummod")) for word in points)


def clause(tree: Tree, i: int) -> Iterator[int]:
    """Yield the words of the clause of a word, without the clauses below it."""
    verb = i if is_verb(tree[i]) else governor(tree, i)
    todo = [i] if verb is None else [verb, i]
    while todo:
        word = todo.pop()
        yield word
        todo += [t.i for t in children(tree, word) if t.dep not in SUBORDINATE]


def phrase(tree: Tree, i: int) -> tuple[int, int]:
    """Return first and last word of the noun phrase at `i`, without relative clauses."""
    kept = [i]
    for child in tree[i].children:
        if tree[child].dep in {"compound", "amod", "nmod", "nummod", "det", "poss", "quantmod"}:
            kept.extend(subtree(tree, child))
    return min(kept), max(kept)


def subjects(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the subjects of a verb, its own or, where it has none, those it is controlled by.

    "A agreed to hold talks": A. "A, who held talks": A. "talks held by A": A.
    """
    own = [t.i for t in children(tree, verb, "nsubj", "nsubjpass")]
    by = agents(tree, verb)
    if by:
        return by
    relative = [i for i in own if tree[i].tag in {"WDT", "WP"}]
    if relative and tree[verb].dep == "relcl":
        return (tree[verb].head,)
    # "X said that Y agreed, and THAT HE would": both are what X said.
    person = bool(own) and all(tree[i].text.lower() in PERSONS for i in own)
    clause = first_conjunct(tree, verb) if person and "that" in marks(tree, verb) else verb
    if own and all(tree[i].tag == "PRP" for i in own) and tree[clause].dep == "ccomp":
        # "X said he would meet": the pronoun is most often the speaker; one alone meets nobody.
        speaking = subjects(tree, tree[clause].head)
        they = any(tree[i].text.lower() == "they" for i in own)
        others = they and tree[verb].lemma in MUTUAL and _is_one(tree, speaking)
        return tuple(own) if others else speaking or tuple(own)
    if own:
        return tuple(own)
    return _controller(tree, verb)


def antecedent(tree: Tree, i: int) -> int:
    """Return whom "he" or "she" is in "A will raise it when HE visits B": the subject above."""
    if tree[i].text.lower() not in PERSONS:
        return i
    above = next(filter(is_verb, islice(ancestors(tree, tree[i].head), 2)), None)
    acting = subjects(tree, above.i) if above is not None else ()
    return acting[0] if acting and acting[0] < i else i


def _is_one(tree: Tree, speaking: tuple[int, ...]) -> bool:
    """Say whether a name or a noun in the singular speaks, and nobody beside it."""
    alone = len(speaking) == 1 and len(conjuncts(tree, speaking[0])) == 1
    return alone and tree[speaking[0]].tag in {"NN", "NNP"}


def is_passive(tree: Tree, verb: int) -> bool:
    """Say whether a verb is passive, or coordinated with a passive that lends it its subject."""
    while True:
        if any(True for _ in children(tree, verb, "nsubjpass", "auxpass")):
            return True
        word = tree[verb]
        own = any(True for _ in children(tree, verb, "nsubj", "aux"))
        if word.dep != "conj" or word.tag != "VBN" or own:
            return False
        verb = word.head


def patients(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return whom a passive is done to, and for "the envoy, who was received" the envoy."""
    own = [t.i for t in children(tree, verb, "nsubjpass")]
    clause = first_conjunct(tree, verb)
    if any(tree[i].tag in {"WDT", "WP"} for i in own) and tree[clause].dep == "relcl":
        return (tree[clause].head,)
    return tuple(own)


def main_verb(tree: Tree, verb: int) -> int:
    """Return the finite verb of "the talks, postponed in May, ended", if the parser missed it.

    It takes the participle between commas for the main verb, and the main verb for its conjunct.
    """
    if tree[verb].tag not in {"VBN", "VBD"} or any(children(tree, verb, "aux", "auxpass")):
        return verb
    between = _is_between_commas(tree, verb)
    for other in children(tree, verb, "conj"):
        subject = any(True for _ in children(tree, other.i, "nsubj", "nsubjpass"))
        finite = other.tag in FINITE and tree[verb].tag == "VBN"
        if not subject and (finite or (between and _has_finite_auxiliary(tree, other.i))):
            return other.i
    return verb


def _is_between_commas(tree: Tree, verb: int) -> bool:
    """Say whether a verb follows a comma, and joins none by "and": ", AGREED in May, had"."""
    joined = any(children(tree, verb, "cc"))
    return not joined and verb > 0 and tree[verb - 1].text == ","


def _has_finite_auxiliary(tree: Tree, verb: int) -> bool:
    """Say whether a verb is finite by its auxiliary: "HAD been put off", "WAS called off"."""
    return any(t.tag in FINITE | {"MD"} for t in children(tree, verb, "aux", "auxpass"))


def agents(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the nouns behind "by" that a passive or a participle has for its agents."""
    return tuple(
        noun.i for by in children(tree, verb, "agent") for noun in children(tree, by.i, "pobj")
    )


def _planning(tree: Tree, plan: int) -> tuple[int, ...]:
    """Return who is to do what a noun is to: "A dropped PLANS to talk", "A'S plans to talk"."""
    if tree[plan].lemma not in PLANS:
        return (plan,)
    owners = tuple(t.i for t in children(tree, plan, "poss") if t.tag != "PRP$")
    above = governor(tree, plan) if tree[plan].dep == "dobj" else None
    return owners or (subjects(tree, above) if above is not None else (plan,))


def _controller(tree: Tree, verb: int) -> tuple[int, ...]:
    word = tree[verb]
    if word.dep in _CONTROLLED and word.head != verb:
        above = tree[word.head]
        told = tuple(t.i for t in children(tree, above.i, "dobj") if t.i < verb)
        # "summoned the envoy TO PROTEST": it is who summons him that protests
        own = above.lemma == "summon" and word.lemma in CONVEYING
        if word.dep == "xcomp" and above.lemma in TELLING and told and not own:
            return told
        if is_verb(above) or above.tag in {"MD", "JJ"}:
            return subjects(tree, above.i)
        if above.dep == "prep":
            verb_above = governor(tree, above.i)
            return subjects(tree, verb_above) if verb_above is not None else ()
    if word.dep == "acl" and word.tag in {"VBG", "VB"}:
        return _planning(tree, word.head)
    if word.dep == "relcl" or word.tag == "VB":
        above_verb = governor(tree, verb)
        if above_verb is not None and word.dep in {"acl", "relcl"}:
            return subjects(tree, above_verb)
    return ()
