"""An article in the terminal: its evidence highlighted, and why each sentence was read or not."""

from collections.abc import Iterator

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schemas import Article, Mention
from streams.extract import Extraction
from streams.extract.explain import explain

COLOURS = ("cyan", "green", "magenta", "yellow", "blue", "red")
"""One per mention, in turn."""
UNSHOWN = {"mention_id", "article", "evidence", "kind"}


def show(article: Article, extraction: Extraction, console: Console) -> None:
    """Print the article with its evidence, each mention's fields, and the reasons."""
    outlet = article.outlet or "outlet unknown"
    console.rule(Text.assemble((extraction.outcome, "bold"), f" · {outlet}"))
    console.print(_highlighted(article, extraction))
    if extraction.unread:
        console.print(f"\nnot read: its last {extraction.unread} sentences")
    if extraction.lineage:
        taken = ", ".join(f"{source.outlet} ({source.via})" for source in extraction.lineage)
        console.print(Text(f"\ntaken from: {taken}"))
    for number, mention in enumerate(extraction.mentions):
        console.print()
        console.print(_fields(article, mention, COLOURS[number % len(COLOURS)]))
    console.print()
    console.print(_reasons(article))


def _highlighted(article: Article, extraction: Extraction) -> Text:
    text = Text(article.text)
    for number, mention in enumerate(extraction.mentions):
        for evidence in mention.evidence:
            colour = COLOURS[number % len(COLOURS)]
            text.stylize(f"bold underline {colour}", evidence.start, evidence.end)
    return text


def _fields(article: Article, mention: Mention, colour: str) -> Table:
    table = Table(title=f"{mention.kind} {mention.mention_id}", title_style=f"bold {colour}")
    table.add_column("field")
    table.add_column("value")
    table.add_column("the words behind it")
    for field, value in msgspec.to_builtins(mention).items():
        if field not in UNSHOWN:
            words = " · ".join(_quotes(article, mention, field))
            table.add_row(field, Text(_plain(value)), Text(words))
    return table


def _quotes(article: Article, mention: Mention, field: str) -> Iterator[str]:
    for evidence in mention.evidence:
        if evidence.field.split(".")[0] == field:
            yield article.text[evidence.start : evidence.end]


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{k}: {_plain(v)}" for k, v in value.items())
    if isinstance(value, list | tuple):
        return "\n".join(_plain(item) for item in value)
    return str(value)


def _reasons(article: Article) -> Table:
    table = Table(title="Why", show_lines=False)
    table.add_column("read")
    table.add_column("words")
    table.add_column("reason")
    for reason in explain(article):
        words = reason.text if len(reason.text) < 100 else reason.text[:97] + "..."
        read = "–" if reason.mention_id is None else "~" if reason.hint else "✓"
        table.add_row(read, Text(words), Text(reason.reason))
    return table
