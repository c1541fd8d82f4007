"""The demo's pages: the board while articles come in, and the summary at the end."""

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from schemas import Claim, Event
from streams.cli.chronicle import chronicle
from streams.cli.views import events_table, who
from streams.demo.board import Board, citations, copies, most_disputed

ARTICLE = "Envoys from Kenya and Chad opened a second round of talks in Geneva on Tuesday."
"""One of which no sample tells: whoever pushes it sees an event come to be."""
PUSH = "push - --outlet 'The Dale Post' --published-at 2026-03-04T08:00:00Z"
AROUND_THE_TABLE = 5
"""Lines of the page that are not rows."""


def page(board: Board, height: int) -> RenderableType:
    """Return the board as a page of so many lines."""
    rows = board.standing()[: max(3, height - AROUND_THE_TABLE)]
    return Group(
        _progress(board),
        events_table(rows, changed=board.latest, title="Events, by independent origins"),
    )


def _progress(board: Board) -> RenderableType:
    grid = Table.grid(expand=True, padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_column(no_wrap=True)
    said = ", ".join(f"{name} {count}" for name, count in board.counts().items())
    grid.add_row(
        f"articles {board.fed}/{board.total}",
        ProgressBar(total=board.total, completed=len(board.outcomes)),
        said or "the worker is starting",
    )
    return grid


def print_summary(board: Board, console: Console) -> None:
    """Print what became of the articles, who had it from whom, and what is disputed."""
    events = board.standing()
    counts = ", ".join(f"{count} {name}" for name, count in board.counts().items())
    corroborated = sum(event.origins > 1 for event in events)
    console.rule("Summary")
    console.print(f"{len(board.outcomes)} articles: {counts}", highlight=False)
    console.print(
        f"{len(events)} events, {corroborated} of them with two or more independent origins",
        highlight=False,
    )
    _print_sources("Copies, word for word or nearly", "copied", copies(events), console)
    _print_sources("Rewrites that say whose story it is", "has it from", citations(events), console)
    longest = board.longest()
    if longest is not None:
        console.print(Text("\nThe negotiation with most rounds", style="bold"))
        console.print(chronicle(longest))
    disputed = most_disputed(events)
    if disputed is not None:
        console.print(_dispute(disputed))


def print_next_steps(console: Console, bootstrap: str | None, parley: str = "parley") -> None:
    """Tell how to push an article of one's own, and how to subscribe; `parley` is the command."""
    if bootstrap is None:
        console.print(Panel("To push an article of your own:", title="Next"))
        console.print(Text(f"{parley} demo --keep"), soft_wrap=True)
        return
    told = "To subscribe, and to push an article of your own, in another terminal:"
    console.print(Panel(f"{told} Ctrl-C here ends both.", title="Broker and worker go on running"))
    # Outside of the frame and each on one line, to be copied.
    for line in (
        f"export PARLEY_BOOTSTRAP={bootstrap}",
        f"{parley} tail event-log --brief",
        f"echo '{ARTICLE}' | {parley} {PUSH}",
    ):
        console.print(Text(line), soft_wrap=True)


def _print_sources(
    title: str, verb: str, sources: dict[str, tuple[str, ...]], console: Console
) -> None:
    console.print(Text(f"\n{title}", style="bold"))
    for outlet, others in sources.items():
        console.print(Text(f"  {outlet} {verb} {', '.join(others)}"))


def _dispute(event: Event) -> RenderableType:
    title = Text(f"\nMost disputed: {event.kind} {who(event)}")
    table = Table(title=title, title_justify="left")
    for heading in ("field", "value", "reports", "origins"):
        table.add_column(heading)
    for field, claims in event.disputed.items():
        for claim in claims:
            table.add_row(*map(Text, (field, *_claim(claim))))
    return table


def _claim(claim: Claim) -> tuple[str, str, str]:
    value = claim.value
    plain = ", ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else value
    return str(plain), str(len(claim.reports)), ", ".join(claim.origins)
