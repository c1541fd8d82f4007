"""The date of an event: one report's, never more precise than that report."""

from typing import Any

import pytest

from schemas import Event, Mention, When
from tests.dedup.factories import moved, on, only, talks

DAY = on("2026-02-04")
RANGE = on("2026-02-04", "2026-02-05")
MONTH = on("2026-02", precision="month")
ENDED = When(end="2026-02-05", precision="day")


def round_(name: str, when: When | None, **fields: Any) -> Mention:
    return talks(
        name, **{"round": 2, "status": "held", "published": "2026-02-05", "when": when, **fields}
    )


def date_of(event: Event) -> tuple[str | None, str | None, str] | None:
    return (event.when.start, event.when.end, event.when.precision) if event.when else None


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ([DAY, MONTH], DAY),
        ([MONTH, MONTH, DAY], DAY),
        ([DAY, RANGE], RANGE),
        ([DAY, DAY, RANGE], RANGE),
        ([ENDED, RANGE], RANGE),
        ([ENDED, DAY], DAY),
        ([ENDED, on("2026-02-05")], on("2026-02-05")),
        ([ENDED], ENDED),
        ([MONTH, on("2026", precision="year")], MONTH),
        ([on("2026-02-02", precision="week"), MONTH], on("2026-02-02", precision="week")),
        ([None, MONTH], MONTH),
        ([None, None], None),
    ],
)
def test_the_date_is_that_of_one_report(given: list[When | None], chosen: When | None) -> None:
    """A vaguer date agrees with the more precise one; nothing is mixed from several."""
    event = only(*(round_(f"outlet{n}", when) for n, when in enumerate(given)))

    assert chosen == event.when
    assert {} == event.disputed


def test_precision_is_never_invented() -> None:
    """Two months make no day."""
    event = only(round_("harbour", MONTH), round_("dhow", MONTH))

    assert ("2026-02", None, "month") == date_of(event)


def test_most_origins_decide() -> None:
    """One outlet is a day off, and the copies of it do not make it right."""
    event = only(
        round_("harbour", on("2026-02-05")),
        round_("copper", on("2026-02-05"), about={"lineage": ()}, of=None),
        round_("dhow", DAY),
        round_("nevsky", DAY),
        round_("levant", DAY),
    )

    assert ("2026-02-04", None, "day") == date_of(event)


def test_rivals_are_all_kept() -> None:
    """Each first day is there with its reports and origins, that of most origins first."""
    off = round_("harbour", on("2026-02-05"))
    event = only(off, round_("dhow", DAY), round_("nevsky", DAY))

    claims = event.disputed["when.start"]
    assert [("2026-02-04", ("dhow", "nevsky")), ("2026-02-05", ("harbour",))] == [
        (claim.value, claim.origins) for claim in claims
    ]
    assert (off.mention_id,) == claims[1].reports


def test_the_day_after_is_one_of_the_days() -> None:
    """Who tells on the second day of what is still going on names the second day."""
    assert {} == only(round_("harbour", RANGE), round_("dhow", on("2026-02-05"))).disputed


def test_who_announces_means_the_first_day() -> None:
    """The second day of a meeting announced is another first day."""
    event = only(
        round_("harbour", RANGE),
        round_("dhow", on("2026-02-05"), status="planned", published="2026-02-02"),
    )

    assert {"when.start"} == set(event.disputed)


def test_last_days_may_be_disputed() -> None:
    """Agreed on the first day, outlets may differ on the last."""
    event = only(round_("harbour", RANGE), round_("dhow", on("2026-02-04", "2026-02-06")))

    assert {"2026-02-05", "2026-02-06"} == {c.value for c in event.disputed["when.end"]}


def test_a_day_given_up_is_no_rival() -> None:
    """The plan was right when it was made."""
    event = only(
        round_("harbour", on("2026-02-01"), status="planned", published="2026-01-25"),
        round_(
            "dhow", DAY, status="postponed", published="2026-01-31", schedule=moved("2026-02-01")
        ),
    )

    assert ("2026-02-04", {}) == (event.when.start if event.when else None, event.disputed)


def test_what_was_held_dates_the_event() -> None:
    """More outlets announced another day than told of the meeting."""
    event = only(
        round_("harbour", on("2026-02-03"), status="planned", published="2026-01-25"),
        round_("nevsky", on("2026-02-03"), status="planned", published="2026-01-25"),
        round_("dhow", DAY),
    )

    assert ("2026-02-04", None, "day") == date_of(event)
