"""What holds of processes whatever their events say, in whatever order they come."""

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from schemas import Event, Mention, Process
from streams.dedup import join
from streams.processes import Ledger, Ledgers
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
            assert not known[id_].note(event).taken


@laws
@given(both)
def test_a_process_is_that_of_its_living_events(world: World) -> None:
    """Events that were merged or retracted on the way leave no trace in it."""
    assert contents(*(event for mentions in world for event in join(mentions))) == contents(
        *history(world)
    )


@laws
@given(both)
def test_what_a_revision_changes_is_all_that_it_changes(world: World) -> None:
    """A ledger that followed every revision is one that is made of the events as they are now."""
    for id_, ledger in ledgers(*history(world)).items():
        assert ledger.published is not None
        told = Ledger(id_, ledger.revision, ledger.updated_at, dict(ledger.events)).published
        assert told is not None
        assert content(told) == content(ledger.published)


@laws
@given(both)
def test_a_ledger_survives_being_stored(world: World) -> None:
    """A worker that has to read the rows before each revision publishes what another does."""
    rows: dict[str, bytes | None] = {}
    ledgers = Ledgers(rows.get)
    for event in history(world):
        for id_ in processes_of(event):
            anew = Ledgers(rows.get)
            noted, written = ledgers.note(id_, event)
            assert (noted, written) == anew.note(id_, event)
            rows.update(written)


@laws
@given(both)
def test_every_missing_round_is_below_its_round(world: World) -> None:
    """A gap names rounds before the one it stands with."""
    for told in processes(*history(world)).values():
        for step in told.rounds:
            assert all(step.round is not None and number < step.round for number in step.missing)
