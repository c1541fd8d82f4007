"""Say when an encounter takes place and how long it lasts, as far as its sentence says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from schemas.mention import When
from schemas.vocabulary import Status
from streams.days import DAY
from streams.extract.dates import Dated, find_dates
from streams.extract.document import Passage
from streams.extract.speech import speech_rules
from streams.extract.syntax import (
    ancestors,
    children,
    has_to,
    is_passive,
    is_past,
    is_verb,
    marks,
)
from streams.extract.talks.lexicon import rules, status_rules
from streams.extract.talks.schedule import schedule_rules
from streams.extract.talks.sighting import Found
from streams.extract.talks.status import Tense, is_future, was_to_have
from streams.extract.talks.tied import tied_words
from streams.extract.talks.triggers import Trigger
from streams.extract.talks.verbs import is_among, verb_names
from streams.extract.tree import Token, Tree

WEEK = 7
COUNTED = 6
"""Words before a period in which the number stands: "their THIRD round of talks this YEAR"."""
PUT_OFF: tuple[Status, ...] = ("postponed", "cancelled")
BACK = frozenset({"arrive", "return"})
COMING_BACK = frozenset({"come home", "fly home", "come back", "get back", "fly back", "land"})
ENDED = frozenset({"VBD", "VBN", "NN"})
"""Tags of words that tell of an end as of something that has come."""
DECIDING = frozenset("agree decide offer propose promise vow pledge refuse vote ask".split())


@dataclass(frozen=True, slots=True)
class Times:
    """The dates of an encounter in one sentence; `former` is one that no longer holds."""

    when: tuple[Found[When], ...]
    former: Found[When] | None


def find_times(passage: Passage, trigger: Trigger, published_at: str | None, tense: Tense) -> Times:
    """Return the dates that hang on the encounter, in the order of the sentence.

    Failing that, the day of what was done right after it: "said on Tuesday after talks in X".
    """
    tied = tied_words(passage, trigger) - _announcing(passage, trigger)
    dates = find_dates(passage.sentence.text, published_at, tense)
    if _is_called_off(passage.tree, trigger):
        recent = _of_last_week(passage, published_at)
        dates = tuple(d for d in dates if d.start not in recent or _is_own(passage, trigger, d))
    times = _tied_times(passage, trigger, dates, tied)
    later = frozenset(_done_after(passage.tree, trigger)) if trigger.sort else frozenset()
    later = frozenset(i for i in later if not comes_back(passage.tree, i))
    if times.when or times.former or not later:
        return times
    done = _tied_times(
        passage, trigger, find_dates(passage.sentence.text, published_at, "past"), later
    )
    # "Plan to meet next week after talks in X": what is still to come tells no day of these.
    return Times(tuple(w for w in done.when if not _is_after(w.value, published_at)), done.former)


def _is_called_off(tree: Tree, trigger: Trigger) -> bool:
    """Say whether somebody has undone the encounter: "CANCELLED talks", not "talks he cancelled".

    The parser hangs the day of it on the talks, of which it stands behind the other side.
    """
    verb = trigger.verb
    if verb is None or trigger.relation != "object" or is_passive(tree, verb):
        return False
    put_off = any(is_among(tree, verb, status_rules().phases[s]) for s in PUT_OFF)
    return put_off and is_past(tree, verb)


def _of_last_week(passage: Passage, published_at: str | None) -> frozenset[int]:
    """Return where the dates stand that are days of the last week for what has happened."""
    if published_at is None:
        return frozenset()
    today = date.fromisoformat(published_at[:DAY])
    week = {(today - timedelta(days=ago)).isoformat() for ago in range(WEEK)}
    found = find_dates(passage.sentence.text, published_at, "past")
    return frozenset(d.start for d in found if d.when.start in week)


def _is_own(passage: Passage, trigger: Trigger, dated: Dated) -> bool:
    """Say whether a date is that of the encounter: "FRIDAY's talks", "set FOR Friday"."""
    head = head_of(passage.tree, dated)
    if head is None or head.lemma == "for" or head.dep in {"poss", "compound", "nmod"}:
        return True
    holder = holder_of(passage, head)
    return holder is not None and holder.i not in {trigger.verb, *trigger.chain}


def _is_after(when: When, published_at: str | None) -> bool:
    first = when.start or when.end
    return first is not None and published_at is not None and first[:DAY] > published_at[:DAY]


def _done_after(tree: Tree, trigger: Trigger) -> Iterator[int]:
    """Yield the verb that the encounter stands behind, and those of saying above it.

    "Said on Tuesday after talks", "said on Tuesday as the two met", not "said on Tuesday, two days
    after they met".
    """
    verb = trigger.verb
    if verb is None:
        return
    if trigger.relation in {"self", "subject", "object"}:
        timed = marks(tree, verb) & MEANWHILE and not any(children(tree, verb, "npadvmod"))
        verb = tree[verb].head if timed and tree[verb].dep == "advcl" else None
    elif trigger.prep not in status_rules().after - {"since"} or tree[verb].tag == "VB":
        return  # "agreed to hold a vote in May after talks": that day is still to come
    if verb is not None:
        yield verb
        above = ancestors(tree, verb)
        yield from (t.i for t in above if is_verb(t) and t.lemma in speech_rules().verbs)


def comes_back(tree: Tree, verb: int) -> bool:
    """Say whether somebody is back from something, days later: "RETURNED on Wednesday after"."""
    back = tree[verb].lemma in BACK or is_among(tree, verb, COMING_BACK)
    return back and any(t.lemma in {"after", "following", "from"} for t in children(tree, verb))


def _tied_times(
    passage: Passage, trigger: Trigger, dates: Iterable[Dated], tied: frozenset[int]
) -> Times:
    when, former = [], []
    for dated in dates:
        head = head_of(passage.tree, dated)
        if head is None or not _hangs_on(passage, head, tied):
            continue
        if _is_of_count(passage.tree, dated, head):
            continue
        holder = holder_of(passage, head)
        if _is_of_decision(passage.tree, trigger, holder, head):
            continue
        if holder is not None and _is_former(passage.tree, holder):
            former.append(_found(passage, dated, dated.when))
        else:
            told = _found(passage, dated, _closing(passage.tree, trigger, holder, dated.when))
            when.append((told, holder))
    # "Agreed on Sunday to MEET next week": the day of what is done is not that of what is to come.
    own = [told for told, holder in when if trigger.relation == "self" and _is_at(holder, trigger)]
    return Times(tuple(own or (told for told, _ in when)), next(iter(former), None))


def _is_of_count(tree: Tree, dated: Dated, date: Token) -> bool:
    """Say whether a period tells how often, not when: "their THIRD summit THIS YEAR"."""
    of_period = dated.when.precision in {"year", "month"}
    this = any(t.text.lower() == "this" for t in children(tree, date.i, "det"))
    before = tree[max(date.i - COUNTED, 0) : date.i]
    return of_period and this and any(t.text.lower() in rules().ordinals for t in before)


def _is_of_decision(tree: Tree, trigger: Trigger, holder: Token | None, date: Token) -> bool:
    """Say whether a date is that of deciding to hold it: "agreed ON FRIDAY to hold talks"."""
    verb = tree[trigger.verb if trigger.verb is not None else trigger.word]
    decided = verb.dep == "xcomp" and has_to(tree, verb.i) and date.i < verb.i
    return decided and holder is not None and holder.i == verb.head and holder.lemma in DECIDING


def _is_at(holder: Token | None, trigger: Trigger) -> bool:
    return holder is not None and holder.i == trigger.word


def _announcing(passage: Passage, trigger: Trigger) -> frozenset[int]:
    """Return verbs whose date is that of a decision: "on Thursday called off the talks"."""
    verb = trigger.verb
    if verb is None or trigger.relation == "self":
        return frozenset()
    changes = frozenset().union(*schedule_rules().changes.values())
    changed = any(name in changes for name in verb_names(passage.tree, verb, changes))
    resumed = passage.tree[verb].lemma in schedule_rules().changes["resumed"]
    return frozenset({verb}) if changed and not resumed else frozenset()


def _found(passage: Passage, dated: Dated, when: When) -> Found[When]:
    offset = passage.sentence.start
    return Found(when, dated.start + offset, dated.end + offset)


def head_of(tree: Tree, dated: Dated) -> Token | None:
    """Return the word of a date phrase that the others hang on."""
    words = [t for t in tree if t.start < dated.end and t.end > dated.start]
    inside = {t.i for t in words}
    return next((t for t in words if t.head not in inside), words[-1] if words else None)


def _hangs_on(passage: Passage, head: Token, tied: frozenset[int]) -> bool:
    if head.i in tied or head.head in tied:
        return True
    for above in ancestors(passage.tree, head.i):
        if above.i in tied:
            return True
        if is_verb(above) or _is_dated(passage, above):
            return False
    return False


def _is_dated(passage: Passage, word: Token) -> bool:
    """Say whether a word is a noun that can have a date: no hour, no place, no name.

    These stand between the date and what it dates: "at noon on Friday", "in a hotel on Friday".
    """
    if not word.tag.startswith("NN") or word.i in passage.at or _is_beside(passage.tree, word):
        return False
    return word.lemma not in rules().hours | rules().sites


def _is_beside(tree: Tree, word: Token) -> bool:
    """Say whether a word is only what they meet beside: "on the sidelines of the summit"."""
    holder = tree[tree[word.head].head] if word.dep == "pobj" else word
    return bool(rules().margins & {word.lemma, holder.lemma})


def holder_of(passage: Passage, head: Token) -> Token | None:
    """Return the verb or noun that a date phrase dates."""
    above = (t for t in ancestors(passage.tree, head.i) if is_verb(t) or _is_dated(passage, t))
    return next(above, None)


def _is_former(tree: Tree, holder: Token) -> bool:
    """Say whether a date is one that came to nothing: "were to have met on", "had been due on"."""
    if not is_verb(holder):
        return False
    auxiliaries = {t.lemma for t in children(tree, holder.i, "aux", "auxpass")}
    if was_to_have(tree, holder.i):
        return True
    if auxiliaries & {"will", "would"} and any(children(tree, holder.i, "neg")):
        return True  # "will not resume next week as planned"
    verbs = (holder, *(t for t in ancestors(tree, holder.i) if is_verb(t) or t.tag == "JJ"))
    return any(_had_been_planned(tree, t) for t in verbs[:3])


def _had_been_planned(tree: Tree, word: Token) -> bool:
    """Say whether a plan is told in the past perfect: "HAD BEEN scheduled", "HAD BEEN due"."""
    if word.lemma in status_rules().planning and is_verb(word):
        return any(t.text.lower() == "had" for t in children(tree, word.i, "aux"))
    due = any(t.lemma in status_rules().planning for t in children(tree, word.i, "acomp"))
    return due and any(t.text.lower() == "had" for t in children(tree, word.i, "aux"))


def _closing(tree: Tree, trigger: Trigger, holder: Token | None, when: When) -> When:
    """Return a date as the last day where it is one: "ended on Friday"."""
    if holder is None or when.precision != "day" or when.start is None:
        return when
    if not trigger.sort and holder.tag in ENDED and not is_future(tree, holder.i):
        return when  # of a truce that "ended on Friday" the end is what is told
    ends = (
        is_among(tree, holder.i, status_rules().endings)
        if is_verb(holder)
        else holder.lemma in status_rules().endings
    )
    # The end of "the first day of talks" is not theirs, that of "two days of talks" is.
    if not ends or any(tree[n].text.lower() == "day" for n in trigger.chain[1:]):
        return when
    return When(precision="day", end=when.end or when.start, text=when.text)


MEANWHILE = frozenset({"after", "as", "when", "while"})
"""Words that set a clause at the time of the one above it, unless it says how long after."""
REACH = 8
"""Words before the noun in which its number of days stands."""
LONGEST = 31
"""Days; what lasts longer is no encounter."""
BEFORE = re.compile(r"\b(\w+)\s?[- ‑–]\s?days?\b(?!\s+(?:after|before|ago|later|earlier))", re.I)
LASTING = re.compile(
    r"\b(?:last(?:ed|s|ing)?|runs?|ran|over|after|for|spent|spend)\s(?:\w+\s){0,3}?"
    r"(\w+(?:\sand\sa\shalf)?)\s(days?|hours?)\b(?!\s+(?:after|before|ago|later|earlier))",
    re.I,
)


def duration(passage: Passage, trigger: Trigger) -> Found[int] | None:
    """Return how many days the encounter lasts: "two-day talks", "after three days"."""
    return (
        _days_before(passage, trigger)
        or _days_behind(passage, trigger)
        or _one_day(passage, trigger)
    )


def _days_before(passage: Passage, trigger: Trigger) -> Found[int] | None:
    tree = passage.tree
    top = max(trigger.chain)
    start = tree[max(0, min(trigger.chain) - REACH)].start
    match = BEFORE.search(passage.sentence.text[start : tree[top].end])
    days = _number(match.group(1)) if match else None
    if match is None or days is None or days == 1:
        return None
    offset = passage.sentence.start + start
    return Found(days, offset + match.start(), offset + match.end())


def _days_behind(passage: Passage, trigger: Trigger) -> Found[int] | None:
    tied = tied_words(passage, trigger)
    for match in LASTING.finditer(passage.sentence.text):
        unit = next((t for t in passage.tree if t.start == match.start(2)), None)
        if unit is None or not _hangs_on(passage, unit, tied):
            continue
        days = 1 if match.group(2).lower().startswith("hour") else _number(match.group(1))
        if days is not None:
            offset = passage.sentence.start
            return Found(days, offset + match.start(), offset + match.end())
    return None


def _one_day(passage: Passage, trigger: Trigger) -> Found[int] | None:
    """Return a day for what by its name lasts no longer: a meeting, a call."""
    word = passage.tree[trigger.word]
    single = word.lemma in rules().of_one_day and word.tag in {"NN", "NNP"}
    return Found(1, *passage.span(word.i, word.i)) if single else None


def _number(word: str) -> int | None:
    number = int(word) if word.isdigit() else rules().cardinals.get(word.lower())
    return number if number is not None and 1 <= number <= LONGEST else None
