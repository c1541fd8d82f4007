"""`parley extract`: what single articles say, without Kafka and without joining."""

import sys

import click
import msgspec
import orjson
from rich.console import Console

from schemas import Article
from streams.cli.explained import show
from streams.cli.inputs import Record, article_options, files_argument, now, read_records
from streams.errors import Rejected
from streams.extract import Extraction
from streams.pipeline import extract_record


@click.command()
@files_argument
@click.option("--explain", is_flag=True, help="Show the evidence in the article, highlighted.")
@article_options
def command(files: tuple[str, ...], explain: bool, about: dict[str, str]) -> None:
    """Print the mentions of each article, a JSON object per line.

    FILES hold article JSON, JSON Lines, HTML or plain text; - is standard input.

    \b
    Example:
      parley extract page.html --outlet "The Dale Post" --published-at 2026-02-05T06:00:00Z
    """
    console = Console()
    for record in read_records(files, about):
        try:
            article, extraction = extract_record(
                record.value, source=record.source, received_at=now()
            )
        except Rejected as exc:
            _print(_rejected(record, exc))
            continue
        if explain:
            show(article, extraction, console)
            continue
        _print(_extracted(article, extraction))


def _extracted(article: Article, extraction: Extraction) -> dict[str, object]:
    return {
        "article": msgspec.to_builtins(article),
        "lineage": msgspec.to_builtins(extraction.lineage),
        "mentions": msgspec.to_builtins(extraction.mentions),
        "outcome": extraction.outcome,
        "unread": extraction.unread,
    }


def _rejected(record: Record, error: Rejected) -> dict[str, object]:
    return {
        "source": record.source,
        "outcome": "rejected",
        "reason": error.reason,
        "detail": error.detail,
    }


def _print(value: dict[str, object]) -> None:
    sys.stdout.buffer.write(orjson.dumps(value) + b"\n")
    sys.stdout.buffer.flush()
