"""What all records share: immutable, closed, and absent rather than null."""

from typing import Any, ClassVar, TypeVar

import msgspec
import orjson

R = TypeVar("R", bound=msgspec.Struct)
VERSION = 1
"""Version of the contract, in the names of schemas and types; topics.yaml has it in each topic."""


class Part(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
):
    """A part of a record. A field at its default is left out of the JSON.

    Records are made of values and never refer back to one another, so that the garbage collector
    has nothing to find in them; with many events it looked for it half of the time.
    """


class Record(Part, frozen=True, kw_only=True):
    """A record that stands alone on a topic; `schema` names its published JSON Schema."""

    schema: ClassVar[str]


def encode(record: msgspec.Struct) -> bytes:
    """Return the record as canonical JSON: UTF-8, keys sorted, so equal records are equal bytes."""
    return orjson.dumps(msgspec.to_builtins(record), option=orjson.OPT_SORT_KEYS)


def decode(value: bytes, record: type[R]) -> R:
    """Return the record that canonical or any other JSON holds.

    Raises `orjson.JSONDecodeError` for what is not JSON and `msgspec.ValidationError`,
    with the path of the field, for what breaks the schema.
    """
    return convert(orjson.loads(value), record)


def convert(value: Any, record: type[R]) -> R:
    """Return builtins (dicts, lists, strings) as a record; raises `msgspec.ValidationError`."""
    return msgspec.convert(value, record)
