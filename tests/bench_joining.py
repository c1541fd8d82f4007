"""Measure joining alone on one core: `make bench-joining`, or with a number of open events.

First so many events are opened by their reports, then more mentions of the same feed are timed: the
decision with all revisions it leads to and the state as it is stored, not their way to Kafka.
Processor time, since other work on the machine is none of joining's.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from resource import RUSAGE_SELF, getrusage

from rich.console import Console

from schemas import Mention
from streams.dedup import Block, block_key
from streams.dedup.desk import Desk
from streams.dedup.pages import page_key
from streams.dedup.rows import unpack
from streams.shell.memory import collect_rarely
from streams.stored import OTHER, Remembered
from tests.load.mentions import mentions

OPEN = 100_000
TIMED = 5_000
REMEMBERED = 500_000
"""What `PARLEY_REMEMBERED_MENTIONS` would be for a worker that has 4 GB."""
DAYS = 30.0
"""Over which the open events have happened."""


class Joining:
    """A desk over a dictionary, where the worker has a table."""

    def __init__(self) -> None:
        self.rows: dict[str, bytes] = {}
        self.desk = Desk(self.rows.get, remembered=Remembered(REMEMBERED))

    def admit(self, mention: Mention) -> int:
        """Take a mention in, store its block, and return how many revisions that led to."""
        step = self.desk.admit(block_key(mention), mention)
        for key, value in step.writes:
            self.rows.pop(key, None)
            if value is not None:
                self.rows[key] = value
        return len(step.events)

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks as they are stored."""
        for key, row in self.rows.items():
            if OTHER not in key:
                yield unpack(row, lambda *page, key=key: self.rows[page_key(key, *page)])[0]

    def open_events(self) -> int:
        """Return how many events have reports."""
        return sum(bool(e.mentions) for block in self.blocks() for e in block.events.values())

    def size(self) -> int:
        """Return the bytes of all state, with its keys."""
        return sum(len(key) + len(row) for key, row in self.rows.items())


def seconds(joining: Joining, feed: Iterable[Mention]) -> float:
    """Return the seconds of processor time that joining takes for mentions."""
    begun = time.process_time()
    for mention in feed:
        joining.admit(mention)
    return time.process_time() - begun


def main(opened: int) -> None:
    """Print the figures."""
    console = Console(highlight=False)
    collect_rarely()  # as a worker does
    joining, feed = Joining(), mentions(opened + opened // 10, days=DAYS)
    took = seconds(joining, _until(opened, feed))
    timed = list(islice(feed, TIMED))
    console.print(f"opened in {took:.0f} s")
    took = seconds(joining, timed)
    count = joining.open_events()
    console.print(f"{count} open events in {len(joining.rows)} rows")
    console.print(f"{len(timed) / took:.0f} mentions a second joined on one core")
    console.print(f"{joining.size() / count:.0f} bytes of state per open event")
    console.print(f"{getrusage(RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB of memory at most")


def _until(opened: int, feed: Iterator[Mention]) -> Iterator[Mention]:
    """Yield mentions until so many events have been told of."""
    seen: set[str] = set()
    while len(seen) < opened:
        mention = next(feed)
        seen.add(mention.mention_id.rsplit("-", 1)[0])
        yield mention


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else OPEN)
