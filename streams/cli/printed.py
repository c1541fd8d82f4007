"""Tables on the terminal, and in a pipe, where nothing is folded or cut."""

from rich.console import Console, RenderableType
from rich.table import Table

PIPED_WIDTH = 100_000
"""Letters of a line that no table fills."""


class Page(Console):
    """A console on which a broken pipe is an error like others.

    Rich would end the process from where it stands, be it in a task of an event loop.
    """

    def on_broken_pipe(self) -> None:
        """Raise `BrokenPipeError` again; called where it is handled."""
        raise


def console(*, stderr: bool = False) -> Page:
    """Return the console to print tables on; in a pipe it is as wide as they are."""
    found = Page(stderr=stderr)
    return found if found.is_terminal else Page(stderr=stderr, width=PIPED_WIDTH)


def table_of(*columns: str, whole: frozenset[str] = frozenset(), lines: bool = False) -> Table:
    """Return a table whose columns fold, but for those that are copied or compared `whole`."""
    table = Table(header_style="bold", box=None, pad_edge=False, show_lines=lines)
    for column in columns:
        table.add_column(column, no_wrap=column in whole, overflow="fold")
    return table


def show(table: RenderableType, *, nothing: str) -> None:
    """Print what there is; of an empty table a sentence that says what there is not."""
    empty = isinstance(table, Table) and not table.row_count
    console().print(nothing if empty else table)
