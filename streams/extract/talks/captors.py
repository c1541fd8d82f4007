"""Say who has captives back from whom, where a third party has a dispute with their captors."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from streams.extract.conflicts import Conflict, between
from streams.extract.talks.sighting import Participant


@dataclass(frozen=True, slots=True)
class Owned:
    """Whose the captives are that are set free, and whether both sides set some free."""

    owners: frozenset[str] = frozenset()
    mutual: bool = False


NOBODYS = Owned()


def with_captors(
    found: tuple[Participant, ...], owned: Owned, conflict: Conflict, rest: AbstractSet[str]
) -> tuple[Participant, ...]:
    """Return those found, who neither holds captives nor has any back as mediator.

    Nobody where it is the two sides of the dispute that have to do with one another. `rest` are
    adversaries whom the article names elsewhere.
    """
    captors = _captors(found, owned, conflict)
    foes = _foes(found, owned.owners, conflict, rest) if captors - owned.owners else frozenset()
    if not foes:
        return ()
    aside = {p.actor for p in found if p.role == "party"} - foes - captors
    return tuple(replace(p, role="mediator") if p.actor in aside else p for p in found)


def _foes(
    found: tuple[Participant, ...],
    owners: frozenset[str],
    conflict: Conflict,
    rest: AbstractSet[str],
) -> frozenset[str]:
    """Return who has captives back and has no part himself in the dispute of their captors.

    "Palestinian prisoners" are of no third party. Of several, who is known to mediate does so.
    """
    parties = {p.actor for p in found if p.role == "party"}
    strangers = frozenset(
        owner
        for owner in owners & parties
        if conflict.side(owner) is None and not any(between({owner, each}, None) for each in rest)
    )
    return strangers - {*conflict.thirds} or strangers


def _captors(found: tuple[Participant, ...], owned: Owned, conflict: Conflict) -> frozenset[str]:
    """Return who holds captives: the side that is there, of two the group in arms.

    "COLOMBIA'S rebels freed a Kenyan nurse": the state that they fight has none of its own back.
    Where it is named first, it is the state that frees them; where some are its own, or both free
    some, it is between the two.
    """
    sided = [p.actor for p in found if p.role == "party" and conflict.side(p.actor) is not None]
    if len({*map(conflict.side, sided)}) == 1:
        return frozenset(sided)
    groups = frozenset(actor for actor in sided if not actor.isupper())
    alone = len({*map(conflict.side, groups)}) == 1 and sided[0] in groups
    one_way = not owned.mutual and owned.owners.isdisjoint(sided)
    return groups if alone and one_way else frozenset()
