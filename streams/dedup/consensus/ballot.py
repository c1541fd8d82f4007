"""Elect the value that most independent origins give."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, TypeVar

import msgspec

from schemas import Claim
from streams.dedup.account import Account
from streams.dedup.consensus.voices import Chorus, in_order

V = TypeVar("V")


class Option(msgspec.Struct, Generic[V], frozen=True, gc=False):
    """A value and who gives it, in the order in which it was first told."""

    value: V
    choruses: tuple[Chorus, ...]

    @property
    def roots(self) -> frozenset[str]:
        """Return the independent origins that give the value."""
        return frozenset().union(*(chorus.roots for chorus in self.choruses))

    @property
    def own(self) -> bool:
        """Say whether somebody gives the value first-hand."""
        return any(chorus.own for chorus in self.choruses)

    @property
    def last(self) -> str:
        """Return when the value was last published."""
        return max(chorus.last for chorus in self.choruses)

    @property
    def mention_ids(self) -> tuple[str, ...]:
        """Return the mentions that give the value, in order of publication."""
        return in_order(self.choruses)

    def claim(self, value: Any) -> Claim:
        """Return the option as one of several claims."""
        return Claim(value=value, reports=self.mention_ids, origins=tuple(sorted(self.roots)))


def options(
    choruses: Iterable[Chorus], read: Callable[[Account], V | None], key: Callable[[V], Hashable]
) -> tuple[Option[V], ...]:
    """Return the values that choruses give, those with an equal key as one; the earliest first."""
    values: dict[Hashable, V] = {}
    given: dict[Hashable, list[Chorus]] = {}
    for chorus in choruses:
        value = read(chorus.account)
        if value is None:
            continue
        equal = key(value)
        if equal not in values:
            values[equal], given[equal] = value, []
        given[equal].append(chorus)
    return tuple(Option(value, tuple(given[k])) for k, value in values.items())


def elect(
    given: Sequence[Option[V]],
    *,
    detail: Callable[[V], int] = lambda _: 0,
    vaguer: Callable[[V, V], bool] = lambda _a, _b: False,
) -> Option[V] | None:
    """Return the option with most independent origins behind it; None where there is none.

    `vaguer(a, b)` says that `a` agrees with the more precise `b`: its origins stand behind `b`,
    too. Ties go to first-hand reports, then to the value of more detail, then to the earliest.
    """
    if len(given) < 2:
        return given[0] if given else None

    def weight(place: int) -> tuple[int, bool, int, int]:
        option = given[place]
        agreeing = (each.roots for each in given if vaguer(each.value, option.value))
        roots = option.roots.union(*agreeing)
        return (len(roots), option.own, detail(option.value), -place)

    return given[max(range(len(given)), key=weight)]


def claims(given: Sequence[Option[V]], value: Callable[[V], Any]) -> tuple[Claim, ...]:
    """Return options as rival claims, those of most origins first."""
    ordered = sorted(given, key=lambda option: -len(option.roots))
    return tuple(option.claim(value(option.value)) for option in ordered)
