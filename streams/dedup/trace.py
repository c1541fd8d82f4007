"""The origins of an event's reports, kept so that one more can be traced by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field

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
    _shelf: Shelf = field(default_factory=Shelf)

    def add(self, account: Account) -> Origin | None:
        """Trace one report more; None where it bears upon those before it."""
        source = account.source
        outlet = key_of(source.outlet)
        last = self.ordered[-1].published
        if account.published <= last or source.lineage or outlet in self.cited:
            return None
        for known in self.ordered[len(self._shelf.texts) :]:
            self._shelf.file(known)
        number = self._shelf.nearest(account)
        self.ordered.append(account)
        name = self.names.setdefault(outlet, slug_of(source.outlet))
        origin = Origin(name, own=True)
        if number is not None:
            original = self._shelf.texts[number]
            origin = Origin(self.origins[original.mention_id].root, own=False, copy_of=original)
        self.origins[account.mention_id] = origin
        return origin


def trace(ordered: Sequence[Account]) -> Trace:
    """Return the origins of reports, given in order of publication."""
    names: dict[str, str] = {}
    for account in ordered:
        names.setdefault(key_of(account.source.outlet), slug_of(account.source.outlet))
    cited = {key_of(outlet) for account in ordered for outlet, _ in account.source.lineage}
    return Trace([*ordered], find_origins(ordered), names, frozenset(cited))
