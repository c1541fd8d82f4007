"""The origins of an event's reports, kept so that one more can be traced by itself."""

from collections.abc import Sequence
from itertools import takewhile

import msgspec

from streams.dedup.account import Account
from streams.dedup.copies import Shelf
from streams.dedup.origins import Origin, find_origins
from streams.dedup.outlets import key_of, slug_of


class Trace(msgspec.Struct, gc=False):
    """Reports in order of publication, and the origin of each."""

    origins: list[Origin]
    names: dict[str, str]
    """Slugs of outlets that report, by key."""
    cited: frozenset[str]
    """Keys of outlets that are named as sources."""
    roots: set[str]
    """The independent origins."""
    _shelf: Shelf

    def add(self, account: Account) -> Origin | None:
        """Trace one report more; None where it bears upon those before it."""
        source, reports = account.source, self._shelf.texts
        outlet = key_of(source.outlet)
        if account.published < reports[-1].published:
            return None
        if source.lineage or outlet in self.cited:
            return None
        number = self._shelf.nearest(account)
        if not self._takes_in(account):
            return None
        name = self.names.setdefault(outlet, slug_of(source.outlet))
        origin = Origin(name, own=True)
        if number is not None:
            origin = Origin(self.origins[number].root, own=False, copy_of=reports[number])
        self.origins.append(origin)
        self.roots.add(origin.root)
        return origin

    def _takes_in(self, account: Account) -> bool:
        """Take in a text, and say whether those of its moment go back to what they did before."""
        reports = reversed(self._shelf.texts)
        together = [*takewhile(lambda known: known.published == account.published, reports)]
        before = [self._shelf.nearest(known) for known in together]
        self._shelf.texts.append(account)
        return before == [self._shelf.nearest(known) for known in together]


def trace(ordered: Sequence[Account]) -> Trace:
    """Return the origins of reports, given in order of publication."""
    if len(ordered) == 1 and not ordered[0].source.lineage:
        return _own(ordered[0])
    names: dict[str, str] = {}
    for account in ordered:
        names.setdefault(key_of(account.source.outlet), slug_of(account.source.outlet))
    cited = {key_of(outlet) for account in ordered for outlet, _ in account.source.lineage}
    found = find_origins(ordered)
    origins = [found[account.mention_id] for account in ordered]
    roots = {origin.root for origin in origins}
    return Trace(origins, names, frozenset(cited), roots, Shelf([*ordered]))


def _own(account: Account) -> Trace:
    """Return the origin of a report that stands alone and names no other: it is its own."""
    outlet = account.source.outlet
    name = slug_of(outlet)
    return Trace(
        [Origin(name, own=True)], {key_of(outlet): name}, frozenset(), {name}, Shelf([account])
    )
