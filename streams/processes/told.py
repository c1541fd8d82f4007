"""What a process needs of an event."""

from typing import Annotated

from msgspec import Meta

from schemas import Event, Place, When
from schemas.record import Part
from schemas.vocabulary import POSITIONS, Actor, Issue, Kind, Modality, Role, Status, Timestamp
from streams.dedup.actors import as_actors


class Told(Part, frozen=True, kw_only=True):
    """One event in its latest revision."""

    revision: int
    kind: Kind
    updated_at: Timestamp
    stands: Annotated[
        bool, Meta(description="It is part of the process, has reports, and not all deny it")
    ]
    status: Status | None = None
    round: int | None = None
    place: Place | None = None
    when: When | None = None
    modality: Modality = "asserted"
    contradicted: bool = False
    roles: tuple[tuple[Actor, Role], ...] = ()
    holders: tuple[Actor, ...] = ()
    issue: Issue | None = None
    content: str | None = None
    moment: Annotated[
        Timestamp, Meta(description="When it was reported, else received; first or, held, last")
    ] = ""
    dated: Annotated[bool, Meta(description="The moment is one of publication")] = False

    @property
    def is_position(self) -> bool:
        """Whether it is something that a party holds, not something that happens."""
        return self.kind in POSITIONS


def told_of(event: Event, process_id: str) -> Told:
    """Return what a process needs of an event; one of another process does not stand in it."""
    told = bool(event.reports) and event.modality != "denied" and not event.background
    stands = told and event.process_id == process_id
    if not stands:
        # What is left is which revisions are past.
        return Told(
            revision=event.revision, kind=event.kind, updated_at=event.updated_at, stands=False
        )
    published = _published(event)
    return Told(
        revision=event.revision,
        kind=event.kind,
        updated_at=event.updated_at,
        stands=True,
        status=event.status,
        round=event.round,
        place=event.place,
        when=event.when,
        modality=event.modality,
        contradicted=event.record_status == "contradicted",
        roles=tuple((party.actor, party.role) for party in event.parties),
        holders=tuple(sorted(as_actors(event.holder))),
        issue=event.issue,
        content=event.content,
        moment=published or event.updated_at,
        dated=published is not None,
    )


def _published(event: Event) -> Timestamp | None:
    """Return when a position was stated last, or when anything else was first reported."""
    held = event.kind in POSITIONS
    return event.last_published_at if held else event.first_published_at
