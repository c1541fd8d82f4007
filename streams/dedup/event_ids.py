"""Ids of events: stable for ever, and the same on every machine that has the same reports."""

from hashlib import blake2b


def event_id(mention_id: str) -> str:
    """Return the id of the event whose earliest report is a mention.

    It comes from that report alone. One from before it that arrives late gives the event another
    id; the old one is then published once more, merged into the new one.
    """
    return "e-" + blake2b(mention_id.encode(), digest_size=8).hexdigest()
