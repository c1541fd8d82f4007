"""The desk of one partition: finds the blocks that records belong to, and says what to write.

Blocks are stored one per negotiation and kind, since mentions of two kinds never meet. The desk
remembers those it had last, with what was worked out of them. Every step costs one block, whatever
else is stored: nothing here looks through a table.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from schemas import Event, Mention, Ruling
from schemas.vocabulary import Kind
from streams.dedup.agenda import Agenda
from streams.dedup.closing import Keep, close, default_keep, due
from streams.dedup.decide import Decision, decide, rule
from streams.dedup.memo import Memo
from streams.dedup.rows import pack, unpack
from streams.dedup.sheet import Read, Sheet
from streams.dedup.state import Block

Write = tuple[str, bytes | None]
"""A key of the table and its new value; None deletes it."""

REMEMBERED = 20_000
"""Blocks that are kept decoded."""
_DAY = len("2026-02-04")


@dataclass(frozen=True, slots=True)
class Step:
    """What a record leads to: revisions to publish, and then what to write, in this order."""

    events: tuple[Event, ...] = ()
    writes: tuple[Write, ...] = ()


@dataclass(slots=True)
class Opened:
    """A block that was read from or written to the table, as these bytes."""

    stored: bytes | None
    block: Block
    memo: Memo
    due: str | None


@dataclass(slots=True)
class Desk:
    """Takes the mentions and rulings of one partition, one after the other."""

    table: Read
    """Reads the table, which must hold all writes of the steps before."""
    partition: int = 0
    keep: Keep = field(default_factory=default_keep)
    today: str = ""
    """The last day on which a record was received, as far as this partition knows."""
    _opened: "OrderedDict[str, Opened]" = field(default_factory=OrderedDict)

    def admit(self, block: str, mention: Mention) -> Step:
        """Take a mention into its block."""
        key, at = _cell(block, mention.kind), mention.article.received_at
        return self._take(key, at, lambda known, memo: decide(known, mention, memo))

    def rule(self, ruling: Ruling) -> Step:
        """Obey a ruling."""
        key = _cell(ruling.block, ruling.kind)
        return self._take(key, ruling.at, lambda known, memo: rule(known, ruling, memo))

    def _take(self, key: str, at: str, act: Callable[[Block, Memo], Decision]) -> Step:
        self.today = max(self.today, at[:_DAY])
        sheet = Sheet(self.table)
        self._see_to_what_is_due(sheet)
        opened = self._open(key, sheet)
        known = opened.block
        self._close(opened)
        decision = act(opened.block, opened.memo)
        opened.block = decision.block
        if opened.block is not known or opened.stored is None:
            self._store(key, opened, sheet)
        return Step(decision.events, tuple(sheet.writes.items()))

    def _open(self, key: str, sheet: Sheet) -> Opened:
        """Return a block as it stands in the table: another worker may have had it in between."""
        stored = sheet.read(key)
        opened = self._opened.get(key)
        if opened is None or opened.stored != stored:
            block = unpack(stored) if stored else Block()
            opened = Opened(stored, block, Memo(), due(block, self.keep))
        self._opened[key] = opened
        self._opened.move_to_end(key)
        if len(self._opened) > REMEMBERED:
            self._opened.popitem(last=False)
        return opened

    def _close(self, opened: Opened) -> None:
        if opened.due is not None and opened.due <= self.today:
            opened.block = close(opened.block, self.today, self.keep)
            opened.memo = Memo()
            opened.due = due(opened.block, self.keep)

    def _store(self, key: str, opened: Opened, sheet: Sheet) -> None:
        if opened.due is None:
            opened.due = due(opened.block, self.keep)
        if opened.stored is None and opened.due is not None:
            Agenda(sheet, self.partition).add(opened.due, key)
        opened.stored = pack(opened.block)
        sheet.write(key, opened.stored)

    def _see_to_what_is_due(self, sheet: Sheet) -> None:
        """Close what is due in blocks that nobody has touched since."""
        agenda = Agenda(sheet, self.partition)
        for key in agenda.due(self.today):
            opened = self._open(key, sheet)
            known = opened.block
            self._close(opened)
            if opened.due is None:
                del self._opened[key]
                sheet.write(key, None)
                continue
            agenda.add(opened.due, key)
            if opened.block is not known:
                self._store(key, opened, sheet)


def _cell(block: str, kind: Kind) -> str:
    return f"{block}/{kind}"
