"""The extract stage on Kafka: articles in, mentions and outcomes out."""

from functools import partial
from typing import Any

from schemas import Article, Outcome, topic
from streams.errors import Rejected
from streams.extract import extract
from streams.extract.files import Files
from streams.extract.filing import outcome_of
from streams.publish import fitting, mention_messages, outcome_messages
from streams.settings import days_to_keep
from streams.shell.dead_letters import describe, reason_of
from streams.shell.stage import Led, Shell, decode_record, reader, to_rows

ARTICLES = topic("articles").name


def add_extract(shell: Shell) -> Any:
    """Add the agent that extracts mentions."""
    articles = shell.table("articles", beside=ARTICLES)
    read, keep = reader(articles), days_to_keep(shell.settings)
    days = shell.settings.keep_articles_days

    @shell.app.agent(shell.topic(ARTICLES), name="extract", concurrency=1)
    async def extract_mentions(stream: Any) -> None:
        """Turn articles into mentions."""
        async for event in stream.events():
            files = Files(read, days, event.message.partition, keep)
            file = partial(file_record, event.key, event.value, files)
            led = await shell.attempt("extract", event, file)
            if isinstance(led, Exception):
                for outcome in failures(event.value, led):
                    await shell.send(outcome_messages(outcome))
            else:
                await shell.carry_out(led, articles)

    return extract_mentions


def file_record(key: bytes | None, value: bytes | None, files: Files) -> Led:
    """Decode an article, and file it; raises `Rejected`.

    Its mentions are sent one after the other, and then its outcome.
    """
    article = decode_or_reject(key, value)
    filing, writes = files.file(article, extract)
    if filing is None:
        return Led((), to_rows(writes))
    mentions = (m for r in filing.mentions for m in mention_messages(r.mention, r.block))
    messages = fitting((*mentions, *outcome_messages(filing.outcome)))
    return Led(tuple((message,) for message in messages), to_rows(writes))


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
