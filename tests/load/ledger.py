"""What a revision costs a process that has seen many: `python -m tests.load.ledger`.

One negotiation of which much is told. Each revision of its events is noted in its ledger; nothing
but the rows of both is kept. Processor time, since other work on the machine is none of it.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table

from schemas import Event
from streams.dedup import block_key
from streams.dedup.desk import Desk
from streams.processes import Ledgers
from streams.publish import processes_of
from tests.load.mentions import mentions

EVENTS = 8_000
EVENTS_A_DAY = 40
"""Ten times as many as of the best-known negotiation of 10,000 in the bench of joining."""
SHOWN = 4_000
"""Revisions between two lines of the table."""


@dataclass(slots=True)
class Spent:
    """What some revisions have cost."""

    revisions: int = 0
    seconds: float = 0.0
    written: int = 0


@dataclass(slots=True)
class Folding:
    """A process that is told of events, over dictionaries where the workers have tables."""

    blocks: dict[str, bytes] = field(default_factory=dict)
    folios: dict[str, bytes] = field(default_factory=dict)
    spent: Spent = field(default_factory=Spent)

    def run(self) -> Iterator[Spent]:
        """Note all revisions; yield what each few thousand have cost."""
        desk, ledgers = Desk(self.blocks.get), Ledgers(self.folios.get)
        for mention in mentions(EVENTS, days=EVENTS / EVENTS_A_DAY, pairs=1):
            step = desk.admit(block_key(mention), mention)
            self.blocks.update({key: row for key, row in step.writes if row is not None})
            for event in step.events:
                self._note(ledgers, event)
            if self.spent.revisions >= SHOWN:
                yield self.spent
                self.spent = Spent()

    def _note(self, ledgers: Ledgers, event: Event) -> None:
        for process_id in processes_of(event):
            begun = time.process_time()
            _, rows = ledgers.note(process_id, event)
            self.spent.seconds += time.process_time() - begun
            self.spent.revisions += 1
            written = {key: row for key, row in rows if row is not None}
            self.spent.written += sum(map(len, written.values()))
            self.folios |= written


def main() -> None:
    """Print the table."""
    console, folding = Console(highlight=False), Folding()
    table = Table("revisions", "microseconds each", "KB written each", "KB in the table")
    noted = 0
    for spent in folding.run():
        noted += spent.revisions
        each, written = spent.seconds / spent.revisions, spent.written / spent.revisions
        size = sum(map(len, folding.folios.values()))
        table.add_row(
            f"{noted:,}", f"{each * 1e6:.0f}", f"{written / 1e3:.1f}", f"{size / 1e3:.0f}"
        )
    console.print(table)


if __name__ == "__main__":
    main()
