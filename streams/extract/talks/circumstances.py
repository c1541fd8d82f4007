"""Say where and when an encounter takes place, as far as its sentence ties the words to it."""

import re
from collections.abc import Iterator

from schemas.mention import Place, When
from streams.extract.dates import Dated, find_dates
from streams.extract.document import Mentioned, Passage
from streams.extract.syntax import ancestors, children, is_verb
from streams.extract.talks.lexicon import rules, status_rules
from streams.extract.talks.schedule import schedule_rules
from streams.extract.talks.sighting import Found
from streams.extract.talks.status import Tense
from streams.extract.talks.triggers import Trigger, verb_key

LOCATIVE = frozenset({"in", "at", "to", "outside", "near", "into", "on"})
GRADES = {"venue": 0, "city": 0, "capital": 0, "state": 1}
"""A city says more than its country."""


def find_place(passage: Passage, trigger: Trigger) -> Found[Place] | None:
    """Return the place that hangs on the encounter; a capital that acts is none."""
    tied = tied_words(passage, trigger)
    found = [m for m in passage.mentioned if _is_place_of(passage, m, trigger, tied)]
    if not found:
        return None
    best = min(found, key=lambda m: (GRADES[m.name.type], m.name.start))
    name = best.name
    country = name.country or (name.actor if name.type == "state" else None)
    return Found(Place(name=name.text, country=country), name.start, name.end)


def is_exact(place: Found[Place] | None, passage: Passage) -> bool:
    """Say whether a place is more than a country."""
    return place is not None and any(
        m.name.start == place.start and GRADES.get(m.name.type) == 0 for m in passage.mentioned
    )


def _is_place_of(passage: Passage, m: Mentioned, trigger: Trigger, tied: frozenset[int]) -> bool:
    if m.name.type not in GRADES:
        return False
    tree = passage.tree
    word = tree[m.head]
    while word.dep in {"appos", "conj"} and word.head != word.i:
        word = tree[word.head]
    prep = tree[word.head]
    if word.dep == "pobj" and prep.lemma in LOCATIVE | {"of"}:
        return (prep.lemma != "of" and prep.head in tied) or _seat(passage, prep.head, tied)
    visited = trigger.sort == "visit" and trigger.rule is not None and word.dep == "dobj"
    if visited and word.head == trigger.word:
        return True
    return _named_after(passage, m, trigger)


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


def _named_after(passage: Passage, m: Mentioned, trigger: Trigger) -> bool:
    """Say whether the talks are called by their place: "the Geneva talks"."""
    word = passage.tree[m.head]
    if m.name.type not in {"city", "capital", "venue"} or word.dep not in {
        "compound",
        "nmod",
        "amod",
    }:
        return False
    if word.head not in trigger.chain:
        return False
    # "Moscow-Kyiv talks" names parties
    siblings = [
        o
        for o in passage.mentioned
        if o is not m and o.last < trigger.word and o.first >= m.first - 3
    ]
    return not any(o.name.actor and o.name.type == "capital" for o in siblings)


def tied_words(passage: Passage, trigger: Trigger) -> frozenset[int]:
    """Return the words whose time and place are the encounter's: its noun, verb, and clauses."""
    tied = set(trigger.chain)
    for noun in trigger.chain:
        tied.update(c.i for c in children(passage.tree, noun, "acl", "relcl"))
    verb = trigger.verb
    if verb is None or not _verb_ties(trigger):
        return frozenset(tied)
    tied.add(verb)
    tied.update(_chain_of_verbs(passage, verb))
    return frozenset(tied)


def _verb_ties(trigger: Trigger) -> bool:
    if trigger.relation in {"self", "subject", "object"}:
        return True
    return trigger.prep in {"for", "in", "at", "to", "during", "into", "on"}


def _chain_of_verbs(passage: Passage, verb: int) -> Iterator[int]:
    tree = passage.tree
    for child in children(tree, verb, "xcomp", "conj"):
        if child.dep == "xcomp" or not any(True for _ in children(tree, child.i, "nsubj")):
            yield child.i
    word = tree[verb]
    if word.tag == "VB" and word.dep == "advcl" and tree[word.head].lemma in status_rules().travel:
        yield word.head
    while word.dep in {"xcomp", "conj"} and word.head != word.i:
        above = tree[word.head]
        if word.dep == "conj" and any(True for _ in children(tree, word.i, "nsubj", "nsubjpass")):
            return
        if not is_verb(above) and above.tag != "JJ":
            return
        yield above.i
        word = above


def find_when(
    passage: Passage, trigger: Trigger, published_at: str | None, tense: Tense
) -> tuple[Found[When], ...]:
    """Return the dates that hang on the encounter, in the order of the sentence."""
    tied = tied_words(passage, trigger) - _announcing(passage, trigger)
    dated = find_dates(passage.sentence.text, published_at, tense)
    return tuple(_absolute(passage, d) for d in dated if _hangs_on(passage, d, tied))


def _announcing(passage: Passage, trigger: Trigger) -> frozenset[int]:
    """Return verbs whose date is that of a decision: "on Thursday called off the talks"."""
    verb = trigger.verb
    if verb is None or trigger.relation == "self":
        return frozenset()
    changed = any(
        key in lemmas
        for key in (verb_key(passage.tree, verb), passage.tree[verb].lemma)
        for lemmas in schedule_rules().changes.values()
    )
    resumed = passage.tree[verb].lemma in {"resume", "reconvene", "restart"}
    return frozenset({verb}) if changed and not resumed else frozenset()


def _absolute(passage: Passage, dated: Dated) -> Found[When]:
    offset = passage.sentence.start
    return Found(dated.when, dated.start + offset, dated.end + offset)


def _hangs_on(passage: Passage, dated: Dated, tied: frozenset[int]) -> bool:
    tree = passage.tree
    words = [t for t in tree if t.start < dated.end and t.end > dated.start]
    if not words:
        return False
    inside = {t.i for t in words}
    head = next((t for t in words if t.head not in inside), words[-1])
    if head.i in tied or head.head in tied:
        return True
    for above in ancestors(tree, head.i):
        if above.i in tied:
            return True
        if is_verb(above) or above.tag.startswith("NN"):
            return False
    return False


def duration(passage: Passage, trigger: Trigger) -> Found[int] | None:
    """Return how many days the encounter lasts: "two-day talks", "three days of talks"."""
    tree = passage.tree
    first = min(passage.tree[n].i for n in trigger.chain)
    top = max(trigger.chain)
    start = max(0, min(first, top) - 8)
    words = passage.sentence.text[tree[start].start : tree[top].end]
    match = re.search(
        r"\b(\w+)\s?[- ‑–]\s?days?\b(?!\s+(?:after|before|ago|later|earlier))", words, re.I
    )
    if match is None:
        return None
    number = match.group(1).lower()
    days = rules().ordinals.get(number) if not number.isdigit() else int(number)
    if days is None or not 1 < days <= 31:
        return None
    offset = passage.sentence.start + tree[start].start
    return Found(days, offset + match.start(), offset + match.end())
