"""Find the words on which a position or an outcome can hang, by `rules/statements.yaml`.

A cue only proposes a kind; whether it counts is for the model to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec
import yaml

from schemas.vocabulary import Kind
from streams.extract.parse import Token, Tree
from streams.extract.rulebook import FOLDER, Rules
from streams.extract.syntax import ancestors, children, is_verb, marks
from streams.extract.talks.speech import speech_rules

PartOfSpeech = Literal["verb", "noun", "adjective", "other"]

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nothing", "neither", "nor", "without"})
OBLIGATIONS = frozenset({"must", "should", "shall", "ought"})
FUTURE = frozenset({"will", "would", "'ll", "’ll", "wo", "can", "could", "ca"})
DECLINING = frozenset({"decline", "refuse", "fail", "hesitate", "neglect", "omit"})
ATTEMPTING = frozenset({"try", "attempt", "seek", "strive", "struggle", "hope", "want"})
HOLLOW = frozenset({"it", "that", "this", "there", "what", "which", "who"})
"""Subjects that stand for no actor, or not for one that could be told."""
CONDITIONS = frozenset({"if", "unless", "until", "once"})
OBLIGATION = "(must)"
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
    table = yaml.safe_load(FOLDER.joinpath("statements.yaml").read_bytes())
    return msgspec.convert(table, dict[Kind, KindCues])


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
    for pattern in patterns().get(tree[i].lemma, ()):
        if _fits(tree[i], pattern, below, negated=negated):
            found.setdefault(pattern.kind, Cue(i, pattern.kind, pattern.text))
    for kind, name in _constructions(tree, i):
        found.setdefault(kind, Cue(i, kind, name))
    return tuple(found.values())


def _fits(token: Token, pattern: Pattern, below: frozenset[str], *, negated: bool) -> bool:
    if pattern.negated != negated and pattern.kind == "rejection":
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
        if child.dep in {"xcomp", "ccomp", "acl"} and any(
            t.tag == "TO" for t in children(tree, child.i, "aux")
        ):
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


def is_negated(tree: Tree, i: int) -> bool:
    """Say whether a word is negated, by itself or by the verb it hangs on."""
    if any(t.lemma in NEGATIONS or t.text.lower() in NEGATIONS for t in children(tree, i)):
        return True
    head = tree[tree[i].head]
    linked = tree[i].dep in {"acomp", "attr", "xcomp", "oprd", "dobj"} and is_verb(head)
    return linked and any(t.dep == "neg" for t in children(tree, head.i))


def is_declined(tree: Tree, i: int) -> bool:
    """Say whether somebody will not do what a verb says: "declined to criticise"."""
    return _is_governed(tree, i, DECLINING)


def is_attempted(tree: Tree, i: int) -> bool:
    """Say whether somebody has not done yet what a verb says: "tried to broker a truce"."""
    verb = i if is_verb(tree[i]) else tree[i].head
    return _is_governed(tree, verb, ATTEMPTING)


def _is_governed(tree: Tree, i: int, by: frozenset[str]) -> bool:
    above = tree[tree[i].head]
    return tree[i].dep == "xcomp" and tree[i].tag == "VB" and above.lemma in by


def _constructions(tree: Tree, i: int) -> Iterator[tuple[Kind, str]]:
    """Yield what a verb can be by its auxiliaries in somebody's words: "must", "will not"."""
    if not is_verb(tree[i]) or not _is_said(tree, i):
        return
    auxiliaries = {t.text.lower() for t in children(tree, i, "aux")}
    subject = next(children(tree, i, "nsubj", "nsubjpass"), None)
    if subject is None or subject.tag in {"EX", "WDT", "WP"} or subject.text.lower() in HOLLOW:
        return
    obliged = any(_obliges(tree, t.i) for t in (tree[i], tree[tree[i].head]))
    if auxiliaries & OBLIGATIONS or obliged:
        yield "demand", OBLIGATION
    if not auxiliaries & FUTURE or not _speaks_for(tree, i, subject):
        return
    if is_negated(tree, i):
        yield "rejection", "(will not)"
    elif any(marks(tree, clause.i) & CONDITIONS for clause in children(tree, i, "advcl")):
        yield "threat", "(will if)"
    else:
        yield "pledge", "(will)"


def _obliges(tree: Tree, i: int) -> bool:
    """Say whether a verb is "need to" or "have to"."""
    return tree[i].lemma in {"need", "have"} and any(
        t.tag == "TO" for c in children(tree, i, "xcomp") for t in children(tree, c.i, "aux")
    )


def _is_said(tree: Tree, i: int) -> bool:
    """Say whether a clause stands in a quotation or hangs on a verb of saying."""
    if any(t.tag in {"``", "''"} or t.text in {'"', "“", "”"} for t in tree):
        return True
    return any(t.lemma in speech_rules().verbs for t in ancestors(tree, i))


def _speaks_for(tree: Tree, i: int, subject: Token) -> bool:
    """Say whether a speaker speaks of his own side: "we", or "X said X" and "X said it"."""
    if subject.text.lower() in {"we", "i"}:
        return True
    said = tree[tree[i].head]
    return said.lemma in speech_rules().verbs and subject.tag in {"PRP", "NNP", "NNPS", "NN", "NNS"}
