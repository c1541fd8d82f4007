"""What follows upon what, and what cannot be true together."""

from typing import get_args

import pytest

from schemas.vocabulary import STATUSES, Kind, Modality, Status
from streams.dedup.lifecycle import is_ahead, lifecycle
from tests.dedup.factories import mention


@pytest.mark.parametrize("kind", STATUSES)
def test_lifecycle_knows_every_status_of_its_kind(kind: Kind) -> None:
    """Every status of the contract has its stage, and no other has."""
    staged = {status for status in get_args(Status) if lifecycle(kind).stage(status)}

    assert STATUSES[kind] == staged


@pytest.mark.parametrize("kind", STATUSES)
def test_rivals_and_what_is_ahead_are_statuses_of_the_kind(kind: Kind) -> None:
    """A lifecycle speaks of nothing but its own statuses."""
    named = {status for pair in lifecycle(kind).rivals for status in pair} | lifecycle(kind).ahead

    assert set() == named - STATUSES[kind]


@pytest.mark.parametrize("kind", sorted(set(get_args(Kind)) - set(STATUSES)))
def test_positions_have_no_stages(kind: Kind) -> None:
    """A kind without statuses has a lifecycle without stages."""
    assert 0 == lifecycle(kind).stage("held")


@pytest.mark.parametrize(
    ("kind", "earlier", "later"),
    [
        ("talks", "planned", "held"),
        ("talks", "postponed", "under_way"),
        ("ceasefire", "declared", "violated"),
        ("agreement", "reached", "ratified"),
        ("exchange", "agreed", "done"),
        ("mediation", "offered", "accepted"),
    ],
)
def test_stages_come_in_order(kind: Kind, earlier: Status, later: Status) -> None:
    """What has happened is further along than what was to happen."""
    assert lifecycle(kind).stage(earlier) < lifecycle(kind).stage(later)


@pytest.mark.parametrize(
    ("kind", "a", "b", "rivals"),
    [
        ("talks", "held", "failed", True),
        ("talks", "failed", "held", True),
        ("talks", "planned", "postponed", False),
        ("ceasefire", "violated", "in_force", True),
        ("ceasefire", "declared", "violated", False),
        ("talks", None, "held", False),
    ],
)
def test_rivals_cannot_both_be_true(
    kind: Kind, a: Status | None, b: Status | None, rivals: bool
) -> None:
    """A contradiction is one from either side."""
    assert rivals == lifecycle(kind).contradict(a, b)


@pytest.mark.parametrize(
    ("status", "modality", "ahead"),
    [
        ("planned", "asserted", True),
        ("postponed", "asserted", True),
        ("held", "planned", False),
        (None, "planned", True),
        (None, "speculated", True),
        (None, "asserted", False),
        (None, "denied", False),
    ],
)
def test_status_tells_before_modality_whether_it_is_ahead(
    status: Status | None, modality: Modality, ahead: bool
) -> None:
    """The modality decides only where no status is given."""
    assert ahead == is_ahead(mention(status=status, modality=modality))
