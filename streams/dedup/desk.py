"""The desk of one partition: finds the blocks that records belong to, and says what to write.

Blocks are stored one per negotiation and kind, since mentions of two kinds never meet. The desk
remembers those it had last, with what was worked out of them. Every step costs one block, whatever
else is stored: nothing here looks through a table.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TypeVar

import msgspec

from schemas import Event, Mention, Ruling
from schemas.vocabulary import Kind
from streams.days import DAY
from streams.dedup.cause import Past
from streams.dedup.closing import Keep, close, default_keep, due, earliest, past
from streams.dedup.decide import Decision, obey, take_in
from streams.dedup.memo import Memo
from streams.dedup.opened import ROOM, Opened
from streams.dedup.pages import Pages, page_key, paged
from streams.dedup.rows import pack, pack_page, unpack
from streams.dedup.state import Block
from streams.errors import StateError
from streams.stored import Agenda, Read, Remembered, Sheet, Write

R = TypeVar("R", Mention, Ruling)

_SEAL = 8


class Step(msgspec.Struct, frozen=True, gc=False):
    """What a record leads to: revisions to publish, and then what to write, in this order."""

    events: tuple[Event, ...] = ()
    writes: tuple[Write, ...] = ()


@dataclass(slots=True)
class Desk:
    """Takes the mentions and rulings of one partition, one after the other."""

    table: Read
    """Reads the table, which must hold all writes of the steps before."""
    partition: int = 0
    keep: Keep = field(default_factory=default_keep)
    today: str = ""
    """The last day on which a raw record was received, as far as this partition knows."""
    remembered: Remembered[Opened] = field(default_factory=lambda: Remembered(ROOM))
    """What the desks of a worker share: a block is of one partition."""

    def admit(self, block: str, mention: Mention) -> Step:
        """Take a mention into its block."""
        at, key = mention.article.received_at, _cell(block, mention.kind)
        return self._take(key, at, mention, take_in, mention.mention_id)

    def rule(self, ruling: Ruling) -> Step:
        """Obey a ruling."""
        # When it was made says the clock of who made it: that is no time of the stream.
        return self._take(_cell(ruling.block, ruling.kind), "", ruling, obey)

    def _take(
        self,
        key: str,
        at: str,
        record: R,
        act: Callable[[Block, R, Memo, Past], Decision],
        mention_id: str | None = None,
    ) -> Step:
        sheet = Sheet(self.table)
        agenda = Agenda(sheet, self.partition)
        self.today = max(self.today, agenda.today, at[:DAY])
        self._see_to_what_is_due(agenda, sheet)
        opened = self._open(key, sheet)
        self._close(opened, sheet)
        forgotten = past(self.today, record.kind, self.keep)
        decision = act(opened.block, record, opened.memo, forgotten)
        opened.block = decision.block
        if decision.taken or opened.stored is None:
            self._follow(opened, decision, mention_id, sheet)
        return Step(decision.events, sheet.in_order())

    def _open(self, key: str, sheet: Sheet) -> Opened:
        """Return a block as it stands in the table: another worker may have had it in between."""
        stored = sheet.read(key)
        opened = self.remembered.get(key)
        if opened is None or opened.stored != stored:
            self.remembered.forget(key)
            opened = self._read(key, stored, sheet)
        self.remembered.keep(opened)
        return opened

    def _read(self, key: str, stored: bytes | None, sheet: Sheet) -> Opened:
        if stored is None:
            return Opened(key, None, Block(), Pages(), Memo(), None)

        def page(side: int, number: int) -> bytes:
            row = sheet.read(page_key(key, side, number))
            if row is None:
                raise StateError(f"page {number} of {key} is missing")
            return row

        block, pages = unpack(stored, page)
        return Opened(key, stored, block, pages, Memo(), due(block, self.keep))

    def _close(self, opened: Opened, sheet: Sheet) -> None:
        """Close what is due in a block."""
        if not self._is_due(opened):
            return
        before = opened.pages
        opened.block = close(opened.block, self.today, self.keep)
        opened.memo.forget_groupings()
        opened.memo = Memo()
        opened.due = due(opened.block, self.keep)
        opened.pages = paged(opened.block, before.sides)
        self._store(opened, range(opened.pages.last), sheet)
        for number in range(before.last):
            name = page_key(opened.key, before.side(number), number)
            if name not in sheet.writes:
                sheet.write(name, None)

    def _is_due(self, opened: Opened) -> bool:
        """Say whether there is something to close in a block; if not, work out when there is.

        Until then that is asked of no mention.
        """
        if opened.due is None or opened.due > self.today:
            return False
        opened.due = due(opened.block, self.keep)
        return opened.due is not None and opened.due <= self.today

    def _follow(
        self, opened: Opened, decision: Decision, mention_id: str | None, sheet: Sheet
    ) -> None:
        """Write what a decision has changed."""
        self._follow_time(opened, decision, mention_id)
        if opened.stored is None and opened.due is not None:
            Agenda(sheet, self.partition).add(opened.due, opened.key)
        pages = opened.pages
        events, left = decision.events, decision.left
        changed = pages.follow(opened.block, mention_id, events, alone=decision.alone, left=left)
        self._store(opened, changed, sheet)

    def _follow_time(self, opened: Opened, decision: Decision, mention_id: str | None) -> None:
        """Keep to a day before which there is nothing to close."""
        if mention_id is None or opened.due is None:
            opened.due = due(opened.block, self.keep)
            return
        ids = (event.event_id for event in decision.events)
        day = earliest(opened.block, self.keep, mention_id, ids, decision.left)
        opened.due = min(opened.due, day)

    def _store(self, opened: Opened, numbers: Iterable[int], sheet: Sheet) -> None:
        """Write the pages that have changed, then the block's own row, which puts them in force.

        No page that is in force is written upon. If the worker dies before that row is written, the
        block is as it was, and all is decided anew when the record is delivered again.
        """
        block, pages = opened.block, opened.pages
        for number in sorted(number for number in numbers if number < pages.last):
            row = pack_page(block, pages, number)
            pages.seal = blake2b(pages.seal + row, digest_size=_SEAL).digest()
            known = page_key(opened.key, pages.side(number), number)
            if sheet.writes.get(known) is None and self.table(known) is not None:
                pages.turn_over(number)
                sheet.write(known, None)
            sheet.write(page_key(opened.key, pages.side(number), number), row)
        opened.stored = pack(block, pages)
        sheet.write(opened.key, opened.stored)

    def _see_to_what_is_due(self, agenda: Agenda, sheet: Sheet) -> None:
        """Close what is due in blocks that nobody has touched since."""
        if not self.today:
            return
        for key in agenda.due(self.today):
            opened = self._open(key, sheet)
            self._close(opened, sheet)
            opened.due = due(opened.block, self.keep)
            if opened.due is None:
                self.remembered.forget(key)
                sheet.write(key, None)
                continue
            agenda.add(opened.due, key)


def _cell(block: str, kind: Kind) -> str:
    return f"{block}/{kind}"
