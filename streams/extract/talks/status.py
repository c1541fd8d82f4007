"""Say where an encounter stands by the words around it: planned, under way, held, postponed ..."""

from functools import cache
from typing import Literal

from schemas.vocabulary import Status
from streams.days import WEEKDAYS
from streams.extract.document import Passage
from streams.extract.syntax import (
    FINITE,
    ancestors,
    behind,
    children,
    first_conjunct,
    has_to,
    is_first_to,
    is_passive,
    is_past,
    is_perfect,
    is_verb,
    marks,
    phrase,
)
from streams.extract.talks.lexicon import delegation_rules, status_rules
from streams.extract.talks.moves import relocates
from streams.extract.talks.sighting import Found
from streams.extract.talks.triggers import Trigger
from streams.extract.talks.verbs import is_among, verb_names
from streams.extract.tree import Tree

Tense = Literal["past", "present", "future"]

UNDONE: frozenset[Status] = frozenset({"postponed", "cancelled", "suspended", "failed"})
OVERRULED = frozenset({"postponed", "planned"})
"""Of two verbs, how the encounter was put off says less than what came of it."""
PARTAKING = frozenset({"participation", "attendance", "involvement", "role"})
ATTENDING = frozenset({"attend", "join", "take part", "participate", "take", "negotiate", "return"})
HAPPENING = frozenset({"happen", "take place", "go ahead", "proceed", "be"})
"""What a meeting does that is held, and does no longer once it is off."""
GOING = frozenset({"travel", "go", "fly", "come", "head"})
VOWING = frozenset({"vow", "pledge", "promise", "swear", "threaten"})
LEFT = frozenset({None, "of", "from", "out"})
"""Prepositions in front of what somebody walks out of."""
BEFOREHAND = frozenset({"abandon", "pull out", "back out"})
"""How a meeting is left before it begins; out of the room one walks."""
CALLING_OFF = frozenset({"pull the plug on", "pull plug on", "bail on", "bail"})
"""What is done to talks behind its last word."""
TO_COME = frozenset({*WEEKDAYS, "tomorrow"})
"""Days of what the present tells: it does not tell of days that have been."""
AGREEING = frozenset({"agree", "consent", "commit", "assent"})
"""Verbs in front of "to talks", to which one then comes."""
TOWARDS = frozenset({"to", "on", "for"})
"""Prepositions in front of what is planned: "agreed ON meeting B", "look forward TO meeting B"."""
AWAY = frozenset({"stay away", "keep away"})
"""How a party does not come, in front of "from"."""
GIVING_UP = frozenset({"drop", "scrap", "cancel", "abandon", "shelve", "ditch", "call off"})
"""What is done to a plan to meet that calls the meeting off."""
SETTING_OFF = frozenset({"leave", "depart", "set off", "set out", "head"})
"""Verbs of who has not arrived for talks yet."""
GONE = frozenset({"fly", "travel", "slip", "sneak", "journey", "jet"})
"""Verbs of who has gone for talks, and not only come: these have been held."""
SENDING = frozenset({"send", "dispatch"})
PRESENT = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})
LATELY = frozenset({"was", "were"})
"""Auxiliaries of what went on when the report was written: "WERE meeting"."""


def at(passage: Passage, i: int, status: Status) -> Found[Status]:
    """Return a status and the word that says it."""
    return Found(status, *passage.span(i, i))


def by_noun(passage: Passage, trigger: Trigger) -> Found[Status] | None:
    """Return the status that "the collapse of the talks" says."""
    top = passage.tree[trigger.anchor]
    if top.dep != "pobj":
        return None
    prep = passage.tree[top.head]
    holder = passage.tree[prep.head]
    if prep.lemma == "for" and holder.lemma == "plan" and _is_given_up(passage.tree, holder.i):
        return at(passage, holder.i, "cancelled")
    if prep.lemma not in {"of", "to", "in"}:
        return None
    undone = _undone(passage, holder.i)
    if undone is not None:
        return undone
    for status, lemmas in status_rules().nouns.items():
        if holder.lemma in lemmas and holder.tag.startswith("NN"):
            return at(passage, holder.i, status)
    return None


def _undone(passage: Passage, noun: int) -> Found[Status] | None:
    """Return what a verb says of the start of talks: "the START of the talks WAS DELAYED"."""
    word, verb = passage.tree[noun], passage.tree[passage.tree[noun].head]
    if not is_verb(verb) or word.dep not in {"nsubj", "nsubjpass", "dobj"}:
        return None
    begins = word.lemma in status_rules().nouns["under_way"] | PARTAKING
    return _of_undoing(passage, verb.i) if begins else None


def by_adjective(passage: Passage, trigger: Trigger) -> Found[Status] | None:
    """Return the status that "postponed talks" says."""
    for noun in trigger.chain:
        first, last = phrase(passage.tree, noun)
        for token in passage.tree[first : last + 1]:
            for status, words in status_rules().adjectives.items():
                if token.text.lower() in words and token.tag.startswith(("JJ", "VB", "RB")):
                    return at(passage, token.i, status)
    return None


def by_verb(passage: Passage, trigger: Trigger) -> Found[Status] | None:
    """Return the status that the governing verb says, or the participle behind the noun."""
    related = _by_relation(passage, trigger)
    if related is not None:
        return related
    found = _said(passage, trigger)
    telling = [f for f in found if f.value not in OVERRULED]
    return next(iter(telling or found), None) or _by_itself(passage, trigger)


def _by_relation(passage: Passage, trigger: Trigger) -> Found[Status] | None:
    """Return the status that verb and relation say together: "ARE IN talks", "QUIT the talks".

    "IS ON a visit" tells the same.
    """
    tree, verb = passage.tree, trigger.verb
    if verb is None:
        return None
    if _came_to_nothing(tree, verb):
        known = _of_what_was_to_be(passage, verb) or _instead(passage, verb)
        return known or at(passage, verb, "cancelled")
    there = trigger.prep in {"in", "at", "for"} or (trigger.sort, trigger.prep) == ("visit", "on")
    if tree[verb].lemma in {"be", "remain"} and there:
        return at(passage, verb, _of_being_in(tree, verb))
    if trigger.prep in TOWARDS and tree[verb].lemma in AGREEING and not is_passive(tree, verb):
        return at(passage, verb, "planned")
    broken_off = _by_leaving(passage, trigger, verb)
    if broken_off is not None:
        return at(passage, verb, broken_off)
    if trigger.relation == "self" and is_first_to(tree, verb):
        return at(passage, verb, "held")
    if _ends_alone(passage.tree, trigger):
        return at(passage, verb, "suspended")
    past = _emerges(passage, trigger) or _was(passage, trigger)
    return at(passage, verb, "held") if past else _predicated(passage, trigger)


def _predicated(passage: Passage, trigger: Trigger) -> Found[Status] | None:
    """Return how talks do not go on, by an adjective behind the verb: "remain DEADLOCKED"."""
    adjectives = status_rules().adjectives
    if trigger.verb is None or trigger.relation != "subject":
        return None
    for token in children(passage.tree, trigger.verb, "acomp", "oprd"):
        for status in UNDONE:
            if token.text.lower() in adjectives.get(status, ()):
                return at(passage, token.i, status)
    return None


def _by_leaving(passage: Passage, trigger: Trigger, verb: int) -> Status | None:
    """Return what becomes of talks that one side leaves, or to which it does not come."""
    tree = passage.tree
    happens = trigger.relation == "subject" and is_among(tree, verb, HAPPENING)
    off = happens and _is_no_longer(tree, verb)
    if off or skips(tree, trigger) or _bails(tree, trigger, verb):
        return "cancelled"
    will_leave = _will_leave(passage, trigger)
    if will_leave and tree[trigger.word].lemma in status_rules().single:
        return "cancelled"
    if will_leave or leaves(passage, trigger) or _stays_away(tree, verb):
        return "cancelled" if is_to_come(passage, trigger) else "suspended"
    return None


def _stays_away(tree: Tree, verb: int) -> bool:
    """Say whether somebody is to come no more: "would NO LONGER ATTEND", "told NOT TO TRAVEL"."""
    if has_to(tree, verb) and any(children(tree, verb, "neg")):
        return is_among(tree, verb, ATTENDING | GOING)
    return _is_no_longer(tree, verb) and is_among(tree, verb, ATTENDING)


def _is_no_longer(tree: Tree, verb: int) -> bool:
    """Say whether what a verb tells is so no more: "is NO LONGER happening"."""
    longer = [t for t in children(tree, verb, "advmod") if t.text.lower() == "longer"]
    below = (t for later in longer for t in (*children(tree, later.i), tree[later.i - 1]))
    return any(t.lemma in {"no", "any"} for t in below)


def _ends_alone(tree: Tree, trigger: Trigger) -> bool:
    """Say whether one side is done with the other: "has ENDED talks with B"; two end a round."""
    verb = trigger.verb
    if verb is None or trigger.relation != "object" or tree[verb].lemma != "end":
        return False
    alone = [t.i for t in children(tree, verb, "nsubj") if not any(children(tree, t.i, "conj"))]
    every = any(t.lemma == "all" for t in children(tree, trigger.anchor, "det", "predet"))
    of_now = tree[verb].tag in {"VBZ", "VBG"} or is_perfect(tree, verb)
    lasting = (every or of_now) and not is_future(tree, verb)
    return lasting and bool(alone) and any(behind(tree, trigger.anchor, "with"))


def _by_itself(passage: Passage, trigger: Trigger) -> Found[Status] | None:
    """Return the status of a verb that says no more than its tense: "MET", "FLEW in for talks"."""
    verb = trigger.verb
    if verb is None:
        return None
    if trigger.relation == "self":
        return _of_encounter(passage, verb)
    if _is_appraised(passage.tree, trigger):
        return at(passage, verb, "held")
    journeys = passage.tree[verb].lemma in GONE or is_among(passage.tree, verb, SETTING_OFF)
    return _of_journey(passage, verb, verb) if _is_light(trigger) and journeys else None


def _is_appraised(tree: Tree, trigger: Trigger) -> bool:
    """Say whether it is told how talks were: "WERE useful", "DESCRIBED the talks as tense"."""
    verb = trigger.verb
    if verb is None or not is_past(tree, verb):
        return False
    if trigger.relation == "object":
        return tree[verb].lemma in status_rules().describing
    how = children(tree, verb, "acomp")
    return trigger.relation == "subject" and any(t.lemma in status_rules().appraisals for t in how)


def _came_to_nothing(tree: Tree, verb: int) -> bool:
    """Say whether what a verb tells was to be, and was not: "talks WERE to have begun"."""
    return any(was_to_have(tree, i) for i in _with_completion(tree, verb))


def _with_completion(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return a verb and those that complete it: "WERE to have BEGUN"."""
    return (verb, *(t.i for t in children(tree, verb, "xcomp")))


def _instead(passage: Passage, verb: int) -> Found[Status] | None:
    """Return what became of what was to be: "were to have begun, but were POSTPONED"."""
    tree = passage.tree
    others = (t.i for act in _with_completion(tree, verb) for t in children(tree, act, "conj"))
    return next(filter(None, (_of_undoing(passage, other) for other in others)), None)


def _of_undoing(passage: Passage, verb: int) -> Found[Status] | None:
    """Return the status of a verb by which talks do not go on: "POSTPONED", "BROKE OFF"."""
    phase = _phase(passage.tree, verb)
    return at(passage, verb, phase) if phase in UNDONE else None


def was_to_have(tree: Tree, verb: int) -> bool:
    """Say whether it was to be done: "were TO HAVE MET"; who "is said to have met" may have met."""
    above = tree[tree[verb].head]
    planned = tree[verb].dep == "xcomp" and (above.lemma, above.tag) == ("be", "VBD")
    return planned and has_to(tree, verb) and is_perfect(tree, verb)


def _said(passage: Passage, trigger: Trigger) -> list[Found[Status]]:
    """Return what the governing verb says, and the clauses behind the nouns.

    Not a participle that only tells by whom or how: "will attend talks MEDIATED by C", "met in an
    encounter ARRANGED in a day".
    """
    light = _is_light(trigger) and not is_decided_there(passage.tree, trigger)
    own = light or trigger.relation in {"self", "subject", "object"}
    verbs = [trigger.verb] if own and trigger.verb is not None else []
    found = [f for v in verbs if (f := _of_verb(passage, v)) is not None]
    if trigger.relation == "self":
        return found
    behind_it = (c for n in trigger.chain for c in children(passage.tree, n, "relcl", "acl"))
    told = [(c, f) for c in behind_it if (f := _of_verb(passage, c.i)) is not None]
    idle = {"held"} if found else set[Status]()
    if _is_over(passage.tree, trigger):
        idle.add("planned")
    return found + [f for c, f in told if not (c.tag == "VBN" and f.value in idle)]


def _is_over(tree: Tree, trigger: Trigger) -> bool:
    """Say whether something was done in it: "MET IN an encounter"."""
    done = trigger.verb is not None and is_past(tree, trigger.verb)
    return done and trigger.prep in status_rules().during


def is_decided_there(tree: Tree, trigger: Trigger) -> bool:
    """Say whether something else is decided in it: "AGREED in a call to free them"."""
    verb = trigger.verb
    if verb is None or trigger.prep not in status_rules().during:
        return False
    deciding = AGREEING if is_passive(tree, verb) else status_rules().planning
    return tree[verb].lemma in deciding


def _of_encounter(passage: Passage, verb: int) -> Found[Status] | None:
    """Return the status of a verb that is itself the encounter: "negotiated", "telephoned"."""
    tree = passage.tree
    if is_going_on(tree, verb):
        return at(passage, verb, "under_way")
    if is_told_as_done(passage, verb):
        return at(passage, verb, "held")
    return at(passage, verb, "under_way") if tree[verb].tag in {"VBZ", "VBP"} else None


def when_of(tree: Tree, verb: int) -> Status | None:
    """Return how a verb stands by which it is told when else is done: "AFTER MEETING B".

    Who travels without it was to do it: "left WITHOUT MEETING B".
    """
    prep = tree[tree[verb].head]
    if tree[verb].dep != "pcomp" or tree[verb].tag != "VBG":
        return None
    if prep.lemma in status_rules().after:
        return "held"
    if prep.lemma == "without" and tree[prep.head].lemma in status_rules().travel:
        return "cancelled"
    return "planned" if prep.lemma in status_rules().before else None


def _is_awaited(tree: Tree, verb: int) -> bool:
    """Say whether the present tells of what is to come: "WHEN HE VISITS B", "VISITS B tomorrow"."""
    opening = {t.text.lower() for t in children(tree, verb, "mark", "advmod")}
    if tree[verb].dep == "advcl" and not opening.isdisjoint({"when", "before", "until"}):
        return True
    days = {t.lemma for t in (*children(tree, verb, "npadvmod"), *behind(tree, verb, "on"))}
    return not days.isdisjoint(TO_COME)


def _was(passage: Passage, trigger: Trigger) -> bool:
    """Say whether something is said to have been it: "it was their first meeting in a year"."""
    if trigger.verb is None or trigger.relation != "object":
        return False
    verb = passage.tree[trigger.verb]
    there = any(True for _ in children(passage.tree, verb.i, "expl"))
    return verb.lemma == "be" and verb.tag == "VBD" and not there


def _emerges(passage: Passage, trigger: Trigger) -> bool:
    """Say whether a party comes from talks that are over: "emerged from the talks"."""
    tree, verb = passage.tree, trigger.verb
    if verb is None or trigger.prep not in LEFT - {None} | {"behind"}:
        return False
    return is_among(tree, verb, status_rules().emerging) and not is_future(tree, verb)


def leaves(passage: Passage, trigger: Trigger) -> bool:
    """Say whether a party walks out: "quit the talks", "withdrew from negotiations".

    Or has its people do so: "RECALLED its negotiators from the talks".
    """
    if trigger.relation not in {"object", "oblique"} or trigger.prep not in LEFT:
        return False
    tree, verb = passage.tree, trigger.verb
    if verb is None or (has_to(tree, verb) and tree[tree[verb].head].lemma in VOWING):
        return False
    gone = is_among(tree, verb, status_rules().leaving) or _recalls(tree, verb)
    return gone and not is_future(tree, verb)


def _recalls(tree: Tree, verb: int) -> bool:
    """Say whether a party takes its people from somewhere: "CALLED its team BACK"."""
    people = delegation_rules().groups | delegation_rules().posts
    taken = any(t.lemma in people for t in children(tree, verb, "dobj"))
    return taken and is_among(tree, verb, status_rules().recalling)


def is_with_another(tree: Tree, trigger: Trigger) -> bool:
    """Say whether the words for talks name the other side: "talks WITH B", "a round WITH B"."""
    return any(True for noun in trigger.chain for _ in behind(tree, noun, "with"))


def skips(tree: Tree, trigger: Trigger) -> bool:
    """Say whether a party does not come to talks with another: "will SKIP talks with B"."""
    verb = trigger.verb
    if verb is None or not is_with_another(tree, trigger):
        return False
    vowed = has_to(tree, verb) and tree[tree[verb].head].lemma in VOWING
    if vowed or any(children(tree, verb, "neg")) or is_possible(tree, verb):
        return False
    if trigger.relation == "object":
        return is_among(tree, verb, status_rules().skipping)
    return trigger.prep == "from" and is_among(tree, verb, AWAY)


def _bails(tree: Tree, trigger: Trigger, verb: int) -> bool:
    """Say whether it is called off by more words: "PULLED THE PLUG on talks"."""
    return trigger.prep == "on" and is_among(tree, verb, CALLING_OFF)


def _will_leave(passage: Passage, trigger: Trigger) -> bool:
    """Say whether a party has told that it will not meet: "will PULL OUT of a MEETING with B".

    Who will do so if, or unless, something happens only threatens to.
    """
    tree, verb = passage.tree, trigger.verb
    if verb is None or trigger.prep not in LEFT or not is_future(tree, verb):
        return False
    if any(children(tree, verb, "neg", "advcl")):
        return False
    leaving = is_among(tree, verb, status_rules().leaving)
    return leaving and tree[verb].lemma not in {"leave", "rise", "get"}


def is_to_come(passage: Passage, trigger: Trigger) -> bool:
    """Say whether what somebody leaves has not begun: "abandoned the SUMMIT", "NEXT MONTH'S talks".

    Talks are abandoned while they go on, a single meeting before it, and talks "SET for Tuesday".
    """
    described = by_adjective(passage, trigger)
    if described is not None and described.value == "planned":
        return True
    telling = [c.i for n in trigger.chain for c in children(passage.tree, n, "relcl", "acl")]
    if any(_phase(passage.tree, v) == "planned" or is_future(passage.tree, v) for v in telling):
        return True
    abandons = trigger.verb is not None and is_among(passage.tree, trigger.verb, BEFOREHAND)
    return abandons and passage.tree[trigger.word].lemma in status_rules().single


def _of_being_in(tree: Tree, verb: int) -> Status:
    """Return the status of "are in talks", by tense."""
    due = any(t.lemma == "due" for t in children(tree, verb, "acomp"))
    if due or is_future(tree, verb):
        return "planned"
    has_been = tree[verb].tag == "VBN" and any(
        t.text.lower() in {"has", "have"} for t in children(tree, verb, "aux")
    )
    going_on = has_been or tree[verb].tag in {"VBZ", "VBP", "VB", "VBG"}
    return "under_way" if going_on else "held"


def _is_light(trigger: Trigger) -> bool:
    """Say whether the verb's own time is that of the talks: "met for talks"."""
    return trigger.prep in {"for", "in", "to", "into"} and trigger.verb is not None


def _of_verb(passage: Passage, verb: int) -> Found[Status] | None:
    tree = passage.tree
    if (undone := _of_what_was_to_be(passage, verb)) is not None:
        return undone
    if _is_purpose(tree, verb):
        return _of_journey(passage, tree[verb].head, verb)
    beside, phase = when_of(tree, verb), _phase(tree, verb)
    if beside == "held" and phase in UNDONE:
        return at(passage, verb, phase)  # "after SUSPENDING talks"
    if beside == "held" and is_among(tree, verb, SETTING_OFF) and any(behind(tree, verb, "for")):
        return at(passage, verb, "planned")  # "after LEAVING FOR a summit"
    if beside is not None:
        return at(passage, verb, beside)
    if phase == "postponed" and relocates(passage, verb):
        return None
    if phase in UNDONE:
        return at(passage, verb, phase)
    ahead = _ahead(passage, verb)
    return ahead or _of_phase(passage, verb, phase)


def _of_what_was_to_be(passage: Passage, verb: int) -> Found[Status] | None:
    """Return what came of a meeting: "CANCELLED what would have been talks", "what was to be"."""
    tree = passage.tree
    clause = tree[verb].head if tree[verb].dep == "xcomp" else verb
    what = any(t.lemma == "what" for t in children(tree, clause, "nsubj"))
    named = tree[verb].lemma == "be" and tree[clause].lemma == "be" and what
    return _of_undoing(passage, tree[clause].head) if named else None


def _ahead(passage: Passage, verb: int) -> Found[Status] | None:
    """Return the status of what has not happened yet."""
    tree = passage.tree
    planned_by = planner(tree, verb)
    if planned_by is not None and _is_given_up(tree, planned_by):
        return at(passage, planned_by, "cancelled")
    if is_future(tree, verb) and _ends(tree, verb):
        return at(passage, verb, "under_way")
    open_yet = has_to(tree, verb) and "whether" in marks(tree, verb)  # "whether to attend"
    present = not passage.headline and tree[verb].tag in {"VBZ", "VBP"}
    future = is_future(tree, verb) or open_yet or (present and _is_awaited(tree, verb))
    if planned_by is not None or future or headline_infinitive(passage, verb):
        return at(passage, planned_by if planned_by is not None else verb, "planned")
    return at(passage, verb, "proposed") if is_possible(tree, verb) else None


def _is_given_up(tree: Tree, plan: int) -> bool:
    """Say whether a plan is given up: "dropped PLANS to talk"."""
    above = tree[tree[plan].head]
    return tree[plan].dep == "dobj" and is_among(tree, above.i, GIVING_UP)


def _ends(tree: Tree, verb: int) -> bool:
    """Say whether what is to come is the end: "are to finish on Friday"."""
    endings = status_rules().endings
    return any(is_among(tree, i, endings) for i in _with_completion(tree, verb))


def _of_phase(passage: Passage, verb: int, phase: Status | None) -> Found[Status] | None:
    tree = passage.tree
    if phase is None:
        there = tree[verb].lemma == "be" and any(True for _ in children(tree, verb, "expl"))
        return at(passage, verb, _of_being_in(tree, verb)) if there else None
    if phase == "held" and is_going_on(tree, verb):
        return at(passage, verb, "under_way")
    return at(passage, verb, phase)


def _is_purpose(tree: Tree, verb: int) -> bool:
    """Say whether the verb is what a journey is for: "travelled to X to meet Y", "SENT Z to"."""
    word = tree[verb]
    return (
        word.tag == "VB"
        and word.dep in {"advcl", "xcomp"}
        and tree[word.head].lemma in status_rules().travel | SENDING
    )


def _of_journey(passage: Passage, journey: int, verb: int) -> Found[Status]:
    tree = passage.tree
    sets_off = is_among(tree, journey, SETTING_OFF)
    if sets_off or planner(tree, journey) is not None or is_future(tree, journey):
        return at(passage, verb, "planned")
    return at(
        passage, verb, "planned" if tree[journey].tag in {"VB", "VBZ", "VBP", "VBG"} else "held"
    )


def _phase(tree: Tree, verb: int) -> Status | None:
    for name in verb_names(tree, verb, phases()):
        for status, verbs in status_rules().phases.items():
            if name in verbs:
                return status
    # "are scheduled for Friday", "plan talks": the planning verb is the only one
    return "planned" if tree[verb].lemma in status_rules().planning else None


@cache
def phases() -> frozenset[str]:
    """Return the verbs of all phases."""
    return frozenset().union(*status_rules().phases.values())


def planner(tree: Tree, verb: int) -> int | None:
    """Return the word that puts the verb into the future: "AGREED to meet", "agreed ON meeting"."""
    word = tree[verb]
    if word.tag == "VBG" and word.dep == "pcomp" and tree[word.head].lemma in TOWARDS:
        above = tree[tree[word.head].head]
        return above.i if above.lemma in status_rules().planning else None
    if word.tag != "VB" or word.dep not in {"xcomp", "ccomp", "acl", "advcl"}:
        return None
    for above in ancestors(tree, verb):
        if above.lemma in status_rules().planning:
            return above.i
        if is_verb(above) and above.lemma not in {"go", "be"}:
            return None
    return None


def is_told_as_done(passage: Passage, verb: int) -> bool:
    """Say whether a verb tells what has been done, in a headline in the present: "A MEETS B"."""
    present = passage.tree[verb].tag in {"VBZ", "VBP"}
    return is_past(passage.tree, verb) or (passage.headline and present)


def is_future(tree: Tree, verb: int) -> bool:
    """Say whether a verb speaks of what is to come: "will meet", "is to meet"."""
    if tree[verb].tag == "VB" and not any(children(tree, verb, "aux")):
        verb = first_conjunct(tree, verb)  # "would stay and HOLD talks"
    aux = {t.lemma for t in children(tree, verb, "aux", "auxpass")}
    words = {t.text.lower() for t in children(tree, verb, "aux", "auxpass")}
    if aux & {"will", "shall"} or words & {"will", "'ll", "’ll", "wo", "shall", "would", "should"}:
        return True
    if tree[verb].lemma == "be" and any(has_to(tree, t.i) for t in children(tree, verb, "xcomp")):
        return True  # "are to begin"
    if has_to(tree, verb) and any(t.tag in FINITE for t in children(tree, verb, "auxpass")):
        return True  # "are to be held"
    above = tree[tree[verb].head]
    return (
        tree[verb].tag == "VB"
        and above.lemma in {"go", "be", "due", "set"}
        and tree[verb].dep == "xcomp"
    )


def headline_infinitive(passage: Passage, verb: int) -> bool:
    """Say whether a headline announces: "A to meet B"."""
    word = passage.tree[verb]
    return passage.headline and word.tag == "VB" and has_to(passage.tree, verb)


def is_possible(tree: Tree, verb: int) -> bool:
    """Say whether an auxiliary only allows for it: "may meet"."""
    return any(t.text.lower() in status_rules().possible for t in children(tree, verb, "aux"))


def is_going_on(tree: Tree, verb: int) -> bool:
    """Say whether a verb tells what goes on: "ARE being HELD", "WERE MEETING"."""
    being = any(t.text.lower() == "being" for t in children(tree, verb, "auxpass"))
    if being and any(t.text.lower() in PRESENT | LATELY for t in children(tree, verb, "aux")):
        return True  # "are being held"
    if tree[verb].tag == "VBG" and tree[verb].dep == "acl":
        return True
    words = {t.text.lower() for t in children(tree, verb, "aux")}
    has_been = "been" in words and "had" not in words
    # Who "was speaking" only said something then.
    lately = bool(words & LATELY) and tree[verb].lemma != "speak"
    return tree[verb].tag == "VBG" and (has_been or lately or bool(words & PRESENT))
