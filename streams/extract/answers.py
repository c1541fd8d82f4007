"""Which demand or offer of the same article a rejection, acceptance or concession answers.

It is held by whom the answer goes to. Of several it is the likest in matter and words, else the
nearest in the text.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from schemas import Mention
from schemas.vocabulary import Actors, Kind
from streams.dedup.actors import as_actors
from streams.dedup.words import overlap, stems

ANSWERED: dict[Kind, tuple[Kind, ...]] = {
    "rejection": ("demand", "proposal"),
    "acceptance": ("proposal", "demand"),
    "concession": ("demand",),
}
"""What each kind answers; of equals the kind that comes first. In 125 annotated articles 29 of 36
such links are those that readers saw. With talks and outcomes to answer, too, it was 39 of 152."""
UNTELLING = frozenset({None, "process", "other"})
"""Issues that any two positions may share."""
NEAR = 300
"""Characters within which a rejection on such an issue is of what is asked for there."""
ALIKE = 0.3
"""Share of common stems from which on an answer may be on another issue."""

Fitness = tuple[float, ...]


def linked(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions of one article, answers with the id of what they answer."""
    mentions = tuple(mentions)
    return tuple(_linked(mention, mentions) for mention in mentions)


def _linked(mention: Mention, others: tuple[Mention, ...]) -> Mention:
    found = max(_answered(mention, others), default=None, key=lambda pair: pair[0])
    return replace(mention, answers=found[1].mention_id) if found else mention


def _answered(answer: Mention, others: tuple[Mention, ...]) -> Iterator[tuple[Fitness, Mention]]:
    """Yield what a mention may answer, with how well it fits."""
    kinds = ANSWERED.get(answer.kind, ())
    for other in others:
        if other.kind not in kinds or not _face(answer, other):
            continue
        shared = overlap(stems(answer.content or ""), stems(other.content or ""))
        same_issue = answer.issue == other.issue
        away = _apart(answer, other)
        tells = answer.issue not in UNTELLING or (answer.kind == "rejection" and away < NEAR)
        if (same_issue and tells) or shared >= ALIKE:
            yield (same_issue + 2 * shared, -away, -kinds.index(other.kind)), other


def _face(answer: Mention, other: Mention) -> bool:
    """Say whether an answer by another goes to who holds a position."""
    by, held = _actors(answer.holder), _actors(other.holder)
    return bool(by) and not by & held and bool(_actors(answer.target) & held)


def _actors(actors: Actors | None) -> frozenset[str]:
    return frozenset(as_actors(actors))


def _apart(one: Mention, other: Mention) -> int:
    """Return how many characters apart two mentions are told of, where that is least."""
    return min(
        max(a.start, b.start) - min(a.start, b.start)
        for a in one.evidence
        for b in other.evidence
        if a.field == b.field == "kind"
    )
