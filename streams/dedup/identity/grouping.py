"""The groups of one kind of account, and a way to add one more without grouping all anew.

Most reports tell their group nothing that it did not know. Such a one changes the place of no
other, so that it costs the same however many there are. Whatever might move another account is
refused here: then those that it may concern are grouped again (regrouping.py). The outcome is the
same either way.
"""

from bisect import insort
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from streams.dedup.account import Account
from streams.dedup.identity.groups import Cluster, Family, Fit, Group, Key
from streams.dedup.identity.index import Index
from streams.dedup.identity.placed import Gathered, Placed
from streams.dedup.identity.reach import is_news_with


@dataclass(slots=True)
class Grouping:
    """Accounts of one kind, grouped by event."""

    family: Family
    index: Index = field(init=False)
    _articles: set[str] = field(default_factory=set)
    _told_twice: set[str] = field(default_factory=set)
    """Articles that gave several accounts."""

    def __post_init__(self) -> None:
        self.index = Index(self.family.enough)

    @property
    def groups(self) -> list[Gathered]:
        """Return the groups, in no order."""
        return self.index.groups

    def dissolve(self) -> None:
        """Part groups and accounts, which refer to each other, so that they are freed at once."""
        for gathered in self.groups:
            gathered.placed.clear()
            gathered.shapers.clear()
        self.groups.clear()

    def clusters(self) -> tuple[Cluster, ...]:
        """Return the clusters."""
        return tuple(self.cluster(gathered) for gathered in self.groups)

    def cluster(self, gathered: Gathered) -> Cluster:
        """Return the cluster that a group is."""
        if gathered.cluster is None:
            accounts = sorted((p.account for p in gathered.placed.accounts), key=_order)
            gathered.cluster = Cluster(tuple(accounts), gathered.why())
        return gathered.cluster

    def place(self, account: Account) -> None:
        """Place the next account in the order of grouping."""
        placed = self.unplaced(account)
        groups = self.index.candidates(placed)
        best = self.best(account, ((g, g.group) for g in groups))
        placed.home, placed.fit = best or (self.new(), None)
        self.put(placed)

    def admit(self, account: Account) -> Cluster | None:
        """Add an account out of order, and return its cluster; None where others may move.

        After None this grouping is as it was.
        """
        if account.source.key in self._articles:
            return None
        placed = self.unplaced(account)
        groups = self.index.candidates(placed)
        found = ((g, self.before(g, placed.key)) for g in groups)
        best = self.best(account, ((g, group) for g, group in found if group.members))
        if best is None:
            return self._admit_alone(placed)
        placed.home, placed.fit = best
        before = self.cluster(placed.home)
        if account.order < before.first.order:
            return None
        return self._admit_to(placed, before)

    def unplaced(self, account: Account) -> Placed:
        """Return an account at its place in the order, without a group."""
        key, signs = self.family.key(account), tuple(self.family.signs(account))
        concern = len(signs) - self.family.enough(len(signs)) + 1
        marks = self.family.marks(account)
        return Placed(key, account, signs, _NOWHERE, None, concern, marks.shown, marks.sought)

    def new(self) -> Gathered:
        """Return a group without accounts, which is none of these yet."""
        return Gathered(self.family.group())

    def _admit_alone(self, placed: Placed) -> Cluster | None:
        group = self.family.group()
        group.add(placed.account)
        key = placed.key
        signs = (*placed.signs, *placed.marks)
        if not all(self.stays(p, group, key) for p in self.index.after(signs, key)):
            return None
        placed.home = self.new()
        self.put(placed)
        return self.cluster(placed.home)

    def _admit_to(self, placed: Placed, before: Cluster) -> Cluster | None:
        gathered, account = placed.home, placed.account
        # The first account of its structure in its group must not come after it.
        told_later = gathered.structures.get(account.structure, placed.key) > placed.key
        if told_later or not self._changes_nothing(placed):
            return None
        self.put(placed)
        gathered.cluster = Cluster(_inserted(before.accounts, account), gathered.why())
        return gathered.cluster

    def _changes_nothing(self, placed: Placed) -> bool:
        """Say whether an account moves no other by what it tells its group."""
        gathered, key, signs = placed.home, placed.key, self._signs_of(placed)
        new = [sign for sign in signs if gathered.signs.get(sign, _NEVER) > key]
        tells = not self.before(gathered, key).knows(placed.account)
        if not tells and not new:
            return True
        if gathered.shapers.keys[-1] > key:
            return False
        group = self._rebuilt(gathered, len(gathered.shapers.keys))
        group.add(placed.account)
        lookers = {*gathered.signs, *signs} if tells else new
        return all(self.stays(p, group, gathered.first) for p in self.index.after(lookers, key))

    def note_article(self, account: Account) -> None:
        """Note that an account is about to come, which may not be the first of its article."""
        if account.source.key in self._articles:
            self._told_twice.add(account.source.key)

    def shares_article(self, account: Account, gathered: Gathered) -> bool:
        """Say whether a group has another account of the article of one."""
        article = account.source.key
        if article not in self._told_twice:
            return False
        return any(placed.account.source.key == article for placed in gathered.placed.accounts)

    def replace(self, gone: Iterable[Gathered], new: Iterable[Gathered]) -> None:
        """Put groups in the place of others, whose accounts they have."""
        known: dict[str, Placed] = {}
        for gathered in gone:
            known |= {placed.account.mention_id: placed for placed in gathered.placed.accounts}
            self.index.remove(gathered)
        groups = tuple(new)
        fresh = [
            placed
            for gathered in groups
            for placed in gathered.placed.accounts
            if placed.account.mention_id not in known
        ]
        for gathered in groups:
            self._adopt(gathered, known)
        # Not before all groups stand there: the index may begin to file accounts with this one.
        for placed in fresh:
            self._file_account(placed)

    def _adopt(self, gathered: Gathered, known: Mapping[str, Placed]) -> None:
        for placed in gathered.placed.accounts:
            filed = known.get(placed.account.mention_id, placed)
            filed.home, filed.fit = gathered, placed.fit
        gathered.placed.exchange(known)
        gathered.shapers.exchange(known)
        self.index.add(gathered)

    def stays(self, placed: Placed, group: Group, first: Key) -> bool:
        """Say whether an account stays where it is, though a group fits it as it does now."""
        fit = fit_in(group, placed.account)
        at_home = placed.home.first == first
        if placed.account.source.key in self._told_twice:
            return False
        if at_home:
            return placed.fit is None or (fit is not None and fit == placed.fit)
        if fit is None:
            return True
        if placed.fit is None or fit.score > placed.fit.score:
            return False
        return fit.score < placed.fit.score or placed.home.first < first

    def best(
        self, account: Account, candidates: Iterable[tuple[Gathered, Group]]
    ) -> tuple[Gathered, Fit] | None:
        """Return the group that an account fits best, of candidates in the order of opening."""
        best: tuple[Gathered, Fit] | None = None
        # Of equals the group that was opened first: it is the one of the more telling account.
        for gathered, group in candidates:
            fit = fit_in(group, account)
            if fit and (best is None or fit.score > best[1].score):
                best = (gathered, fit)
        return best

    def before(self, gathered: Gathered, key: Key) -> Group:
        """Return a group as it is before a place in the order of grouping."""
        if gathered.shapers.keys[-1] < key:
            return gathered.group
        number = gathered.shapers.number(key)
        if gathered.earlier is None or gathered.earlier[0] != number:
            gathered.earlier = (number, self._rebuilt(gathered, number))
        return gathered.earlier[1]

    def _rebuilt(self, gathered: Gathered, number: int) -> Group:
        """Return a group as the first of its shapers form it."""
        group = self.family.group()
        for shaper in gathered.shapers.accounts[:number]:
            group.add(shaper.account)
        return group

    def _signs_of(self, placed: Placed) -> tuple[Hashable, ...]:
        """Return the signs under which an account lets its group be found."""
        if not placed.home.placed.keys or placed.home.placed.keys[0] is placed.key:
            return (*placed.signs, *placed.marks)
        return () if self.family.by_first else placed.signs

    def _file_account(self, placed: Placed) -> None:
        self.index.add_account(placed)
        self.note_article(placed.account)
        self._articles.add(placed.account.source.key)

    def put(self, placed: Placed) -> None:
        """Put an account into the group that it is said to be in."""
        gathered, account, key = placed.home, placed.account, placed.key
        tells = not gathered.group.knows(account)
        gathered.group.add(account)
        gathered.placed.insert(placed)
        is_new = key <= gathered.structures.get(account.structure, key)
        if is_new or tells:
            gathered.shapers.insert(placed)
            gathered.earlier = None
        if is_new:
            gathered.structures[account.structure] = key
        if placed.fit is not None:
            gathered.joined_by(placed.fit, key)
        if len(gathered.placed.keys) == 1:
            self.index.add(gathered)
        self.index.lets_find(gathered, self._signs_of(placed), key)
        self._file_account(placed)
        gathered.cluster = None


_NOWHERE: Any = None
"""Home of an account that is to be put into one."""
_NEVER: Key = (float("inf"),)


def fit_in(group: Group, account: Account) -> Fit | None:
    """Return how well an account fits a group; a hint fits what is news when its article is."""
    if account.hint and not is_news_with(account, group.members[0]):
        return None
    return group.fit(account)


def _inserted(accounts: tuple[Account, ...], account: Account) -> tuple[Account, ...]:
    """Return accounts in order of publication with one more."""
    if accounts[-1].order < account.order:
        return (*accounts, account)
    longer = list(accounts)
    insort(longer, account, key=_order)
    return tuple(longer)


def _order(account: Account) -> tuple[str, str]:
    return account.order


def grouped(family: Family, accounts: Iterable[Account]) -> Grouping:
    """Group accounts by event: a function of their set, whatever their order."""
    grouping = Grouping(family)
    for account in sorted(accounts, key=family.key):
        grouping.place(account)
    return grouping
