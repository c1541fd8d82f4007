"""The origins of an event's reports, kept so that one more can be traced by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from streams.dedup.account import Account
from streams.dedup.copies import Shelf
from streams.dedup.origins import Origin, find_origins
from streams.dedup.outlets import key_of, slug_of


@dataclass(slots=True)
class Trace:
    """Origins of reports, all of them in order of publication."""

    ordered: list[Account]
    origins: dict[str, Origin]
    names: dict[str, str]
    """Slugs of outlets that report, by key."""
    cited: frozenset[str]
    """Keys of outlets that are named as sources."""
    roots: set[str]
    """The independent origins."""
    _shelf: Shelf = field(default_factory=Shelf)

    def add(self, account: Account) -> Origin | None:
        """Trace one report more; None where it bears upon those before it."""
        source = account.source
        outlet = key_of(source.outlet)
        if account.published < self.ordered[-1].published:
            return None
        if source.lineage or outlet in self.cited:
            return None
        for place in range(len(self._shelf.texts), len(self.ordered)):
            self._shelf.file(self.ordered[place])
        number = self._shelf.nearest(account)
        if not self._files(account):
            return None
        self.ordered.append(account)
        name = self.names.setdefault(outlet, slug_of(source.outlet))
        origin = Origin(name, own=True)
        if number is not None:
            original = self._shelf.texts[number]
            origin = Origin(self.origins[original.mention_id].root, own=False, copy_of=original)
        self.origins[account.mention_id] = origin
        self.roots.add(origin.root)
        return origin

    def _files(self, account: Account) -> bool:
        """File a text, and say whether those of the same moment go back to what they did before."""
        reports = reversed(self.ordered)
        together = [*takewhile(lambda known: known.published == account.published, reports)]
        before = [self._shelf.nearest(known) for known in together]
        self._shelf.file(account)
        return before == [self._shelf.nearest(known) for known in together]


def trace(ordered: Sequence[Account]) -> Trace:
    """Return the origins of reports, given in order of publication."""
    if len(ordered) == 1 and not ordered[0].source.lineage:
        return _own(ordered[0])
    names: dict[str, str] = {}
    for account in ordered:
        names.setdefault(key_of(account.source.outlet), slug_of(account.source.outlet))
    cited = {key_of(outlet) for account in ordered for outlet, _ in account.source.lineage}
    origins = find_origins(ordered)
    roots = {origin.root for origin in origins.values()}
    return Trace([*ordered], origins, names, frozenset(cited), roots)


def _own(account: Account) -> Trace:
    """Return the origin of a report that stands alone and names no other: it is its own."""
    outlet = account.source.outlet
    name = slug_of(outlet)
    origins = {account.mention_id: Origin(name, own=True)}
    return Trace([account], origins, {key_of(outlet): name}, frozenset(), {name})
