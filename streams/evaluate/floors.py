"""Floors: figures that may not fall.

A YAML file names for each gold file, by its name without ending, measures and their floors:

    articles:
      mention.f1: 0.61
      by_kind.talks.r: 0.7
    articles/scored:          # the same file, with --part scored
      mention.false: 80       # counts of errors may not rise
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec
import yaml

from streams.evaluate.articles import MentionFigures
from streams.evaluate.gold import GoldError
from streams.evaluate.plover import PloverFigures

Floors = dict[str, dict[str, float]]

ERRORS = {"articles_without_prediction", "mentions_with_bad_offsets", "false", "missed"}
"""Measures that count errors; what is pinned for these is the most there may be."""


@dataclass(frozen=True, slots=True)
class Check:
    """A figure beside its floor."""

    gold: str
    measure: str
    figure: float
    floor: float

    @property
    def holds(self) -> bool:
        """Whether the figure is at least as good as its floor."""
        if self.counts_errors:
            return self.figure <= self.floor
        return self.figure >= self.floor

    @property
    def counts_errors(self) -> bool:
        """Whether less is better."""
        return self.measure.rpartition(".")[2] in ERRORS


def read_floors(text: str, name: str) -> Floors:
    """Read a file of floors; `name` is what errors call it. Raises `GoldError`."""
    try:
        return msgspec.convert(yaml.safe_load(text), Floors)
    except (yaml.YAMLError, msgspec.ValidationError) as exc:
        raise GoldError(f"{name} does not name floors by gold file and measure: {exc}") from None


def check(gold: str, figures: MentionFigures | PloverFigures, floors: Floors) -> list[Check]:
    """Set the figures of a gold file beside its floors.

    Raises `GoldError` where the floors name nothing for it, or no such measure: a floor that is
    not looked at holds nothing.
    """
    if not floors.get(gold):
        raise GoldError(f"no floors for {gold}; there are some for {', '.join(sorted(floors))}")
    measured = dict(_measures(msgspec.to_builtins(figures)))
    unknown = sorted(floors[gold].keys() - measured.keys())
    if unknown:
        raise GoldError(f"floors for {gold}: no measure {unknown[0]} among {', '.join(measured)}")
    return [Check(gold, name, measured[name], floor) for name, floor in floors[gold].items()]


def _measures(figures: Mapping[str, object], under: str = "") -> Iterator[tuple[str, float]]:
    """Yield each figure with its path, such as by_kind.talks.f1."""
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from _measures(value, f"{under}{name}.")
        if isinstance(value, int | float):
            yield f"{under}{name}", value
