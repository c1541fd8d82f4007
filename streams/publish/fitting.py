"""Whether a topic takes a message.

Kafka refuses one that is too large, and then the worker can but end; started again it would meet
the same record, and end again. Here it is known beforehand: the record that leads to such a message
is parked, and the stream goes on.
"""

from collections.abc import Iterable

from schemas import topics
from streams.errors import Rejected
from streams.publish.messages import Message

MAX_BYTES = "max.message.bytes"
DEFAULT_BYTES = 1_048_588
"""What a topic of Kafka takes that does not say."""
FRAME = 256
"""Bytes, and more, that Kafka puts around a record in a batch of its own."""
HEADER_FRAME = 10
"""Bytes, and more, around a header."""


def size_of(message: Message) -> int:
    """Return about how many bytes a message takes on its topic, never too few."""
    headers = sum(len(k.encode()) + len(v or b"") + HEADER_FRAME for k, v in message.headers)
    return FRAME + len(message.key or b"") + len(message.value or b"") + headers


def room_for(name: str) -> int:
    """Return how many bytes a message may take on the topic of a declared name."""
    return int(topics()[name].config.get(MAX_BYTES, DEFAULT_BYTES))


def fitting(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Return messages as they are; raises `Rejected` where a topic does not take one of them."""
    all_of_them = tuple(messages)
    for message in all_of_them:
        size, room = size_of(message), room_for(message.topic)
        if size > room:
            raise Rejected(
                "result-too-large",
                f"what follows from it has {size} bytes, and {message.topic} takes {room}",
            )
    return all_of_them


def rows_fitting(changelog: str, rows: Iterable[tuple[bytes, bytes | None]]) -> None:
    """Raise `Rejected` where the changelog of a table does not take one of its new rows."""
    fitting(Message(changelog, key, value, ()) for key, value in rows)
