"""Dead letters: records that could not be processed, parked byte for byte, with the reason."""

from collections import deque
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from schemas import DeadLetter, dead_letter_topic
from streams import __version__
from streams.errors import Rejected, TooManyRejected
from streams.publish import Message, room_for, size_of

PREFIX = "parley-dlq-"
DETAIL = 1_000
"""How much of an error message travels in a header, in characters."""
LEFT = "; too large to be parked, it is where it stood for as long as that topic keeps it"


def dead_letter(record: Any, *, stage: str, error: Exception, topic: str) -> Message:
    """Return the message that parks a Kafka record, `topic` being its declared name.

    Key, value and headers are the original's; the headers that say why come after them, in UTF-8.
    What came compressed may be larger than any topic takes: of that no more than its place is kept.
    """
    letter = DeadLetter(
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        stage=stage,
        reason=reason_of(error),
        error=describe(error),
        version=__version__,
    )
    to = dead_letter_topic(topic)
    whole = Message(to, record.key, record.value, (*(record.headers or ()), *_why(letter)))
    if size_of(whole) <= room_for(to):
        return whole
    left = replace(letter, error=letter.error + LEFT)
    return Message(to, None, b"", tuple(_why(left)))


def _why(letter: DeadLetter) -> Iterator[tuple[str, bytes]]:
    for name in letter.__struct_fields__:
        yield PREFIX + name, str(getattr(letter, name)).encode()


def read_dead_letter(record: Any, topic: str) -> tuple[DeadLetter, Message | None]:
    """Return what a record of a dead-letter topic says, and the message it was before.

    None stands for one of which no more than its place is kept. `topic` is the declared name of the
    topic that the message belongs to. Raises `msgspec.ValidationError` for what is no dead letter.
    """
    why = [(k, v) for k, v in record.headers if k.startswith(PREFIX)]
    # A record may carry headers of that name itself; ours come last.
    said = {k.removeprefix(PREFIX): (v or b"").decode("utf-8", "replace") for k, v in why}
    letter = msgspec.convert(said, DeadLetter, strict=False)
    if letter.error.endswith(LEFT):
        return letter, None
    own = tuple(record.headers)[: -len(DeadLetter.__struct_fields__)]
    return letter, Message(topic, record.key, record.value, own)


def reason_of(error: Exception) -> str:
    """Return the stable name of what went wrong."""
    return error.reason if isinstance(error, Rejected) else "unexpected"


def describe(error: Exception) -> str:
    """Say what went wrong, for people, in text that any header can carry."""
    if isinstance(error, Rejected):
        text = error.detail
    else:
        text = f"{type(error).__name__}: {error}; this is a bug in Parley, please report it"
    return text[:DETAIL].encode("utf-8", "backslashreplace").decode()


class Limit:
    """Stops the worker when most records fail unexpectedly: then the code is wrong, not they.

    Rejections with a known reason do not count: a feed that sends rubbish all day must not stop
    the others.
    """

    def __init__(self, share: float, window: int) -> None:
        self._share = share
        self._latest: deque[bool] = deque(maxlen=window)

    def record(self, error: Exception | None) -> None:
        """Take note of one processed record; raises `TooManyRejected` over the limit."""
        unexpected = error is not None and not isinstance(error, Rejected)
        self._latest.append(unexpected)
        if not unexpected or len(self._latest) < (self._latest.maxlen or 0):
            return
        failed = sum(self._latest)
        if failed > self._share * len(self._latest):
            raise TooManyRejected(
                f"{failed} of the latest {len(self._latest)} records failed unexpectedly, the last "
                f"with {type(error).__name__}: {error}. They are parked in the dead-letter topics: "
                "mend the code, then `parley dead-letters replay --reason unexpected`."
            )
