"""Find the independent origins behind the reports of one event.

An article that cites an outlet, runs under its byline, quotes what somebody told it, or copies its
text, has its story from there; so do those that cite the article in turn. The root of that chain is
the origin. Lineage is taken for the whole article: "told Reuters" in a story that is otherwise the
outlet's own makes Reuters its origin, which counts too few origins rather than too many.
"""

from collections.abc import Iterator, Sequence

import msgspec

from schemas.vocabulary import Via
from streams.dedup.account import Account
from streams.dedup.copies import find_copies
from streams.dedup.outlets import UNNAMED, key_of, slug_of

_CLOSEST: dict[Via, int] = {"copy": 0, "byline": 1, "citing": 2, "told": 3}
"""Of several sources the one from which most of the article comes."""


class Origin(msgspec.Struct, frozen=True, gc=False):
    """Where one report has the event from."""

    root: str
    """Slug of the outlet that reported it first-hand, as far as is known."""
    own: bool
    """The report is first-hand itself."""
    copy_of: Account | None = None


def find_origins(accounts: Sequence[Account]) -> dict[str, Origin]:
    """Return the origin of each account of one event by mention id, whatever their order."""
    ordered = sorted(accounts, key=lambda a: a.order)
    copies = find_copies(ordered)
    first: dict[str, Account] = {}
    for account in ordered:
        first.setdefault(key_of(account.source.outlet), account)
    names = _names(ordered)
    return {a.mention_id: _origin(a, copies, first, names) for a in ordered}


def _names(ordered: Sequence[Account]) -> dict[str, str]:
    """Return one slug for each outlet that publishes or is named, whatever it is called where."""
    publishing = [account.source.outlet for account in ordered]
    named = [outlet for account in ordered for outlet, _ in account.source.lineage]
    return {key_of(outlet): slug_of(outlet) for outlet in reversed((*publishing, *named))}


def _origin(
    account: Account,
    copies: dict[str, Account],
    first: dict[str, Account],
    names: dict[str, str],
) -> Origin:
    copy_of = copies.get(account.mention_id)
    chain = tuple(_chain(account, copies, first))
    return Origin(names[chain[-1]], own=len(chain) == 1, copy_of=copy_of)


def _chain(
    account: Account, copies: dict[str, Account], first: dict[str, Account]
) -> Iterator[str]:
    """Yield the keys of the outlets from which an account comes, itself first, the root last."""
    visited: list[Account] = []
    here: Account | None = account
    while here is not None:
        if here in visited:
            # Outlets that cite each other: the one that published first is the root of them all.
            circle = visited[visited.index(here) :]
            yield key_of(min(circle, key=lambda a: a.order).source.outlet)
            return
        visited.append(here)
        yield key_of(here.source.outlet)
        original = copies.get(here.mention_id)
        cited = None if original else _cited(here, first)
        here = original or (first.get(key_of(cited)) if cited else None)
        if cited and here is None:
            yield key_of(cited)


def _cited(account: Account, first: dict[str, Account]) -> str | None:
    """Return the outlet that an article has its story from; None if it is its own.

    Of several named in one way, one whose own report is there comes before one of which nothing
    is known: the reports must not seem more independent than they are.
    """
    itself = key_of(account.source.outlet)
    others = [
        (_CLOSEST[via], key_of(outlet) not in first, place, outlet)
        for place, (outlet, via) in enumerate(account.source.lineage)
        if key_of(outlet) not in {itself, UNNAMED}
    ]
    return min(others)[3] if others else None
