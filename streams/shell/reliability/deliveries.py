"""No commit follows a delivery that failed.

A send returns as soon as the record is buffered. When the delivery fails later, Faust writes a
warning, and commits the record that caused it. And its flush before the commit gives up on the
buffer of table changes after a tenth of a second, counts a change that is on its way to the
producer as gone, and does not look at what became of any of them.

Here every delivery is kept until it is settled. A flush waits for all of them and raises
`DeliveryFailed` if one failed, and from then on always: the worker ends, nothing is committed, and
the records are delivered again.
"""

import asyncio
from collections.abc import Callable
from functools import wraps
from typing import Any

from streams.errors import ParleyError

Delivery = Any
"""What `await topic.send(...)` returns: a future of the broker's acknowledgement."""
POLL_SECONDS = 0.005


class DeliveryFailed(ParleyError):
    """A record did not reach Kafka; what caused it must not be committed."""


class Deliveries:
    """What was sent, until the broker has it or the failure is known."""

    def __init__(self) -> None:
        self.open: set[Delivery] = set()
        self.failures: list[BaseException] = []
        self.on_the_way = 0

    def add(self, delivery: Delivery) -> None:
        """Keep a delivery until it is settled."""
        self.open.add(delivery)
        delivery.add_done_callback(self._settled)

    async def settle(self) -> None:
        """Wait for all that was sent until now; raises `DeliveryFailed`."""
        if self.open:
            await asyncio.wait(set(self.open))
        if self.failures:
            raise DeliveryFailed(f"not delivered: {self.failures[0]!r}") from self.failures[0]

    def _settled(self, delivery: Delivery) -> None:
        if delivery not in self.open:
            return
        self.open.discard(delivery)
        if delivery.cancelled():
            self.failures.append(asyncio.CancelledError("delivery cancelled"))
        elif error := delivery.exception():
            self.failures.append(error)


def answer_for_deliveries(app: Any) -> None:
    """Let an application commit only when all it sent was delivered."""
    deliveries = app.producer.deliveries = Deliveries()
    _keep_sent(app.producer, deliveries)
    _count_buffered(app.producer.buffer, deliveries)
    _flush_all(app.producer, deliveries)
    # Raised here, the failure would interrupt a shutdown half way.
    app.consumer._commit_offsets = _crashing(app.consumer, app.consumer._commit_offsets)
    app._producer_flush = _crashing(app, app._producer_flush)


def _keep_sent(producer: Any, deliveries: Deliveries) -> None:
    original = producer.send

    @wraps(original)
    async def send(*args: Any, **kwargs: Any) -> Delivery:
        try:
            delivery = await original(*args, **kwargs)
        except Exception as exc:
            deliveries.failures.append(exc)
            raise
        deliveries.add(delivery)
        return delivery

    producer.send = send


def _count_buffered(buffer: Any, deliveries: Deliveries) -> None:
    """Count the table change that left the buffer and has not reached the producer."""
    original = buffer._send_pending

    async def send_pending(future: Any) -> None:
        deliveries.on_the_way += 1
        await original(future)
        # Not counted down when it failed: the change is lost, and no commit may follow.
        deliveries.on_the_way -= 1

    buffer._send_pending = send_pending


def _flush_all(producer: Any, deliveries: Deliveries) -> None:
    original = producer.flush

    async def flush() -> None:
        while producer.buffer.size or deliveries.on_the_way:
            if producer.buffer.should_stop:
                raise DeliveryFailed("the buffer of table changes stopped before it was empty")
            await asyncio.sleep(POLL_SECONDS)
        await original()
        await deliveries.settle()

    producer.flush = flush


def _crashing(service: Any, method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    async def guarded(*args: Any, **kwargs: Any) -> Any:
        try:
            return await method(*args, **kwargs)
        except DeliveryFailed as exc:
            await service.crash(exc)
            return False

    return guarded
