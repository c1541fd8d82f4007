"""What is shortened comes back to the letter, however it was given."""

import pytest

from streams.dedup.event_ids import event_id
from streams.dedup.terse import (
    long_id,
    long_moment,
    long_sketch,
    short_id,
    short_moment,
    short_sketch,
)
from streams.sketches.fingerprint import fingerprint


@pytest.mark.parametrize(
    "moment",
    [
        "2026-02-04T12:00:00Z",
        "2026-02-04T12:00:00.000Z",
        "2026-02-04T12:00:00.250Z",
        "2026-02-04T12:00:00.123456Z",
        "1969-07-20T20:17:40Z",
        "1969-07-20T20:17:40.500Z",
        "2026-02-04T12:00:00+00:00",
        "2026-02-04T12:00:60Z",
        "no moment",
    ],
)
def test_moments(moment: str) -> None:
    """With and without fractions, and those that no calendar has."""
    assert moment == long_moment(short_moment(moment))


def test_usual_moments_are_numbers() -> None:
    """They take a fraction of their letters."""
    assert (1, -1_001) == (
        short_moment("1970-01-01T00:00:01Z"),
        short_moment("1970-01-01T00:00:01.001Z"),
    )


@pytest.mark.parametrize("sketch", [fingerprint("a b c"), "AAA", "AAB=", "AA=A", "not base64", "é"])
def test_sketches(sketch: str) -> None:
    """Also those that are none."""
    assert sketch == long_sketch(short_sketch(sketch))


def test_a_sketch_takes_the_bytes_it_spells() -> None:
    """Base64 is a third longer."""
    sketch = fingerprint(" ".join(map(str, range(200))))

    assert 400 == len(sketch)
    assert 299 == len(short_sketch(sketch))


def test_ids() -> None:
    """Half of their letters."""
    id_ = event_id("m-1", "RUS+UKR")

    assert 8 == len(short_id(id_))
    assert id_ == long_id(short_id(id_))
