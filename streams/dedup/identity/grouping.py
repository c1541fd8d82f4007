"""The groups of one kind of account, and a way to add one more without grouping all anew.

Most reports tell their group nothing that it did not know. Such a one changes the place of no
other, so that it costs the same however many there are. Whatever might move another account is
refused here: then all are grouped again. The outcome is the same either way.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from streams.dedup.account import Account
from streams.dedup.identity.groups import Cluster, Family, Fit, Group, Key


@dataclass(slots=True)
class Placed:
    """An account in its group, and how well it fitted when it came there."""

    key: Key
    account: Account
    home: "Gathered"
    fit: Fit | None


@dataclass(slots=True)
class Gathered:
    """A group, with its accounts in the order of grouping."""

    group: Group
    placed: list[Placed] = field(default_factory=list)
    shapers: list[Placed] = field(default_factory=list)
    """Those of them that told the group something new."""
    signs: dict[Hashable, Key] = field(default_factory=dict)
    """Under which it is found, and from which place on."""
    cluster: Cluster | None = None

    @property
    def first(self) -> Key:
        """Return the place of the account that opened the group."""
        return self.placed[0].key


@dataclass(slots=True)
class Grouping:
    """Accounts of one kind, grouped by event."""

    family: Family
    groups: list[Gathered] = field(default_factory=list)
    _found: dict[Hashable, list[Gathered]] = field(default_factory=lambda: defaultdict(list))
    _by_sign: dict[Hashable, list[Placed]] = field(default_factory=lambda: defaultdict(list))
    _articles: set[str] = field(default_factory=set)
    _told_twice: set[str] = field(default_factory=set)
    """Articles that gave several accounts."""

    def clusters(self) -> tuple[Cluster, ...]:
        """Return the clusters."""
        return tuple(self.cluster(gathered) for gathered in self.groups)

    def cluster(self, gathered: Gathered) -> Cluster:
        """Return the cluster that a group is."""
        if gathered.cluster is None:
            accounts = sorted((p.account for p in gathered.placed), key=lambda a: a.order)
            gathered.cluster = Cluster(tuple(accounts), _because(gathered.placed))
        return gathered.cluster

    def place(self, account: Account) -> None:
        """Place the next account in the order of grouping."""
        key = self.family.key(account)
        best = self._best(account, ((g, g.group) for g in self._candidates(account, key)))
        gathered, fit = best or (self._open(), None)
        self._put(Placed(key, account, gathered, fit))

    def admit(self, account: Account) -> Cluster | None:
        """Add an account out of order, and return its cluster; None where others may move.

        After None this grouping is as it was.
        """
        if account.source.key in self._articles:
            return None
        key = self.family.key(account)
        found = ((g, self._before(g, key)) for g in self._candidates(account, key))
        best = self._best(account, ((g, group) for g, group in found if group.members))
        if best is None:
            return self._admit_alone(account, key)
        gathered, fit = best
        before = gathered.cluster or self.cluster(gathered)
        if account.order < before.accounts[0].order:
            return None
        return self._admit_to(Placed(key, account, gathered, fit), before)

    def _admit_alone(self, account: Account, key: Key) -> Cluster | None:
        group = self.family.group()
        group.add(account)
        if not all(
            self._stays(p, group, key) for p in self._after(self.family.signs(account), key)
        ):
            return None
        gathered = self._open()
        self._put(Placed(key, account, gathered, None))
        return self.cluster(gathered)

    def _admit_to(self, placed: Placed, before: Cluster) -> Cluster | None:
        gathered, account = placed.home, placed.account
        if self._is_told_later(placed) or not self._changes_nothing(placed):
            return None
        self._put(placed)
        told = placed.fit is not None and set(placed.fit.reasons) <= set(before.because)
        if told and account.order > before.accounts[-1].order and placed is gathered.placed[-1]:
            gathered.cluster = Cluster((*before.accounts, account), before.because)
        return self.cluster(gathered)

    def _changes_nothing(self, placed: Placed) -> bool:
        """Say whether an account moves no other by what it tells its group."""
        gathered, key, signs = placed.home, placed.key, tuple(self._signs_of(placed))
        group = self._rebuilt(gathered, key)
        shape = group.shape()
        group.add(placed.account)
        tells = group.shape() != shape
        new = [sign for sign in signs if gathered.signs.get(sign, _NEVER) > key]
        if not tells and not new:
            return True
        if gathered.shapers[-1].key > key:
            return False
        lookers = {*gathered.signs, *signs} if tells else new
        return all(self._stays(p, group, gathered.first) for p in self._after(lookers, key))

    def _stays(self, placed: Placed, group: Group, first: Key) -> bool:
        """Say whether an account stays where it is, though a group fits it as it does now."""
        fit = group.fit(placed.account)
        at_home = placed.home.placed[0].key == first
        if placed.account.source.key in self._told_twice:
            return False
        if at_home:
            return placed.fit is None or (fit is not None and fit == placed.fit)
        if fit is None:
            return True
        if placed.fit is None or fit.score > placed.fit.score:
            return False
        return fit.score < placed.fit.score or placed.home.first < first

    def _after(self, signs: Iterable[Hashable], key: Key) -> Iterator[Placed]:
        """Yield the accounts under signs that come after a place, each once."""
        seen: set[str] = set()
        for sign in signs:
            under = self._by_sign.get(sign, [])
            for placed in under[bisect_left(under, key, key=lambda p: p.key) :]:
                if placed.account.mention_id not in seen:
                    seen.add(placed.account.mention_id)
                    yield placed

    def _candidates(self, account: Account, key: Key) -> list[Gathered]:
        """Return the groups that an account may fit at its place, in the order of their opening."""
        found = {
            id(g): g
            for sign in self.family.signs(account)
            for g in self._found.get(sign, ())
            if g.signs[sign] < key
        }
        return sorted(found.values(), key=lambda g: g.first)

    def _best(
        self, account: Account, candidates: Iterable[tuple[Gathered, Group]]
    ) -> tuple[Gathered, Fit] | None:
        best: tuple[Gathered, Fit] | None = None
        # Of equals the group that was opened first: it is the one of the more telling account.
        for gathered, group in candidates:
            fit = group.fit(account)
            if fit and (best is None or fit.score > best[1].score):
                best = (gathered, fit)
        return best

    def _before(self, gathered: Gathered, key: Key) -> Group:
        """Return a group as it is before a place in the order of grouping."""
        if gathered.shapers[-1].key < key:
            return gathered.group
        return self._rebuilt(gathered, key)

    def _rebuilt(self, gathered: Gathered, key: Key) -> Group:
        group = self.family.group()
        for shaper in gathered.shapers:
            if shaper.key < key:
                group.add(shaper.account)
        return group

    def _signs_of(self, placed: Placed) -> Iterable[Hashable]:
        """Return the signs under which an account is found, or lets its group be found."""
        opens = not placed.home.placed or placed.home.placed[0] is placed
        return self.family.signs(placed.account) if opens or not self.family.by_first else ()

    def _open(self) -> Gathered:
        gathered = Gathered(self.family.group())
        self.groups.append(gathered)
        return gathered

    def _put(self, placed: Placed) -> None:
        gathered, account = placed.home, placed.account
        shape = gathered.group.shape()
        gathered.group.add(account)
        insort(gathered.placed, placed, key=lambda p: p.key)
        if gathered.group.shape() != shape or self._is_new(placed):
            insort(gathered.shapers, placed, key=lambda p: p.key)
        for sign in self._signs_of(placed):
            if sign not in gathered.signs:
                self._found[sign].append(gathered)
            gathered.signs[sign] = min(gathered.signs.get(sign, placed.key), placed.key)
        for sign in self.family.signs(account):
            under = self._by_sign[sign]
            if under and under[-1].key > placed.key:
                insort(under, placed, key=lambda p: p.key)
                continue
            under.append(placed)
        if account.source.key in self._articles:
            self._told_twice.add(account.source.key)
        self._articles.add(account.source.key)
        gathered.cluster = None

    def _is_told_later(self, placed: Placed) -> bool:
        """Say whether the first account of its structure in its group comes after one."""
        return any(
            p.key > placed.key and p.account.structure == placed.account.structure
            for p in placed.home.shapers
        )

    def _is_new(self, placed: Placed) -> bool:
        """Say whether no account of its structure comes before one in its group."""
        return all(
            p.key >= placed.key or p.account.structure != placed.account.structure
            for p in placed.home.shapers
        )


_NEVER: Key = ((float("inf"),), ("", ""))


def grouped(family: Family, accounts: Iterable[Account]) -> Grouping:
    """Group accounts by event: a function of their set, whatever their order."""
    grouping = Grouping(family)
    for account in sorted(accounts, key=family.key):
        grouping.place(account)
    return grouping


def _because(placed: Iterable[Placed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason for p in placed if p.fit for reason in p.fit.reasons))
