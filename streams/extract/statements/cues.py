"""Find the words on which a position or an outcome can hang, by `rules/statements.yaml`.

A cue only proposes a kind; whether it counts is for the model to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from schemas.vocabulary import Kind
from streams.days import WEEKDAYS
from streams.extract.rulebook import FOLDER, Rules
from streams.extract.statements.constructions import (
    AGREE_TO,
    AGREE_TO_STOP,
    CALLED_OFF,
    DOING,
    HALT,
    HAVE_REFUSED,
    NO_LONGER,
    OPEN_TO,
    PASSED,
    READY_TO_DO,
    RESTRAIN,
    SENT_AWAY,
    SPURN,
    TO_DO,
    VOW_HARM,
    WILL_IF,
    constructions,
)
from streams.extract.statements.negation import is_negated
from streams.extract.syntax import behind, children, has_to, is_verb
from streams.extract.tree import Token, Tree
from streams.tables import read_yaml

PartOfSpeech = Literal["verb", "noun", "adjective", "other"]

YIELDING: frozenset[Kind] = frozenset({"concession", "acceptance"})
"""Kinds that a "not" turns into their opposite."""
OVERRULED: dict[str, frozenset[Kind]] = {
    VOW_HARM: frozenset({"pledge", "acceptance"}),
    DOING: frozenset({"concession"}),
    NO_LONGER: frozenset({"demand", "rejection"}),
    RESTRAIN: frozenset({"concession"}),
    TO_DO: frozenset({"concession"}),
    AGREE_TO: frozenset({"acceptance"}),
    READY_TO_DO: frozenset({"acceptance"}),
    OPEN_TO: frozenset({"pledge"}),
    AGREE_TO_STOP: frozenset({"acceptance", "pledge", "demand"}),
    HALT: frozenset({"concession", "pledge"}),
    CALLED_OFF: frozenset({"concession", "rejection"}),
    PASSED: frozenset({"acceptance", "concession"}),
    WILL_IF: frozenset({"concession"}),
    SPURN: frozenset({"accusation"}),
    SENT_AWAY: frozenset({"demand"}),
    HAVE_REFUSED: frozenset({"demand"}),
}
"""What a verb alone would be: "suspend" of what is announced, "vow" of harm."""
CALLING = frozenset({"on", "upon", "for"})
"""Prepositions that make a demand of a verb."""
TURNING = CALLING | {"in"}
"""Prepositions that make something else of a verb: "step in"."""
REACH = 2
"""Steps below its first word in which the other words of a pattern stand."""


class KindCues(Rules, frozen=True):
    """The patterns of a kind."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    negated: tuple[str, ...] = ()
    plain: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern: its first word and those below it."""

    text: str
    first: str
    others: frozenset[str]
    kind: Kind
    part: PartOfSpeech

    @property
    def negated(self) -> bool:
        """Whether it needs a "not": such a word may be of any part of speech."""
        return self.part == "other"


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern found at the word `word`; `pattern` names it or the construction it is."""

    word: int
    kind: Kind
    pattern: str

    @property
    def plain(self) -> bool:
        """Whether it says outright what it is a cue of."""
        rules = cue_rules().get(self.kind)
        return rules is not None and self.pattern in rules.plain

    @property
    def constructed(self) -> bool:
        """Whether it is no pattern of the rules: its name stands in brackets."""
        return self.pattern.startswith("(")


@cache
def cue_rules() -> dict[Kind, KindCues]:
    """Return the patterns by kind."""
    return read_yaml(FOLDER / "statements.yaml", dict[Kind, KindCues])


@cache
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns by their first word, the longest first."""
    found: dict[str, list[Pattern]] = {}
    for kind, rules in cue_rules().items():
        for part, texts in _texts(rules):
            for text in texts:
                pattern = _pattern(text, kind, part)
                found.setdefault(pattern.first, []).append(pattern)
    return {first: tuple(sorted(ps, key=lambda p: -len(p.others))) for first, ps in found.items()}


def _texts(rules: KindCues) -> Iterator[tuple[PartOfSpeech, tuple[str, ...]]]:
    yield "verb", rules.verbs
    yield "noun", rules.nouns
    yield "adjective", rules.adjectives
    yield "other", rules.negated


def _pattern(text: str, kind: Kind, part: PartOfSpeech) -> Pattern:
    first, *others = text.split()
    return Pattern(text, first, frozenset(others), kind, part)


def find_cues(tree: Tree, i: int) -> tuple[Cue, ...]:
    """Return what a word can be a cue of: one cue a kind, the longest pattern."""
    found: dict[Kind, Cue] = {}
    below = _below(tree, i, REACH) | _undergoing(tree, i)
    negated = is_negated(tree, i)
    particles = {t.lemma for t in children(tree, i, "prt")}
    for pattern in patterns().get(tree[i].lemma, ()):
        # "called OFF the summit on Thursday" calls on nobody, nor does "called it that ON MONDAY"
        calling = pattern.others & TURNING
        elsewhere = (particles - pattern.others and not particles & calling) or _tells_when(tree, i)
        astray = calling and (elsewhere or any(children(tree, i, "oprd")))
        if not astray and _fits(tree[i], pattern, below, negated=negated):
            found.setdefault(pattern.kind, Cue(i, pattern.kind, pattern.text))
    for kind, name in constructions(tree, i):
        cue = Cue(i, kind, name)
        # What says it outright tells more than a verb that may be said of anything.
        found[kind] = cue if cue.plain else found.get(kind, cue)
        for overruled in OVERRULED.get(name, ()):
            if overruled in found and not found[overruled].constructed:
                del found[overruled]
    return tuple(found.values())


def _tells_when(tree: Tree, i: int) -> bool:
    """Say whether all that stands behind a verb's "on" are days."""
    on = list(behind(tree, i, *CALLING))
    return bool(on) and all(t.lemma in WEEKDAYS for t in on)


def _fits(token: Token, pattern: Pattern, below: frozenset[str], *, negated: bool) -> bool:
    if pattern.negated != negated and pattern.kind == "rejection":
        return False
    if negated and pattern.kind in YIELDING:
        return False
    return (pattern.negated or pattern.part == part_of_speech(token)) and pattern.others <= below


def part_of_speech(token: Token) -> PartOfSpeech:
    """Return the coarse part of speech of a word."""
    if is_verb(token):
        return "verb"
    if token.tag.startswith("NN"):
        return "noun"
    return "adjective" if token.tag.startswith("JJ") else "other"


def _below(tree: Tree, i: int, steps: int) -> frozenset[str]:
    """Return the words below a word; "to" for an infinitive, the subject left out."""
    found: set[str] = set()
    for child in children(tree, i):
        if child.dep in {"nsubj", "csubj"}:
            continue
        found |= {child.lemma, child.text.lower()}  # "come to terms", "hand over remains"
        if child.dep in {"xcomp", "ccomp", "acl"} and has_to(tree, child.i):
            found.add("to")
        if child.dep == "ccomp":
            found.add("that")
        if is_verb(child):
            found |= {t.lemma for t in children(tree, child.i, "mark")}
        if steps > 1 and not is_verb(child):
            found |= _below(tree, child.i, steps - 1)
    return frozenset(found)


def _undergoing(tree: Tree, i: int) -> frozenset[str]:
    """Return the lemma of what a participle behind a noun is done to: "HOSTAGES freed"."""
    word = tree[i]
    return frozenset({tree[word.head].lemma} if (word.dep, word.tag) == ("acl", "VBN") else ())
