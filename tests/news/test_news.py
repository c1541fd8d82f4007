"""The annotated news can be used: whatever is quoted stands where it is said to."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

FILES = tuple(sorted(Path(__file__).parent.glob("*.jsonl")))


def entries() -> Iterator[dict[str, Any]]:
    """Yield the annotated articles of all files."""
    for file in FILES:
        yield from (orjson.loads(line) for line in file.read_bytes().splitlines())


@pytest.mark.parametrize("entry", [*entries()], ids=lambda entry: str(entry["article"]["id"]))
def test_quotes_stand_where_they_are_said_to(entry: dict[str, Any]) -> None:
    """Gold that was shifted would score any extraction badly."""
    text = entry["article"]["text"]
    for mention in entry["mentions"]:
        quoted = [text[start:end] for start, end in mention["spans"]]

        assert mention["quotes"] == quoted
        assert mention.get("content", "") in text


def test_articles_are_told_apart_and_about_something() -> None:
    """No id is given twice, and each names the mention that it is about."""
    ids = [entry["article"]["id"] for entry in entries()]

    assert len(ids) == len(set(ids))
    assert all(
        entry["headline_event"] in {mention["ref"] for mention in entry["mentions"]}
        for entry in entries()
    )
