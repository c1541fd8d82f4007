"""Messages: topic, key, and CloudEvents headers, from the record alone."""

from typing import Any

import pytest
from msgspec.structs import replace

from schemas import Changed, Outcome, topic
from streams.dedup import join
from streams.processes import Ledger
from streams.publish import (
    Message,
    event_messages,
    mention_messages,
    outcome_messages,
    process_messages,
)
from tests.dedup.factories import talks


def headers(message: Message) -> dict[str, str]:
    return {name: value.decode() for name, value in message.headers}


def test_event_goes_to_state_and_log() -> None:
    """A revision is the current state of its event, a line in the log, and part of a process."""
    (event,) = join([talks()])
    state, log, part = event_messages(event)
    names = [topic(handle).name for handle in ("events", "event-log", "process-events")]
    assert names == [state.topic, log.topic, part.topic]
    assert [event.event_id.encode()] * 2 + [b"RUS+UKR"] == [state.key, log.key, part.key]
    assert state.value == log.value == part.value


def test_event_of_no_negotiation_is_part_of_none() -> None:
    """A mention without actors makes an event without a process."""
    (event,) = join([talks(parties=())])
    assert 2 == len(event_messages(event))


def test_process_is_keyed_by_itself() -> None:
    """A later revision of a process replaces the one before; the id names the revision."""
    (event,) = join([talks()])
    told = Ledger("RUS+UKR").note(event).process
    assert told is not None
    (message,) = process_messages(told)
    assert (topic("processes").name, b"RUS+UKR") == (message.topic, message.key)
    assert "RUS+UKR/1" == headers(message)["ce_id"]


def test_headers_are_cloudevents() -> None:
    """Required attributes of CloudEvents 1.0 stand in the headers; the id names the revision."""
    (event,) = join([talks()])
    said = headers(event_messages(event)[0])
    assert {"ce_specversion", "ce_type", "ce_source", "ce_id"} <= said.keys()
    assert ("parley.event.v1", f"{event.event_id}/1") == (said["ce_type"], said["ce_id"])


@pytest.mark.parametrize(
    ("fields", "type_"),
    [
        ({}, "parley.event.v1"),
        ({"merged_into": "e-2"}, "parley.event.merged.v1"),
        ({"record_status": "retracted"}, "parley.event.retracted.v1"),
        ({"changed": Changed(fields=("reports",), split_from="e-2")}, "parley.event.split.v1"),
    ],
)
def test_type_names_what_became_of_an_event(fields: dict[str, Any], type_: str) -> None:
    """Who follows the log finds mergers, splits and retractions by their type."""
    (event,) = join([talks()])
    assert type_ == headers(event_messages(replace(event, **fields))[0])["ce_type"]


def test_mention_is_keyed_by_its_block() -> None:
    """All mentions of one negotiation share a key."""
    (message,) = mention_messages(talks(), "A+B")
    assert b"A+B" == message.key


def test_outcome_is_keyed_by_its_record() -> None:
    """A repeated outcome overwrites itself."""
    told = Outcome(source="raw/0/7", outcome="no_event", at="2026-03-03T18:00:00Z")
    (message,) = outcome_messages(told)
    assert b"raw/0/7" == message.key
