"""Bytes to raw records."""

import pytest

from streams.lines import records_in


@pytest.mark.parametrize(
    ("data", "records"),
    [
        (b'{"text": "a"}', [(1, b'{"text": "a"}')]),
        (b'{"text": "a"}\n\n', [(1, b'{"text": "a"}\n\n')]),
        (b'{\n"text": "a"\n}', [(1, b'{\n"text": "a"\n}')]),
        (b'{"text": "a"}\r\n\r\n{"text": ', [(1, b'{"text": "a"}'), (3, b'{"text": ')]),
        (b'{"te\n{"text": "a"}', [(1, b'{"te'), (2, b'{"text": "a"}')]),
        (b'[\n"cut off', [(1, b'[\n"cut off')]),
        (b"text,\ntable", [(1, b"text,\ntable")]),
        (b"", []),
        (b"\n \n", []),
    ],
)
def test_a_record_is_a_value_or_a_line(data: bytes, records: list[tuple[int, bytes]]) -> None:
    """JSON Lines are known by their first line, or by a second that opens an object."""
    assert records == list(records_in(data))
