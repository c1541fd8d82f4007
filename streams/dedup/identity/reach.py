"""Which days an account without exact days may speak of, by when it was published.

A report that gives no date speaks of the days around its publication. The widths are ours: the
contract calls history what lies over 14 days back, so that is how far a plan may reach forward;
what has happened is reported within three days, for a weekly has its own date for it. A numbered
round is found again for longer: rounds of one series follow each other within two months, and
their numbers are repeated for half a year before a new series begins to count from one again.

Of an article that does not say when it was published only the day is known on which it was
received. In a feed that is soon after, in an archive it is not: what rests on it must be borne out
by the words of the text (`Wordings.bear_out`), the more so the more there is of its kind. What was
received long after an event may come from an archive: then its words alone tell whether it speaks
of that event.
"""

from functools import lru_cache

from streams.days import Named, Span, may_be_on, named_in
from streams.dedup.account import Account, Reality
from streams.dedup.identity.groups import Mark
from streams.sketches.fingerprint import is_copy
from streams.sketches.terms import ALIKE, is_alike, weightiest

ON_RECEIPT = "received around these days"
"""Why an outcome of which nothing tells the day is taken for one of an event."""
IN_LIKE_WORDS = "received around these days, in like words"
"""The same of an encounter: negotiations have many of them."""
FROM_ARCHIVE = "received long after, in like words"
"""The same where the day of receipt says nothing."""
LEADS_ALIKE = "articles on one story open with it"
"""Why what outlets tell otherwise is of one event."""
LEFT_ONCE = "a deal is left once"
"""Why two reports of it that no day places are of one event."""
SAME_SCENE = 0.12
"""Likeness from which a text without a date is of what took place there or then, or what came to
the same nothing. In 940 articles with their dates, with half of them and without any 3, 20 and 5
pairs of encounters that differ by it are of one, and none of two."""
FROM_AFAR = 0.16
"""Likeness from which two leads are of one outcome or position though one was received long after
and nothing else that it tells places it. In those articles, with half of their dates, 8 pairs that
differ by it from what .2 lets in are of one and none of two; with all in one feed 4 are of two.
So are leads on what came to the same that were received beside each other: of 896 without their
dates 6 pairs differ by it from what `ALIKE` lets in, all of one encounter."""
ARCHIVED = 60
"""Days after which a report without a date may come from an archive: no desk waits so long."""
MARKS = 8
"""Weightiest words of a text of which two that are alike share one: of 85 pairs of texts that are,
74 share one of the first four, and 80 one of the first six."""
NEWS = 3
"""Days for which what has happened is told without a date."""
PLAN = 14
"""Days that a plan without a date may lie ahead."""
NEXT_ROUND = 60
"""Days that a numbered round may lie ahead, or be moved by."""
PAST_ROUND = 180
"""Days for which a numbered round is referred back to."""
COPIED = 14
"""Days for which a text is copied: the 60 articles with edited copies are so on their own day."""
SAME_OCCASION = 2
"""Days within which undated history is told on one occasion."""


def reach(account: Account) -> Span:
    """Return the days of which an undated account may speak."""
    day = account.day
    match account.reality:
        case Reality.BACKGROUND:
            return (day - SAME_OCCASION, day)
        case Reality.REALISED:
            return (day - NEWS, day)
        case Reality.AHEAD if account.said.status in {"postponed", "cancelled", "suspended"}:
            return (day - NEWS, day + PLAN)
        case _:
            return (day, day + PLAN)


def names_day_of(account: Account, span: Span) -> bool:
    """Say whether an account names no weekday and no month that none of these days is of."""
    return may_be_on(span, _text(account))


def named_day(account: Account) -> Named | None:
    """Return what an account names of its day."""
    return named_in(_text(account))


def _text(account: Account) -> str | None:
    return account.said.when.text if account.said.when else None


def is_from_archive(account: Account, day: int) -> bool:
    """Say whether an account without a date was received long after a day, and may be of it."""
    return account.published_day is None and account.day - day > ARCHIVED


def is_news_with(a: Account, b: Account) -> bool:
    """Say whether two articles are news at the same time: by their dates, else by their words."""
    one, other = a.published_day, b.published_day
    if one is None or other is None:
        return speak_alike(a, b)
    return abs(one - other) <= NEWS


def are_copies(a: Account, b: Account) -> bool:
    """Say whether two texts are copies, which tell of one thing whatever their dates.

    But not weeks apart: what outlets tell of old, they tell in the same words again.
    """
    one, other = a.published_day, b.published_day
    if one is not None and other is not None and abs(one - other) > COPIED:
        return False
    return is_copy(a.source.fingerprint, b.source.fingerprint)


@lru_cache(maxsize=4_096)
def marks(terms: str, of: str = "") -> tuple[Mark, ...]:
    """Return the marks of a text, by the sketch of its terms."""
    return tuple(word + of.encode() for word in weightiest(terms, MARKS))


def speak_alike(a: Account, b: Account, least: float = ALIKE) -> bool:
    """Say whether the texts of two accounts are about the same, as far as their words tell."""
    one, other = a.source.terms, b.source.terms
    return not set(marks(one)).isdisjoint(marks(other)) and is_alike(one, other, least)


def round_reach(account: Account) -> Span | None:
    """Return the days in which the round that an account numbers may lie; None where open."""
    day = account.published_day
    if day is None:
        return None
    if account.reality in {Reality.REALISED, Reality.BACKGROUND}:
        return (day - PAST_ROUND, day)
    return (day - NEWS, day + NEXT_ROUND)
