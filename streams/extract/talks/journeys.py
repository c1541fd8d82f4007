"""Journeys to where another state governs, which are visits: "N.N. arrived in Moscow on Friday"."""

from collections.abc import Iterator

from streams.days import WEEKDAYS
from streams.extract.document import Mentioned, Passage
from streams.extract.syntax import (
    behind,
    children,
    has_to,
    is_passive,
    is_verb,
    patients,
    subjects,
    subtree,
)
from streams.extract.talks.lexicon import VerbRule, delegation_rules, rules
from streams.extract.talks.participants import denoted
from streams.extract.talks.places import is_where
from streams.extract.talks.sighting import Participant, participant
from streams.extract.talks.triggers import Trigger, is_person
from streams.extract.tree import Token, Tree

DAYS = frozenset({*WEEKDAYS, "today", "yesterday", "tomorrow", "week", "weekend", "night"})
"""Words for a day, which tell being somewhere once from living there."""
STAYING = frozenset({"be"})
WHERE = frozenset({"in", "to", "at", "for", "into"})
GOVERNED = frozenset({"capital", "state"})
"""Types of names of a place that stands for its government."""


def find_journeys(passage: Passage) -> tuple[Trigger, ...]:
    """Return the verbs by which somebody goes to see another government, in order."""
    return tuple(t for word in passage.tree if (t := _journey(passage, word)) is not None)


def find_forbidden(passage: Passage) -> tuple[Trigger, ...]:
    """Return the journeys that somebody is told not to make: "told its envoy NOT TO GO to B"."""
    tree = passage.tree
    words = (t for t in tree if t.dep == "xcomp" and has_to(tree, t.i))
    told = (t for t in words if any(children(tree, t.i, "neg")))
    return tuple(found for t in told if (found := _journey(passage, t)) is not None)


def _journey(passage: Passage, word: Token) -> Trigger | None:
    if word.i in passage.at or not any(hosts_of(passage, word.i)):
        return None
    if word.lemma in STAYING and not _is_dated(passage, word.i):
        return None
    rule = VerbRule(lemmas=frozenset({word.lemma}), sort="visit", object=True)
    return Trigger(word.i, word.i, (word.i,), rule.sort, 2, "visit", word.i, "self", rule=rule)


def hosts_of(passage: Passage, verb: int) -> Iterator[Participant]:
    """Yield the state to whose seat of government officials of another one go by a verb."""
    tree = passage.tree
    going = _going(tree, verb)
    if not any(is_person(passage, tree[who]) for who in going):
        return
    home = {p.actor for who in (*going, *subjects(tree, verb)) for p in denoted(passage, who)}
    for known in _where_to(passage, verb, going):
        if _is_seat(passage, known) and known.name.actor not in home:
            yield participant(known.name, person=False)


def _going(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return who goes somewhere by a verb: "N.N. FLEW", "N.N. was RECEIVED", "A SENT an envoy"."""
    lemma = tree[verb].lemma if is_verb(tree[verb]) else None
    passive = is_passive(tree, verb)
    if lemma in delegation_rules().sending and not passive:
        return tuple(t.i for t in children(tree, verb, "dobj"))
    if lemma in delegation_rules().sending | rules().received:
        return patients(tree, verb)  # who receives goes nowhere
    return subjects(tree, verb) if lemma in rules().journeys else ()


def _where_to(passage: Passage, verb: int, going: tuple[int, ...]) -> tuple[Mentioned, ...]:
    """Return the names of places behind a verb, else behind who is sent, or "DUE in Moscow"."""
    tree = passage.tree
    bound = (*(who for who in going if who > verb), *(t.i for t in children(tree, verb, "acomp")))
    for words in ((verb,), bound):
        nouns = (noun.i for word in words for noun in behind(tree, word, *WHERE))
        if places := tuple(passage.at[i] for i in nouns if i in passage.at):
            return places
    return ()


def _is_seat(passage: Passage, known: Mentioned) -> bool:
    """Say whether a name is of where a state governs: its own, its capital's, "White House"."""
    if known.name.type == "government":
        return is_where(passage, known)
    return known.name.type in GOVERNED and known.name.actor is not None


def _is_dated(passage: Passage, verb: int) -> bool:
    return any(passage.tree[word].lemma in DAYS for word in subtree(passage.tree, verb))
