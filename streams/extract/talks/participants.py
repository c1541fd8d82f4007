"""Say who takes part in an encounter, and as what, from the frame of its noun or verb."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from schemas.vocabulary import Role, Status
from streams.extract.document import Mentioned, Passage
from streams.extract.gazetteer import Name, both, capital_of
from streams.extract.speech import speech_rules
from streams.extract.syntax import (
    FINITE,
    agents,
    antecedent,
    behind,
    children,
    conjuncts,
    first_conjunct,
    governor,
    has_to,
    is_verb,
    subjects,
    subtree,
)
from streams.extract.talks.lexicon import delegation_rules, rules, status_rules
from streams.extract.talks.sighting import Participant, participant
from streams.extract.talks.status import leaves, when_of
from streams.extract.talks.triggers import Trigger, guests_of, is_person
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

HYPHENS = frozenset({"-", "–", "‑"})
PLACES = frozenset({"city", "capital", "venue"})
MODIFIERS = ("compound", "amod", "nmod", "poss", "npadvmod", "dep")
ON_THE_PHONE = frozenset({"in", "during", "on", "by", "over"})
RELATIVE = frozenset({"WDT", "WP"})
LISTED = frozenset({"official", "state"})
"""Types of names that no other name of the type is an apposition of."""
STAYING = frozenset({"for", "on"})
GOVERNED = frozenset({"capital", "state"})
"""Types of names of a place that stands for its government."""
HIM = frozenset({"him", "her"})
LEAVING = frozenset({"leave", "return", "depart", "fly"})
CALLED_OFF: tuple[Status, ...] = ("postponed", "cancelled", "suspended")
RULING = frozenset({"rule", "govern"})
"""Verbs of those who govern: "the soldiers RULING B"."""
REACH = 15
"""Words behind a verb in which its "with" is looked for."""

MIN_ACTORS = 2

DEPTH = 4
"""Prepositions followed into each other: "a delegation of the government of A"."""


def find_participants(passage: Passage, trigger: Trigger) -> tuple[Participant, ...]:
    """Return who takes part as far as this sentence says, each actor and person once."""
    verbal = trigger.relation == "self"
    frame = _verb_frame(passage, trigger) if verbal else _noun_frame(passage, trigger)
    found: dict[tuple[str, str], Participant] = {}
    for one in frame:
        found.setdefault((one.actor, one.name), one)
    if len({actor for actor, _ in found}) < MIN_ACTORS:
        for one in _changers(passage, trigger):
            found.setdefault((one.actor, one.name), one)
    return _without_absent(passage, trigger, tuple(found.values()))


def _without_absent(
    passage: Passage, trigger: Trigger, found: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """Return who takes part, a leader who "CALLED OFF talks with B" not in person.

    It is delegations that talk, unless somebody of the other side is named, too.
    """
    off = status_rules().phases
    if trigger.verb is None or sum(one.person for one in found) != 1:
        return found
    if any(is_among(passage.tree, trigger.verb, off[status]) for status in CALLED_OFF):
        return tuple(replace(one, person=False) for one in found)
    return found


def _changers(passage: Passage, trigger: Trigger) -> Iterator[Participant]:
    """Yield the subject of "cancelled the talks", who need not be a party."""
    verb = trigger.verb
    if verb is None or trigger.relation != "object":
        return
    if passage.tree[verb].lemma in rules().changing:
        for subject in subjects(passage.tree, verb):
            yield from denoted(passage, subject)


def _noun_frame(passage: Passage, trigger: Trigger) -> Iterator[Participant]:
    for noun in trigger.chain:
        yield from _in_front(passage, noun)
        yield from _behind(passage, noun, trigger)
        yield from _brokered(passage, noun)
        yield from _there_for(passage, noun)
        yield from _visited(passage, noun, trigger) if trigger.sort == "visit" else ()
    yield from _around_verb(passage, trigger)


def _verb_frame(passage: Passage, trigger: Trigger) -> Iterator[Participant]:
    tree, verb, rule = passage.tree, trigger.word, trigger.rule
    if rule is None:
        return
    for subject in _meeting(tree, verb):
        acting = denoted(passage, antecedent(tree, subject))
        yield from _as("mediator", acting) if rule.arranged else acting
    if rule.object:
        for noun in guests_of(tree, verb):
            yield from denoted(passage, noun)
    found = list(_with(passage, verb, rule.by))
    yield from found or _far(passage, verb, rule.by, until=("nsubj", "nsubjpass"))


def _meeting(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return who meets: "asked C to leave AFTER MEETING B" is told of who asks, not of C."""
    above = governor(tree, verb) if when_of(tree, verb) == "held" else None
    while above is not None and has_to(tree, above):
        above = governor(tree, above)
    return subjects(tree, verb if above is None else above)


def _far(
    passage: Passage, word: int, preps: Iterable[str], *, until: tuple[str, ...] = ()
) -> Iterator[Participant]:
    """Yield those behind a preposition that the parser hung on another word of the clause.

    "A call ON MONDAY between A and B": it hangs on the day. The next verb ends the clause, or the
    next with a subject (`until`).
    """
    tree = passage.tree
    for i in range(word + 1, min(word + REACH, len(tree))):
        if is_verb(tree[i]) and (not until or any(True for _ in children(tree, i, *until))):
            return
        if tree[i].lemma in preps and tree[i].dep == "prep" and tree[i].head != word:
            for noun in children(tree, i, "pobj"):
                yield from denoted(passage, noun.i)


def _in_front(passage: Passage, noun: int) -> Iterator[Participant]:
    """Yield actors before the noun: "US-Iran talks", "Putin's meeting", "UN-led negotiations"."""
    for child in children(passage.tree, noun, *MODIFIERS):
        words = set(subtree(passage.tree, child.i))
        inside = [m for m in passage.mentioned if m.head in words]
        several = len(inside) > 1
        for mention in inside:
            role = _brokering_role(passage, mention)
            site = mention.name.type in PLACES or _is_city_too(mention.name)
            plain_place = site and child.dep != "poss" and not several
            if mention.name.actor and not (plain_place and role == "party"):
                yield participant(mention.name, role, person=child.dep == "poss")
        if child.dep == "poss" and child.tag == "PRP$":
            yield from _antecedent(passage, noun)


def _is_city_too(name: Name) -> bool:
    """Say whether a state is called as its capital is: "the SINGAPORE summit"."""
    return name.type == "state" and capital_of(name.actor or "") == name.text


def _antecedent(passage: Passage, noun: int) -> Iterator[Participant]:
    """Yield whom "his meeting" belongs to: the subject of its clause, or of the one above."""
    verb = governor(passage.tree, noun)
    while verb is not None:
        others = (s for s in subjects(passage.tree, verb) if s != noun)
        owners = [owner for subject in others for owner in denoted(passage, subject)]
        if owners:
            yield from owners
            return
        verb = governor(passage.tree, verb)


def _brokering_role(passage: Passage, mention: Mentioned) -> Role:
    """Return the role in "Omani-mediated talks": that of the participle behind the hyphen."""
    head = passage.tree[passage.tree[mention.head].head]
    after = passage.tree[mention.last + 1 : mention.last + 3]
    near = [head, *after] if after and after[0].text in HYPHENS else [head]
    for role, lemmas in rules().brokering.items():
        if any(t.lemma in lemmas and t.tag in {"VBN", "VBD", "JJ"} for t in near):
            return _by_standing(role, mention.name.actor or "")
    return "party"


def _by_standing(role: Role, actor: str) -> Role:
    """Return what backing the talks makes of an actor: an organisation mediates by it."""
    return "mediator" if role == "supporter" and not actor.isupper() else role


def _behind(passage: Passage, noun: int, trigger: Trigger) -> Iterator[Participant]:
    """Yield actors behind the noun: "talks between A and B", "a meeting with C"."""
    tree = passage.tree
    for prep in children(tree, noun, "prep", "acl"):
        if prep.lemma not in rules().between | rules().with_ and prep.lemma != "involve":
            continue
        for thing in children(tree, prep.i, "pobj", "dobj"):
            if thing.i not in trigger.chain:
                yield from denoted(passage, thing.i)
    for clause in children(tree, noun, "acl", "relcl"):
        yield from _with(passage, clause.i, rules().between | rules().with_)
        told = clause.dep == "relcl" or clause.tag in FINITE
        if told and clause.lemma in rules().subject_roles["party"]:
            # "the meeting that A had with B"
            for subject in subjects(tree, clause.i):
                yield from denoted(passage, subject)
    yield from _far(passage, noun, ("between", "with"))
    yield from _who_says_so(passage, noun)


def _who_says_so(passage: Passage, noun: int) -> Iterator[Participant]:
    """Yield who tells of talks with others, which are his: "A said that TALKS with B failed"."""
    tree = passage.tree
    verb = tree[tree[noun].head]
    said = tree[verb.head]
    told = (tree[noun].dep, verb.dep) == ("nsubj", "ccomp") and said.lemma in speech_rules().verbs
    others = behind(tree, noun, *rules().with_) if told else ()
    # With one other alone, who takes part is found by what else the article tells.
    if len({p.actor for other in others for p in denoted(passage, other.i)}) > 1:
        for who in subjects(tree, said.i):
            yield from denoted(passage, who)


def _there_for(passage: Passage, noun: int) -> Iterator[Participant]:
    """Yield who is with another for talks, in a headline without a verb: "A in LIMA for talks"."""
    tree = passage.tree
    prep = tree[tree[noun].head]
    who = tree[prep.head]
    if not passage.headline or prep.lemma != "for" or not is_person(passage, who):
        return
    for there in behind(tree, who.i, "in"):
        known = passage.at.get(there.i)
        if known is not None and known.name.actor and known.name.type in {"capital", "state"}:
            yield from denoted(passage, who.i)
            yield participant(known.name, person=False)


def _visited(passage: Passage, noun: int, trigger: Trigger) -> Iterator[Participant]:
    """Yield those to whose country a visit leads: "a visit TO B", "arrived in B for a visit"."""
    tree, verb = passage.tree, trigger.verb
    for host in behind(tree, noun, "to"):
        yield from denoted(passage, host.i)
    if verb is None or trigger.prep not in STAYING or tree[verb].lemma not in rules().journeys:
        return
    for there in behind(tree, verb, "in", "to", "at"):
        known = passage.at.get(there.i)
        if known is not None and known.name.actor and known.name.type in GOVERNED:
            yield participant(known.name, person=False)


def _with(passage: Passage, verb: int, preps: Iterable[str]) -> Iterator[Participant]:
    for prep in children(passage.tree, verb, "prep"):
        if prep.lemma in preps:
            for noun in children(passage.tree, prep.i, "pobj"):
                yield from denoted(passage, noun.i)
                if noun.text.lower() in HIM:
                    yield from _teller(passage, verb)


def _teller(passage: Passage, verb: int) -> Iterator[Participant]:
    """Yield who tells of himself: "A said that B was to meet with HIM"."""
    tree, own = passage.tree, {*subjects(passage.tree, verb)}
    above = governor(tree, verb)
    while above is not None:
        acting = set(subjects(tree, above)) - own
        told = [p for who in acting for p in denoted(passage, who) if not own & acting]
        if told:
            yield from told
            return
        own |= acting
        above = governor(tree, above)


def _brokered(passage: Passage, noun: int) -> Iterator[Participant]:
    """Yield third parties: "talks brokered by A", "which B is hosting"."""
    tree = passage.tree
    for clause in (*_clauses(tree, noun), *_told_of_both(tree, noun)):
        role = _role_of_verb(clause.lemma)
        if role is None:
            continue
        acting = (t.i for t in children(tree, clause.i, "nsubj") if t.tag not in RELATIVE)
        by = (t.i for t in behind(tree, clause.i, "by"))
        for who in (*agents(tree, clause.i), *by, *acting):
            yield from _as(role, denoted(passage, who))


def _clauses(tree: Tree, noun: int) -> Iterator[Token]:
    """Yield the clauses behind a noun: "talks HOSTED by A and ATTENDED by B"."""
    for clause in children(tree, noun, "acl", "relcl"):
        yield from (tree[i] for i in conjuncts(tree, clause.i))


def _told_of_both(tree: Tree, noun: int) -> Iterator[Token]:
    """Yield what the parser takes for told of one side: "talks with B, which A MEDIATED"."""
    for side in behind(tree, noun, *rules().between, *rules().with_):
        for i in conjuncts(tree, side.i):
            clauses = children(tree, i, "relcl")
            yield from (clause for clause in clauses if clause.lemma in rules().mediating)


def _role_of_verb(lemma: str) -> Role | None:
    for role, lemmas in rules().brokering.items():
        if lemma in lemmas:
            return role
    return None


def _around_verb(passage: Passage, trigger: Trigger) -> Iterator[Participant]:
    """Yield the subject of "A holds talks" and the others of "held talks in X with B"."""
    verb = trigger.verb
    if verb is None:
        return
    carries = _verb_carries(trigger) or _comes_from(passage.tree, trigger)
    if trigger.relation in {"object", "oblique"} and carries:
        yield from _subjects_of(passage, trigger, verb)
    if trigger.relation in {"object", "subject"} or carries:
        yield from _with(passage, verb, {"with", "between", "among"})
    if trigger.relation == "subject":
        yield from _agents_of(passage, verb)


def _subjects_of(passage: Passage, trigger: Trigger, verb: int) -> Iterator[Participant]:
    """Yield the subjects of "A holds talks", in the role that the verb gives them."""
    tree = passage.tree
    role = _role_of_subject(passage, trigger, verb)
    if role is None:
        return
    represented = [t.i for t in children(tree, verb, "nsubjpass")]
    topic = tree[verb].lemma in rules().discussing
    to_whom = () if topic else (*children(tree, verb, "dobj", "dative"), *behind(tree, verb, "to"))
    addressed = [t.i for t in to_whom] if _is_call(trigger) else []
    for subject in dict.fromkeys((*represented, *subjects(tree, verb), *addressed)):
        if subject not in trigger.chain:
            yield from _as(role, denoted(passage, subject))


def _is_said_in(passage: Passage, trigger: Trigger, verb: int) -> bool:
    """Say whether something is said in it: "told B in a call"."""
    said = passage.tree[verb].lemma in speech_rules().verbs
    return said and trigger.prep in {"in", "during"}


def _is_call(trigger: Trigger) -> bool:
    """Say whether something is done by telephone: "told B in a call", "made the point by phone"."""
    return trigger.sort == "call" and trigger.prep in ON_THE_PHONE


def _role_of_subject(passage: Passage, trigger: Trigger, verb: int) -> Role | None:
    if _is_call(trigger) or _comes_from(passage.tree, trigger) or leaves(passage, trigger):
        return "party"
    if _is_said_in(passage, trigger, verb):
        # "said in a meeting with B": who speaks takes part, in "said in the talks" perhaps not
        return "party" if any(_behind(passage, trigger.anchor, trigger)) else None
    lemma = passage.tree[verb].lemma
    return next((r for r, lemmas in rules().subject_roles.items() if lemma in lemmas), None)


def _agents_of(passage: Passage, verb: int) -> Iterator[Participant]:
    """Yield the agents of "talks mediated by A"."""
    role = _role_of_verb(passage.tree[verb].lemma) or "party"
    for who in agents(passage.tree, verb):
        yield from _as(role, denoted(passage, who))


def _verb_carries(trigger: Trigger) -> bool:
    """Say whether the verb's subject takes part: "met FOR talks", not "spoke AFTER the talks"."""
    if _is_call(trigger) or (trigger.sort, trigger.prep) == ("visit", "on"):
        return True
    return trigger.relation == "object" or trigger.prep in {
        "for",
        "in",
        "to",
        "into",
        "at",
        "of",
        "from",
        "out",
        "behind",
        "across",
        "around",
        "round",
    }


def _comes_from(tree: Tree, trigger: Trigger) -> bool:
    """Say whether a verb's subject comes from it or goes to it: "LEFT after talks with B"."""
    if trigger.verb is None or trigger.prep not in status_rules().before | status_rules().after:
        return False
    with_others = any(True for noun in trigger.chain for _ in behind(tree, noun, *rules().with_))
    return with_others or tree[trigger.verb].lemma in LEAVING


def denoted(passage: Passage, head: int, depth: int = DEPTH) -> Iterator[Participant]:
    """Yield the actors that a noun phrase names, all of a coordination.

    "Iranian and American officials", "negotiators from A and B", "President X and Y".
    """
    if depth == 0:
        return
    for noun in conjuncts(passage.tree, head):
        yield from _denoted_by(passage, noun, depth)
        yield from _misread(passage, noun)


def _misread(passage: Passage, noun: int) -> Iterator[Participant]:
    """Yield whom the parser took for an apposition of another: "President A and Chancellor B".

    So it does with lists: "A, B, C and D". What stands behind the verb tells of something else.
    """
    known = passage.at.get(noun)
    if known is None or known.name.type not in LISTED:
        return
    tree = passage.tree
    beside = (*(t.i for t in children(tree, noun, "appos")), *_hung_on_post(passage, known))
    beside = tuple(i for i in beside if not noun < tree[noun].head < i)
    for other in (i for first in beside for i in conjuncts(tree, first)):
        mention = passage.at.get(other)
        if mention is None or mention.name.type != known.name.type:
            continue
        if mention.name.actor != known.name.actor:
            yield from _denoted_by(passage, other, 1)


def _hung_on_post(passage: Passage, person: Mentioned) -> Iterator[int]:
    """Yield whom the parser coordinated with a post: "PRESIDENT A and CHANCELLOR B met"."""
    tree = passage.tree
    for post in children(tree, person.head, "compound", "nmod"):
        yield from (t.i for t in children(tree, post.i, "appos"))
    before = tree[max(person.first - 1, 0)]
    if before.dep == "conj":
        yield first_conjunct(tree, before.i)


def _denoted_by(passage: Passage, noun: int, depth: int) -> Iterator[Participant]:
    mention = passage.at.get(noun)
    # Of a person it may be said alone whom they speak for: "General N.N. of the Omani army".
    if mention is not None and (mention.name.actor or mention.name.type != "official"):
        if mention.name.actor and mention.name.type != "city":
            role, person = _title_role(passage, noun), not _owns(passage, mention)
            yield from (participant(n, role, person=person) for n in both(mention.name))
        return
    yield from _as(_title_role(passage, noun), _common_noun(passage, noun, depth))


def _owns(passage: Passage, mention: Mentioned) -> bool:
    """Say whether a name only owns what follows: "the President's envoy" is not the President."""
    after = passage.tree[mention.last + 1 : mention.last + 2]
    return bool(after) and after[0].tag == "POS"


def _common_noun(passage: Passage, noun: int, depth: int) -> Iterator[Participant]:
    """Yield whom "the Omani envoy N.N.", "A's team" or "negotiators from B" stands for."""
    tree = passage.tree
    named = [p for n in _in_other_words(tree, noun) for p in denoted(passage, n.i, depth - 1)]
    if any(p.person for p in named) or tree[noun].lemma in rules().of_others:
        yield from named
        return
    yield from _leaders(passage, noun, depth)
    modifiers = list(_modifiers(passage, noun))
    yield from modifiers
    for owner in _behind_noun(passage, noun, modified=bool(modifiers)):
        yield from denoted(passage, owner.i, depth - 1)
    if not modifiers:
        yield from named
    if not modifiers and not named:
        yield from _owner(passage, noun)


def _behind_noun(passage: Passage, noun: int, *, modified: bool) -> Iterator[Token]:
    """Yield those whom people speak for by what is behind them: "an envoy OF B".

    So do those who govern there: "the junta IN B".
    """
    tree = passage.tree
    governs = tree[noun].lemma in rules().governing and not modified
    preps = (i for prep in children(tree, noun, "prep") for i in conjuncts(tree, prep.i))
    for prep in (tree[i] for i in preps):
        own = prep.lemma in rules().behind and not (modified and prep.lemma == "for")
        if own or (governs and prep.lemma == "in"):
            yield from children(tree, prep.i, "pobj")


def _owner(passage: Passage, noun: int) -> Iterator[Participant]:
    """Yield whose they are who have done nothing: "A denied that ITS envoys had met B"."""
    tree = passage.tree
    clause = tree[tree[noun].head]
    own = any(t.tag == "PRP$" for t in children(tree, noun, "poss"))
    if own and clause.dep == "ccomp" and tree[clause.head].lemma == "deny":
        yield from _antecedent(passage, noun)


def _in_other_words(tree: Tree, noun: int) -> Iterator[Token]:
    """Yield what a noun is called besides: "the envoy, N.N.", "a man named N.N."."""
    yield from children(tree, noun, "appos")
    for clause in children(tree, noun, "acl"):
        if clause.lemma in {"name", "call"}:
            yield from children(tree, clause.i, "oprd", "dobj")


def _leaders(passage: Passage, noun: int, depth: int) -> Iterator[Participant]:
    """Yield those of "delegations LED BY A and B" or "negotiators REPRESENTING C".

    Or of those who govern: "the generals who RULE B".
    """
    tree = passage.tree
    for clause in children(tree, noun, "acl", "relcl"):
        if clause.lemma in delegation_rules().heading:
            for who in agents(tree, clause.i):
                yield from denoted(passage, who, depth - 1)
        elif clause.lemma in RULING or (
            clause.lemma in delegation_rules().representing and clause.tag == "VBG"
        ):
            for whom in children(tree, clause.i, "dobj"):
                yield from denoted(passage, whom.i, depth - 1)


def _modifiers(passage: Passage, noun: int) -> Iterator[Participant]:
    for child in children(passage.tree, noun, *MODIFIERS):
        for part in conjuncts(passage.tree, child.i):
            inner = passage.at.get(part)
            if inner is None or not inner.name.actor or inner.name.type == "city":
                continue
            if not _stands_behind(passage.tree, inner):
                yield participant(inner.name, "party", person=False)


def _stands_behind(tree: Tree, patron: Mentioned) -> bool:
    """Say whether a name tells who supports the one that acts: "the UN-RECOGNISED government"."""
    after = tree[patron.last + 1 : patron.last + 3]
    hyphenated = len(after) > 1 and after[0].text in HYPHENS
    return hyphenated and after[1].text.lower() in rules().patronage


def _title_role(passage: Passage, noun: int) -> Role:
    words = {
        passage.tree[noun].lemma,
        *(t.lemma for t in children(passage.tree, noun, "compound", "nmod")),
    }
    if words & rules().mediators:
        return "mediator"
    if words & rules().guarantors:
        return "guarantor"
    if words & rules().hosts:
        return "host"
    return "observer" if words & rules().observers else "party"


def _as(role: Role, found: Iterable[Participant]) -> Iterator[Participant]:
    for one in found:
        kept = one.role if one.role != "party" else _by_standing(role, one.actor)
        yield Participant(one.actor, kept, one.name, one.start, one.end, one.person)
