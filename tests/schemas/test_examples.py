"""The examples beside the schemas: what must pass passes, what must fail fails."""

from pathlib import Path

import jsonschema
import msgspec
import orjson
import pytest

from schemas import convert, decode, encode
from schemas.generate import FOLDER, RECORDS, AnyRecord, file_name, json_schema, render

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
