"""Say how surely an encounter is spoken of: as a fact, planned, doubted, wished for, denied."""

from dataclasses import dataclass

from schemas.vocabulary import Modality, Status
from streams.extract.document import Passage
from streams.extract.syntax import ancestors, behind, children, has_to, is_past, is_verb
from streams.extract.talks.lexicon import rules, status_rules, verb_rules
from streams.extract.talks.sighting import Found
from streams.extract.talks.status import (
    Tense,
    at,
    by_adjective,
    by_noun,
    by_verb,
    headline_infinitive,
    is_future,
    is_possible,
    is_to_come,
    is_with_another,
    phases,
    planner,
    skips,
    when_of,
)
from streams.extract.talks.triggers import Trigger
from streams.extract.talks.verbs import is_among, verb_key
from streams.extract.tree import Token, Tree

CONDITIONS = frozenset({"if", "unless", "provided", "once"})
COMING = frozenset({"show up", "turn up", "appear"})
"""Verbs of who comes to talks: they had none who "did not SHOW UP for" them."""
ATTENDING = frozenset({"attend", "join"})
COMMANDING = frozenset({"tell", "order", "ask", "direct", "instruct"})
HOLDING = frozenset({"hold", "have"})
GOING = frozenset({"go", "come", "travel"})
SITTING_DOWN = "sit"
PARTAKING = frozenset({"take part", "participate", "partake"})
AGAINST = "against"
OPPOSED = "oppose"
"""Of which the parser makes a verb: "is OPPOSED to talks"."""

PERIODS = frozenset(
    "year month week autumn spring summer fall winter january february march april may june july "
    "august september october november december".split()
)
"""Until when something is put off that will not be before."""


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
    tense = _tense(passage, trigger)
    if _is_denied(passage, trigger):
        return _denied(passage, trigger, tense)
    if _is_wished(passage, trigger):
        return Standing(None, "asserted", firm=False, wished=True, tense="future")
    adjective = by_adjective(passage, trigger)
    doubted = _is_doubted(passage, trigger)
    if doubted or (adjective is not None and adjective.value == "proposed"):
        return _supposed(passage, trigger, adjective)
    said = by_noun(passage, trigger) or by_verb(passage, trigger) or adjective
    if said is None:
        return _by_preposition(passage, trigger, tense)
    if said.value == "planned" and _has_condition(passage.tree, trigger):
        return _supposed(passage, trigger, said)
    return _stated(said, tense)


def _stated(status: Found[Status], tense: Tense) -> Standing:
    planned = status.value == "planned"
    # Dates of what is put off or called off lie ahead, whatever the tense of the verb.
    ahead = status.value in {"planned", "postponed", "cancelled"}
    return Standing(
        status,
        "planned" if planned else "asserted",
        firm=True,
        wished=False,
        tense="future" if ahead else tense,
    )


def _supposed(passage: Passage, trigger: Trigger, said: Found[Status] | None) -> Standing:
    where = said or at(passage, trigger.word, "proposed")
    return Standing(
        Found("proposed", where.start, where.end),
        "conditional" if _has_condition(passage.tree, trigger) else "speculated",
        firm=True,
        wished=False,
        tense="future",
    )


def _denied(passage: Passage, trigger: Trigger, tense: Tense) -> Standing:
    """Return what a "not" makes of it: what will not take place is called off."""
    verb = trigger.verb
    if verb is not None and (
        (trigger.relation == "subject" and _would_be(passage.tree, verb))
        or _will_there_be(passage.tree, verb)
        or _stays_away(passage, trigger)
    ):
        return _stated(at(passage, verb, "cancelled"), tense)
    if verb is not None and (put_off := _put_off(passage.tree, verb)) is not None:
        return _stated(at(passage, verb, put_off), tense)
    return Standing(None, "denied", firm=False, wished=False, tense=tense)


def _put_off(tree: Tree, verb: int) -> Status | None:
    """Return what becomes of what was to be: "will NOT visit AFTER ALL", "NOT host B UNTIL May"."""
    if not _is_negated(tree, verb):
        return None
    if has_to(tree, verb) and tree[tree[verb].head].lemma in COMMANDING:
        return "cancelled"  # "TOLD its minister NOT TO TRAVEL to B"
    if not is_future(tree, verb):
        return None
    if any(t.tag == "CD" or t.lemma in PERIODS for t in behind(tree, verb, "until")):
        return "postponed"
    after = (t.i for t in tree[verb:] if t.text.lower() == "after" and t.i + 1 < len(tree))
    return "cancelled" if any(tree[i + 1].text.lower() == "all" for i in after) else None


def _stays_away(passage: Passage, trigger: Trigger) -> bool:
    """Say whether one side will not come to talks: "will NOT ATTEND a planned meeting with B".

    Who will not hold talks at all only refuses: none were to be held.
    """
    tree, verb = passage.tree, trigger.verb
    if verb is None:
        return False
    single = tree[trigger.word].lemma in status_rules().single
    attending = ATTENDING | HOLDING if single else ATTENDING
    coming = trigger.relation == "object" and tree[verb].lemma in attending
    longer = single and any(t.text.lower() == "longer" for t in children(tree, verb, "advmod"))
    refused = longer or any(children(tree, verb, "neg"))
    # A conference may be held without him, a round is his own.
    own = is_with_another(tree, trigger) or any(tree[n].lemma == "round" for n in trigger.chain)
    to_come = is_future(tree, verb) or is_to_come(passage, trigger)
    return (coming or _goes(tree, trigger, verb)) and own and to_come and refused


def _goes(tree: Tree, trigger: Trigger, verb: int) -> bool:
    """Say whether a verb tells who comes to it: "GO to a meeting", "SIT DOWN for a meeting"."""
    if tree[verb].lemma == SITTING_DOWN:
        return trigger.prep == "for"
    if trigger.prep == "in":
        return is_among(tree, verb, PARTAKING)
    return trigger.prep in {"to", "on"} and tree[verb].lemma in GOING


def _skipped(passage: Passage, trigger: Trigger) -> bool:
    """Say whether one side has not come: "SKIPPED the talks with B"."""
    tree, verb = passage.tree, trigger.verb
    return verb is not None and is_past(tree, verb) and skips(tree, trigger)


def _will_there_be(tree: Tree, verb: int) -> bool:
    """Say whether a verb tells what there will be: "there WILL BE no summit"."""
    return any(children(tree, verb, "expl")) and is_future(tree, verb)


def _would_be(tree: Tree, verb: int) -> bool:
    """Say whether what is denied is that it begins or is held: "did not begin as scheduled"."""
    return is_future(tree, verb) or _takes_place(tree, verb)


def _takes_place(tree: Tree, verb: int) -> bool:
    """Say whether a verb tells that an encounter begins or is held."""
    phases_of = status_rules().phases
    return is_among(tree, verb, phases_of["under_way"] | phases_of["held"])


def _is_denied(passage: Passage, trigger: Trigger) -> bool:
    """Say whether the sentence denies the encounter: "denied meeting", "no talks were held"."""
    tree = passage.tree
    for noun in trigger.chain:
        if any(t.lemma == "no" for t in children(tree, noun, "det")):
            return True
    if trigger.verb is None:
        return False
    if trigger.relation != "oblique" and _is_negated(tree, trigger.verb):
        # "did not prevent the meeting", "would not confirm the talks" deny none.
        takes_part = tree[trigger.verb].lemma in rules().subject_roles["party"]
        return trigger.relation != "object" or takes_part or _takes_place(tree, trigger.verb)
    if is_among(tree, trigger.verb, COMING) and _is_negated(tree, trigger.verb):
        return True
    if _stays_away(passage, trigger) or _skipped(passage, trigger):
        return True
    if _is_unplanned(tree, trigger.verb):
        return True
    above = tree[tree[trigger.verb].head]
    return above.lemma == "deny" or tree[trigger.verb].lemma == "deny"


def _is_unplanned(tree: Tree, verb: int) -> bool:
    """Say whether none is planned: "has NO PLANS to meet B", "is NOT scheduled to hold talks"."""
    above = planner(tree, verb)
    if above is None:
        return False
    none = any(t.lemma == "no" for t in children(tree, above, "det"))
    return none or (is_verb(tree[above]) and any(children(tree, above, "neg")))


def _is_negated(tree: Tree, verb: int) -> bool:
    if tree[verb].dep == "xcomp" and tree[tree[verb].head].lemma == "fail":
        return True  # "FAILED to meet"
    # Far behind the verb it sets off one date or place from another: "on Friday and not on Sunday".
    return any(t.i <= verb + 1 for t in children(tree, verb, "neg"))


def _is_wished(passage: Passage, trigger: Trigger) -> bool:
    """Say whether somebody only wants the encounter: "called for talks", "ready to negotiate"."""
    tree = passage.tree
    if _is_short_of(tree, trigger.anchor):
        return True
    start = trigger.anchor if trigger.relation == "self" else trigger.verb
    if start is None:
        return _noun_above(tree, trigger.anchor) in status_rules().wishing
    if trigger.relation != "self" and (_wishes(tree, tree[start]) or _is_aim(tree, start)):
        return True
    told = tree[start].tag in {"VB", "VBG"} or _is_asked_for(tree, tree[start])
    return told and _is_wished_above(tree, start)


def _is_short_of(tree: Tree, noun: int) -> bool:
    """Say whether words for talks are what somebody is open to, or has no interest in."""
    above = _above(tree, noun)
    if above is None:
        return False
    inclined = above.tag.startswith("JJ") and _wishes(tree, above)
    against = _is_against(tree, tree[tree[noun].head])
    return inclined or against or above.lemma in status_rules().short_of


def _is_against(tree: Tree, prep: Token) -> bool:
    """Say whether somebody is against what is behind a preposition: "is OPPOSED TO it"."""
    return prep.lemma == AGAINST or (prep.lemma == "to" and tree[prep.head].lemma == OPPOSED)


def _is_aim(tree: Tree, verb: int) -> bool:
    """Say whether something else is done so that talks begin: "dropped its tax TO RESTART talks".

    Who goes or meets to begin them begins them.
    """
    word, above = tree[verb], tree[tree[verb].head]
    begun = is_among(tree, verb, status_rules().phases["under_way"])
    aim = word.tag == "VB" and word.dep == "advcl" and has_to(tree, verb)
    goes = above.lemma in status_rules().travel or above.lemma in verb_rules()
    return begun and aim and is_verb(above) and not goes and planner(tree, verb) is None


def _is_asked_for(tree: Tree, word: Token) -> bool:
    """Say whether a verb is what somebody is to do: "demanded that A ENTER into talks"."""
    base = word.tag == "VBP" and word.text == word.lemma
    return base and word.dep == "ccomp" and _wishes(tree, tree[word.head])


def _is_wished_above(tree: Tree, start: int) -> bool:
    if tree[start].dep == "pcomp" and _is_against(tree, tree[tree[start].head]):
        return True
    if when_of(tree, start) is not None:
        return False
    for above in ancestors(tree, start):
        if _wishes(tree, above) or above.lemma in status_rules().short_of:
            return True
        if above.lemma in status_rules().planning or (is_verb(above) and above.tag != "VB"):
            return False
    return False


def _wishes(tree: Tree, word: Token) -> bool:
    """Say whether a word wishes for it, and is no verb of talks: "OPEN the talks", "BACK out"."""
    if word.lemma not in status_rules().wishing:
        return False
    if word.tag.startswith("JJ"):
        return True
    if verb_key(tree, word.i) in phases():
        return False
    if is_among(tree, word.i, status_rules().phases["suspended"]):
        return False  # "CALLED a halt to the talks"
    return not is_among(tree, word.i, status_rules().leaving | status_rules().recalling)


def _noun_above(tree: Tree, i: int) -> str | None:
    above = _above(tree, i)
    return above.lemma if above else None


def _above(tree: Tree, i: int) -> Token | None:
    """Return the word that a preposition hangs on, by what stands behind it."""
    return tree[tree[tree[i].head].head] if tree[i].dep == "pobj" else None


def _is_doubted(passage: Passage, trigger: Trigger) -> bool:
    tree = passage.tree
    if _noun_above(tree, trigger.anchor) in status_rules().doubting:
        return True
    verb = trigger.verb
    return verb is not None and trigger.relation != "oblique" and is_possible(tree, verb)


def _has_condition(tree: Tree, trigger: Trigger) -> bool:
    verb = trigger.verb
    if verb is None:
        return False
    return any(
        t.lemma in CONDITIONS
        for clause in children(tree, verb, "advcl")
        for t in children(tree, clause.i, "mark")
    )


def _tense(passage: Passage, trigger: Trigger) -> Tense:
    tree = passage.tree
    if trigger.verb is None:
        return "past"
    verb = tree[trigger.verb]
    ahead = is_future(tree, verb.i) or planner(tree, verb.i) is not None
    if ahead or headline_infinitive(passage, verb.i) or trigger.prep in status_rules().before:
        return "future"
    return "present" if verb.tag in {"VBZ", "VBP"} else "past"


def _by_preposition(passage: Passage, trigger: Trigger, tense: Tense) -> Standing:
    """Return the weak status of "after talks in X": what is not contradicted elsewhere."""
    i = trigger.word
    to_come = trigger.prep in status_rules().during and tense == "future"
    if trigger.prep in status_rules().before or to_come:  # "will sign it AT talks"
        return Standing(
            at(passage, i, "planned"), "planned", firm=False, wished=False, tense="future"
        )
    if trigger.prep in status_rules().after | status_rules().during:
        return Standing(at(passage, i, "held"), "asserted", firm=False, wished=False, tense=tense)
    return Standing(None, "asserted", firm=False, wished=False, tense=tense)
