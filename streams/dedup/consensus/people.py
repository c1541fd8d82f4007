"""Who took part: the union of all reports, each with the role that most origins give."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar, get_args

from schemas import Party, Person, Speaker
from schemas.mention import Happening
from schemas.vocabulary import PersonRole, Role
from streams.dedup.consensus.ballot import Option, elect, options
from streams.dedup.consensus.voices import Chorus
from streams.dedup.surnames import surname_key

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


def is_plain(parties: Sequence[Party]) -> bool:
    """Say whether each actor is named once."""
    return len({party.actor for party in parties}) == len(parties)


def union_people(choruses: Sequence[Chorus]) -> tuple[Person, ...]:
    """Return everybody once, by surname, with the fullest name and post."""
    if not any(chorus.account.said.people for chorus in choruses):
        return ()
    found = _by(choruses, lambda s: s.people, lambda p: surname_key(p.name))
    return tuple(sorted(map(_person, found.values()), key=lambda p: (p.actor or "~", p.name)))


def elect_speaker(choruses: Sequence[Chorus]) -> Option[Speaker] | None:
    """Return the speaker that most origins name, as the fullest of them does."""
    named = options(
        choruses,
        lambda a: a.said.speaker,
        lambda s: (surname_key(s.name) if s.name else "", s.actor if not s.name else None),
    )
    elected = elect(named, detail=lambda s: bool(s.name))
    if elected is None:
        return None
    whole = options(elected.choruses, lambda a: a.said.speaker, lambda s: (s.name, s.post, s.actor))
    fullest = elect(whole, detail=lambda s: len(s.name or "") + len(s.post or ""))
    return Option(fullest.value, elected.choruses) if fullest else None


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
