"""Tell what is wanted or refused from when and where that was said, which may stand behind it."""

from schemas.vocabulary import Kind
from streams.days import WEEKDAYS
from streams.extract.statements.cues import Cue
from streams.extract.statements.outcomes import outcome_rules
from streams.extract.syntax import behind, children, has_to, is_past, is_verb, subtree
from streams.extract.tree import Token, Tree

DATED: frozenset[Kind] = frozenset({"demand", "rejection"})
"""Kinds of which a bare weekday behind an infinitive is the day: "asked B to stop ON FRIDAY"."""
AT = frozenset({"at", "during", "in", "after"})
ARTICLES = frozenset({"a", "an"})


def without_occasion(tree: Tree, cue: Cue, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return words without the occasion at their end: "to stop AT TALKS in Lima on Friday"."""
    dropped = occasion(tree, cue, words)
    return tuple(w for w in words if w not in dropped)


def occasion(tree: Tree, cue: Cue, words: tuple[int, ...]) -> frozenset[int]:
    """Return the words at the end of a content that say when or where it was said."""
    if not is_past(tree, cue.word):
        return frozenset()
    kept = {w for w in words if tree[w].dep != "punct"}
    dropped: set[int] = set()
    while prep := next((tree[w] for w in kept if _is_last(tree, cue, w, kept)), None):
        dropped |= kept & {*subtree(tree, prep.i)}
        kept -= dropped
    return frozenset(dropped) if kept else frozenset()


def _is_last(tree: Tree, cue: Cue, i: int, kept: set[int]) -> bool:
    """Say whether a preposition opens the last words of a clause, and names an occasion."""
    below = kept & {*subtree(tree, i)}
    if tree[i].dep != "prep" or max(below) != max(kept) or len(below) == len(kept):
        return False
    above = tree[tree[i].head]
    return is_verb(above) and (_is_talks(tree, tree[i]) or _is_day(tree, cue, tree[i]))


def _is_talks(tree: Tree, prep: Token) -> bool:
    """Say whether it is at talks that something was said: "AT talks in Lima", "DURING a call"."""
    if prep.lemma not in AT:
        return False
    for noun in children(tree, prep.i, "pobj"):
        articles = {t.text.lower() for t in children(tree, noun.i, "det", "poss")}
        named = prep.lemma == "during" or articles <= ARTICLES
        if named and noun.lemma in outcome_rules().occasions:
            return True
    return False


def _is_day(tree: Tree, cue: Cue, prep: Token) -> bool:
    """Say whether a weekday is that of saying so: "asked B to stop ON FRIDAY"."""
    days = [*children(tree, prep.i, "pobj")]
    bare = all(t.lemma in WEEKDAYS and not t.children for t in days)
    acts = (t for t in children(tree, cue.word, "xcomp") if has_to(tree, t.i))
    below = any(prep.i in subtree(tree, act.i) for act in acts)
    said = any(t.lemma in WEEKDAYS for t in behind(tree, cue.word, "on"))  # "asked ON MONDAY"
    told = prep.head == cue.word or (cue.kind in DATED and below and not said)
    return prep.lemma == "on" and bool(days) and bare and told
