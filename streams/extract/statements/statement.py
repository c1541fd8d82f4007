"""What one sentence says of one position or outcome; each value keeps its place in the text."""

from dataclasses import dataclass

from schemas.mention import Counts, Place, Speaker, When
from schemas.vocabulary import Issue, Kind, Modality, Status
from streams.extract.statements.cues import Cue
from streams.extract.talks.sighting import Found, Participant

BY_OTHERS = frozenset({"requested", "declined"})
"""Statuses of mediation that another than the mediator brings about."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: the cue it hangs on, how likely it is one, and its fields.

    `word` is the offset of the cue; `ahead` says that it is told as still to come, `staged` that a
    word says outright where an outcome stands, `own` that it is another one: "a truce of its own".
    """

    sentence: int
    headline: bool
    cue: Cue
    word: int
    start: int
    end: int
    probability: float
    hint: bool = False
    """It is too unsure to be told by itself."""
    modality: Modality = "asserted"
    holders: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    parties: tuple[Participant, ...] = ()
    between: tuple[Participant, ...] = ()
    """Who mediates between whom, or leaves what, where the sentence says just that."""
    owners: frozenset[str] = frozenset()
    """Whose the captives are that are set free."""
    mutual: bool = False
    """Whether both sides set captives free."""
    content: Found[str] | None = None
    condition: Found[str] | None = None
    speaker: Found[Speaker] | None = None
    issue: Found[Issue] | None = None
    status: Found[Status] | None = None
    staged: bool = False
    when: Found[When] | None = None
    place: Found[Place] | None = None
    counts: Found[Counts] | None = None
    ahead: bool = False
    own: bool = False

    @property
    def kind(self) -> Kind:
        """The kind that its cue says."""
        return self.cue.kind
