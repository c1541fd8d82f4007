"""Rulings: what people have decided about events, and the stream obeys."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from schemas.record import Record
from schemas.vocabulary import Kind, Timestamp

Action = Literal["join", "split"]


class Ruling(Record, frozen=True, kw_only=True):
    """Reports that belong together, or apart, whatever joining makes of them.

    It names reports, not events: ids of events follow from their reports, and what is ruled must
    hold however the reports come in.
    """

    schema: ClassVar[str] = "ruling"

    ruling_id: str
    action: Action
    block: Annotated[str, Meta(description="The negotiation; all reports named belong to it")]
    kind: Kind
    groups: Annotated[
        tuple[tuple[str, ...], ...],
        Meta(
            min_length=2,
            description="mention_ids. join: of each event, as it stood; the events become one. "
            "split: of each event that is to be; none of one group stays with one of another",
        ),
    ]
    at: Annotated[Timestamp, Meta(description="When it was made; a later one prevails")]
    by: Annotated[str, Meta(description="Who made it")] | None = None
    reason: str | None = None
    withdrawn: Annotated[bool, Meta(description="It was taken back, and counts no more")] = False
