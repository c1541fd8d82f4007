"""No commit follows a delivery that failed."""

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import faust
import pytest
from aiokafka.errors import MessageSizeTooLargeError

from streams.shell.reliability import DeliveryFailed
from streams.shell.reliability.deliveries import Deliveries, answer_for_deliveries
from tests.kafka import client
from tests.shell.reliability.lab import lab

REFUSED = MessageSizeTooLargeError("refused")
SLOW_SECONDS = 0.3


async def outcome(state: str, kafka: str, folder: Path) -> tuple[int, int]:
    """Return the exit code of a worker whose sends are refused, and what arrived in the end."""
    bench = lab("undeliverable", state, kafka, folder)
    topic, out = f"{bench.prefix}in", f"{bench.prefix}out"
    await client.create_topics(kafka, {topic: 1})
    await client.create_topics(kafka, {out: 1}, {"max.message.bytes": "2000"})
    await client.produce(kafka, topic, [(b"k", b"0"), (b"k", b"1")])
    code = await bench.accident(lambda: bench.has_committed({(topic, 0): 2}))
    await bench.afterwards(["in"])
    return code, len(await client.read(kafka, out))


async def test_refused_record_is_sent_again(kafka: str, tmp_path: Path) -> None:
    """A worker whose sends are refused ends, and its successor sends them again.

    Stock Faust logs a warning, commits and carries on: nothing ever arrives.
    """
    found = await asyncio.gather(*(outcome(s, kafka, tmp_path) for s in ("stock", "mended")))
    assert [(-9, 0), (1, 2)] == found


class SlowTopic:
    """A changelog whose records take a while to reach the producer."""

    def __init__(self) -> None:
        self.sent = 0

    async def publish_message(self, *_args: Any, **_kwargs: Any) -> None:
        """Take the message, slowly."""
        await asyncio.sleep(SLOW_SECONDS)
        self.sent += 1


async def flushed(*, mended: bool) -> int:
    """Return how many of two buffered table changes had been sent when the flush returned."""
    app: Any = faust.App("flush", broker="kafka://nowhere")
    if mended:
        answer_for_deliveries(app)
    topic, buffer = SlowTopic(), app.producer.buffer
    await buffer.start()
    for _ in range(2):
        buffer.put(SimpleNamespace(message=SimpleNamespace(channel=topic)))
    await app.producer.flush()
    sent = topic.sent
    # A buffer that is stopped before it is empty raises.
    while buffer.size:
        buffer.pending.get_nowait()
    await buffer.stop()
    return sent


async def test_flush_waits_for_table_changes() -> None:
    """A flush returns when all table changes are sent; stock Faust gives up after 0.1 s."""
    assert (0, 2) == (await flushed(mended=False), await flushed(mended=True))


@pytest.fixture
def app() -> Any:
    """Give an application with no broker, whose deliveries are kept."""
    return SimpleNamespace(producer=SimpleNamespace(deliveries=Deliveries()))


def failed(app: Any) -> "asyncio.Future[Any]":
    """Return a delivery of the application that was refused."""
    delivery: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    app.producer.deliveries.add(delivery)
    delivery.set_exception(REFUSED)
    return delivery


async def test_failure_is_never_forgotten(app: Any) -> None:
    """Every flush after a failure fails, not only the first."""
    failed(app)
    for _ in range(2):
        with pytest.raises(DeliveryFailed, match="refused"):
            await app.producer.deliveries.settle()


async def test_settled_deliveries_are_let_go(app: Any) -> None:
    """A delivery that succeeded is kept no longer."""
    delivery: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    app.producer.deliveries.add(delivery)
    delivery.set_result("metadata")
    await app.producer.deliveries.settle()
    assert set() == app.producer.deliveries.open
