"""Where an outcome or a mediation stands, as a verb around its word says outright."""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from schemas.vocabulary import Kind, Status
from streams.extract.rulebook import Rules, load
from streams.extract.speech import speech_rules
from streams.extract.statements.deals import is_decided, is_leaving, is_of_leaving, passes
from streams.extract.statements.negation import is_negated, is_none
from streams.extract.statements.reproaches import BREACHES
from streams.extract.statements.truces import KEEPING, TRUCE
from streams.extract.syntax import ancestors, behind, children, is_first_to, is_verb, verb_above
from streams.extract.talks.status import is_future
from streams.extract.talks.verbs import is_among, verb_names
from streams.extract.tree import Tree

GOVERNING = 2
"""Verbs above a word that may say where it stands: "agreed to ask for mediation"."""
LIFTING = frozenset({"lift", "rescind"})
OF_OBJECT = KEEPING | LIFTING | {"end", "terminate", "cancel", "annul", "revoke"}
"""Verbs that end or keep what is their object, and nothing else."""
UNDONE: frozenset[Status] = frozenset({"ended", "violated"})
RESOLVING = frozenset({"agree", "decide"})
UNWILLING = 4
"""Steps above mediation at which it is said that there is no will to accept it."""
PROMISING = frozenset("agree undertake pledge promise vow commit".split())
NOTWITHSTANDING = frozenset({"despite", "notwithstanding"})
COLOURING = frozenset({"appear", "seem", "look", "continue"})
BREACHING = BREACHES | {"defiance"}


class Stages(Rules, frozen=True):
    """`rules/stages.yaml`: verbs by status, for each kind that has such verbs."""

    mediation: dict[Status, frozenset[str]]
    agreement: dict[Status, frozenset[str]]
    ceasefire: dict[Status, frozenset[str]]
    exchange: dict[Status, frozenset[str]]
    nouns: dict[Status, frozenset[str]]
    """What an outcome is the object of: "the ANNOUNCEMENT of a truce"."""
    fighting: frozenset[str]
    claiming: frozenset[str]


class Stage(NamedTuple):
    """A status, and the verb that tells it."""

    status: Status
    verb: int


def stages() -> Stages:
    """Return the verbs that say where an outcome or a mediation stands."""
    return load("stages", Stages)


def find_stage(tree: Tree, i: int, kind: Kind) -> Stage | None:
    """Return the status that a verb of the word's own clause says, the nearest verb first."""
    if kind == "ceasefire" and (of_truce := _of_truce(tree, i)) is not None:
        return of_truce
    if kind == "agreement" and (of_deal := _of_deal(tree, i)) is not None:
        return of_deal
    known = _by_verb(kind)
    for verb in _verbs_of(tree, i):
        # The most telling name counts: "call off" before "call".
        told = next((name for name in verb_names(tree, verb, known) if name in known), None)
        if told is None or is_negated(tree, verb) or not _is_told_of(tree, i, verb):
            continue
        if known[told] == "in_force" and _is_promised(tree, verb):
            return Stage("declared", verb)
        # Who says that he will give up mediating has given it up.
        given_up = (kind, known[told]) == ("mediation", "withdrawn") and is_future(tree, verb)
        if known[told] == "withdrawn":
            given_up = given_up or is_decided(tree, verb) or is_leaving(tree, verb)
        if given_up or _has_come_about(tree, verb):
            return Stage(known[told], verb)
    return _of_noun(tree, i, kind)


def _of_deal(tree: Tree, i: int) -> Stage | None:
    """Return where a deal stands that a parliament passes, or that is left by a paper."""
    if (vote := _vote_on(tree, i)) is not None:
        return Stage("ratified", vote)
    leaving = _left_by_paper(tree, i)
    return Stage("withdrawn", leaving) if leaving is not None else None


def _of_truce(tree: Tree, i: int) -> Stage | None:
    """Return where a truce stands that is fought in spite of, doubted, undone, or that holds."""
    if (verb := _fought_despite(tree, i)) is not None:
        return Stage("violated", verb)
    if (doubt := find_doubt(tree, i)) is not None:
        return Stage("declared", doubt)
    if (undone := _undone(tree, i)) is not None:
        return undone
    verb = _by_appearance(tree, tree[i].head)
    holds = tree[i].dep == "nsubj" and tree[verb].lemma == "hold"
    if not holds or any(children(tree, verb, "dobj")) or is_future(tree, verb):
        return None
    return Stage("violated" if is_negated(tree, verb) else "in_force", verb)


def _undone(tree: Tree, i: int) -> Stage | None:
    """Return what a noun undoes: "announced THE END of a truce", be the word verb or truce."""
    ends = (t for t in children(tree, i, "dobj") if t.lemma in stages().nouns["ended"])
    for end in ends:
        if any(noun.lemma in TRUCE for noun in behind(tree, end.i, "of", "to")):
            return Stage("ended", end.i)
    told = _of_noun(tree, i, "ceasefire")
    return told if told is not None and told.status in UNDONE else None


def _by_appearance(tree: Tree, verb: int) -> int:
    """Return the verb that one only colours: "appeared to be HOLDING"."""
    coloured = children(tree, verb, "xcomp") if tree[verb].lemma in COLOURING else ()
    return next((t.i for t in coloured), verb)


def ends_truce(tree: Tree, i: int) -> bool:
    """Say whether a verb ends a truce that there was: "CALLED OFF its truce"."""
    truces = (t for t in children(tree, i, "dobj", "nsubjpass") if t.lemma in TRUCE)
    ended = is_among(tree, i, stages().ceasefire["ended"]) and _has_come_about(tree, i)
    return ended and not is_negated(tree, i) and any(truces)


def find_answer(tree: Tree, i: int, kind: Kind) -> Stage | None:
    """Return the verb that says where mediation stands: "KENYA DECLINED an offer to mediate"."""
    return find_stage(tree, i, kind) if kind == "mediation" else None


def _vote_on(tree: Tree, i: int) -> int | None:
    """Return the verb by which a parliament passes a treaty."""
    return next((verb for verb in _verbs_of(tree, i) if passes(tree, verb)), None)


def _left_by_paper(tree: Tree, i: int) -> int | None:
    """Return the verb that tells of leaving it: "signed a decree ENDING its part in the pact"."""
    verb = verb_above(tree, i)
    left = verb is not None and is_of_leaving(tree, verb.i) and is_decided(tree, verb.i)
    return verb.i if verb is not None and left else None


def refuses_mediation(tree: Tree, i: int) -> bool:
    """Say whether mediation is not taken up: "will NEVER ACCEPT mediation"."""
    if any(is_none(tree, t.i) for t in islice(ancestors(tree, i), UNWILLING)):
        return True  # "has NO INTENTION of accepting mediation"
    taken_up = stages().mediation["accepted"]
    verbs = (v for v in _verbs_of(tree, i) if is_among(tree, v, taken_up))
    return any(is_negated(tree, verb) for verb in verbs)


def find_doubt(tree: Tree, i: int) -> int | None:
    """Return the word by which an outcome is claimed or doubted: "DOUBTS over the truce".

    Whoever doubts it speaks of its having been declared.
    """
    above = tree[tree[i].head]
    if tree[i].dep == "compound" and above.lemma in stages().claiming:
        return above.i  # "the truce CLAIM"
    if tree[i].dep == "pobj":
        told = (tree[above.head], *children(tree, above.head, "dobj"))  # "CAST DOUBT on the truce"
        return next((t.i for t in told if t.lemma in stages().claiming), None)
    # "a truce in DOUBT", "the truce is in DOUBT"
    said_of = (i, above.i) if tree[i].dep == "nsubj" and above.lemma == "be" else (i,)
    put = (t for word in said_of for t in behind(tree, word, "in"))
    return next((t.i for t in put if t.lemma in stages().claiming), None)


def _is_told_of(tree: Tree, i: int, verb: int) -> bool:
    """Say whether a verb tells of a word itself: "talks ENDED with a deal" ends none."""
    if i == verb and tree[i].lemma in KEEPING | LIFTING:
        return True
    word = tree[i].head if tree[i].dep == "acl" else i  # "ended its EFFORTS to mediate"
    if tree[verb].lemma not in OF_OBJECT or _is_object(tree, word, verb):
        return True
    alone = not any(children(tree, verb, "dobj"))
    return alone and tree[i].dep == "nsubj" and tree[i].head == verb  # "the TRUCE ENDED"


def _is_promised(tree: Tree, verb: int) -> bool:
    """Say whether a truce is not kept yet, but will be: "undertook to OBSERVE a truce"."""
    above = tree[tree[verb].head]
    promised = tree[verb].dep == "xcomp" and above.lemma in PROMISING
    if tree[verb].dep == "ccomp" and not is_negated(tree, verb):  # "said it would OBSERVE it"
        promised = above.lemma in speech_rules().verbs and is_future(tree, verb)
    return promised and not is_negated(tree, above.i) and _has_come_about(tree, above.i)


@cache
def _by_verb(kind: Kind) -> dict[str, Status]:
    """Return the statuses of a kind by their verbs, the first of a verb that tells two."""
    found: dict[str, Status] = {}
    for status, verbs in _verbs(kind).items():
        for verb in verbs:
            found.setdefault(verb, status)
    return found


def _verbs(kind: Kind) -> dict[Status, frozenset[str]]:
    known: dict[Status, frozenset[str]] = getattr(stages(), kind, {})
    return known


def _of_noun(tree: Tree, i: int, kind: Kind) -> Stage | None:
    """Return the status that a noun says whose object a word is: "the BREACH of the truce".

    Or from which one is: "its WITHDRAWAL from the treaty".
    """
    prep = tree[tree[i].head]
    noun = tree[prep.head]
    leaves = prep.lemma == "from" and noun.lemma in stages().nouns["withdrawn"]
    of = prep.lemma == "of" or (noun.lemma, prep.lemma) == ("end", "to")
    if tree[i].dep != "pobj" or not (of or leaves):
        return None
    taken_back = tree[noun.head].lemma in _verbs(kind).get("withdrawn", ())
    if noun.dep == "dobj" and taken_back:  # "REVOKED its ratification of the treaty"
        return Stage("withdrawn", noun.head)
    told = stages().nouns
    status = next((s for s in _verbs(kind) if noun.lemma in told.get(s, ())), None)
    return Stage(status, noun.i) if status is not None else None


def _fought_despite(tree: Tree, i: int) -> int | None:
    """Return the verb of "shelled the town despite a truce", "in breach of a truce"."""
    prep = tree[tree[i].head]
    verb = tree[prep.head]
    despite = prep.lemma in NOTWITHSTANDING
    if prep.lemma == "of" and verb.lemma in BREACHING and tree[verb.head].lemma == "in":
        despite, verb = True, tree[tree[verb.head].head]
    return verb.i if despite and fights(tree, verb.i) else None


def fights(tree: Tree, i: int) -> bool:
    """Say whether a verb tells of fighting, which no truce is told by."""
    return is_among(tree, i, stages().fighting)


def _has_come_about(tree: Tree, verb: int) -> bool:
    """Say whether a verb tells what is: "has been signed", not "is to be" or "must be signed".

    What is agreed on is, or decided: "agreed TO EXTEND the truce".
    """
    above = tree[verb].head
    if tree[verb].dep == "xcomp" and tree[above].lemma in RESOLVING:
        return not is_negated(tree, above) and _has_come_about(tree, above)
    to_come = any(t.tag in {"MD", "TO"} for t in children(tree, verb, "aux", "auxpass"))
    return not to_come or is_first_to(tree, verb)


def _verbs_of(tree: Tree, i: int) -> Iterator[int]:
    """Yield a word if it is a verb, the verbs that govern it, and the participle behind it."""
    if is_verb(tree[i]):
        yield i
    for above in islice(filter(is_verb, ancestors(tree, i)), GOVERNING):
        if above.lemma in speech_rules().verbs and not _is_object(tree, i, above.i):
            break
        yield above.i
    yield from (t.i for t in children(tree, i, "acl") if t.tag == "VBN")


def _is_object(tree: Tree, i: int, verb: int) -> bool:
    """Say whether it is a word itself that is said: "announced a TRUCE"."""
    return tree[i].head == verb and tree[i].dep in {"dobj", "nsubjpass"}
