"""What is remembered saves work and decides nothing."""

from random import Random

import pytest

from schemas import Event
from streams.dedup import block_key
from streams.dedup.desk import Desk
from streams.stored import Remembered
from tests.dedup.test_shortcuts import repetitive


def published(seed: int, room: int) -> tuple[tuple[Event, ...], Desk]:
    """Return all revisions of a small world, joined with so much room to remember."""
    rows: dict[str, bytes] = {}
    desk = Desk(rows.get, remembered=Remembered(room))
    events: list[Event] = []
    for mention in repetitive(Random(seed)):  # noqa: S311  # a world, not a secret
        step = desk.admit(block_key(mention), mention)
        events += step.events
        rows.update({key: value for key, value in step.writes if value is not None})
    return tuple(events), desk


@pytest.mark.parametrize("seed", range(6))
def test_room_changes_no_event(seed: int) -> None:
    """A worker that remembers one block publishes what one does that remembers all."""
    assert published(seed, room=1)[0] == published(seed, room=1_000)[0]


def test_no_more_is_remembered_than_there_is_room() -> None:
    """Of many blocks the last one is remembered where one takes all the room."""
    desk = published(1, room=1)[1]
    keys = {f"{block_key(m)}/{m.kind}" for m in repetitive(Random(1))}  # noqa: S311
    assert 1 < len(keys)
    assert 1 == sum(desk.remembered.get(key) is not None for key in keys)
