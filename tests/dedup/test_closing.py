"""What is closed and when, whatever is reported over months and however a worker fares."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from schemas import Event, Mention, Ruling
from streams.dedup import Block, pages
from streams.dedup.closing import close, due
from streams.dedup.desk import Desk, Step
from streams.dedup.pages import page_key
from streams.dedup.rows import unpack
from streams.stored import OTHER
from streams.stored.agenda import LOOKS, SHARDS
from tests.dedup.factories import ABU_DHABI, GENEVA, decide, on, talks
from tests.dedup.histories import BLOCK, KEEP, Record, histories
from tests.dedup.tables import Rows, laws

LAW = laws(30)


class Table(Rows):
    """A desk over a dictionary, with all that was published."""

    def __init__(self) -> None:
        super().__init__()
        self.log: list[Event] = []
        self.start_anew()

    def start_anew(self) -> None:
        """Take a desk that remembers nothing."""
        self.desk = Desk(self.rows.get, keep=KEEP)

    def decide(self, record: Record, block: str = BLOCK) -> Step:
        """Decide on a record, and publish what follows."""
        if isinstance(record, Ruling):
            step = self.desk.rule(record)
        else:
            step = self.desk.admit(block, record)
        self.log += step.events
        return step

    def take(self, record: Record, block: str = BLOCK) -> Step:
        """Take a record in."""
        step = self.decide(record, block)
        self.write(step.writes)
        return step

    def last(self) -> dict[str, Event]:
        """Return the last revision of each event."""
        return {event.event_id: event for event in self.log}

    def stored(self) -> dict[str, Block | bytes]:
        """Return all that is stored: blocks as they are read, and the agenda."""
        return {
            key: row if key[0] == OTHER else self._block(key, row)
            for key, row in self.rows.items()
            if key[0] == OTHER or OTHER not in key
        }

    def left(self) -> Block:
        """Return what is left of the block today, whether or not the agenda has come to it."""
        return replace(close(self.block(), self.desk.today, KEEP), key=None)

    def block(self) -> Block:
        """Return the block as it is stored, an empty one where nothing is left."""
        row = self.rows.get(f"{BLOCK}/talks")
        return self._block(f"{BLOCK}/talks", row) if row is not None else Block()

    def _block(self, key: str, row: bytes) -> Block:
        return unpack(row, lambda *page: self.rows[page_key(key, *page)])[0]

    def pages(self) -> set[str]:
        """Return the keys of full pages."""
        return {key for key in self.rows if key[0] != OTHER and OTHER in key}

    def pass_time(self, day: str) -> None:
        """Let other negotiations be reported on a day until all is seen to that is due."""
        for number in range(400 * SHARDS // LOOKS):
            key = f"k{number % 7}"
            other = talks("elsewhere", day, parties=(), about={"key": key})
            self.take(other, other.mention_id)
            if self.rows["#0"].decode() > f"{day}/{SHARDS}":
                return
        raise AssertionError(f"the agenda has not come to {day}")


@pytest.fixture(params=[2, pages.FULL])
def short_pages(request: pytest.FixtureRequest) -> Iterator[None]:
    """Pages that are full after a few mentions, and after as many as ever."""
    with patch.object(pages, "FULL", request.param):
        yield


@pytest.mark.usefixtures("short_pages")
@LAW
@given(histories())
def test_what_is_remembered_decides_nothing(history: tuple[Record, ...]) -> None:
    """A worker that starts anew after each record publishes and writes what another does."""
    remembering, forgetting = Table(), Table()
    for record in history:
        forgetting.start_anew()
        assert remembering.take(record).events == forgetting.take(record).events
        assert remembering.stored() == forgetting.stored()
        assert remembering.pages() == forgetting.pages()


@LAW
@given(history=histories(), days=st.integers(0, 400))
def test_nothing_is_closed_before_it_is_due(history: tuple[Record, ...], days: int) -> None:
    """Closing changes a block on the day on which it is due, and then not before the next one."""
    block = Block()
    for record in history:
        block = decide(block, record).block
        first = due(block, KEEP)
        assert first is not None
        assert close(block, _before(first), KEEP) == block
        day = max(first, _later("2026-02-01", days))
        closed = close(block, day, KEEP)
        assert closed != block
        assert (due(closed, KEEP) or "9999") > day


@pytest.mark.usefixtures("short_pages")
@LAW
@given(data=st.data(), history=histories())
def test_a_worker_may_die_between_any_two_writes(
    data: st.DataObject, history: tuple[Record, ...]
) -> None:
    """What it had published comes again as it was, or not at all; in the end all is as it was."""
    undisturbed, disturbed = Table(), Table()
    for record in history:
        events = undisturbed.take(record).events
        for _ in range(data.draw(st.integers(0, 2))):
            step = disturbed.decide(record)
            assert step.events in (events, ())
            disturbed.write(step.writes[: data.draw(st.integers(0, len(step.writes)))])
            disturbed.start_anew()
        assert disturbed.take(record).events in (events, ())
        assert undisturbed.left() == disturbed.left()
    assert undisturbed.last() == disturbed.last()


@LAW
@given(histories())
def test_what_is_known_is_what_was_published(history: tuple[Record, ...]) -> None:
    """Of events open and closed: no report is in two of them, and none that was withdrawn."""
    table = Table()
    for record in history:
        table.take(record)
        block = table.block()
        reports = [m for event in block.events.values() for m in event.mentions]

        assert sorted(set(reports)) == sorted(reports)
        assert not any(block.mentions[m].withdrawn for m in reports)
        for id_, event in block.events.items():
            last = table.last()[id_]
            assert event.revision == last.revision
            assert event.mentions == tuple(r.mention_id for r in last.reports)


@LAW
@given(histories(edited_within=KEEP["talks"], repeated=0))
def test_a_report_stands_in_one_event(history: tuple[Record, ...]) -> None:
    """Closed or not: what is edited later stays where it is, and what is withdrawn goes."""
    table = Table()
    latest: dict[str, Mention] = {}
    for record in history:
        table.take(record)
        if isinstance(record, Mention):
            known = latest.get(record.mention_id, record)
            latest[record.mention_id] = max(known, record, key=lambda m: m.article.version)

    in_force = sorted(m.mention_id for m in latest.values() if not m.withdrawn)
    assert in_force == sorted(r.mention_id for e in table.last().values() for r in e.reports)


@LAW
@given(histories())
def test_no_revision_comes_twice(history: tuple[Record, ...]) -> None:
    """Those of what comes back after it was forgotten have higher numbers than those before."""
    table, revisions = Table(), defaultdict[str, list[int]](list)
    for record in history:
        table.take(record)
    for event in table.log:
        revisions[event.event_id].append(event.revision)

    for numbers in revisions.values():
        assert sorted(set(numbers)) == numbers


def test_what_comes_back_waits_anew() -> None:
    """An old report that is read again, and again: it is no new event each time."""
    table = Table()
    old = told("harbour", "2026-02-04")
    for report in (old, told("dhow", "2026-08-05", when=on("2026-08-04")), old, old):
        table.take(report)

    (first, _, again) = [event.revision for event in table.log]
    assert 1 == first < again
    table.take(told("nevsky", "2026-08-06"))
    assert {2} == {e.outlets for e in table.log[-1:]}


@pytest.mark.parametrize("on_time", [True, False])
def test_what_is_new_begins_with_the_first_revision(on_time: bool) -> None:
    """However long before it was published, and where an edit adds it."""
    table = Table()
    table.take(told("dhow", "2026-05-05", when=on("2026-05-04")))
    first = "2026-05-05T06:00:00Z" if on_time else "2026-01-05T06:00:00Z"
    edit = {"received_at": "2026-05-05T12:00:00Z", "first_received_at": first}
    (event,) = table.take(talks("harbour", "2026-01-05", about=edit)).events

    assert on_time == (event.revision == 1)


@LAW
@given(histories())
def test_nothing_continues_itself(history: tuple[Record, ...]) -> None:
    """Not by way of others either."""
    table = Table()
    for record in history:
        table.take(record)

    continues = {event.event_id: event.continues for event in table.last().values()}
    for id_ in continues:
        seen, at = set(), continues[id_]
        while at is not None:
            assert at != id_
            assert at not in seen
            seen.add(at)
            at = continues.get(at)


def told(name: str, day: str, received: str | None = None, **fields: Any) -> Mention:
    """Return a report of one round, or an edit of one that is received on a later day."""
    at = {"received_at": f"{received}T00:00:00Z", "version": 2}
    return talks(name, day, **{"when": on("2026-02-04"), "about": at if received else {}, **fields})


def three() -> tuple[Table, str]:
    """Return a table with an event of three reports, and its id."""
    table = Table()
    for name, day in (("harbour", "2026-02-04"), ("dhow", "2026-02-05"), ("nevsky", "2026-02-06")):
        table.take(told(name, day))
    return table, table.log[-1].event_id


@pytest.mark.parametrize(("name", "day"), [("harbour", "2026-02-04"), ("dhow", "2026-02-05")])
def test_an_edit_leaves_a_closed_event_its_other_reports(name: str, day: str) -> None:
    """Three origins do not become one."""
    table, id_ = three()

    (event,) = table.take(told(name, day, "2026-03-20", place=GENEVA)).events

    assert (id_, 4, 3, GENEVA) == (event.event_id, event.revision, event.origins, event.place)


def test_an_edit_opens_no_closed_event() -> None:
    """What comes later is told of another event still, which names the closed one."""
    table, id_ = three()
    table.take(told("dhow", "2026-02-05", "2026-03-20"))

    (late,) = table.take(told("copper", "2026-03-21")).events
    assert (id_, 1) == (late.continues, late.outlets)


def test_who_withdraws_takes_his_support_from_a_closed_event() -> None:
    """One after the other, until nothing is left of it."""
    table, id_ = three()
    killed = [("dhow", "2026-02-05"), ("nevsky", "2026-02-06"), ("harbour", "2026-02-04")]

    log = [e for k in killed for e in table.take(told(*k, "2026-03-20", withdrawn=True)).events]

    assert [(id_, 2), (id_, 1), (id_, 0)] == [(e.event_id, e.origins) for e in log]
    assert "retracted" == log[-1].record_status


def test_a_late_report_names_the_event_that_it_fits_best() -> None:
    """Not the first of those that it could have been joined to."""
    for name in ("harbour", "dhow", "copper", "levant"):
        table = Table()
        table.take(told(name, "2026-02-04", place=ABU_DHABI))
        (best,) = table.take(told("nevsky", "2026-02-05", place=GENEVA, round=2)).events
        (late,) = table.take(told("late", "2026-03-20", round=2)).events
        assert best.event_id == late.continues


def test_a_clock_of_people_moves_no_time() -> None:
    """Who rules on a computer that is a year ahead closes nothing."""
    table = Table()
    groups = (("m-x",), ("m-y",))
    hasty = Ruling(
        ruling_id="r-1",
        action="join",
        block="IRN+USA",
        kind="talks",
        groups=groups,
        at="2027-02-05T00:00:00.000Z",
    )
    table.take(talks("harbour", "2026-02-04", when=on("2026-02-04")))
    table.take(hasty)

    (event,) = table.take(talks("dhow", "2026-02-05", when=on("2026-02-04"))).events
    assert 2 == event.outlets


def test_many_rulings_come_before_any_report() -> None:
    """There is no day then on which something could be due."""
    table = Table()
    for number in range(2 * SHARDS // LOOKS):
        table.take(_ruling(number))

    assert 1 == table.take(talks("harbour", "2026-02-04")).events[0].outlets


def test_what_comes_behind_the_agenda_is_closed() -> None:
    """A block of which the report was received in February, and is read in April."""
    table = Table()
    table.pass_time("2026-04-20")
    table.take(talks("harbour", "2026-02-04", when=on("2026-02-04")))
    assert f"{BLOCK}/talks" in table.rows

    table.pass_time("2026-08-01")

    assert f"{BLOCK}/talks" not in table.rows


def test_a_ruling_closes_nothing_anew_with_each_report() -> None:
    """It goes with the report that it is on, so that there is nothing to write for it before."""
    table = Table()
    days = ("2026-02-04", "2026-02-20", "2026-03-10", "2026-04-01")
    reports = [talks(f"outlet{n}", day, when=on("2026-02-04")) for n, day in enumerate(days)]
    for report in reports[:2]:
        table.take(report)
    table.take(_ruling(1, reports[0].mention_id, reports[1].mention_id))

    assert [1, 1] == [
        sum(value is not None for key, value in table.take(r).writes if key[0] != "#")
        for r in reports[2:]
    ]
    table.pass_time("2026-12-01")
    assert f"{BLOCK}/talks" not in table.rows


@pytest.mark.parametrize("after", range(6))
def test_a_worker_may_die_while_it_sees_to_what_is_due(after: int) -> None:
    """The block stays on the agenda until all is written that is done with it."""
    table = Table()
    table.take(talks("harbour", "2026-02-04", when=on("2026-02-04")))
    other = talks("elsewhere", "2026-04-20", parties=())
    step = Step()
    while not any(key.startswith(BLOCK) for key, _ in step.writes):
        table.write(step.writes)
        step = table.decide(other, other.mention_id)
    table.write(step.writes[:after])
    table.start_anew()

    table.pass_time("2026-08-01")

    assert f"{BLOCK}/talks" not in table.rows


def _ruling(number: int, one: str = "m-x", other: str = "m-y") -> Ruling:
    return Ruling(
        ruling_id=f"r-{number}",
        action="join",
        block=BLOCK,
        kind="talks",
        groups=((one,), (other,)),
        at="2026-02-21T00:00:00Z",
    )


def _before(day: str) -> str:
    return _later(day, -1)


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
