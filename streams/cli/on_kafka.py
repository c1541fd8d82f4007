"""What commands on Kafka share: settings from the environment, and an event loop to run in."""

import asyncio
import logging
import os
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import click
import msgspec
import orjson

from schemas import Event, Process, decode
from streams.publish import place_of
from streams.settings import Settings, load

T = TypeVar("T")
R = TypeVar("R", bound=msgspec.Struct)
V = TypeVar("V", Event, Process)
"""Records that are published anew, with a higher revision, whenever they change."""


def run(action: Callable[[Settings], Coroutine[Any, Any, T]]) -> T:
    """Run an action with the settings of the environment; raises `ParleyError`."""
    # What its client tells of in passing, the error says in a sentence.
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)
    return asyncio.run(action(load(os.environ)))


def said_by(found: Any, record: type[R]) -> R | None:
    """Return what a record on Kafka says; None for a tombstone, and for what is not of this Parley.

    The latter is told on standard error: anyone may write to a topic, and versions differ.
    """
    if found.value is None:
        return None
    try:
        return decode(found.value, record)
    except (orjson.JSONDecodeError, msgspec.ValidationError) as exc:
        pass_over(found, f"no {record.__name__.lower()} as this Parley writes them: {exc}")
        return None


def pass_over(found: Any, why: str) -> None:
    """Tell on standard error that a record on Kafka is not read."""
    click.echo(f"passed over {place_of(found)}, {why}", err=True)


async def read_latest(settings: Settings, handle: str, record: type[V]) -> dict[str, V]:
    """Return the last revision of every record on the topic with a handle, by its key there."""
    # Kafka's client takes a while to load, which commands on files do not need.
    from streams.shell.records import EVERYTHING, follow

    found: dict[str, V] = {}
    async for each in follow(settings, handle, EVERYTHING):
        revised, key = said_by(each, record), (each.key or b"").decode("utf-8", "replace")
        known = found.get(key)
        if revised is not None and (known is None or known.revision < revised.revision):
            found[key] = revised
    return found
