"""What one sentence says of one encounter; each value keeps the place in the text it is from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from schemas.article import Evidence
from schemas.mention import Place, Speaker, When
from schemas.vocabulary import Change, Format, Issue, Modality, Role, Status
from streams.extract.gazetteer import Name

T = TypeVar("T")


class Placed(Protocol):
    """Anything that stands at a place in the article."""

    @property
    def start(self) -> int:
        """Return its first offset."""

    @property
    def end(self) -> int:
        """Return the offset after its last."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value and the offsets into the article of the words that say it."""

    value: T
    start: int
    end: int


def value_of(found: Found[T] | None) -> T | None:
    """Return what was found, None where nothing was."""
    return found.value if found else None


def evidence_of(field: str, *found: Placed | None) -> Iterator[Evidence]:
    """Yield the evidence of a field: where that stands which was found."""
    return (Evidence(field=field, start=f.start, end=f.end) for f in found if f is not None)


@dataclass(frozen=True, slots=True)
class Participant:
    """One who takes part, as what, and how the text calls them there."""

    actor: str
    role: Role
    name: str
    start: int
    end: int
    person: bool = False


def participant(name: Name, role: Role = "party", *, person: bool) -> Participant:
    """Return whom a name stands for; `person` says that an official is meant in person."""
    is_person = person and name.type == "official"
    return Participant(name.actor or "", role, name.text, name.start, name.end, is_person)


@dataclass(frozen=True, slots=True)
class Delay:
    """How the date moved: from when, to when, why, as far as the sentence says."""

    change: Change
    start: int
    end: int
    previous: Found[When] | None = None
    target: Found[When] | None = None
    reason: Found[str] | None = None


Site = Literal["city", "venue"]


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one sentence says of one encounter.

    `verbal` says that it is seen by a verb, `definite` that the words point back to an encounter
    spoken of before; `needed` actors must be named for it to count by itself; `firm` is false where
    only a tense, a preposition or a headline gives the status; `site` what the place is that is no
    mere country; `former` is a date that came to nothing; `contrast` how it is told from the
    encounter in focus; `left` that somebody walks out of it; `hosts` are those to
    whose seat of government one goes who meets nobody named; `around` are the actors in the heading
    of its paragraph, but for those who mostly mediate.
    """

    sentence: int
    headline: bool
    start: int
    end: int
    sort: str
    verbal: bool
    definite: bool
    modality: Modality
    participants: tuple[Participant, ...] = ()
    needed: int = 1
    status: Found[Status] | None = None
    firm: bool = True
    round: Found[int] | None = None
    format: Found[Format] | None = None
    place: Found[Place] | None = None
    site: Site | None = None
    when: tuple[Found[When], ...] = ()
    days: Found[int] | None = None
    former: Found[When] | None = None
    contrast: str | None = None
    ahead: bool = False
    issue: Found[Issue] | None = None
    delay: Delay | None = None
    speaker: Found[Speaker] | None = None
    wished: bool = False
    left: bool = False
    hosts: tuple[Participant, ...] = ()
    around: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Why words of a sentence did or did not become part of an encounter.

    `happening` is its place among the article's encounters, None for words that are part of none.
    """

    start: int
    end: int
    reason: str
    happening: int | None = None
