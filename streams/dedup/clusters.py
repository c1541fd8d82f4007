"""The clusters that the mentions of a block form."""

from collections.abc import Iterable, Iterator

from schemas.vocabulary import Kind
from streams.dedup.account import Account
from streams.dedup.identity import group
from streams.dedup.identity.groups import Cluster
from streams.dedup.memo import Memo
from streams.dedup.rulings import obey
from streams.dedup.state import Block


def clusters_of(block: Block, kind: Kind, memo: Memo) -> tuple[Cluster, ...]:
    """Return the clusters of one kind of mention, as people have ruled."""
    ids = (id_ for id_, kept in block.mentions.items() if kept.kind == kind)
    found = group(accounts_of(block, ids, memo))
    return obey(found, (each for each in block.rulings.values() if each.kind == kind))


def accounts_of(block: Block, mention_ids: Iterable[str], memo: Memo) -> Iterator[Account]:
    """Yield the accounts that mentions give, but for those withdrawn."""
    for mention_id in mention_ids:
        kept = block.mentions[mention_id]
        if not kept.withdrawn:
            yield memo.account(mention_id, kept, block.sources[kept.source])
