"""Measure joining alone on one core: `make bench-joining`, or with a number of open events.

First so many events are opened by their reports, then more mentions of the same feed are timed: the
decision with all revisions it leads to, not their way to Kafka. Machines differ and are noisy.
"""

import sys
import time
from collections.abc import Iterable
from itertools import islice

from rich.console import Console

from schemas import Mention, encode
from streams.dedup import Block, block_key, decide
from tests.load.mentions import mentions

OPEN = 100_000
TIMED = 5_000
DAYS = 30.0
"""Over which the open events have happened."""


class Joining:
    """Blocks in a dictionary, where the worker has a table."""

    def __init__(self) -> None:
        self.blocks: dict[str, Block] = {}

    def take(self, mention: Mention) -> int:
        """Take a mention in, and return how many revisions that led to."""
        key = block_key(mention)
        decision = decide(self.blocks.get(key, Block()), mention)
        self.blocks[key] = decision.block
        return len(decision.events)

    def open_events(self) -> int:
        """Return how many events have reports."""
        return sum(
            bool(e.mentions) for block in self.blocks.values() for e in block.events.values()
        )

    def size(self) -> int:
        """Return the bytes of all state, as tables hold it."""
        return sum(len(encode(block)) for block in self.blocks.values())


def seconds(joining: Joining, feed: Iterable[Mention]) -> float:
    """Return how long joining takes for mentions that are there already."""
    begun = time.perf_counter()
    for mention in feed:
        joining.take(mention)
    return time.perf_counter() - begun


def main(opened: int) -> None:
    """Print the figures."""
    console = Console(highlight=False)
    joining, feed = Joining(), mentions(opened + TIMED, days=DAYS)
    while joining.open_events() < opened:
        seconds(joining, islice(feed, max(opened // 20, 1)))
    timed = list(islice(feed, TIMED))
    took = seconds(joining, timed)
    count = joining.open_events()
    console.print(f"{count} open events in {len(joining.blocks)} blocks")
    console.print(f"{len(timed) / took:.0f} mentions a second joined on one core")
    console.print(f"{joining.size() / count:.0f} bytes of state per open event")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else OPEN)
