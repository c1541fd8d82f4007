"""The ingest stage on Kafka: raw records in, articles or dead letters out."""

from functools import partial
from typing import Any

from schemas import topic
from streams.errors import Rejected
from streams.ingest import read_article, rejection
from streams.publish import article_messages, outcome_messages
from streams.shell.dead_letters import describe, reason_of
from streams.shell.stage import Shell, received_at, source_of

RAW = topic("articles.raw").name


def add_ingest(shell: Shell) -> Any:
    """Add the agent that reads raw articles."""

    @shell.app.agent(shell.topic(RAW), name="ingest", concurrency=1)
    async def ingest(stream: Any) -> None:
        """Turn raw records into articles."""
        async for event in stream.events():
            where = {"source": source_of(event.message), "received_at": received_at(event.message)}
            read = partial(
                read_article, event.value, limit=shell.settings.max_article_bytes, **where
            )
            article = await shell.attempt("ingest", event, read)
            if isinstance(article, Exception):
                rejected = Rejected(reason_of(article), describe(article))
                await shell.send(outcome_messages(rejection(rejected, **where)))
                continue
            await shell.send(article_messages(article))

    return ingest
