"""Who took part: the union of all reports, each with the role that most origins give."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar, get_args

from schemas import Claim, Party, Person, Speaker
from schemas.mention import Happening
from schemas.vocabulary import PersonRole, Role
from streams.dedup.account import Account
from streams.dedup.consensus.ballot import Option, claims, elect, options
from streams.dedup.consensus.voices import Chorus
from streams.dedup.surnames import given_names, same_name

_ROLES: tuple[Role, ...] = get_args(Role)
_Item = TypeVar("_Item", Party, Person)


def union_parties(choruses: Sequence[Chorus]) -> tuple[Party, ...]:
    """Return every actor once, parties first, with the role and name that most origins give."""
    parties = choruses[0].account.said.parties
    if all(c.account.said.parties == parties for c in choruses) and is_plain(parties):
        return by_role(parties)
    found = [
        _party(actor, said)
        for actor, said in _by(choruses, lambda s: s.parties, lambda p: p.actor).items()
    ]
    return by_role(found)


def by_role(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return parties in the order of their roles."""
    return tuple(sorted(parties, key=lambda party: (_ROLES.index(party.role), party.actor)))


def role_rivals(choruses: Sequence[Chorus]) -> dict[str, tuple[Claim, ...]]:
    """Return the rival roles of each who is a party to some and none to others.

    Other roles go together: who hosts may mediate as well.
    """
    roles: dict[str, set[Role]] = {}
    for chorus in choruses:
        for party in chorus.account.said.parties:
            roles.setdefault(party.actor, set()).add(party.role)
    torn = (actor for actor, given in sorted(roles.items()) if len(given) > 1 and "party" in given)
    found = ((actor, options(choruses, partial(_role_of, actor), str)) for actor in torn)
    return {f"parties.{actor}.role": claims(o, str) for actor, o in found if len(o) > 1}


def _role_of(actor: str, account: Account) -> Role | None:
    """Return the role that an account gives somebody; None where it gives several."""
    roles = {party.role for party in account.said.parties if party.actor == actor}
    return roles.pop() if len(roles) == 1 else None


def is_plain(parties: Sequence[Party]) -> bool:
    """Say whether each actor is named once."""
    return len({party.actor for party in parties}) == len(parties)


def union_people(choruses: Sequence[Chorus]) -> tuple[Person, ...]:
    """Return everybody once, with the fullest name and post.

    Whose surname alone is given, where several have it, is nobody more.
    """
    given = [(chorus, person) for chorus in choruses for person in chorus.account.said.people]
    if not given:
        return ()
    homes = _persons((person.name, person.actor) for _, person in given)
    found: dict[_Name, _Said[Person]] = {}
    for chorus, person in given:
        home = homes[person.name, person.actor]
        if home is not None:
            found.setdefault(home, []).append((chorus, person))
    return tuple(sorted(map(_person, found.values()), key=lambda p: (p.actor or "~", p.name)))


def elect_speaker(choruses: Sequence[Chorus]) -> Option[Speaker] | None:
    """Return the speaker that most origins name, as the fullest of them does."""
    speakers = [c.account.said.speaker for c in choruses if c.account.said.speaker]
    homes = _persons((speaker.name, speaker.actor) for speaker in speakers if speaker.name)

    def person(speaker: Speaker) -> tuple[str, str | None]:
        name = (speaker.name or "", speaker.actor)
        return homes.get(name) or name

    named = options(choruses, lambda a: a.said.speaker, person)
    elected = elect(named, detail=lambda s: bool(s.name))
    if elected is None:
        return None
    whole = options(elected.choruses, lambda a: a.said.speaker, lambda s: (s.name, s.post, s.actor))
    fullest = elect(whole, detail=lambda s: len(s.name or "") + len(s.post or ""))
    return Option(fullest.value, elected.choruses) if fullest else None


_Name = tuple[str, str | None]
"""What somebody is called, and for whom he stands."""


def _persons(names: Iterable[_Name]) -> dict[_Name, _Name | None]:
    """Return for each name the fullest of the same person; None where it may be of several."""
    persons: dict[_Name, list[_Name]] = {}
    homes: dict[_Name, _Name | None] = {}
    for name in sorted(set(names), key=_by_fullness):
        fitting = [
            person for person, known in persons.items() if all(_may_be_one(k, name) for k in known)
        ]
        if len(fitting) > 1:
            homes[name] = None
            continue
        home = homes[name] = fitting[0] if fitting else name
        persons.setdefault(home, []).append(name)
    return homes


def _by_fullness(name: _Name) -> tuple[bool, bool, int, str, str]:
    called, actor = name
    return (not given_names(called), actor is None, -len(called), called, actor or "")


def _may_be_one(a: _Name, b: _Name) -> bool:
    return (a[1] == b[1] or None in {a[1], b[1]}) and same_name(a[0], b[0])


_Said = list[tuple[Chorus, _Item]]


def _by(
    choruses: Sequence[Chorus],
    read: Callable[[Happening], Iterable[_Item]],
    key: Callable[[_Item], str],
) -> dict[str, _Said[_Item]]:
    found: dict[str, _Said[_Item]] = {}
    for chorus in choruses:
        for item in read(chorus.account.said):
            found.setdefault(key(item), []).append((chorus, item))
    return found


def _party(actor: str, said: _Said[Party]) -> Party:
    role = _most(said, lambda p: p.role, lambda role: -_ROLES.index(role))
    name = _most(said, lambda p: p.name, len)
    return Party(actor=actor, role=role or "party", name=name)


def _person(said: _Said[Person]) -> Person:
    name = max((p.name for _, p in said), key=lambda name: (len(name), name))
    post = max(
        (p.post for _, p in said if p.post), key=lambda post: (len(post), post), default=None
    )
    actor = _most(said, lambda p: p.actor, lambda _: 0)
    role: PersonRole | None = _most(said, lambda p: p.role, lambda _: 0)
    return Person(name=name, post=post, actor=actor, role=role)


_V = TypeVar("_V", bound=str)


def _most(
    said: _Said[_Item],
    read: Callable[[_Item], _V | None],
    detail: Callable[[_V], int],
) -> _V | None:
    items = {chorus.account.mention_id: item for chorus, item in said}
    choruses = {id(chorus): chorus for chorus, _ in said}.values()
    elected = elect(options(choruses, lambda a: read(items[a.mention_id]), str), detail=detail)
    return elected.value if elected else None
