"""Rulings of people over what joining has made: events that are one, events that are several.

They are applied to the clusters of a block in the order in which they were made, so that events
stay a function of the set of mentions and the set of rulings: a replay gives the same.
"""

from collections.abc import Iterable, Mapping, Sequence

from schemas import Ruling
from streams.dedup.account import Account, sortable
from streams.dedup.identity import FAMILIES
from streams.dedup.identity.groups import Cluster, Fit, Group

Clusters = tuple[Cluster, ...]

_BY = "by ruling "


def obey(clusters: Clusters, rulings: Iterable[Ruling]) -> Clusters:
    """Return the clusters of one kind as people have ruled; a later ruling prevails."""
    in_force = (ruling for ruling in rulings if not ruling.withdrawn)
    for ruling in sorted(in_force, key=lambda r: (sortable(r.at), r.ruling_id)):
        apply = _join if ruling.action == "join" else _split
        clusters = apply(clusters, ruling)
    return clusters


def latest(known: Ruling | None, ruling: Ruling) -> Ruling:
    """Return which version of a ruling counts: one that was taken back stays so."""
    if known is None or (ruling.withdrawn and not known.withdrawn):
        return ruling
    return known


def ruled(because: tuple[str, ...]) -> tuple[str, ...]:
    """Return the reasons of a cluster that people had a part in; none for any other.

    Those of other clusters follow from their reports, these may change without them.
    """
    return because if any(_BY in reason for reason in because) else ()


def _join(clusters: Clusters, ruling: Ruling) -> Clusters:
    """Make one of the clusters that have the first report left of each event that was named."""
    home = _homes(clusters)
    firsts = (next((m for m in group if m in home), None) for group in ruling.groups)
    places = {home[first] for first in firsts if first is not None}
    if len(places) < 2:
        return clusters
    together = [clusters[n] for n in sorted(places)]
    others = [cluster for n, cluster in enumerate(clusters) if n not in places]
    accounts = [account for cluster in together for account in cluster.accounts]
    why = dict.fromkeys(reason for cluster in together for reason in cluster.because)
    return (*others, _cluster(accounts, (*why, _why(ruling, "joined"))))


def _split(clusters: Clusters, ruling: Ruling) -> Clusters:
    """Part each cluster that has reports of several of the groups that were named."""
    return tuple(part for cluster in clusters for part in _parted(cluster, ruling))


def _parted(cluster: Cluster, ruling: Ruling) -> Iterable[Cluster]:
    number = {m: n for n, group in enumerate(ruling.groups) for m in group}
    named: dict[int, list[Account]] = {}
    for account in cluster.accounts:
        if account.mention_id in number:
            named.setdefault(number[account.mention_id], []).append(account)
    if len(named) < 2:
        return (cluster,)
    parts = [named[n] for n in sorted(named)]
    rest = [account for account in cluster.accounts if account.mention_id not in number]
    # Reports that nobody has ruled on go with those that they fit best.
    homes = [_nearest(account, parts) for account in rest]
    for account, home in zip(rest, homes, strict=True):
        parts[home].append(account)
    why = (*cluster.because, _why(ruling, "split"))
    return tuple(_cluster(part, why) for part in parts)


def _nearest(account: Account, parts: Sequence[Sequence[Account]]) -> int:
    scores = [fit.score if (fit := _fit(account, part)) else () for part in parts]
    return max(range(len(parts)), key=lambda n: (scores[n], -n))


def _fit(account: Account, part: Sequence[Account]) -> Fit | None:
    family = FAMILIES[account.said.kind]
    group: Group = family.group()
    for each in sorted(part, key=lambda a: (family.rank(a), a.order)):
        group.add(each)
    return group.fit(account)


def _cluster(accounts: Iterable[Account], because: tuple[str, ...]) -> Cluster:
    return Cluster(tuple(sorted(accounts, key=lambda a: a.order)), because)


def _homes(clusters: Sequence[Cluster]) -> Mapping[str, int]:
    return {a.mention_id: n for n, cluster in enumerate(clusters) for a in cluster.accounts}


def _why(ruling: Ruling, done: str) -> str:
    by = f" of {ruling.by}" if ruling.by else ""
    reason = f": {ruling.reason}" if ruling.reason else ""
    return f"{done} {_BY}{ruling.ruling_id}{by}{reason}"
