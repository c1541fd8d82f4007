"""Tables that people edit: what is wrong with one is a sentence that names file and place."""

import csv
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec
import yaml

from streams.errors import TableError

T = TypeVar("T")


def read_yaml(path: Traversable, shape: type[T]) -> T:
    """Return a file of YAML as `shape`; raises `TableError`."""
    try:
        return msgspec.convert(yaml.load(path.read_text("utf-8"), _Strict), shape)  # noqa: S506  # it is safe
    except yaml.MarkedYAMLError as exc:
        line = exc.problem_mark.line + 1 if exc.problem_mark else 0
        raise TableError(f"{path}: line {line}: {exc.problem}") from None
    except (yaml.YAMLError, msgspec.ValidationError) as exc:
        raise TableError(f"{path}: {exc}") from None


class _Strict(yaml.SafeLoader):
    """Refuses a key that stands twice: YAML would drop the first without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return a mapping; raises `yaml.MarkedYAMLError`."""
        keys = [key for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        seen: set[str] = set()
        for key in keys:
            if key.value in seen:
                problem = f"{key.value} stands here a second time"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


class Row(dict[str, str]):
    """A row of a file, by column."""

    place = ""
    """Its file and line, for errors."""


def read_csv(path: Traversable) -> Iterator[Row]:
    """Yield the rows of a file, by column; raises `TableError`. A line may be a comment."""
    kept = [
        (number, line)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if line and not line.startswith("#")
    ]
    reader = csv.reader(line for _, line in kept)
    columns = next(reader)
    for cells in reader:
        place = f"{path}: line {kept[reader.line_num - 1][0]}"
        if len(cells) != len(columns):
            raise TableError(f"{place} has {len(cells)} cells for {', '.join(columns)}")
        row = Row(zip(columns, cells, strict=True))
        row.place = place
        yield row
