"""Write the JSON Schema of each record; `python -m schemas.generate` after a change of a type."""

from pathlib import Path
from typing import Any

import msgspec
import orjson

from schemas.article import Article, RawArticle
from schemas.event import Event
from schemas.mention import Mention
from schemas.outcome import DeadLetter, Outcome
from schemas.process import Process
from schemas.record import VERSION, Record
from schemas.ruling import Ruling

AnyRecord = type[Record] | type[RawArticle]
RECORDS: tuple[AnyRecord, ...] = (
    RawArticle,
    Article,
    Mention,
    Event,
    Process,
    Ruling,
    Outcome,
    DeadLetter,
)
FOLDER = Path(__file__).parent / "json"


def file_name(record: AnyRecord) -> str:
    """Return the name of a record's schema file, such as `mention.v1.schema.json`."""
    return f"{record.schema}.v{VERSION}.schema.json"


def json_schema(record: AnyRecord) -> dict[str, Any]:
    """Return a record's JSON Schema (draft 2020-12)."""
    body = msgspec.json.schema(record)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:parley:schema:{record.schema}:v{VERSION}",
    } | body


def render(record: AnyRecord) -> bytes:
    """Return the bytes of a record's schema file."""
    return orjson.dumps(json_schema(record), option=orjson.OPT_INDENT_2) + b"\n"


def main() -> None:
    """Write every schema file."""
    for record in RECORDS:
        FOLDER.joinpath(file_name(record)).write_bytes(render(record))


if __name__ == "__main__":
    main()
