"""The extract stage on Kafka: articles in, mentions and outcomes out."""

from functools import partial
from typing import Any

from schemas import Article, Outcome, encode, topic
from streams.errors import Rejected
from streams.extract import extract
from streams.extract.filing import Filed, file_article, outcome_of
from streams.publish import fitting, mention_messages, outcome_messages
from streams.shell.dead_letters import describe, reason_of
from streams.shell.stage import Led, Shell, decode_record
from streams.stored import decode_state

ARTICLES = topic("articles").name


def add_extract(shell: Shell) -> Any:
    """Add the agent that extracts mentions."""
    articles = shell.table("articles", beside=ARTICLES)

    @shell.app.agent(shell.topic(ARTICLES), name="extract", concurrency=1)
    async def extract_mentions(stream: Any) -> None:
        """Turn articles into mentions."""
        async for event in stream.events():
            file = partial(file_record, event.key, event.value, articles.get(event.key))
            led = await shell.attempt("extract", event, file)
            if isinstance(led, Exception):
                for outcome in failures(event.value, led):
                    await shell.send(outcome_messages(outcome))
            elif led is not None:
                await shell.carry_out(led, articles)

    return extract_mentions


def file_record(key: bytes | None, value: bytes | None, known: bytes | None) -> Led | None:
    """Decode an article and what is known of it, and file it; raises `Rejected`.

    Its mentions are sent one after the other, and then its outcome.
    """
    article = decode_or_reject(key, value)
    filing = file_article(article, decode_state(known, Filed), extract)
    if filing is None:
        return None
    mentions = (m for r in filing.mentions for m in mention_messages(r.mention, r.block))
    messages = fitting((*mentions, *outcome_messages(filing.outcome)))
    row = (article.key.encode(), encode(filing.filed))
    return Led(tuple((message,) for message in messages), (row,))


def decode_or_reject(key: bytes | None, value: bytes | None) -> Article:
    """Return the article of a record; raises `Rejected` for one that Parley did not write."""
    article = decode_record(value, Article)
    if key != article.key.encode():
        raise Rejected("wrong-key", f"the record's key is not the article's, {article.key}")
    return article


def failures(value: bytes | None, error: Exception) -> tuple[Outcome, ...]:
    """Return the outcome of an article that could not be filed; none where it is no article."""
    try:
        article = decode_record(value, Article)
    except Rejected:
        return ()
    return (outcome_of(article, "rejected", reason=reason_of(error), detail=describe(error)),)
