"""Processes for people: a timeline of what happened, and where each party stands.

What comes from articles is given as `Text`: in a plain string "[/]" would be markup.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from schemas import Position, Process, Step, When
from streams.cli.printed import table_of
from streams.cli.views import status_of
from streams.days import DAY, span_of

STATUS_COLOURS = {
    "held": "green",
    "signed": "green",
    "ratified": "green",
    "in_force": "green",
    "failed": "red",
    "cancelled": "red",
    "violated": "red",
    "breached": "red",
    "ended": "red",
    "postponed": "yellow",
    "suspended": "yellow",
}
MARKS = {"talks": "●", "agreement": "◆", "ceasefire": "■"}


def chronicle(process: Process) -> RenderableType:
    """Return a process as one page: who, what happened in order, who stands where."""
    parts: list[RenderableType] = [_heading(process)]
    if process.rounds or process.agreements or process.ceasefires:
        parts += [Text(), _happenings(process)]
    else:
        parts += [Text(), Text("No round, agreement or ceasefire of it is reported.")]
    if process.positions:
        parts += [Text(), _positions(process)]
    return Group(*parts)


def processes_table(processes: Iterable[Process]) -> Table:
    """Return processes as a table, those with most rounds first; of empty ones nothing is told."""
    table = table_of(
        *("process", "mediators", "last round", "where"),
        *("rounds", "agreements", "ceasefires", "positions"),
        whole=frozenset({"process", "last round"}),
    )
    told = (process for process in processes if not process.is_empty)
    for each in sorted(told, key=lambda p: (-len(p.rounds), p.process_id)):
        counts = (each.rounds, each.agreements, each.ceasefires, each.positions)
        table.add_row(
            Text(each.process_id),
            Text(", ".join(each.mediators)),
            *map(Text, _last(each.rounds)),
            *(str(len(steps) or "") for steps in counts),
        )
    return table


def _last(rounds: Sequence[Step]) -> tuple[str, str]:
    """Return when and where the last of some rounds was."""
    if not rounds:
        return "", ""
    place = rounds[-1].place
    return _date(rounds[-1].when), place.name if place else ""


def _heading(process: Process) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold")
    grid.add_column(overflow="fold")
    said = (
        ("parties", ", ".join(process.parties)),
        ("mediators", ", ".join(process.mediators)),
        ("venues", ", ".join(place.name for place in process.venues)),
        ("as of", f"{process.updated_at[:16].replace('T', ' ')} UTC, revision {process.revision}"),
    )
    for name, value in said:
        if value:
            grid.add_row(name, Text(value))
    return Group(Text(process.process_id, style="bold reverse"), grid)


def _happenings(process: Process) -> Table:
    table = Table(header_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("when", "what", "status", "where", "event"):
        table.add_column(heading, no_wrap=heading in {"when", "event"}, overflow="fold")
    for kind, step in _merged(process):
        if step.missing:
            table.add_row("", f"○ {_gap(step.missing)}", "not reported", "", "", style="dim")
        table.add_row(*_row(kind, step))
    return table


def _gap(missing: Sequence[int]) -> str:
    """Return the numbers of rounds that follow each other, and that nobody reported."""
    first, last = missing[0], missing[-1]
    return f"round {first}" if first == last else f"rounds {first} to {last}"


def _merged(process: Process) -> Iterator[tuple[str, Step]]:
    """Yield rounds and outcomes in one order; each kind keeps its own."""
    lanes = (
        ("talks", process.rounds),
        ("agreement", process.agreements),
        ("ceasefire", process.ceasefires),
    )
    queues = [[(kind, step) for step in steps] for kind, steps in lanes]
    while any(queues):
        # What has no date goes with what stands before it.
        first = min((q for q in queues if q), key=lambda q: _start(q[0][1].when))
        yield first.pop(0)


def _start(when: When | None) -> int:
    span = span_of(when)
    return span[0] if span else 0


def _row(kind: str, step: Step) -> tuple[str | Text, ...]:
    told = status_of(step.status, step.modality)
    status = ", ".join(filter(None, (told, "contradicted" if step.contradicted else "")))
    what = f"{MARKS[kind]} {f'round {step.round}' if step.round else kind}"
    return (
        _date(step.when),
        what,
        Text(status, style=STATUS_COLOURS.get(status.replace(" ", "_"), "")),
        Text(step.place.name if step.place else ""),
        Text(step.event_id, style="dim"),
    )


def _date(when: When | None) -> str:
    if when is None or (when.start is None and when.end is None):
        return "undated"
    if when.start is None:
        return f"to {when.end}"
    if when.end is None or when.end == when.start:
        return when.start.replace("T", " ")
    return f"{when.start} to {when.end}"


def _positions(process: Process) -> Table:
    table = Table(title="Latest positions", title_justify="left", header_style="bold", box=None)
    for heading in ("who", "issue", "is", "words", "said"):
        table.add_column(heading, overflow="fold", no_wrap=heading in {"who", "said"})
    for holder, held in groupby(process.positions, key=lambda position: position.holder):
        for nth, position in enumerate(held):
            table.add_row(*map(Text, ("" if nth else holder, *_position(position))))
    return table


def _position(position: Position) -> tuple[str, ...]:
    return (
        position.issue.replace("_", " "),
        position.kind,
        position.content or "",
        (position.published_at or "")[:DAY],
    )
