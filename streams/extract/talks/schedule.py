"""Say how the date of an encounter moved: "had been due on Sunday but was put off to Friday"."""

import re
from dataclasses import replace

from schemas.mention import When
from schemas.vocabulary import Change
from streams.extract.dates import Dated, find_dates
from streams.extract.document import Passage
from streams.extract.rulebook import Rules, load
from streams.extract.syntax import (
    ancestors,
    children,
    conjuncts,
    has_to,
    is_passive,
    is_verb,
    subtree,
)
from streams.extract.talks.moves import relocates
from streams.extract.talks.sighting import Delay, Found
from streams.extract.talks.triggers import Trigger
from streams.extract.talks.verbs import verb_names
from streams.extract.tree import Token, Tree

SHIFT = re.compile(r"(?:(?P<since>from)\s|on\s)?(?P<old>.+?)\s(?:to|until)\s(?P<new>.+)", re.I)
"""Two dates of which the second holds: "from Sunday to Wednesday"."""
UNTIL = frozenset({"to", "until", "till"})
WAS = frozenset({"was", "were"})


class ScheduleRules(Rules, frozen=True):
    """`rules/schedule.yaml`."""

    changes: dict[Change, frozenset[str]]
    nouns: dict[Change, frozenset[str]]
    former: frozenset[str]
    new: frozenset[str]
    old: frozenset[str]
    reasons: tuple[str, ...]


def schedule_rules() -> ScheduleRules:
    """Return the rules on moved dates."""
    return load("schedule", ScheduleRules)


def find_delay(passage: Passage, trigger: Trigger, published_at: str | None) -> Delay | None:
    """Return how the encounter's date moved, in the words of the sentence."""
    for word in (*_verbs(passage, trigger), *_nouns(passage, trigger)):
        change = _change(passage, word)
        if change is None:
            continue
        start, end = passage.span(word, word)
        previous, target = _dates(passage, word, published_at)
        return Delay(change, start, end, previous, target, _reason(passage, word))
    return None


def _verbs(passage: Passage, trigger: Trigger) -> tuple[int, ...]:
    """Return the verbs that speak of the encounter: its own, those coordinated, its clauses'."""
    tree = passage.tree
    verbs: list[int] = []
    if trigger.verb is not None and trigger.relation in {"subject", "object"}:
        verbs.extend(conjuncts(tree, trigger.verb))
        verbs.extend(
            t.i
            for t in ancestors(tree, trigger.verb)
            if is_verb(t) and tree[trigger.verb].dep == "conj"
        )
    for noun in trigger.chain if trigger.relation != "self" else ():
        for clause in children(tree, noun, "relcl", "acl"):
            verbs.extend(conjuncts(tree, clause.i))
    # "had TO BE RESCHEDULED"
    verbs.extend(x.i for v in tuple(verbs) for x in children(tree, v, "xcomp"))
    return tuple(v for v in dict.fromkeys(verbs) if is_verb(tree[v]))


def _nouns(passage: Passage, trigger: Trigger) -> tuple[int, ...]:
    """Return the noun that holds the encounter: "the POSTPONEMENT of the talks"."""
    tree = passage.tree
    top = tree[trigger.anchor]
    holder = tree[tree[top.head].head]
    return (holder.i,) if top.dep == "pobj" and holder.tag.startswith("NN") else ()


def _change(passage: Passage, word: int) -> Change | None:
    tree = passage.tree
    if not is_verb(tree[word]):
        return next((c for c, n in schedule_rules().nouns.items() if tree[word].lemma in n), None)
    if relocates(passage, word):
        return None
    known = frozenset().union(*schedule_rules().changes.values())
    for key in verb_names(tree, word, known):
        for change, lemmas in schedule_rules().changes.items():
            if key in lemmas:
                return change
    return None


def rescheduled(
    delay: Delay | None, when: tuple[Found[When], ...]
) -> tuple[Delay | None, tuple[Found[When], ...]]:
    """Return the delay with the old date, and the date that holds now (the old one if none does).

    "Sunday's talks were put off until Wednesday": the date on the noun is the old one.
    """
    if delay is None or delay.change not in {"postponed", "brought_forward"}:
        return delay, when
    target = delay.target
    others = (w for w in when if target is None or w.end <= target.start or w.start >= target.end)
    previous = delay.previous or next(others, None)
    moved = replace(delay, previous=previous)
    if delay.target is not None:
        return moved, (delay.target,)
    return moved, when or ((previous,) if previous else ())


def _dates(
    passage: Passage, verb: int, published_at: str | None
) -> tuple[Found[When] | None, Found[When] | None]:
    """Return the old and the new date."""
    sides: dict[str, Found[When]] = {}
    offset = passage.sentence.start
    for dated in find_dates(passage.sentence.text, published_at, "future"):
        if _holder(passage, dated) == verb and (ends := _shifted(passage, dated, published_at)):
            return ends
        side = _side(passage, dated, verb)
        if side:
            sides.setdefault(side, _opened(dated, offset))
    return sides.get("old"), sides.get("new")


def _shifted(
    passage: Passage, dated: Dated, published_at: str | None
) -> tuple[Found[When] | None, Found[When]] | None:
    """Return both ends of "from Sunday to Wednesday", which is no span but a change."""
    match = SHIFT.match(passage.sentence.text[dated.start : dated.end])
    if match is None:
        return None
    old, new = (
        [_opened(d, passage.sentence.start + dated.start + match.start(side)) for d in found]
        for side in ("old", "new")
        if (found := find_dates(match[side], published_at, "future")) is not None
    )
    if not new:
        return None
    return (old[0] if old and match["since"] else None), new[0]


def _holder(passage: Passage, dated: Dated) -> int | None:
    """Return the verb or noun that a date phrase hangs on."""
    tree = passage.tree
    words = [t.i for t in tree if t.start < dated.end and t.end > dated.start]
    above = (t for t in ancestors(tree, words[0]) if t.i not in words) if words else ()
    return next((t.i for t in above if is_verb(t) or t.tag.startswith("NN")), None)


def _opened(dated: Dated, offset: int) -> Found[When]:
    """Return the day that "until Wednesday" names: put off until then, it begins then."""
    when = dated.when
    if when.start is None and when.end is not None:
        when = When(precision=when.precision, start=when.end, end=when.end, text=when.text)
    return Found(when, dated.start + offset, dated.end + offset)


def _side(passage: Passage, dated: Dated, verb: int) -> str | None:
    tree = passage.tree
    words = [t for t in tree if t.start < dated.end and t.end > dated.start]
    if not words:
        return None
    rules = schedule_rules()
    before = tree[words[0].i - 1].lemma if words[0].i else ""
    inside = {before, *(t.lemma for t in words)}
    chain = [t for t in ancestors(tree, words[-1].i) if t.i not in {w.i for w in words}]
    verbs = [t for t in chain if is_verb(t) or t.tag == "JJ" or t.i == verb]
    if verbs and verbs[0].i == verb:
        if inside & rules.new:
            return "new"
        return "old" if inside & rules.old or _is_in_front(tree, words[0], verb) else None
    former = any(_came_to_nothing(tree, t) for t in verbs[:3])
    if former and _closes_aside(tree, words[0]):
        return "new"
    return "old" if former else None


def _came_to_nothing(tree: Tree, word: Token) -> bool:
    """Say whether a day behind a word no longer holds.

    "SCHEDULED for Sunday", "had been DUE on Sunday", "had been MOVED to Sunday", "were TO BE HELD".
    """
    rules = schedule_rules()
    due = children(tree, word.i, "acomp")
    if not rules.former.isdisjoint((word.lemma, *(t.lemma for t in due))):
        return True
    helpers = {t.text.lower() for t in children(tree, word.i, "aux", "auxpass")}
    moved = any(word.lemma in lemmas for lemmas in rules.changes.values())
    return (moved and "had" in helpers) or (has_to(tree, word.i) and bool(helpers & WAS))


def _is_in_front(tree: Tree, date: Token, verb: int) -> bool:
    """Say whether a day is in front of the verb: "due in Adre ON MARCH 20 have been postponed"."""
    helpers = [t.i for t in children(tree, verb, "aux", "auxpass")]
    return is_passive(tree, verb) and date.i < min(helpers, default=0)


def _closes_aside(tree: Tree, date: Token) -> bool:
    """Say whether a day comes after an aside, no part of it: "scheduled for May 3, TO June 2"."""
    first = date.i if date.lemma in UNTIL else date.i - 1
    return first > 0 and tree[first].lemma in UNTIL and tree[first - 1].text == ","


def _reason(passage: Passage, verb: int) -> Found[str] | None:
    tree = passage.tree
    for child in children(tree, verb, "prep", "advcl", "agent"):
        words = subtree(tree, child.i)
        text = passage.words(words[0], words[-1])
        for cue in schedule_rules().reasons:
            if text.lower().startswith(cue + " "):
                start, end = passage.span(words[0], words[-1])
                return Found(text[len(cue) + 1 :].rstrip(" ,."), start + len(cue) + 1, end)
    return None
