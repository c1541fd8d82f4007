"""The date of an event, and whose reports speak of how things stand now."""

from collections.abc import Sequence

import msgspec

from schemas import Claim, When
from streams.days import DAY, Span, apart, is_exact, span_of
from streams.dedup.account import Account, Reality
from streams.dedup.consensus.ballot import Option, claims, elect, options
from streams.dedup.consensus.voices import Chorus
from streams.dedup.identity.slots import BORDER

_PRECISION = {"minute": 5, "day": 4, "week": 3, "month": 2, "year": 1, "unknown": 0}


def current(choruses: Sequence[Chorus]) -> tuple[Chorus, ...]:
    """Return the choruses that do not date a plan by a day that was given up since."""
    moves = _moves(choruses)
    return tuple(c for c in choruses if not moves.supersede(c.account))


def elect_date(choruses: Sequence[Chorus]) -> Option[When] | None:
    """Return the best-supported date: one report's value, never a mixture of several."""
    given = _dates(current(choruses))
    happened = [o for o in given if any(_is_realised(c) for c in o.choruses)]
    return elect(happened or given, detail=_detail, vaguer=_is_vaguer)


def date_rivals(choruses: Sequence[Chorus], chosen: When | None) -> dict[str, tuple[Claim, ...]]:
    """Return the rival values of `when.start` and `when.end`."""
    if chosen is None:
        return {}
    given = _dates(current(choruses))
    if chosen.start and any(_contradicts_start(option, chosen) for option in given):
        return {"when.start": _claims_of(choruses, given, "start", chosen)}
    starts = {None, _day(chosen.start)}
    ends = [o for o in given if o.value.end and _day(o.value.start) in starts]
    if len({_day(o.value.end) for o in ends if _spans_days(o.value)}) > 1:
        return {"when.end": _claims_of(choruses, ends, "end", chosen)}
    return {}


def _claims_of(
    choruses: Sequence[Chorus], given: Sequence[Option[When]], end: str, chosen: When
) -> tuple[Claim, ...]:
    rivals = (o for o in given if o.value == chosen or _is_rival_or_equal(o, chosen, end))
    ids = {id(chorus) for option in rivals for chorus in option.choruses}
    said = [chorus for chorus in choruses if id(chorus) in ids]
    by_day = options(said, lambda a: _day(getattr(a.said.when, end, None)), lambda day: day)
    return claims(by_day, lambda day: day)


def _is_rival_or_equal(option: Option[When], chosen: When, end: str) -> bool:
    if end == "end":
        return _spans_days(option.value)
    same = _day(option.value.start) == _day(chosen.start)
    return same or _contradicts_start(option, chosen)


def _contradicts_start(option: Option[When], chosen: When) -> bool:
    """Say whether an option names another first day.

    A day within the days chosen is one of them to whoever tells of it afterwards, but to who
    announces it the first.
    """
    span, other = span_of(option.value), span_of(chosen)
    if span is None or other is None or option.value.start is None:
        return False
    if _is_vaguer(chosen, option.value):
        return False
    if apart(span, other) > 0:
        return True
    if not (is_exact(option.value) and is_exact(chosen)) or span[0] == other[0]:
        return False
    return _is_within(span, other) is False or not any(_is_realised(c) for c in option.choruses)


class _Moves(msgspec.Struct, frozen=True, gc=False):
    """Days that were given up, with the days that came instead; and days on which it was held."""

    given_up: frozenset[tuple[int, Span | None]]
    held: frozenset[Span]

    def supersede(self, account: Account) -> bool:
        """Say whether an account dates a plan by a day that was given up."""
        day = account.span
        if account.reality is Reality.REALISED or day is None or not account.exact:
            return False
        if any(day[0] <= old <= day[1] and new != day for old, new in self.given_up):
            return True
        return any(apart(day, other) > BORDER for other in self.held)


def _moves(choruses: Sequence[Chorus]) -> _Moves:
    accounts = [chorus.account for chorus in choruses]
    held = (a.span for a in accounts if a.reality is Reality.REALISED and a.exact and a.span)
    moved = (a for a in accounts if a.previous is not None and _change(a) != "cancelled")
    return _Moves(
        frozenset((a.previous, a.span if a.exact else None) for a in moved if a.previous),
        frozenset(held),
    )


def _change(account: Account) -> str | None:
    return account.said.schedule.change if account.said.schedule else None


def _dates(choruses: Sequence[Chorus]) -> tuple[Option[When], ...]:
    return options(choruses, lambda a: a.said.when, key_of_date)


def key_of_date(when: When) -> tuple[str | None, str | None, str]:
    """Return what makes two dates equal: a lone day may be given with or without an end."""
    end = when.end if when.end != when.start else None
    return (when.start, end, when.precision)


def _detail(when: When) -> int:
    several = when.start is not None and when.end is not None and when.end != when.start
    return 3 * _PRECISION[when.precision] + (1 if when.start else 0) + several


def _is_vaguer(a: When, b: When) -> bool:
    """Say whether `a` agrees with `b` and tells less."""
    span_a, span_b = span_of(a), span_of(b)
    if span_a is None or span_b is None:
        return False
    if _PRECISION[a.precision] < _PRECISION[b.precision]:
        return _is_within(span_b, span_a)
    if not (is_exact(a) and is_exact(b)):
        return False
    if a.start is None:
        # "Ended on Thursday" tells no first day, so whatever ends then tells more.
        return b.start is not None and span_a[1] == span_b[1]
    return span_a != span_b and _is_within(span_a, span_b)


def _is_within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _is_realised(chorus: Chorus) -> bool:
    return chorus.account.reality is Reality.REALISED


def _spans_days(when: When) -> bool:
    return is_exact(when) and when.end is not None and _day(when.end) != _day(when.start)


def _day(iso: str | None) -> str | None:
    return iso[:DAY] if iso else None
