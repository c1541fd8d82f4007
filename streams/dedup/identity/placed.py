"""Accounts in their groups."""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping
from itertools import islice

import msgspec

from streams.dedup.account import Account, Structure
from streams.dedup.identity.groups import Cluster, Fit, Group, Key, Mark


class Placed(msgspec.Struct, eq=False):
    """An account in its group, and how well it fitted when it came there."""

    key: Key
    account: Account
    signs: tuple[Hashable, ...]
    home: "Gathered"
    fit: Fit | None
    concern: int
    """Signs that it has to share with a group which it may fit."""
    marks: tuple[Mark, ...] = ()
    """What it shows if it opens a group."""
    asks: tuple[Mark, ...] = ()
    """Marks of which it has to share one, if not signs."""

    def at(self, home: "Gathered", fit: Fit | None) -> "Placed":
        """Return the account in another group."""
        # Not `replace`, which looks at every field: trials of groups make thousands of these.
        return Placed(
            self.key, self.account, self.signs, home, fit, self.concern, self.marks, self.asks
        )


class Lineup(msgspec.Struct):
    """Accounts in the order of grouping."""

    accounts: list[Placed] = msgspec.field(default_factory=list)
    keys: list[Key] = msgspec.field(default_factory=list)
    """Their places: beside them, since to look through these costs no call for each."""

    def number(self, key: Key) -> int:
        """Return how many accounts come before a place."""
        return bisect_left(self.keys, key)

    def after(self, key: Key) -> Iterator[Placed]:
        """Yield the accounts at a place and after it."""
        return islice(self.accounts, self.number(key), None)

    def insert(self, placed: Placed) -> None:
        """Insert an account where it stands."""
        key, keys = placed.key, self.keys
        if not keys or keys[-1] < key:
            self.accounts.append(placed)
            keys.append(key)
            return
        number = bisect_left(keys, key)
        self.accounts.insert(number, placed)
        keys.insert(number, key)

    def exchange(self, known: Mapping[str, Placed]) -> None:
        """Exchange accounts for those that are known by their mentions."""
        self.accounts = [known.get(p.account.mention_id, p) for p in self.accounts]

    def clear(self) -> None:
        """Let go of all."""
        self.accounts.clear()
        self.keys.clear()


class Gathered(msgspec.Struct, eq=False):
    """A group, with its accounts."""

    group: Group
    placed: Lineup = msgspec.field(default_factory=Lineup)
    shapers: Lineup = msgspec.field(default_factory=Lineup)
    """Those of them that told the group something new."""
    signs: dict[Hashable, Key] = msgspec.field(default_factory=dict)
    """Under which it is found, and from which place on."""
    structures: dict[Structure, Key] = msgspec.field(default_factory=dict)
    """The first place of each structure."""
    reasons: dict[str, tuple[Key, int]] = msgspec.field(default_factory=dict)
    """Why its accounts are together, and where that was said first."""
    cluster: Cluster | None = None
    earlier: tuple[int, Group] | None = None
    """So many of the shapers, as a group: what was last needed of it as it was."""
    _because: tuple[str, ...] | None = ()
    """The reasons in order; None until they are needed again."""

    @property
    def first(self) -> Key:
        """Return the place of the account that opened the group."""
        return self.placed.keys[0]

    def joined_by(self, fit: Fit, key: Key) -> None:
        """Note why an account has joined."""
        for place, reason in enumerate(fit.reasons):
            known = self.reasons.get(reason)
            if known is None or (key, place) < known:
                self.reasons[reason] = (key, place)
                self._because = None

    def why(self) -> tuple[str, ...]:
        """Return why its accounts are together, what was said first at the beginning."""
        if self._because is None:
            self._because = tuple(sorted(self.reasons, key=self.reasons.__getitem__))
        return self._because
