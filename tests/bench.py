"""Measure speed on one core: `make bench`. Figures are ratios to the plain parser in the same run.

Machines differ and are noisy; compare ratios, and runs with the same seed.
"""

import random
import time
from collections.abc import Callable, Iterable

import orjson
from rich.console import Console
from rich.table import Table

from streams.demo.feed import sample_articles
from streams.extract import extract
from streams.extract.parse import load_model
from streams.extract.prefilter import may_negotiate
from streams.ingest import read_article
from streams.pipeline import Pipeline
from tests.load.generate import NEAR_MISSES

SHARES = (0.03, 0.20, 1.0)
"""Of articles that are about a negotiation."""
ARTICLES = 300
PLAIN = 40
"""Articles for the plain parser, which needs a tenth of a second for each."""
RECEIVED = "2026-03-20T00:00:00.000Z"


def stream(share: float, count: int, seed: int = 1) -> list[bytes]:
    """Return raw records of which this share reports a negotiation; no sentence comes twice."""
    rng = random.Random(seed)  # noqa: S311  # a load, not a secret
    samples = [orjson.loads(line) for line in sample_articles()]
    relevant = [a for a in samples if may_negotiate(f"{a['title']}\n{a['text']}")]
    return [
        orjson.dumps(
            _relevant(rng.choice(relevant), number) if rng.random() < share else _other(rng, number)
        )
        for number in range(count)
    ]


def _relevant(article: dict[str, str], number: int) -> dict[str, str]:
    # A number in each sentence keeps the cache of parsed sentences from helping.
    text = article["text"].replace(". ", f", item {number}. ")
    return article | {"text": text, "url": f"https://bench.example/{number}", "id": str(number)}


def _other(rng: random.Random, number: int) -> dict[str, str]:
    sentences = (
        rng.choice(NEAR_MISSES).format(a="", b="", city="Lyon", day="Monday") for _ in range(20)
    )
    return {"text": f"{' '.join(sentences)} {number}", "url": f"https://bench.example/{number}"}


def per_second(step: Callable[[bytes], object], values: Iterable[bytes]) -> float:
    """Return how many values a second a step takes in."""
    count, begun = 0, time.perf_counter()
    for value in values:
        step(value)
        count += 1
    return count / (time.perf_counter() - begun)


def plain_parser() -> Callable[[bytes], object]:
    """Return spaCy's whole pipeline as it comes, on the text of an article."""
    plain = load_model()
    return lambda value: plain(orjson.loads(value)["text"])


def whole_path() -> Callable[[bytes], object]:
    """Return the data path from bytes to events in one process."""
    pipeline = Pipeline()
    numbers = iter(range(10**9))
    return lambda v: pipeline.feed(v, source=f"bench/0/{next(numbers)}", received_at=RECEIVED)


def stages(values: list[bytes]) -> dict[str, float]:
    """Return the seconds that each stage takes for all values."""
    begun = time.perf_counter()
    articles = [
        read_article(value, source=f"bench/0/{n}", received_at=RECEIVED)
        for n, value in enumerate(values)
    ]
    read = time.perf_counter()
    for article in articles:
        extract(article)
    extracted = time.perf_counter()
    step = whole_path()
    for value in values:
        step(value)
    # The sentences are parsed by now: what is left is reading, rules and joining.
    joined = time.perf_counter() - extracted
    return {"ingest": read - begun, "extract": extracted - read, "whole path again": joined}


def main() -> None:
    """Print the figures."""
    console = Console()
    console.print("One core. Warming up ...")
    per_second(whole_path(), stream(1.0, 5, seed=9))
    plain = per_second(plain_parser(), stream(1.0, PLAIN, seed=2))
    table = Table(title=f"Bytes to events, {ARTICLES} articles each", header_style="bold")
    for heading in ("relevant", "articles/s", "times the plain parser"):
        table.add_column(heading, justify="right")
    table.add_row("100 %, spaCy alone", f"{plain:.1f}", "1")
    for share in SHARES:
        speed = per_second(whole_path(), stream(share, ARTICLES, seed=int(share * 100)))
        table.add_row(f"{share:.0%}", f"{speed:.0f}", f"{speed / plain:.1f}")
    console.print(table)
    for name, seconds in stages(stream(1.0, ARTICLES // 3, seed=5)).items():
        console.print(f"{name}: {1000 * seconds / (ARTICLES // 3):.1f} ms an article")


if __name__ == "__main__":
    main()
