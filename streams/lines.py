"""Bytes to raw records: one JSON value, or one on each line."""

from collections.abc import Iterator

import orjson


def records_in(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the raw records in JSON or JSON Lines, sound or broken, with the lines they begin on.

    JSON over several lines is one record, and so is what is neither.
    """
    if _is_one_value(data) and data.strip():
        yield 1, data
        return
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip():
            yield number, line


def is_record(line: bytes) -> bool:
    """Say whether a line is a whole record: JSON Lines begin with one, all else does not."""
    return line.lstrip().startswith(b"{") and _parses(line)


def _is_one_value(data: bytes) -> bool:
    first, _, rest = data.strip().partition(b"\n")
    return not rest or _parses(data) or not (_parses(first) or b"\n{" in data)


def _parses(value: bytes) -> bool:
    try:
        orjson.loads(value)
    except orjson.JSONDecodeError:
        return False
    return True
