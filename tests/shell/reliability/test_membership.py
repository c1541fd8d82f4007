"""A worker that stood still, while others had its partitions, overwrites nothing."""

import asyncio
import signal
import time
from pathlib import Path

import pytest

from streams.shell.reliability.membership import Membership, MembershipLostError
from tests.kafka import client
from tests.shell.reliability.lab import Lab, lab
from tests.shell.reliability.tables import STOPPED

COMPACTED = {"cleanup.policy": "compact"}
SESSION_SECONDS = 0.1


async def first_row_after_standstill(state: str, kafka: str, folder: Path) -> bytes | None:
    """Return what a worker first writes that stood still; None where it ends before.

    It did so before it wrote the row of the first value; another has written those of both since.
    """
    bench = lab("stood_still", state, kafka, folder)
    changelog = f"{bench.prefix}app-seen-changelog"
    await client.create_topics(kafka, {f"{bench.prefix}in": 1})
    await client.create_topics(kafka, {changelog: 1}, COMPACTED)
    await client.produce(kafka, f"{bench.prefix}in", [(b"k", b"1")])

    first = bench.start(misfortune=True)
    try:
        await bench.wait(lambda: _has_stopped(bench), first)
        await client.produce(kafka, f"{bench.prefix}in", [(b"k", b"2")])
        await bench.afterwards(["in"])
        known = await client.read(kafka, changelog)
        first.send_signal(signal.SIGCONT)
        await bench.wait(lambda: _has_more(kafka, changelog, len(known)), first)
    finally:
        first.kill()
        first.wait()
    rows = await client.read(kafka, changelog)
    assert [b"1", b"12"] == [row.value for row in known]
    return rows[len(known)].value if len(rows) > len(known) else None


async def _has_stopped(bench: Lab) -> bool:
    return bench.journal.with_name(STOPPED).exists()


async def _has_more(kafka: str, topic: str, known: int) -> bool:
    return sum((await client.ends(kafka, topic)).values()) > known


async def test_who_stood_still_overwrites_nothing(kafka: str, tmp_path: Path) -> None:
    """The rows of who had the partition meanwhile stand; stock Faust writes its own behind them."""
    found = await asyncio.gather(
        *(first_row_after_standstill(s, kafka, tmp_path) for s in ("stock", "mended"))
    )
    assert [b"1", None] == found


async def test_a_member_sends_at_once() -> None:
    """As does a worker that has not joined yet: it has no partitions either."""
    membership = Membership(SESSION_SECONDS)
    await membership.hold()
    membership.lose()
    await membership.hold()
    membership.confirm(time.monotonic())
    await membership.hold()


async def test_who_is_in_doubt_waits_for_the_answer() -> None:
    """A broker that is away for a while is no reason to end."""
    membership = Membership(SESSION_SECONDS)
    membership.confirm(time.monotonic() - 2 * SESSION_SECONDS)
    held = asyncio.create_task(membership.hold())
    await asyncio.sleep(2 * SESSION_SECONDS)
    assert not held.done()
    membership.confirm(time.monotonic())
    await held


async def test_who_is_no_member_sends_nothing() -> None:
    """Nor what waited while it was in doubt, though it joins again at once."""
    membership = Membership(SESSION_SECONDS)
    membership.confirm(time.monotonic() - 2 * SESSION_SECONDS)
    held = asyncio.create_task(membership.hold())
    await asyncio.sleep(0)
    membership.lose()
    with pytest.raises(MembershipLostError):
        await membership.hold()
    membership.confirm(time.monotonic())
    with pytest.raises(MembershipLostError):
        await held
