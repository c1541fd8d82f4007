"""How real a happening is, as far as one report tells."""

from typing import Any

import pytest

from streams.dedup.account import Reality, account_of
from tests.dedup.factories import on, talks


@pytest.mark.parametrize(
    ("fields", "reality"),
    [
        ({}, Reality.REALISED),
        ({"status": "held"}, Reality.REALISED),
        ({"status": "planned"}, Reality.AHEAD),
        ({"status": "postponed"}, Reality.AHEAD),
        ({"modality": "planned"}, Reality.AHEAD),
        # Said to be so on the 4th, of the 6th: a plan, whatever the modality.
        ({"when": on("2026-02-06")}, Reality.AHEAD),
        ({"when": on("2026-02-06"), "published": None}, Reality.REALISED),
        ({"when": on("2026-02-03")}, Reality.REALISED),
        ({"modality": "speculated"}, Reality.TENTATIVE),
        ({"modality": "conditional", "status": "planned"}, Reality.TENTATIVE),
        ({"status": "proposed"}, Reality.TENTATIVE),
        ({"background": True, "status": "held"}, Reality.BACKGROUND),
    ],
)
def test_reality_is_told_by_status_modality_and_date(
    fields: dict[str, Any], reality: Reality
) -> None:
    """What is planned, guessed, history and news are kept apart."""
    assert reality is account_of(talks(**fields)).reality


def test_equal_words_of_two_outlets_have_one_structure() -> None:
    """The structure leaves out who says it and when."""
    one, other = (account_of(talks(name, when=on("2026-02-04"))) for name in ("harbour", "dhow"))

    assert one.structure == other.structure


@pytest.mark.parametrize("fields", [{"round": 3}, {"status": "held"}, {"when": on("2026-02-05")}])
def test_another_value_is_another_structure(fields: dict[str, Any]) -> None:
    """Whatever identity looks at makes a difference."""
    assert account_of(talks()).structure != account_of(talks(**fields)).structure


def test_undated_articles_stand_where_they_were_received() -> None:
    """An article without a date has a place in the order all the same."""
    undated = talks(published=None, about={"received_at": "2026-02-05T00:00:00Z"})

    assert account_of(talks()).order < account_of(undated).order
