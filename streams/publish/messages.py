"""Messages of each kind of record."""

from dataclasses import dataclass
from typing import Any

from schemas import Article, Event, Mention, Outcome, Process, Ruling, encode, topic
from streams.publish.cloudevents import Headers, headers


@dataclass(frozen=True, slots=True)
class Message:
    """One record to publish; `topic` is the name without a namespace."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers
    partition: int | None = None
    """Where it has to go; None where its key decides."""


def place_of(record: Any) -> str:
    """Return where a record on Kafka stands, or stood: topic/partition/offset."""
    return f"{record.topic}/{record.partition}/{record.offset}"


def article_messages(article: Article) -> tuple[Message, ...]:
    """Return the message of an article, keyed by it."""
    about = headers(article, id_=article.source, subject=article.key, time=article.received_at)
    return (_message("articles", article.key, article, about),)


def mention_messages(mention: Mention, block: str) -> tuple[Message, ...]:
    """Return the message of a mention, keyed by its block."""
    about = headers(
        mention,
        id_=f"{mention.mention_id}/{block}/{mention.article.received_at}",
        subject=mention.mention_id,
        time=mention.article.received_at,
        action="withdrawn" if mention.withdrawn else "",
    )
    return (_message("mentions", block, mention, about),)


def event_messages(event: Event) -> tuple[Message, ...]:
    """Return the messages of a revision: the current state, the line in the log, and its process.

    An event that belongs to no negotiation is part of no process; one that it has left is told.
    """
    about = headers(
        event,
        id_=f"{event.event_id}/{event.revision}",
        subject=event.event_id,
        time=event.updated_at,
        action=_event_action(event),
    )
    value = encode(event)
    told = [(to, event.event_id) for to in ("events", "event-log")]
    told += [("process-events", process_id) for process_id in processes_of(event)]
    return tuple(Message(topic(to).name, key.encode(), value, about) for to, key in told)


def processes_of(event: Event) -> tuple[str, ...]:
    """Return the negotiations that a revision concerns: its own, and the one that it has left."""
    left = event.changed.left_process if event.changed else None
    return tuple(each for each in (event.process_id, left) if each is not None)


def process_messages(process: Process) -> tuple[Message, ...]:
    """Return the message of a process, keyed by it."""
    about = headers(
        process,
        id_=f"{process.process_id}/{process.revision}",
        subject=process.process_id,
        time=process.updated_at,
    )
    return (_message("processes", process.process_id, process, about),)


def ruling_messages(ruling: Ruling) -> tuple[Message, ...]:
    """Return the message of a ruling, keyed by its block, so that it meets the mentions there."""
    about = headers(
        ruling,
        id_=f"{ruling.ruling_id}/{'withdrawn' if ruling.withdrawn else 'made'}",
        subject=ruling.ruling_id,
        time=ruling.at,
        action="withdrawn" if ruling.withdrawn else "",
    )
    return (_message("rulings", ruling.block, ruling, about),)


def outcome_messages(outcome: Outcome) -> tuple[Message, ...]:
    """Return the message of an outcome, keyed by where the raw record stands."""
    about = headers(
        outcome,
        id_=f"{outcome.source}/{outcome.outcome}",
        subject=outcome.source,
        time=outcome.at,
    )
    return (_message("outcomes", outcome.source, outcome, about),)


def _event_action(event: Event) -> str:
    if event.merged_into:
        return "merged"
    if event.changed and event.changed.split_from:
        return "split"
    return "retracted" if event.record_status == "retracted" else ""


def _message(to: str, key: str, record: Any, about: Headers) -> Message:
    return Message(topic(to).name, key.encode(), encode(record), about)
