"""Close events of which nothing has come in for long, so that state stays bounded.

Time is that of the stream, when raw records were received, never that of the clock: a replay closes
the same events. What is left of a closed event for as long again is enough to recognise a late
report of it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

import msgspec
import yaml
from msgspec.structs import replace

from schemas import Ruling
from schemas.mention import Happening
from schemas.vocabulary import Kind
from streams.days import span_of
from streams.dedup.account import Account
from streams.dedup.clusters import accounts_of
from streams.dedup.identity import FAMILIES
from streams.dedup.memo import Memo
from streams.dedup.state import Block, Closed, Kept, Published

Keep = Mapping[Kind, int]
"""Days for which an event of each kind waits for further reports."""

_DAY = len("2026-02-04")


@cache
def default_keep() -> Keep:
    """Return the days of `keep.yaml`."""
    told = yaml.safe_load(files("streams.dedup").joinpath("keep.yaml").read_text("utf-8"))
    return msgspec.convert(told, dict[Kind, int])


def close(block: Block, today: str, keep: Keep) -> Block:
    """Return the block without what has waited for too long on a day."""
    over = {
        id_: event for id_, event in block.events.items() if _is_over(block, event, today, keep)
    }
    gone = {m for event in over.values() for m in event.mentions} | _withdrawn(block, today, keep)
    closed = block.closed | {
        id_: _closed(block, event) for id_, event in over.items() if event.mentions
    }
    mentions = {m: kept for m, kept in block.mentions.items() if m not in gone}
    return replace(
        block,
        mentions=mentions,
        events={id_: event for id_, event in block.events.items() if id_ not in over},
        closed={id_: c for id_, c in closed.items() if today < _forgotten(c, keep)},
        rulings={
            id_: ruling
            for id_, ruling in block.rulings.items()
            if today < _after(ruling.at, _waits(ruling.kind, keep)) or _is_on(ruling, mentions)
        },
    )


def due(block: Block, keep: Keep) -> str | None:
    """Return the first day on which `close` changes a block; None where nothing is left."""
    days = [_after(_last(block, e), _waits(e.kind, keep)) for e in block.events.values()]
    days += [_forgotten(c, keep) for c in block.closed.values()]
    days += [
        _after(kept.source.received_at, _waits(kept.kind, keep))
        for kept in block.mentions.values()
        if kept.withdrawn
    ]
    # What was ruled on a report that is left goes with that report.
    days += [
        _after(ruling.at, _waits(ruling.kind, keep))
        for ruling in block.rulings.values()
        if not _is_on(ruling, block.mentions)
    ]
    return min(days, default=None)


def earliest(block: Block, keep: Keep, mention_id: str, event_ids: Iterable[str]) -> str:
    """Return a day before which nothing is to be closed of what a mention has changed.

    An event waits at least as long as any one of its reports, and one is looked at in no time.
    """
    kept = block.mentions[mention_id]
    days = [_soonest(block, block.events[id_], keep) for id_ in event_ids]
    return min(days, default=_after(kept.source.received_at, _waits(kept.kind, keep)))


def _soonest(block: Block, event: Published, keep: Keep) -> str:
    at = event.at or block.mentions[event.mentions[-1]].source.received_at
    return _after(at, _waits(event.kind, keep))


def _is_on(ruling: Ruling, mentions: Mapping[str, Kept]) -> bool:
    """Say whether a ruling names one of the mentions."""
    return any(m in mentions for group in ruling.groups for m in group)


def _is_over(block: Block, event: Published, today: str, keep: Keep) -> bool:
    return today >= _after(_last(block, event), _waits(event.kind, keep))


def _last(block: Block, event: Published) -> str:
    """Return when the last report of an event was received, or the day on which it ends."""
    if event.at is not None:
        return event.at
    kept = [block.mentions[mention] for mention in event.mentions]
    received = max(each.source.received_at[:_DAY] for each in kept)
    return max(received, *(_end(each.said) for each in kept))


def _end(said: Happening) -> str:
    """Return the last day of a happening, in "talks IN DECEMBER" that of the month."""
    span = span_of(said.when)
    return date.fromordinal(span[1]).isoformat() if span else ""


def _withdrawn(block: Block, today: str, keep: Keep) -> set[str]:
    return {
        m
        for m, kept in block.mentions.items()
        if kept.withdrawn and today >= _after(kept.source.received_at, _waits(kept.kind, keep))
    }


def _closed(block: Block, event: Published) -> Closed:
    """Return what is left of an event: its most telling report, without the text's sketches."""
    accounts = accounts_of(block, event.mentions, Memo())
    first = _most_telling(accounts)
    return Closed(
        revision=event.revision,
        kind=first.said.kind,
        mention_id=first.mention_id,
        kept=replace(
            block.mentions[first.mention_id],
            source=replace(first.source, fingerprint="", terms="", lineage=(), url=None),
        ),
        until=_last(block, event),
    )


def _most_telling(accounts: Iterable[Account]) -> Account:
    found = tuple(accounts)
    family = FAMILIES[found[0].said.kind]
    return min(found, key=lambda a: (family.rank(a), a.order))


def _forgotten(closed: Closed, keep: Keep) -> str:
    """Return the day on which a closed event is not recognised any more: after as long again."""
    return _after(closed.until, 2 * _waits(closed.kind, keep))


def _waits(kind: Kind, keep: Keep) -> int:
    return keep.get(kind, default_keep()[kind])


def _after(moment: str, days: int) -> str:
    return _later(moment[:_DAY], days)


@lru_cache(maxsize=4_096)
def _later(day: str, days: int) -> str:
    last = date.max.toordinal()
    return date.fromordinal(min(date.fromisoformat(day).toordinal() + days, last)).isoformat()
