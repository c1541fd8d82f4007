"""What the processes stage makes of records that are not its own."""

import pytest

from schemas import encode
from streams.errors import Rejected
from streams.processes import Ledgers
from streams.processes.agent import fold_record
from tests.processes.factories import event

NO_ROWS: dict[str, bytes] = {}


@pytest.mark.parametrize("key", [None, b"", b"\xff", b"CHL+PER", b"rus+ukr"])
def test_event_under_a_foreign_key_is_rejected(key: bytes | None) -> None:
    """Under another key an event would become part of a process that it does not belong to."""
    with pytest.raises(Rejected, match=r"wrong-key: .* RUS\+UKR"):
        fold_record(key, encode(event("a")), Ledgers(NO_ROWS.get))


def test_event_under_the_keys_of_its_processes_is_noted() -> None:
    """One that has gone over is told to both: the process that has it, and the one it left."""
    gone_over = event("a", changed={"fields": (), "left_process": "CHL+PER"})
    ledgers = Ledgers(NO_ROWS.get)
    assert fold_record(b"RUS+UKR", encode(gone_over), ledgers).messages
    assert fold_record(b"CHL+PER", encode(gone_over), ledgers).rows
