"""For how long articles are known that were filed."""

from datetime import date
from typing import Any

import pytest

from schemas import Article
from streams.extract import extract
from streams.extract.files import Files
from streams.stored.agenda import LOOKS, SHARDS
from tests.extract.reading import article

TALKS = "Armenia and Azerbaijan held talks in Tbilisi on Tuesday."
THREAT = "Armenia threatened on Tuesday to close its border with Azerbaijan."
NOTHING = "It rained in Tbilisi on Tuesday."
FIRST = "2026-02-04"
DAYS = 14


class Desk:
    """Files articles over a dictionary, where the worker has a table."""

    def __init__(self) -> None:
        self.rows: dict[str, bytes] = {}
        self._number = 0

    def file(self, text: str, day: str, **fields: Any) -> str | None:
        """File the article of a text on a day; return its outcome."""
        self._number += 1
        given = {"source": f"raw/0/{self._number}", "received_at": f"{day}T12:00:00Z"} | fields
        return self._file(article(text, **given))

    def pass_to(self, day: str) -> None:
        """Let other articles come on a day, until all that was due has been looked at."""
        days = (date.fromisoformat(day) - date.fromisoformat(FIRST)).days + 1
        for number in range(days * SHARDS // LOOKS):
            self.file("It rained.", day, key=f"a-other-{number % 3}")

    def _file(self, each: Article) -> str | None:
        filing, writes = Files(self.rows.get, DAYS).file(each, extract)
        for key, row in writes:
            self.rows.pop(key, None)
            if row is not None:
                self.rows[key] = row
        return filing.outcome.outcome if filing else None


@pytest.mark.parametrize(
    ("text", "known", "unknown"),
    [
        (NOTHING, "2026-02-17", "2026-02-19"),
        (THREAT, "2026-04-04", "2026-04-07"),
        (TALKS, "2026-08-02", "2026-08-05"),
    ],
)
def test_an_article_is_known_for_as_long_as_what_it_told_may_matter(
    text: str, known: str, unknown: str
) -> None:
    """Two weeks if it told of nothing, else twice as long as events of its kind wait."""
    for day, outcome in ((known, "duplicate"), (unknown, None)):
        desk = Desk()
        first = desk.file(text, FIRST)
        desk.pass_to(day)
        assert desk.file(text, day) == (outcome or first)


def test_what_comes_again_stays_known() -> None:
    """The days count from the last record of an article."""
    desk = Desk()
    desk.file(NOTHING, FIRST)
    desk.file(NOTHING, "2026-02-14")
    desk.pass_to("2026-02-20")
    assert "duplicate" == desk.file(NOTHING, "2026-02-20")


def test_what_was_withdrawn_is_not_revived() -> None:
    """Though it tells of nothing now: its first version may come again from an archive."""
    desk = Desk()
    desk.file(THREAT, FIRST, updated_at="2026-02-04T12:00:00Z")
    desk.file(THREAT, "2026-02-05", status="canceled", updated_at="2026-02-05T12:00:00Z")
    desk.pass_to("2026-06-01")
    assert "revision" == desk.file(THREAT, "2026-06-01", updated_at="2026-02-04T12:00:00Z")


def test_articles_that_are_forgotten_take_no_room() -> None:
    """Neither they nor when to look at them again."""
    desk = Desk()
    for number in range(40):
        desk.file(NOTHING, FIRST, key=f"a-{number}")
    full = len(desk.rows)
    desk.pass_to("2026-02-20")
    assert len(desk.rows) < full / 4
