"""The ingest stage on Kafka: raw records in, articles or dead letters out."""

from functools import partial
from typing import Any

from schemas import topic
from streams.errors import Rejected
from streams.ingest import read_article, rejection
from streams.publish import Message, article_messages, fitting, outcome_messages, place_of
from streams.shell.dead_letters import describe, reason_of
from streams.shell.stage import Shell, received_at

RAW = topic("articles.raw").name


def add_ingest(shell: Shell) -> Any:
    """Add the agent that reads raw articles."""

    @shell.app.agent(shell.topic(RAW), name="ingest", concurrency=1)
    async def ingest(stream: Any) -> None:
        """Turn raw records into articles."""
        async for event in stream.events():
            where = {"source": place_of(event.message), "received_at": received_at(event.message)}
            limit = shell.settings.max_article_bytes
            read = partial(read_record, event.value, limit=limit, **where)
            messages = await shell.attempt("ingest", event, read)
            if isinstance(messages, Exception):
                rejected = Rejected(reason_of(messages), describe(messages))
                messages = outcome_messages(rejection(rejected, **where))
            await shell.send(messages)

    return ingest


def read_record(
    value: bytes | None, *, source: str, received_at: str, limit: int
) -> tuple[Message, ...]:
    """Read a raw record, and return the message of its article; raises `Rejected`."""
    article = read_article(value, source=source, received_at=received_at, limit=limit)
    return fitting(article_messages(article))
