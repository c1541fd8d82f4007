"""Add an account that may move others, grouping anew only those that it may concern.

Each account joins the best of the groups that those before it in the order of grouping have formed.
So a part of the groups can be formed anew beside the others, which stay as they are, as long as
none of its accounts goes to one of these and none of theirs would rather come to it. Where one
does, its group is taken in, and all is tried again. The outcome is that of grouping all anew.
"""

import msgspec

from streams.dedup.account import Account
from streams.dedup.identity.grouping import Grouping
from streams.dedup.identity.groups import Cluster
from streams.dedup.identity.placed import Gathered, Lineup

TRIES = 8
"""After so many tries all are grouped anew; the number is a guess."""

Groups = dict[int, Gathered]


class Moved(msgspec.Struct, frozen=True, gc=False):
    """The clusters that changed, as they were and as they are."""

    before: tuple[Cluster, ...]
    after: tuple[Cluster, ...]


def regroup(grouping: Grouping, account: Account) -> Moved | None:
    """Add an account; None where too many are concerned, and nothing has changed."""
    grouping.note_article(account)
    touched: Groups = {}
    for _ in range(TRIES):
        trial, concerned = _tried(grouping, account, touched)
        concerned = concerned or _drawn(grouping, trial, touched)
        if not concerned:
            return _taken_over(grouping, trial, touched)
        touched |= concerned
    return None


def _tried(grouping: Grouping, account: Account, touched: Groups) -> tuple[Grouping, Groups]:
    """Group the accounts of some groups and a new one, and return groups they would rather join."""
    trial = Grouping(grouping.family)
    known = [placed for gathered in touched.values() for placed in gathered.placed.accounts]
    for each in sorted((trial.unplaced(account), *known), key=lambda placed: placed.key):
        others = [g for g in grouping.index.candidates(each) if id(g) not in touched]
        rivals = {id(g): g for g in others if grouping.shares_article(each.account, g)}
        if rivals:
            return trial, rivals
        known_there = ((g, grouping.before(g, each.key)) for g in others)
        own = ((g, g.group) for g in trial.index.candidates(each))
        both = sorted((*own, *known_there), key=lambda candidate: candidate[0].first)
        best = trial.best(each.account, (c for c in both if c[1].members))
        if best is not None and best[0] in others:
            return trial, {id(best[0]): best[0]}
        home, fit = best or (trial.new(), None)
        trial.put(each.at(home, fit))
    return trial, {}


def _drawn(grouping: Grouping, trial: Grouping, touched: Groups) -> Groups:
    """Return the groups of accounts that would rather join one of those formed anew."""
    drawn: Groups = {}
    for gathered in trial.groups:
        if any(_is_as_before(gathered, known) for known in touched.values()):
            continue
        for placed in grouping.index.after(gathered.signs, gathered.first):
            home = placed.home
            if id(home) in touched or id(home) in drawn:
                continue
            group = trial.before(gathered, placed.key)
            if not grouping.stays(placed, group, gathered.first):
                drawn[id(home)] = home
    return drawn


def _is_as_before(gathered: Gathered, known: Gathered) -> bool:
    """Say whether a group is to others what one was: only what tells nothing new has come."""
    return gathered.signs == known.signs and _told(gathered.shapers) == _told(known.shapers)


def _told(shapers: Lineup) -> list[Account]:
    return [placed.account for placed in shapers.accounts]


def _taken_over(grouping: Grouping, trial: Grouping, touched: Groups) -> Moved:
    before = tuple(grouping.cluster(gathered) for gathered in touched.values())
    after = trial.clusters()
    grouping.replace(touched.values(), trial.groups)
    return Moved(before, after)
