"""What has been worked out of one block already."""

from dataclasses import dataclass, field

from schemas import Event
from schemas.vocabulary import Kind
from streams.dedup.account import Account, kept_account
from streams.dedup.event_ids import event_id
from streams.dedup.events import Made, add, make
from streams.dedup.identity.grouping import Grouping
from streams.dedup.identity.groups import Cluster
from streams.dedup.state import Block, Kept, Published


@dataclass(slots=True)
class Memo:
    """Saves working out again what follows from a block alone; an empty one changes no result."""

    accounts: dict[str, Account] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)
    groupings: dict[Kind, Grouping] = field(default_factory=dict)
    closed: dict[str, Account] | None = None
    """The most telling report of each event that is closed; None where they are to be found."""
    block: Block | None = None
    """The block that the groupings are of."""

    def forget_groupings(self) -> None:
        """Forget how accounts are grouped, and let go of them."""
        for grouping in self.groupings.values():
            grouping.dissolve()
        self.groupings.clear()

    def account(self, mention_id: str, kept: Kept) -> Account:
        """Return the account that a mention in the block gives."""
        known = self.accounts.get(mention_id)
        if known is None or not _is_of(known, kept):
            known = kept_account(mention_id, kept)
            self.accounts[mention_id] = known
        return known

    def remember(self, kind: Kind, grouping: Grouping | None) -> None:
        """Remember how the accounts of one kind are grouped; None forgets it."""
        known = self.groupings.pop(kind, None)
        if known is not None:
            known.dissolve()
        if grouping is not None:
            self.groupings[kind] = grouping

    def make(self, cluster: Cluster, key: str | None) -> Event:
        """Return the event that a cluster reports, from the one before where that is enough."""
        id_ = event_id(cluster.first.mention_id, key)
        before = self.made.pop(id_, None)
        made = add(before, cluster, key) if before is not None else None
        self.made[id_] = made or make(cluster, key)
        return self.made[id_].event

    def made_before(self, cluster: Cluster, key: str | None) -> Event:
        """Return the event that a cluster reported, to which another report may be added."""
        made = make(cluster, key)
        self.made.setdefault(made.event.event_id, made)
        return made.event

    def event(self, event_id: str, published: Published) -> Event | None:
        """Return an event as it was published, if it is known still."""
        known = self.events.get(event_id)
        return known if known and known.revision == published.revision else None


def _is_of(account: Account, kept: Kept) -> bool:
    # Records are immutable: the same object says the same.
    same = account.said is kept.said and account.source is kept.source
    told = (account.versions, account.leads, account.hint)
    return same and told == (kept.versions, kept.leads, kept.hint)
