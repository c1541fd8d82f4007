"""The tables of names say one thing about one name."""

from collections import Counter
from datetime import date

import pytest

from streams.errors import TableError
from streams.extract.gazetteer import tables
from streams.extract.gazetteer.tables import DATA


def test_a_day_that_is_none_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever adds an official is told by name which row is wrong."""
    row = {"name": "Ali Omar", "aliases": "", "actor": "TCD", "post": "envoy"}
    wrong = [row | {"from": "2026-13-01", "until": ""}]
    monkeypatch.setattr("streams.extract.gazetteer.tables.read_csv", lambda _: wrong)
    with pytest.raises(TableError, match="names, Ali Omar, from: "):
        list(tables._officials())


def test_an_organisation_has_its_name_for_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name may have stood for another before; empty, it has stood for this one always."""
    row = {"slug": "lake-front", "names": "Lake Front;LF", "type": "body", "from": "2014-05-01"}
    monkeypatch.setattr(
        "streams.extract.gazetteer.tables.read_csv", lambda _: [row | {"until": ""}]
    )
    known = [(entry.name, entry.since, entry.until) for entry in tables._organisations()]
    since = date(2014, 5, 1)
    assert [("Lake Front", since, date.max), ("LF", since, date.max)] == known


def test_no_demonym_stands_for_two_states() -> None:
    """A demonym such as that of the United States has one state, whatever lies under its flag."""
    rows = DATA.joinpath("states.csv").read_text("utf-8").splitlines()[1:]
    demonyms = Counter(row.split(",")[2] for row in rows if row.split(",")[2])
    assert [] == [demonym for demonym, count in demonyms.items() if count > 1]
