"""Say where an encounter stands (planned, under way, held ...) and how surely the text says so."""

from dataclasses import dataclass
from typing import Literal

from schemas.vocabulary import Modality, Status
from streams.extract.document import Passage
from streams.extract.parse import Tree
from streams.extract.syntax import ancestors, children, is_verb, phrase
from streams.extract.talks.lexicon import status_rules
from streams.extract.talks.sighting import Found
from streams.extract.talks.triggers import Trigger, verb_key

Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Status and modality of an encounter in one sentence.

    `firm` is false where only a tense or a preposition speaks; `wished` where somebody merely
    wants the encounter.
    """

    status: Found[Status] | None
    modality: Modality
    firm: bool
    wished: bool
    tense: Tense


def find_standing(passage: Passage, trigger: Trigger) -> Standing:
    """Return where the encounter stands as far as this sentence says."""
    noun = _by_noun(passage, trigger)
    verb = _by_verb(passage, trigger)
    adjective = _by_adjective(passage, trigger)
    tense = _tense(passage, trigger)
    denied = _is_denied(passage, trigger)
    if denied:
        return Standing(None, "denied", firm=False, wished=False, tense=tense)
    if _is_wished(passage, trigger):
        return Standing(None, "asserted", firm=False, wished=True, tense="future")
    if (adjective is not None and adjective.value == "proposed") or _is_doubted(passage, trigger):
        at = adjective or _at(passage, trigger.word, "proposed")
        return Standing(
            _restate(at, "proposed"),
            _supposed(passage, trigger),
            firm=True,
            wished=False,
            tense="future",
        )
    if noun is not None:
        return _standing(noun, tense, firm=True)
    if verb is not None:
        return _standing(verb, tense, firm=True)
    if adjective is not None:
        return _standing(adjective, tense, firm=True)
    return _by_preposition(passage, trigger, tense)


def _standing(status: Found[Status], tense: Tense, *, firm: bool) -> Standing:
    planned = status.value == "planned"
    # Dates of what is put off or called off lie ahead, whatever the tense of the verb.
    ahead = status.value in {"planned", "postponed", "cancelled"}
    return Standing(
        status,
        "planned" if planned else "asserted",
        firm=firm,
        wished=False,
        tense="future" if ahead else tense,
    )


def _restate(found: Found[Status], status: Status) -> Found[Status]:
    return Found(status, found.start, found.end)


def _at(passage: Passage, i: int, status: Status) -> Found[Status]:
    return Found(status, *passage.span(i, i))


def _by_noun(passage: Passage, trigger: Trigger) -> Found[Status] | None:
    """Return the status that "the collapse of the talks" says."""
    top = passage.tree[trigger.anchor]
    if top.dep != "pobj" or passage.tree[top.head].lemma not in {"of", "to", "in"}:
        return None
    holder = passage.tree[passage.tree[top.head].head]
    for status, lemmas in status_rules().nouns.items():
        if holder.lemma in lemmas and holder.tag.startswith("NN"):
            return _at(passage, holder.i, status)
    return None


def _by_adjective(passage: Passage, trigger: Trigger) -> Found[Status] | None:
    for noun in trigger.chain:
        first, last = phrase(passage.tree, noun)
        for token in passage.tree[first : last + 1]:
            for status, words in status_rules().adjectives.items():
                if token.text.lower() in words and token.tag.startswith(("JJ", "VB", "RB")):
                    return _at(passage, token.i, status)
    return None


def _by_verb(passage: Passage, trigger: Trigger) -> Found[Status] | None:
    """Return the status that the governing verb says, or the participle behind the noun."""
    verbs = [] if trigger.verb is None else [trigger.verb]
    if (
        trigger.prep == "in"
        and trigger.verb is not None
        and passage.tree[trigger.verb].lemma in {"be", "remain"}
    ):
        return _at(passage, trigger.verb, _of_being_in(passage.tree, trigger.verb))
    own = _is_light(trigger) or trigger.relation in {"self", "subject", "object"}
    found = [f for v in verbs if own and (f := _of_verb(passage, v)) is not None]
    for noun in trigger.chain if trigger.relation != "self" else ():
        for clause in children(passage.tree, noun, "relcl", "acl"):
            said = _of_verb(passage, clause.i)
            found += [said] if said is not None else []
    # "a round, postponed from Sunday, ended": what came of it outweighs how it was put off
    return next(
        (f for f in found if f.value not in {"postponed", "planned"}), next(iter(found), None)
    )


def _of_being_in(tree: Tree, verb: int) -> Status:
    """Return the status of "are in talks", by tense."""
    if _is_future(tree, verb):
        return "planned"
    return "under_way" if tree[verb].tag in {"VBZ", "VBP", "VB", "VBG"} else "held"


def _is_light(trigger: Trigger) -> bool:
    """Say whether the verb's own time is that of the talks: "met for talks"."""
    return trigger.prep in {"for", "in", "to", "into"} and trigger.verb is not None


def _of_verb(passage: Passage, verb: int) -> Found[Status] | None:
    tree = passage.tree
    if _is_purpose(tree, verb):
        return _of_journey(passage, tree[verb].head, verb)
    phase = _phase(tree, verb)
    planner = _planner(tree, verb)
    future = planner is not None or _is_future(tree, verb) or _headline_infinitive(passage, verb)
    if phase in {"postponed", "cancelled", "suspended", "failed"}:
        return _at(passage, verb, phase) if phase else None
    if future:
        return _at(passage, planner if planner is not None else verb, "planned")
    if _is_possible(tree, verb):
        return _at(passage, verb, "proposed")
    if (
        phase is None
        and tree[verb].lemma == "be"
        and any(True for _ in children(tree, verb, "expl"))
    ):
        return _at(passage, verb, _of_being_in(tree, verb))
    if phase is None:
        return None
    if phase == "held" and _is_going_on(tree, verb):
        return _at(passage, verb, "under_way")
    return _at(passage, verb, phase)


def _is_purpose(tree: Tree, verb: int) -> bool:
    """Say whether the verb is what a journey is for: "travelled to X to meet Y"."""
    word = tree[verb]
    return (
        word.tag == "VB"
        and word.dep in {"advcl", "xcomp"}
        and tree[word.head].lemma in status_rules().travel
    )


def _of_journey(passage: Passage, journey: int, verb: int) -> Found[Status]:
    tree = passage.tree
    if _planner(tree, journey) is not None or _is_future(tree, journey):
        return _at(passage, verb, "planned")
    return _at(
        passage, verb, "planned" if tree[journey].tag in {"VB", "VBZ", "VBP", "VBG"} else "held"
    )


def _phase(tree: Tree, verb: int) -> Status | None:
    for key in (verb_key(tree, verb), tree[verb].lemma):
        for status, lemmas in status_rules().phases.items():
            if key in lemmas:
                return status
    # "are scheduled for Friday", "plan talks": the planning verb is the only one
    return "planned" if tree[verb].lemma in status_rules().planning else None


def _planner(tree: Tree, verb: int) -> int | None:
    """Return the word that puts the verb into the future: "AGREED to meet", "are DUE to begin"."""
    word = tree[verb]
    if word.tag != "VB" or word.dep not in {"xcomp", "ccomp", "acl", "advcl"}:
        return None
    for above in ancestors(tree, verb):
        if above.lemma in status_rules().planning:
            return above.i
        if is_verb(above) and above.lemma not in {"go", "be"}:
            return None
    return None


def _is_future(tree: Tree, verb: int) -> bool:
    aux = {t.lemma for t in children(tree, verb, "aux", "auxpass")}
    words = {t.text.lower() for t in children(tree, verb, "aux", "auxpass")}
    if aux & {"will", "shall"} or words & {"will", "'ll", "’ll", "wo", "shall", "would"}:
        return True
    above = tree[tree[verb].head]
    return (
        tree[verb].tag == "VB"
        and above.lemma in {"go", "be", "due", "set"}
        and tree[verb].dep == "xcomp"
    )


def _headline_infinitive(passage: Passage, verb: int) -> bool:
    """Say whether a headline announces: "A to meet B"."""
    word = passage.tree[verb]
    marker = any(t.tag == "TO" for t in children(passage.tree, verb, "aux"))
    return passage.headline and word.tag == "VB" and marker


def _is_possible(tree: Tree, verb: int) -> bool:
    return any(t.text.lower() in status_rules().possible for t in children(tree, verb, "aux"))


def _is_going_on(tree: Tree, verb: int) -> bool:
    present = {"is", "are", "am", "'s", "’s", "'re", "’re"}
    if tree[verb].tag == "VBG" and tree[verb].dep == "acl":
        return True
    return tree[verb].tag == "VBG" and any(
        t.text.lower() in present for t in children(tree, verb, "aux")
    )


def _is_wished(passage: Passage, trigger: Trigger) -> bool:
    """Say whether somebody only wants the encounter: "called for talks", "ready to negotiate"."""
    tree = passage.tree
    start = trigger.anchor if trigger.relation == "self" else trigger.verb
    if start is None:
        return _noun_above(tree, trigger.anchor) in status_rules().wishing
    word = tree[start]
    if (
        trigger.relation != "self"
        and word.lemma in status_rules().wishing
        and verb_key(tree, start) not in _phases()
    ):
        return True
    if word.tag not in {"VB", "VBG"}:
        return False
    for above in ancestors(tree, start):
        if above.lemma in status_rules().wishing and verb_key(tree, above.i) not in _phases():
            return True
        if above.lemma in status_rules().planning or (is_verb(above) and above.tag != "VB"):
            return False
    return False


def _phases() -> frozenset[str]:
    return frozenset().union(*status_rules().phases.values())


def _noun_above(tree: Tree, i: int) -> str | None:
    top = tree[i]
    if top.dep == "pobj":
        return tree[tree[top.head].head].lemma
    return None


def _is_doubted(passage: Passage, trigger: Trigger) -> bool:
    tree = passage.tree
    if _noun_above(tree, trigger.anchor) in status_rules().doubting:
        return True
    verb = trigger.verb
    return verb is not None and trigger.relation != "oblique" and _is_possible(tree, verb)


def _supposed(passage: Passage, trigger: Trigger) -> Modality:
    return "conditional" if _has_condition(passage.tree, trigger) else "speculated"


def _has_condition(tree: Tree, trigger: Trigger) -> bool:
    verb = trigger.verb
    if verb is None:
        return False
    for clause in children(tree, verb, "advcl"):
        if any(t.lemma in {"if", "unless", "provided"} for t in children(tree, clause.i, "mark")):
            return True
    return False


def _is_denied(passage: Passage, trigger: Trigger) -> bool:
    """Say whether the sentence denies the encounter: "denied meeting", "no talks were held"."""
    tree = passage.tree
    for noun in trigger.chain:
        if any(t.lemma == "no" for t in children(tree, noun, "det")):
            return True
    if trigger.verb is None:
        return False
    if any(t.dep == "neg" for t in children(tree, trigger.verb)) and trigger.relation != "oblique":
        return True
    above = tree[tree[trigger.verb].head]
    return above.lemma == "deny" or tree[trigger.verb].lemma == "deny"


def _tense(passage: Passage, trigger: Trigger) -> Tense:
    tree = passage.tree
    if trigger.verb is None:
        return "past"
    verb = tree[trigger.verb]
    if (
        _is_future(tree, verb.i)
        or _planner(tree, verb.i) is not None
        or _headline_infinitive(passage, verb.i)
    ):
        return "future"
    if trigger.prep in status_rules().before:
        return "future"
    return "present" if verb.tag in {"VBZ", "VBP"} else "past"


def _by_preposition(passage: Passage, trigger: Trigger, tense: Tense) -> Standing:
    """Return the weak status of "after talks in X": what is not contradicted elsewhere."""
    if trigger.prep is None:
        return Standing(None, "asserted", firm=False, wished=False, tense=tense)
    i = trigger.word
    if trigger.prep in status_rules().before:
        return Standing(
            _at(passage, i, "planned"), "planned", firm=False, wished=False, tense="future"
        )
    if trigger.prep in status_rules().after | status_rules().during:
        return Standing(_at(passage, i, "held"), "asserted", firm=False, wished=False, tense=tense)
    return Standing(None, "asserted", firm=False, wished=False, tense=tense)
