"""Take one mention into its block, and say which events that changes and how."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from schemas import Changed, Event, Mention
from schemas.vocabulary import Kind
from streams.dedup.account import Account, kept_account, sortable
from streams.dedup.block import block_key
from streams.dedup.event_ids import event_id
from streams.dedup.events import make_event
from streams.dedup.identity import group
from streams.dedup.identity.groups import Cluster
from streams.dedup.state import Block, Kept, Published, Source, keep, source_key, source_of

_NOT_CONTENT = frozenset({"event_id", "revision", "changed", "updated_at", "because"})


@dataclass(frozen=True, slots=True)
class Decision:
    """What a mention leads to: the block's new state, and the revisions to publish."""

    block: Block
    events: tuple[Event, ...] = ()


def decide(block: Block, mention: Mention) -> Decision:
    """Add, replace or withdraw a mention, and return the revisions of the events it changes.

    A mention that the block has, or has in a later version, changes nothing.
    """
    known = block.mentions.get(mention.mention_id)
    source = source_of(mention.article)
    if known is not None and not _is_news(block, known, mention, source):
        return Decision(block)
    taken = _take(block, mention, source, versions=known.versions + 1 if known else 1)
    return _publish(block, taken, mention)


def join(mentions: Iterable[Mention]) -> tuple[Event, ...]:
    """Return the events that mentions of one block report: a function of their set."""
    block = Block()
    for mention in mentions:
        known = block.mentions.get(mention.mention_id)
        source = source_of(mention.article)
        if known is None or _is_news(block, known, mention, source):
            versions = known.versions + 1 if known else 1
            block = _take(block, mention, source, versions=versions)
    kinds = {kept.kind for kept in block.mentions.values()}
    clusters = (cluster for kind in kinds for cluster in _clusters(block, kind))
    events = (make_event(cluster, block.process_id) for cluster in clusters)
    return tuple(sorted(events, key=lambda event: event.event_id))


def _is_news(block: Block, known: Kept, mention: Mention, source: Source) -> bool:
    """Say whether a version of a mention comes after the one the block has."""
    had = block.sources[known.source]
    if _version(source) != _version(had):
        return _version(source) > _version(had)
    return keep(mention, source_key(source), known.versions) != known


def _version(source: Source) -> tuple[str, str]:
    return (sortable(source.moment), sortable(source.received_at))


def _take(block: Block, mention: Mention, source: Source, *, versions: int) -> Block:
    """Return the block with a mention in it; a withdrawn one stays, so that it is not revived."""
    key = source_key(source)
    mentions = block.mentions | {mention.mention_id: keep(mention, key, versions)}
    replaced = block.mentions.get(mention.mention_id)
    sources = block.sources | {key: source}
    if replaced and all(kept.source != replaced.source for kept in mentions.values()):
        del sources[replaced.source]
    process_id = block.process_id or _process_id(mention)
    return Block(process_id=process_id, sources=sources, mentions=mentions, events=block.events)


def _process_id(mention: Mention) -> str | None:
    if mention.withdrawn:
        return None
    key = block_key(mention)
    return key if key != mention.mention_id else None


def _publish(old: Block, new: Block, mention: Mention) -> Decision:
    kind = mention.kind
    clusters = {event_id(c.accounts): c for c in _clusters(new, kind)}
    live = {
        id_: published
        for id_, published in old.events.items()
        if published.mentions and old.mentions[published.mentions[0]].kind == kind
    }
    changed = [id_ for id_, c in clusters.items() if _has_changed(live.get(id_), c, mention)]
    revised = [_revise(old, clusters[id_], new.process_id, mention) for id_ in sorted(changed)]
    gone = [_retire(old, id_, clusters, mention) for id_ in sorted(live.keys() - clusters.keys())]
    events = tuple(revised + gone)
    published = old.events | {
        event.event_id: Published(
            revision=event.revision,
            mentions=tuple(report.mention_id for report in event.reports),
            merged_into=event.merged_into,
        )
        for event in events
    }
    return Decision(msgspec.structs.replace(new, events=published), events)


def _clusters(block: Block, kind: Kind) -> tuple[Cluster, ...]:
    return group(_accounts(block, (i for i, k in block.mentions.items() if k.kind == kind)))


def _accounts(block: Block, mention_ids: Iterable[str]) -> Iterator[Account]:
    for mention_id in mention_ids:
        kept = block.mentions[mention_id]
        if not kept.withdrawn:
            yield kept_account(mention_id, kept, block.sources[kept.source])


def _has_changed(known: Published | None, cluster: Cluster, mention: Mention) -> bool:
    """Say whether an event is not as published: its accounts are others, or of another version."""
    members = tuple(account.mention_id for account in cluster.accounts)
    return known is None or members != known.mentions or mention.mention_id in members


def _revise(old: Block, cluster: Cluster, process_id: str | None, mention: Mention) -> Event:
    event = make_event(cluster, process_id)
    known = old.events.get(event.event_id)
    before = _as_published(old, known) if known and known.mentions else None
    changed = Changed(
        fields=_differences(before, event),
        article_id=mention.article.article_id,
        mention_id=mention.mention_id,
    )
    revision = max(event.revision, known.revision + 1) if known else event.revision
    return msgspec.structs.replace(event, revision=revision, changed=changed)


def _as_published(block: Block, known: Published) -> Event:
    return make_event(Cluster(tuple(_accounts(block, known.mentions))), block.process_id)


def _differences(before: Event | None, event: Event) -> tuple[str, ...]:
    """Return the names of the fields that differ; on a first revision those that say something."""
    names = [name for name in Event.__struct_fields__ if name not in _NOT_CONTENT]
    if before is None:
        return tuple(n for n in names if getattr(event, n) not in (None, (), {}, False))
    return tuple(n for n in names if getattr(event, n) != getattr(before, n))


def _retire(old: Block, id_: str, clusters: dict[str, Cluster], mention: Mention) -> Event:
    """Return the last revision of an event: it is merged into another, or nothing is left of it."""
    known = old.events[id_]
    successor = _successor(known, clusters)
    event = _as_published(old, known)
    return msgspec.structs.replace(
        event,
        revision=known.revision + 1,
        record_status=event.record_status if successor else "retracted",
        reports=(),
        outlets=0,
        origins=0,
        disputed={},
        support={},
        because=(),
        updated_at=max(event.updated_at, mention.article.received_at, key=sortable),
        merged_into=successor,
        changed=Changed(
            fields=("reports", "merged_into" if successor else "record_status"),
            article_id=mention.article.article_id,
            mention_id=mention.mention_id,
        ),
    )


def _successor(known: Published, clusters: dict[str, Cluster]) -> str | None:
    """Return the event that now has the earliest of the reports that are left."""
    home = {a.mention_id: id_ for id_, c in clusters.items() for a in c.accounts}
    return next((home[m] for m in known.mentions if m in home), None)
