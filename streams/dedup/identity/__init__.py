"""Say whether mentions report one event (contract, section 4), and group those that do."""

from collections.abc import Iterable

from schemas import Mention
from streams.dedup.account import Account, account_of
from streams.dedup.identity import outcomes, positions, talks
from streams.dedup.identity.grouping import Grouping, grouped
from streams.dedup.identity.groups import Family, reasons

FAMILIES: dict[str, Family] = {"talks": talks.FAMILY} | {
    kind: family
    for family, kinds in (
        (outcomes.FAMILY, "mediation agreement ceasefire exchange"),
        (
            positions.FAMILY,
            "proposal demand rejection acceptance concession pledge threat accusation",
        ),
    )
    for kind in kinds.split()
}


def same_event(a: Mention, b: Mention) -> tuple[str, ...]:
    """Return the reasons why two mentions report one event; empty when they do not. Symmetric."""
    if a.kind != b.kind:
        return ()
    return reasons(FAMILIES[a.kind], account_of(a), account_of(b))


def group(accounts: Iterable[Account]) -> Grouping | None:
    """Group accounts of one kind by event; the same set gives the same groups in any order."""
    accounts = tuple(accounts)
    return grouped(FAMILIES[accounts[0].said.kind], accounts) if accounts else None
