"""Say where an encounter takes place, as far as its sentence ties the words to it."""

from dataclasses import replace

from schemas.mention import Place
from streams.days import WEEKDAYS
from streams.extract.dates.calendar import MONTHS
from streams.extract.document import Mentioned, Passage
from streams.extract.gazetteer import SITES, Name, capital_of
from streams.extract.syntax import (
    ancestors,
    children,
    first_conjunct,
    is_verb,
    subjects,
    subtree,
)
from streams.extract.talks.lexicon import rules
from streams.extract.talks.sighting import Found, Site
from streams.extract.talks.status import SETTING_OFF
from streams.extract.talks.tied import tied_words
from streams.extract.talks.triggers import Trigger
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token

LOCATIVE = frozenset({"in", "at", "to", "outside", "near", "into", "on"})
NEXT_DOOR = frozenset({"neighbouring", "neighboring", "nearby"})
UNITS = frozenset({"day", "week"})
LASTING = frozenset({"for", "after"})
DATES = frozenset({*WEEKDAYS, *MONTHS})
PROMPTING = frozenset({"request", "invitation", "behest", "insistence", "urging", "initiative"})
"""What somebody does so that others meet, wherever he is: "at the REQUEST of X"."""
COMPANY = frozenset({"with", "between", "among", "against", "by"})
"""Prepositions in front of who acts, and never of where."""
INDOORS = frozenset({"in", "at", "on", "inside", "outside"})
WITHIN = frozenset({"in", "at", "near", "outside"})
GRADES = {"city": 0, "capital": 0, "venue": 1, "government": 2, "state": 3}
"""A city is told rather than the hotel in it, and either rather than its country."""
REACH = 8
"""Words before "where" in which the place stands: "Doha on Sunday, where talks begin"."""


def find_place(passage: Passage, trigger: Trigger) -> Found[Place] | None:
    """Return the place that hangs on the encounter; a capital that acts is none."""
    tied = tied_words(passage, trigger)
    found = [m for m in passage.mentioned if _is_place_of(passage, m, trigger, tied)]
    if not found or all(m.name.type == "state" for m in found):
        unknown = _unknown(passage, tied)
        if unknown or not found:
            return unknown
    return as_place(min(found, key=lambda m: (GRADES[m.name.type], m.name.start)).name)


def _unknown(passage: Passage, tied: frozenset[int]) -> Found[Place] | None:
    """Return a place that the tables lack: "in the Swiss resort of X", "at the X checkpoint"."""
    for prep in passage.tree:
        if prep.lemma in WITHIN and prep.dep == "prep" and prep.head in tied:
            for noun in children(passage.tree, prep.i, "pobj"):
                place = _named_there(passage, noun)
                if place is not None:
                    return place
    return None


def _named_there(passage: Passage, noun: Token) -> Found[Place] | None:
    """Return the proper name of a noun, of its "of", or in front of a site, with its state."""
    tree = passage.tree
    site = noun.lemma in rules().sites and noun.tag in {"NN", "NNP"}
    below = [t for of in children(tree, noun.i, "prep") for t in children(tree, of.i, "pobj")]
    named = (_named_there(passage, t) for t in below if site and t.i > noun.i)
    place = next((p for p in named if p is not None), None)
    if place is not None:
        return _in_state(passage, noun, place)
    last = noun.i - 1 if site else noun.i
    first = last + 1
    while first > 0 and _is_unknown(passage, tree[first - 1]):
        first -= 1
    if first > last:
        return None
    found = Found(Place(name=passage.words(first, last)), *passage.span(first, last))
    return _in_state(passage, noun, found)


def _in_state(passage: Passage, noun: Token, place: Found[Place]) -> Found[Place]:
    """Return a place in the state that the noun before it is said to lie in: "the Swiss resort"."""
    owner = (
        passage.at.get(t.i) for t in children(passage.tree, noun.i, "amod", "compound", "nmod")
    )
    country = next((m.name.actor for m in owner if m and m.name.type in {"demonym", "state"}), None)
    if country is None or place.value.country is not None:
        return place
    return replace(place, value=Place(name=place.value.name, country=country))


def _is_unknown(passage: Passage, word: Token) -> bool:
    """Say whether a word is a name that the tables do not know, and no body that meets."""
    if word.tag != "NNP" or word.i in passage.at or not word.text.istitle():
        return False
    return word.lemma not in rules().nowhere and word.lemma not in rules().sites


def as_place(name: Name) -> Found[Place]:
    """Return a name as the place it is."""
    country = name.country or (name.actor if name.type in {"state", "government"} else None)
    return Found(Place(name=_called(name.text, country), country=country), name.start, name.end)


def _called(text: str, country: str | None) -> str:
    """Return the city that "the Omani capital" is, and no article: "White House"."""
    city = capital_of(country or "") if text.endswith("capital") else None
    return city or text.removeprefix("the ")


def is_where(passage: Passage, m: Mentioned) -> bool:
    """Say whether a city, or the seat of a government, is only where something is: "at X"."""
    tree = passage.tree
    word = tree[m.head]
    prep = tree[word.head]
    if word.dep != "pobj" or (m.name.type == "capital" and prep.lemma in COMPANY):
        return False  # "a truce with MOSCOW"
    if m.name.type in {"city", "capital"}:
        return True
    outer = tree[prep.head]
    if prep.lemma == "of" and outer.dep == "pobj":  # "on the South Lawn of the White House"
        prep = tree[outer.head]
    return m.name.text in rules().seats and prep.lemma in INDOORS


def site_of(place: Found[Place] | None, passage: Passage) -> Site | None:
    """Return whether a place is a city or a building; None of a mere country."""
    if place is None:
        return None
    types = {m.name.type for m in passage.mentioned if m.name.start == place.start} & SITES
    return ("venue" if "venue" in types else "city") if types else None


def _is_place_of(passage: Passage, m: Mentioned, trigger: Trigger, tied: frozenset[int]) -> bool:
    if m.name.type not in GRADES or (trigger.sort and m.name.text in rules().battlefields):
        return False  # nobody meets on a battlefield
    if m.name.type == "government":
        return m.name.text in rules().seats and _stands_behind(passage, m, trigger, tied)
    return (
        _stands_behind(passage, m, trigger, tied)
        or _is_visited(passage, m, trigger)
        or _named_after(passage, m, trigger)
        or _is_site(passage, m, trigger)
        or m is _where(passage, trigger)
        or _is_bound_for(passage, m, trigger)
        or (bool(trigger.sort) and _is_next_door(passage, m))
    )


def _is_bound_for(passage: Passage, m: Mentioned, trigger: Trigger) -> bool:
    """Say whether somebody leaves for a place, and not from it: "LEFT FOR X for talks"."""
    word = passage.tree[m.head]
    to = passage.tree[word.head]
    bound = (word.dep, to.dep, to.lemma, to.head) == ("pobj", "prep", "for", trigger.verb)
    return bound and m.name.type in SITES and is_among(passage.tree, to.head, SETTING_OFF)


def _is_next_door(passage: Passage, m: Mentioned) -> bool:
    """Say whether a state is where others are: "in NEIGHBOURING Chad".

    So long a place the parser hangs on whatever stands before it.
    """
    word = passage.tree[m.head]
    beside = any(t.text.lower() in NEXT_DOOR for t in children(passage.tree, m.head, "amod"))
    return beside and word.dep == "pobj" and passage.tree[word.head].lemma == "in"


def _stands_behind(passage: Passage, m: Mentioned, trigger: Trigger, tied: frozenset[int]) -> bool:
    """Say whether a preposition ties the place to the encounter: "met in X"."""
    tree = passage.tree
    word = tree[m.head]
    while word.dep in {"appos", "conj"} and word.head != word.i:
        word = tree[word.head]
    prep = tree[word.head]
    if word.dep != "pobj" or prep.lemma not in LOCATIVE | {"of"}:
        return False
    if prep.lemma == "on" and (m.name.type == "state" or prep.head in trigger.chain):
        return False  # "talks on Gaza", "touched on Ukraine" are about it
    if prep.lemma == "to" and m.name.type == "state" and not trigger.sort:
        return False  # "handed them over to Chad": no outcome comes about on the way there
    if prep.lemma != "of" and (prep.head in tied or _beside_party(passage, m, trigger, prep.head)):
        return True
    about = prep.lemma == "of" and _is_about(passage, prep.head, trigger)
    return not about and _seat(passage, prep.head, tied)


def _is_about(passage: Passage, i: int, trigger: Trigger) -> bool:
    """Say whether a noun is what they talk about: "talks on the FUTURE of X"."""
    tree = passage.tree
    above = tree[tree[i].head]
    return (
        above.lemma == "on" and above.head in trigger.chain and tree[i].lemma not in rules().sites
    )


def _beside_party(passage: Passage, m: Mentioned, trigger: Trigger, noun: int) -> bool:
    """Say whether the place only seems to be a party's: "talks between A and B in X"."""
    party = passage.at.get(noun)
    if noun not in subtree(passage.tree, trigger.word):
        return False
    if party is None or party.name.actor is None:
        return m.name.type in SITES and _is_met(passage, trigger, passage.tree[noun])
    return party.name.type == "official" or m.name.country not in {None, party.name.actor}


def _is_met(passage: Passage, trigger: Trigger, noun: Token) -> bool:
    """Say whether a noun without a name is who is met: "talks with the ENVOYS in X"."""
    tree = passage.tree
    first = tree[first_conjunct(tree, noun.i)]
    above = tree[first.head]
    company = first.dep == "dobj" and first.head == trigger.word
    beside = first.dep == "pobj" and above.lemma in rules().between | rules().with_
    on_it = above.head in {*trigger.chain, trigger.verb}
    return noun.lemma in rules().visitors and (company or (beside and on_it))


def _seat(passage: Passage, i: int, tied: frozenset[int]) -> bool:
    """Say whether the place names where a place is: "at a resort in X", "in the city of X"."""
    tree = passage.tree
    word = tree[i]
    if word.dep != "pobj" or is_verb(word) or word.lemma in PROMPTING:
        return False
    prep = tree[word.head]
    # "met for two HOURS in X", "set for MARCH 20 in X", "failed after three DAYS in X": the parser
    # takes that for where these were
    timed = word.lemma in UNITS | DATES | rules().hours and prep.lemma in LASTING
    if (prep.lemma in LOCATIVE or timed) and prep.head in tied:
        return True
    # "a villa in the north of X": one more step up
    return prep.lemma in {"of", "in", "at", "near"} and _seat(passage, prep.head, tied)


def _is_visited(passage: Passage, m: Mentioned, trigger: Trigger) -> bool:
    word, rule = passage.tree[m.head], trigger.rule
    # Who is received stands there, too: "hosted Kosovo".
    visited = trigger.sort == "visit" and rule is not None and not rule.person
    return visited and word.dep == "dobj" and word.head == trigger.word


def _named_after(passage: Passage, m: Mentioned, trigger: Trigger) -> bool:
    """Say whether the talks are called by their place: "the Geneva talks"."""
    word = passage.tree[m.head]
    before = word.dep in {"compound", "nmod", "amod"} and word.head in trigger.chain
    # "the Gaza talks" are about it
    if m.name.type not in SITES or not before or m.name.text in rules().battlefields:
        return False
    # An accord is called after its place, a swap after who swaps.
    if not trigger.sort and m.name.type == "capital" and not _is_called(passage, trigger):
        return False
    # "Moscow-Kyiv talks" names parties
    siblings = [
        o
        for o in passage.mentioned
        if o is not m and o.last < trigger.word and o.first >= m.first - 3
    ]
    return not any(o.name.actor and o.name.type == "capital" for o in siblings)


def _is_called(passage: Passage, trigger: Trigger) -> bool:
    return any(passage.tree[n].lemma in rules().called for n in trigger.chain)


def _is_site(passage: Passage, m: Mentioned, trigger: Trigger) -> bool:
    """Say whether the place is called one: "X hosts the talks", "X is the venue of the talks"."""
    if m.name.type not in SITES or trigger.verb is None or trigger.relation == "self":
        return False
    tree = passage.tree
    hosts = (
        trigger.relation == "object" and tree[trigger.verb].lemma in rules().subject_roles["host"]
    )
    is_venue = tree[trigger.verb].lemma == "be" and any(
        tree[n].lemma in rules().venues for n in trigger.chain
    )
    return (hosts or is_venue) and m.head in subjects(tree, trigger.verb)


def _where(passage: Passage, trigger: Trigger) -> Mentioned | None:
    """Return the place in "flew to X, where talks are to begin"."""
    tree = passage.tree
    if trigger.verb is None:
        return None
    for verb in (tree[trigger.verb], *ancestors(tree, trigger.verb)):
        adverb = next((t for t in children(tree, verb.i, "advmod") if t.lemma == "where"), None)
        if adverb is not None:
            near = [
                m
                for m in passage.mentioned
                if m.name.type in SITES and adverb.i - REACH <= m.first < adverb.i
            ]
            return near[-1] if near else None
        if not is_verb(verb):
            return None
    return None
