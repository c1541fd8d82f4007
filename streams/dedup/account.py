"""An account: what one article tells of a happening, with what comparing it needs worked out."""

from collections.abc import Hashable
from enum import StrEnum
from functools import lru_cache

import msgspec

from schemas.mention import Happening, Mention
from streams.days import Span, day_of, is_exact, span_of
from streams.dedup.actors import participants, principals
from streams.dedup.lifecycle import is_ahead
from streams.dedup.state import EQUALS, Kept, Source, is_lead, source_of
from streams.dedup.words import stems

Structure = tuple[object, ...]


class Reality(StrEnum):
    """How real a happening is, as far as one report tells."""

    REALISED = "realised"
    AHEAD = "ahead"
    TENTATIVE = "tentative"
    BACKGROUND = "background"


class Account(msgspec.Struct, frozen=True, eq=False, kw_only=True, gc=False):
    """One mention in its place among the others of its block."""

    mention_id: str
    said: Happening
    source: Source
    versions: int
    principals: frozenset[str]
    participants: frozenset[str]
    published: str
    """When the article was published, else received: a moment that sorts."""
    published_day: int | None
    day: int
    """When it was published, else received: in a feed that is soon after."""
    span: Span | None
    exact: bool
    """The span is one of days, not of weeks or months."""
    previous: int | None
    """The day from which it was moved."""
    reality: Reality
    structure: Structure
    """All that identity looks at: equal structures contradict each other in nothing."""
    words: frozenset[str]
    """Stems of the words of its content."""
    telling: Hashable
    """What it tells, but for the wording of its content."""
    order: tuple[str, str]
    """Its place in the order of publication."""
    leads: bool
    """Its article opens with it."""
    hint: bool = False
    """It counts only where others tell of it."""


class _Gist(msgspec.Struct, frozen=True, eq=False, kw_only=True, gc=False):
    """What follows from the words of an account alone, whoever published them and when."""

    principals: frozenset[str]
    participants: frozenset[str]
    span: Span | None
    exact: bool
    previous: int | None
    reality: Reality | None
    """None where it depends on the day of publication."""
    structure: Structure
    words: frozenset[str]
    told: Happening
    """All but the content."""


def account_of(mention: Mention) -> Account:
    """Return the account that a mention gives."""
    source = source_of(mention.article)
    leads, hint = is_lead(mention), mention.hint
    return _account(mention.mention_id, mention, source, versions=1, leads=leads, hint=hint)


def kept_account(mention_id: str, kept: Kept) -> Account:
    """Return the account that a mention in a block gives."""
    leads, hint = kept.leads, kept.hint
    return _account(mention_id, kept.said, kept.source, kept.versions, leads=leads, hint=hint)


def _account(
    mention_id: str, said: Happening, source: Source, versions: int, *, leads: bool, hint: bool
) -> Account:
    gist = _gist(said)
    order = order_of(mention_id, source)
    day = day_of(source.published_at) if source.published_at else None
    reality = gist.reality or _reality_by(day, gist.span)
    return Account(
        mention_id=mention_id,
        said=said,
        source=source,
        versions=versions,
        principals=gist.principals,
        participants=gist.participants,
        published=order[0],
        published_day=day,
        day=day if day is not None else day_of(source.received_at),
        span=gist.span,
        exact=gist.exact,
        previous=gist.previous,
        reality=reality,
        structure=gist.structure,
        words=gist.words,
        telling=(reality, gist.told),
        order=order,
        leads=leads,
        hint=hint,
    )


def order_of(mention_id: str, source: Source) -> tuple[str, str]:
    """Return the place of a mention in the order of publication."""
    return (sortable(source.published_at or source.received_at), mention_id)


def sortable(moment: str) -> str:
    """Return a timestamp so that strings sort as moments do, with and without fractions."""
    return moment.removesuffix("Z")


@lru_cache(maxsize=EQUALS)
def _gist(said: Happening) -> _Gist:
    moved = said.schedule.previous if said.schedule else None
    previous = day_of(moved) if moved else None
    return _Gist(
        principals=principals(said),
        participants=participants(said),
        span=span_of(said.when),
        exact=is_exact(said.when),
        previous=previous,
        reality=_reality(said),
        structure=_structure(said, previous),
        words=stems(said.content) if said.content else frozenset(),
        told=msgspec.structs.replace(said, content=None),
    )


def _reality(said: Happening) -> Reality | None:
    if said.background:
        return Reality.BACKGROUND
    if said.modality in {"speculated", "conditional"} or said.status == "proposed":
        return Reality.TENTATIVE
    # Of what is broken off on no day the next round is called off, as others put it.
    broken_off = said.status == "suspended" and span_of(said.when) is None
    if is_ahead(said) or broken_off:
        return Reality.AHEAD
    return None if said.status is None else Reality.REALISED


def _reality_by(published_day: int | None, span: Span | None) -> Reality:
    to_come = span is not None and published_day is not None and span[0] > published_day
    return Reality.AHEAD if to_come else Reality.REALISED


def _structure(said: Happening, previous: int | None) -> Structure:
    when, place = said.when, said.place
    return (
        principals(said),
        said.round,
        said.format,
        said.status,
        said.modality,
        previous,
        (when.start, when.end, when.text) if when else None,
        place.name.casefold() if place else None,
        said.issue,
        said.holder,
        said.content,
    )
