"""Which reports are of one position."""

from typing import Any

import pytest

from schemas import Mention
from schemas.vocabulary import Kind
from streams.dedup import same_event
from streams.dedup.words import overlap, stems
from tests.dedup.factories import article, joined, mention, only

DONBAS = "a full withdrawal of Ukrainian troops from the Donbas"


def held(
    name: str = "harbour",
    published: str | None = "2026-02-04",
    kind: Kind = "demand",
    **fields: Any,
) -> Mention:
    of = fields.pop("of", None) or article(name, published)
    return mention(kind, of, **{"holder": "RUS", "target": "UKR", "content": DONBAS, **fields})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({}, {"content": "that Ukrainian troops withdraw from Donbas"}),
        ({}, {"published": "2026-06-01"}),
        ({}, {"target": None}),
        ({"issue": "territory"}, {"issue": "territory"}),
        ({"issue": "territory"}, {"issue": None}),
        ({"holder": ("FRA", "DEU")}, {"holder": ("DEU", "FRA")}),
        ({"content": "the plan"}, {"content": "the plan", "published": "2026-02-05"}),
    ],
)
def test_a_position_restated_is_the_same(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Holder, issue and content make a position, not the day on which it is told."""
    a, b = held("harbour", **one), held("dhow", **other)

    assert "same content" in same_event(a, b)
    assert same_event(a, b) == same_event(b, a)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"holder": "UKR"}),
        ({}, {"holder": ("RUS", "BLR")}),
        ({}, {"kind": "threat"}),
        ({}, {"content": "the release of abducted children"}),
        ({}, {"content": None}),
        ({"content": None}, {"content": None}),
        ({"issue": "territory"}, {"issue": "troops"}),
        ({"content": "the plan"}, {"content": "the plan", "published": "2026-02-10"}),
        ({"content": "the plan"}, {"content": "the plan", "target": "USA"}),
        ({"content": "the plan", "published": None}, {"content": "the plan"}),
    ],
)
def test_other_positions_are_apart(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Another holder, kind, issue or content is another position."""
    a, b = held("harbour", **one), held("dhow", **other)

    assert () == same_event(a, b) == same_event(b, a)


def test_the_fullest_wording_decides() -> None:
    """Short wordings join the full one that they repeat, not each other by a chain."""
    full = held("harbour", content=f"{DONBAS} and the release of abducted children")
    troops = held("dhow", content="withdrawal of troops from the Donbas")
    children = held("nevsky", content="the release of abducted children")

    assert () == same_event(troops, children)
    assert 3 == len(only(full, troops, children).reports)


def test_two_positions_of_one_article_stay_two() -> None:
    """What an article keeps apart is apart."""
    of = article("harbour")

    assert 2 == len(joined(held(of=of), held(of=of, content=f"{DONBAS} at once", nth=1)))


def test_stems_leave_out_what_carries_no_meaning() -> None:
    """Articles, prepositions and endings make no difference."""
    assert stems("the withdrawal of troops") == stems("that troops be withdrawn")


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ({"a", "b"}, {"a"}, 1.0),
        ({"a", "b"}, {"a", "c"}, 0.5),
        ({"a"}, {"b"}, 0.0),
        (set(), {"a"}, 0),
    ],
)
def test_overlap_is_the_share_of_the_shorter(a: set[str], b: set[str], share: float) -> None:
    """What the longer wording adds makes no difference."""
    assert share == overlap(frozenset(a), frozenset(b))
