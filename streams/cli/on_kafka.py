"""What commands on Kafka share: settings from the environment, and an event loop to run in."""

import asyncio
import logging
import os
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from schemas import Event, Process, decode
from streams.settings import Settings, load

T = TypeVar("T")
V = TypeVar("V", Event, Process)
"""Records that are published anew, with a higher revision, whenever they change."""


def run(action: Callable[[Settings], Coroutine[Any, Any, T]]) -> T:
    """Run an action with the settings of the environment; raises `ParleyError`."""
    # What its client tells of in passing, the error says in a sentence.
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)
    return asyncio.run(action(load(os.environ)))


async def read_latest(settings: Settings, handle: str, record: type[V]) -> dict[str, V]:
    """Return the last revision of every record on the topic with a handle, by its key there."""
    # Kafka's client takes a while to load, which commands on files do not need.
    from streams.shell.records import EVERYTHING, follow

    found: dict[str, V] = {}
    async for each in follow(settings, handle, EVERYTHING):
        revised = decode(each.value or b"", record)
        known = found.get(each.key.decode())
        if known is None or known.revision < revised.revision:
            found[each.key.decode()] = revised
    return found
