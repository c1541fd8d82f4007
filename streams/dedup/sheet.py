"""A table as one step sees it: with what the step is about to write."""

from collections.abc import Callable
from dataclasses import dataclass, field

Read = Callable[[str], bytes | None]


@dataclass(slots=True)
class Sheet:
    """Collects writes; reads them back before they are made."""

    table: Read
    writes: dict[str, bytes | None] = field(default_factory=dict)

    def read(self, key: str) -> bytes | None:
        """Return the value of a key, None where there is none."""
        return self.writes[key] if key in self.writes else self.table(key)

    def write(self, key: str, value: bytes | None) -> None:
        """Set the value of a key; None deletes it."""
        self.writes.pop(key, None)  # the last write of a step stands last
        self.writes[key] = value
