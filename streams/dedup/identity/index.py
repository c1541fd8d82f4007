"""Find groups and accounts by the signs that they share with one.

A negotiation has few accounts of a kind at a time, mostly: these are looked through, which is
faster than to file them under a dozen signs each, and takes some 3 % less room.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from streams.dedup.identity.groups import Key
from streams.dedup.identity.placed import Gathered, Lineup, Placed

FEW = 48
"""Accounts that are looked through."""


@dataclass(slots=True)
class Index:
    """Groups, and their accounts by sign once there are many."""

    enough: Callable[[int], int]
    groups: list[Gathered] = field(default_factory=list)
    _number: int = 0
    _found: defaultdict[Hashable, list[Gathered]] | None = None
    _by_sign: defaultdict[Hashable, Lineup] = field(default_factory=lambda: defaultdict(Lineup))

    def add(self, gathered: Gathered) -> None:
        """Add a group, of whose accounts none is new."""
        self.groups.append(gathered)
        if self._found is not None:
            for sign in gathered.signs:
                self._found[sign].append(gathered)

    def remove(self, gathered: Gathered) -> None:
        """Remove a group, but not its accounts."""
        self.groups.remove(gathered)
        if self._found is not None:
            for sign in gathered.signs:
                self._found[sign].remove(gathered)

    def lets_find(self, gathered: Gathered, signs: Iterable[Hashable], key: Key) -> None:
        """Let a group be found by signs from a place on."""
        for sign in signs:
            known = gathered.signs.get(sign)
            if known is None and self._found is not None:
                self._found[sign].append(gathered)
            if known is None or key < known:
                gathered.signs[sign] = key

    def add_account(self, placed: Placed) -> None:
        """Add an account of a group."""
        self._number += 1
        if self._found is not None:
            self._file(placed)
        elif self._number > FEW:
            self._file_all(placed)

    def _file_all(self, new: Placed) -> None:
        self._found = defaultdict(list)
        known = [placed for gathered in self.groups for placed in gathered.placed.accounts]
        for placed in {id(p): p for p in (*known, new)}.values():
            self._file(placed)
        for gathered in {id(g): g for g in (*self.groups, new.home)}.values():
            for sign in gathered.signs:
                self._found[sign].append(gathered)

    def _file(self, placed: Placed) -> None:
        for sign in (*placed.signs, *placed.asks):
            self._by_sign[sign].insert(placed)

    def candidates(self, placed: Placed) -> list[Gathered]:
        """Return the groups that an account may fit at its place, in the order of their opening."""
        if self._found is None:
            signs, key = (*placed.signs, *placed.asks), placed.key
            found = [
                g for g in self.groups if not g.signs.keys().isdisjoint(signs) and g.first < key
            ]
        else:
            found = self._filed(self._found, placed)
        return sorted(found, key=_first) if len(found) > 1 else found

    def _filed(self, found: dict[Hashable, list[Gathered]], placed: Placed) -> list[Gathered]:
        signs, key = placed.signs, placed.key
        under = [sign for sign in signs if sign in found]
        spared = len(signs) - self.enough(len(signs))
        if spared:
            # Those under which most is found are left out.
            under.sort(key=lambda sign: len(found[sign]))
            del under[max(len(under) - spared, 0) :]
        under += [mark for mark in placed.asks if mark in found]
        return [*{id(g): g for sign in under for g in found[sign] if g.signs[sign] < key}.values()]

    def after(self, signs: Iterable[Hashable], key: Key) -> Iterator[Placed]:
        """Yield the accounts after a place that share enough of the signs to be concerned."""
        if self._found is None:
            yield from self._looked_through(frozenset(signs), key)
            return
        shared: dict[int, int] = {}
        for sign in signs:
            under = self._by_sign.get(sign)
            is_mark = isinstance(sign, bytes)
            for placed in under.after(key) if under is not None else ():
                before = shared.get(id(placed), 0)
                shared[id(placed)] = count = before + (placed.concern if is_mark else 1)
                if before < placed.concern <= count:
                    yield placed

    def _looked_through(self, signs: frozenset[Hashable], key: Key) -> Iterator[Placed]:
        for gathered in self.groups:
            if gathered.placed.keys[-1] <= key:
                continue
            for placed in gathered.placed.accounts:
                if placed.key > key and _is_concerned(placed, signs):
                    yield placed


def _is_concerned(placed: Placed, signs: frozenset[Hashable]) -> bool:
    if len(signs.intersection(placed.signs)) >= placed.concern:
        return True
    return not signs.isdisjoint(placed.asks)


def _first(gathered: Gathered) -> Key:
    return gathered.first
