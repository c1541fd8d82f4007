"""A block as it is decoded, with what was worked out of it."""

from dataclasses import dataclass

from streams.dedup.memo import Memo
from streams.dedup.pages import Pages
from streams.dedup.state import Block

ROOM = 100_000
"""Mentions to remember, some 5 KB each with all that was worked out of them."""


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

    def weight(self) -> int:
        """Return for how many mentions it counts among those remembered."""
        return len(self.block.mentions) + 1

    def let_go(self) -> None:
        """Part what refers to each other in it."""
        self.memo.forget_groupings()
