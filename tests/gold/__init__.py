"""The project's own gold: what a careful reader finds in the sample articles, mention by mention.

Annotations in, entries out: one dictionary per article with its text, and with the offset of
every quote. README.md says how to annotate.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import orjson
import yaml

from schemas import Article
from streams.ingest import read_article
from tests.gold.annotation import Annotation, Reading, Sheet, Source, sheets
from tests.gold.words import NotInText, check_words, span, span_within

__all__ = ["NotInText", "entries", "gold_articles", "samples", "truth", "write_jsonl"]

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "streams" / "demo" / "samples"
TRUTH = ROOT / "tests" / "samples" / "truth.yaml"
READ_AT = "2026-06-01T00:00:00Z"  # after the last sample, so that no date lies in the future


def gold_articles() -> list[dict[str, Any]]:
    """Return an entry per annotated article, in the order of the files.

    Raises `ValueError` where a file cannot be understood, and its subclass `NotInText` where a
    quote is not in its article.
    """
    return [entry for file, sheet in sheets() for entry in entries(sheet, file.name)]


def entries(sheet: Sheet, file: str) -> Iterator[dict[str, Any]]:
    """Yield the entries of one file; `file` is for the error, should there be one."""
    for name, reading in sheet.articles.items():
        where = f"{file}, {name}"
        if name not in samples():
            raise ValueError(f"{where}: no article of the samples has this id")
        yield {**_entry(name, reading, where), "negotiation": sheet.negotiation}


def write_jsonl(path: Path) -> int:
    """Write one entry per line; return how many."""
    written = [orjson.dumps(entry) + b"\n" for entry in gold_articles()]
    path.write_bytes(b"".join(written))
    return len(written)


@cache
def samples() -> dict[str, Article]:
    """Return the samples as they are read, by id; an edited one is "<id>@<version>"."""
    lines = [line for f in sorted(SAMPLES.glob("*.jsonl")) for line in f.read_bytes().splitlines()]
    read = [read_article(line, source="samples", received_at=READ_AT) for line in lines]
    return {f"{a.id}@{a.version}" if a.version not in (None, "1") else a.id: a for a in read}


@cache
def truth() -> dict[str, Any]:
    """Return what the truth of the samples says of each article and each event."""
    told: dict[str, Any] = yaml.safe_load(TRUTH.read_text("utf-8"))
    return told


def _entry(name: str, reading: Reading, where: str) -> dict[str, Any]:
    article = samples()[name]
    cluster = truth()["articles"][name].get("headline")
    entry = {
        "article": _article(name, article),
        "lineage": [_lineage(source, article.text, where) for source in reading.lineage],
        "relevant": bool(reading.mentions),
        "headline_event": reading.headline,
        "mentions": list(_mentions(reading, article.text, where)),
    }
    return {**entry, "cluster": cluster} if cluster else entry


def _article(name: str, article: Article) -> dict[str, Any]:
    fields = ("outlet", "url", "title", "published_at", "text")
    return {"id": name, **{field: getattr(article, field) for field in fields}}


def _lineage(source: Source, text: str, where: str) -> dict[str, Any]:
    at = span(source.quote, text, where, "the lineage")
    return {**msgspec.to_builtins(source), "span": at}


def _mentions(reading: Reading, text: str, where: str) -> Iterator[dict[str, Any]]:
    for ref, said in reading.mentions.items():
        yield {"ref": ref, **_mention(said, text, f"{where}, {ref}")}


def _mention(said: Annotation, text: str, where: str) -> dict[str, Any]:
    check_words(said, text, where)
    spans = [span(quote, text, where, "the quote") for quote in said.quotes]
    mention = {**said.as_mention(), "spans": spans}
    for field in ("content", "condition"):
        if words := mention.get(field):
            mention[f"{field}_span"] = span_within(words, text, spans, where, f"the {field}")
    return mention
