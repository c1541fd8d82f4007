"""Give encounters and outcomes the day and place that the article tells in other words.

A sentence may date the handshake rather than the talks, the headline or the dateline name the city,
and a truce be agreed at talks of which only another sentence says where they were held. What the
words for a happening say themselves always prevails.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from schemas.mention import Place, When
from schemas.vocabulary import REMOTE
from streams.extract.allusions import SCENE
from streams.extract.dates import find_dates
from streams.extract.dates.history import NEWS, days_ago, is_before
from streams.extract.dates.patterns import MONTH, WEEKDAY
from streams.extract.document import Document, Mentioned, Passage
from streams.extract.gazetteer import SITES, capital_of, is_state
from streams.extract.mentions import Draft
from streams.extract.rulebook import Rules, load
from streams.extract.speech import speech_rules
from streams.extract.statements.afterwards import is_reaction
from streams.extract.statements.setting import find_where, is_of_another_time
from streams.extract.syntax import ancestors, children, governor, is_verb, subtree
from streams.extract.talks.lexicon import rules
from streams.extract.talks.places import GRADES, WITHIN, as_place
from streams.extract.talks.sighting import Found, evidence_of
from streams.extract.talks.status import is_future, planner
from streams.extract.talks.times import comes_back, head_of, holder_of
from streams.extract.tree import Token

KINDS = frozenset({"talks", "agreement", "ceasefire", "exchange"})
MADE = frozenset({"held", "failed", "under_way", "reached", "signed", "declared", "agreed"})
"""Statuses of what came about on the day and at the place that others of its kind tell of."""
LEAD = 2
"""Sentences, the headline included, in which an article says what is its news."""
NEAR = 1
"""Sentences apart that tell of one and the same occasion."""
TRAVEL = 3
"""Days before which nobody arrives where something is done."""
SHARED = 2
"""Actors that two happenings of one occasion have in common, if they name as many."""
DAY_BEHIND = re.compile(
    rf"\s(?:late\s|early\s|earlier\s)?(?:on\s)?(?:late\s|last\s|this\s)?"
    rf"(?:{WEEKDAY}|{MONTH}|\d{{1,2}}\s{MONTH}|today|yesterday)\b"
)


class SceneRules(Rules, frozen=True):
    """`rules/scenes.yaml`."""

    occasions: frozenset[str]
    results: frozenset[str]
    attending: frozenset[str]
    reaching: frozenset[str]
    announcing: frozenset[str]
    bureaus: frozenset[str]


def scene_rules() -> SceneRules:
    """Return the rules on what has its day and place in common with a happening."""
    return load("scenes", SceneRules)


@dataclass(frozen=True, slots=True)
class Told:
    """A draft and the sentences that it is told in, with where else its day and place stand."""

    draft: Draft
    sentences: frozenset[int]

    @property
    def leads(self) -> bool:
        """Say whether it is the news of the article."""
        return min(self.sentences, default=LEAD + 1) <= LEAD

    @property
    def open_place(self) -> bool:
        """Say whether a place is lacking that it may have."""
        draft = self.draft
        return draft.place is None and draft.format not in REMOTE and _has_come_about(draft)

    @property
    def open_day(self) -> bool:
        """Say whether a day is lacking that it may have."""
        return self.draft.when is None and _has_come_about(self.draft)


def completed(document: Document, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Return the drafts, with day and place where the article tells them elsewhere."""
    told = [Told(draft, _sentences(document, draft)) for draft in drafts]
    scenes = _Scenes(document)
    told = [_by_scene(one, scenes) for one in told]
    told = [_by_companion(one, told) for one in told]
    told = [_by_frame(one, _of_others(one, told), document, scenes) for one in told]
    return tuple(one.draft for one in told)


def _has_come_about(draft: Draft) -> bool:
    if draft.kind not in KINDS or draft.modality != "asserted":
        return False
    return draft.status in MADE or (draft.kind == "talks" and draft.status is None)


def _sentences(document: Document, draft: Draft) -> frozenset[int]:
    """Return the indices of the sentences that tell of a draft."""
    starts = [p.sentence.start for p in document.passages]
    kinds = (e.start for e in draft.evidence if e.field == "kind")
    return frozenset(max(0, bisect_right(starts, start) - 1) for start in kinds)


class _Scenes:
    """Where and when it is in each sentence, looked for once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._places: dict[int, Found[Place] | None] = {}
        self._days: dict[tuple[int, bool], Found[When] | None] = {}

    def place(self, index: int) -> Found[Place] | None:
        """Return the one place of what those in a sentence do there."""
        if index not in self._places:
            self._places[index] = _place_in(self._document.passages[index])
        return self._places[index]

    def day(self, index: int, *, announced: bool) -> Found[When] | None:
        """Return the one day on which something is done, or `announced`, in a sentence."""
        key = (index, announced)
        if key not in self._days:
            passage, published_at = self._document.passages[index], self._document.published_at
            self._days[key] = _day_in(passage, published_at, announced=announced)
        return self._days[key]

    def is_old(self, day: Found[When]) -> bool:
        """Say whether a day is too long ago for what an article has for its news."""
        return days_ago(day.value, self._document.published_at) > NEWS

    def is_earlier(self, index: int, when: When | None) -> bool:
        """Say whether all done in a sentence is of days well before one: "HAD signed in May"."""
        passage, published_at = self._document.passages[index], self._document.published_at
        found = find_dates(passage.sentence.text, published_at, "past") if when else ()
        deeds = (d for d in found if _is_of_deed(passage, head_of(passage.tree, d), announced=True))
        before = [is_before(d.when, when, by=_travel(d.when)) for d in deeds]
        return bool(before) and all(before)

    def is_main(self, index: int, draft: Draft) -> bool:
        """Say whether a sentence tells of a draft outside clauses of another time."""
        passage = self._document.passages[index]
        start, end = passage.sentence.start, passage.sentence.end
        words = [
            token
            for e in draft.evidence
            if e.field == "kind" and start <= e.start < end
            for token in passage.tree
            if token.start <= e.start - start < token.end
        ]
        return not words or not all(_is_apart(passage, token) for token in words)


def _is_apart(passage: Passage, token: Token) -> bool:
    """Say whether a word stands in a relative clause, or one with "after": at another time."""
    return any(
        t.dep == "relcl" or is_of_another_time(passage.tree, t)
        for t in (token, *ancestors(passage.tree, token.i))
    )


def _place_in(passage: Passage) -> Found[Place] | None:
    if not any(m.name.type in GRADES for m in passage.mentioned):
        return None
    found = [p for t in passage.tree if t.i not in passage.at and (p := _place_at(passage, t))]
    found += [as_place(m.name) for m in passage.mentioned if _has_its_day(passage, m)]
    held = [p for p in found if p.value.name not in rules().battlefields]
    return min(held, key=lambda p: is_country(p.value), default=None)


def _has_its_day(passage: Passage, m: Mentioned) -> bool:
    """Say whether a place stands beside the day on which something is done: "in Rome on Friday"."""
    word = passage.tree[m.head]
    if m.name.type not in SITES or word.dep != "pobj":
        return False
    behind = passage.sentence.text[m.name.end - passage.sentence.start :]
    verb = governor(passage.tree, m.head)
    done = verb is not None and passage.tree[verb].lemma not in speech_rules().verbs
    return done and passage.tree[word.head].lemma in WITHIN and bool(DAY_BEHIND.match(behind))


def _place_at(passage: Passage, token: Token) -> Found[Place] | None:
    """Return where it is that a verb or noun says is done."""
    known = scene_rules()
    if is_verb(token) and token.lemma in known.reaching:
        return _reached(passage, token)
    telling = token.lemma in known.attending | known.occasions
    telling = telling or (passage.headline and token.lemma in known.results)
    place = find_where(passage, token.i) if telling else None
    if place is None or token.lemma in rules().called:
        return place
    # What stands in front may as well be a party: "Kyiv swap list".
    return place if place.start > passage.sentence.start + token.start else None


def _reached(passage: Passage, verb: Token) -> Found[Place] | None:
    """Return the place that is the object of a verb: "left Geneva", "reached the resort of X"."""
    under = {i for t in children(passage.tree, verb.i, "dobj") for i in subtree(passage.tree, t.i)}
    name = next(
        (m.name for m in passage.mentioned if m.name.type in SITES and m.head in under), None
    )
    return as_place(name) if name else None


def is_country(place: Place) -> bool:
    """Say whether a place is no more than a country; Singapore is a city, too."""
    return is_state(place.name) and capital_of(place.country or "") != place.name


def _day_in(passage: Passage, published_at: str | None, *, announced: bool) -> Found[When] | None:
    """Return the day of what is done, not said, in a sentence; none of several."""
    days = [
        Found(dated.when, passage.sentence.start + dated.start, passage.sentence.start + dated.end)
        for dated in find_dates(passage.sentence.text, published_at, "past")
        if dated.when.precision == "day"
        and not _is_open(dated.when)
        and _is_of_deed(passage, head_of(passage.tree, dated), announced=announced)
    ]
    if len(days) != 1 or published_at is None:
        return None
    start = days[0].value.start
    return days[0] if start is not None and start[:10] <= published_at[:10] else None


def _travel(when: When) -> int:
    """Return how many days after a date those may be done with travelling who set out on it."""
    return TRAVEL if when.precision == "day" else 1


def _is_open(when: When) -> bool:
    """Say whether a date only bounds a time: "the fifth session SINCE April 12"."""
    return (when.text or "").lower().startswith(("since ", "until ", "till "))


def _is_of_deed(passage: Passage, head: Token | None, *, announced: bool) -> bool:
    """Say whether a day is that of something done, and not said or still to be done."""
    holder = holder_of(passage, head) if head is not None else None
    if holder is None:
        return False
    if is_verb(holder):
        said = speech_rules().verbs - (scene_rules().announcing if announced else frozenset())
        to_do = is_future(passage.tree, holder.i) or planner(passage.tree, holder.i) is not None
        done = not to_do and not is_reaction(passage.tree, holder.i)
        done = done and not comes_back(passage.tree, holder.i)
        return holder.lemma not in said and done
    return holder.lemma in scene_rules().occasions


def _by_scene(told: Told, scenes: _Scenes) -> Told:
    """Complete a draft from its own sentences, the body's before the headline's."""
    own = sorted(told.sentences, key=lambda n: (n == 0, n))
    dated = [n for n in own if scenes.is_main(n, told.draft)]
    day = _day_of_scene(told, dated, scenes) if told.open_day else None
    here = (n for n in own if not scenes.is_earlier(n, told.draft.when))
    return _with(told, _scene_of(told, here, scenes) if told.open_place else None, day)


def _day_of_scene(told: Told, sentences: Iterable[int], scenes: _Scenes) -> Found[When] | None:
    """Return the first day in sentences; an outcome may come about by being announced.

    An older day than news has is that of an earlier step: "B had signed on AUGUST 3".
    """
    announced = told.draft.kind != "talks"
    days = (scenes.day(n, announced=announced) for n in sentences)
    return next((day for day in days if day and not (told.leads and scenes.is_old(day))), None)


def _scene_of(told: Told, sentences: Iterable[int], scenes: _Scenes) -> Found[Place] | None:
    """Return the first place in sentences; the country of a party is none."""
    parties = {p.actor for p in told.draft.parties if p.role == "party"}
    found = (p for n in sentences if (p := scenes.place(n)))
    return next(
        (p for p in found if not (is_country(p.value) and p.value.country in parties)), None
    )


def _by_companion(told: Told, others: Sequence[Told]) -> Told:
    """Complete a draft from one that came about on the same occasion."""
    if told.draft.status is None or not (told.open_place or told.open_day):
        return told
    beside = [o for o in others if o is not told and _on_one_occasion(told, o)]
    where = next((place for o in beside if (place := _place_of(o.draft))), None)
    day = next((day for o in beside if (day := _day_of(o.draft))), None)
    return _with(told, where if told.open_place else None, day if told.open_day else None)


def _on_one_occasion(one: Told, other: Told) -> bool:
    if one.draft.kind == other.draft.kind:
        return False  # two rounds are two occasions
    if not _has_come_about(other.draft) or other.draft.background:
        return False
    mine, theirs = ({p.actor for p in t.draft.parties if p.role == "party"} for t in (one, other))
    if len(mine & theirs) < min(SHARED, len(mine), len(theirs)):
        return False
    days = {day[:10] for t in (one, other) if (w := t.draft.when) and (day := w.start or w.end)}
    if len(days) > 1:
        return False
    both_lead = one.leads and other.leads
    return both_lead or any(abs(a - b) <= NEAR for a in one.sentences for b in other.sentences)


def _place_of(draft: Draft) -> Found[Place] | None:
    where = next((e for e in draft.evidence if e.field == "place"), None)
    return Found(draft.place, where.start, where.end) if draft.place and where else None


def _day_of(draft: Draft) -> Found[When] | None:
    where = next((e for e in draft.evidence if e.field == "when"), None)
    when = draft.when
    day = when is not None and when.precision == "day" and when.start and not _is_open(when)
    return Found(when, where.start, where.end) if when and day and where else None


def _of_others(told: Told, all_told: Sequence[Told]) -> frozenset[int]:
    """Return the sentences that tell of a like outcome between others, and not of it."""
    mine = {p.actor for p in told.draft.parties}
    like = (o for o in all_told if told.draft.kind == o.draft.kind != "talks")
    others = (o.sentences for o in like if not mine >= {p.actor for p in o.draft.parties})
    return frozenset[int]().union(*others) - told.sentences


def _by_frame(told: Told, of_others: frozenset[int], document: Document, scenes: _Scenes) -> Told:
    """Complete the news of the article from headline and dateline."""
    if not told.leads or not told.sentences:
        return told
    lead = [n for n in range(min(LEAD + 1, len(document.passages))) if n not in of_others]
    here = (n for n in lead if not scenes.is_earlier(n, told.draft.when))
    scene = _scene_of(told, here, scenes) if told.open_place else None
    news = any(scenes.is_main(n, told.draft) for n in told.sentences)
    about = (n for n in lead if _is_about(document.passages[n], told))
    day = _day_of_scene(told, about, scenes) if told.open_day and news else None
    dateline = _dateline(told.draft, document)
    known = scene.value if scene else told.draft.place
    if known is None:
        return _with(told, dateline if told.open_place else None, day)
    cities = (dateline, *(scenes.place(n) for n in lead)) if is_country(known) else ()
    city = next((c for c in cities if c and _lies_in(c.value, known)), None)
    return _with(told, city or scene, day)


def _is_about(passage: Passage, told: Told) -> bool:
    """Say whether a sentence tells of a draft, or of one who has a part in it."""
    actors = {p.actor for p in told.draft.parties}
    return passage.index in told.sentences or any(m.name.actor in actors for m in passage.mentioned)


def _lies_in(city: Place, country: Place) -> bool:
    return city.country == country.country and not is_country(city)


def _dateline(draft: Draft, document: Document) -> Found[Place] | None:
    """Return where the reporter was, if that is likely where the parties were.

    Not where reporters of the region live or one party governs, unless the text names it again as
    a place, and none where the other party governs.
    """
    name = next((d.place for d in document.datelines), None)
    if name is None:
        return None
    parties = {p.actor for p in draft.parties if p.role == "party"}
    at_home = name.country in parties or name.text in scene_rules().bureaus
    told = tuple(_told_places(document)) if at_home else ()
    abroad = any(place.country in parties - {name.country} for place in told)
    again = any(place.name == name.text for place in told) and not abroad
    return None if at_home and not again else as_place(name)


def _told_places(document: Document) -> Iterator[Place]:
    """Yield what the text names as a place: "in Doha", "from the Qatari capital"."""
    text = document.text
    for name in document.names:
        before = text[max(0, name.start - 12) : name.start].lower().split()[-2:]
        if name.type in SITES and SCENE.intersection(before):
            yield as_place(name).value


def _with(told: Told, place: Found[Place] | None, day: Found[When] | None) -> Told:
    """Return a draft with the place and the day, and the words behind them."""
    changes: dict[str, object] = {}
    if place is not None:
        changes["place"] = place.value
    if day is not None:
        changes["when"] = day.value
    if not changes:
        return told
    evidence = (*told.draft.evidence, *evidence_of("place", place), *evidence_of("when", day))
    draft = msgspec.structs.replace(told.draft, evidence=evidence, **changes)
    return Told(draft, told.sentences)
