"""Keep out what is no negotiation over public affairs: wages, transfers, mergers, plea bargains."""

from functools import cache

from streams.extract.document import Passage
from streams.extract.rulebook import Rules, load
from streams.extract.syntax import phrase, subtree
from streams.extract.talks.triggers import Trigger


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
    tree = passage.tree
    if trigger.relation == "self":
        below = {tree[i].text.lower() for i in subtree(tree, trigger.word) if i > trigger.word}
        cue = next(iter(sorted(below & scope_rules().partners)), None)
        return f"about or with: {cue}" if cue else None
    for noun in trigger.chain:
        first, last = phrase(tree, noun)
        words = {t.text.lower() for t in tree[first : last + 1]}
        cue = next(iter(sorted(words & scope_rules().modifiers)), None)
        if cue:
            return f"kind of encounter: {cue}"
        below = {tree[i].text.lower() for i in subtree(tree, noun) if i > noun}
        cue = next(iter(sorted(below & (scope_rules().topics | scope_rules().partners))), None)
        if cue:
            return f"about or with: {cue}"
    return None
