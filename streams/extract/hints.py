"""What an article may tell, too unsure to count but where others tell of it.

Outlets tell the same in so many words that no reader of single sentences finds all of them, and
name now these of its parties, now those. What is too unsure to be told by itself is sure enough
where another outlet tells it outright, of the same actors, in these days, in an article that is
like it. So the lead hints at what its words make possible: at what they are too faint for, and at
the same between those whom the article is most about.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec.structs import replace

from schemas.mention import Party
from schemas.vocabulary import POSITIONS
from streams.dedup.actors import as_actors
from streams.dedup.state import LEAD
from streams.extract.mentions import Draft
from streams.extract.talks.sighting import Participant, evidence_of
from streams.extract.talks.table import Principals

FOREMOST = 3
"""Of so many whom an article is most about any two may be the parties that others name."""
HOLDERS = 2
"""So many of them may hold a position that it gives to another."""


def hinted(
    told: Iterable[Draft], faint: Iterable[Draft], principals: Principals
) -> tuple[Draft, ...]:
    """Return what a lead hints at: what it tells faintly, and all of it between others.

    `told` is what it tells outright, `faint` what its words may tell.
    """
    told = tuple(draft for draft in told if _leads(draft))
    meeting = any(draft.kind == "talks" for draft in told)
    new = (d for d in faint if is_of_somebody(d) and not (meeting and d.kind == "talks"))
    hints = tuple(map(_as_told_nowhere, new))
    return (*hints, *_of_principals((*told, *filter(_leads, hints)), principals))


def is_of_somebody(draft: Draft) -> bool:
    """Say whether anybody is named whose it is."""
    return bool(draft.parties or draft.holder or draft.target)


def _leads(draft: Draft) -> bool:
    """Say whether headline or lead tell of it."""
    return any(e.field == "kind" and e.start < LEAD for e in draft.evidence)


def _as_told_nowhere(draft: Draft) -> Draft:
    """Return a hint at an encounter without its status: where it stands is for others to tell."""
    return replace(draft, status=None) if draft.kind == "talks" else draft


def _of_principals(drafts: Iterable[Draft], principals: Principals) -> Iterator[Draft]:
    """Yield drafts as hints that they are of others, whom the article is about."""
    thirds = {p.actor for p in principals.thirds}
    parties = tuple(p for p in principals.parties if p.actor not in thirds)[:FOREMOST]
    for draft in drafts:
        yield from _held_by(draft, parties) if draft.kind in POSITIONS else _between(draft, parties)


def _held_by(draft: Draft, parties: tuple[Participant, ...]) -> Iterator[Draft]:
    """Yield a position as one of those whom the article is about, if it has none of them."""
    foremost, held = parties[:HOLDERS], {*as_actors(draft.holder)}
    if held.isdisjoint(p.actor for p in foremost):
        yield from (_hint(replace(draft, holder=p.actor), "holder", p) for p in foremost)


def _between(draft: Draft, parties: tuple[Participant, ...]) -> Iterator[Draft]:
    """Yield what is between some as it would be between one of them and another."""
    mine = {p.actor for p in draft.parties if p.role == "party"}
    for pair in combinations(parties, 2):
        theirs = {p.actor for p in pair}
        if theirs != mine and theirs & mine:
            seated = tuple(Party(actor=p.actor, role="party", name=p.name) for p in pair)
            yield _hint(replace(draft, parties=seated), "parties", *pair)


def _hint(draft: Draft, field: str, *found: Participant) -> Draft:
    """Return a draft as a hint in which a field rests on other words."""
    kept = (e for e in draft.evidence if e.field != field)
    return replace(draft, hint=True, confidence=None, evidence=(*kept, *evidence_of(field, *found)))
