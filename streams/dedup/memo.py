"""What has been worked out of one block already."""

from dataclasses import dataclass, field

from schemas import Event
from streams.dedup.account import Account, kept_account
from streams.dedup.state import Kept, Published, Source


@dataclass(slots=True)
class Memo:
    """Saves working out again what follows from a block alone; an empty one changes no result."""

    accounts: dict[str, Account] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)

    def account(self, mention_id: str, kept: Kept, source: Source) -> Account:
        """Return the account that a mention in the block gives."""
        known = self.accounts.get(mention_id)
        # Records are immutable: the same object says the same.
        if known is None or known.said is not kept or known.source is not source:
            known = kept_account(mention_id, kept, source)
            self.accounts[mention_id] = known
        return known

    def event(self, event_id: str, published: Published) -> Event | None:
        """Return an event as it was published, if it is known still."""
        known = self.events.get(event_id)
        return known if known and known.revision == published.revision else None
