"""Records in, messages out: which topic, under which key, with which CloudEvents headers.

CloudEvents 1.0 in Kafka's binary content mode: the record is the value, the attributes are headers.
Messages depend on the record alone, so a repeated step publishes the identical message.
"""

from streams.publish.fitting import fitting, room_for, rows_fitting, size_of
from streams.publish.messages import (
    Message,
    article_messages,
    event_messages,
    mention_messages,
    outcome_messages,
    place_of,
    process_messages,
    processes_of,
    ruling_messages,
)

__all__ = [
    "Message",
    "article_messages",
    "event_messages",
    "fitting",
    "mention_messages",
    "outcome_messages",
    "place_of",
    "process_messages",
    "processes_of",
    "room_for",
    "rows_fitting",
    "ruling_messages",
    "size_of",
]
