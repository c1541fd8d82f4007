"""A simulated day of 1,000,000 articles over partitions: `python -m tests.load.day`.

Three in a hundred are about negotiations, and say seven things each. Every mention is routed as the
extract stage routes it; those of the hottest of 32 partitions are joined for a minute, too. Nothing
is kept but counters and that partition's state.
"""

import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from aiokafka.partitioner import murmur2
from msgspec.structs import replace
from rich.console import Console
from rich.table import Table

from schemas import Mention, Party
from schemas.vocabulary import Role
from streams.dedup import block_key
from streams.dedup.desk import Desk
from streams.shell.memory import collect_rarely
from tests.load.mentions import mentions

ARTICLES = 1_000_000
MENTIONS = 210_000
REPORTS = 8.8
"""Mentions per event, as they come out of the generator."""
SKEW = 0.9
"""The best-known of 10,000 negotiations has one mention in fifteen."""
PARTITIONS = (4, 32, 128, 1_000)
JOINED = 32
"""Partitions of which the hottest is joined."""
JOINED_SECONDS = 60.0
"""Of processor time, after which joining it ends."""
THIRD = 0.4
"""Share of encounters with a third at the table, as in careful readings of 33 articles."""
SEATS: tuple[tuple[Role, float], ...] = (("mediator", 0.6), ("host", 0.2), ("party", 0.2))
"""What outlets call the third; one in five takes it for a party."""
OFTEN_THIRD = ("USA", "QAT", "TUR", "un", "eu", "CHE", "OMN", "EGY")


@dataclass(slots=True)
class Day:
    """What has been counted."""

    keys: Counter[str] = field(default_factory=Counter)
    events: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Reports of encounters with a third at the table, by event and block."""
    total: int = 0

    def count(self, mention: Mention, key: str) -> None:
        """Count one mention."""
        self.total += 1
        self.keys[key] += 1
        if len(mention.parties) > 2:
            self.events[_event(mention), key] += 1

    def loads(self, partitions: int) -> list[int]:
        """Return the mentions of each partition, the hottest first."""
        loads: Counter[int] = Counter()
        for key, count in self.keys.items():
            loads[partition_of(key, partitions)] += count
        return sorted(loads.values(), reverse=True)

    def together(self) -> float:
        """Return the share of those reports that are in the block of most others of their event."""
        largest: Counter[str] = Counter()
        for (event, _), count in self.events.items():
            largest[event] = max(largest[event], count)
        return largest.total() / max(self.events.total(), 1)


@dataclass(slots=True)
class Joined:
    """What joining one partition took."""

    rows: dict[str, bytes] = field(default_factory=dict)
    mentions: int = 0
    seconds: float = 0.0
    written: int = 0

    def admit(self, desk: Desk, mention: Mention, key: str) -> None:
        """Join one mention."""
        begun = time.process_time()
        step = desk.admit(key, mention)
        self.seconds += time.process_time() - begun
        self.mentions += 1
        for row, value in step.writes:
            self.rows.pop(row, None)
            if value is not None:
                self.rows[row] = value
                self.written += len(value)


def partition_of(key: str, partitions: int) -> int:
    """Return the partition of a key, as every Kafka client computes it."""
    return (int(murmur2(key.encode())) & 0x7FFFFFFF) % partitions


def day(seed: int = 1) -> Iterator[Mention]:
    """Yield the mentions of a day."""
    rng = random.Random(seed)  # noqa: S311  # a load, not a secret
    for mention in mentions(round(MENTIONS / REPORTS), days=1, seed=seed, skew=SKEW):
        yield _with_third(mention, rng)


def _with_third(mention: Mention, rng: random.Random) -> Mention:
    event = random.Random(_event(mention))  # noqa: S311  # the same third in all its reports
    third = event.choice(OFTEN_THIRD)
    if (
        not mention.parties
        or event.random() >= THIRD
        or third in {p.actor for p in mention.parties}
    ):
        return mention
    roles, shares = zip(*SEATS, strict=True)
    seat = Party(actor=third, role=rng.choices(roles, shares)[0])
    return replace(mention, parties=(*mention.parties, seat))


def _event(mention: Mention) -> str:
    return mention.mention_id.rsplit("-", 1)[0]


def hottest(feed: Iterable[Mention]) -> tuple[Day, int]:
    """Count a day, and return with it the partition that has most."""
    counted = Day()
    for mention in feed:
        counted.count(mention, block_key(mention))
    loads: Counter[int] = Counter()
    for key, count in counted.keys.items():
        loads[partition_of(key, JOINED)] += count
    return counted, loads.most_common(1)[0][0]


def main() -> None:
    """Print the figures."""
    console = Console(highlight=False)
    collect_rarely()  # as a worker does
    articles = Counter(partition_of(f"article-{n}", JOINED) for n in range(0, ARTICLES, 10))
    spread = max(articles.values()) * JOINED / articles.total()
    console.print(
        f"{ARTICLES} articles by their own key: the fullest of {JOINED} has {spread:.2f}x"
    )
    counted, number = hottest(day())
    key, most = counted.keys.most_common(1)[0]
    console.print(f"{counted.total} mentions in {len(counted.keys)} blocks; {key} has {most}")
    console.print(f"three at the table: {counted.together():.1%} of reports with their event")
    table = Table(header_style="bold")
    for heading in ("partitions", "mean", "hottest", "times the mean", "mentions/s, mean of a day"):
        table.add_column(heading, justify="right")
    for partitions in PARTITIONS:
        loads = counted.loads(partitions)
        mean = counted.total / partitions
        figures = (
            f"{mean:.0f}",
            f"{loads[0]}",
            f"{loads[0] / mean:.1f}",
            f"{loads[0] / 86400:.2f}",
        )
        table.add_row(str(partitions), *figures)
    console.print(table)
    joined = Joined()
    desk = Desk(joined.rows.get)
    for mention in day():
        key = block_key(mention)
        if partition_of(key, JOINED) == number:
            joined.admit(desk, mention, key)
        if joined.seconds > JOINED_SECONDS:
            break
    largest = max(joined.rows, key=lambda row: len(joined.rows[row]))
    console.print(
        f"the hottest of {JOINED} joined: {joined.mentions} mentions in {joined.seconds:.0f} s, "
        f"{joined.mentions / joined.seconds:.0f}/s; {joined.written / 1e6:.0f} MB written; "
        f"largest row {largest}, {len(joined.rows[largest]) / 1e3:.0f} KB"
    )


if __name__ == "__main__":
    main()
