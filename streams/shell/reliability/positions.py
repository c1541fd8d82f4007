"""A partition without a commit is read from where it begins.

Faust drops what it has fetched while the flow is stopped, as in every rebalance, and seeks back to
the committed offsets. aiokafka seeks only where there is a commit above zero: in a group that is
new, or a partition that is, the position stays behind the records that were dropped. They are
skipped, and the first commit passes them, since Faust commits anything while there is none before.
Two workers that are started at once for the first time are enough.

Here such partitions are sought back to their beginning, which is where a new group starts
(`demands.py` holds it to that). What was finished and not committed yet comes again.
"""

from collections.abc import Mapping
from functools import wraps
from typing import Any


def seek_back(consumer: Any) -> None:
    """Let a consumer that seeks to its commits seek to the beginning where it has none.

    Changelogs never have any; whoever restores the tables looks after their positions.
    """
    original = consumer.seek_to_committed

    @wraps(original)
    async def seek_to_committed() -> Mapping[Any, int | None]:
        offsets: Mapping[Any, int | None] = await original()
        unread = [
            tp for tp, offset in offsets.items() if not offset and not consumer._is_changelog_tp(tp)
        ]
        if unread:
            await consumer.seek_wait(await consumer.earliest_offsets(*unread))
        return offsets

    consumer.seek_to_committed = seek_to_committed
