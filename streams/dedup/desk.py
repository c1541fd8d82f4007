"""The desk of one partition: finds the blocks that records belong to, and says what to write.

Blocks are stored one per negotiation and kind, since mentions of two kinds never meet. The desk
remembers those it had last, with what was worked out of them. Every step costs one block, whatever
else is stored: nothing here looks through a table.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import blake2b

from schemas import Event, Mention, Ruling
from schemas.vocabulary import Kind
from streams.dedup.agenda import Agenda
from streams.dedup.closing import Keep, close, default_keep, due
from streams.dedup.decide import Decision, obey, take_in
from streams.dedup.memo import Memo
from streams.dedup.opened import Opened, Remembered
from streams.dedup.pages import Pages, page_key, paged
from streams.dedup.rows import pack, pack_page, unpack
from streams.dedup.sheet import Read, Sheet
from streams.dedup.state import Block

Write = tuple[str, bytes | None]
"""A key of the table and its new value; None deletes it."""

_DAY = len("2026-02-04")
_SEAL = 8


@dataclass(frozen=True, slots=True)
class Step:
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
    """The last day on which a record was received, as far as this partition knows."""
    remembered: Remembered = field(default_factory=Remembered)
    """What the desks of a worker share: a block is of one partition."""

    def admit(self, block: str, mention: Mention) -> Step:
        """Take a mention into its block."""
        key, at = _cell(block, mention.kind), mention.article.received_at
        return self._take(
            key, at, lambda known, memo: take_in(known, mention, memo), mention.mention_id
        )

    def rule(self, ruling: Ruling) -> Step:
        """Obey a ruling."""
        key = _cell(ruling.block, ruling.kind)
        return self._take(key, ruling.at, lambda known, memo: obey(known, ruling, memo))

    def _take(
        self,
        key: str,
        at: str,
        act: Callable[[Block, Memo], Decision],
        mention_id: str | None = None,
    ) -> Step:
        self.today = max(self.today, at[:_DAY])
        sheet = Sheet(self.table)
        self._see_to_what_is_due(sheet)
        opened = self._open(key, sheet)
        self._close(opened, sheet)
        decision = act(opened.block, opened.memo)
        opened.block = decision.block
        if decision.taken or opened.stored is None:
            self._follow(opened, decision, mention_id, sheet)
        # What is deleted goes last: until all is written, what stands there may be needed still.
        writes = sorted(sheet.writes.items(), key=lambda write: write[1] is None)
        return Step(decision.events, tuple(writes))

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
                raise LookupError(f"page {number} of {key} is missing")
            return row

        block, pages = unpack(stored, page)
        return Opened(key, stored, block, pages, Memo(), due(block, self.keep))

    def _close(self, opened: Opened, sheet: Sheet) -> None:
        """Close what is due in a block."""
        if opened.due is None or opened.due > self.today:
            return
        before = opened.pages
        opened.block = close(opened.block, self.today, self.keep)
        opened.memo.forget_groupings()
        opened.memo = Memo()
        opened.due = due(opened.block, self.keep)
        opened.pages = paged(opened.block, side=1 - before.side)
        self._store(opened, range(opened.pages.last), None, sheet)
        for number in range(before.last):
            sheet.write(page_key(opened.key, before.side, number), None)

    def _follow(
        self, opened: Opened, decision: Decision, mention_id: str | None, sheet: Sheet
    ) -> None:
        """Write what a decision has changed."""
        if opened.due is None:
            opened.due = due(opened.block, self.keep)
        if opened.stored is None and opened.due is not None:
            Agenda(sheet, self.partition).add(opened.due, opened.key)
        pages = opened.pages
        changed = pages.follow(opened.block, mention_id, decision.events, alone=decision.alone)
        self._store(opened, changed, mention_id, sheet)

    def _store(
        self, opened: Opened, numbers: Iterable[int], mention_id: str | None, sheet: Sheet
    ) -> None:
        """Write the pages that have changed and the block's own row.

        The page of the mention that caused it comes last: if the worker dies in between, the
        mention is not known yet when it is delivered again, and all is decided anew. A page that
        the table does not have comes before the row that tells of it.
        """
        block, pages = opened.block, opened.pages
        rows = {
            page_key(opened.key, pages.side, number): pack_page(block, pages, number)
            for number in sorted(numbers)
            if number < pages.last
        }
        for row in rows.values():
            pages.seal = blake2b(pages.seal + row, digest_size=_SEAL).digest()
        opened.stored = pack(block, pages)
        home = pages.home(mention_id) if mention_id is not None else None
        last = page_key(opened.key, pages.side, home) if home is not None else None
        if last in rows and self.table(last) is not None:
            rows[opened.key] = opened.stored
            rows[last] = rows.pop(last)
        else:
            rows[opened.key] = opened.stored
        for key, row in rows.items():
            sheet.write(key, row)

    def _see_to_what_is_due(self, sheet: Sheet) -> None:
        """Close what is due in blocks that nobody has touched since."""
        agenda = Agenda(sheet, self.partition)
        for key in agenda.due(self.today):
            opened = self._open(key, sheet)
            self._close(opened, sheet)
            if opened.due is None:
                self.remembered.forget(key)
                sheet.write(key, None)
                continue
            agenda.add(opened.due, key)


def _cell(block: str, kind: Kind) -> str:
    return f"{block}/{kind}"
