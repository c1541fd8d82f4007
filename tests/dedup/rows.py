"""The rows of a block, as a table holds them."""

from streams.dedup import Block
from streams.dedup.pages import Pages, paged
from streams.dedup.rows import pack, pack_page, unpack


class Rows:
    """A block in rows."""

    def __init__(self, block: Block, pages: Pages | None = None) -> None:
        self.block = block
        self.pages = pages or paged(block)
        self.full = [pack_page(block, self.pages, n) for n in range(self.pages.last)]
        self.last = pack(block, self.pages)

    @property
    def rows(self) -> list[bytes]:
        """Return all rows."""
        return [*self.full, self.last]

    def read(self) -> tuple[Block, Pages]:
        """Return the block as it is read."""
        return unpack(self.last, lambda _, number: self.full[number])
