"""Files to raw records: article JSON, JSON Lines, HTML, plain text, or standard input."""

import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, cast

import click
import orjson

from streams.ingest.markup import is_markup
from streams.ingest.moments import Unusable, read_moment, received
from streams.lines import is_record, records_in

STDIN = "-"
REFUSED = {
    "a table": (".csv", ".tsv"),
    "compressed": (".gz", ".bz2", ".xz", ".zst", ".zip"),
}
"""What files are by the endings of their names, whose bytes would be taken for one article."""
JSON = (".json", ".jsonl", ".ndjson")
PLAIN = (".html", ".htm", ".txt")
FILE = click.Path(exists=True, dir_okay=False, allow_dash=True)
files_argument = click.argument("files", nargs=-1, required=True, type=FILE)
HEADLINE = 200
"""A first line up to so many characters, with more lines behind it, is taken as the headline."""


@dataclass(frozen=True, slots=True)
class Record:
    """One raw record, and where it stands: path/line."""

    source: str
    value: bytes


def read_records(paths: Iterable[str], about: dict[str, str]) -> Iterator[Record]:
    """Yield the raw records of files, each read once, however often it is named.

    `about` completes articles given as HTML or plain text. Raises `click.ClickException` for a
    table and for what is compressed.
    """
    for path in dict.fromkeys(paths):
        for what, endings in REFUSED.items():
            if _ends(path, endings):
                raise click.ClickException(
                    f"{path} is {what}: wanted is article JSON, JSON Lines, HTML or plain text"
                )
        found = _from_stdin if path == STDIN else _from_file
        yield from found(path, about)


def now() -> str:
    """Return this moment, as the broker would stamp it."""
    return received(datetime.now(UTC))


def _from_file(path: str, about: dict[str, str]) -> Iterator[Record]:
    return _records(path, Path(path).read_bytes().removeprefix(BOM_UTF8), about)


def _from_stdin(path: str, about: dict[str, str]) -> Iterator[Record]:
    """Yield the records of standard input; JSON Lines as they come, for feeds do not end."""
    # Detached: on the way out Python closes what is still `sys.stdin`, and aborts where a thread
    # that nobody waits for is in the middle of reading it.
    lines: BinaryIO = cast("Any", sys.stdin).detach()
    head: list[bytes] = []
    while not (head and head[-1].strip()) and (line := lines.readline()):
        head.append(line if head else line.removeprefix(BOM_UTF8))
    if not (head and is_record(head[-1])):
        yield from _records(path, b"".join(head) + lines.read(), about)
        return
    for number, line in enumerate(chain(head, lines), start=1):
        if line.strip():
            yield Record(f"{path}/{number}", line.rstrip(b"\r\n"))


def _records(path: str, data: bytes, about: dict[str, str]) -> Iterator[Record]:
    if _ends(path, PLAIN) or not (_ends(path, JSON) or _looks_like_json(data)):
        yield Record(f"{path}/1", _article(data, about))
        return
    for number, record in records_in(data):
        yield Record(f"{path}/{number}", record)


def _ends(path: str, endings: tuple[str, ...]) -> bool:
    return path.lower().endswith(endings)


def _looks_like_json(data: bytes) -> bool:
    return data.lstrip()[:1] in (b"{", b"[", b"")


def _article(data: bytes, about: dict[str, str]) -> bytes:
    """Wrap HTML or plain text as an article; bytes that are not UTF-8 go on as they are."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    fields: dict[str, Any] = {"text": text} | about
    headline, _, body = text.strip().partition("\n")
    if "title" not in about and body.strip() and len(headline) <= HEADLINE and not is_markup(text):
        fields |= {"title": headline.strip(), "text": body}
    return orjson.dumps(fields)


def article_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that complete an article given as HTML or plain text, as `about`."""

    @wraps(command)
    def told(**given: Any) -> None:
        fields = {name: given.pop(name) for name in ("title", "outlet", "url", "published_at")}
        about = {name: value for name, value in fields.items() if value is not None}
        command(about=about, **given)

    for name, text in (
        ("--published-at", "When it was published, RFC 3339 with offset."),
        ("--url", "Its canonical address."),
        ("--outlet", "Who published it, a name or a domain."),
        ("--title", "Its headline; by default the first line."),
    ):
        check = _readable if name == "--published-at" else None
        help_text = f"{text} For HTML and plain text."
        told = click.option(name, help=help_text, callback=check)(told)
    return told


def _readable(_: click.Context, __: click.Parameter, given: str | None) -> str | None:
    """Return a moment as given; one that a feed would be read without is refused here."""
    try:
        if given is not None:
            read_moment(given, now())
    except Unusable as exc:
        raise click.BadParameter(
            f"{given!r} is {str(exc).replace('-', ' ')}: wanted is RFC 3339 with offset, "
            "such as 2026-02-05T06:00:00Z"
        ) from None
    return given
