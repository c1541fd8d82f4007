"""A worker that stood still sends nothing until Kafka confirms that it is still in its group.

A process may stand still for longer than its session lasts: a container is paused, a virtual
machine moved, memory swapped out. Others have its partitions by then. When it goes on, it is in
the middle of a record, with tables as they were before: what it writes to a changelog comes behind
the rows of who has the partition now, and whoever restores the table next gets the old row. What
came in between is lost.

Here a produce request is held back while the last heartbeat that Kafka answered is older than the
session, and refused once the group has said that it no longer knows the worker. A delivery has then
failed, so nothing is committed and the worker ends (deliveries.py). A broker that is away only
makes requests wait. What is in the socket already cannot be held back.
"""

import asyncio
import time
from functools import partial, wraps
from typing import Any

from aiokafka.errors import KafkaError
from aiokafka.protocol.produce import ProduceRequest

from streams.shell.reliability.created import adjusted

POLL_SECONDS = 0.02


class MembershipLostError(KafkaError):  # type: ignore[misc]
    """The group gave the partitions to others while the worker stood still; not to be retried."""


class Membership:
    """What a worker knows of its place in its group."""

    def __init__(self, session_seconds: float) -> None:
        self._session_seconds = session_seconds
        self._confirmed_at: float | None = None
        self._losses = 0
        self._is_lost = False

    def confirm(self, asked_at: float) -> None:
        """Take note that the worker was a member when Kafka was asked, by the monotonic clock."""
        self._confirmed_at, self._is_lost = asked_at, False

    def lose(self) -> None:
        """Take note that the group knows the worker no more, if it did."""
        if self._confirmed_at is not None:
            self._losses, self._is_lost = self._losses + 1, True

    async def hold(self) -> None:
        """Wait until it is certain that the worker is a member; raises `MembershipLostError`."""
        losses = self._losses
        # Kafka answers in another thread, which has an event loop of its own.
        while self._losses == losses and not self._is_lost and self._is_in_doubt():  # noqa: ASYNC110
            await asyncio.sleep(POLL_SECONDS)
        if self._is_lost or self._losses != losses:
            raise MembershipLostError("the partitions went to other workers meanwhile")

    def _is_in_doubt(self) -> bool:
        if self._confirmed_at is None:
            return False
        return time.monotonic() - self._confirmed_at > self._session_seconds


def keep_membership(app: Any) -> None:
    """Let an application produce only while it is a member of its group."""
    membership = Membership(app.conf.broker_session_timeout)
    thread, producer = app.consumer._thread, app.producer
    tell, hold = partial(_tell, membership), partial(_hold_back, membership)
    thread._create_worker_consumer = adjusted(thread._create_worker_consumer, tell)
    producer._new_producer = adjusted(producer._new_producer, hold)


def _tell(membership: Membership, consumer: Any) -> None:
    """Let a consumer tell of its membership; it has a coordinator once it has started."""
    start = consumer.start

    @wraps(start)
    async def started() -> None:
        await start()
        _listen(consumer._coordinator, membership)

    consumer.start = started


def _listen(coordinator: Any, membership: Membership) -> None:
    beat, join = coordinator._do_heartbeat, coordinator._on_join_complete
    reset = coordinator.reset_generation

    @wraps(beat)
    async def do_heartbeat() -> bool:
        asked_at = time.monotonic()
        answered: bool = await beat()
        if answered:
            membership.confirm(asked_at)
        return answered

    @wraps(join)
    async def on_join_complete(*args: Any, **kwargs: Any) -> None:
        membership.confirm(time.monotonic())
        await join(*args, **kwargs)

    @wraps(reset)
    def reset_generation() -> None:
        membership.lose()
        reset()

    coordinator._do_heartbeat = do_heartbeat
    coordinator._on_join_complete = on_join_complete
    coordinator.reset_generation = reset_generation


def _hold_back(membership: Membership, producer: Any) -> None:
    """Let a producer hold back what it would send."""
    original = producer.client.send

    @wraps(original)
    async def send(node_id: int, request: Any, **options: Any) -> Any:
        if isinstance(request, ProduceRequest):
            await membership.hold()
        return await original(node_id, request, **options)

    producer.client.send = send
