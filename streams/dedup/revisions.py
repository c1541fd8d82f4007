"""The revisions that a block owes its readers after a mention or a ruling was taken in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

import msgspec

from schemas import Event
from streams.dedup.account import Account, kept_account, sortable
from streams.dedup.cause import Cause, Past
from streams.dedup.clusters import accounts_of, clusters_of
from streams.dedup.event_ids import event_id
from streams.dedup.events import make_event
from streams.dedup.identity import FAMILIES, group
from streams.dedup.identity.groups import Cluster, fit_of
from streams.dedup.identity.regrouping import Moved
from streams.dedup.memo import Memo
from streams.dedup.rulings import ruled
from streams.dedup.state import Block, Kept, Published, Source

_NOT_CONTENT = frozenset({"event_id", "revision", "changed", "updated_at", "because"})
_CONTENT = tuple(name for name in Event.__struct_fields__ if name not in _NOT_CONTENT)
_content = attrgetter(*_CONTENT)

Clusters = Mapping[str, Cluster]
"""Clusters by the id of their event."""


class Before(msgspec.Struct, frozen=True, gc=False):
    """A block into which something was taken, and what it held before.

    Its events are still those of before.
    """

    block: Block
    mention_id: str | None = None
    """The mention that was taken in."""
    kept: Kept | None = None
    """What the block had of it."""

    def accounts(self, mention_ids: Sequence[str], memo: Memo) -> tuple[Account, ...]:
        """Return the accounts that mentions gave, but for those withdrawn."""
        if self.mention_id not in mention_ids:
            return tuple(accounts_of(self.block, mention_ids, memo))
        kept = {id_: self._kept(id_) for id_ in mention_ids}
        return tuple(
            kept_account(id_, each) for id_, each in kept.items() if each and not each.withdrawn
        )

    def _kept(self, mention_id: str) -> Kept | None:
        return self.kept if mention_id == self.mention_id else self.block.mentions[mention_id]


def revisions(
    before: Before, cause: Cause, memo: Memo, moved: Moved | None = None
) -> tuple[Event, ...]:
    """Return what is to be published of the events that a mention or a ruling changes.

    First those that have reports, then those that have come to be part of another or of none.
    `moved` says which clusters are concerned, if not all are to be looked at.
    """
    block = before.block
    clusters = _by_id(block, moved.after if moved else clusters_of(block, cause.kind, memo))
    if moved is None:
        live = dict(_live(block, cause))
    else:
        live = {id_: block.events[id_] for id_ in _by_id(block, moved.before)}
    changed = [id_ for id_, c in clusters.items() if _has_changed(live.get(id_), c, cause)]
    homes = {m: id_ for id_, published in live.items() for m in published.mentions}
    revised = [
        revise(before, clusters[id_], cause, memo, homes.get(_first(clusters[id_])))
        for id_ in sorted(changed)
    ]
    gone = {id_: _successor(live[id_], clusters) for id_ in sorted(live.keys() - clusters.keys())}
    retired = [
        _retire(block, id_, _as_published(before, id_, memo), gone[id_], cause) for id_ in gone
    ]
    redirected = [
        _retire(block, id_, _alone(block, reporting, memo), home, cause)
        for id_, reporting, home in _astray(block, clusters, gone)
    ]
    return tuple(revised + retired + redirected)


def as_published(event: Event, mentions: tuple[str, ...] | None = None) -> Published:
    """Return what is remembered of a revision; its mentions may be known already."""
    if mentions is None:
        mentions = tuple(report.mention_id for report in event.reports)
    return Published(
        revision=event.revision,
        kind=event.kind,
        mentions=mentions,
        at=None if event.reports else event.updated_at,
        merged_into=event.merged_into,
        continues=event.continues,
        ruled=ruled(event.because),
    )


def _by_id(block: Block, clusters: Iterable[Cluster]) -> dict[str, Cluster]:
    """Return the clusters that are events, by their ids."""
    return {event_id(_first(each), block.key): each for each in clusters if each.is_told}


def _live(block: Block, cause: Cause) -> Iterator[tuple[str, Published]]:
    """Yield the events of the cause's kind that had reports when last published."""
    for id_, published in block.events.items():
        if published.mentions and not published.closed and published.kind == cause.kind:
            yield id_, published


def _has_changed(known: Published | None, cluster: Cluster, cause: Cause) -> bool:
    """Say whether an event is not as published: its accounts or their versions are others.

    Or people have ruled on it since.
    """
    members = tuple(account.mention_id for account in cluster.accounts)
    if known is None or members != known.mentions or ruled(cluster.because) != known.ruled:
        return True
    return not cause.touched.isdisjoint(members)


def revise(
    before: Before, cluster: Cluster, cause: Cause, memo: Memo, before_in: str | None = None
) -> Event:
    """Return the next revision of an event; `before_in` had its first report before."""
    id_ = event_id(_first(cluster), before.block.key)
    known = before.block.events.get(id_)
    last = _as_published(before, id_, memo) if known and known.mentions else None
    event = memo.make(cluster, before.block.key)
    split_from = before_in if before_in != event.event_id else None
    told_before = _told_before(cluster.first.source, cause.past)
    # What may have been named by another event names none: none continues itself in the end.
    continues = None if told_before or known else _continues(before.block, cluster, memo, before_in)
    left = last.process_id if last and last.process_id != event.process_id else None
    return msgspec.structs.replace(
        event,
        revision=max(event.revision, (known.revision if known else told_before) + 1),
        continues=known.continues if known else continues,
        changed=cause.changed(_differences(last, event), None if last else split_from, left),
    )


def _told_before(first: Source, past: Past) -> int:
    """Return the number of a revision that may have been published before all was forgotten.

    Of what is new to the stream there was none.
    """
    received_at = first.first_received_at or first.received_at
    return past.revision if received_at[: len(past.day)] <= past.day else 0


def _continues(block: Block, cluster: Cluster, memo: Memo, before_in: str | None) -> str | None:
    """Return the closed event that a new one continues."""
    came_from = block.events.get(before_in) if before_in else None
    if came_from is not None and came_from.closed:
        return came_from.continues
    return _continued(block, cluster.first, memo)


def _continued(block: Block, first: Account, memo: Memo) -> str | None:
    """Return the closed event that the first report of a new one would best have been joined to.

    That is no other than one from before it, so that nothing continues itself in the end.
    """
    family = FAMILIES[first.said.kind]
    fits = [
        (fit.score, told.order, id_)
        for id_, told in _closed(block, memo).items()
        if told.said.kind == first.said.kind and (fit := fit_of(family, told, first))
    ]
    return max(fits)[-1] if fits else None


def _closed(block: Block, memo: Memo) -> Mapping[str, Account]:
    """Return the most telling report of each event that is closed."""
    if memo.closed is None:
        memo.closed = {
            id_: min(accounts_of(block, event.mentions, memo), key=FAMILIES[event.kind].key)
            for id_, event in block.events.items()
            if event.closed
        }
    return memo.closed


def closed_with(before: Before) -> str | None:
    """Return the closed event of a mention that the block has had."""
    if before.kept is None:
        return None
    events = before.block.events.items()
    return next((id_ for id_, e in events if e.closed and before.mention_id in e.mentions), None)


def in_closed(before: Before, id_: str, memo: Memo) -> Moved:
    """Return the cluster of a closed event as it was and as it is: its reports stay together."""
    block, known = before.block, before.block.events[id_]
    was = Cluster(before.accounts(known.mentions, memo))
    accounts = sorted(accounts_of(block, known.mentions, memo), key=lambda a: a.order)
    if not accounts:
        return Moved((was,), ())
    return Moved((was,), (Cluster(tuple(accounts), known.ruled or _why(accounts)),))


def _why(accounts: Iterable[Account]) -> tuple[str, ...]:
    """Return why accounts were joined, as far as they say so by themselves."""
    grouping = group(accounts)
    clusters = grouping.clusters() if grouping else ()
    return tuple(dict.fromkeys(reason for cluster in clusters for reason in cluster.because))


def _first(cluster: Cluster) -> str:
    return cluster.first.mention_id


def _as_published(before: Before, id_: str, memo: Memo) -> Event:
    """Return an event as it was published, worked out once more where nobody remembers it."""
    known = before.block.events[id_]
    remembered = memo.event(id_, known)
    if remembered is not None:
        return remembered
    accounts = before.accounts(known.mentions, memo)
    event = memo.made_before(Cluster(accounts), before.block.key)
    return msgspec.structs.replace(event, continues=known.continues)


def _alone(block: Block, mention_id: str, memo: Memo) -> Event:
    accounts = tuple(accounts_of(block, [mention_id], memo))
    return make_event(Cluster(accounts), block.key)


def _differences(before: Event | None, event: Event) -> tuple[str, ...]:
    """Return the names of the fields that differ; on a first revision those that say something."""
    now = _content(event)
    if before is None:
        return tuple(n for n, value in zip(_CONTENT, now, strict=True) if value or value == "")
    then = _content(before)
    return tuple(n for n, a, b in zip(_CONTENT, now, then, strict=True) if a is not b and a != b)


def _retire(block: Block, id_: str, last: Event, successor: str | None, cause: Cause) -> Event:
    """Return the revision that ends an event: it is merged into another, or nothing is left."""
    ended_by = "merged_into" if successor else "record_status"
    return msgspec.structs.replace(
        last,
        event_id=id_,
        revision=block.events[id_].revision + 1,
        record_status=last.record_status if successor else "retracted",
        reports=(),
        outlets=0,
        origins=0,
        disputed={},
        support={},
        because=(),
        updated_at=max(last.updated_at, cause.at, key=sortable),
        merged_into=successor,
        changed=cause.changed(("reports", ended_by)),
    )


def _successor(known: Published, clusters: Clusters) -> str | None:
    """Return the event that now has the earliest of the reports that are left."""
    homes = _homes(clusters)
    return next((homes[m] for m in known.mentions if m in homes), None)


def _homes(clusters: Clusters) -> dict[str, str]:
    """Return the event of each mention."""
    return {a.mention_id: id_ for id_, cluster in clusters.items() for a in cluster.accounts}


def _astray(
    block: Block, clusters: Clusters, gone: Mapping[str, str | None]
) -> Iterator[tuple[str, str, str]]:
    """Yield the ids that no longer lead to the event which has their first report.

    Each with that report and that event: what an id was given to may move on to a third event.
    """

    def lead(id_: str) -> str | None:
        if id_ in clusters:
            return None
        known = block.events.get(id_)
        return gone.get(id_, known.merged_into if known else None)

    for mention_id, home in _homes(clusters).items():
        id_ = event_id(mention_id, block.key)
        if id_ in block.events and _follow(id_, lead) != home:
            yield id_, mention_id, home


def _follow(id_: str, lead: Callable[[str], str | None]) -> str:
    while (following := lead(id_)) is not None:
        id_ = following
    return id_
