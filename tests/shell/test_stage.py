"""What the shell makes of a record as Kafka has it."""

from types import SimpleNamespace

import pytest

from schemas import Event, encode
from streams.errors import StateError
from streams.extract.agent import file_record
from streams.extract.files import Files
from streams.ingest import read_article
from streams.processes import Ledgers
from streams.processes.agent import fold_record
from streams.shell.stage import received_at
from streams.shell.work import Work
from tests.processes.factories import event

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


LATER = b'{"of_a_later_version": 1}'


def test_state_of_another_version_ends_the_worker() -> None:
    """No record is parked for what its table holds: it comes again when that can be read."""
    article = read_article(TEXT, source="raw/0/1", received_at="2026-03-03T18:00:00Z")
    files = Files({article.key: LATER}.get, 14)
    told: Event = event("a")
    for step in (
        lambda _: file_record(article.key.encode(), encode(article), files),
        lambda _: fold_record(b"RUS+UKR", encode(told), Ledgers(lambda _: LATER)),
    ):
        with pytest.raises(StateError, match=r"of_a_later_version.* another PARLEY_NAMESPACE"):
            Work("any", step).take([None])
