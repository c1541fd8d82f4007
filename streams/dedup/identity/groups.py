"""Group accounts one after the other, the most telling first, so that no order of arrival matters.

Links between reports are not transitive: a report without a number would chain round 2 to round 3.
So each account joins the one group that it fits best, and none that contains what contradicts it;
the accounts that say most are placed first and shape the groups that the vague ones join.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import msgspec

from streams.dedup.account import Account

Mark = bytes
"""One of the weightiest words of a text, and what else has to be the same. No other sign is bytes,
which are made to be shared by thousands and of which Python need not look after any."""
Key = tuple[Any, ...]
"""Place of an account in the order of grouping: its rank, and its place in publication."""


class Marks(NamedTuple):
    """Marks of an account."""

    shown: tuple[Mark, ...] = ()
    """Of one that opens a group: by these others find it."""
    sought: tuple[Mark, ...] = ()
    """By these it looks for groups."""


class Fit(msgspec.Struct, frozen=True, gc=False):
    """How well an account fits a group: the higher score wins. The reasons are for people."""

    score: tuple[int, ...]
    reasons: tuple[str, ...]


class Group(Protocol):
    """Accounts of one event, and what they say together."""

    members: list[Account]

    def fit(self, account: Account) -> Fit | None:
        """Return how well an account fits; None where it contradicts or nothing speaks for it."""

    def add(self, account: Account) -> None:
        """Take an account in."""

    def knows(self, account: Account) -> bool:
        """Say whether taking an account in would change no fit.

        But for those of accounts of its article or of its structure, for which that decides.
        """


@dataclass(frozen=True, slots=True)
class Family:
    """How one family of kinds is grouped."""

    rank: Callable[[Account], tuple[Any, ...]]
    """Place in the order of grouping: what says most comes first."""
    group: Callable[[], Group]
    signs: Callable[[Account], Iterable[Hashable]]
    """What an account has in common with any that its group may fit."""
    enough: Callable[[int], int] = lambda number: number
    """Of so many signs, those of which one at least is shared with any group that may fit: any so
    many of them will do."""
    marks: Callable[[Account], Marks] = lambda _: Marks()
    """What an account shows of its text, and looks for, beside: one that is shared is enough."""
    by_first: bool = False
    """A group is found by the signs of its first account alone, not of all."""

    def key(self, account: Account) -> Key:
        """Return the place of an account in the order of grouping: hints last, to move no other."""
        return (account.hint, *self.rank(account), *account.order)


class Cluster(msgspec.Struct, frozen=True, gc=False):
    """The accounts of one event in order of publication, and why they were joined."""

    accounts: tuple[Account, ...]
    because: tuple[str, ...] = ()

    @property
    def first(self) -> Account:
        """Return the first account that is no hint, if there is one."""
        return next((each for each in self.accounts if not each.hint), self.accounts[0])

    @property
    def is_told(self) -> bool:
        """Say whether it is an event: whether there are more than hints."""
        return not self.first.hint


def reasons(family: Family, a: Account, b: Account) -> tuple[str, ...]:
    """Return why two accounts are of one event; empty when they are not."""
    fit = fit_of(family, a, b)
    return fit.reasons if fit else ()


def fit_of(family: Family, a: Account, b: Account) -> Fit | None:
    """Return how well two accounts fit; None when they are not of one event. Symmetric."""
    first, second = sorted((a, b), key=family.key)
    group = family.group()
    group.add(first)
    return group.fit(second)
