"""Read the rules: YAML that a political scientist edits, checked against a type when loaded."""

from functools import cache
from pathlib import Path
from typing import TypeVar, cast

import msgspec

from streams.tables import read_yaml

FOLDER = Path(__file__).parent / "rules"

R = TypeVar("R", bound=msgspec.Struct)


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every rule file's type: a misspelt field is an error, not a rule without effect."""


def load(name: str, shape: type[R]) -> R:
    """Return `rules/<name>.yaml` as `shape`; raises `TableError` naming the field."""
    return cast("R", _read(name, shape))


@cache
def _read(name: str, shape: type[msgspec.Struct]) -> msgspec.Struct:
    return read_yaml(FOLDER / f"{name}.yaml", shape)
