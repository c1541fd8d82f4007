"""The extract stage on Kafka: articles in, mentions and outcomes out."""

from typing import Any

from schemas import Article, topic
from streams.errors import Rejected
from streams.extract import extract
from streams.extract.files import Files
from streams.extract.filing import outcome_of
from streams.publish import Message, fitting, mention_messages, outcome_messages
from streams.settings import days_to_keep
from streams.shell.dead_letters import describe, reason_of
from streams.shell.stage import Shell, decode_record
from streams.shell.work import Led, Work, to_rows

ARTICLES = topic("articles").name


def add_extract(shell: Shell) -> Any:
    """Add the agent that extracts mentions."""
    stored = shell.stored("articles", beside=ARTICLES)
    keep, days = days_to_keep(shell.settings), shell.settings.keep_articles_days

    def file(event: Any) -> Led:
        files = Files(stored.read, days, event.message.partition, keep)
        return file_record(event.key, event.value, files)

    work = Work("extract", file, stored, failed)

    @shell.app.agent(shell.topic(ARTICLES), name="extract", concurrency=1)
    async def extract_mentions(stream: Any) -> None:
        """Turn articles into mentions."""
        await shell.work(stream, work)

    return extract_mentions


def file_record(key: bytes | None, value: bytes | None, files: Files) -> Led:
    """Decode an article, and file it; raises `Rejected`.

    Its outcome is sent when its mentions are out.
    """
    article = decode_or_reject(key, value)
    filing, writes = files.file(article, extract)
    if filing is None:
        return Led(rows=to_rows(writes))
    mentions = (m for r in filing.mentions for m in mention_messages(r.mention, r.block))
    outcome = outcome_messages(filing.outcome)
    return Led(fitting(mentions), fitting(outcome), to_rows(writes))


def decode_or_reject(key: bytes | None, value: bytes | None) -> Article:
    """Return the article of a record; raises `Rejected` for one that Parley did not write."""
    article = decode_record(value, Article)
    if key != article.key.encode():
        raise Rejected("wrong-key", f"the record's key is not the article's, {article.key}")
    return article


def failed(event: Any, error: Exception) -> tuple[Message, ...]:
    """Return the outcome of an article that could not be filed; none where it is no article."""
    try:
        article = decode_record(event.value, Article)
    except Rejected:
        return ()
    outcome = outcome_of(article, "rejected", reason=reason_of(error), detail=describe(error))
    return outcome_messages(outcome)
