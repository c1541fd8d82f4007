"""The order of statuses, read from `lifecycle.yaml`."""

from functools import cache
from importlib.resources import files

import msgspec

from schemas.mention import Happening
from schemas.vocabulary import Kind, Status
from streams.tables import read_yaml

NOT_YET = frozenset({"planned", "speculated", "conditional"})
"""Modalities of what has not happened."""


class Lifecycle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The statuses of one kind, from first to last."""

    stages: tuple[tuple[Status, ...], ...] = ()
    rivals: tuple[tuple[Status, Status], ...] = ()
    ahead: frozenset[Status] = frozenset()

    def stage(self, status: Status | None) -> int:
        """Return how far along a status is, 0 for none."""
        return next((n for n, stage in enumerate(self.stages, 1) if status in stage), 0)

    def contradict(self, a: Status | None, b: Status | None) -> bool:
        """Say whether two statuses cannot both be true."""
        return (a, b) in self.rivals or (b, a) in self.rivals


def lifecycle(kind: Kind) -> Lifecycle:
    """Return the lifecycle of a kind; one without stages for kinds that have no status."""
    return _lifecycles().get(kind, Lifecycle())


def is_ahead(said: Happening) -> bool:
    """Say whether a happening has not begun, as far as its status or else its modality tells."""
    if said.status is not None:
        return said.status in lifecycle(said.kind).ahead
    return said.modality in NOT_YET


@cache
def _lifecycles() -> dict[Kind, Lifecycle]:
    return read_yaml(files("streams.dedup") / "lifecycle.yaml", dict[Kind, Lifecycle])
