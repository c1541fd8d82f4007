"""An event counts its outlets and origins, and says how sure it is."""

from typing import Any

import pytest

from schemas import Mention
from schemas.vocabulary import Modality, RecordStatus
from streams.sketches.fingerprint import fingerprint
from tests.dedup.factories import citing, on, only, talks

DAY = on("2026-02-04")
SKETCH = fingerprint(" ".join(f"word{n}" for n in range(60)))


def told(name: str, modality: Modality = "asserted", **fields: Any) -> Mention:
    return talks(name, round=2, when=DAY, modality=modality, **fields)


@pytest.mark.parametrize(
    ("reports", "status", "outlets", "origins"),
    [
        ([told("harbour")], "reported", 1, 1),
        ([told("harbour"), told("dhow")], "corroborated", 2, 2),
        ([told("harbour"), told("dhow", about=citing("harbour"))], "reported", 2, 1),
        ([told("harbour"), told("harbour", published="2026-02-05")], "reported", 1, 1),
        ([told("harbour"), told("dhow", "denied")], "contradicted", 2, 2),
        ([told("harbour", "denied"), told("dhow", "denied")], "corroborated", 2, 2),
        # An outlet that takes back what it said contradicts nobody but itself.
        ([told("harbour"), told("harbour", "denied", published="2026-02-05")], "reported", 1, 1),
        ([told("harbour", denied_by=("UKR",))], "contradicted", 1, 1),
        (
            [told(name, about={"fingerprint": SKETCH}) for name in ("harbour", "copper")],
            "reported",
            2,
            1,
        ),
    ],
)
def test_record_status_follows_from_origins(
    reports: list[Mention], status: RecordStatus, outlets: int, origins: int
) -> None:
    """Two outlets corroborate each other only if they are two origins."""
    event = only(*reports)

    assert (status, outlets, origins) == (event.record_status, event.outlets, event.origins)


def test_reports_stand_in_order_of_publication() -> None:
    """The order of reports is that in which they were published, whatever came first."""
    days = [f"2026-02-0{day}" for day in (5, 3, 4)]
    event = only(*(told(f"o{n}", published=day) for n, day in enumerate(days)))

    assert sorted(days) == [
        report.published_at and report.published_at[:10] for report in event.reports
    ]


def test_times_are_not_mixed() -> None:
    """Event time, publication time and processing time each have their fields."""
    event = only(
        told("harbour", published="2026-02-03", about={"received_at": "2026-02-09T08:00:00Z"}),
        told("dhow", published="2026-02-05", about={"received_at": "2026-02-07T08:00:00Z"}),
    )

    assert (
        "2026-02-04",
        "2026-02-03T12:00:00Z",
        "2026-02-05T12:00:00Z",
        "2026-02-09T08:00:00Z",
    ) == (
        event.when and event.when.start,
        event.first_published_at,
        event.last_published_at,
        event.updated_at,
    )


def test_fractions_of_seconds_sort_as_moments() -> None:
    """`12:00:00.5Z` is later than `12:00:00Z`, although it sorts before it as a string."""
    late, early = "2026-02-04T12:00:00.5Z", "2026-02-04T12:00:00Z"
    event = only(told("harbour", about={"published_at": late, "received_at": late}), told("dhow"))

    assert (early, late, late) == (
        event.first_published_at,
        event.last_published_at,
        event.updated_at,
    )


def test_without_dates_of_publication_there_is_no_first() -> None:
    """An unknown date is absent."""
    event = only(told("harbour", published=None))

    assert (None, None) == (event.first_published_at, event.last_published_at)


def test_the_process_is_the_block() -> None:
    """An event belongs to the negotiation between its principal parties."""
    assert "RUS+UKR" == only(told("harbour")).process_id


def test_why_reports_were_joined_is_said() -> None:
    """`because` names each reason once; a lone report needs none."""
    assert ("same parties", "round 2", "same days") == only(told("a"), told("b"), told("c")).because
    assert () == only(told("a")).because
