"""No commit passes a record that is still being worked on."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import faust
import pytest
from faust.types import TP
from hypothesis import given
from hypothesis import strategies as st

from streams.shell.reliability.commits import bound_commits, first_unacknowledged
from tests.kafka import client
from tests.shell.reliability.lab import Place, lab

TP0 = TP("in", 0)
OVERTAKERS = 5


async def losses(state: str, kafka: str, folder: Path) -> list[Place]:
    """Return what is lost when a worker is killed while others have overtaken a record."""
    bench = lab("overtaking", state, kafka, folder)
    topic = f"{bench.prefix}in"
    await client.create_topics(kafka, {topic: 1})
    await client.produce(kafka, topic, [(b"k", b"slow"), *[(b"k", b"quick")] * OVERTAKERS])

    async def overtaken() -> bool:
        if len(bench.finished()) < OVERTAKERS:
            return False
        await asyncio.sleep(1)  # five commit intervals
        return True

    await bench.accident(overtaken)
    await bench.afterwards(["in"])
    return await bench.lost(["in"])


async def test_kill_loses_no_overtaken_record(kafka: str, tmp_path: Path) -> None:
    """A record that others overtook comes again after a kill; stock Faust commits past it."""
    found = await asyncio.gather(*(losses(s, kafka, tmp_path) for s in ("stock", "bounded")))
    assert [[("in", 0, 0)], []] == found


def consumer(committed: int | None) -> Any:
    """Return a consumer of Faust's that nothing has been delivered to yet."""
    made: Any = faust.App("commits", broker="kafka://nowhere").consumer
    made._committed_offset[TP0] = committed
    return made


def deliver(to: Any, offsets: Iterable[int]) -> dict[int, Any]:
    """Let agents take records; return the messages by offset."""
    messages = {n: Taken(n) for n in offsets}
    to._unacked_messages.update(messages.values())
    return messages


@dataclass(eq=False)
class Taken:
    """A message, as far as commits look at it."""

    offset: int
    tp: TP = TP0
    acked: bool = False


def acknowledge(to: Any, message: Any) -> None:
    """Acknowledge a record, as the stream does."""
    message.acked = True
    to._unacked_messages.discard(message)
    to._acked[TP0].append(message.offset)
    to._acked_index[TP0].add(message.offset)


@pytest.mark.parametrize(
    ("committed", "stock"),
    [(None, 12), (10, 12)],
    ids=["before the first commit", "one above the last commit"],
)
async def test_commit_stays_before_record_in_flight(committed: int | None, stock: int) -> None:
    """With 11 finished and 10 in flight nothing is committed; stock Faust commits 12."""
    plain, bounded = consumer(committed), consumer(committed)
    bound_commits(bounded)
    for each in (plain, bounded):
        each.messages = deliver(each, [10, 11])
        acknowledge(each, each.messages[11])
    assert [stock, None] == [plain._new_offset(TP0), bounded._new_offset(TP0)]


async def test_commit_stays_before_record_behind_gap() -> None:
    """A gap in the offsets ends before the record behind it; for stock Faust it includes it."""
    plain, bounded = consumer(10), consumer(10)
    bound_commits(bounded)
    for each in (plain, bounded):
        # 11 to 14 were compacted away: Faust notes the gap when 15 comes after 10.
        await each._add_gap(TP0, 11, 15)
        each.messages = deliver(each, [10, 15, 16])
        acknowledge(each, each.messages[10])
        acknowledge(each, each.messages[16])
    assert [17, 11] == [plain._new_offset(TP0), bounded._new_offset(TP0)]


async def test_kept_back_record_is_committed_later() -> None:
    """What was finished beyond the bound is committed as soon as the bound is gone."""
    bounded = consumer(10)
    bound_commits(bounded)
    messages = deliver(bounded, [10, 11, 12])
    acknowledge(bounded, messages[11])
    assert bounded._new_offset(TP0) is None
    acknowledge(bounded, messages[10])
    assert 12 == bounded._new_offset(TP0)


@given(st.permutations(range(6)), st.integers(0, 6))
async def test_commit_never_passes_first_unacknowledged(order: list[int], count: int) -> None:
    """Whatever the order of acknowledgements, the commit is the first that is missing, or less."""
    bounded = consumer(0)
    bound_commits(bounded)
    messages = deliver(bounded, range(6))
    for offset in order[:count]:
        acknowledge(bounded, messages[offset])
        commit = bounded._new_offset(TP0)
        first = first_unacknowledged(bounded, TP0)
        assert commit is None or commit <= (6 if first is None else first)
