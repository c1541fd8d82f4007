"""A worker with tables that starts behind a backlog skips nothing.

When a table has been restored, Faust lets the source partitions flow again, seeks to the committed
offsets, and then clears all queues. Records that were fetched in between are gone from the queue,
and the position is past them: they are skipped. The commit freezes before the hole or, where the
hole is a single record, passes it (github.com/faust-streaming/faust/issues/596).

Here the flow is stopped before the partitions are let go, and Faust itself starts it again when the
queues have been cleared. The same on every new assignment: a worker that had no partitions until
then does not stop its flow, and would take records before its tables are there.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any


def hold_flow(app: Any) -> None:
    """Keep records from flowing from a new assignment, and from restored tables, until cleared."""
    recovery = app.tables.recovery
    recovery.on_recovery_completed = _after_stop(app, recovery.on_recovery_completed)
    app.consumer._on_partitions_assigned = _after_stop(app, app.consumer._on_partitions_assigned)


def _after_stop(app: Any, method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    async def stopped(*args: Any, **kwargs: Any) -> Any:
        app.consumer.stop_flow()
        app.flow_control.suspend()
        return await method(*args, **kwargs)

    return stopped
