"""Take a mention or a ruling into its block, and say which events that changes and how."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from schemas import Event, Mention, Ruling
from streams.dedup.account import sortable
from streams.dedup.block import block_key
from streams.dedup.cause import Cause, of_mention, of_ruling
from streams.dedup.clusters import admitted, clusters_of
from streams.dedup.event_ids import event_id
from streams.dedup.events import make_event
from streams.dedup.memo import Memo
from streams.dedup.revisions import as_published, revise, revisions
from streams.dedup.rulings import latest
from streams.dedup.state import Block, Kept, Source, keep, source_key, source_of


@dataclass(frozen=True, slots=True)
class Decision:
    """What a mention or a ruling leads to: the block's new state, and revisions to publish."""

    block: Block
    events: tuple[Event, ...] = ()


def decide(block: Block, mention: Mention, memo: Memo | None = None) -> Decision:
    """Add, replace or withdraw a mention, and return the revisions of the events it changes.

    A mention that the block has, or has in a later version, changes nothing.
    """
    known = block.mentions.get(mention.mention_id)
    source = source_of(mention.article)
    if known is not None and not _is_news(block, known, mention, source):
        return Decision(block)
    taken = _take(block, mention, source, versions=known.versions + 1 if known else 1)
    return _decision(block, taken, of_mention(mention), memo or Memo())


def rule(block: Block, ruling: Ruling, memo: Memo | None = None) -> Decision:
    """Obey a ruling, and return the revisions of the events it changes.

    One that the block has changes nothing; one that was taken back stays so.
    """
    known = block.rulings.get(ruling.ruling_id)
    counted = latest(known, ruling)
    if counted == known:
        return Decision(block)
    taken = msgspec.structs.replace(block, rulings=block.rulings | {ruling.ruling_id: counted})
    return _decision(block, taken, of_ruling(ruling), memo or Memo())


def join(mentions: Iterable[Mention], rulings: Iterable[Ruling] = ()) -> tuple[Event, ...]:
    """Return the events that mentions of one block report: a function of their set."""
    block = Block()
    for ruling in rulings:
        known_ruling = block.rulings.get(ruling.ruling_id)
        block.rulings[ruling.ruling_id] = latest(known_ruling, ruling)
    for mention in mentions:
        known = block.mentions.get(mention.mention_id)
        source = source_of(mention.article)
        if known is None or _is_news(block, known, mention, source):
            versions = known.versions + 1 if known else 1
            block = _take(block, mention, source, versions=versions)
    kinds = {kept.kind for kept in block.mentions.values()}
    clusters = (cluster for kind in kinds for cluster in clusters_of(block, kind, Memo()))
    events = (make_event(cluster, block.process_id) for cluster in clusters)
    return tuple(sorted(events, key=lambda event: event.event_id))


def _decision(old: Block, taken: Block, cause: Cause, memo: Memo) -> Decision:
    if memo.block is not old:
        memo.groupings.clear()
    events = _admitted(old, taken, cause, memo) or revisions(old, taken, cause, memo)
    memo.events.update({event.event_id: event for event in events})
    published = old.events | {event.event_id: as_published(event) for event in events}
    block = msgspec.structs.replace(taken, events=published)
    memo.block = block
    return Decision(block, events)


def _admitted(old: Block, taken: Block, cause: Cause, memo: Memo) -> tuple[Event, ...] | None:
    """Return the revision that a new mention leads to, where it moves no other."""
    id_ = cause.mention_id
    if id_ is None or id_ in old.mentions or event_id(id_, old.process_id) in old.events:
        return None
    cluster = admitted(taken, id_, memo)
    return (revise(old, taken, cluster, cause, memo),) if cluster else None


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
    return msgspec.structs.replace(block, process_id=process_id, sources=sources, mentions=mentions)


def _process_id(mention: Mention) -> str | None:
    if mention.withdrawn:
        return None
    key = block_key(mention)
    return key if key != mention.mention_id else None
