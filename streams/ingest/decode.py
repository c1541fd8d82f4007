"""Bytes to a JSON object, or a rejection that says what is wrong with them."""

from codecs import BOM_UTF8
from typing import Any

import orjson

from streams.errors import Rejected

MAX_BYTES = 2_000_000
"""Default limit of one raw record: ten times the longest newspaper article we know of."""
ONE_BY_ONE = ": send each of its articles by itself, which `jq -c '.[]'` gives"
MAX_DEPTH = 64
"""Deeper nesting is no article; orjson itself reads 1,024 levels but writes only 254."""


def decode_record(value: bytes | None, limit: int) -> dict[str, Any]:
    """Return the JSON object that a record holds; raises `Rejected`."""
    if value is None:
        raise Rejected("tombstone", "the record has no value; articles are withdrawn by status")
    if len(value) > limit:
        raise Rejected("too-large", f"{len(value)} bytes, the limit is {limit}")
    parsed = _parse(value.removeprefix(BOM_UTF8))
    if not isinstance(parsed, dict):
        hint = ONE_BY_ONE if isinstance(parsed, list) else ""
        raise Rejected("not-an-object", f"expected a JSON object, got {json_type(parsed)}{hint}")
    if _deeper_than(parsed, MAX_DEPTH):
        raise Rejected("too-deep", f"nested more than {MAX_DEPTH} levels deep")
    return parsed


def _parse(value: bytes) -> Any:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise Rejected("not-utf8", f"byte {exc.start} is not UTF-8: {exc.reason}") from None
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError as exc:
        raise Rejected(_reason(str(exc)), str(exc)) from None


def _reason(error: str) -> str:
    if "depth" in error or "recursion" in error.lower():
        return "too-deep"
    return "number-out-of-range" if "infinity" in error else "not-json"


def _deeper_than(value: Any, limit: int) -> bool:
    level = [value]
    for _ in range(limit):
        level = [child for parent in level for child in _children(parent)]
        if not level:
            return False
    return True


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def json_type(value: Any) -> str:
    """Return what a value is called in JSON."""
    names = {
        dict: "an object",
        list: "an array",
        str: "a string",
        bool: "a boolean",
        type(None): "null",
    }
    return names.get(type(value), "a number")
