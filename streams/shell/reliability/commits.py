"""No commit passes a record that is still being worked on.

Faust commits the run of acknowledged offsets that starts at most one above the last commit, and
anything at all while a group has no commit yet. With two records in flight the second commits past
the first: a worker that dies then has lost it. Concurrency above one and two agents on one topic do
that; so does a gap in the offsets (compaction, transaction markers), which Faust counts as
acknowledged up to and including the record behind the gap.

`demands.py` refuses concurrency, for the sake of order; the bound here holds whatever the agents
do. A record that was delivered and lies beyond the bound stays noted for a later commit.
"""

from typing import Any


def bound_commits(consumer: Any) -> None:
    """Let a consumer commit no further than its first unacknowledged record of a partition."""
    original = consumer._new_offset

    def new_offset(tp: Any) -> int | None:
        first = first_unacknowledged(consumer, tp)
        if first is None:
            return original(tp)  # type: ignore[no-any-return]
        acked = consumer._acked[tp]
        beyond = [offset for offset in acked if offset >= first]
        acked[:] = [offset for offset in acked if offset < first]
        # Within a gap that reaches up to the record itself, Faust would go one too far.
        offset = original(tp)
        acked.extend(beyond)
        return None if offset is None else min(offset, first)

    consumer._new_offset = new_offset


def first_unacknowledged(consumer: Any, tp: Any) -> int | None:
    """Return the lowest offset of a partition that an agent has taken and not finished."""
    taken = (m.offset for m in consumer._unacked_messages if m.tp == tp and not m.acked)
    return min(taken, default=None)
