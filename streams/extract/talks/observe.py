"""Read every trigger of a document into a sighting, or say why it is none."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice

from schemas.mention import When
from schemas.vocabulary import REMOTE
from streams.days import WEEKDAYS
from streams.extract.dates.history import BY_AND_LARGE
from streams.extract.document import Document, Passage
from streams.extract.syntax import ancestors, children, is_verb, marks, phrase, subjects
from streams.extract.talks.features import find_format, find_issue, find_round
from streams.extract.talks.journeys import find_forbidden, find_journeys, hosts_of
from streams.extract.talks.lexicon import rules, status_rules
from streams.extract.talks.participants import MIN_ACTORS, denoted, find_participants
from streams.extract.talks.places import find_place, site_of
from streams.extract.talks.schedule import find_delay, rescheduled
from streams.extract.talks.scope import out_of_scope
from streams.extract.talks.sighting import Found, Note, Participant, Sighting, participant
from streams.extract.talks.speaker import find_speaker
from streams.extract.talks.standing import COMMANDING, Standing, find_standing
from streams.extract.talks.status import leaves
from streams.extract.talks.table import stands_aside
from streams.extract.talks.times import Times, duration, find_times
from streams.extract.talks.triggers import Trigger, find_triggers
from streams.extract.tree import Token, Tree

HEADING = 8
"""Words that the heading of a paragraph has at most."""
KNOWING = frozenset({"close", "familiar", "privy", "knowledge", "acquainted"})
"""What a source is to talks, or has of them."""
PUT_OFF = frozenset({"postponed", "cancelled"})
OWN_DAYS = frozenset(
    {*WEEKDAYS, "today", "yesterday", "tomorrow", "week", "weekend", "month", "year"}
)
"""Owners of an encounter that say which one is meant: "FRIDAY's session"."""
SINCE = frozenset({"since", "after"})
ABOVE = 3
"""Verbs above an encounter by which it is told since when: "since they AGREED to meet"."""
BOTH = frozenset({"they", "two", "pair", "both"})
DEFINITE = frozenset(
    {"the", "these", "those", "this", "that", "both", "their", "his", "her", "its", "such"}
)


def observe(document: Document) -> tuple[tuple[Sighting, ...], tuple[Note, ...]]:
    """Return what each sentence says of an encounter, and why a trigger says nothing."""
    sightings, notes = [], []
    found = [_triggers(p) for p in document.passages]
    lead = next((p.index for p in document.passages if not p.headline), -1)
    first = found[lead][:1] if lead >= 0 else ()
    # A headline speaks of what the lead tells first: where that is out of scope, both are.
    opening = out_of_scope(document.passages[lead], first[0]) if first else None
    for passage, triggers in zip(document.passages, found, strict=True):
        met = frozenset(t.word for t in triggers if t.relation == "self")
        for trigger in triggers:
            reason = opening if passage.index <= lead else None
            reason = reason or out_of_scope(passage, trigger) or _of_source(passage, trigger)
            if reason:
                notes.append(Note(*passage.span(trigger.word, trigger.word), reason))
                continue
            sightings.append(_sighting(document, passage, trigger, met))
    return tuple(sightings), tuple(notes)


def _triggers(passage: Passage) -> tuple[Trigger, ...]:
    """Return the words that stand for an encounter, for a visit at least."""
    found = find_triggers(passage)
    return (*found, *find_forbidden(passage)) if found else find_journeys(passage)


def _of_source(passage: Passage, trigger: Trigger) -> str | None:
    """Say where words only tell who speaks: "an official CLOSE to the talks"."""
    tree, top = passage.tree, passage.tree[trigger.anchor]
    holder = tree[tree[top.head].head]
    of_source = top.dep == "pobj" and holder.lemma in KNOWING and not is_verb(holder)
    return f"only says who speaks: {holder.text}" if of_source else None


def _sighting(
    document: Document, passage: Passage, trigger: Trigger, met: frozenset[int]
) -> Sighting:
    """Return what a trigger says; `met` are the verbs of its sentence that are triggers, too."""
    standing = find_standing(passage, trigger)
    start, end = _extent(passage, trigger)
    place = find_place(passage, trigger)
    times = find_times(passage, trigger, document.published_at, standing.tense)
    shape = find_format(passage, trigger)
    on = tuple(w for w in times.when if _is_on(w, standing))
    # "The first since they resumed talks in 2023": that is no day of the talks in focus.
    told = trigger.verb if trigger.relation in {"object", "subject"} else None
    if told is not None and _stands_behind(passage.tree, told, {"since"}):
        on = tuple(w for w in on if not _is_by_and_large(w))
    delay, when = rescheduled(find_delay(passage, trigger, document.published_at), on)
    days = [w.value.start for w in when if w.value.start]
    if document.published_at:
        standing = _to_come(passage, trigger, standing, days, document.published_at)
    taking_part = find_participants(passage, trigger) or _they(document, passage, trigger)
    taking_part = taking_part or _telling(passage, trigger)
    return Sighting(
        sentence=passage.index,
        headline=passage.headline,
        start=start,
        end=end,
        sort="call" if shape and shape.value in REMOTE else trigger.sort,
        verbal=trigger.relation == "self",
        definite=_is_definite(passage, trigger),
        modality=standing.modality,
        participants=taking_part,
        needed=trigger.needed,
        status=standing.status,
        firm=standing.firm and not passage.headline and not _is_only_former(standing, times),
        round=find_round(passage, trigger),
        format=shape,
        place=place,
        site=site_of(place, passage),
        when=when,
        days=duration(passage, trigger),
        former=times.former,
        contrast="earlier"
        if _is_before(trigger, met) or _is_long_since(passage, trigger, when)
        else _contrast(passage, trigger, standing),
        ahead=_is_ahead(passage, trigger),
        issue=find_issue(passage, trigger),
        delay=delay,
        speaker=find_speaker(document, passage, trigger),
        wished=standing.wished,
        left=leaves(passage, trigger) and _are_gone(passage, trigger, taking_part),
        hosts=_hosts(passage, trigger, taking_part),
        around=_around(document, passage),
    )


def _are_gone(passage: Passage, trigger: Trigger, known: tuple[Participant, ...]) -> bool:
    """Say whether all who are named are those who walk out: "A and B LEFT the talks"."""
    leaving = subjects(passage.tree, trigger.verb) if trigger.verb is not None else ()
    gone = {p.actor for who in leaving for p in denoted(passage, who)}
    return {p.actor for p in known if p.role == "party"} <= gone


def _hosts(
    passage: Passage, trigger: Trigger, known: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """Return to whose seat of government one goes who meets nobody named: "in A for talks"."""
    alone = len({p.actor for p in known}) < MIN_ACTORS
    going = trigger.relation == "self" or trigger.prep == "for"
    if trigger.verb is None or not (alone and going):
        return ()
    verb = passage.tree[trigger.verb]
    there = verb.head if verb.dep in {"advcl", "xcomp"} else verb.i  # "in A TO DISCUSS the war"
    return tuple(hosts_of(passage, verb.i)) or tuple(hosts_of(passage, there))


def _they(document: Document, passage: Passage, trigger: Trigger) -> tuple[Participant, ...]:
    """Return who "they" or "the two" are who meet: the last who acted together before."""
    acting = subjects(passage.tree, trigger.word) if trigger.relation == "self" else ()
    pronoun = next((i for i in acting if passage.tree[i].text.lower() in BOTH), None)
    if pronoun is None:
        return ()
    earlier = reversed(document.passages[max(passage.index - 1, 0) : passage.index])
    for where, end in ((passage, pronoun), *((p, len(p.tree)) for p in earlier)):
        for noun in reversed(where.tree[:end]):
            together = {p.actor: p for p in denoted(where, noun.i)} if _acts(noun) else {}
            if len(together) > 1:
                return tuple(replace(p, person=False) for p in together.values())
    return ()


def _telling(passage: Passage, trigger: Trigger) -> tuple[Participant, ...]:
    """Return who tells his own people to go somewhere, or not to: "A told ITS envoy not to GO"."""
    tree = passage.tree
    word = tree[trigger.word]
    if trigger.relation != "self" or word.dep != "xcomp":
        return ()
    telling = subjects(tree, word.head) if tree[word.head].lemma in COMMANDING else ()
    return tuple(replace(p, person=False) for who in telling for p in denoted(passage, who))


def _acts(noun: Token) -> bool:
    return noun.dep in {"nsubj", "nsubjpass"}


def _to_come(
    passage: Passage, trigger: Trigger, standing: Standing, days: Iterable[str], today: str
) -> Standing:
    """Return the standing, planned for what the present tells of a later day: "resume in May"."""
    status, verb = standing.status, trigger.verb
    if status is None or status.value != "under_way" or verb is None:
        return standing
    first = min(days, default="")
    if passage.tree[verb].tag not in {"VBZ", "VBP"} or first[:10] <= today[:10]:
        return standing
    return replace(standing, status=replace(status, value="planned"), modality="planned")


def _is_on(when: Found[When], standing: Standing) -> bool:
    """Say whether a date is the encounter's: not that of "the first since 2021"."""
    since = (when.value.text or "").lower().startswith("since")
    return not since or (standing.status is not None and standing.status.value == "under_way")


def _around(document: Document, passage: Passage) -> tuple[Participant, ...]:
    """Return the actors of the heading of a paragraph: "Iran and the United States. At a villa"."""
    begins = document.text.rfind("\n", 0, passage.sentence.start) + 1
    heading = next(s for s in document.sentences if s.end > begins)
    if heading is passage.sentence or len(heading.text.split()) > HEADING:
        return ()
    return tuple(
        participant(name, person=False)
        for name in document.names
        if heading.start <= name.start < heading.end and name.actor and not stands_aside(name)
    )


def _extent(passage: Passage, trigger: Trigger) -> tuple[int, int]:
    """Return the offsets of the noun phrase, or of the verb."""
    if trigger.relation == "self":
        return passage.span(trigger.word, trigger.word)
    bounds = [phrase(passage.tree, noun) for noun in trigger.chain]
    return passage.span(min(b[0] for b in bounds), max(b[1] for b in bounds))


def _is_definite(passage: Passage, trigger: Trigger) -> bool:
    """Say whether they point back: "the talks", "Friday's talks", "talks resumed", "both met"."""
    tree = passage.tree
    if trigger.relation == "self":
        return any(_is_collective(tree[s]) for s in subjects(tree, trigger.word))
    words = {t.text.lower() for n in trigger.chain for t in children(tree, n, "det", "poss")}
    if words:
        return bool(words & DEFINITE) or not words.isdisjoint(OWN_DAYS)
    bare = all(first == n for n in trigger.chain[:1] for first, _ in [phrase(tree, n)])
    return bare and (trigger.relation == "subject" or _is_held_by_noun(passage, trigger))


def _is_collective(token: Token) -> bool:
    # The parser takes "the Ministers" for a name, which has no lemma.
    return not {token.lemma, token.lemma.removesuffix("s")}.isdisjoint(rules().collective)


def _is_held_by_noun(passage: Passage, trigger: Trigger) -> bool:
    """Say whether a noun of status stands above: "the end of talks"."""
    top = passage.tree[trigger.anchor]
    if top.dep != "pobj":
        return False
    holder = passage.tree[passage.tree[top.head].head].lemma
    return any(holder in lemmas for lemmas in status_rules().nouns.values())


def _is_only_former(standing: Standing, times: Times) -> bool:
    """Say whether a sentence only tells of a plan that came to nothing, not what became of it."""
    put_off = standing.status is not None and standing.status.value in PUT_OFF
    return times.former is not None and not put_off


def _is_ahead(passage: Passage, trigger: Trigger) -> bool:
    """Say whether the words call it an encounter to come: "the planned meeting"."""
    words = {
        t.text.lower() for n in trigger.chain for t in passage.tree[phrase(passage.tree, n)[0] : n]
    }
    return trigger.relation != "self" and bool(words & status_rules().ahead)


def _is_before(trigger: Trigger, met: frozenset[int]) -> bool:
    """Say whether others meet after it: "agreed to meet again after TALKS in Oman"."""
    return trigger.verb in met and trigger.prep in status_rules().after - {"since"}


def _is_long_since(passage: Passage, trigger: Trigger, when: tuple[Found[When], ...]) -> bool:
    """Say whether it only tells since when something is so: "since the two MET in May"."""
    own = trigger.relation == "self" and _stands_behind(passage.tree, trigger.word, SINCE)
    return own and any(map(_is_by_and_large, when))


def _stands_behind(tree: Tree, verb: int, opening: AbstractSet[str]) -> bool:
    """Say whether a verb's clause, or one above it, opens so: "SINCE they agreed to RESUME"."""
    clauses = (verb, *(t.i for t in islice(filter(is_verb, ancestors(tree, verb)), ABOVE)))
    return any(marks(tree, clause) & opening for clause in clauses)


def _is_by_and_large(when: Found[When]) -> bool:
    return when.value.precision in BY_AND_LARGE


def _contrast(passage: Passage, trigger: Trigger, standing: Standing) -> str | None:
    """Return "other" for "another round", "earlier" for "previous talks", "later" for "next"."""
    own = trigger.relation == "self"
    adverbs = {t.lemma for t in children(passage.tree, trigger.word, "advmod")} if own else set()
    if standing.modality == "planned" and adverbs & status_rules().once_more:
        return "later"
    if adverbs & status_rules().before_now:
        return "earlier"
    for noun in trigger.chain:
        first, last = phrase(passage.tree, noun)
        for token in passage.tree[first : last + 1]:
            if passage.tree[token.head].lemma in OWN_DAYS:
                continue  # "last week's talks" are no other ones than those in focus
            for name, words in status_rules().contrasts.items():
                if token.text.lower() in words and not _is_final(passage, noun, token):
                    return name
    return None


def _is_final(passage: Passage, noun: int, word: Token) -> bool:
    """Say whether a "last" is of what is the last of all: "a LAST round", not "the last round"."""
    articles = {t.text.lower() for t in children(passage.tree, noun, "det")}
    return word.text.lower() == "last" and not articles.isdisjoint({"a", "one"})
