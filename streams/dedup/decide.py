"""Take a mention or a ruling into its block, and say which events that changes and how."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from schemas import Event, Mention, Ruling, encode
from streams.dedup.block import block_key
from streams.dedup.cause import ALL_KNOWN, Cause, Past, of_mention, of_ruling
from streams.dedup.clusters import admitted, clusters_of, moved
from streams.dedup.event_ids import event_id
from streams.dedup.events import make_event
from streams.dedup.identity.groups import Cluster
from streams.dedup.memo import Memo
from streams.dedup.revisions import Before, as_published, closed_with, in_closed, revise, revisions
from streams.dedup.rulings import latest
from streams.dedup.state import Block, Kept, Source, keep, source_of


@dataclass(frozen=True, slots=True)
class Decision:
    """What a mention or a ruling leads to: the block's new state, and revisions to publish."""

    block: Block
    events: tuple[Event, ...] = ()
    taken: bool = field(default=True, compare=False)
    """It was news to the block."""
    alone: bool = field(default=False, compare=False)
    """The mention joined its event, or opened one, and no other mention moved."""
    left: frozenset[str] = field(default=frozenset(), compare=False)
    """Hints that are of no event any more."""


def take_in(block: Block, mention: Mention, memo: Memo, past: Past = ALL_KNOWN) -> Decision:
    """Add, replace or withdraw a mention, and return the revisions of the events it changes.

    A mention that the block has, or has in a later version, changes nothing. The block is written
    on, for a copy costs the more, the more it holds.
    """
    known = block.mentions.get(mention.mention_id)
    source = source_of(mention.article)
    if known is not None and not _is_news(known, mention, source):
        return Decision(block, taken=False)
    taken = _take(block, mention, source)
    _move(memo, block, taken)
    before = Before(taken, mention.mention_id, known)
    return _decision(before, of_mention(mention, past), memo)


def obey(block: Block, ruling: Ruling, memo: Memo, past: Past = ALL_KNOWN) -> Decision:
    """Obey a ruling, and return the revisions of the events it changes; the block is written on.

    One that the block has changes nothing; one that was taken back stays so.
    """
    known = block.rulings.get(ruling.ruling_id)
    counted = latest(known, ruling)
    if counted == known:
        return Decision(block, taken=False)
    block.rulings[ruling.ruling_id] = counted
    _move(memo, block, block)
    return _decision(Before(block), of_ruling(ruling, past), memo)


def join(mentions: Iterable[Mention], rulings: Iterable[Ruling] = ()) -> tuple[Event, ...]:
    """Return the events that mentions of one block report: a function of their set."""
    block = Block()
    for ruling in rulings:
        known_ruling = block.rulings.get(ruling.ruling_id)
        block.rulings[ruling.ruling_id] = latest(known_ruling, ruling)
    for mention in mentions:
        known = block.mentions.get(mention.mention_id)
        source = source_of(mention.article)
        if known is None or _is_news(known, mention, source):
            block = _take(block, mention, source)
    kinds = {kept.kind for kept in block.mentions.values()}
    clusters = (cluster for kind in kinds for cluster in clusters_of(block, kind, Memo()))
    events = (make_event(cluster, block.key) for cluster in clusters if cluster.is_told)
    return tuple(sorted(events, key=lambda event: event.event_id))


def _move(memo: Memo, block: Block, to: Block) -> None:
    """Keep what a memo knows of a block for the one that follows from it, and of no other."""
    if memo.block is not block:
        memo.forget_groupings()
    memo.block = to


def _decision(before: Before, cause: Cause, memo: Memo) -> Decision:
    block = before.block
    closed = closed_with(before)
    if closed is not None:
        return _of_closed(before, closed, cause, memo)
    cluster = _admitted(before, cause, memo)
    if cluster is not None and not cluster.is_told:
        return Decision(block)
    if cluster is not None:
        event = revise(before, cluster, cause, memo)
        memo.events[event.event_id] = event
        block.events[event.event_id] = as_published(event, _one_more(block, event, cause))
        return Decision(block, (event,), alone=True)
    id_ = before.mention_id
    part = moved(block, id_, memo) if id_ is not None and before.kept is None else None
    return _published(block, revisions(before, cause, memo, part), memo)


def _published(
    block: Block, events: tuple[Event, ...], memo: Memo, *, closed: bool = False
) -> Decision:
    """Note events as they are published; `closed` says that those with reports are closed."""
    known = _reported(block, events)
    for each in events:
        memo.events[each.event_id] = each
        published = as_published(each)
        shut = closed and bool(each.reports)
        block.events[each.event_id] = (
            msgspec.structs.replace(published, closed=True) if shut else published
        )
    return Decision(block, events, left=known - _reported(block, events))


def _reported(block: Block, events: Iterable[Event]) -> frozenset[str]:
    """Return the mentions that a block has of events."""
    known = (block.events.get(event.event_id) for event in events)
    return frozenset(m for published in known if published for m in published.mentions)


def _of_closed(before: Before, id_: str, cause: Cause, memo: Memo) -> Decision:
    """Decide on a report of an event that is closed, which was edited or withdrawn."""
    events = revisions(before, cause, memo, in_closed(before, id_, memo))
    memo.closed = None
    return _published(before.block, events, memo, closed=True)


def _one_more(block: Block, event: Event, cause: Cause) -> tuple[str, ...] | None:
    """Return the mentions of an event that only the last one joined; None where it is not last."""
    last, known = event.reports[-1].mention_id, block.events.get(event.event_id)
    if last != cause.mention_id or known is None or len(event.reports) != len(known.mentions) + 1:
        return None
    return (*known.mentions, last)


def _admitted(before: Before, cause: Cause, memo: Memo) -> Cluster | None:
    """Return the cluster of a new mention, where it moves no other."""
    id_, block = cause.mention_id, before.block
    if id_ is None or before.kept is not None:
        return None
    if event_id(id_, block.key) in block.events:
        return None
    return admitted(block, id_, memo)


def _is_news(known: Kept, mention: Mention, source: Source) -> bool:
    """Say whether a version of a mention comes after the one the block has.

    Filing numbers them. Should two have one number, their content decides, not which came first.
    """
    if source.version != known.source.version:
        return source.version > known.source.version
    return _rank(keep(mention, source, known.versions)) > _rank(known)


def _rank(kept: Kept) -> tuple[bool, bytes]:
    return (kept.withdrawn, encode(kept))


def _take(block: Block, mention: Mention, source: Source) -> Block:
    """Put a mention into its block; a withdrawn one stays, so that it is not revived."""
    known = block.mentions.get(mention.mention_id)
    versions = known.versions + 1 if known else 1
    block.mentions[mention.mention_id] = keep(mention, source, versions)
    key = block.key or _key(mention)
    return block if key == block.key else msgspec.structs.replace(block, key=key)


def _key(mention: Mention) -> str | None:
    if mention.withdrawn:
        return None
    key = block_key(mention)
    return key if key != mention.mention_id else None
