"""Files to raw records."""

import os
from codecs import BOM_UTF8
from io import BytesIO, TextIOWrapper
from pathlib import Path

import click
import orjson
import pytest

from streams.cli.inputs import Record, read_records
from tests.cli.articles import article


def records(path: Path, **about: str) -> list[dict[str, object]]:
    return [orjson.loads(record.value) for record in read_records([str(path)], about)]


def test_one_article_is_one_record(tmp_path: Path) -> None:
    """A JSON object, over however many lines, is taken byte for byte."""
    path = tmp_path / "one.json"
    path.write_bytes(orjson.dumps(article(), option=orjson.OPT_INDENT_2))
    (record,) = read_records([str(path)], {})
    assert path.read_bytes() == record.value


def test_each_line_is_a_record(tmp_path: Path) -> None:
    """JSON Lines are one record a line, empty lines none; the source names the line."""
    path = tmp_path / "many.jsonl"
    path.write_bytes(orjson.dumps(article()) + b"\n\nnot json\n")
    found = list(read_records([str(path)], {}))
    assert [f"{path}/1", f"{path}/3"] == [record.source for record in found]
    assert b"not json" == found[1].value


def test_lines_of_standard_input_are_read_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """A feed has no end, and its first article is not to wait for one; lines keep their numbers."""
    out, into = os.pipe()
    with open(out, "rb") as lines, open(into, "wb", buffering=0) as feed:  # noqa: PTH123  # pipes
        monkeypatch.setattr("sys.stdin", TextIOWrapper(lines))
        found = read_records(["-"], {})
        for source, text in (("-/2", "One."), ("-/4", "Two.")):
            line = orjson.dumps({"text": text})
            feed.write(b"\n" + line + b"\r\n")
            assert Record(source, line) == next(found)


@pytest.mark.parametrize("given", [b'{\n"text": "One."}', b"One.\nTwo.", b"[1]\n{}", b"", b"\n"])
def test_anything_else_is_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, given: bytes
) -> None:
    """Standard input that is no JSON Lines is what the same bytes in a file are."""
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(given)))
    path = tmp_path / "file"
    path.write_bytes(given)
    there, here = read_records([str(path)], {}), read_records(["-"], {})
    assert [record.value for record in there] == [record.value for record in here]


def test_byte_order_mark_hides_no_json(tmp_path: Path) -> None:
    """Editors put a mark before the first letter: JSON Lines behind it are a record each."""
    path = tmp_path / "marked.jsonl"
    lines = [orjson.dumps(article()), orjson.dumps(article(id="2"))]
    path.write_bytes(BOM_UTF8 + b"\n".join(lines))
    assert lines == [record.value for record in read_records([str(path)], {})]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    """As it is by "*.json" and its name: one place in a file is one record."""
    path = tmp_path / "one.json"
    path.write_bytes(orjson.dumps(article()))
    assert 1 == len(list(read_records([str(path), str(path)], {})))


@pytest.mark.parametrize(
    ("name", "what"),
    [("feed.csv", "a table"), ("FEED.CSV", "a table"), ("feed.jsonl.gz", "compressed")],
)
def test_what_is_no_article_is_refused(tmp_path: Path, name: str, what: str) -> None:
    """The bytes of a table or an archive would pass for those of one article."""
    path = tmp_path / name
    path.write_text("outlet,text\nThe Dale Post,Envoys of Chad and Sudan met.")
    with pytest.raises(click.ClickException, match=f"is {what}: wanted is article JSON"):
        list(read_records([str(path)], {}))


@pytest.mark.parametrize("name", ["feed.jsonl", "feed.json", "feed.ndjson", "feed"])
def test_an_empty_feed_has_no_article(tmp_path: Path, name: str) -> None:
    """An hour in which an outlet wrote nothing is nothing to reject."""
    path = tmp_path / name
    path.write_bytes(b"\n \n")
    assert [] == list(read_records([str(path)], {}))


def test_a_name_tells_what_a_broken_feed_is(tmp_path: Path) -> None:
    """A first line that is no JSON makes no plain text of what follows it."""
    path = tmp_path / "feed.JSONL"
    path.write_bytes(b'"text": "cut off"}\n' + orjson.dumps(article()))
    assert [f"{path}/1", f"{path}/2"] == [r.source for r in read_records([str(path)], {})]


def test_first_line_of_plain_text_is_the_headline(tmp_path: Path) -> None:
    """Plain text becomes an article, completed by what is known of it."""
    path = tmp_path / "plain.txt"
    path.write_text("Talks open\nThey met on Tuesday.")
    expected = {"title": "Talks open", "text": "They met on Tuesday.", "outlet": "Dale Post"}
    assert [expected] == records(path, outlet="Dale Post")


def test_html_stays_as_it_is(tmp_path: Path) -> None:
    """HTML goes on whole: the ingest stage finds its words."""
    path = tmp_path / "page.html"
    path.write_text("<html><body><p>Talks open.</p></body></html>")
    assert [{"text": path.read_text()}] == records(path)


def test_bytes_that_are_no_text_go_on(tmp_path: Path) -> None:
    """What is not UTF-8 is not hidden: it becomes a record that is rejected by name."""
    path = tmp_path / "odd.txt"
    path.write_bytes(b"\xff\xfe talks")
    (record,) = read_records([str(path)], {})
    assert path.read_bytes() == record.value
