"""Records without the names of their fields: as lists, in the order of declaration.

A row names some forty fields for each mention; the names would be most of it.
"""

from collections.abc import Iterable
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo

R = TypeVar("R", bound=Struct)


@cache
def compact(record: type[Struct]) -> type[Struct]:
    """Return the twin of a record that is written as a list.

    It has no constraints: what is written was checked when it came in.
    """
    return msgspec.defstruct(
        f"Compact{record.__name__}",
        [_field(each) for each in msgspec.structs.fields(record)],
        array_like=True,
        frozen=True,
        gc=False,
        kw_only=True,
    )


def to_compact(record: Struct) -> Struct:
    """Return a record as its twin."""
    return msgspec.convert(record, compact(type(record)), from_attributes=True)


def from_compact(twin: Struct, record: type[R]) -> R:
    """Return the record of a twin."""
    return msgspec.convert(twin, record, from_attributes=True)


def _field(declared: FieldInfo) -> tuple[str, Any, Any]:
    default = msgspec.field()
    if declared.default is not NODEFAULT:
        default = msgspec.field(default=declared.default)
    elif declared.default_factory is not NODEFAULT:
        default = msgspec.field(default_factory=declared.default_factory)
    return (declared.name, _type(declared.type), default)


def _type(declared: Any) -> Any:
    """Return a type with the twins of records in it, and without constraints."""
    origin, parts = get_origin(declared), get_args(declared)
    if origin is Annotated:
        return _type(parts[0])
    if origin in (Union, UnionType):
        return reduce(or_, _types(parts))
    if origin is tuple:
        return tuple.__class_getitem__(_types(parts))
    is_record = isinstance(declared, type) and issubclass(declared, Struct)
    return compact(declared) if is_record else declared


def _types(parts: Iterable[Any]) -> Any:
    return tuple(part if part is Ellipsis else _type(part) for part in parts)
