"""Close events of which nothing has come in for long, so that state stays bounded.

Time is that of the stream, when raw records were received, never that of the clock: a replay closes
the same events. A closed event is kept for as long again: no report joins it any more, but a late
one opens an event that names it, and the reports that it has may be edited and withdrawn.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from msgspec.structs import replace

from schemas import Ruling
from schemas.mention import Happening
from schemas.vocabulary import Kind
from streams.days import DAY, SECONDS_A_DAY, day_of, span_of
from streams.dedup.cause import ALL_KNOWN, Past
from streams.dedup.event_ids import event_id
from streams.dedup.state import Block, Kept, Published
from streams.tables import read_yaml

Keep = Mapping[Kind, int]
"""Days for which an event of each kind waits for further reports."""

_EPOCH = date(1970, 1, 1).toordinal()


@cache
def default_keep() -> Keep:
    """Return the days of `keep.yaml`."""
    return read_yaml(files("streams.dedup") / "keep.yaml", dict[Kind, int])


HINTED = 7
"""Days for which a hint waits for others, who tell of it within three days and come in late."""


def close(block: Block, today: str, keep: Keep) -> Block:
    """Return the block without what has waited for too long on a day."""
    told = {id_: event for id_, event in block.events.items() if event.mentions}
    forgotten = {id_ for id_, e in told.items() if today >= _until(block, e, keep, closed=True)}
    gone = {m for id_ in forgotten for m in told[id_].mentions}
    loose = frozenset(_loose(block))
    mentions = {
        m: kept
        for m, kept in block.mentions.items()
        if m not in gone and not (m in loose and today >= _after_kept(kept, keep))
    }
    left = replace(block, mentions=mentions)
    ids = _ids(left)
    return replace(
        left,
        events={
            id_: _closed(block, event, today, keep)
            for id_, event in block.events.items()
            if id_ not in forgotten
            and (event.mentions or id_ in ids or today < _until(block, event, keep))
        },
        rulings={
            id_: ruling
            for id_, ruling in block.rulings.items()
            if today < later(ruling.at, waits(ruling.kind, keep)) or _is_on(ruling, mentions)
        },
    )


def due(block: Block, keep: Keep) -> str | None:
    """Return the first day on which `close` changes a block; None where nothing is left."""
    ids = _ids(block)
    days = [
        _until(block, event, keep, closed=event.closed)
        for id_, event in block.events.items()
        if event.mentions or id_ not in ids
    ]
    days += [_after_kept(block.mentions[mention_id], keep) for mention_id in _loose(block)]
    # What was ruled on a report that is left goes with that report.
    days += [
        later(ruling.at, waits(ruling.kind, keep))
        for ruling in block.rulings.values()
        if not _is_on(ruling, block.mentions)
    ]
    return min(days, default=None)


def past(today: str, kind: Kind, keep: Keep) -> Past:
    """Return what a block may have forgotten on a day: what it need not know of its reports.

    Revisions of what comes back are counted from the seconds that have passed since 1970, which are
    more than an event ever had revisions.
    """
    if not today:
        return ALL_KNOWN
    passed = day_of(today) - _EPOCH
    return Past(later(today, -waits(kind, keep)), passed * SECONDS_A_DAY)


def earliest(
    block: Block,
    keep: Keep,
    mention_id: str,
    event_ids: Iterable[str],
    left: Iterable[str] = (),
) -> str:
    """Return a day before which nothing is to be closed of what a mention has changed.

    An event waits at least as long as any one of its reports, and one is looked at in no time.
    Hints that `left` their event, or are of none, wait by themselves.
    """
    days = [_soonest(block, block.events[id_], keep) for id_ in event_ids]
    kept = [block.mentions[each] for each in (mention_id, *left)]
    days += [_after_kept(each, keep) for each in kept if each.hint]
    return min(days, default=_after_kept(kept[0], keep))


def _soonest(block: Block, event: Published, keep: Keep) -> str:
    at = event.at or block.mentions[event.mentions[-1]].source.received_at
    return later(at, waits(event.kind, keep))


def _loose(block: Block) -> Iterator[str]:
    """Yield the mentions that are of no event: those withdrawn, and hints of which nobody tells."""
    if not any(kept.withdrawn or kept.hint for kept in block.mentions.values()):
        return
    told = {m for event in block.events.values() for m in event.mentions}
    for mention_id, kept in block.mentions.items():
        if kept.withdrawn or (kept.hint and mention_id not in told):
            yield mention_id


def _is_on(ruling: Ruling, mentions: Mapping[str, Kept]) -> bool:
    """Say whether a ruling names one of the mentions."""
    return any(m in mentions for group in ruling.groups for m in group)


def _closed(block: Block, event: Published, today: str, keep: Keep) -> Published:
    """Return an event as it is on a day: closed, or open still."""
    over = event.mentions and not event.closed and today >= _until(block, event, keep)
    return replace(event, closed=True) if over else event


def _until(block: Block, event: Published, keep: Keep, *, closed: bool = False) -> str:
    """Return the day on which an event is closed, or one that is closed is forgotten."""
    return later(_last(block, event), (1 + closed) * waits(event.kind, keep))


def _ids(block: Block) -> set[str]:
    """Return the ids that reports of a block can give to events, if any has no reports now.

    What was published under them is remembered for as long, so that no revision comes twice.
    """
    if all(event.mentions for event in block.events.values()):
        return set()
    return {event_id(mention_id, block.key) for mention_id in block.mentions}


def _last(block: Block, event: Published) -> str:
    """Return when the last report of an event was received, or the day on which it ends.

    What has come back since then, of old reports, waits from the day on which it did.
    """
    came_back = date.fromordinal(_EPOCH + event.revision // SECONDS_A_DAY).isoformat()
    if event.at is not None:
        return max(event.at[:DAY], came_back)
    kept = [block.mentions[mention] for mention in event.mentions]
    received = max(each.source.received_at[:DAY] for each in kept)
    return max(received, came_back, *(_end(each.said) for each in kept))


def _end(said: Happening) -> str:
    """Return the last day of a happening, in "talks IN DECEMBER" that of the month."""
    span = span_of(said.when)
    return date.fromordinal(span[1]).isoformat() if span else ""


def _after_kept(kept: Kept, keep: Keep) -> str:
    waiting = min(waits(kept.kind, keep), HINTED) if kept.hint else waits(kept.kind, keep)
    return later(kept.source.received_at, waiting)


def waits(kind: Kind, keep: Keep) -> int:
    """Return for how many days an event of a kind waits: as `keep` says, or else `keep.yaml`."""
    return keep.get(kind, default_keep()[kind])


def later(moment: str, days: int) -> str:
    """Return the day that comes so many days after a moment."""
    return _later(moment[:DAY], days)


@lru_cache(maxsize=4_096)
def _later(day: str, days: int) -> str:
    last = date.max.toordinal()
    return date.fromordinal(min(date.fromisoformat(day).toordinal() + days, last)).isoformat()
