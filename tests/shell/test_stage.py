"""What the shell makes of a record as Kafka has it."""

from types import SimpleNamespace

import pytest

from streams.ingest import read_article
from streams.shell.stage import received_at

TEXT = b'{"text": "Envoys of Chad and Sudan met in Nairobi.", "published_at": "2026-03-03"}'


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1_772_560_800.25, "2026-03-03T18:00:00.250Z"),
        (-0.001, "1970-01-01T00:00:00.000Z"),
        (-9e12, "1970-01-01T00:00:00.000Z"),
        (9e12, "9999-01-01T00:00:00.000Z"),
    ],
)
def test_any_clock_of_a_producer_gives_a_moment(seconds: float, said: str) -> None:
    """A record stamped before year one or after 9999 must not end every worker that meets it."""
    moment = received_at(SimpleNamespace(timestamp=seconds))
    assert said == moment
    assert moment == read_article(TEXT, source="raw/0/1", received_at=moment).received_at
