"""The sample articles, in the order in which their outlets published them."""

from importlib.resources import files

import orjson


def sample_articles() -> tuple[bytes, ...]:
    """Return all raw sample articles, each as its file has it; undated ones come last."""
    lines = [
        line
        for file in sorted(files("streams.demo").joinpath("samples").iterdir(), key=str)
        if file.name.endswith(".jsonl")
        for line in file.read_bytes().splitlines()
    ]
    return tuple(sorted(lines, key=_sent_at))


def _sent_at(line: bytes) -> str:
    article = orjson.loads(line)
    return str(article.get("updated_at") or article.get("published_at") or "9")
