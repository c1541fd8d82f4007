"""On which page of its block each mention stands.

A block is stored in pages, so that a mention more writes a few of the others anew and not all. The
last page is open: mentions come there as they are taken in, and it stands in the block's own row.
Those that are full have a row each, which is written again only when something on it changes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from schemas import Event
from streams.dedup.draft import Draft
from streams.dedup.state import Block
from streams.stored import OTHER

FULL = 16
"""Mentions on a page: more of them make fewer rows, and larger ones to write for each mention."""


class Page(msgspec.Struct, gc=False):
    """What stands on one page."""

    mentions: list[str] = msgspec.field(default_factory=list)
    gone: set[str] = msgspec.field(default_factory=set)
    """Events that were noted here because they have no reports."""
    draft: Draft | None = None
    """What was written of its mentions, as long as none of them changes."""


@dataclass(slots=True)
class Pages:
    """The pages of a block; there is always one, the open one."""

    pages: list[Page] = field(default_factory=lambda: [Page()])
    sides: int = 0
    """Which of two names each page has, a bit each: what changes is written under the other."""
    seal: bytes = b""
    """Follows from all that was ever written on the pages that are full."""
    event_of: dict[str, str] = field(default_factory=dict)
    """The event of each mention, as published."""
    _home: dict[str, int] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """Return the number of the open page."""
        return len(self.pages) - 1

    def note(self, mention_id: str, event_id: str | None = None) -> int:
        """Note a mention and its event, and return its page."""
        home = self._home.get(mention_id)
        if home is None:
            home = self.last
            self.pages[home].mentions.append(mention_id)
            self._home[mention_id] = home
        if event_id is None:
            self.event_of.pop(mention_id, None)
        else:
            self.event_of[mention_id] = event_id
        return home

    def turn(self) -> None:
        """Open another page."""
        self.pages.append(Page())

    def side(self, number: int) -> int:
        """Return which of its two names a page has."""
        return self.sides >> number & 1

    def turn_over(self, number: int) -> None:
        """Give a page its other name."""
        self.sides ^= 1 << number

    def follow(
        self,
        block: Block,
        mention_id: str | None,
        events: Sequence[Event],
        *,
        alone: bool,
        left: Iterable[str] = (),
    ) -> set[int]:
        """Note all that a step has changed, and return the pages on which something changes.

        `alone` says that the mention moved no other; those that `left` are of no event any more.
        """
        if alone and mention_id is not None:
            return {*self._turned(mention_id), self.note(mention_id, events[0].event_id)}
        changed: set[int] = set()
        if mention_id is not None:
            changed.update(self._turned(mention_id))
            changed.add(self.note(mention_id, self.event_of.get(mention_id)))
            if block.mentions[mention_id].withdrawn:
                self.note(mention_id)
        for event in events:
            changed |= self._follow(event.event_id, block.events[event.event_id].mentions, changed)
        changed |= {self.note(each) for each in left if each in self._home}
        for number in changed:
            self.pages[number].draft = None
        return changed

    def _follow(self, id_: str, mentions: tuple[str, ...], changed: set[int]) -> set[int]:
        if not mentions:
            self.pages[self.last].gone.add(id_)
            return {self.last}
        moved = {self.note(m, id_) for m in mentions if self.event_of.get(m) != id_}
        homes = {self._home[m] for m in mentions}
        # Its revision has to be noted somewhere: of several the highest counts.
        return moved if homes & (moved | changed) else {self._home[mentions[-1]]}

    def _turned(self, mention_id: str) -> Iterator[int]:
        """Open another page if a new mention needs it, and yield the one that was open."""
        if mention_id not in self._home and len(self.pages[self.last].mentions) >= FULL:
            yield self.last
            self.turn()


def paged(block: Block, sides: int = 0) -> Pages:
    """Return pages for a block, as few as will do."""
    pages = Pages(sides=sides)
    event_of = {m: id_ for id_, event in block.events.items() for m in event.mentions}
    for mention_id in block.mentions:
        if len(pages.pages[-1].mentions) >= FULL:
            pages.turn()
        pages.note(mention_id, event_of.get(mention_id))
    pages.pages[-1].gone.update(id_ for id_, e in block.events.items() if not e.mentions)
    return pages


def page_key(key: str, side: int, number: int) -> str:
    """Return the key of a full page of a block."""
    return f"{key}{OTHER}{side}.{number}"
