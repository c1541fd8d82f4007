"""Events as tables for the terminal.

What comes from articles is given as `Text`: in a plain string "[/]" would be markup.
"""

from collections.abc import Iterable, Iterator
from textwrap import shorten

from rich.table import Table
from rich.text import Text

from schemas import Event
from schemas.vocabulary import POSITIONS, Modality, Status
from streams.cli.printed import table_of
from streams.dedup.actors import as_actors

DOUBTFUL: frozenset[Modality] = frozenset({"conditional", "speculated", "denied"})
"""Modalities without which a status would say more than the reports do."""

COLUMNS = ("when", "kind", "who", "round", "status", "where", "reports\n(origins)", "record")

LETTERS = 70
"""Letters of a position that a line shows."""

RECORD_COLOURS = {
    "corroborated": "green",
    "reported": "",
    "contradicted": "yellow",
    "retracted": "red",
}


def events_folded(events: Iterable[Event]) -> Table:
    """Return events as a table that cuts nothing: who and where fold."""
    table = table_of(*COLUMNS, whole=frozenset({"when", "kind", "record"}))
    for event in events:
        table.add_row(*row(event))
    return table


def events_table(events: Iterable[Event], *, changed: str = "", title: str = "") -> Table:
    """Return events as a table of a line each; the one whose id is `changed` stands out."""
    # A frame would take a third of a terminal of eighty columns.
    table = Table(
        title=title or None, expand=True, box=None, padding=(0, 1, 0, 0), header_style="bold"
    )
    table.add_column("when", no_wrap=True)
    table.add_column("kind", no_wrap=True)
    table.add_column("who", ratio=3, width=9, no_wrap=True, overflow="ellipsis")
    table.add_column("round", justify="right")
    table.add_column("status", no_wrap=True)
    table.add_column("where", ratio=2, no_wrap=True, overflow="ellipsis")
    table.add_column("reports\n(origins)", justify="right", no_wrap=True)
    table.add_column("record", no_wrap=True)
    for event in events:
        style = "reverse" if event.event_id == changed else ""
        table.add_row(*row(event), style=style)
    return table


def row(event: Event) -> tuple[Text, ...]:
    """Return an event's cells."""
    cells = (
        when(event),
        event.kind,
        who(event),
        str(event.round or ""),
        status_of(event.status, event.modality),
        event.place.name if event.place else "",
        f"{len(event.reports)} ({event.origins})",
    )
    return (*map(Text, cells), _record(event))


def _record(event: Event) -> Text:
    """Return how well an event is supported, in its colour."""
    return Text(event.record_status, style=RECORD_COLOURS[event.record_status])


def counted(number: int, noun: str) -> str:
    """Return "1 report", "2 reports"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def status_of(status: Status | None, modality: Modality) -> str:
    """Return how far a happening got, and, where it is not plain that it did, "held, DENIED"."""
    doubt = modality if modality in DOUBTFUL else ""
    return ", ".join(filter(None, ((status or "").replace("_", " "), doubt)))


def when(event: Event) -> str:
    """Return the event's date as far as it is known."""
    if event.when is None:
        return ""
    return event.when.start or (f"to {event.when.end}" if event.when.end else "")


def who(event: Event) -> str:
    """Return the parties, then whoever else takes part; of a position who holds it, and to whom."""
    if event.kind in POSITIONS:
        holders, targets = ("–".join(as_actors(side)) for side in (event.holder, event.target))
        return " → ".join(filter(None, (holders or "somebody", targets)))
    parties = [p.actor for p in event.parties if p.role == "party"]
    others = [f"{p.actor} ({p.role})" for p in event.parties if p.role != "party"]
    return ", ".join(("–".join(parties), *others)) if others else "–".join(parties)


def brief(event: Event) -> Text:
    """Return an event in one line; what became part of another says of which."""
    revision = (f"{event.event_id} r{event.revision}", "dim")
    head = Text.assemble((event.kind, "bold"), f" {who(event)}")
    if event.merged_into:
        return Text.assemble(head, f": merged into {event.merged_into} ", revision)
    said = ", ".join(filter(None, _told(event)))
    counts = f"{counted(len(event.reports), 'report')}, {counted(event.origins, 'origin')}"
    told = f"{': ' if said else ''}{said} ({counts}, "
    return Text.assemble(head, told, _record(event), ") ", revision)


def _told(event: Event) -> Iterator[str]:
    """Yield what a line has room for: of a position its words, else round, status and place."""
    if event.kind in POSITIONS:
        yield shorten(event.content or "", LETTERS, placeholder=" …")
        yield event.issue or ""
    else:
        yield f"round {event.round}" if event.round else ""
        yield status_of(event.status, event.modality)
        yield event.place.name if event.place else ""
    yield when(event)
