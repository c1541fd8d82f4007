"""The tables of names say one thing about one name."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from streams.errors import TableError
from streams.extract.gazetteer import tables
from streams.extract.gazetteer.tables import DATA
from streams.tables import read_yaml


@pytest.mark.parametrize(
    ("table", "header", "row", "told"),
    [
        (
            "officials",
            "name,aliases,actor,post,from,until",
            "Ali,,TCD,envoy,2026-13-01,",
            "from",
        ),
        ("organisations", "slug,names,type,from,until", "lf,Lake Front,body,,June 2025", "until"),
        ("organisations", "slug,names,type,from,until", "lf,Lake Front,bodies,,", "type"),
        ("venues", "name,country,type", "Villa Lago,ITA,hotel", "type"),
    ],
)
def test_a_cell_that_cannot_be_is_a_sentence(
    table: str, header: str, row: str, told: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whoever adds an official, an organisation or a venue is told in which line what is wrong."""
    (tmp_path / f"{table}.csv").write_text(f"# A table\n{header}\n{row}\n")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises(TableError, match=rf"{table}\.csv: line 3, {told}: "):
        list(getattr(tables, f"_{table}")())


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


def test_coalitions_are_of_actors_that_are_known() -> None:
    """A slip in a name would part what a coalition joins, without a word."""
    known = {entry.actor for entry in tables.entries()}
    told = read_yaml(files("streams") / "coalitions.yaml", dict[str, dict[str, Any]])
    named = {actor for table in told.values() for each in table.items() for actor in _flat(each)}
    assert set() == named - known


def _flat(row: tuple[str, str | list[str]]) -> Iterator[str]:
    whole, of = row
    yield whole
    yield from [of] if isinstance(of, str) else of
