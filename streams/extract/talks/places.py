"""Say where an encounter takes place, as far as its sentence ties the words to it."""

from schemas.mention import Place
from streams.extract.document import Mentioned, Passage
from streams.extract.gazetteer import capital_of
from streams.extract.syntax import ancestors, children, is_verb, subjects, subtree
from streams.extract.talks.lexicon import rules
from streams.extract.talks.sighting import Found
from streams.extract.talks.tied import tied_words
from streams.extract.talks.triggers import Trigger

LOCATIVE = frozenset({"in", "at", "to", "outside", "near", "into", "on"})
GRADES = {"venue": 0, "city": 0, "capital": 0, "state": 1}
"""A city says more than its country."""
SITES = frozenset({"city", "capital", "venue"})
REACH = 8
"""Words before "where" in which the place stands: "Doha on Sunday, where talks begin"."""


def find_place(passage: Passage, trigger: Trigger) -> Found[Place] | None:
    """Return the place that hangs on the encounter; a capital that acts is none."""
    tied = tied_words(passage, trigger)
    found = [m for m in passage.mentioned if _is_place_of(passage, m, trigger, tied)]
    if not found:
        return None
    name = min(found, key=lambda m: (GRADES[m.name.type], m.name.start)).name
    country = name.country or (name.actor if name.type == "state" else None)
    return Found(Place(name=_called(name.text, country), country=country), name.start, name.end)


def _called(text: str, country: str | None) -> str:
    """Return the city that "the Omani capital" is."""
    return (capital_of(country or "") or text) if text.endswith("capital") else text


def is_exact(place: Found[Place] | None, passage: Passage) -> bool:
    """Say whether a place is more than a country."""
    return place is not None and any(
        m.name.start == place.start and GRADES.get(m.name.type) == 0 for m in passage.mentioned
    )


def _is_place_of(passage: Passage, m: Mentioned, trigger: Trigger, tied: frozenset[int]) -> bool:
    if m.name.type not in GRADES:
        return False
    return (
        _stands_behind(passage, m, trigger, tied)
        or _is_visited(passage, m, trigger)
        or _named_after(passage, m, trigger)
        or _is_site(passage, m, trigger)
        or m is _where(passage, trigger)
    )


def _stands_behind(passage: Passage, m: Mentioned, trigger: Trigger, tied: frozenset[int]) -> bool:
    """Say whether a preposition ties the place to the encounter: "met in X"."""
    tree = passage.tree
    word = tree[m.head]
    while word.dep in {"appos", "conj"} and word.head != word.i:
        word = tree[word.head]
    prep = tree[word.head]
    if word.dep != "pobj" or prep.lemma not in LOCATIVE | {"of"}:
        return False
    if prep.lemma == "on" and prep.head in trigger.chain:  # "talks on Gaza" are about it
        return False
    if prep.lemma != "of" and (prep.head in tied or _beside_party(passage, m, trigger, prep.head)):
        return True
    return _seat(passage, prep.head, tied)


def _beside_party(passage: Passage, m: Mentioned, trigger: Trigger, noun: int) -> bool:
    """Say whether the place only seems to be a party's: "talks between A and B in X"."""
    party = passage.at.get(noun)
    if party is None or party.name.actor is None or noun not in subtree(passage.tree, trigger.word):
        return False
    return party.name.type == "official" or m.name.country not in {None, party.name.actor}


def _seat(passage: Passage, i: int, tied: frozenset[int]) -> bool:
    """Say whether the place names where a place is: "at a resort in X", "in the city of X"."""
    tree = passage.tree
    word = tree[i]
    if word.dep != "pobj" or is_verb(word):
        return False
    prep = tree[word.head]
    if prep.lemma in LOCATIVE and prep.head in tied:
        return True
    # "a villa in the north of X": one more step up
    return prep.lemma in {"of", "in", "at", "near"} and _seat(passage, prep.head, tied)


def _is_visited(passage: Passage, m: Mentioned, trigger: Trigger) -> bool:
    word = passage.tree[m.head]
    visited = trigger.sort == "visit" and trigger.rule is not None
    return visited and word.dep == "dobj" and word.head == trigger.word


def _named_after(passage: Passage, m: Mentioned, trigger: Trigger) -> bool:
    """Say whether the talks are called by their place: "the Geneva talks"."""
    word = passage.tree[m.head]
    before = word.dep in {"compound", "nmod", "amod"} and word.head in trigger.chain
    # "the Gaza talks" are about it: nobody meets on a battlefield.
    if m.name.type not in SITES or not before or m.name.text in rules().battlefields:
        return False
    # "Moscow-Kyiv talks" names parties
    siblings = [
        o
        for o in passage.mentioned
        if o is not m and o.last < trigger.word and o.first >= m.first - 3
    ]
    return not any(o.name.actor and o.name.type == "capital" for o in siblings)


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
