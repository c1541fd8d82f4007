"""The embedded broker bears one worker: those behind it are turned away before they do harm."""

import asyncio

import pytest

from streams.demo.broker import embedded_broker
from streams.demo.run import running_worker
from streams.errors import BrokerError
from streams.settings import Settings
from streams.shell.embedded import require_room
from streams.shell.lag import workers_at
from streams.shell.records import admin
from streams.shell.topics import create_topics

PATIENCE = 60.0


async def test_a_second_worker_is_turned_away() -> None:
    """It is told why, and the one that is at work goes on."""
    with embedded_broker() as settings:
        await create_topics(settings)
        with running_worker(settings) as worker:
            await asyncio.wait_for(_joined(settings), PATIENCE)
            with running_worker(settings) as second:
                await asyncio.wait_for(asyncio.to_thread(second.process.wait), PATIENCE)
                with pytest.raises(BrokerError, match="bears one worker, and has it"):
                    second.check()
            worker.check()


async def test_several_at_once_are_turned_away() -> None:
    """`parley run --workers 2` starts none: each would find the place free."""
    with embedded_broker() as settings:
        await require_room(settings)
        with pytest.raises(BrokerError, match="bears one worker: for more"):
            await require_room(settings, 2)


async def test_kafka_bears_any_number(kafka: str) -> None:
    """What holds of the embedded broker holds of no other."""
    await require_room(Settings(bootstrap=kafka), 100)


async def _joined(settings: Settings) -> None:
    """Return when a worker is in the group."""
    async with admin(settings) as client:
        while not await workers_at(client, settings):  # noqa: ASYNC110  # Kafka tells of none
            await asyncio.sleep(0.2)
