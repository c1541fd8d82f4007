"""The ingest stage on Kafka: raw records in, articles or dead letters out."""

from functools import partial
from typing import Any

from schemas import topic
from streams.errors import Rejected
from streams.ingest import read_article, rejection
from streams.publish import Message, article_messages, fitting, outcome_messages, place_of
from streams.shell.dead_letters import describe, reason_of
from streams.shell.stage import Shell, received_at
from streams.shell.work import Led, Work

RAW = topic("articles.raw").name


def add_ingest(shell: Shell) -> Any:
    """Add the agent that reads raw articles."""
    work = Work("ingest", partial(read_record, shell.settings.max_article_bytes), failed=outcome)

    @shell.app.agent(shell.topic(RAW), name="ingest", concurrency=1)
    async def ingest(stream: Any) -> None:
        """Turn raw records into articles."""
        await shell.work(stream, work)

    return ingest


def read_record(limit: int, event: Any) -> Led:
    """Read a raw record, and return the message of its article; raises `Rejected`."""
    article = read_article(event.value, limit=limit, **where(event))
    return Led(fitting(article_messages(article)))


def outcome(event: Any, error: Exception) -> tuple[Message, ...]:
    """Return the message of the outcome of a raw record that could not be read."""
    rejected = Rejected(reason_of(error), describe(error))
    return outcome_messages(rejection(rejected, **where(event)))


def where(event: Any) -> dict[str, str]:
    """Return where a record stands, and when it was received."""
    return {"source": place_of(event.message), "received_at": received_at(event.message)}
