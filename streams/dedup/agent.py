"""The dedup stage on Kafka: mentions in, revisions of events out; a table holds the blocks."""

from functools import partial
from typing import Any

from schemas import Mention, decode, encode, topic
from streams.dedup import Block, Decision, decide
from streams.publish import event_messages
from streams.shell.stage import Shell, decode_record

MENTIONS = topic("mentions").name


def add_dedup(shell: Shell) -> Any:
    """Add the agent that joins mentions."""
    blocks = shell.table("blocks", beside=MENTIONS)

    @shell.app.agent(shell.topic(MENTIONS), name="dedup", concurrency=1)
    async def join_mentions(stream: Any) -> None:
        """Join mentions into events."""
        async for event in stream.events():
            step = partial(decide_record, event.value, blocks.get(event.key))
            decision = await shell.attempt("dedup", event, step)
            if isinstance(decision, Exception):
                continue
            for revised in decision.events:
                await shell.send(event_messages(revised))
            # Last, once all is delivered: until then a crash repeats the same revisions.
            blocks[event.key] = encode(decision.block)

    return join_mentions


def decide_record(value: bytes | None, known: bytes | None) -> Decision:
    """Decode a mention and its block, and decide; raises `Rejected`."""
    mention = decode_record(value, Mention)
    return decide(decode(known, Block) if known else Block(), mention)
