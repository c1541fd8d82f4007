"""What commands on Kafka share: settings from the environment, and an event loop to run in."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from streams.settings import Settings, load

T = TypeVar("T")


def run(action: Callable[[Settings], Coroutine[Any, Any, T]]) -> T:
    """Run an action with the settings of the environment; raises `ParleyError`."""
    return asyncio.run(action(load(os.environ)))
