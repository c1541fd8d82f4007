"""The clusters that the mentions of a block form."""

from collections.abc import Iterable, Iterator

from schemas.vocabulary import Kind
from streams.dedup.account import Account
from streams.dedup.identity import FAMILIES, group
from streams.dedup.identity.grouping import Grouping
from streams.dedup.identity.groups import Cluster
from streams.dedup.identity.regrouping import Moved, regroup
from streams.dedup.memo import Memo
from streams.dedup.rulings import obey
from streams.dedup.state import Block


def clusters_of(block: Block, kind: Kind, memo: Memo) -> tuple[Cluster, ...]:
    """Return the clusters of one kind of mention, as people have ruled, but for those closed."""
    closed = {m for event in block.events.values() if event.closed for m in event.mentions}
    mentions = block.mentions.items()
    ids = (id_ for id_, kept in mentions if kept.kind == kind and id_ not in closed)
    grouping = group(accounts_of(block, ids, memo))
    rulings = [each for each in block.rulings.values() if each.kind == kind]
    memo.remember(kind, grouping if not rulings else None)
    return obey(grouping.clusters(), rulings) if grouping else ()


def admitted(block: Block, mention_id: str, memo: Memo) -> Cluster | None:
    """Return the cluster of a mention that is new in a block, where it moves no other.

    None where it may, or where the clusters of the block before are not known.
    """
    kept = block.mentions[mention_id]
    if len(block.mentions) == 1 and not block.rulings:
        memo.groupings = {kept.kind: Grouping(FAMILIES[kept.kind])}
    grouping = memo.groupings.get(kept.kind)
    if kept.withdrawn or grouping is None:
        return None
    return grouping.admit(memo.account(mention_id, kept))


def moved(block: Block, mention_id: str, memo: Memo) -> Moved | None:
    """Return the clusters that a mention which is new in a block changes.

    None where that is not known without forming all anew.
    """
    kept = block.mentions[mention_id]
    grouping = memo.groupings.get(kept.kind)
    if kept.withdrawn or grouping is None:
        return None
    return regroup(grouping, memo.account(mention_id, kept))


def accounts_of(block: Block, mention_ids: Iterable[str], memo: Memo) -> Iterator[Account]:
    """Yield the accounts that mentions give, but for those withdrawn."""
    for mention_id in mention_ids:
        kept = block.mentions[mention_id]
        if not kept.withdrawn:
            yield memo.account(mention_id, kept)
