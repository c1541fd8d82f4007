"""What holds of joining whatever is reported, by whom, in whatever order."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from schemas import Event, Mention
from streams.dedup import join
from streams.dedup.event_ids import event_id
from tests.dedup.factories import copy_of, run
from tests.dedup.rows import Rows
from tests.dedup.worlds import worlds

laws = settings(
    max_examples=40,
    deadline=None,  # the machines that run this differ in speed
    suppress_health_check=[HealthCheck.too_slow],
    phases=set(Phase) - {Phase.explain},
)


def current(events: Iterable[Event]) -> dict[str, Event]:
    """Return the last revision of each event."""
    return {event.event_id: event for event in events}


def live(events: Iterable[Event]) -> dict[str, dict[str, Any]]:
    """Return what is left to tell of each event that has reports: not how often it was revised."""
    return {id_: content(event) for id_, event in current(events).items() if event.reports}


def content(event: Event) -> dict[str, Any]:
    names = set(event.__struct_fields__) - {"revision", "changed"}
    return {name: getattr(event, name) for name in names}


@laws
@given(data=st.data(), world=worlds())
def test_join_knows_no_order(data: st.DataObject, world: tuple[Mention, ...]) -> None:
    """Events are a function of the set of mentions."""
    shuffled = data.draw(st.permutations(world))

    assert live(join(world)) == live(join(shuffled))


@laws
@given(data=st.data(), world=worlds())
def test_deciding_ends_where_joining_does(data: st.DataObject, world: tuple[Mention, ...]) -> None:
    """One by one, in any order, the last revisions are the events of the whole set."""
    shuffled = data.draw(st.permutations(world))

    assert live(join(world)) == live(run(*shuffled).events)


@laws
@given(data=st.data(), world=worlds())
def test_versions_without_numbers_know_no_order(
    data: st.DataObject, world: tuple[Mention, ...]
) -> None:
    """Even where what counts cannot be known, it does not depend on what arrived first."""
    alike = [replace(m, article=replace(m.article, version=1)) for m in world]
    shuffled = data.draw(st.permutations(alike))

    assert live(join(alike)) == live(run(*shuffled).events)


@laws
@given(data=st.data(), world=worlds())
def test_what_is_known_changes_nothing(data: st.DataObject, world: tuple[Mention, ...]) -> None:
    """A mention delivered again, in this version or a past one, yields no revision."""
    block = run(*world).block
    again = run(*data.draw(st.lists(st.sampled_from(world))), block=copy_of(block))

    assert (block, ()) == (again.block, again.events)


@laws
@given(data=st.data(), world=worlds())
def test_a_replayed_prefix_changes_nothing(data: st.DataObject, world: tuple[Mention, ...]) -> None:
    """Whatever was taken in so far can be taken in again before the rest comes."""
    known = world[: data.draw(st.integers(0, len(world)))]

    assert run(*world) == run(*known, *known, *world[len(known) :])


@laws
@given(worlds())
def test_a_block_survives_being_stored(world: tuple[Mention, ...]) -> None:
    """A block that was written and read is the same block, in the same bytes."""
    rows = Rows(run(*world).block)
    block, pages = rows.read()

    assert rows.block == block
    assert rows.rows == Rows(block, pages).rows


@laws
@given(worlds(("talks",)))
def test_two_rounds_never_merge(world: tuple[Mention, ...]) -> None:
    """Reports that number the encounter differently are never in one event."""
    latest = {m.mention_id: m for m in sorted(world, key=lambda m: m.article.received_at)}

    for event in join(world):
        told = {latest[report.mention_id].round for report in event.reports}
        assert len(told - {None}) <= 1


@laws
@given(data=st.data(), world=worlds())
def test_an_id_is_that_of_its_earliest_report(
    data: st.DataObject, world: tuple[Mention, ...]
) -> None:
    """An id belongs to one report for ever, so that no other event can be given it.

    It is the first, or the first that is no hint.
    """
    hints = {mention.mention_id for mention in world if mention.hint}
    decision = run(*data.draw(st.permutations(world)))
    for event in decision.events:
        ids = [report.mention_id for report in event.reports]
        own = [m for m in ids if event_id(m, decision.block.key) == event.event_id]
        assert len(own) == bool(ids)
        assert hints >= set(ids[: ids.index(own[0])] if own else ())


@laws
@given(data=st.data(), world=worlds())
def test_revisions_count_upwards(data: st.DataObject, world: tuple[Mention, ...]) -> None:
    """Each revision of an event has a higher number than the one before."""
    numbers = defaultdict(list)
    for event in run(*data.draw(st.permutations(world))).events:
        numbers[event.event_id].append(event.revision)

    for given_out in numbers.values():
        assert sorted(set(given_out)) == given_out


@laws
@given(worlds())
def test_origins_are_outlets_that_report_or_are_named(world: tuple[Mention, ...]) -> None:
    """There are no more origins than outlets that carry the event and sources they name."""
    named = {lineage.outlet for m in world for lineage in m.article.lineage}

    for event in join(world):
        carriers = {report.outlet for report in event.reports}
        assert 1 <= event.origins <= event.outlets + len(named - carriers)


@laws
@given(data=st.data(), world=worlds())
def test_every_id_resolves(data: st.DataObject, world: tuple[Mention, ...]) -> None:
    """An id that was merged leads, step by step, to the event that has the report it is of now."""
    decision = run(*data.draw(st.permutations(world)))
    last = current(decision.events)
    home = {report.mention_id: e.event_id for e in last.values() for report in e.reports}
    own = {event_id(m.mention_id, decision.block.key): m.mention_id for m in world}

    for id_ in last:
        end = resolved(id_, last)
        assert end.event_id == home[own[id_]] if own[id_] in home else _is_an_end(end)


def resolved(id_: str, last: dict[str, Event]) -> Event:
    while (successor := last[id_].merged_into) is not None:
        id_ = successor
    return last[id_]


def _is_an_end(event: Event) -> bool:
    return bool(event.reports) or event.record_status == "retracted"


@laws
@given(worlds())
def test_nothing_is_lost(world: tuple[Mention, ...]) -> None:
    """Each mention in force is a report of exactly one event, each hint of one at most.

    And there is no event of hints alone.
    """
    latest = {m.mention_id: m for m in sorted(world, key=lambda m: m.article.received_at)}
    in_force = [m for m in latest.values() if not m.withdrawn]
    told = {m.mention_id for m in in_force if not m.hint}
    events = [[report.mention_id for report in event.reports] for event in join(world)]
    reported = [mention_id for reports in events for mention_id in reports]

    assert len(set(reported)) == len(reported)
    assert told <= set(reported) <= {m.mention_id for m in in_force}
    assert all(told & {*reports} for reports in events)


@laws
@given(worlds())
def test_disputed_values_come_from_reports(world: tuple[Mention, ...]) -> None:
    """Each rival value names reports of the event, and no report is said to give two."""
    for event in join(world):
        reports = {report.mention_id for report in event.reports}
        for rivals in event.disputed.values():
            givers = [giver for claim in rivals for giver in claim.reports]
            assert len(rivals) > 1
            assert set(givers) <= reports
            assert len(set(givers)) == len(givers)
