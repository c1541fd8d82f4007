"""What became of a record: exactly one named outcome for each that came in, or a dead letter."""

from typing import Annotated, ClassVar

from msgspec import Meta

from schemas.record import Record
from schemas.vocabulary import Count, OutcomeName, Timestamp


class Outcome(Record, frozen=True, kw_only=True):
    """What became of one raw record."""

    schema: ClassVar[str] = "outcome"

    source: Annotated[str, Meta(description="topic/partition/offset of the raw record")]
    outcome: OutcomeName
    at: Annotated[Timestamp, Meta(description="When the raw record was received")]
    reason: Annotated[str, Meta(description="Stable reason of a rejection")] | None = None
    detail: (
        Annotated[
            str, Meta(description="The reason, or what of the article was not read, for people")
        ]
        | None
    ) = None
    article_id: str | None = None
    key: str | None = None
    outlet: str | None = None
    mentions: Count = 0


class DeadLetter(Record, frozen=True, kw_only=True):
    """What the headers of a dead letter say; its key, value and own headers are the original's."""

    schema: ClassVar[str] = "dead-letter"

    topic: str
    partition: Annotated[int, Meta(ge=0)]
    offset: Annotated[int, Meta(ge=0)]
    stage: str
    reason: Annotated[str, Meta(description="Stable name, for counting")]
    error: Annotated[str, Meta(description="What happened and what to do, for people")]
    version: Annotated[str, Meta(description="Version of Parley that gave up on the record")]
