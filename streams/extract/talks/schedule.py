"""Say how the date of an encounter moved: "had been due on Sunday but was put off to Friday"."""

from dataclasses import replace

from schemas.mention import When
from schemas.vocabulary import Change
from streams.extract.dates import Dated, find_dates
from streams.extract.document import Passage
from streams.extract.rulebook import Rules, load
from streams.extract.syntax import ancestors, children, conjuncts, is_verb, subtree
from streams.extract.talks.sighting import Delay, Found
from streams.extract.talks.triggers import Trigger, verb_key


class ScheduleRules(Rules, frozen=True):
    """`rules/schedule.yaml`."""

    changes: dict[Change, frozenset[str]]
    former: frozenset[str]
    new: frozenset[str]
    old: frozenset[str]
    reasons: tuple[str, ...]


def schedule_rules() -> ScheduleRules:
    """Return the rules on moved dates."""
    return load("schedule", ScheduleRules)


def find_delay(passage: Passage, trigger: Trigger, published_at: str | None) -> Delay | None:
    """Return how the encounter's date moved, in the words of the sentence."""
    for verb in _verbs(passage, trigger):
        change = _change(passage, verb)
        if change is None:
            continue
        start, end = passage.span(verb, verb)
        previous, target = _dates(passage, verb, published_at)
        return Delay(change, start, end, previous, target, _reason(passage, verb))
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
    return tuple(v for v in dict.fromkeys(verbs) if is_verb(tree[v]))


def _change(passage: Passage, verb: int) -> Change | None:
    for key in (verb_key(passage.tree, verb), passage.tree[verb].lemma):
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
    previous = delay.previous or next((w for w in when if w != delay.target), None)
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
        side = _side(passage, dated, verb)
        if side:
            sides.setdefault(side, Found(dated.when, dated.start + offset, dated.end + offset))
    return sides.get("old"), sides.get("new")


def _side(passage: Passage, dated: Dated, verb: int) -> str | None:
    tree = passage.tree
    words = [t for t in tree if t.start < dated.end and t.end > dated.start]
    if not words:
        return None
    rules = schedule_rules()
    before = tree[words[0].i - 1].lemma if words[0].i else ""
    inside = {before, *(t.lemma for t in words)}
    chain = [t for t in ancestors(tree, words[-1].i) if t.i not in {w.i for w in words}]
    verbs = [t for t in chain if is_verb(t) or t.tag == "JJ"]
    if verbs and verbs[0].i == verb:
        return "new" if inside & rules.new else "old" if inside & rules.old else None
    return "old" if any(t.lemma in rules.former for t in verbs[:3]) else None


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
