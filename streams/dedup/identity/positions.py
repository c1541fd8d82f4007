"""Which reports are of one position: holder, issue and what it is about decide, not the date."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from schemas.mention import Happening
from schemas.vocabulary import Issue
from streams.dedup.account import Account, Structure
from streams.dedup.actors import as_actors
from streams.dedup.identity.groups import Family, Fit
from streams.dedup.identity.words import overlap, stems

SAME_CONTENT = 0.5
"""Share of the shorter content's stems that two wordings of one position have in common. Of
333 pairs of positions with one holder and kind, two stems and this share join 4, of them one that
is of two positions and one in doubt: too few to fit the number to."""
ENOUGH = 2
"""Stems in common: one word alone ("the deal") names no position."""
SAME_OCCASION = 3
"""Days within which a position without telling content ("the plan") may be the same one."""


@dataclass(slots=True)
class Stand:
    """Accounts of one position. The fullest wording comes first, and the others are held to it."""

    members: list[Account] = field(default_factory=list)
    issue: Issue | None = None
    articles: dict[str, Structure] = field(default_factory=dict)

    def fit(self, account: Account) -> Fit | None:
        """Return how well an account fits; None where it contradicts or nothing speaks for it."""
        first = self.members[0]
        if _holders(first.said) != _holders(account.said):
            return None
        if self.articles.get(account.source.key, account.structure) != account.structure:
            return None
        issue = account.said.issue
        if issue and self.issue and issue != self.issue:
            return None
        score = _closeness(first, account)
        if score is None:
            return None
        why = ("same holder", "same issue" if issue and self.issue else "", "same content")
        return Fit((score, int(bool(issue and self.issue))), tuple(filter(None, why)))

    def add(self, account: Account) -> None:
        """Take an account in."""
        self.members.append(account)
        self.issue = self.issue or account.said.issue
        self.articles.setdefault(account.source.key, account.structure)

    def shape(self) -> tuple[Any, ...]:
        """Return what decides on fits: the first wording, and the issue."""
        return (bool(self.members), self.issue)


def _closeness(a: Account, b: Account) -> int | None:
    """Return the percentage of words in common; None where it is too low to tell."""
    words_a, words_b = _stems(a), _stems(b)
    shared = len(words_a & words_b)
    if shared >= ENOUGH and overlap(words_a, words_b) >= SAME_CONTENT:
        return round(100 * overlap(words_a, words_b))
    if words_a == words_b and shared and _same_occasion(a, b):
        return 100
    return None


def _same_occasion(a: Account, b: Account) -> bool:
    if a.published_day is None or b.published_day is None or a.said.target != b.said.target:
        return False
    return abs(a.published_day - b.published_day) <= SAME_OCCASION


def _stems(account: Account) -> frozenset[str]:
    return stems(account.said.content or "")


def _holders(said: Happening) -> frozenset[str]:
    return frozenset(as_actors(said.holder))


def _rank(account: Account) -> tuple[int, bool]:
    return (-len(_stems(account)), account.said.issue is None)


def _signs(account: Account) -> Iterator[Hashable]:
    """Yield the pairs of words of a position, of which two wordings of it share at least one."""
    holders, words = _holders(account.said), sorted(_stems(account))
    if len(words) == 1:
        yield (holders, words[0])
    for pair in combinations(words, ENOUGH):
        yield (holders, pair)


FAMILY = Family(rank=_rank, group=Stand, signs=_signs, by_first=True)
