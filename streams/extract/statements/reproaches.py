"""What somebody says of another's deeds: that he broke his word, lied, or did what is deplored.

The verbs and nouns stand in `rules/deeds.yaml`.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from streams.extract.speech import speech_rules
from streams.extract.statements.deeds import deeds
from streams.extract.statements.negation import is_negated
from streams.extract.statements.offers import (
    NAMING,
    aims_at_no_good,
    called,
    falls_short,
    finds_fault,
    is_ploy,
)
from streams.extract.statements.outcomes import outcome_rules
from streams.extract.statements.quotations import is_cut, is_sourced
from streams.extract.statements.truces import TRUCE
from streams.extract.syntax import (
    behind,
    children,
    has_to,
    is_to_come,
    is_verb,
    object_lemmas,
    objects,
    patients,
)
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

ADMITTING = frozenset({"admit", "acknowledge", "concede", "confess"})
PROVING = frozenset({"prove", "show", "demonstrate", "reveal", "confirm", "expose"})
"""Verbs between who says so and what another is said to have done."""
EVIDENCE = frozenset({"evidence", "proof"})
"""What somebody says that he has of what another did."""
GOING_ON = frozenset({"continue", "keep", "begin", "start"})
INTENDING = frozenset({"intend", "mean", "plan"})
JUDGING = NAMING | {"declare", "find", "judge", "rule"}
BREACHES = frozenset({"breach", "violation", "contravention"})
USING = frozenset({"use", "exploit", "abuse"})
SUMMONING = frozenset({"summon", "call in"})
CULPABLE = frozenset({"blame", "responsible", "guilty", "culpable", "complicit"})
FAULT = frozenset({"responsibility", "blame", "guilt", "fault"})
BEARING = frozenset({"bear", "carry", "share", "have"})
EARNEST = frozenset({"serious", "sincere", "honest", "genuine", "interested", "earnest"})
"""What one is not who bargains in bad faith: "is not SERIOUS about peace"."""
PEACE = frozenset("peace solution settlement ceasefire truce deal agreement dialogue".split())
COMPLAINING = frozenset({"complain", "protest", "condemn", "denounce", "object", "express"})


def is_reproached(tree: Tree, i: int, subject: Token) -> bool:
    """Say whether somebody says of another that he has done what a verb says."""
    own = subject.dep != "nsubj" or subject.tag.startswith("PRP")
    if subject.lemma in outcome_rules().tables or falls_short(tree, i):
        return False  # that "TALKS had failed" blames nobody
    return not is_to_come(tree, i) and not own and _is_told(tree, i) and _is_wrong(tree, i)


def _is_told(tree: Tree, i: int) -> bool:
    """Say whether somebody says so of another, or thinks so."""
    said, clause = tree[tree[i].head], tree[i]
    if said.lemma in EVIDENCE and tree[said.head].dep == "ccomp":
        return tree[tree[said.head].head].lemma in _telling() and _blames(tree, i)
    if said.lemma in PROVING:
        said, clause = tree[said.head], said
    if {tree[i].dep, clause.dep} == {"ccomp"} and said.lemma in _telling():
        # Quoted in front of it, "attacked" and the like most often only tell what has happened.
        return said.i < i or _blames(tree, i) or _goes_on(tree, i)
    # Of a quotation of several sentences only the last has who speaks.
    alone = is_cut(tree) or is_sourced(tree, i) or any(map(_says, children(tree, i)))
    return tree[i].dep == "ROOT" and alone and _blames(tree, i)


def _blames(tree: Tree, i: int) -> bool:
    """Say whether nobody says so without blaming somebody."""
    ways = (_is_faithless, _is_in_bad_faith, _is_to_blame, _is_violation, _is_faulted, _misuses)
    return any(way(tree, i) for way in ways)


def _goes_on(tree: Tree, i: int) -> bool:
    """Say whether a verb tells what is still being done: "IS BLOCKING aid"."""
    present = (t for t in children(tree, i, "aux") if t.text.lower() in {"is", "are"})
    return tree[i].tag == "VBG" and any(present)


def _misuses(tree: Tree, i: int) -> bool:
    """Say whether talks or a truce serve somebody for another end: "USED the truce TO regroup"."""
    used = tree[i].lemma in USING and object_lemmas(tree, i) & (deeds().elsewhere | TRUCE)
    return bool(used) and any(has_to(tree, t.i) for t in children(tree, i, "xcomp", "advcl"))


@cache
def _telling() -> frozenset[str]:
    return (speech_rules().verbs | speech_rules().beliefs) - ADMITTING


def _says(word: Token) -> bool:
    """Say whether a word is who says so behind a sentence: "A lied, B SAID"."""
    return word.dep == "parataxis" and word.lemma in _telling()


def _is_faithless(tree: Tree, i: int) -> bool:
    """Say whether nobody says of another what a verb says without blaming him."""
    if is_among(tree, i, deeds().faithless) or _breaks_word(tree, i):
        return True
    if tree[i].lemma == "break" and object_lemmas(tree, i) & deeds().promises:
        return True
    return any(_is_faithless(tree, act.i) for act in _acts_on(tree, i))


def _is_wrong(tree: Tree, i: int) -> bool:
    """Say whether it is wrong to do what a verb says: "BROKE its word", "NEVER KEPT its word"."""
    if is_negated(tree, i):
        return _breaks_word(tree, i) or _is_in_bad_faith(tree, i)
    if is_among(tree, i, deeds().wrong) or is_among(tree, i, deeds().faithless):
        return True
    if _menaces(tree, i) or _holds_up(tree, i) or is_ploy(tree, i):
        return True
    if any(way(tree, i) for way in (_is_to_blame, _is_violation, _is_faulted, _misuses)):
        return True
    return any(_is_wrong(tree, act.i) for act in _acts_on(tree, i))


def _breaks_word(tree: Tree, i: int) -> bool:
    """Say whether somebody does not do what he should: "NEVER KEPT its promises"."""
    if not is_negated(tree, i):
        return False
    acts = [i, *(t.i for t in children(tree, i, "xcomp") if tree[i].lemma in INTENDING)]
    return any(
        tree[act].lemma in deeds().perform and object_lemmas(tree, act) & deeds().promises
        for act in acts
    )


def _is_in_bad_faith(tree: Tree, i: int) -> bool:
    """Say whether somebody only seems to seek peace: "is NOT SERIOUS", "does NOT WANT peace"."""
    own = (t for who in children(tree, i, "nsubj") for t in children(tree, who.i, "poss"))
    if not is_negated(tree, i) or any(t.tag == "PRP$" for t in own):
        return False
    if tree[i].lemma == "be":
        return any(t.lemma in EARNEST for t in children(tree, i, "acomp"))
    return tree[i].lemma in {"want", "seek", "desire"} and bool(object_lemmas(tree, i) & PEACE)


def _menaces(tree: Tree, i: int) -> bool:
    """Say whether a verb with its object is wrong: "RESUMED shelling", "TESTS missiles"."""
    acts = {t.lemma for t in children(tree, i, "xcomp")} & deeds().assail
    return tree[i].lemma in deeds().menace and bool(acts | object_lemmas(tree, i) & deeds().menaces)


def _holds_up(tree: Tree, i: int) -> bool:
    """Say whether a verb keeps others from agreeing: "IS BLOCKING a deal"."""
    return is_among(tree, i, deeds().hold_up) and bool(object_lemmas(tree, i) & deeds().elsewhere)


def _acts_on(tree: Tree, i: int) -> Iterator[Token]:
    """Yield what somebody goes on doing: "CONTINUES to arm them"."""
    return children(tree, i, "xcomp") if tree[i].lemma in GOING_ON else iter(())


def _is_to_blame(tree: Tree, i: int) -> bool:
    """Say whether a copula says who is at fault: "WAS to blame for it", "IS responsible"."""
    if tree[i].lemma in BEARING:
        return any(t.lemma in FAULT for t in children(tree, i, "dobj"))
    if tree[i].lemma != "be":
        return False
    behind_it = any(t.lemma == "behind" for t in children(tree, i, "prep"))
    return behind_it or any(t.lemma in CULPABLE for t in children(tree, i, "xcomp", "acomp"))


def _is_violation(tree: Tree, i: int) -> bool:
    """Say whether it is said to be wrong: "WAS a breach of the truce", "ACTED in violation of"."""
    if any(t.lemma in BREACHES for t in behind(tree, i, "in")):
        return True
    return tree[i].lemma == "be" and any(
        t.lemma in deeds().outrages for t in children(tree, i, "attr", "acomp")
    )


def deplores(tree: Tree, i: int) -> bool:
    """Say whether somebody finds fault with what another does: "LAMBASTED a decision by B"."""
    if tree[i].lemma not in deeds().criticise or is_negated(tree, i):
        return False
    # "regretted that B had gone ahead"
    acting = (w for c in children(tree, i, "ccomp") for w in children(tree, c.i, "nsubj"))
    return _are_of_one_named(tree, objects(tree, i)) or any(w.text[:1].isupper() for w in acting)


def _are_of_one_named(tree: Tree, things: Iterable[Token]) -> bool:
    """Say whether any of these is a deed that is deplored, of one who is named."""
    done = (t.i for t in things if t.lemma in deeds().deplored)
    return any(word.text[:1].isupper() for deed in done for word in owners_of(tree, deed))


def owners_of(tree: Tree, i: int) -> Iterator[Token]:
    """Yield whose a deed or an offer is: "a decision BY B", "B'S decision"."""
    yield from children(tree, i, "poss", "amod", "compound")
    yield from behind(tree, i, "by", "of", "from")


def protests(tree: Tree, i: int) -> bool:
    """Say whether something is done to protest: "SUMMONED the envoy over it", "in protest at"."""
    things = (i, *(t.i for t in children(tree, i, "dobj"))) if is_verb(tree[i]) else ()
    if any(t.lemma == "protest" for thing in things for t in behind(tree, thing, "in")):
        return True
    over = any(True for word in (i, *called_in(tree, i)) for _ in behind(tree, word, "over"))
    told = any(t.lemma in COMPLAINING for t in children(tree, i, "xcomp", "advcl"))
    return (over or told) and bool(called_in(tree, i))


def called_in(tree: Tree, i: int) -> tuple[int, ...]:
    """Return the envoys who are called in to be told something; nobody for any other verb."""
    if not is_among(tree, i, SUMMONING):
        return ()
    summoned = (*(t.i for t in objects(tree, i)), *patients(tree, i))
    return tuple(word for word in summoned if tree[word].lemma in deeds().envoys)


def calls_wrong(tree: Tree, i: int) -> bool:
    """Say whether a verb calls wrong what others do: "CALLED the strikes a violation"."""
    if tree[i].lemma not in JUDGING or is_negated(tree, i):
        return False
    judged = (i, *(t.i for t in children(tree, i, "dobj", "xcomp", "ccomp")))
    if any(t.lemma in BREACHES for word in judged for t in behind(tree, word, "in")):
        return True
    words = called(tree, i, deeds().deplored | deeds().offers)
    if any(aims_at_no_good(tree, w) or w.lemma in deeds().outrages for w in words):
        return True
    of_others = _are_of_one_named(tree, children(tree, i, "dobj", "nsubjpass"))
    return of_others and finds_fault(tree, called(tree, i, deeds().deplored))


def _is_faulted(tree: Tree, i: int) -> bool:
    """Say whether a copula says so of what another did: "B's decision WAS a mistake"."""
    if tree[i].lemma != "be" or is_negated(tree, i):
        return False
    of_others = _are_of_one_named(tree, children(tree, i, "nsubj"))
    return of_others and finds_fault(tree, children(tree, i, "attr", "acomp"))
