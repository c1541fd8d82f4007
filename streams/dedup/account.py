"""An account: what one article tells of a happening, with what comparing it needs worked out."""

from dataclasses import dataclass
from enum import Enum

from schemas.mention import Happening, Mention
from streams.dedup.actors import participants, principals
from streams.dedup.days import Span, day_of, is_exact, span_of
from streams.dedup.lifecycle import is_ahead
from streams.dedup.state import Kept, Source, source_of

Structure = tuple[object, ...]


class Reality(Enum):
    """How real a happening is, as far as one report tells."""

    REALISED = "realised"
    AHEAD = "ahead"
    TENTATIVE = "tentative"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True, eq=False)
class Account:
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
    span: Span | None
    exact: bool
    """The span is one of days, not of weeks or months."""
    previous: int | None
    """The day from which it was moved."""
    reality: Reality
    structure: Structure
    """All that identity looks at: equal structures contradict each other in nothing."""

    @property
    def order(self) -> tuple[str, str]:
        """Return the place in the order of publication."""
        return (self.published, self.mention_id)


def account_of(mention: Mention) -> Account:
    """Return the account that a mention gives."""
    return _account(mention.mention_id, mention, source_of(mention.article), versions=1)


def kept_account(mention_id: str, kept: Kept, source: Source) -> Account:
    """Return the account that a mention in a block gives."""
    return _account(mention_id, kept, source, kept.versions)


def _account(mention_id: str, said: Happening, source: Source, versions: int) -> Account:
    moved = said.schedule.previous if said.schedule else None
    previous = day_of(moved) if moved else None
    span = span_of(said.when)
    published_day = day_of(source.published_at) if source.published_at else None
    return Account(
        mention_id=mention_id,
        said=said,
        source=source,
        versions=versions,
        principals=principals(said),
        participants=participants(said),
        published=sortable(source.published_at or source.received_at),
        published_day=published_day,
        span=span,
        exact=is_exact(said.when),
        previous=previous,
        reality=_reality(said, span, published_day),
        structure=_structure(said, previous),
    )


def sortable(moment: str) -> str:
    """Return a timestamp so that strings sort as moments do, with and without fractions."""
    return moment.removesuffix("Z")


def _reality(said: Happening, span: Span | None, published_day: int | None) -> Reality:
    if said.background:
        return Reality.BACKGROUND
    if said.modality in {"speculated", "conditional"} or said.status == "proposed":
        return Reality.TENTATIVE
    if is_ahead(said):
        return Reality.AHEAD
    to_come = span is not None and published_day is not None and span[0] > published_day
    return Reality.AHEAD if to_come and said.status is None else Reality.REALISED


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
