"""What people rule is obeyed, remembered, and independent of when it comes."""

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from schemas import Event, Mention, Ruling, decode, encode
from streams.dedup import Block, join
from tests.dedup.factories import GENEVA, decide, on, talks
from tests.dedup.worlds import worlds

laws = settings(
    max_examples=40,
    deadline=None,  # the machines that run this differ in speed
    suppress_health_check=[HealthCheck.too_slow],
    phases=set(Phase) - {Phase.explain},
)


def ruled(action: str, *groups: list[Mention], at: int = 1, **fields: Any) -> Ruling:
    """Return a ruling on talks."""
    shared: dict[str, Any] = {
        "ruling_id": f"r-{action}-{at}",
        "action": action,
        "block": "RUS+UKR",
        "kind": "talks",
        "groups": tuple(tuple(m.mention_id for m in group) for group in groups),
        "at": f"2026-03-01T00:00:{at:02}Z",
    }
    return Ruling(**{**shared, **fields})


def take(*records: Mention | Ruling) -> tuple[Block, dict[str, Event]]:
    """Return the block after all records, and the last revision of each event."""
    block = Block()
    last: dict[str, Event] = {}
    for record in records:
        step = decide(block, record)
        block = step.block
        last |= {event.event_id: event for event in step.events}
    return block, last


def outlets(last: dict[str, Event]) -> list[list[str]]:
    """Return who reports each event, by name."""
    return sorted([str(r.outlet) for r in e.reports] for e in last.values() if e.reports)


def standing(*records: Mention | Ruling) -> list[list[str]]:
    return outlets(take(*records)[1])


SECOND = talks("harbour", "2026-02-04", round=2, when=on("2026-02-04"))
TWIN = talks("dhow", "2026-02-05", round=2, when=on("2026-02-04"))
THIRD = talks("nevsky", "2026-02-17", round=3, when=on("2026-02-17"))


def test_events_are_joined() -> None:
    """Two rounds that a person calls one are one."""
    assert [["harbour", "nevsky"]] == standing(SECOND, THIRD, ruled("join", [SECOND], [THIRD]))


def test_joined_events_say_why() -> None:
    """Who ruled and why stands among the reasons."""
    ruling = ruled("join", [SECOND], [THIRD], by="anna", reason="a misprint")
    (event,) = (e for e in take(SECOND, THIRD, ruling)[1].values() if e.reports)

    assert f"joined by ruling {ruling.ruling_id} of anna: a misprint" in event.because
    assert event.changed
    assert ruling.ruling_id == event.changed.ruling_id


def test_the_other_event_is_merged_into_the_one() -> None:
    """The id that goes leads to the one that stays."""
    last = take(SECOND, THIRD, ruled("join", [SECOND], [THIRD]))[1]
    stays = next(e.event_id for e in last.values() if e.reports)

    assert [stays] == [e.merged_into for e in last.values() if not e.reports]


def test_a_report_is_split_off() -> None:
    """What a person takes out of an event stands alone, and says where it was."""
    together, last = take(SECOND, TWIN), take(SECOND, TWIN, ruled("split", [SECOND], [TWIN]))[1]
    (before,) = (e.event_id for e in together[1].values() if e.reports)
    parted = next(e for e in last.values() if e.reports and e.event_id != before)

    assert [["dhow"], ["harbour"]] == outlets(last)
    assert parted.changed
    assert before == parted.changed.split_from


def test_what_was_joined_can_be_split_again() -> None:
    """The later ruling prevails, in whatever order the two come."""
    first, then = ruled("join", [SECOND], [THIRD], at=1), ruled("split", [SECOND], [THIRD], at=2)

    assert [["harbour"], ["nevsky"]] == standing(SECOND, THIRD, first, then)
    assert [["harbour"], ["nevsky"]] == standing(then, first, THIRD, SECOND)


def test_rulings_of_one_second_keep_their_order() -> None:
    """Whether or not their moments have fractions."""
    first = ruled("join", [SECOND], [THIRD], at=1)
    then = ruled("split", [SECOND], [THIRD], ruling_id="r-0")
    then = replace(then, at="2026-03-01T00:00:01.500Z")

    assert [["harbour"], ["nevsky"]] == standing(SECOND, THIRD, first, then)


def test_what_was_split_can_be_joined_again() -> None:
    """The later ruling prevails."""
    parted, joined = ruled("split", [SECOND], [TWIN], at=1), ruled("join", [SECOND], [TWIN], at=2)

    assert [["harbour", "dhow"]] == standing(SECOND, TWIN, parted, joined)


def test_later_reports_go_where_they_fit() -> None:
    """Of two events that were split a new report joins the one it fits better."""
    one = talks("harbour", "2026-02-04", when=on("2026-02-04"))
    other = talks("dhow", "2026-02-04", when=on("2026-02-04"), place=GENEVA)
    new = talks("nevsky", "2026-02-05", when=on("2026-02-04"), place=GENEVA)

    found = standing(one, other, ruled("split", [one], [other]), new)

    assert [["dhow", "nevsky"], ["harbour"]] == found


def test_a_ruling_taken_back_counts_no_more() -> None:
    """Undoing leaves the events as joining has them, and is not undone by a repetition."""
    ruling = ruled("join", [SECOND], [THIRD])
    back = replace(ruling, withdrawn=True)

    assert [["harbour"], ["nevsky"]] == standing(SECOND, THIRD, ruling, back)
    assert [["harbour"], ["nevsky"]] == standing(SECOND, THIRD, back, ruling)


def test_a_ruling_on_what_is_not_there_waits() -> None:
    """It holds from the moment when the reports come in."""
    ruling = ruled("join", [SECOND], [THIRD])

    assert () == decide(Block(), ruling).events
    assert [["harbour", "nevsky"]] == standing(ruling, SECOND, THIRD)


def test_a_ruling_again_changes_nothing() -> None:
    """A ruling that is delivered twice is obeyed once."""
    ruling = ruled("join", [SECOND], [THIRD])
    block = take(SECOND, THIRD, ruling)[0]

    assert (block, ()) == (decide(block, ruling).block, decide(block, ruling).events)


def test_a_block_remembers_its_rulings() -> None:
    """What is stored of a block holds what was ruled."""
    block = take(SECOND, ruled("join", [SECOND], [THIRD]))[0]

    assert block == decode(encode(block), Block)
    assert decide(block, ruled("join", [SECOND], [THIRD])).events == ()


@st.composite
def ruled_worlds(draw: st.DrawFn) -> tuple[tuple[Mention, ...], tuple[Ruling, ...]]:
    """Return a world with up to three rulings on its talks."""
    world = draw(worlds())
    ids = sorted({m.mention_id for m in world if m.kind == "talks"})
    if len(ids) < 2:
        return world, ()
    made = []
    for number in range(draw(st.integers(0, 3))):
        shuffled = draw(st.permutations(ids))
        cut = draw(st.integers(1, len(ids) - 1))
        rest = draw(st.integers(cut + 1, len(ids)))
        ruling = ruled(draw(st.sampled_from(("join", "split"))), at=number)
        groups = (tuple(shuffled[:cut]), tuple(shuffled[cut:rest]))
        made.append(replace(ruling, groups=groups))
        if draw(st.booleans()) and draw(st.booleans()):
            made.append(replace(made[-1], withdrawn=True))
    return world, tuple(made)


def content(event: Event) -> dict[str, Any]:
    names = set(event.__struct_fields__) - {"revision", "changed"}
    return {name: getattr(event, name) for name in names}


@laws
@given(data=st.data(), drawn=ruled_worlds())
def test_rulings_know_no_order(
    data: st.DataObject, drawn: tuple[tuple[Mention, ...], tuple[Ruling, ...]]
) -> None:
    """Events are a function of the set of mentions and the set of rulings."""
    world, made = drawn
    records: list[Mention | Ruling] = [*world, *made]
    last = take(*data.draw(st.permutations(records)))[1]

    expected = {event.event_id: content(event) for event in join(world, made)}
    assert expected == {id_: content(event) for id_, event in last.items() if event.reports}


@laws
@given(drawn=ruled_worlds())
def test_the_last_split_holds(drawn: tuple[tuple[Mention, ...], tuple[Ruling, ...]]) -> None:
    """No event has reports from both sides of a split that nothing came after."""
    world, made = drawn
    left = [r for r in made if not any(o.withdrawn for o in made if o.ruling_id == r.ruling_id)]
    if not left or left[-1].action != "split":
        return
    one, other = left[-1].groups
    for event in join(world, made):
        reports = {report.mention_id for report in event.reports}
        assert not (reports & set(one) and reports & set(other))


@laws
@given(drawn=ruled_worlds())
def test_rulings_lose_no_report(drawn: tuple[tuple[Mention, ...], tuple[Ruling, ...]]) -> None:
    """Whatever is ruled, each mention in force is a report of exactly one event.

    Hints count where a ruling leaves them with one that is none.
    """
    world, made = drawn
    hints = {mention.mention_id for mention in world if mention.hint}
    reports = [r.mention_id for event in join(world, made) for r in event.reports]
    plain = [r.mention_id for event in join(world) for r in event.reports]

    assert sorted({*plain} - hints) == sorted({*reports} - hints)
    assert len({*reports}) == len(reports)
