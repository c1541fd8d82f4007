"""`parley evaluate`: how well the extraction agrees with gold."""

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import click
import msgspec
import orjson
from rich.console import Console
from rich.progress import track

from streams.cli.evaluated import figures_table, floors_table
from streams.cli.inputs import now
from streams.cli.printed import console
from streams.errors import Rejected
from streams.evaluate import Answer, Evaluation, Gold, choose, evaluate, read_gold
from streams.evaluate.floors import Check, check, read_floors
from streams.evaluate.gold import GoldError, Part
from streams.pipeline import extract_record

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("gold", nargs=-1, required=True, type=FILE)
@click.option("--by", type=click.Choice(["kind"]), help="Add the tables by kind and by slot.")
@click.option(
    "--part",
    type=click.Choice(["readable", "scored"]),
    help="Only the two thirds that one may read, or the third that is only scored.",
)
@click.option(
    "--misses",
    metavar="N",
    type=click.IntRange(min=0),
    default=0,
    help="Show the first N mentions that were missed or are extra.",
)
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON per gold file.")
@click.option("--floors", type=FILE, help="YAML of figures that may not fall; exit 1 if one does.")
def command(
    gold: tuple[Path, ...],
    by: str | None,
    part: Part | None,
    misses: int,
    as_json: bool,
    floors: Path | None,
) -> None:
    """Print how well what is extracted agrees with GOLD.

    GOLD is JSON Lines: articles with their mentions, or sentences with their PLOVER class.

    \b
    Example:
      parley evaluate gold.jsonl --by kind --misses 20
      parley evaluate gold.jsonl --floors floors.yaml
    """
    if misses and part == "scored":
        raise click.UsageError("the scored part is not for reading: leave out --misses")
    pinned = read_floors(floors.read_text("utf-8"), str(floors)) if floors else {}
    checks: list[Check] = []
    for path in gold:
        name = f"{path.stem}/{part}" if part else path.stem
        done = _evaluate(path, part)
        if as_json:
            _print(name, done, by)
        if floors:
            checks += check(name, done.figures, pinned)
        if not floors and not as_json:
            console().print(figures_table(name, _figures(done, by)))
        for line in islice(done.misses, misses):
            click.echo(line, err=as_json)
    if floors:
        _hold(checks, as_json)


def _evaluate(path: Path, part: Part | None) -> Evaluation:
    gold = choose(read_gold(path.read_bytes(), str(path)), part)
    if not gold:
        raise GoldError(f"{path} has no text in the {part} part")
    return evaluate(_answered(gold, path.name))


def _answered(gold: Iterable[Gold], name: str) -> Iterator[tuple[Gold, Answer | None]]:
    """Yield each gold text with what is extracted from it."""
    shown = Console(stderr=True)
    quiet = not shown.is_terminal
    for each in track(list(gold), name, console=shown, transient=True, disable=quiet):
        yield each, _answer(each)


def _answer(gold: Gold) -> Answer | None:
    try:
        article, said = extract_record(gold.record(), source=gold.id, received_at=now())
    except Rejected:
        return None
    return Answer(article.text, said.mentions, said.lineage)


def _figures(done: Evaluation, by: str | None) -> dict[str, Any]:
    """Return the figures as builtins, with the tables by kind and slot if they are wanted."""
    figures: dict[str, Any] = msgspec.to_builtins(done.figures)
    wanted = () if by else ("by_kind", "by_slot")
    return {name: value for name, value in figures.items() if name not in wanted}


def _print(name: str, done: Evaluation, by: str | None) -> None:
    sys.stdout.buffer.write(orjson.dumps({"gold": name, **_figures(done, by)}) + b"\n")
    sys.stdout.buffer.flush()


def _hold(checks: list[Check], as_json: bool) -> None:
    """Show the floors; exit with 1 if a figure is below its own."""
    console(stderr=as_json).print(floors_table(checks))
    fallen = [each for each in checks if not each.holds]
    for each in fallen:
        side = "above" if each.counts_errors else "below"
        click.secho(
            f"parley: {each.gold} {each.measure} is {each.figure:g}, {side} {each.floor:g}",
            err=True,
            fg="red",
        )
    if fallen:
        sys.exit(1)
