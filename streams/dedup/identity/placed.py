"""Accounts in their groups."""

from bisect import insort
from collections.abc import Hashable
from dataclasses import dataclass, field

from streams.dedup.account import Account, Structure
from streams.dedup.identity.groups import Cluster, Fit, Group, Key


@dataclass(slots=True, eq=False)
class Placed:
    """An account in its group, and how well it fitted when it came there."""

    key: Key
    account: Account
    signs: tuple[Hashable, ...]
    home: "Gathered"
    fit: Fit | None
    concern: int
    """Signs that it has to share with a group which it may fit."""

    def at(self, home: "Gathered", fit: Fit | None) -> "Placed":
        """Return the account in another group."""
        return Placed(self.key, self.account, self.signs, home, fit, self.concern)


@dataclass(slots=True, eq=False)
class Gathered:
    """A group, with its accounts in the order of grouping."""

    group: Group
    placed: list[Placed] = field(default_factory=list)
    shapers: list[Placed] = field(default_factory=list)
    """Those of them that told the group something new."""
    signs: dict[Hashable, Key] = field(default_factory=dict)
    """Under which it is found, and from which place on."""
    structures: dict[Structure, Key] = field(default_factory=dict)
    """The first place of each structure."""
    reasons: dict[str, tuple[Key, int]] = field(default_factory=dict)
    """Why its accounts are together, and where that was said first."""
    cluster: Cluster | None = None
    earlier: tuple[int, Group] | None = None
    """So many of the shapers, as a group: what was last needed of it as it was."""

    @property
    def first(self) -> Key:
        """Return the place of the account that opened the group."""
        return self.placed[0].key


def insert(accounts: list[Placed], placed: Placed) -> None:
    """Insert an account where it stands in the order of grouping."""
    if accounts and accounts[-1].key > placed.key:
        insort(accounts, placed, key=key_of)
        return
    accounts.append(placed)


def key_of(placed: Placed) -> Key:
    """Return the place of an account in the order of grouping."""
    return placed.key
