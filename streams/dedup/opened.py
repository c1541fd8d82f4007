"""Blocks kept decoded, with what was worked out of them: those that were needed last."""

from collections import OrderedDict
from dataclasses import dataclass, field

from streams.dedup.memo import Memo
from streams.dedup.pages import Pages
from streams.dedup.state import Block

ROOM = 100_000
"""Mentions, some 5 KB each with all that was worked out of them."""


@dataclass(slots=True)
class Opened:
    """A block that was read from or written to the table, as these bytes."""

    key: str
    stored: bytes | None
    block: Block
    pages: Pages
    memo: Memo
    due: str | None
    """A day before which there is nothing to close in it; None where there never is."""
    size: int = 0
    """Mentions for which it is counted among those remembered."""


@dataclass(slots=True)
class Remembered:
    """The blocks of one worker, so many that their mentions find room; the last one always does."""

    room: int = ROOM
    _blocks: OrderedDict[str, Opened] = field(default_factory=OrderedDict)
    _mentions: int = 0

    def get(self, key: str) -> Opened | None:
        """Return a block if it is remembered."""
        return self._blocks.get(key)

    def keep(self, opened: Opened) -> None:
        """Remember a block as the one needed last, by what it holds now, and forget others."""
        size = len(opened.block.mentions) + 1
        self._mentions += size - opened.size
        opened.size = size
        self._blocks[opened.key] = opened
        self._blocks.move_to_end(opened.key)
        while self._mentions > self.room and len(self._blocks) > 1:
            self.forget(next(iter(self._blocks)))

    def forget(self, key: str) -> None:
        """Forget a block."""
        opened = self._blocks.pop(key, None)
        if opened is not None:
            self._mentions -= opened.size
            opened.memo.forget_groupings()

    def clear(self) -> None:
        """Forget all blocks."""
        for key in tuple(self._blocks):
            self.forget(key)
