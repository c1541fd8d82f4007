"""Messages: topic, key, and CloudEvents headers, from the record alone."""

from schemas import Outcome, topic
from streams.dedup import join
from streams.publish import Message, event_messages, mention_messages, outcome_messages
from tests.dedup.factories import talks


def headers(message: Message) -> dict[str, str]:
    return {name: value.decode() for name, value in message.headers}


def test_event_goes_to_state_and_log() -> None:
    """A revision is the current state of its event, and a line in the log."""
    (event,) = join([talks()])
    state, log = event_messages(event)
    assert (topic("events").name, topic("event-log").name) == (state.topic, log.topic)
    assert {event.event_id.encode()} == {state.key, log.key}
    assert state.value == log.value


def test_headers_are_cloudevents() -> None:
    """Required attributes of CloudEvents 1.0 stand in the headers; the id names the revision."""
    (event,) = join([talks()])
    said = headers(event_messages(event)[0])
    assert {"ce_specversion", "ce_type", "ce_source", "ce_id"} <= said.keys()
    assert ("parley.event.v1", f"{event.event_id}/1") == (said["ce_type"], said["ce_id"])


def test_mention_is_keyed_by_its_block() -> None:
    """All mentions of one negotiation share a key."""
    (message,) = mention_messages(talks(), "A+B")
    assert b"A+B" == message.key


def test_outcome_is_keyed_by_its_record() -> None:
    """A repeated outcome overwrites itself."""
    told = Outcome(source="raw/0/7", outcome="no_event", at="2026-03-03T18:00:00Z")
    (message,) = outcome_messages(told)
    assert b"raw/0/7" == message.key
