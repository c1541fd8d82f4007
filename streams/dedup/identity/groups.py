"""Group accounts one after the other, the most telling first, so that no order of arrival matters.

Links between reports are not transitive: a report without a number would chain round 2 to round 3.
So each account joins the one group that it fits best, and none that contains what contradicts it;
the accounts that say most are placed first and shape the groups that the vague ones join.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from streams.dedup.account import Account


@dataclass(frozen=True, slots=True)
class Fit:
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


class Index(Protocol):
    """Finds the groups that an account may fit without looking at all of them."""

    def candidates(self, account: Account) -> Iterable[int]:
        """Return the numbers of groups worth a look."""

    def note(self, number: int, group: Any) -> None:
        """Remember where a group that has changed is to be found."""


@dataclass(frozen=True, slots=True)
class Family:
    """How one family of kinds is grouped."""

    rank: Callable[[Account], tuple[Any, ...]]
    """Place in the order of grouping: what says most comes first."""
    group: Callable[[], Group]
    index: Callable[[], Index]


@dataclass(frozen=True, slots=True)
class Cluster:
    """The accounts of one event in order of publication, and why they were joined."""

    accounts: tuple[Account, ...]
    because: tuple[str, ...] = ()


def gather(family: Family, accounts: Iterable[Account]) -> tuple[Cluster, ...]:
    """Group accounts by event: a function of their set, whatever their order."""
    groups: list[Group] = []
    because: list[dict[str, None]] = []
    index = family.index()
    for account in sorted(accounts, key=lambda a: (family.rank(a), a.order)):
        fit, number = _best(groups, index.candidates(account), account)
        if fit is None:
            groups.append(family.group())
            because.append({})
        groups[number].add(account)
        because[number].update(dict.fromkeys(fit.reasons if fit else ()))
        index.note(number, groups[number])
    return tuple(
        Cluster(tuple(sorted(group.members, key=lambda a: a.order)), tuple(why))
        for group, why in zip(groups, because, strict=True)
    )


def reasons(family: Family, a: Account, b: Account) -> tuple[str, ...]:
    """Return why two accounts are of one event; empty when they are not."""
    first, second = sorted((a, b), key=lambda each: (family.rank(each), each.order))
    group = family.group()
    group.add(first)
    fit = group.fit(second)
    return fit.reasons if fit else ()


def _best(
    groups: list[Group], candidates: Iterable[int], account: Account
) -> tuple[Fit | None, int]:
    """Return the best fit and its group; no fit and the number of a new group where none fits."""
    found: tuple[Fit | None, int] = (None, len(groups))
    # Of equals the group that was opened first: it is the one of the more telling account.
    for number in sorted(candidates):
        fit = groups[number].fit(account)
        if fit and (found[0] is None or fit.score > found[0].score):
            found = (fit, number)
    return found
