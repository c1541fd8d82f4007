"""Find the words that stand for an encounter, and how they hang in their sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from schemas.vocabulary import Format
from streams.extract.document import Passage
from streams.extract.syntax import (
    antecedent,
    behind,
    children,
    first_conjunct,
    is_passive,
    is_verb,
    main_verb,
    patients,
    phrase,
    subjects,
)
from streams.extract.talks.lexicon import (
    NounRule,
    VerbRule,
    delegation_rules,
    noun_rules,
    rules,
    verb_rules,
)
from streams.extract.talks.verbs import verb_names
from streams.extract.tree import Token, Tree

STAYS = frozenset({"visit", "trip", "mission", "tour", "stop", "stopover"})
"""What somebody goes on for talks."""
AWAY = frozenset({"away", "back"})
"""Adverbs that a preposition follows with its own meaning: "came away FROM the table"."""

LENGTHS = frozenset({"hour", "minute", "time"})

Relation = Literal["self", "subject", "object", "oblique", "none"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that stands for an encounter.

    `chain` leads from the word to `anchor`, the noun on top ("talks", "round" of "a round of
    talks"); `verb` governs the anchor, `relation` says as what, `prep` through which preposition.
    """

    word: int
    anchor: int
    chain: tuple[int, ...]
    sort: str
    needed: int
    format: Format | None
    verb: int | None
    relation: Relation
    prep: str | None = None
    rule: VerbRule | None = None


def find_triggers(passage: Passage) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence, in order; a container is part of what it contains."""
    found: list[Trigger] = []
    officials = len({m.name.actor for m in passage.mentioned if m.name.type == "official"} - {None})
    for token in passage.tree:
        if token.i in passage.at:
            continue
        trigger = (
            _noun_trigger(passage.tree, token, in_person=officials > 1)
            or _misread_trigger(passage.tree, token)
            or _verb_trigger(passage.tree, token)
        )
        if trigger is not None and _has_persons(passage, trigger):
            found.append(trigger)
    contained = {i for t in found for i in t.chain[1:]}
    return tuple(t for t in found if t.word not in contained)


def trigger_at(tree: Tree, i: int) -> Trigger:
    """Return how any word hangs in its sentence, as if it stood for an encounter."""
    if is_verb(tree[i]):
        return Trigger(i, i, (i,), "", 0, None, i, "self")
    chain = tuple(_compounds(tree, i))
    verb, relation, prep = _governed(tree, chain[-1])
    return Trigger(i, chain[-1], chain, "", 0, None, verb, relation, prep)


def _compounds(tree: Tree, i: int) -> Iterator[int]:
    """Yield a noun and those it is compounded with: "ceasefire", "protocol"."""
    yield i
    word = tree[i]
    if word.dep == "compound" and word.head != i and tree[word.head].tag.startswith("NN"):
        yield from _compounds(tree, word.head)


def _has_persons(passage: Passage, trigger: Trigger) -> bool:
    """Say whether a verb that takes persons has them: "received the envoy", "N.N. visited A".

    And whether one that takes a seat of government has it: "clashed IN THE OVAL OFFICE".
    """
    rule = trigger.rule
    if rule is None:
        return True
    if rule.at_seat and _at_seat().search(passage.sentence.text) is None:
        return False
    tree = passage.tree
    guests = [tree[i] for i in guests_of(tree, trigger.word)]
    if rule.person and not any(is_person(passage, t) for t in guests):
        return False
    if not rule.person_subject:
        return True
    acting = (antecedent(tree, i) for i in subjects(tree, trigger.word))
    return any(is_person(passage, tree[i]) for i in acting)


def guests_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return those who are received: the object, or the subject of "was received by"."""
    return (*(t.i for t in children(tree, verb, "dobj")), *patients(tree, verb))


def is_person(passage: Passage, token: Token) -> bool:
    """Say whether a word is an official, by name or by office."""
    mention = passage.at.get(token.i)
    if mention is not None:
        return mention.name.type == "official"
    return token.lemma in rules().visitors


@cache
def _at_seat() -> re.Pattern[str]:
    """Return what finds "in the Oval Office" and "at a meeting in the White House"."""
    seats = "|".join(map(re.escape, sorted(rules().seats, key=len, reverse=True)))
    return re.compile(rf"\b(?:in|at|inside) (?:(?:the|an?) )?(?:[\w-]+ ){{0,3}}(?:{seats})\b")


def _noun_trigger(tree: Tree, token: Token, *, in_person: bool) -> Trigger | None:
    """Return the noun as a trigger; `in_person` says that officials of two sides are named."""
    if not token.tag.startswith("NN"):
        return None
    known = noun_rules().get(compound(tree, token.i)) or noun_rules().get(token.lemma, ())
    fitting = (r for r in known if _fits(tree, token, r))
    rule = next((r for r in fitting if in_person or not r.in_person), None)
    if rule is None:
        return None
    chain = tuple(_chain(tree, token.i))
    verb, relation, prep = _governed(tree, chain[-1])
    return Trigger(
        word=token.i,
        anchor=chain[-1],
        chain=chain,
        sort=rule.sort,
        needed=rule.parties,
        format=rule.format,
        verb=verb,
        relation=relation,
        prep=prep,
    )


def _misread_trigger(tree: Tree, token: Token) -> Trigger | None:
    """Return "talks" that the parser takes for a verb: "A halts talks with B"."""
    if token.tag != "VBZ" or token.text.lower() != "talks" or token.i == 0:
        return None
    before = tree[token.i - 1]
    if not (is_verb(before) or before.tag.startswith("JJ")) or before.lemma == "be":
        return None
    rule = noun_rules()["talk"][0]
    i, verb = token.i, before.i if is_verb(before) else None
    relation: Relation = "object" if is_verb(before) else "none"
    return Trigger(i, i, (i,), rule.sort, rule.parties, rule.format, verb, relation)


def compound(tree: Tree, last: int) -> str:
    """Return the word with hyphens that ends in a noun: "sit-down"."""
    first = last
    while first > 1 and tree[first - 1].text == "-" and tree[first - 1].end == tree[first].start:
        first -= 2
    return "".join(t.text for t in tree[first : last + 1]).lower()


def _fits(tree: Tree, token: Token, rule: NounRule) -> bool:
    if rule.preps and tree[token.head].lemma not in rule.preps:
        return False
    if rule.only_of is not None and _is_of_another(tree, token, rule.only_of):
        return False
    if rule.asks and _asks_for(tree, token):
        return False
    if rule.plural and not token.text.lower().endswith("s"):
        return False
    first, _ = phrase(tree, token.i)
    words = {t.text.lower() for t in tree[first : token.i]} | {
        t.lemma for t in tree[first : token.i]
    }
    if rule.excludes & words:
        return False
    if rule.needs and not rule.needs & words:
        return False
    return not rule.needs_ordinal or bool(words & rules().ordinals.keys()) or _digit(words)


def _is_of_another(tree: Tree, token: Token, known: frozenset[str]) -> bool:
    """Say whether a noun is one of something else: "a new round of SANCTIONS"."""
    things = (t.lemma for t in behind(tree, token.i, "of") if t.tag in {"NN", "NNS"})
    return any(lemma not in known and lemma not in noun_rules() for lemma in things)


def _asks_for(tree: Tree, token: Token) -> bool:
    """Say whether a noun asks for something: "CALLS FOR a truce", not "a call for an hour"."""
    return any(t.lemma not in LENGTHS for t in behind(tree, token.i, "for"))


def _digit(words: set[str]) -> bool:
    return any(w[:-2].isdigit() and w.endswith(("st", "nd", "rd", "th")) for w in words)


def _chain(tree: Tree, i: int) -> Iterator[int]:
    """Yield the noun and the containers above it: "talks", "round", "end"."""
    yield i
    word = tree[i]
    above = tree[word.head]
    if word.dep == "pobj" and above.lemma == "of" and tree[above.head].tag.startswith("NN"):
        holder = tree[above.head]
        if holder.lemma in rules().containers:
            yield from _chain(tree, holder.i)


def _governed(tree: Tree, anchor: int) -> tuple[int | None, Relation, str | None]:
    top = tree[first_conjunct(tree, anchor)]
    if top.dep == "appos":
        top = tree[top.head]
    head = tree[top.head]
    if top.dep in {"nsubj", "nsubjpass"}:
        return main_verb(tree, head.i), "subject", None
    if top.dep in {"dobj", "attr", "oprd", "dative"} and (is_verb(head) or head.tag == "IN"):
        return head.i, "object", None
    if top.dep in {"pobj", "pcomp"}:
        return _through_preposition(tree, head)
    return None, "none", None


def _through_preposition(tree: Tree, prep: Token) -> tuple[int | None, Relation, str | None]:
    above = tree[prep.head]
    if above.tag in {"IN", "RB", "TO"}:  # "ahead of the talks", "prior to talks"
        outer = tree[above.head]
        through = prep if above.lemma in AWAY else above
        return (outer.i if is_verb(outer) else None), "oblique", through.lemma
    if is_verb(above) or above.tag == "JJ":
        return above.i, "oblique", prep.lemma
    if above.lemma in STAYS and prep.lemma == "for":  # "arrived on a VISIT for talks"
        return _governed(tree, above.i)[0], "oblique", prep.lemma
    people = delegation_rules().groups | delegation_rules().posts
    if above.dep == "dobj" and above.lemma in people and prep.lemma == "from":
        return _governed(tree, above.i)[0], "oblique", prep.lemma  # "recalled its TEAM from talks"
    return None, "none", prep.lemma


def _verb_trigger(tree: Tree, token: Token) -> Trigger | None:
    if not is_verb(token):
        return None
    names = verb_names(tree, token.i, _phrases().get(token.lemma, ()))
    options = (rule for name in names for rule in verb_rules().get(name, ()))
    rule = next((r for r in options if _verb_fits(tree, token, r)), None)
    if rule is None or (is_passive(tree, token.i) and not rule.person):
        return None
    return Trigger(
        word=token.i,
        anchor=token.i,
        chain=(token.i,),
        sort=rule.sort,
        needed=2,
        format=rule.format,
        verb=token.i,
        relation="self",
        rule=rule,
    )


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """Return the names of more than one word that rules know verbs by, by their first word."""
    found: dict[str, tuple[str, ...]] = {}
    for name in verb_rules():
        first, *rest = name.split()
        if rest:
            found[first] = (*found.get(first, ()), name)
    return found


def _verb_fits(tree: Tree, token: Token, rule: VerbRule) -> bool:
    if rule.main and token.dep == "advcl":
        return False
    if rule.alone and any(children(tree, token.i, "dobj")):
        return False
    if rule.bare and not _is_bare(tree, token, rule.bare):
        return False
    if not rule.needs:
        return True
    return any(t.lemma in rule.needs for t in tree[token.i + 1 : token.i + 12])


def _is_bare(tree: Tree, token: Token, above: frozenset[str]) -> bool:
    """Say whether a verb is but the infinitive of one of some verbs: "agreed to CONTINUE"."""
    alone = not any(children(tree, token.i, "dobj", "xcomp", "nsubj", "nsubjpass"))
    return token.dep == "xcomp" and alone and tree[token.head].lemma in above
