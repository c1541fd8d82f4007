"""What holds of processes whatever their events say, in whatever order they come."""

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from schemas import Event, Mention, Process, decode, encode
from streams.dedup import join
from streams.processes import Ledger, note
from tests.dedup.factories import run
from tests.dedup.worlds import worlds
from tests.processes.factories import process

laws = settings(
    max_examples=40,
    deadline=None,  # the machines that run this differ in speed
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    phases=set(Phase) - {Phase.explain},
)


def content(told: Process) -> dict[str, Any]:
    """Return what a process says, without how many steps it took and when the last was."""
    names = set(told.__struct_fields__) - {"revision", "updated_at"}
    return {name: getattr(told, name) for name in names}


def history(world: tuple[Mention, ...]) -> tuple[Event, ...]:
    """Return every revision of the events of a world."""
    return run(*world).events


@laws
@given(data=st.data(), world=worlds())
def test_processes_know_no_order(data: st.DataObject, world: tuple[Mention, ...]) -> None:
    """Revisions of events in any order, past ones among them, end in the same process."""
    events = history(world)
    if not events:
        return
    shuffled = data.draw(st.permutations(events))

    assert content(process(*events)) == content(process(*shuffled))


@laws
@given(worlds())
def test_revisions_again_change_nothing(world: tuple[Mention, ...]) -> None:
    """What was noted is noted once, however often it is delivered."""
    ledger = Ledger()
    for event in history(world):
        ledger = note(ledger, event).ledger

    for event in history(world):
        assert (ledger, None) == (note(ledger, event).ledger, note(ledger, event).process)


@laws
@given(worlds())
def test_a_process_is_that_of_its_living_events(world: tuple[Mention, ...]) -> None:
    """Events that were merged or retracted on the way leave no trace in it."""
    events = history(world)
    living = join(world)
    if not living:
        return

    assert content(process(*living)) == content(process(*events))


@laws
@given(worlds())
def test_a_ledger_survives_being_stored(world: tuple[Mention, ...]) -> None:
    """A ledger that was written and read is the same."""
    ledger = Ledger()
    for event in history(world):
        ledger = note(ledger, event).ledger

    assert ledger == decode(encode(ledger), Ledger)


@laws
@given(worlds())
def test_every_missing_round_is_below_its_round(world: tuple[Mention, ...]) -> None:
    """A gap names rounds before the one it stands with."""
    if not (events := history(world)):
        return
    for step in process(*events).rounds:
        assert all(step.round is not None and number < step.round for number in step.missing)
