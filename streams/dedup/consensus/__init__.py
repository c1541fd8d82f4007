"""What the reports of one event say together: the best-supported value of each field.

Independent origins count, not reports: copies and rewrites have no vote of their own. Ties go to
first-hand reports, then to the value of more detail, then to the earliest. A vaguer value is no
rival of a precise one that it admits. Each value is one report's, never a mixture of several; only
those who took part are gathered from all.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

import msgspec

from schemas import Claim, Counts, Place
from schemas.mention import Happening
from schemas.vocabulary import Actors
from streams.dedup.account import Account
from streams.dedup.actors import as_actors
from streams.dedup.consensus.ballot import Option, claims, elect, options
from streams.dedup.consensus.dates import current, date_rivals, elect_date
from streams.dedup.consensus.people import (
    by_role,
    elect_speaker,
    is_plain,
    role_rivals,
    union_parties,
    union_people,
)
from streams.dedup.consensus.standing import (
    condition_rivals,
    elect_modality,
    elect_schedule,
    elect_status,
    modality_rivals,
    schedule_rivals,
    status_rivals,
)
from streams.dedup.consensus.voices import Chorus, Voice, Voices, in_order
from streams.dedup.identity.places import Nearness, key_of_place, nearness
from streams.dedup.state import EQUALS

__all__ = ["Agreed", "Voice", "Voices", "agree", "disputed"]


_ELECTED = tuple(
    """
    status modality when place schedule speaker counts codes content condition holder target issue
    round format
    """.split()
)


_GATHERED = ("parties", "people", "denied_by")


class Agreed(msgspec.Struct, frozen=True, gc=False):
    """The fields of an event, the mentions behind each, and the claims that contradict them."""

    fields: dict[str, Any]
    support: dict[str, tuple[str, ...]]
    disputed: dict[str, tuple[Claim, ...]]


def agree(voices: Voices) -> Agreed:
    """Return what the voices of one event say together."""
    return alone(voices.all[0]) if len(voices.all) == 1 else polled(voices)


def polled(voices: Voices) -> Agreed:
    """Return what voices say together, by an election of every field."""
    choruses, wordings = voices.choruses(), voices.wordings()
    elected = {name: option for name, option in _elect_all(choruses).items() if option}
    said = {name: option.value for name, option in elected.items()}
    backing = {name: option.choruses for name, option in elected.items()}
    backing |= {name: _sayers(choruses, name) for name in _GATHERED}
    support = _ids(backing)
    if wordings.elected is not None:
        said["content"], support["content"] = wordings.elected, wordings.support()
    return Agreed(said | _unions(choruses), support, disputed(choruses, said))


def alone(voice: Voice) -> Agreed:
    """Return what one voice says: nobody is polled where nobody can contradict."""
    said = voice.account.said
    fields, given = _told(said)
    if said.people or not is_plain(said.parties):
        unions = _unions(Voices([voice]).choruses())
        fields = fields | unions
        given = tuple(dict.fromkeys((*given, *(name for name in _GATHERED if unions[name]))))
    return Agreed(fields, dict.fromkeys(given, (voice.account.mention_id,)), {})


def _ids(backing: dict[str, tuple[Chorus, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the mentions behind each field; fields that the same choruses give share them."""
    ids = {choruses: in_order(choruses) for choruses in {*backing.values()} if choruses}
    return {name: ids[choruses] for name, choruses in backing.items() if choruses}


@lru_cache(maxsize=EQUALS)
def _told(said: Happening) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the fields of an event that is told of once, and which of them are given.

    People, and parties that are named twice, are left out.
    """
    told = ((name, getattr(said, name)) for name in _ELECTED)
    fields = {name: value for name, value in told if value is not None}
    given = list(fields)
    parties = by_role(said.parties) if is_plain(said.parties) else ()
    gathered = {"parties": parties, "people": (), "denied_by": tuple(sorted({*said.denied_by}))}
    given += [name for name, values in gathered.items() if values]
    return fields | gathered | {"background": said.background}, tuple(given)


def _elect_all(choruses: Sequence[Chorus]) -> dict[str, Option[Any] | None]:
    given = {name for chorus in choruses for name in _told(chorus.account.said)[1]}
    status = elect_status(choruses) if "status" in given else None
    modality = elect_modality(choruses, status)
    elected = {"status": status, "modality": modality}
    if "codes" in given:
        elected["codes"] = _elect_codes(choruses, status, modality)
    return elected | {name: hold(choruses) for name, hold in _ELECTIONS.items() if name in given}


def _elect_place(choruses: Sequence[Chorus]) -> Option[Place] | None:
    given = _places(current(choruses)) or _places(choruses)
    return elect(given, detail=_place_detail, vaguer=_is_vaguer_place)


def _elect_format(choruses: Sequence[Chorus]) -> Option[str] | None:
    return elect(_plain(current(choruses), "format") or _plain(choruses, "format"))


def _elect_counts(choruses: Sequence[Chorus]) -> Option[Counts] | None:
    return elect(_counts(choruses), detail=_counts_detail, vaguer=_is_vaguer_count)


def _elect_target(choruses: Sequence[Chorus]) -> Option[Any] | None:
    return elect(_plain(choruses, "target"), detail=lambda actors: len(as_actors(actors)))


def _elect_condition(choruses: Sequence[Chorus]) -> Option[str] | None:
    """Return the wording that most origins give; of equals the longest."""
    return elect(_plain(choruses, "condition"), detail=len)


def _elect_plain(name: str, choruses: Sequence[Chorus]) -> Option[Any] | None:
    return elect(_plain(choruses, name))


_ELECTIONS: dict[str, Callable[[Sequence[Chorus]], Option[Any] | None]] = {
    "when": elect_date,
    "place": _elect_place,
    "schedule": elect_schedule,
    "speaker": elect_speaker,
    "counts": _elect_counts,
    "condition": _elect_condition,
    "holder": partial(_elect_plain, "holder"),
    "target": _elect_target,
    "issue": partial(_elect_plain, "issue"),
    "round": partial(_elect_plain, "round"),
    "format": _elect_format,
}


def _unions(choruses: Sequence[Chorus]) -> dict[str, Any]:
    said = [chorus.account.said for chorus in choruses]
    return {
        "parties": union_parties(choruses),
        "people": union_people(choruses),
        "denied_by": tuple(sorted({actor for each in said for actor in each.denied_by})),
        "background": all(each.background for each in said),
    }


def disputed(choruses: Sequence[Chorus], said: dict[str, Any]) -> dict[str, tuple[Claim, ...]]:
    """Return the claims that contradict the fields of an event."""
    found = {"modality": modality_rivals(choruses)}
    if "status" in said:
        found["status"] = status_rivals(choruses, said["status"])
    if "place" in said:
        found["place"] = _place_rivals(current(choruses), said["place"])
    found |= date_rivals(choruses, said.get("when"))
    found |= schedule_rivals(choruses, said.get("schedule"))
    if "counts" in said:
        found |= _count_rivals(choruses)
    if "target" in said:
        found["target"] = _target_rivals(choruses, said["target"])
    if "condition" in said:
        found["condition"] = condition_rivals(choruses)
    if "issue" in said:
        found["issue"] = _issue_rivals(choruses)
    found |= role_rivals(choruses)
    return {field: rivals for field, rivals in found.items() if rivals}


def _elect_codes(choruses: Sequence[Chorus], *with_: Option[Any] | None) -> Option[Any] | None:
    """Return the codes of those who give the status and modality, so that the three agree."""
    named = [option.choruses for option in with_ if option]
    agreeing = [chorus for chorus in choruses if all(chorus in each for each in named)]
    return elect(_plain(agreeing, "codes"))


def _plain(choruses: Sequence[Chorus], name: str) -> tuple[Option[Any], ...]:
    return options(choruses, partial(_field, name), lambda value: value)


def _field(name: str, account: Account) -> Any:
    return getattr(account.said, name)


def _sayers(choruses: Sequence[Chorus], name: str) -> tuple[Chorus, ...]:
    return tuple(chorus for chorus in choruses if getattr(chorus.account.said, name))


def _places(choruses: Sequence[Chorus]) -> tuple[Option[Place], ...]:
    return options(choruses, lambda a: a.said.place, key_of_place)


def _place_detail(place: Place) -> int:
    return (place.country is not None) + len(place.name.split())


def _is_vaguer_place(a: Place, b: Place) -> bool:
    near = nearness(a, b)
    return near is Nearness.SAME and _place_detail(a) < _place_detail(b)


def _place_rivals(choruses: Sequence[Chorus], chosen: Place | None) -> tuple[Claim, ...]:
    given = _places(choruses)
    if not any(nearness(option.value, chosen) is Nearness.APART for option in given):
        return ()
    rivals = [o for o in given if nearness(o.value, chosen) in {Nearness.APART, Nearness.SAME}]
    return claims(rivals, lambda place: place.name)


def _counts(choruses: Sequence[Chorus]) -> tuple[Option[Counts], ...]:
    return options(choruses, lambda a: a.said.counts, lambda c: (c.released, c.received))


def _counts_detail(counts: Counts) -> int:
    return (counts.released is not None) + (counts.received is not None)


def _is_vaguer_count(a: Counts, b: Counts) -> bool:
    same = a.released in {None, b.released} and a.received in {None, b.received}
    return same and _counts_detail(a) < _counts_detail(b)


def _target_rivals(choruses: Sequence[Chorus], chosen: Actors) -> tuple[Claim, ...]:
    """Return the chosen target and those it neither contains nor is part of."""
    target = frozenset(as_actors(chosen))
    given = options(choruses, _target, lambda actors: actors)
    rivals = [o for o in given if o.value == target or not (o.value <= target or target <= o.value)]
    return claims(rivals, _listed) if len(rivals) > 1 else ()


def _target(account: Account) -> frozenset[str] | None:
    return frozenset(as_actors(account.said.target)) or None


def _listed(actors: frozenset[str]) -> str | list[str]:
    return sorted(actors) if len(actors) > 1 else next(iter(actors))


def _issue_rivals(choruses: Sequence[Chorus]) -> tuple[Claim, ...]:
    """Return the issues where several are named; who names another than those names none."""
    given = [option for option in _plain(choruses, "issue") if option.value != "other"]
    return claims(given, str) if len(given) > 1 else ()


def _count(side: str, account: Account) -> int | None:
    counts = account.said.counts
    return getattr(counts, side) if counts else None


def _count_rivals(choruses: Sequence[Chorus]) -> dict[str, tuple[Claim, ...]]:
    found = {}
    for side in ("released", "received"):
        given = options(choruses, partial(_count, side), int)
        if len(given) > 1:
            found[f"counts.{side}"] = claims(given, int)
    return found
