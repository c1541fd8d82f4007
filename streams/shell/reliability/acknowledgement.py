"""A record whose agent failed is not acknowledged.

Faust acknowledges a record when the stream's generator moves past it, and closing the generator
moves past it too. So an exception that leaves an agent, a cancelled agent, and the other agents of
a worker that goes down because of it, all acknowledge the record they were in the middle of; the
commit on shutdown makes the loss final. The restarting supervisor then carries on with the next.

Here only an agent that comes back for the next record acknowledges the one before, or says of a
batch that it has `finished`. Together with
`mode.CrashingSupervisor` the worker ends, its exit code is not zero, and Kafka delivers the record
again to whoever takes over. The same holds of batches, which take what has come already: Faust's
own (`take`) are acknowledged whatever became of them, and wait for more.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from typing import Any, cast

import faust

from streams.shell.reliability.demands import UnreliableError

SKIPPED_SECONDS = 0.05
"""After which a batch is complete although something waited behind it."""


def _refused(name: str, why: str) -> Callable[..., Any]:
    def refuse(_stream: Any, *_args: Any, **_kwargs: Any) -> Any:
        raise UnreliableError(f"stream.{name}() could lose records: {why}")

    return refuse


class FinishedStream(faust.Stream[Any]):
    """A stream that acknowledges records when its agent asks for the next ones, and only then.

    What Faust acknowledges or sends in other ways, past this, is refused.
    """

    take, take_events, take_with_timestamp, noack_take = (
        _refused(name, "an exception loses the batch, and what waits behind it; use batches()")
        for name in ("take", "take_events", "take_with_timestamp", "noack_take")
    )
    noack = _refused("noack", "commits pass what nobody has finished")
    group_by, through, echo = (
        _refused(name, "it sends and awaits no delivery; send to a topic that an agent reads")
        for name in ("group_by", "through", "echo")
    )

    def __aiter__(self) -> AsyncIterator[Any]:
        """Iterate over the values, as Faust does."""
        values: Any = super().__aiter__()
        guarded = self._guard(values)
        # Faust closes the generators in this set when it stops the stream; had it the inner one,
        # that would acknowledge behind our back.
        self._active_agens.discard(values)
        self._active_agens.add(guarded)
        return guarded

    async def _guard(self, values: Any) -> AsyncGenerator[Any, None]:
        try:
            async for value in values:
                event = self.current_event
                try:
                    yield value
                except BaseException:
                    # One reference more than anybody will give back: it stays unacknowledged.
                    if event is not None:
                        event.message.incref()
                        self._unfinished = [*self._unfinished, event]
                    raise
        finally:
            await values.aclose()

    async def batches(self, records: int, size: int) -> AsyncGenerator[list[Any], None]:
        """Yield what has come, as events: so many records at most.

        The one with which its values reach that many bytes is the last. Nothing waits for a batch
        to grow. Its records are acknowledged together, when the agent has `finished`, and at the
        latest when it asks for the next batch.
        """
        events, channel = aiter(self), cast("Any", self.channel)
        coming: asyncio.Future[Any] | None = None
        try:
            while True:
                batch = self._unfinished = [await (coming or self._held(events))]
                coming, left = None, size - _size(batch[0])
                while len(batch) < records and left > 0 and not channel.queue.empty():
                    coming = asyncio.ensure_future(self._held(events))
                    # What waits there may be of partitions that others have by now: it is skipped.
                    if not (await asyncio.wait({coming}, timeout=SKIPPED_SECONDS))[0]:
                        break
                    batch.append(coming.result())
                    coming, left = None, left - _size(batch[-1])
                yield batch
                self.finished()
        except StopAsyncIteration:
            return
        finally:
            if coming is not None:
                coming.cancel()

    async def _held(self, events: AsyncIterator[Any]) -> Any:
        """Return the next event, with one reference more than Faust gives back."""
        await anext(events)
        event = cast("Any", self.current_event)
        event.message.incref()
        return event

    def finished(self) -> None:
        """Acknowledge the records of the batch at hand: whatever their agent does now, it is done.

        So who has to end the worker ends it behind the batch, not in it. The last of them Faust
        itself holds until the agent asks for more: that one comes again.
        """
        # The references that were held are given back, once.
        batch, self._unfinished = self._unfinished, []
        for event in batch:
            if event.ack():
                message = event.message
                self.app.sensors.on_message_out(message.tp, message.offset, message)

    _unfinished: list[Any] = []  # noqa: RUF012  # never written on
    """Held, because the consumer knows its messages in work by weak references only."""


def _size(event: Any) -> int:
    return len(event.value or b"")
