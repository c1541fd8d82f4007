"""Dead letters: the record byte for byte, and why, in headers that anyone can read."""

from types import SimpleNamespace

import pytest

from schemas import DeadLetter, convert
from streams import __version__
from streams.errors import Rejected, TooManyRejected
from streams.shell.dead_letters import DETAIL, PREFIX, Limit, dead_letter, read_dead_letter

BYTES = bytes(range(256))
RECORD = SimpleNamespace(
    topic="staging.news.articles.raw.v1",
    partition=3,
    offset=42,
    key=BYTES,
    value=BYTES,
    headers=[("trace", b"\xff"), ("trace", None)],
)


def parked(error: Exception) -> dict[str, str]:
    message = dead_letter(RECORD, stage="ingest", error=error, topic="news.articles.raw.v1")
    return {k.removeprefix(PREFIX): v.decode() for k, v in message.headers[2:] if v is not None}


def test_record_is_parked_byte_for_byte() -> None:
    """Key, value and headers are the original's, whatever they hold."""
    message = dead_letter(
        RECORD, stage="ingest", error=Rejected("not-json", "x"), topic="news.articles.raw.v1"
    )
    assert (BYTES, BYTES) == (message.key, message.value)
    assert RECORD.headers == list(message.headers[:2])
    assert "news.articles.raw.v1.dlq" == message.topic


def test_headers_say_where_and_why() -> None:
    """Topic, partition, offset, stage, reason, error and version stand in the headers."""
    why = parked(Rejected("not-json", "unexpected end of data"))
    assert {
        "topic": RECORD.topic,
        "partition": "3",
        "offset": "42",
        "stage": "ingest",
        "reason": "not-json",
        "error": "unexpected end of data",
        "version": __version__,
    } == why
    assert convert(why | {"partition": 3, "offset": 42}, DeadLetter)


def test_unforeseen_error_is_named_as_a_bug() -> None:
    """What nobody foresaw has the reason `unexpected`, and asks for a report."""
    why = parked(ZeroDivisionError("division by zero"))
    assert "unexpected" == why["reason"]
    assert "ZeroDivisionError: division by zero" in why["error"]
    assert "report" in why["error"]


@pytest.mark.parametrize("text", ["x" * 10_000, "\ud800 lone", "no\0tes\n"])
def test_any_error_fits_a_header(text: str) -> None:
    """An error message is cut, and what is not UTF-8 is escaped."""
    assert len(parked(Rejected("odd", text))["error"]) <= DETAIL + 10


def fail(limit: Limit, times: int, error: Exception | None) -> None:
    for _ in range(times):
        limit.record(error)


def test_limit_stops_when_most_records_fail_unexpectedly() -> None:
    """More than half of a full window failed: the code is wrong."""
    limit = Limit(share=0.5, window=10)
    fail(limit, 5, None)
    fail(limit, 5, ValueError("x"))
    with pytest.raises(TooManyRejected, match="6 of the latest 10"):
        limit.record(ValueError("x"))


def test_limit_waits_for_a_full_window() -> None:
    """A worker is not stopped over its first few records."""
    fail(Limit(share=0.5, window=10), 9, ValueError("x"))


def test_rejections_never_stop_the_worker() -> None:
    """A feed that sends rubbish all day does not stop the others."""
    fail(Limit(share=0.5, window=10), 1_000, Rejected("not-json", "x"))


def test_few_failures_are_tolerated() -> None:
    """One failure in three is a bug to mend, not a reason to stop."""
    limit = Limit(share=0.5, window=30)
    for _ in range(100):
        limit.record(ValueError("x"))
        fail(limit, 2, None)


def test_record_larger_than_any_topic_takes_is_parked_by_its_place() -> None:
    """A record of 50 MB that came compressed must not end every worker that meets it."""
    huge = SimpleNamespace(**{**vars(RECORD), "value": b"x" * 50_000_000})
    error = Rejected("too-large", "50000000 bytes, the limit is 2000000")
    message = dead_letter(huge, stage="ingest", error=error, topic="news.articles.raw.v1")
    said = {name: value.decode() for name, value in message.headers if value is not None}
    assert (None, b"") == (message.key, message.value)
    assert (RECORD.topic, "3", "42") == tuple(
        said[PREFIX + name] for name in ("topic", "partition", "offset")
    )
    assert "too-large" == said[f"{PREFIX}reason"]
    assert "the limit is 2000000; too large to be parked" in said[f"{PREFIX}error"]
    letter, original = read_dead_letter(message, "news.articles.raw.v1")
    assert (42, None) == (letter.offset, original)
