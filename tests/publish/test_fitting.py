"""What is larger than its topic takes is known before it is sent."""

import pytest

from schemas import encode, topics
from streams.dedup import join
from streams.dedup.agent import BLOCKS, to_kafka
from streams.dedup.desk import Step
from streams.errors import Rejected
from streams.processes import Ledgers
from streams.processes.agent import LEDGERS, fold_record
from streams.publish import Message, event_messages, fitting, room_for, size_of
from tests.dedup.factories import talks
from tests.processes.factories import held


def test_room_is_as_declared() -> None:
    """A topic takes what its declaration says, or what Kafka takes where it says nothing."""
    assert 10_485_760 == room_for("parley.events.v1")
    assert 1_048_588 == room_for("parley.outcomes.v1")
    assert {BLOCKS, LEDGERS} <= topics().keys()


def test_size_counts_all_that_is_sent() -> None:
    """Key, value and headers, in bytes, and what Kafka puts around them."""
    small = Message("parley.outcomes.v1", b"k", b"v", ())
    assert size_of(small) + 4 < size_of(Message(small.topic, b"kk", b"vv", (("é", b""),)))


def test_what_fits_is_returned_as_it_is() -> None:
    """Messages in order; one of no more than its topic takes passes."""
    (event,) = join([talks()])
    assert event_messages(event) == fitting(event_messages(event))


def test_result_too_large_parks_its_record() -> None:
    """An event of so many reports that no topic takes it must not end its worker for ever."""
    (event,) = join([talks(content="x" * 10_485_760)])
    with pytest.raises(Rejected, match=r"result-too-large: .* parley\.events\.v1 takes 10485760"):
        to_kafka(Step((event,)))


def test_row_too_large_parks_its_record() -> None:
    """The state of a table goes to a topic, too."""
    with pytest.raises(Rejected, match=f"result-too-large: .* {BLOCKS} takes"):
        to_kafka(Step((), (("CHL+PER/talks", b"x" * 10_485_761),)))
    rows: dict[str, bytes] = {}
    told = held("a", "trade", "x" * 10_485_760)
    with pytest.raises(Rejected, match=f"result-too-large: .* {LEDGERS} takes"):
        fold_record(b"RUS+UKR", encode(told), Ledgers(rows.get))
