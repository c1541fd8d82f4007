"""A record whose agent failed is not acknowledged.

Faust acknowledges a record when the stream's generator moves past it, and closing the generator
moves past it too. So an exception that leaves an agent, a cancelled agent, and the other agents of
a worker that goes down because of it, all acknowledge the record they were in the middle of; the
commit on shutdown makes the loss final. The restarting supervisor then carries on with the next.

Here only an agent that comes back for the next record acknowledges the one before. Together with
`mode.CrashingSupervisor` the worker ends, its exit code is not zero, and Kafka delivers the record
again to whoever takes over.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from typing import Any

import faust

from streams.shell.reliability.demands import UnreliableError


def _refused(name: str, why: str) -> Callable[..., Any]:
    def refuse(_stream: Any, *_args: Any, **_kwargs: Any) -> Any:
        raise UnreliableError(f"stream.{name}() could lose records: {why}")

    return refuse


class FinishedStream(faust.Stream[Any]):
    """A stream that acknowledges a record when its agent asks for the next one, and only then.

    What Faust acknowledges or sends in other ways, past this, is refused.
    """

    take, take_events, take_with_timestamp, noack_take = (
        _refused(name, "an exception loses the batch, and what waits behind it; take one by one")
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
                        self._unfinished = event.message
                    raise
        finally:
            await values.aclose()

    _unfinished: Any = None
    """Held, because the consumer knows its unacknowledged messages by weak references only."""
