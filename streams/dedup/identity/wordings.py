"""The texts by which an account that no day places is known to be of an event."""

import msgspec

from streams.dedup.account import Account
from streams.sketches.terms import ALIKE, likeness

ENOUGH = 16
"""Texts that are kept: more of them cost more to compare, and tell little else."""

FIRST = 4
"""Texts that are kept of accounts that have a date: a feed brings them by the hundred."""


class Wordings(msgspec.Struct, gc=False):
    """The texts of the accounts that came first to an event, and of others without a date.

    Each outlet tells another part: two that have little in common are both like a third.
    """

    terms: list[str] = msgspec.field(default_factory=list)

    def add(self, account: Account) -> None:
        """Take an account in."""
        if not self.knows(account):
            self.terms.append(account.source.terms)

    def knows(self, account: Account) -> bool:
        """Say whether taking an account in would change nothing."""
        if not self.terms:
            return False
        enough = FIRST if account.published_day is not None else ENOUGH
        return len(self.terms) >= enough or account.source.terms in self.terms

    def bear_out(self, account: Account, least: float = ALIKE) -> bool:
        """Say whether an account is known by its day, or else by its words, to be of the event."""
        return account.published_day is not None or self.likeness(account) >= least

    def likeness(self, account: Account) -> float:
        """Return the likeness of an account to the text that it is most like, 0 to 1."""
        return max((likeness(known, account.source.terms) for known in self.terms), default=0.0)
