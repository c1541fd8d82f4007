"""States that act as one: Germany, France and Britain are the E3."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec

from streams.tables import read_yaml


class _Coalitions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    members: dict[str, frozenset[str]]
    spokesmen: dict[str, str]
    fighting: dict[str, str]


def united(actors: Iterable[str]) -> frozenset[str]:
    """Return those on one side of a negotiation, all members of a coalition as that one.

    A member beside its coalition is the coalition once more.
    """
    present = frozenset(actors)
    for coalition, members in _coalitions().members.items():
        if coalition in present or members <= present:
            present = present - members | {coalition}
    return present


def spoken_for(actors: Iterable[str], *, fighting: bool = False) -> frozenset[str]:
    """Return the same, each as who speaks for it at the table, or who fights for it."""
    known = _coalitions()
    spokesmen = known.spokesmen | known.fighting if fighting else known.spokesmen
    return frozenset(spokesmen.get(actor, actor) for actor in united(actors))


@cache
def _coalitions() -> _Coalitions:
    known = read_yaml(files("streams") / "coalitions.yaml", _Coalitions)
    larger_first = sorted(known.members.items(), key=lambda each: -len(each[1]))
    return msgspec.structs.replace(known, members=dict(larger_first))
