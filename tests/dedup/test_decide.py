"""One mention more: which events it changes, and what is published of them."""

from typing import Any

import pytest

from schemas import Event, Mention
from streams.dedup import Block, join
from streams.dedup.event_ids import event_id
from tests.dedup.factories import (
    ABU_DHABI,
    GENEVA,
    article,
    decide,
    joined,
    mention,
    moved,
    on,
    run,
    talks,
)

DAY = on("2026-02-04")


def told(name: str = "harbour", published: str = "2026-02-04", **fields: Any) -> Mention:
    return talks(name, published, **{"round": 2, "when": DAY, **fields})


def edited(original: Mention, hour: int = 15, **fields: Any) -> Mention:
    """Return what a later version of the article says instead; its number is the hour."""
    moment = f"2026-02-06T{hour}:00:00Z"
    of = article(
        str(original.article.outlet),
        str(original.article.published_at)[:10],
        received_at=moment,
        version=hour,
    )
    shared = {name: getattr(original, name) for name in Mention.__struct_fields__}
    return Mention(**{**shared, "article": of, **fields})


def withdrawn(original: Mention, hour: int = 15) -> Mention:
    of = edited(original, hour).article
    return mention(original.kind, of, mention_id=original.mention_id, withdrawn=True)


def id_of(first: Mention) -> str:
    """Return the id of the event whose first report is a mention."""
    return event_id(first.mention_id, "RUS+UKR")


def last(*mentions: Mention) -> dict[str, Event]:
    return {event.event_id: event for event in run(*mentions).events}


def test_a_first_report_opens_an_event() -> None:
    """Revision 1 says everything, and names the report that caused it."""
    first = told(place=GENEVA)

    (event,) = decide(Block(), first).events

    assert (1, "reported") == (event.revision, event.record_status)
    assert event.changed
    assert first.mention_id == event.changed.mention_id
    assert {"round", "when", "place", "parties", "reports", "origins"} <= set(event.changed.fields)


def test_another_report_revises_it() -> None:
    """Revision 2 says what is new in it, and nothing else."""
    first, second = told(), told("dhow", "2026-02-05", place=GENEVA)

    revised = run(first, second).events[-1]

    assert 2 == revised.revision
    assert revised.changed
    assert (second.article.article_id, second.mention_id) == (
        revised.changed.article_id,
        revised.changed.mention_id,
    )
    assert {
        "place",
        "reports",
        "outlets",
        "origins",
        "record_status",
        "support",
        "last_published_at",
    } == set(revised.changed.fields)


def test_a_report_of_something_else_leaves_it_alone() -> None:
    """Only the event that a mention changes is published."""
    events = run(told(), told("dhow", round=3)).events

    assert [1, 1] == [event.revision for event in events]


def test_the_same_mention_again_changes_nothing() -> None:
    """Neither the block nor an event."""
    known = run(told(), told("dhow"))

    again = decide(known.block, told())

    assert (known.block, ()) == (again.block, again.events)


def test_an_edit_replaces_what_was_said() -> None:
    """An edited article is a new version of the same report, not a second one."""
    first = told(place=ABU_DHABI)

    event = run(first, edited(first, place=GENEVA)).events[-1]

    assert (2, GENEVA, 1, 1) == (event.revision, event.place, len(event.reports), event.origins)
    assert event.changed
    assert ("place",) == event.changed.fields


def test_a_past_version_changes_nothing() -> None:
    """What was overtaken before it arrived is not news."""
    first = told(place=ABU_DHABI)
    known = run(edited(first, place=GENEVA))

    assert () == decide(known.block, first).events


def test_versions_go_by_their_number_alone() -> None:
    """Who filed them knows which one counts, whatever they say of when they are from."""
    first = told(about={"updated_at": "2026-02-09T12:00:00Z"})

    assert (GENEVA,) == tuple(event.place for event in join((edited(first, place=GENEVA), first)))


def test_of_one_number_the_content_decides() -> None:
    """Two that were filed as one version are told apart, and their order does not."""
    one, other = told(place=ABU_DHABI), told(place=GENEVA)

    assert 1 == len({join(order)[0].place for order in ((one, other), (other, one))})
    assert 2 >= len(run(one, other, one, other).events)


def test_of_one_number_a_withdrawal_counts() -> None:
    """It is safer to leave out what was taken back than to tell what is no longer said."""
    first = told()
    gone = mention("talks", first.article, mention_id=first.mention_id, withdrawn=True)

    assert () == join((gone, first)) == join((first, gone))


def test_an_edit_may_move_a_report() -> None:
    """A corrected round number takes the report to the other event."""
    second, third = told("harbour"), told("dhow", round=3)
    wrong = told("nevsky")

    found = joined(second, third, wrong, edited(wrong, round=3))

    assert [["dhow", "nevsky"], ["harbour"]] == found


def test_a_withdrawn_report_takes_its_support_back() -> None:
    """An event without support is retracted; its history can still be read."""
    first = told()

    event = run(first, withdrawn(first)).events[-1]

    assert (2, "retracted", (), 0, 0) == (
        event.revision,
        event.record_status,
        event.reports,
        event.outlets,
        event.origins,
    )
    assert ("talks", 2) == (event.kind, event.round)
    assert event.changed
    assert ("reports", "record_status") == event.changed.fields


def test_a_withdrawal_leaves_the_others() -> None:
    """The other report still stands."""
    first, second = told(), told("dhow", "2026-02-05")

    event = run(first, second, withdrawn(second)).events[-1]

    assert ("reported", ["harbour"]) == (event.record_status, [r.outlet for r in event.reports])


def test_a_withdrawal_may_come_first() -> None:
    """What was withdrawn before it arrived is not revived by its arrival."""
    first = told()

    assert () == run(withdrawn(first), first).events


def test_a_withdrawal_of_the_unknown_is_silent() -> None:
    """There is no event to retract."""
    assert () == decide(Block(), withdrawn(told())).events


def test_what_was_withdrawn_can_be_said_again() -> None:
    """A later version that says it again brings the event back under its id."""
    first = told()

    events = run(first, withdrawn(first), edited(first, 16)).events

    assert [1, 2, 3] == [event.revision for event in events]
    assert 1 == len({event.event_id for event in events})
    assert "reported" == events[-1].record_status


def test_an_earlier_report_that_arrives_late_renames_the_event() -> None:
    """The id follows from the earliest report; the old id leads to the new one."""
    early, late = told("harbour", "2026-02-03"), told("dhow", "2026-02-04")

    events = last(late, early)
    old, new = events[id_of(late)], events[id_of(early)]

    assert new.event_id == old.merged_into
    assert (2, (), None) == (old.revision, old.reports, new.merged_into)
    assert ["harbour", "dhow"] == [report.outlet for report in new.reports]


def test_every_order_ends_with_the_same_ids() -> None:
    """Which id survives follows from the reports, not from their arrival."""
    early, late = told("harbour", "2026-02-03"), told("dhow", "2026-02-04")
    live = [
        {id_ for id_, event in last(*order).items() if event.reports}
        for order in ((early, late), (late, early))
    ]

    assert live[0] == live[1] == {event.event_id for event in join((late, early))}


def test_two_events_that_turn_out_to_be_one_are_merged() -> None:
    """The report of the delay shows that the plan and the meeting were one round."""
    plan = talks("harbour", "2026-01-25", status="planned", when=on("2026-02-01"))
    held = talks("dhow", "2026-02-05", status="held", when=DAY)
    delay = talks(
        "nevsky", "2026-01-31", status="postponed", when=DAY, schedule=moved("2026-02-01")
    )

    events = last(plan, held, delay)

    assert id_of(plan) == events[id_of(held)].merged_into
    assert 3 == len(events[id_of(plan)].reports)


def test_a_merger_that_was_wrong_is_undone() -> None:
    """Once the report that linked two events is withdrawn, both are there again."""
    plan = talks("harbour", "2026-01-25", status="planned", when=on("2026-02-01"))
    held = talks("dhow", "2026-02-05", status="held", when=DAY)
    delay = talks(
        "nevsky", "2026-01-31", status="postponed", when=DAY, schedule=moved("2026-02-01")
    )

    events = last(plan, held, delay, withdrawn(delay))

    assert [["harbour"], ["dhow"]] == [
        [report.outlet for report in events[id_of(each)].reports] for each in (plan, held)
    ]


def test_an_id_follows_its_report_to_a_third_event() -> None:
    """An id that was merged leads on to where its report has gone since."""
    early, mine = told("harbour", "2026-02-03"), told("dhow", "2026-02-04")
    third = told("nevsky", "2026-02-02", round=3)

    events = last(mine, early, third, edited(mine, round=3))

    assert id_of(third) == events[id_of(mine)].merged_into


@pytest.mark.parametrize("versions", [1, 2, 5])
def test_revisions_are_numbered_without_repetition(versions: int) -> None:
    """Each edit is one revision more."""
    first = told()
    edits = [edited(first, 13 + n, place=(GENEVA, ABU_DHABI)[n % 2]) for n in range(versions)]

    assert [*range(1, versions + 2)] == [event.revision for event in run(first, *edits).events]


def test_updated_at_is_when_the_last_report_was_received() -> None:
    """Nothing in an event depends on the clock."""
    late = told("dhow", about={"received_at": "2026-02-09T08:00:00Z"})

    assert "2026-02-09T08:00:00Z" == run(told(), late).events[-1].updated_at


def test_kinds_do_not_meet() -> None:
    """A mention revises no event of another kind."""
    truce = mention("ceasefire", article("dhow"), parties=told().parties, when=DAY)

    assert [("talks", 1), ("ceasefire", 1)] == [
        (event.kind, event.revision) for event in run(told(), truce).events
    ]


def test_joining_nothing_gives_nothing() -> None:
    """No mentions, no events."""
    assert () == join(())
