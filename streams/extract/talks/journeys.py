"""Journeys to where another state governs, which are visits: "N.N. arrived in Moscow on Friday"."""

from collections.abc import Iterator

from streams.days import WEEKDAYS
from streams.extract.document import Mentioned, Passage
from streams.extract.syntax import behind, is_passive, is_verb, patients, subjects, subtree
from streams.extract.talks.lexicon import VerbRule, rules
from streams.extract.talks.participants import denoted
from streams.extract.talks.places import is_where
from streams.extract.talks.sighting import Participant, participant
from streams.extract.talks.triggers import Trigger, is_person
from streams.extract.tree import Token

DAYS = frozenset({*WEEKDAYS, "today", "yesterday", "tomorrow", "week", "weekend", "night"})
"""Words for a day, which tell being somewhere once from living there."""
STAYING = frozenset({"be"})
WHERE = frozenset({"in", "to", "at", "for", "into"})
GOVERNED = frozenset({"capital", "state"})
"""Types of names of a place that stands for its government."""


def find_journeys(passage: Passage) -> tuple[Trigger, ...]:
    """Return the verbs by which somebody goes to see another government, in order."""
    return tuple(t for word in passage.tree if (t := _journey(passage, word)) is not None)


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
    if not is_verb(tree[verb]) or tree[verb].lemma not in rules().journeys | rules().received:
        return
    passive = is_passive(tree, verb)
    if not passive and tree[verb].lemma in rules().received:
        return  # who receives goes nowhere
    going = patients(tree, verb) if passive else subjects(tree, verb)
    if not any(is_person(passage, tree[who]) for who in going):
        return
    home = {p.actor for who in going for p in denoted(passage, who)}
    for noun in behind(tree, verb, *WHERE):
        known = passage.at.get(noun.i)
        if known is not None and _is_seat(passage, known) and known.name.actor not in home:
            yield participant(known.name, person=False)


def _is_seat(passage: Passage, known: Mentioned) -> bool:
    """Say whether a name is of where a state governs: its own, its capital's, "White House"."""
    if known.name.type == "government":
        return is_where(passage, known)
    return known.name.type in GOVERNED and known.name.actor is not None


def _is_dated(passage: Passage, verb: int) -> bool:
    return any(passage.tree[word].lemma in DAYS for word in subtree(passage.tree, verb))
