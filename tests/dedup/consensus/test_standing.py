"""Status, modality and schedule: the latest report knows best."""

from typing import Any

import pytest

from schemas import Codes, Mention
from schemas.vocabulary import Modality, Status
from tests.dedup.factories import article, citing, mention, moved, on, only, parties, talks

DAY = on("2026-02-04")


def at(name: str, day: int, status: Status | None = None, **fields: Any) -> Mention:
    published = f"2026-02-{day:02}"
    return talks(name, published, **{"round": 2, "when": DAY, "status": status, **fields})


def delay(name: str, reason: str | None, **fields: Any) -> Mention:
    return at(name, 1, "postponed", schedule=moved("2026-02-01", reason), **fields)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([(3, "planned"), (4, "under_way"), (5, "held")], "held"),
        # A report can be late, but nothing that has happened becomes a plan again.
        ([(5, "held"), (6, "planned")], "held"),
        ([(4, "under_way"), (5, "suspended")], "suspended"),
        ([(1, "postponed"), (2, "cancelled")], "cancelled"),
        ([(1, "cancelled"), (2, "postponed")], "postponed"),
        ([(3, "planned"), (4, None)], "planned"),
        ([(3, None), (4, None)], None),
    ],
)
def test_status_is_the_furthest_then_the_latest(
    told: list[tuple[int, Status | None]], status: Status | None
) -> None:
    """What has happened stands before what was to happen; of one stage the latest decides."""
    event = only(*(at(f"outlet{n}", day, given) for n, (day, given) in enumerate(told)))

    assert status == event.status


def test_contradictory_statuses_are_disputed() -> None:
    """Held, says one; failed, says the other: both are there."""
    event = only(at("harbour", 5, "held"), at("dhow", 5, "failed"))

    assert {"held", "failed"} == {claim.value for claim in event.disputed["status"]}


def test_a_plan_is_no_rival_of_what_came_of_it() -> None:
    """History is not contradiction."""
    assert "status" not in only(at("harbour", 3, "planned"), at("dhow", 5, "held")).disputed


@pytest.mark.parametrize(
    ("told", "modality", "disputed"),
    [
        (["asserted", "denied"], "asserted", True),
        (["denied", "denied"], "denied", False),
        (["planned", "denied"], "planned", False),
    ],
)
def test_denial_stands_beside_assertion(
    told: list[Modality], modality: Modality, disputed: bool
) -> None:
    """A denial alone is the news; beside an assertion it is its rival."""
    event = only(*(at(f"outlet{n}", 4, modality=each) for n, each in enumerate(told)))

    assert (modality, disputed) == (event.modality, "modality" in event.disputed)


def test_a_denied_status_is_not_the_status() -> None:
    """Who denies that talks are under way does not report that they are."""
    event = only(
        at("harbour", 3, "planned", modality="planned"),
        at("dhow", 4, "under_way", modality="denied"),
    )

    assert ("planned", "planned") == (event.status, event.modality)


def test_every_reason_of_a_delay_is_kept() -> None:
    """Three outlets give three reasons for one delay: all three are there."""
    reasons = ("tension over Iran", "the timetables of the three sides", "an official visit")
    event = only(*(delay(f"outlet{n}", reason) for n, reason in enumerate(reasons)))

    assert set(reasons) == {claim.value for claim in event.disputed["schedule.reason"]}


def test_one_reason_in_other_words_is_one() -> None:
    """Two wordings of one reason are no dispute; the fuller one is given."""
    event = only(delay("harbour", "the Iran tension"), delay("dhow", "tension with Iran at sea"))

    assert {} == event.disputed
    assert event.schedule == moved("2026-02-01", "tension with Iran at sea")


def test_a_reason_counts_once_per_origin() -> None:
    """Outlets that cite one source bring one vote for its reason."""
    event = only(
        delay("dhow", "an official visit"),
        delay("nevsky", "an official visit of the hosts"),
        delay("harbour", "tension over Iran"),
        delay("alvand", "tension over Iran", about=citing("harbour")),
        delay("trumpet", "tension over Iran", about=citing("harbour")),
    )

    assert event.schedule == moved("2026-02-01", "an official visit of the hosts")


def test_the_latest_change_is_the_schedule() -> None:
    """A round that is postponed and then cancelled is cancelled."""
    event = only(
        delay("harbour", "an official visit"),
        at("dhow", 3, "cancelled", schedule=moved(None, change="cancelled")),
    )

    assert ("cancelled", "cancelled") == (event.status, event.schedule and event.schedule.change)


def test_codes_go_with_the_status() -> None:
    """Codes of a plan do not stay with a round that was held."""
    event = only(
        at("harbour", 3, "planned", codes=Codes(cameo="036")),
        at("nevsky", 3, "planned", codes=Codes(cameo="036")),
        at("dhow", 5, "held", codes=Codes(cameo="046")),
    )

    assert Codes(cameo="046") == event.codes


def test_violated_and_in_force_are_disputed() -> None:
    """One side's violation is the other side's truce."""
    table = parties(RUS="party", UKR="party")
    event = only(
        mention("ceasefire", article("harbour"), status="violated", parties=table),
        mention("ceasefire", article("dhow"), status="in_force", parties=table),
    )

    assert "violated" == event.status
    assert {"violated", "in_force"} == {claim.value for claim in event.disputed["status"]}


def test_a_truce_broken_after_it_held_is_no_dispute() -> None:
    """In force on Monday, violated on Tuesday: history, not contradiction."""
    table = parties(RUS="party", UKR="party")
    event = only(
        mention("ceasefire", article("dhow", "2026-02-03"), status="in_force", parties=table),
        mention("ceasefire", article("harbour"), status="violated", parties=table),
    )

    assert ("violated", {}) == (event.status, event.disputed)
