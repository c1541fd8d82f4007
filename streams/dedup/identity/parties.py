"""Compare those who take part."""

from streams.dedup.account import Account
from streams.dedup.gazetteer import mediates

OFTEN = 3
"""Rank from which an actor mediates often enough to be taken for a party by mistake."""


def same_pair(a: Account, b: Account) -> bool:
    """Say whether one report's principal parties are all among the other's, and two at least.

    Outlets differ in whom they name beside the two: an ally who fights on one side, a third that
    signs, too.
    """
    shared = a.principals & b.principals
    return len(shared) > 1 and shared in (a.principals, b.principals)


def same_parties(a: Account, b: Account) -> bool:
    """Say whether the principal parties are the same.

    One that only one report calls a party is in doubt where the other report gives it another
    role, or where it is one that often mediates: outlets call a mediator at the table a party.
    """
    if a.principals == b.principals:
        return True
    in_doubt = a.principals ^ b.principals
    elsewhere = a.participants & b.participants
    shared = len(a.principals & b.principals)
    return shared > 1 and all(x in elsewhere or mediates(x) >= OFTEN for x in in_doubt)
