"""The clusters that the mentions of a block form."""

from collections.abc import Iterable, Iterator

from schemas.vocabulary import Kind
from streams.dedup.account import Account, kept_account
from streams.dedup.identity import group
from streams.dedup.identity.groups import Cluster
from streams.dedup.rulings import obey
from streams.dedup.state import Block


def clusters_of(block: Block, kind: Kind) -> tuple[Cluster, ...]:
    """Return the clusters of one kind of mention, as people have ruled."""
    found = group(accounts_of(block, (i for i, k in block.mentions.items() if k.kind == kind)))
    return obey(found, (each for each in block.rulings.values() if each.kind == kind))


def accounts_of(block: Block, mention_ids: Iterable[str]) -> Iterator[Account]:
    """Yield the accounts that mentions give, but for those withdrawn."""
    for mention_id in mention_ids:
        kept = block.mentions[mention_id]
        if not kept.withdrawn:
            yield kept_account(mention_id, kept, block.sources[kept.source])
