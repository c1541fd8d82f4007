"""Say when and where a statement was made or an outcome came about, as far as its sentence says.

A cue hangs in its sentence as the word for an encounter does: time and place are found alike.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from schemas.mention import Place, When
from schemas.vocabulary import OUTCOMES, Status
from streams.extract.dates import Dated, Tense, find_dates
from streams.extract.dates.history import BY_AND_LARGE
from streams.extract.document import Passage
from streams.extract.speech import speech_rules
from streams.extract.statements.afterwards import told_afterwards
from streams.extract.statements.cues import Cue
from streams.extract.statements.occasions import ARTICLES, occasion
from streams.extract.statements.stages import find_answer
from streams.extract.statements.truces import ORDERING
from streams.extract.syntax import ancestors, behind, children, is_verb, marks, subtree
from streams.extract.talks.places import find_place
from streams.extract.talks.sighting import Found
from streams.extract.talks.status import is_future, planner
from streams.extract.talks.times import find_times, head_of, holder_of
from streams.extract.talks.triggers import trigger_at
from streams.extract.tree import Token, Tree

AHEAD: frozenset[Status] = frozenset({"proposed"})
"""Statuses of what is still to come."""


AGREED: frozenset[Status] = frozenset({"agreed", "declared"})
"""Statuses of what has come about by agreeing to it."""
STARTING = frozenset({"begin", "start", "continue", "resume"})
BEGINNING = frozenset({"begin", "start", "commence"})
FORCE = frozenset({"effect", "force", "place"})
"""What a truce comes into, or takes: "will take EFFECT", "comes into FORCE"."""
FROM = ("from ", "as of ", "as from ", "starting ", "beginning ")
"""How the day is told on which something begins."""
LASTING: frozenset[Status] = frozenset({"in_force", "under_way"})
"""Statuses that something has had since a day."""
PAST = frozenset({"VBD", "VBN"})
ASIDE = frozenset({"acl", "advcl"})
"""How "starting on Monday" hangs on what is to start."""
ENDINGS: frozenset[Status] = frozenset({"ended", "violated", "breached", "extended", "withdrawn"})
"""Statuses of what had been made before: of its making there may be another day."""
MAKING = frozenset(
    "agree announce broker conclude declare forge implement impose negotiate proclaim reach seal "
    "sign strike".split()
)
APART = frozenset({"after", "before", "since", "until"})
"""Words that set a clause at another time than the one above it."""


def find_when(
    passage: Passage, cue: Cue, published_at: str | None, status: Status | None
) -> Found[When] | None:
    """Return the date that hangs on a cue; failing that, the day on which it was said."""
    i = cue.word
    trigger = trigger_at(passage.tree, i)
    ahead = status in AHEAD or is_ahead(passage, i)
    tense: Tense = "future" if ahead else "past"
    own = find_times(passage, trigger, published_at, tense).when
    if status not in LASTING:
        # "their first exchange since August" is none of August
        own = tuple(found for found in own if not _is_since(found.value))
    later = _afterwards(passage, cue, published_at)
    again = _said_again(passage, published_at)
    own = tuple(found for found in own if found.start not in later | again)
    made = _made_on(passage, i) if status in ENDINGS else frozenset()
    own = tuple(found for found in own if found.start not in made)
    if cue.kind == "ceasefire" and status not in LASTING:
        to_begin = _to_begin(passage, published_at)
        # What is told of its beginning comes after what is told of its making.
        own = (
            *(found for found in own if found.start not in to_begin),
            *(to_begin[found.start] for found in own if found.start in to_begin),
        )
    if cue.kind == "agreement" and not ahead:
        # "agreed to add no tariffs AFTER JUNE 1": nor is it of June, "to hold a vote IN MAY" of May
        own = tuple(
            found
            for found in own
            if not (_is_to_come(found.value, published_at) or _is_agreed_for(passage, i, found))
        )
    ordered = _ordered_on(passage, trigger.verb, published_at)
    begun = ordered or _first_of(own)
    begun = begun or _agreed_on(passage, i, published_at, status)
    begun = begun or _staged_on(passage, cue, published_at)
    said = begun or _behind(passage, cue, published_at) or _said_on(passage, i, published_at)
    if said is not None and said.start in later:
        return None
    if said or (cue.kind == "agreement" and not ahead):
        return said  # "agreed to double trade BY 2030": that is no day of the agreement
    until = _until(passage, i, published_at)
    return until if until is None or until.start not in later | made else None


def _first_of(dates: tuple[Found[When], ...]) -> Found[When] | None:
    """Return the first date of some, a day that nothing fixes before any "in 2011" behind it.

    "Was released TODAY in a swap for B's man, jailed in 2011."
    """
    first = next((found for found in dates if found.value.start), None)
    if first is None or first.value.precision not in BY_AND_LARGE:
        return first
    days = (found for found in dates if not (found.value.start or found.value.end))
    return min((first, *days), key=lambda found: found.start)


def _afterwards(passage: Passage, cue: Cue, published_at: str | None) -> frozenset[int]:
    """Return where the days stand on which somebody looked back: "ON MONDAY denied a truce"."""
    found = find_dates(passage.sentence.text, published_at, "past") if cue.kind in OUTCOMES else ()
    held = ((dated, head_of(passage.tree, dated)) for dated in found)
    holders = ((dated, holder_of(passage, head)) for dated, head in held if head is not None)
    return frozenset(
        dated.start + passage.sentence.start
        for dated, holder in holders
        if holder is not None and told_afterwards(passage.tree, holder.i, cue.word)
    )


def _made_on(passage: Passage, i: int) -> frozenset[int]:
    """Return where the words stand that say how it had been made: "ended a truce AGREED IN MAY"."""
    tree = passage.tree
    nouns = (i, *(t.i for t in children(tree, i, "dobj", "nsubjpass", "nsubj")))
    clauses = (t for noun in nouns for t in children(tree, noun, "acl", "relcl"))
    making = (t.i for t in clauses if t.lemma in MAKING and t.tag in PAST)
    words = (w for verb in making for w in subtree(tree, verb))
    return frozenset(passage.sentence.start + tree[w].start for w in words)


def _said_again(passage: Passage, published_at: str | None) -> frozenset[int]:
    """Return where a day stands by a name that is read as of another: "tomorrow, SATURDAY"."""
    text = passage.sentence.text
    dates = find_dates(text, published_at, "past")
    again = (
        two.start
        for one, two in pairwise(dates)
        if text[one.end : two.start] == ", " and one.when.start != two.when.start
    )
    return frozenset(start + passage.sentence.start for start in again)


def _to_begin(passage: Passage, published_at: str | None) -> dict[int, Found[When]]:
    """Return the days on which something is to begin, by where they stand: "from MONDAY"."""
    dates = find_dates(passage.sentence.text, published_at, "future")
    begun = (dated for dated in dates if _is_to_begin(passage, dated))
    found = (_found(passage, dated) for dated in begun)
    return {each.start: each for each in found}


def _is_to_begin(passage: Passage, dated: Dated) -> bool:
    """Say whether on a day something is to begin: "due to START on", "EFFECTIVE", "from"."""
    tree = passage.tree
    head = head_of(tree, dated)
    if head is None:
        return False
    if (dated.when.text or "").lower().startswith(FROM) or tree[head.head].lemma == "effective":
        return True
    verb = holder_of(passage, head)
    if verb is None or not is_verb(verb):
        return False
    begins = verb.lemma in BEGINNING or any(
        t.lemma in FORCE for t in (*children(tree, verb.i, "dobj"), *behind(tree, verb.i, "into"))
    )
    ahead = is_future(tree, verb.i) or planner(tree, verb.i) is not None
    return begins and (ahead or (verb.dep in ASIDE and verb.tag == "VBG"))


def _agreed_on(
    passage: Passage, i: int, published_at: str | None, status: Status | None
) -> Found[When] | None:
    """Return the day of agreeing, wherever the parser hung it: "agreed ON FRIDAY to swap"."""
    tree = passage.tree
    if status not in AGREED:
        return None
    verbs = {t.i for t in (tree[i], *ancestors(tree, i)) if t.lemma == "agree"}
    deals = {noun.i for verb in verbs for noun in behind(tree, verb, "to", "on")}
    return _dated(passage, verbs | deals, published_at)


def _staged_on(passage: Passage, cue: Cue, published_at: str | None) -> Found[When] | None:
    """Return the day on which mediation is taken up or not: "ON FRIDAY declined an offer to"."""
    answer = find_answer(passage.tree, cue.word, cue.kind)
    return _dated(passage, {answer.verb}, published_at) if answer is not None else None


def _is_since(when: When) -> bool:
    return (when.text or "").lower().startswith("since ")


def _is_to_come(when: When, published_at: str | None) -> bool:
    """Say whether a date lies behind the day on which it is reported, or only bounds a time."""
    later = bool(when.start and published_at) and str(when.start)[:10] > str(published_at)[:10]
    return later or (when.text or "").lower().startswith("after ")


def _is_agreed_for(passage: Passage, i: int, found: Found[When]) -> bool:
    """Say whether a month or year is that for which something is agreed, not when it is."""
    tree = passage.tree
    acts = (w for act in children(tree, i, "xcomp") for w in subtree(tree, act.i))
    starts = {passage.sentence.start + tree[w].start for w in acts}
    return found.value.precision in BY_AND_LARGE and any(
        found.start <= start < found.end for start in starts
    )


def is_ahead(passage: Passage, i: int) -> bool:
    """Say whether the verb of a word speaks of what is to come."""
    tree = passage.tree
    verb = trigger_at(tree, i).verb
    if verb is None:
        return False
    begun = tree[verb].head if tree[verb].dep == "xcomp" else verb
    starts = tree[begun].lemma in STARTING and is_future(tree, begun)  # "WILL START releasing them"
    return starts or _ordering(tree, verb) is not None or is_future(tree, verb)


def _ordering(tree: Tree, verb: int | None) -> int | None:
    """Return the verb by which somebody is to do something: "ORDERED his men to cease fire"."""
    if verb is None:
        return None
    over = tree[verb].head if tree[verb].dep == "xcomp" else verb
    orders = tree[over].lemma in ORDERING and any(children(tree, over, "xcomp"))
    return over if orders else None


def _ordered_on(passage: Passage, verb: int | None, published_at: str | None) -> Found[When] | None:
    """Return the day of an order: "ON MONDAY A ordered its men to cease fire"."""
    ordering = _ordering(passage.tree, verb)
    past = ordering is not None and passage.tree[ordering].tag in PAST
    return _dated(passage, {ordering}, published_at) if ordering is not None and past else None


def _until(passage: Passage, i: int, published_at: str | None) -> Found[When] | None:
    """Return the day on which it ends, which lies ahead: "a truce until August"."""
    found = find_times(passage, trigger_at(passage.tree, i), published_at, "future").when
    return next((each for each in found if not _is_since(each.value)), None)


def _behind(passage: Passage, cue: Cue, published_at: str | None) -> Found[When] | None:
    """Return the day that stands behind what is wanted: "asked B to stop, at talks ON FRIDAY"."""
    tree = passage.tree
    apart = occasion(tree, cue, subtree(tree, cue.word))
    for dated in find_dates(passage.sentence.text, published_at, "past") if apart else ():
        head = head_of(tree, dated)
        if head is not None and head.i in apart:
            return _found(passage, dated)
    return None


def _found(passage: Passage, dated: Dated) -> Found[When]:
    offset = passage.sentence.start
    return Found(dated.when, dated.start + offset, dated.end + offset)


def _said_on(passage: Passage, i: int, published_at: str | None) -> Found[When] | None:
    """Return the date of saying it: "said ON MONDAY that a truce was agreed", "B, A said ON"."""
    tree = passage.tree
    above = [t for t in _above(tree, i) if is_verb(t)]
    beside = (t for verb in (tree[i], *above) for t in children(tree, verb.i, "parataxis"))
    said = {t.i for t in (*above, *beside) if t.lemma in speech_rules().verbs}
    return _dated(passage, {*said, *_means(tree, said | {i})}, published_at)


def _means(tree: Tree, said: AbstractSet[int]) -> Iterator[int]:
    """Yield the words for how something was said: "in a LETTER on Monday", "in a speech GIVEN on".

    Who speaks of "the talks on Monday" may speak on another day.
    """
    for noun in (noun for verb in said for noun in behind(tree, verb, "in", "at")):
        if {t.text.lower() for t in children(tree, noun.i, "det")} <= ARTICLES:
            yield noun.i
            yield from (t.i for t in children(tree, noun.i, "acl") if t.tag == "VBN")


def _dated(
    passage: Passage, words: AbstractSet[int], published_at: str | None
) -> Found[When] | None:
    """Return the first date in the past of one of some words."""
    again = _said_again(passage, published_at) if words else frozenset()
    for dated in find_dates(passage.sentence.text, published_at, "past") if words else ():
        if dated.start + passage.sentence.start in again:
            continue
        head = head_of(passage.tree, dated)
        holder = holder_of(passage, head) if head is not None else None
        if holder is not None and holder.i in words and not _is_since(dated.when):
            return _found(passage, dated)
    return None


def _above(tree: Tree, i: int) -> Iterator[Token]:
    """Yield the words above, as far as they are of one time: none above "AFTER it was agreed"."""
    for word in (tree[i], *ancestors(tree, i)):
        if word.i != i:
            yield word
        if is_of_another_time(tree, word):
            return


def is_of_another_time(tree: Tree, word: Token) -> bool:
    """Say whether a word heads a clause that is set at another time: "AFTER it was agreed"."""
    return word.dep == "advcl" and not marks(tree, word.i).isdisjoint(APART)


def find_where(passage: Passage, i: int) -> Found[Place] | None:
    """Return the place that hangs on the word `i`; a capital that acts is none."""
    return find_place(passage, trigger_at(passage.tree, i))
