"""The examples beside the schemas: what must pass passes, what must fail fails."""

from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import orjson
import pytest

from schemas import convert, decode, encode
from schemas.generate import FOLDER, RECORDS, AnyRecord, file_name, json_schema, render
from schemas.vocabulary import IsoDate, Timestamp

EXAMPLES = FOLDER.parent / "examples"
CASES = [
    pytest.param(record, path, id=f"{record.schema}/{path.stem}")
    for record in RECORDS
    for path in sorted(EXAMPLES.joinpath(record.schema).glob("*.json"))
]


def valid(record: AnyRecord, path: Path) -> bool:
    schema = json_schema(record)
    return jsonschema.Draft202012Validator(schema).is_valid(orjson.loads(path.read_bytes()))


def converts(record: AnyRecord, path: Path) -> bool:
    try:
        convert(orjson.loads(path.read_bytes()), record)
    except msgspec.ValidationError:
        return False
    return True


@pytest.mark.parametrize(("record", "path"), CASES)
def test_schema_judges_example_as_named(record: AnyRecord, path: Path) -> None:
    """`*.pass.json` is valid under the published schema, `*.fail.json` is not."""
    assert path.name.endswith(".pass.json") == valid(record, path)


@pytest.mark.parametrize(("record", "path"), CASES)
def test_type_judges_example_as_named(record: AnyRecord, path: Path) -> None:
    """The record types agree with the published schemas."""
    assert path.name.endswith(".pass.json") == converts(record, path)


def on_the_calendar(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return "1000" <= iso[:4] < "3000"


def test_dates_are_those_of_the_calendar() -> None:
    """Nobody can count to a day that does not exist, or to one behind the end of all years."""
    years = [*range(995, 1005), *range(2000, 2101), *range(2990, 3005), 9999]
    days = ["00-10", "10-00", "13-01", "02-28", "02-29", "04-31", "10-32"]
    days += [f"{month:02}-{day:02}" for month in range(1, 13) for day in (30, 31)]
    given = [f"{year:04}-{day}" for year in years for day in days]
    leap_days = [f"{year}-02-29" for year in range(1000, 3000)]

    for iso in (*given, *leap_days):
        for value, type_ in ((iso, IsoDate), (f"{iso}T12:00:00Z", Timestamp)):
            assert on_the_calendar(iso) == taken(value, type_), value


@pytest.mark.parametrize(
    ("iso", "is_taken"), [("2026-12", True), ("2026", True), ("2026-13", False)]
)
def test_dates_may_be_cut_off(iso: str, is_taken: bool) -> None:
    """After the month or the year."""
    assert is_taken == taken(iso, IsoDate)


def taken(value: str, type_: Any) -> bool:
    try:
        msgspec.convert(value, type_)
    except msgspec.ValidationError:
        return False
    return True


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.schema)
def test_record_has_both_kinds_of_example(record: AnyRecord) -> None:
    """Every record has an example that passes and one that fails."""
    names = [path.name for path in EXAMPLES.joinpath(record.schema).iterdir()]
    assert any(name.endswith(".pass.json") for name in names)
    assert any(name.endswith(".fail.json") for name in names)


def test_no_example_is_left_over() -> None:
    """Every folder of examples belongs to a record."""
    assert {record.schema for record in RECORDS} == {path.name for path in EXAMPLES.iterdir()}


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.schema)
def test_schema_file_is_current(record: AnyRecord) -> None:
    """The schema files are what `python -m schemas.generate` writes."""
    assert render(record) == FOLDER.joinpath(file_name(record)).read_bytes()


def test_no_schema_file_is_left_over() -> None:
    """Every schema file belongs to a record."""
    assert {file_name(r) for r in RECORDS} == {path.name for path in FOLDER.iterdir()}


@pytest.mark.parametrize(
    ("record", "path"),
    [c for c in CASES if "pass" in c.values[1].name],  # type: ignore[union-attr]
)
def test_encoding_is_canonical(record: AnyRecord, path: Path) -> None:
    """A record decoded and encoded twice gives the same bytes."""
    once = encode(decode(path.read_bytes(), record))
    assert once == encode(decode(once, record))
