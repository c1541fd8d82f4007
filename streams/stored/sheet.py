"""A table as one step sees it: with what the step is about to write."""

from collections.abc import Callable

import msgspec

OTHER = "#"
"""Stands in the keys of rows that are no block's own: of its pages, and of the agenda."""

Read = Callable[[str], bytes | None]
Write = tuple[str, bytes | None]
"""A key of the table and its new value; None deletes it."""


class Sheet(msgspec.Struct, gc=False):
    """Collects writes; reads them back before they are made."""

    table: Read
    writes: dict[str, bytes | None] = msgspec.field(default_factory=dict)
    last: dict[str, bytes | None] = msgspec.field(default_factory=dict)
    """What is written once all else is: until then the step may be taken anew."""

    def read(self, key: str) -> bytes | None:
        """Return the value of a key, None where there is none."""
        for written in (self.last, self.writes):
            if key in written:
                return written[key]
        return self.table(key)

    def write(self, key: str, value: bytes | None) -> None:
        """Set the value of a key; None deletes it."""
        self.writes.pop(key, None)  # the last write of a step stands last
        self.writes[key] = value

    def in_order(self) -> tuple[Write, ...]:
        """Return the writes in the order in which they are to be made.

        What is deleted goes late: until all is written, what stands there may be needed still. So
        may the pages of a block be until its own row is gone.
        """
        return (*sorted(self.writes.items(), key=_place), *self.last.items())


def _place(write: Write) -> int:
    key, value = write
    return 0 if value is not None else 1 + (OTHER in key)
