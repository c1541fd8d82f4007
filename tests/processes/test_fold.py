"""What a process says of its events."""

from typing import Any

import pytest
from msgspec.structs import replace

from schemas import Changed, Process
from streams.processes import Ledger
from tests.dedup.factories import ABU_DHABI, GENEVA, on
from tests.processes.factories import event, gone, held, ledgers, process, processes, table


def numbers(told: Process) -> list[int | None]:
    return [step.round for step in told.rounds]


def missing(told: Process) -> list[tuple[int, ...]]:
    return [step.missing for step in told.rounds]


def test_rounds_stand_in_the_order_of_their_days() -> None:
    """Not in that of their reports."""
    second = event("b", round=2, when=on("2026-02-04"), published="2026-02-01")
    first = event("a", round=1, when=on("2026-01-23"), published="2026-02-05")

    assert [1, 2] == numbers(process(second, first))


def test_a_round_that_nobody_reported_is_marked() -> None:
    """The gap stands with the round that follows it."""
    first = event("a", round=1, when=on("2026-01-23"))
    fourth = event("d", round=4, when=on("2026-02-20"))

    assert [(), (2, 3)] == missing(process(first, fourth))


def test_a_new_series_counts_from_one() -> None:
    """Round 1 of a later year leaves no gap before it."""
    old = [event(f"o{n}", round=n, when=on(f"2025-04-{10 + n}")) for n in (1, 2, 3)]
    new = [event(f"n{n}", round=n, when=on(f"2026-02-{10 + n}")) for n in (1, 2)]

    assert 5 * [()] == missing(process(*old, *new))


def test_a_series_known_from_its_second_round_lacks_the_first() -> None:
    """That the number resets tells of a round before."""
    old = event("o", round=1, when=on("2025-04-12"))
    new = event("n", round=2, when=on("2026-02-12"))

    assert [(), ()] == missing(process(old, new))
    again = event("m", round=2, when=on("2025-04-19"))
    assert [(), (), (1,)] == missing(process(old, again, new))


def test_an_undated_round_follows_the_round_before_it() -> None:
    """A fourth round that was announced before the third was held comes after it."""
    third = event("c", round=3, when=on("2026-02-17"), published="2026-02-17")
    fourth = event("d", round=4, published="2026-02-10")

    assert [3, 4] == numbers(process(fourth, third))


def test_unnumbered_talks_take_their_place_by_day() -> None:
    """They neither close nor open a gap."""
    first = event("a", round=1, when=on("2026-01-23"))
    talk = event("t", when=on("2026-01-30"))
    third = event("c", round=3, when=on("2026-02-17"))

    told = process(third, talk, first)
    assert ([1, None, 3], [(), (), (2,)]) == (numbers(told), missing(told))


def test_who_mediates_most_comes_first() -> None:
    """Mediators are those of all encounters."""
    told = process(
        event("a", **table(USA="mediator", TUR="host")),
        event("b", **table(USA="mediator")),
        event("c", **table(ARE="mediator")),
    )

    assert (("RUS", "UKR"), ("USA", "ARE")) == (told.parties, told.mediators)


def test_venues_are_named_once() -> None:
    """In the order in which rounds came to them."""
    told = process(
        event("c", when=on("2026-02-17"), place=GENEVA),
        event("a", when=on("2026-01-23"), place=ABU_DHABI),
        event("b", when=on("2026-02-04"), place=ABU_DHABI),
    )

    assert (ABU_DHABI, GENEVA) == told.venues


def test_outcomes_have_their_own_steps() -> None:
    """Agreements and ceasefires are no rounds."""
    told = process(
        event("a", "agreement", status="signed", when=on("2026-02-05")),
        event("c", "ceasefire", status="violated", when=on("2026-01-30")),
    )

    assert ["e-a"] == [step.event_id for step in told.agreements]
    assert ["violated"] == [step.status for step in told.ceasefires]
    assert () == told.rounds


def test_the_latest_position_on_an_issue_counts() -> None:
    """By when it was stated last, not by when it became known."""
    late = held("late", "territory", "all of Donbas", published="2026-02-09")
    early = held("early", "territory", "half of Donbas", published="2026-02-01")

    assert ["all of Donbas"] == [p.content for p in process(late, early).positions]


UNDATED: dict[str, Any] = {"first_published_at": None, "last_published_at": None}


def test_a_position_without_a_date_has_none() -> None:
    """When it was received is not when it was published."""
    (position,) = process(held("a", "territory", "all of Donbas", **UNDATED)).positions

    assert None is position.published_at


def test_what_is_dated_counts_before_what_is_not() -> None:
    """Whatever was received last: it may come from an archive."""
    dated = held("dated", "territory", "all of Donbas", published="2026-02-01")
    undated = held("undated", "territory", "half of Donbas", published="2026-02-09", **UNDATED)

    for order in ((dated, undated), (undated, dated)):
        assert ["all of Donbas"] == [p.content for p in process(*order).positions]


@pytest.mark.parametrize("moment", ["2026-02-09T12:00:00.250Z", "2026-02-09T12:00:01Z"])
def test_of_undated_positions_the_one_received_last_counts(moment: str) -> None:
    """Whether or not its moment has a fraction, and whichever was noted first."""
    first = held("b", "territory", "half of Donbas", updated_at="2026-02-09T12:00:00Z", **UNDATED)
    second = held("a", "territory", "all of Donbas", updated_at=moment, **UNDATED)

    for order in ((first, second), (second, first)):
        assert ["all of Donbas"] == [p.content for p in process(*order).positions]


def test_each_holder_has_a_position_of_its_own() -> None:
    """Those who hold something jointly each hold it."""
    told = process(held("a", "sanctions", "relief", holder=("CHN", "RUS")))

    assert [("CHN", "sanctions"), ("RUS", "sanctions")] == [
        (p.holder, p.issue) for p in told.positions
    ]


def test_a_retracted_position_gives_way_to_the_one_before() -> None:
    """What nobody reports any more is not where a party stands."""
    early = held("early", "territory", "half of Donbas", published="2026-02-01")
    late = held("late", "territory", "all of Donbas", published="2026-02-09")

    told = process(early, late, replace(late, **gone(late)))

    assert ["half of Donbas"] == [p.content for p in told.positions]


def test_what_is_denied_or_long_past_is_no_part() -> None:
    """Denials and background make no step."""
    told = process(event("a", modality="denied"), event("b", background=True))

    assert () == told.rounds


def test_a_process_is_as_of_its_last_report() -> None:
    """Whether or not its moment has a fraction."""
    first = event("a", updated_at="2026-02-04T12:00:00Z")
    last = event("b", updated_at="2026-02-04T12:00:00.250Z")

    assert last.updated_at == process(last, first).updated_at == process(first, last).updated_at


def test_a_report_more_makes_no_revision() -> None:
    """A process is published when it says something else, not whenever an event does."""
    first = event("a", round=1, when=on("2026-01-23"))
    more = replace(first, revision=2, outlets=2)
    moved = replace(first, revision=3, status="held")

    ledger = Ledger("RUS+UKR")
    told = [ledger.note(each).process for each in (first, more, moved)]
    revisions = [each.revision if each else None for each in told]

    assert [1, None, 2] == revisions


def test_what_has_gone_is_forgotten_in_time() -> None:
    """A process takes no more room for ever for each event that was merged or retracted."""
    first = event("a", updated_at="2026-02-04T12:00:00Z")
    retracted = replace(first, **gone(first))
    soon, late = (
        event(name, updated_at=f"2026-{month}-04T12:00:00Z")
        for name, month in (("b", "03"), ("c", "05"))
    )

    assert {"e-a", "e-b"} == ledgers(first, retracted, soon)["RUS+UKR"].events.keys()
    assert {"e-b", "e-c"} == ledgers(first, retracted, soon, late)["RUS+UKR"].events.keys()


MONTHS = ("01", "02", "03", "04", "05", "06", "07")
GONE_OVER: dict[str, Any] = {
    "process_id": "RUS",
    "changed": Changed(fields=("process_id",), left_process="RUS+UKR"),
}
NO_REPORTS: dict[str, Any] = {"reports": (), "record_status": "retracted"}


def test_a_position_that_others_have_followed_is_forgotten_in_time() -> None:
    """A process would take more room for ever with each demand that has long been superseded."""
    said = [held(month, "troops", month, published=f"2026-{month}-04") for month in MONTHS]
    other = held("other", "trade", "tariffs", published="2026-01-04")

    (ledger,) = ledgers(other, *said).values()
    assert {"e-other", "e-04", "e-05", "e-06", "e-07"} == ledger.events.keys()
    assert ledger.published is not None
    assert ["tariffs", "07"] == [position.content for position in ledger.published.positions]


@pytest.mark.parametrize("changed", [{"issue": "trade"}, GONE_OVER, NO_REPORTS])
def test_what_is_no_longer_held_last_gives_way(changed: dict[str, Any]) -> None:
    """Whatever it was that became of the position that came last."""
    early, late = (held(day, "troops", day, published=f"2026-02-{day}") for day in ("01", "09"))

    for order in ((early, late), (late, early)):
        told = processes(*order, replace(late, revision=2, **changed))["RUS+UKR"]
        assert "01" in [p.content for p in told.positions if p.issue == "troops"]


def test_an_event_of_no_negotiation_is_ignored() -> None:
    """Without a process there is nothing to fold it into."""
    assert {} == processes(event("a", process_id=None))


def test_a_position_goes_over_to_the_process_of_whom_it_is_addressed_to() -> None:
    """Once a report tells to whom, the negotiation it was in before has it no more."""
    told = held("a", "troops", "withdraw", process_id="RUS")
    changed = Changed(fields=("target", "process_id"), left_process="RUS")
    revised = replace(told, revision=2, process_id="RUS+UKR", changed=changed)

    for order in ((told, revised), (revised, told)):
        found = processes(*order)
        assert () == found["RUS"].positions
        assert ["e-a"] == [position.event_id for position in found["RUS+UKR"].positions]
