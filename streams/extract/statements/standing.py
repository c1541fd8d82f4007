"""Say how surely a statement is made, and where an outcome stands, from the words around it."""

from collections.abc import Iterator
from itertools import islice

from schemas.vocabulary import POSITIONS, Modality, Status
from streams.extract.document import Passage
from streams.extract.parse import Tree
from streams.extract.rulebook import Rules, load
from streams.extract.statements.model import Scored, likely_status
from streams.extract.statements.negation import is_negated
from streams.extract.syntax import ancestors, children, is_verb
from streams.extract.talks.sighting import Found
from streams.extract.talks.speech import speech_rules
from streams.extract.talks.verbs import is_among

DENYING = frozenset({"deny"})
POSSIBLE = frozenset({"may", "might", "could"})
GOVERNING = 2
"""Verbs above a word that may say where it stands: "agreed to ask for mediation"."""


class Stages(Rules, frozen=True):
    """`rules/stages.yaml`: verbs by status, for each kind that has such verbs."""

    mediation: dict[Status, frozenset[str]]
    agreement: dict[Status, frozenset[str]]
    ceasefire: dict[Status, frozenset[str]]


def find_status(passage: Passage, scored: Scored) -> Found[Status] | None:
    """Return where an outcome or a mediation stands; None for positions, which have no status."""
    word = scored.cue.word
    if scored.cue.kind in POSITIONS:
        return None
    told = _told_outright(passage.tree, word, getattr(stages(), scored.cue.kind, {}))
    return Found(told or likely_status(passage, scored), *passage.span(word, word))


def stages() -> Stages:
    """Return the verbs that say where an outcome or a mediation stands."""
    return load("stages", Stages)


def _told_outright(tree: Tree, i: int, known: dict[Status, frozenset[str]]) -> Status | None:
    """Return the status that a verb of the word's own clause says, the nearest verb first."""
    for verb in _verbs_of(tree, i):
        if not is_negated(tree, verb) and _has_come_about(tree, verb):
            status = next((s for s, verbs in known.items() if is_among(tree, verb, verbs)), None)
            if status is not None:
                return status
    return None


def _has_come_about(tree: Tree, verb: int) -> bool:
    """Say whether a verb tells what is: "has been signed", not "is to be" or "must be signed"."""
    return not any(t.tag in {"MD", "TO"} for t in children(tree, verb, "aux", "auxpass"))


def _verbs_of(tree: Tree, i: int) -> Iterator[int]:
    """Yield a word if it is a verb, the verbs that govern it, and the participle behind it."""
    if is_verb(tree[i]):
        yield i
    for above in islice(filter(is_verb, ancestors(tree, i)), GOVERNING):
        if above.lemma in speech_rules().verbs:
            break
        yield above.i
    yield from (t.i for t in children(tree, i, "acl") if t.tag == "VBN")


def find_modality(passage: Passage, i: int, *, conditional: bool) -> Modality:
    """Return the modality: conditional with a condition, speculated under "may"."""
    if conditional:
        return "conditional"
    tree = passage.tree
    if any(t.lemma in DENYING for t in ancestors(tree, i)):
        return "denied"
    verb = tree[i] if is_verb(tree[i]) else next(filter(is_verb, ancestors(tree, i)), None)
    if verb is not None and {t.text.lower() for t in children(tree, verb.i, "aux")} & POSSIBLE:
        return "speculated"
    return "asserted"
