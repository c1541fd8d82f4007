"""Keep out what is no negotiation over public affairs: wages, transfers, mergers, plea bargains."""

from collections.abc import Iterable
from functools import cache

from streams.extract.document import Passage
from streams.extract.politicians import politician_rules
from streams.extract.rulebook import Rules, load
from streams.extract.syntax import conjuncts, is_verb, phrase, subjects, subtree
from streams.extract.talks.triggers import Trigger
from streams.extract.tree import Tree


class ScopeRules(Rules, frozen=True):
    """`rules/scope.yaml`."""

    modifiers: frozenset[str]
    topics: frozenset[str]
    partners: frozenset[str]


@cache
def scope_rules() -> ScopeRules:
    """Return the rules on what is out of scope."""
    return load("scope", ScopeRules)


def out_of_scope(passage: Passage, trigger: Trigger) -> str | None:
    """Return the word that puts an encounter out of scope, None where none does."""
    if trigger.relation == "self":
        return _private(passage, trigger.word) or _partner(passage, trigger.word)
    for noun in trigger.chain:
        first, last = phrase(passage.tree, noun)
        words = {t.text.lower() for t in passage.tree[first : last + 1]}
        if not words.isdisjoint(politician_rules().of_both):
            continue  # of the two sides of a parliament, whichever body they sit in
        cue = next(iter(sorted(words & scope_rules().modifiers)), None)
        if cue:
            return f"kind of encounter: {cue}"
        partner = _partner(passage, noun) or _about(passage, noun)
        if partner:
            return partner
    return None


def _private(passage: Passage, verb: int) -> str | None:
    """Return who of no public office meets: "Italian and French ACTORS talked"."""
    tree = passage.tree
    acting = (tree[i] for s in subjects(tree, verb) for i in conjuncts(tree, s))
    said = (t.text.lower() for t in acting if t.tag in {"NN", "NNS"} and t.i not in passage.at)
    cue = next((noun for noun in said if noun in scope_rules().partners), None)
    return f"of: {cue}" if cue else None


def _partner(passage: Passage, word: int) -> str | None:
    """Return with whom it is: "talks with FANS", but not "talks to try them and their FAMILIES"."""
    tree = passage.tree
    own = (i for i in subtree(tree, word) if not _is_beyond_verb(tree, i, word))
    return _named(passage, word, own, scope_rules().partners)


def _about(passage: Passage, noun: int) -> str | None:
    """Return what it is about, however far below: "talks to buy a smaller BREWERY"."""
    return _named(passage, noun, subtree(passage.tree, noun), scope_rules().topics)


def _named(passage: Passage, word: int, below: Iterable[int], cues: frozenset[str]) -> str | None:
    """Return the noun behind a word that is one of the cues, and no part of a name."""
    nouns = (passage.tree[i] for i in below if i > word and i not in passage.at)
    said = sorted(t.text.lower() for t in nouns if t.tag in {"NN", "NNS"})
    cue = next((noun for noun in said if noun in cues), None)
    return f"about or with: {cue}" if cue and not are_in_office(passage) else None


def _is_beyond_verb(tree: Tree, i: int, word: int) -> bool:
    """Say whether a verb stands between a word and one below it."""
    while tree[i].head not in {i, word}:
        i = tree[i].head
        if is_verb(tree[i]):
            return True
    return False


def are_in_office(passage: Passage) -> bool:
    """Say whether two officials meet, be it at a club or to speak with reporters."""
    met = {m.name.actor for m in passage.mentioned if m.name.type == "official"}
    return len(met - {None}) > 1
