"""Ids of events: stable for ever, and the same on every machine that has the same reports."""

from hashlib import blake2b

from streams.dedup.account import Account


def event_id(accounts: tuple[Account, ...]) -> str:
    """Return the id of the event that accounts in order of publication tell of.

    It comes from the earliest account alone. A report from before that arrives late gives the
    event another id; the old one is then published once more, merged into the new one.
    """
    return "e-" + blake2b(accounts[0].mention_id.encode(), digest_size=8).hexdigest()
