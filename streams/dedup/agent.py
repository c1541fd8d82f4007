"""The dedup stage on Kafka: mentions and rulings in, revisions of events out.

A table holds the blocks. Mentions and rulings of one block share a key and thereby a partition, so
that both find it in the same worker.
"""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

from schemas import Mention, Ruling, decode, encode, topic
from streams.dedup import Block, Decision, decide, rule
from streams.publish import event_messages
from streams.shell.stage import Shell, decode_record

MENTIONS = topic("mentions").name
RULINGS = topic("rulings").name

Step = Callable[[bytes | None, bytes | None], Decision]
"""Decides on a record's value, given what is known of its block."""


def add_dedup(shell: Shell) -> Any:
    """Add the agents that join mentions and obey rulings."""
    blocks = shell.table("blocks", beside=MENTIONS)
    # Between reading a block and writing it an agent waits for Kafka: the other must not step in.
    one_at_a_time = asyncio.Lock()

    @shell.app.agent(shell.topic(MENTIONS), name="dedup", concurrency=1)
    async def join_mentions(stream: Any) -> None:
        """Join mentions into events."""
        async for event in stream.events():
            async with one_at_a_time:
                await take(shell, blocks, event, decide_record)

    @shell.app.agent(shell.topic(RULINGS), name="rulings", concurrency=1)
    async def obey_rulings(stream: Any) -> None:
        """Join and split events as people have ruled."""
        async for event in stream.events():
            async with one_at_a_time:
                await take(shell, blocks, event, rule_record)

    return join_mentions


async def take(shell: Shell, blocks: Any, event: Any, step: Step) -> None:
    """Take one record into its block, publish what follows, and remember it."""
    decision = await shell.attempt(
        "dedup", event, partial(step, event.value, blocks.get(event.key))
    )
    if isinstance(decision, Exception):
        return
    for revised in decision.events:
        await shell.send(event_messages(revised))
    # Last, once all is delivered: until then a crash repeats the same revisions.
    blocks[event.key] = encode(decision.block)


def decide_record(value: bytes | None, known: bytes | None) -> Decision:
    """Decode a mention and its block, and decide; raises `Rejected`."""
    mention = decode_record(value, Mention)
    return decide(decode(known, Block) if known else Block(), mention)


def rule_record(value: bytes | None, known: bytes | None) -> Decision:
    """Decode a ruling and its block, and obey; raises `Rejected`."""
    ruling = decode_record(value, Ruling)
    return rule(decode(known, Block) if known else Block(), ruling)
