"""Days on which reports agree."""

import pytest

from streams.days import Span
from streams.dedup.identity.slots import Slot, gap_to, put


def exact(first: int, last: int) -> Slot:
    return Slot(first, last, exact=True, realised=False)


@pytest.mark.parametrize(
    ("span", "admitted"),
    [((10, 10), True), ((9, 9), True), ((11, 11), True), ((8, 8), False), ((12, 14), False)],
)
def test_a_day_apart_will_do(span: Span, admitted: bool) -> None:
    """Outlets in other time zones date one meeting a day apart."""
    assert admitted == exact(10, 10).admits(span)


def test_a_window_admits_nothing_outside() -> None:
    """Weeks and windows are wide enough without a tolerance."""
    assert not Slot(10, 16, exact=False, realised=False).admits((17, 17))


def test_spans_cannot_shift_a_slot() -> None:
    """A slot that took in the day after admits only what is near to both days."""
    slot = exact(10, 10)
    slot.narrow((11, 11), realised=False)

    assert [10, 11] == [day for day in range(8, 14) if slot.admits((day, day))]


def test_hull_of_days_apart_covers_both() -> None:
    """First and last day may cross where the spans do not meet."""
    slot = exact(10, 10)
    slot.narrow((11, 11), realised=True)

    assert ((10, 11), True) == (slot.hull, slot.realised)


@pytest.mark.parametrize(("day", "days"), [(8, 2), (10, 0), (12, 0), (15, 3)])
def test_distance_is_counted_from_the_nearer_end(day: int, days: int) -> None:
    """Inside there is none."""
    assert days == exact(10, 12).distance(day)


def test_other_days_open_another_slot() -> None:
    """What no slot admits is a slot of its own."""
    slots: list[Slot] = []
    for span in ((10, 10), (11, 11), (20, 20)):
        put(slots, span, exact=True, realised=False)

    assert [(10, 11), (20, 20)] == [slot.hull for slot in slots]


def test_days_never_narrow_a_window() -> None:
    """A month and a day in it stay apart, so that the month is not taken for the day."""
    slots = [Slot(1, 28, exact=False, realised=False)]
    put(slots, (10, 10), exact=True, realised=False)

    assert 2 == len(slots)


@pytest.mark.parametrize(
    ("span", "days"), [((5, 6), 4), ((11, 11), 0), ((16, 16), 1), ((15, 15), 0)]
)
def test_gap_is_that_to_the_nearest_slot(span: Span, days: int) -> None:
    """Of several slots the nearest counts."""
    assert days == gap_to([exact(10, 12), exact(14, 15)], span)
