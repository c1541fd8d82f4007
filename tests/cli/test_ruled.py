"""From the events that people name to the ruling that the stream obeys."""

from typing import Any

import pytest
from msgspec.structs import replace

from schemas import Event, Ruling
from streams.cli.ruled import joining, resolve, splitting, withdrawal
from streams.dedup import join
from streams.errors import ParleyError
from tests.dedup.factories import mention, on, parties, talks

MADE: dict[str, Any] = {"at": "2026-03-01T00:00:00Z", "by": "anna", "reason": None}


def event(*outlets: str, day: str = "2026-02-04") -> Event:
    (made,) = join([talks(outlet, when=on(day)) for outlet in outlets])
    return made


ONE, OTHER = event("harbour", "dhow"), event("nevsky", day="2026-02-17")


def mentions(of: Event) -> tuple[str, ...]:
    return tuple(report.mention_id for report in of.reports)


def test_joining_names_the_reports_of_each() -> None:
    """The ruling holds what each event was, so that it needs no ids to be obeyed."""
    ruling = joining([ONE, OTHER], **MADE)

    assert ("join", "RUS+UKR", "talks") == (ruling.action, ruling.block, ruling.kind)
    assert (mentions(ONE), mentions(OTHER)) == ruling.groups


def test_splitting_names_what_stays_and_what_goes() -> None:
    """A report is named by its article or its mention."""
    kept, taken = ONE.reports
    for name in (taken.article_id, taken.mention_id):
        assert ((kept.mention_id,), (taken.mention_id,)) == splitting(ONE, [name], **MADE).groups


def test_equal_rulings_at_one_moment_are_one() -> None:
    """The id follows from what is ruled, by whom and when."""
    assert joining([ONE, OTHER], **MADE) == joining([ONE, OTHER], **MADE)
    assert (
        joining([ONE, OTHER], **MADE).ruling_id
        != splitting(ONE, [ONE.reports[0].article_id], **MADE).ruling_id
    )


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([ONE, ONE], "one event already"),
        ([ONE, *join([mention("ceasefire", parties=ONE.parties)])], "only events of one kind"),
        ([ONE, *join([talks(parties=parties(IRN="party", USA="party"))])], "IRN.USA and RUS.UKR"),
        ([*join([talks(parties=())]), ONE], "names nobody"),
    ],
)
def test_what_cannot_be_joined_is_refused(events: list[Event], why: str) -> None:
    """The error says why, before anything is published."""
    with pytest.raises(ParleyError, match=why):
        joining(events, **MADE)


@pytest.mark.parametrize(
    ("reports", "why"),
    [
        (["nobody"], "has no report nobody"),
        ([report.article_id for report in ONE.reports], "one at least must stay"),
    ],
)
def test_what_cannot_be_split_is_refused(reports: list[str], why: str) -> None:
    """The error says why, before anything is published."""
    with pytest.raises(ParleyError, match=why):
        splitting(ONE, reports, **MADE)


def test_a_merged_event_is_followed() -> None:
    """People may name an id that was given up long ago."""
    gone = replace(OTHER, merged_into=ONE.event_id, reports=())

    assert ONE == resolve(OTHER.event_id, {ONE.event_id: ONE, OTHER.event_id: gone})


@pytest.mark.parametrize("known", [{}, {"e-1": replace(ONE, reports=())}])
def test_an_event_without_reports_is_refused(known: dict[str, Event]) -> None:
    """Neither an unknown nor a retracted event can be ruled on."""
    with pytest.raises(ParleyError, match="event e-1"):
        resolve("e-1", known)


def test_a_ruling_is_taken_back_by_name() -> None:
    """What takes it back is the same ruling, withdrawn."""
    ruling = joining([ONE, OTHER], **MADE)
    back: Ruling = withdrawal(ruling.ruling_id, [ruling], at="2026-03-02T00:00:00Z")

    assert (ruling.ruling_id, ruling.groups, True) == (back.ruling_id, back.groups, back.withdrawn)
    with pytest.raises(ParleyError, match="no ruling r-0"):
        withdrawal("r-0", [ruling], at="2026-03-02T00:00:00Z")
