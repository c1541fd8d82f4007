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

    origins: dict[str, Origin]
    last: str
    """When the last report was published."""
    shelf: Shelf = field(default_factory=Shelf)
    names: dict[str, str] = field(default_factory=dict)
    """Slugs of outlets that report, by key."""
    cited: set[str] = field(default_factory=set)
    """Keys of outlets that are named as sources."""

    def add(self, account: Account) -> Origin | None:
        """Trace one report more; None where it bears upon those before it."""
        source = account.source
        outlet = key_of(source.outlet)
        if account.published <= self.last or source.lineage or outlet in self.cited:
            return None
        number = self.shelf.nearest(account)
        self.shelf.file(account)
        self.last = account.published
        name = self.names.setdefault(outlet, slug_of(source.outlet))
        origin = Origin(name, own=True)
        if number is not None:
            original = self.shelf.texts[number]
            origin = Origin(self.origins[original.mention_id].root, own=False, copy_of=original)
        self.origins[account.mention_id] = origin
        return origin


def trace(ordered: Sequence[Account]) -> Trace:
    """Return the origins of reports, given in order of publication."""
    traced = Trace(find_origins(ordered), ordered[-1].published)
    for account in ordered:
        traced.shelf.file(account)
        traced.names.setdefault(key_of(account.source.outlet), slug_of(account.source.outlet))
        traced.cited |= {key_of(outlet) for outlet, _ in account.source.lineage}
    return traced
