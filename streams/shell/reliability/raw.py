"""Bytes in and bytes out, so that a record that cannot be decoded is nobody's loss.

Faust decodes a typed topic before the agent sees the record. Malformed bytes then raise in the
middle of the agent's `async for`: they end the agent, stall it for five seconds until it is
restarted, and take valid neighbours in the buffer with them. The same holds for the changelog of a
typed table, where one bad record keeps the worker from starting.

A raw topic gives the agent the bytes as they are, `None` for a tombstone; it decodes within its
own guard, and parks what it cannot read.
"""

from typing import Any


def raw_topic(app: Any, name: str) -> Any:
    """Return a topic whose keys and values are bytes, or None."""
    return app.topic(name, key_serializer="raw", value_serializer="raw")


def raw_table(app: Any, name: str, *, partitions: int) -> Any:
    """Return a table from bytes to bytes, with as many partitions as the topic it lives beside.

    Its changelog is the topic `<app id>-<name>-changelog`, which must exist.
    """
    # From the types Faust derives the serializers of a table; it does not take them.
    return app.Table(name, partitions=partitions, key_type=bytes, value_type=bytes)


def is_raw(app: Any, channel: Any) -> bool:
    """Tell whether a topic or a table hands its keys and values on as bytes."""
    conf = app.conf
    serializers = (
        channel.key_serializer or conf.key_serializer,
        channel.value_serializer or conf.value_serializer,
    )
    types = {channel.key_type, channel.value_type}
    return serializers == ("raw", "raw") and types <= {None, bytes}
