"""Hints count only in an event that others tell of."""

from schemas import Event, Mention
from streams.dedup.closing import HINTED, later
from streams.sketches.terms import terms
from tests.dedup.factories import on, talks
from tests.dedup.test_desk import Table

DAY = "2026-02-04"


def told(name: str, day: str = DAY, **fields: object) -> Mention:
    """Return a report of one round."""
    return talks(name, day, **{"when": on(DAY), **fields})


def hint(name: str, day: str = DAY, **fields: object) -> Mention:
    """Return what hints at the same round."""
    return told(name, day, hint=True, **fields)


def last(table: Table) -> list[Event]:
    """Return the events that have reports."""
    return [event for event in table.last.values() if event.reports]


def outlets(event: Event) -> list[str | None]:
    """Return who reports an event."""
    return [report.outlet for report in event.reports]


def test_hints_alone_are_no_event() -> None:
    """However many there are."""
    table = Table()
    assert () == table.admit(hint("harbour"))
    assert () == table.admit(hint("dhow"))


def test_a_hint_is_a_report_of_what_others_tell() -> None:
    """Whichever comes first, and after a restart; its origin counts like any other."""
    for records in ([hint("harbour"), told("dhow")], [told("dhow"), hint("harbour")]):
        table = Table()
        table.admit(records[0])
        table.desk = table.new_desk()
        table.admit(records[1])
        (event,) = last(table)
        assert ["dhow", "harbour"] == sorted(map(str, outlets(event)))
        assert (2, "corroborated") == (event.origins, event.record_status)


def test_an_event_has_its_id_from_what_is_told() -> None:
    """A hint from before it moves no id."""
    table = Table()
    (first,) = table.admit(told("dhow"))
    (second,) = table.admit(hint("harbour", "2026-02-03"))
    assert first.event_id == second.event_id
    assert ["harbour", "dhow"] == outlets(second)


def test_a_hint_has_no_vote() -> None:
    """What the event was, and who denies it, say those who tell of it."""
    table = Table()
    table.admit(told("dhow", status="held"))
    (event,) = table.admit(hint("harbour", status="failed", round=2))
    assert ("held", None, {}) == (event.status, event.round, event.disputed)
    assert all("harbour" not in mention for given in event.support.values() for mention in given)


def test_an_event_of_which_only_hints_are_left_is_retracted() -> None:
    """So it stays after a restart, until somebody tells of it again."""
    table = Table()
    table.admit(told("dhow"), hint("harbour"))
    (gone,) = table.admit(told("dhow", withdrawn=True, about={"version": 2}))
    assert ("retracted", ()) == (gone.record_status, gone.reports)

    table.desk = table.new_desk()
    (again,) = table.admit(told("nevsky"))
    assert {"harbour", "nevsky"} == set(outlets(again))


def test_a_hint_waits_a_week() -> None:
    """Then it is forgotten, that state stays bounded; one that has joined stays with its event."""
    for day, expected in ((later(DAY, HINTED - 1), 2), (later(DAY, HINTED), 1)):
        table = Table()
        table.admit(hint("harbour"))
        (event,) = table.admit(told("dhow", about={"received_at": f"{day}T12:00:00Z"}))
        assert expected == len(event.reports)

    table = Table()
    table.admit(told("dhow"), hint("harbour"))
    late = {"received_at": f"{later(DAY, HINTED + 2)}T12:00:00Z"}
    (event,) = table.admit(told("nevsky", about=late))
    assert 3 == len(event.reports)


def test_hints_are_news_when_the_event_is() -> None:
    """What an article of another week hints at may be another round."""
    table = Table()
    table.admit(told("dhow"))
    assert () == table.admit(hint("harbour", "2026-02-08"))


def test_a_hint_without_a_date_is_known_by_its_words() -> None:
    """What is received on one day may be of any."""
    alike, other = terms("harvest crossing envoy"), terms("fuel depot strike")
    for words, reports in ((alike, 2), (other, 1)):
        table = Table()
        table.admit(told("dhow", about={"terms": alike}))
        table.admit(hint("harbour", about={"terms": words, "published_at": None}))
        (event,) = last(table)
        assert reports == len(event.reports)


def test_a_hint_that_is_told_after_all_counts() -> None:
    """An edit may say outright what the lead hinted at."""
    table = Table()
    table.admit(hint("harbour"))
    (event,) = table.admit(told("harbour", about={"version": 2}))
    assert ["harbour"] == outlets(event)
