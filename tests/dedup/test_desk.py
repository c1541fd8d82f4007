"""A desk keeps the blocks of a partition in a table, and closes what nobody reports any more."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Event, Mention, Ruling, When
from streams.dedup import block_key, join, pages
from streams.dedup.closing import Keep
from streams.dedup.desk import Desk
from streams.dedup.rows import unpack
from streams.stored import OTHER
from streams.stored.agenda import LOOKS, SHARDS
from tests.dedup.factories import on, talks
from tests.dedup.tables import Rows, laws
from tests.dedup.worlds import worlds

KEEP: Keep = {"talks": 30}
LAW = laws(40)


class Table(Rows):
    """A desk over a dictionary, with the last revision of each event."""

    def __init__(self, keep: Keep = KEEP) -> None:
        super().__init__()
        self.reads = 0
        self.last: dict[str, Event] = {}
        self.keep = keep
        self.desk = self.new_desk()

    def new_desk(self) -> Desk:
        """Return a desk that remembers nothing."""
        return Desk(self._read, keep=self.keep)

    def _read(self, key: str) -> bytes | None:
        self.reads += 1
        return self.rows.get(key)

    def admit(self, *records: Mention | Ruling) -> tuple[Event, ...]:
        """Take records in, and return the revisions that the last one led to."""
        events: tuple[Event, ...] = ()
        for record in records:
            if isinstance(record, Ruling):
                step = self.desk.rule(record)
            else:
                step = self.desk.admit(block_key(record), record)
            self.write(step.writes)
            events = step.events
            self.last |= {event.event_id: event for event in events}
        return events

    def die(self, record: Mention, *, after: int) -> None:
        """Take a record in, die after so many writes, and take it in anew."""
        step = self.desk.admit("RUS+UKR", record)
        self.last |= {event.event_id: event for event in step.events}
        self.write(step.writes[:after])
        if after < len(step.writes):
            self.desk = self.new_desk()
            again = self.desk.admit("RUS+UKR", record)
            self.last |= {event.event_id: event for event in again.events}
            self.write(again.writes)

    def blocks(self) -> set[str]:
        """Return the keys of blocks."""
        return {key for key in self.rows if OTHER not in key}


def told(name: str, day: str, **fields: Any) -> Mention:
    """Return a report of talks that is received when it is published."""
    return talks(name, day, **{"when": on("2026-02-04"), **fields})


def elsewhere(day: str, number: int = 0) -> Mention:
    """Return a report of another negotiation."""
    of = {"parties": talks(parties=()).parties, "place": None}
    return told(f"elsewhere{number}", day, **of)


def test_a_late_report_within_the_time_joins() -> None:
    """An event waits for as long as it is set to."""
    table = Table()
    table.admit(told("harbour", "2026-02-04"))

    (event,) = table.admit(told("dhow", "2026-03-05"))

    assert (2, None) == (event.outlets, event.continues)


def test_a_closed_event_is_named_by_its_late_report() -> None:
    """A report that comes after an event was closed opens one that says which it continues."""
    table = Table()
    (first,) = table.admit(told("harbour", "2026-02-04"))

    (late,) = table.admit(told("dhow", "2026-03-06"))

    assert (1, first.event_id) == (late.outlets, late.continues)
    assert first.event_id != late.event_id


def test_what_continues_a_closed_event_says_so_in_every_revision() -> None:
    """Later reports of it do not wash it out."""
    table = Table()
    (first,) = table.admit(told("harbour", "2026-02-04"))
    table.admit(told("dhow", "2026-03-06"))

    assert first.event_id == table.admit(told("nevsky", "2026-03-07"))[0].continues


def test_a_report_of_something_else_continues_nothing() -> None:
    """Only what would have been joined is a late report."""
    table = Table()
    table.admit(told("harbour", "2026-02-04"))

    assert None is table.admit(told("dhow", "2026-03-06", when=on("2026-03-05")))[0].continues


def test_the_same_report_reopens_its_event() -> None:
    """An id belongs to one report for ever: its revisions go on where they stopped."""
    table = Table()
    (first,) = table.admit(told("harbour", "2026-02-04"))
    again = told("harbour", "2026-02-04", about={"received_at": "2026-03-20T00:00:00Z"})

    (reopened,) = table.admit(again)

    assert (first.event_id, 2, None) == (reopened.event_id, reopened.revision, reopened.continues)


def test_a_reported_event_stays_open() -> None:
    """Each report starts the time anew."""
    table = Table()
    days = ("2026-02-04", "2026-03-01", "2026-03-28", "2026-04-20")

    assert 4 == [table.admit(told(f"outlet{day}", day)) for day in days][-1][0].outlets


def test_a_plan_stays_open_until_it_is_due() -> None:
    """What is due in months is not closed before."""
    table = Table()
    plan = {"when": on("2026-06-01"), "status": "planned"}
    table.admit(told("harbour", "2026-02-04", **plan))

    assert 2 == table.admit(told("dhow", "2026-05-20", **plan))[0].outlets


@pytest.mark.parametrize(
    ("when", "last_day"),
    [
        (on("2026-06", precision="month"), "2026-07-29"),
        (on("2026", precision="year"), "2027-01-29"),
        (on("2026-06-01", precision="week"), "2026-07-06"),
        (on("9999-12-31"), "2027-01-29"),
    ],
)
def test_a_plan_for_a_month_stays_open_until_its_end(when: When, last_day: str) -> None:
    """Nobody knows on which of its days it is."""
    table = Table()
    plan = {"when": when, "status": "planned"}
    table.admit(told("harbour", "2026-02-04", **plan))

    assert 2 == table.admit(told("dhow", last_day, **plan))[0].outlets


def test_untouched_blocks_are_closed_by_what_comes_in_elsewhere() -> None:
    """In the end nothing is left of a negotiation of which nobody has told for long."""
    table = Table()
    table.admit(told("harbour", "2026-02-04"))
    assert {"RUS+UKR/talks"} == table.blocks()

    for number in range(2 * 60 * SHARDS // LOOKS):
        table.admit(elsewhere("2026-04-20", number % 7))

    assert "RUS+UKR/talks" not in table.blocks()


def test_a_step_looks_at_no_more_than_its_share() -> None:
    """However much is stored, and however much has become due, a step reads a few rows."""
    table = Table()
    for number in range(200):
        table.admit(told("harbour", "2026-02-04", parties=(), about={"key": f"k{number}"}))
    table.reads = 0

    table.admit(elsewhere("2026-12-01"))

    assert table.reads < 2 * LOOKS


def test_withdrawals_and_retractions_are_forgotten_in_time() -> None:
    """What was taken back takes no room for ever."""
    table = Table()
    first = told("harbour", "2026-02-04")
    gone = told("harbour", "2026-02-04", withdrawn=True, about={"version": 2})
    table.admit(first, gone, told("dhow", "2026-05-05", when=on("2026-05-04")))

    ((block, _),) = (unpack(table.rows[key], lambda *_: b"") for key in table.blocks())
    assert (1, 1) == (len(block.mentions), len(block.events))


@pytest.mark.parametrize("keep", [{"talks": 10}, {"talks": 60}])
def test_the_time_is_set_by_kind(keep: Keep) -> None:
    """Each kind waits for as long as it is told to."""
    table = Table(keep)
    table.admit(told("harbour", "2026-02-04"))

    assert (keep["talks"] < 30) == (table.admit(told("dhow", "2026-03-06"))[0].outlets == 1)


@pytest.fixture(params=[2, pages.FULL])
def short_pages(request: pytest.FixtureRequest) -> Iterator[None]:
    """Pages that are full after a few mentions, and after as many as ever."""
    with patch.object(pages, "FULL", request.param):
        yield


@pytest.mark.usefixtures("short_pages")
@LAW
@given(data=st.data(), world=worlds())
def test_a_desk_joins_as_its_mentions_do(data: st.DataObject, world: tuple[Mention, ...]) -> None:
    """In any order, with the desk forgotten in between, the events are those of the whole set."""
    table = Table()
    for mention in data.draw(st.permutations(world)):
        if data.draw(st.booleans()):
            table.desk = table.new_desk()
        step = table.desk.admit("RUS+UKR", mention)
        table.rows |= {key: value for key, value in step.writes if value is not None}
        table.last |= {event.event_id: event for event in step.events}

    expected = {event.event_id: _content(event) for event in join(world)}
    assert expected == {id_: _content(e) for id_, e in table.last.items() if e.reports}


@pytest.mark.usefixtures("short_pages")
@LAW
@given(data=st.data(), world=worlds())
def test_a_worker_may_die_at_any_time(data: st.DataObject, world: tuple[Mention, ...]) -> None:
    """What it had published comes again, whatever it had written: in the end all is as it was."""
    table = Table()
    for mention in (m for m in world for _ in range(3)):
        table.die(mention, after=data.draw(st.integers(0, 6)))

    expected = {event.event_id: _content(event) for event in join(world)}
    assert expected == _live(table)


@pytest.mark.usefixtures("short_pages")
@LAW
@given(data=st.data())
def test_a_worker_may_die_while_it_closes(data: st.DataObject) -> None:
    """Nothing is lost of what stays open, and what is closed stays so."""
    start = date(2026, 2, 4)
    days = [(start + timedelta(days=n // 3 * 4)).isoformat() for n in range(24)]
    reports = [told(f"outlet{n}", day, when=on(day)) for n, day in enumerate(days)]
    later = {"version": 2}
    edits = [told(f"outlet{n}", days[n], when=on(days[n]), about=later) for n in range(20, 24)]
    undisturbed, disturbed = Table({"talks": 10}), Table({"talks": 10})

    for report in (*reports, *edits):
        undisturbed.admit(report)
        disturbed.die(report, after=data.draw(st.integers(0, 8)))

    assert _live(undisturbed) == _live(disturbed)
    assert undisturbed.blocks() == disturbed.blocks()


def _live(table: Table) -> dict[str, dict[str, Any]]:
    return {id_: _content(event) for id_, event in table.last.items() if event.reports}


def _content(event: Event) -> dict[str, Any]:
    names = set(event.__struct_fields__) - {"revision", "changed", "process_id", "event_id"}
    return {name: getattr(event, name) for name in names}
