"""Mentions: what one article says about one happening or one position."""

from typing import Annotated, ClassVar

from msgspec import Meta

from schemas.article import Evidence, Lineage
from schemas.record import Part, Record
from schemas.vocabulary import (
    Actor,
    Actors,
    Change,
    Count,
    Format,
    IsoDate,
    Issue,
    Kind,
    Modality,
    PersonRole,
    Precision,
    Role,
    Round,
    Status,
    Timestamp,
)


class Party(Part, frozen=True, kw_only=True):
    """Who takes part, as what; `name` is how the text calls them."""

    actor: Actor
    role: Role
    name: str | None = None


class Person(Part, frozen=True, kw_only=True):
    """Who was there in person, with the post the text gives."""

    name: str
    post: str | None = None
    actor: Actor | None = None
    role: PersonRole | None = None


class Speaker(Part, frozen=True, kw_only=True):
    """Who is on record for a statement."""

    name: str | None = None
    post: str | None = None
    actor: Actor | None = None


class Place(Part, frozen=True, kw_only=True):
    """Where; `country` is ISO 3166-1 alpha-3."""

    name: str
    country: Annotated[str, Meta(pattern="^[A-Z]{3}$")] | None = None


class When(Part, frozen=True, kw_only=True):
    """When, never more precise than the text that is quoted in `text`."""

    precision: Precision
    start: IsoDate | None = None
    end: IsoDate | None = None
    text: str | None = None


class Schedule(Part, frozen=True, kw_only=True):
    """How the date moved: from when, in which way, and the reason given."""

    change: Change
    previous: IsoDate | None = None
    reason: str | None = None


class Counts(Part, frozen=True, kw_only=True):
    """How many people were exchanged, as the text gives them."""

    released: Count | None = None
    received: Count | None = None


class Plover(Part, frozen=True, kw_only=True):
    """A PLOVER code with the auxiliaries that its manual defines."""

    event: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    auxiliary: tuple[str, ...] = ()


class Codes(Part, frozen=True, kw_only=True):
    """The mention in the coding schemes of political science."""

    plover: Plover | None = None
    cameo: str | None = None


class ArticleRef(Part, frozen=True, kw_only=True):
    """The article behind a mention, with what joining needs to know of it."""

    article_id: str
    key: str
    received_at: Timestamp
    outlet: str | None = None
    url: str | None = None
    published_at: Timestamp | None = None
    updated_at: Timestamp | None = None
    first_received_at: (
        Annotated[Timestamp, Meta(description="Of an edit: when its first version was received")]
        | None
    ) = None
    lineage: tuple[Lineage, ...] = ()
    fingerprint: Annotated[str, Meta(description="Sketch of the 5-word shingles, base64")] = ""
    terms: Annotated[str, Meta(description="Sketch of the most telling words, base64")] = ""
    version: Annotated[
        int, Meta(ge=1, description="1, 2, 3 ... as versions of the article were filed")
    ] = 1


class Happening(Record, frozen=True, kw_only=True):
    """The fields that a mention and an event share (contract, section 2)."""

    kind: Kind
    modality: Modality
    status: Status | None = None
    parties: tuple[Party, ...] = ()
    holder: Actors | None = None
    target: Actors | None = None
    content: str | None = None
    condition: str | None = None
    issue: Issue | None = None
    speaker: Speaker | None = None
    people: tuple[Person, ...] = ()
    place: Place | None = None
    when: When | None = None
    round: Round | None = None
    format: Format | None = None
    schedule: Schedule | None = None
    background: bool = False
    counts: Counts | None = None
    denied_by: tuple[Actor, ...] = ()
    codes: Codes | None = None


class Mention(Happening, frozen=True, kw_only=True):
    """What one article says about one happening or one position."""

    schema: ClassVar[str] = "mention"

    mention_id: str
    article: ArticleRef
    evidence: Annotated[tuple[Evidence, ...], Meta(min_length=1)]
    answers: Annotated[str, Meta(description="mention_id of the mention it answers")] | None = None
    confidence: Annotated[float, Meta(ge=0, le=1)] | None = None
    withdrawn: Annotated[bool, Meta(description="The article no longer says so")] = False
    hint: Annotated[bool, Meta(description="Too unsure to count but where others tell of it")] = (
        False
    )
