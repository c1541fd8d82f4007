"""Say how surely a statement is made, and where an outcome stands, from the words around it."""

from collections.abc import Iterator

from schemas.vocabulary import POSITIONS, Kind, Modality, Status
from streams.extract.document import Passage
from streams.extract.statements.constructions import COMPLETED, LEAVING, LEFT, TRUCES
from streams.extract.statements.cues import Cue
from streams.extract.statements.deals import DEALS
from streams.extract.statements.deeds import deeds
from streams.extract.statements.model import DENYING, Scored, likely_status
from streams.extract.statements.negation import is_disclaimed, is_negated
from streams.extract.statements.offers import WELCOMING
from streams.extract.statements.setting import is_ahead
from streams.extract.statements.stages import find_stage, refuses_mediation
from streams.extract.syntax import POSSIBLE, ancestors, children, has_to, is_verb
from streams.extract.talks.sighting import Found
from streams.extract.talks.status import is_going_on, is_told_as_done
from streams.extract.tree import Token, Tree

NOT_DONE: frozenset[Status] = frozenset({"agreed", "under_way"})
TO_BE_MADE: frozenset[Status] = frozenset({"signed", "ratified"})
"""What is still to come of these is planned."""
RESOLVES = frozenset("decision plan order intention promise pledge agreement deal".split())
FORESEEN = frozenset({"expected", "likely", "poised", "tipped"})
TOLD: dict[str, Status] = {
    **dict.fromkeys(TRUCES, "declared"),
    COMPLETED: "reached",
    LEAVING: "withdrawn",
    LEFT: "withdrawn",
}
"""Where an outcome stands by the construction that it is told by."""
BROUGHT_ABOUT: dict[Kind, Status] = {
    "ceasefire": "declared",
    "agreement": "reached",
    "exchange": "agreed",
}
"""What is denied or praised of an outcome: "denied a truce", "hailed a truce"."""


def find_status(passage: Passage, scored: Scored, told: Status | None) -> Found[Status] | None:
    """Return where an outcome or a mediation stands; None for positions, which have no status.

    `told` is what the sentence says outright.
    """
    word = scored.cue.word
    if scored.cue.kind in POSITIONS:
        return None
    if scored.cue.kind == "mediation" and (refused := _refused(passage.tree, word)) is not None:
        return Found(refused, *passage.span(word, word))
    status = told or likely_status(passage, scored)
    if _is_to_be_done(passage, word, status) or _is_in_deal(passage.tree, word, status):
        status = "agreed"
    elif scored.cue.kind == "exchange" and is_going_on(passage.tree, word):
        status = "under_way"
    elif scored.cue.kind == "exchange" and status in NOT_DONE and _is_done(passage, word):
        status = "done"
    return Found(status, *passage.span(word, word))


def _refused(tree: Tree, i: int) -> Status | None:
    """Return how somebody refuses to mediate, or others refuse him: "will NO LONGER MEDIATE"."""
    if refuses_mediation(tree, i):
        return "declined"
    if not is_verb(tree[i]) or not is_negated(tree, i):
        return None
    longer = any(t.text.lower() == "longer" for t in children(tree, i, "advmod"))
    return "withdrawn" if longer else "declined"


def told_status(passage: Passage, cue: Cue) -> Status | None:
    """Return where an outcome or a mediation stands as its sentence says outright.

    None where it says nothing, and for positions.
    """
    if cue.kind in POSITIONS:
        return None
    if cue.pattern in TOLD:
        return TOLD[cue.pattern]
    told = find_stage(passage.tree, cue.word, cue.kind)
    if told is not None:
        return told.status
    return BROUGHT_ABOUT.get(cue.kind) if _is_spoken_of(passage.tree, cue.word) else None


def _is_to_be_done(passage: Passage, i: int, status: Status) -> bool:
    """Say whether captives are still to be freed: "WILL RELEASE 50 hostages", "A TO FREE 50".

    Or it is only resolved: "its DECISION to free 50".
    """
    word = passage.tree[i]
    resolved = word.dep == "acl" and passage.tree[word.head].lemma in RESOLVES
    due = has_to(passage.tree, i) and (word.dep == "ROOT" or resolved)
    return status == "done" and is_verb(passage.tree[i]) and (due or is_ahead(passage, i))


def _is_in_deal(tree: Tree, i: int, status: Status) -> bool:
    """Say whether a deal is about it: "approved a deal on the RELEASE of hostages"."""
    prep = tree[tree[i].head]
    about = tree[i].dep == "pobj" and prep.lemma in {"on", "for"}
    made = (tree[prep.head], *children(tree, prep.head, "dobj", "pobj"))
    return status == "done" and about and any(t.lemma in DEALS for t in made)


def _is_done(passage: Passage, i: int) -> bool:
    """Say whether captives have been freed: "SWAPPED prisoners", in a headline "SWAP prisoners"."""
    said = passage.tree[i].dep in {"ROOT", "ccomp", "conj"}
    return said and is_told_as_done(passage, i)


def find_modality(
    passage: Passage, i: int, status: Status | None, *, conditional: bool
) -> Modality:
    """Return the modality: conditional with a condition, speculated under "may"."""
    if conditional:
        return "conditional"
    tree = passage.tree
    if _is_denied(tree, i):
        return "denied"
    verb = tree[i] if is_verb(tree[i]) else next(filter(is_verb, ancestors(tree, i)), None)
    if verb is not None and _is_possible(tree, verb):
        return "speculated"
    planned = status in TO_BE_MADE and _is_made(tree, i)
    if (planned or (status == "agreed" and is_verb(tree[i]))) and is_ahead(passage, i):
        return "planned"
    return "asserted"


def _is_made(tree: Tree, i: int) -> bool:
    """Say whether a word is a verb, or its object: "will SIGN", "will sign a DEAL"."""
    is_object = tree[i].dep in {"dobj", "nsubjpass"} and is_verb(tree[tree[i].head])
    return is_verb(tree[i]) or is_object


def _is_possible(tree: Tree, verb: Token) -> bool:
    """Say whether something only may be, or is expected: "MAY reject", "LIKELY to reject"."""
    possible = POSSIBLE - {"could"} if is_negated(tree, verb.i) else POSSIBLE  # "could NOT accept"
    may = any(t.text.lower() in possible for t in children(tree, verb.i, "aux"))
    return may or (verb.dep == "xcomp" and tree[verb.head].text.lower() in FORESEEN)


def _is_denied(tree: Tree, i: int) -> bool:
    if is_disclaimed(tree, i):
        return True
    return tree[i].lemma in DENYING or any(t.lemma in DENYING for t in _over(tree, i))


def _is_spoken_of(tree: Tree, i: int) -> bool:
    """Say whether it is only denied, doubted, praised or blamed that an outcome has come about."""
    said_of = WELCOMING | deeds().comment | deeds().criticise | deeds().look_back
    judged = tree[i].dep == "dobj" and tree[tree[i].head].lemma in said_of
    return judged or _is_denied(tree, i)


def _over(tree: Tree, i: int) -> Iterator[Token]:
    """Yield what a word hangs on, not what it is told beside: "DENIED it and accused B"."""
    below = tree[i]
    for above in ancestors(tree, i):
        if below.dep != "conj":
            yield above
        below = above
