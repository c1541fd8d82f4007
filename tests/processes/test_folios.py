"""The ledgers of a worker, and the rows that they lie in."""

import pytest

from streams.errors import StateError
from streams.processes import Ledgers
from tests.processes.factories import event, held


def test_a_revision_writes_little_of_a_long_process() -> None:
    """What goes to the changelog does not grow as the ledger does."""
    rows: dict[str, bytes | None] = {}
    ledgers = Ledgers(rows.get)
    for number in range(400):
        _, written = ledgers.note("RUS+UKR", held(str(number), "troops", f"withdrawal {number}"))
        rows.update(written)

    ((key, row),) = written
    assert {key} < rows.keys()
    assert row is not None
    assert 10 * len(row) < sum(len(each or b"") for each in rows.values())


def test_a_ledger_that_another_worker_had_is_read_again() -> None:
    """A partition that comes back may have been elsewhere in between."""
    rows: dict[str, bytes | None] = {}
    here, there = Ledgers(rows.get), Ledgers(rows.get)
    revisions = []
    for worker, name in ((here, "a"), (there, "b"), (here, "c")):
        noted, written = worker.note("RUS+UKR", event(name))
        rows.update(written)
        assert noted.process is not None
        revisions.append((noted.process.revision, len(noted.process.rounds)))

    assert [(1, 1), (2, 2), (3, 3)] == revisions


def test_a_ledger_of_one_row_is_state_of_another_version() -> None:
    """As earlier versions wrote it: to begin anew beside it would lose what it knows."""
    ledgers = Ledgers({"RUS+UKR": b"{}"}.get)
    with pytest.raises(StateError, match=r"RUS\+UKR is one row"):
        ledgers.note("RUS+UKR", event("a"))
