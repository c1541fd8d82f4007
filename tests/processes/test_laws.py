"""What holds of processes whatever their events say, in whatever order they come."""

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from schemas import Event, Mention, Process, decode, encode
from streams.dedup import join
from streams.processes import Ledger, note
from streams.publish import processes_of
from tests.dedup.factories import run
from tests.dedup.worlds import HAPPENINGS, POSITIONS, worlds
from tests.processes.factories import ledgers, processes

laws = settings(
    max_examples=40,
    deadline=None,  # the machines that run this differ in speed
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    phases=set(Phase) - {Phase.explain},
)

both = st.tuples(worlds(HAPPENINGS), worlds(POSITIONS))
"""What has happened between two, and positions that one of them holds."""

World = tuple[tuple[Mention, ...], tuple[Mention, ...]]


def content(told: Process) -> dict[str, Any]:
    """Return what a process says, without how many steps it took and when the last was."""
    names = set(told.__struct_fields__) - {"revision", "updated_at"}
    return {name: getattr(told, name) for name in names}


def contents(*events: Event) -> dict[str, dict[str, Any]]:
    """Return what the processes of events say, but for those of which nothing is left."""
    told = processes(*events).items()
    return {id_: content(each) for id_, each in told if not each.is_empty}


def history(world: World) -> tuple[Event, ...]:
    """Return every revision of the events of a world."""
    return tuple(event for mentions in world for event in run(*mentions).events)


@laws
@given(data=st.data(), world=both)
def test_processes_know_no_order(data: st.DataObject, world: World) -> None:
    """Revisions of events in any order, past ones among them, end in the same process."""
    events = history(world)
    shuffled = data.draw(st.permutations(events))

    assert contents(*events) == contents(*shuffled)


@laws
@given(both)
def test_revisions_again_change_nothing(world: World) -> None:
    """What was noted is noted once, however often it is delivered."""
    known = ledgers(*history(world))

    for event in history(world):
        for id_ in processes_of(event):
            noted = note(id_, known[id_], event)
            assert (known[id_], None) == (noted.ledger, noted.process)


@laws
@given(both)
def test_a_process_is_that_of_its_living_events(world: World) -> None:
    """Events that were merged or retracted on the way leave no trace in it."""
    assert contents(*(event for mentions in world for event in join(mentions))) == contents(
        *history(world)
    )


@laws
@given(both)
def test_a_ledger_survives_being_stored(world: World) -> None:
    """A ledger that was written and read is the same."""
    for ledger in ledgers(*history(world)).values():
        assert ledger == decode(encode(ledger), Ledger)


@laws
@given(both)
def test_every_missing_round_is_below_its_round(world: World) -> None:
    """A gap names rounds before the one it stands with."""
    for told in processes(*history(world)).values():
        for step in told.rounds:
            assert all(step.round is not None and number < step.round for number in step.missing)
