"""States that act as one: Germany, France and Britain are the E3."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from streams.tables import read_yaml


def united(actors: Iterable[str]) -> frozenset[str]:
    """Return those on one side of a negotiation, all members of a coalition as that one.

    A member beside its coalition is the coalition once more.
    """
    present = frozenset(actors)
    for coalition, members in _coalitions().items():
        if coalition in present or members <= present:
            present = present - members | {coalition}
    return present


@cache
def _coalitions() -> dict[str, frozenset[str]]:
    """Return the members of each coalition, the larger ones first."""
    known = read_yaml(files("streams") / "coalitions.yaml", dict[str, frozenset[str]])
    return dict(sorted(known.items(), key=lambda each: -len(each[1])))
