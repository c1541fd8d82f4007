"""Figures as tables for the terminal."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.table import Table

from streams.evaluate.floors import Check

COLUMNS = ("precision", "recall", "F1", "in gold", "false", "missed")


def figures_table(name: str, figures: Mapping[str, Any]) -> Table:
    """Return the figures of a gold file; tables within them become sections."""
    table = Table(title=name, title_justify="left", header_style="bold")
    table.add_column("measure")
    for column in COLUMNS:
        table.add_column(column, justify="right")
    for measure, value in figures.items():
        if not isinstance(value, Mapping):
            table.add_row(_words(measure), *_alone(measure, value))
        elif "f1" in value:
            table.add_row(_words(measure), *_cells(value))
    for heading, rows in figures.items():
        if isinstance(rows, Mapping) and "f1" not in rows:
            table.add_section()
            table.add_row(_words(heading), style="bold")
            for row, value in rows.items():
                table.add_row(f"  {row}", *_cells(value))
    return table


def floors_table(checks: Iterable[Check]) -> Table:
    """Return figures beside their floors."""
    table = Table(header_style="bold")
    for column in ("gold", "measure"):
        table.add_column(column)
    for column in ("figure", "floor", "verdict"):
        table.add_column(column, justify="right")
    for each in checks:
        floor = f"≤ {each.floor:g}" if each.counts_errors else f"{each.floor:g}"
        verdict = "holds" if each.holds else "[red]fallen[/]"
        table.add_row(each.gold, each.measure, f"{each.figure:g}", floor, verdict)
    return table


def _words(measure: str) -> str:
    return measure.replace("_", " ")


def _alone(measure: str, value: float) -> tuple[str, ...]:
    """Return the cells of a figure that is a single number, in the column it belongs to."""
    if measure.endswith("_f1"):
        return ("", "", f"{value:.3f}")
    return ("", "", "", str(value))


def _cells(figure: Mapping[str, Any]) -> tuple[str, ...]:
    shares = (f"{figure[name]:.3f}" for name in ("p", "r", "f1"))
    return (*shares, *(str(figure[name]) for name in ("n", "false", "missed")))
