"""The sample articles, read from `streams/demo/samples`."""

from functools import cache
from pathlib import Path

from schemas import Article
from streams.ingest import read_article

FOLDER = Path(__file__).parents[2] / "streams" / "demo" / "samples"


@cache
def articles() -> dict[str, Article]:
    """Return every sample article by the name the truth gives it; edits carry their version."""
    return {
        name: article
        for file in sorted(FOLDER.glob("*.jsonl"))
        for number, line in enumerate(file.read_bytes().splitlines(), 1)
        for name, article in [_read(line, f"{file.name}/{number}")]
    }


def _read(line: bytes, source: str) -> tuple[str, Article]:
    article = read_article(line, source=source, received_at="2026-03-20T00:00:00Z")
    edited = article.version not in {None, "1"}
    return f"{article.id}@{article.version}" if edited else article.id, article
