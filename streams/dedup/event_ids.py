"""Ids of events: stable for ever, and the same on every machine that has the same reports."""

from functools import lru_cache
from hashlib import blake2b

EVENT = "e-"
"""Begins every id; the rest is hexadecimal."""


@lru_cache(maxsize=16_384)
def event_id(mention_id: str, key: str | None) -> str:
    """Return the id of the event of a block, by its key, whose earliest report is a mention.

    It comes from these two alone. A report from before it that arrives late gives the event another
    id; the old one is then published once more, merged into the new one. A report that an edit
    moves to another block opens an event there; the one it leaves keeps its own id.
    """
    name = f"{key or ''}/{mention_id}"
    return EVENT + blake2b(name.encode(), digest_size=8).hexdigest()
