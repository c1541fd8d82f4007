"""Processes: one negotiation as it unfolds."""

from typing import Annotated, ClassVar

from msgspec import Meta

from schemas.mention import Place, When
from schemas.record import Part, Record
from schemas.vocabulary import Actor, Issue, Kind, Modality, Round, Status, Timestamp


class Step(Part, frozen=True, kw_only=True):
    """A round, agreement or ceasefire of the process, by its event."""

    event_id: str
    status: Status | None = None
    round: Round | None = None
    place: Place | None = None
    when: When | None = None
    modality: Modality = "asserted"
    contradicted: Annotated[bool, Meta(description="Some reports or parties deny it")] = False
    missing: Annotated[
        tuple[int, ...], Meta(description="Numbers of rounds before this one that nobody reported")
    ] = ()


class Position(Part, frozen=True, kw_only=True):
    """What a party last held on an issue, by its event."""

    event_id: str
    holder: Actor
    issue: Issue
    kind: Kind
    content: str | None = None
    published_at: Timestamp | None = None


class Process(Record, frozen=True, kw_only=True):
    """One negotiation: who, through whom, which rounds, and where each party stands.

    Rounds, agreements and ceasefires are in the order in which they happened or are due.
    """

    schema: ClassVar[str] = "process"

    process_id: str
    revision: Annotated[int, Meta(ge=1)]
    parties: tuple[Actor, ...]
    updated_at: Annotated[
        Timestamp, Meta(description="When the report was received that last changed what it says")
    ]
    mediators: tuple[Actor, ...] = ()
    venues: Annotated[tuple[Place, ...], Meta(description="Where rounds were held or are due")] = ()
    rounds: tuple[Step, ...] = ()
    agreements: tuple[Step, ...] = ()
    ceasefires: tuple[Step, ...] = ()
    positions: Annotated[
        tuple[Position, ...], Meta(description="The latest of each party on each issue")
    ] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left of what it was made of: it was retracted, or went elsewhere."""
        return not (self.rounds or self.agreements or self.ceasefires or self.positions)
