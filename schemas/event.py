"""Events: what all outlets together say of one happening."""

from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta

from schemas.mention import Happening
from schemas.record import Part
from schemas.vocabulary import Count, RecordStatus, Timestamp


class Report(Part, frozen=True, kw_only=True):
    """One article that carries the event, and where it has it from."""

    article_id: str
    mention_id: str
    origin: Annotated[str, Meta(description="The root the report goes back to")]
    outlet: str | None = None
    url: str | None = None
    published_at: Timestamp | None = None
    copy_of: Annotated[str, Meta(description="article_id of the text it copies")] | None = None


class Claim(Part, frozen=True, kw_only=True):
    """One of several values that reports give for a field."""

    value: Any
    reports: Annotated[tuple[str, ...], Meta(description="mention_ids that give this value")]
    origins: Annotated[tuple[str, ...], Meta(description="Independent roots behind them")]


class Changed(Part, frozen=True, kw_only=True):
    """What a revision changed, and the report or ruling that caused it."""

    fields: tuple[str, ...]
    article_id: str | None = None
    mention_id: str | None = None
    ruling_id: str | None = None
    split_from: (
        Annotated[str, Meta(description="The event that had its first report before")] | None
    ) = None
    left_process: (
        Annotated[str, Meta(description="The negotiation that it belonged to before")] | None
    ) = None


class Event(Happening, frozen=True, kw_only=True):
    """What all outlets together say of one happening, at one revision."""

    schema: ClassVar[str] = "event"

    event_id: Annotated[str, Meta(description="Stable for ever")]
    revision: Annotated[int, Meta(ge=1, description="1, 2, 3 ... as reports add or change")]
    record_status: RecordStatus
    reports: tuple[Report, ...]
    outlets: Annotated[Count, Meta(description="How many outlets carry it")]
    origins: Annotated[Count, Meta(description="How many independent origins stand behind them")]
    updated_at: Annotated[Timestamp, Meta(description="When its last report was received")]
    first_published_at: Timestamp | None = None
    last_published_at: Timestamp | None = None
    process_id: Annotated[str, Meta(description="The negotiation it belongs to")] | None = None
    disputed: Annotated[
        dict[str, tuple[Claim, ...]], Meta(description="Fields on which reports disagree")
    ] = msgspec.field(default_factory=dict)
    support: Annotated[
        dict[str, tuple[str, ...]], Meta(description="mention_ids behind each field's value")
    ] = msgspec.field(default_factory=dict)
    because: Annotated[tuple[str, ...], Meta(description="Why the reports were joined")] = ()
    continues: (
        Annotated[str, Meta(description="A closed event of which this one is told by late reports")]
        | None
    ) = None
    changed: Changed | None = None
    merged_into: Annotated[str, Meta(description="The event this one turned out to be")] | None = (
        None
    )
