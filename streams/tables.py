"""Tables that people edit: what is wrong with one is a sentence that names file and place."""

import csv
import re
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec
import yaml

from streams.errors import TableError

T = TypeVar("T")
STEP = re.compile(r"\w+|\[(?:\d+|\.\.\.)\]")
"""Of a path as msgspec gives it: `$.nouns[1].sort`."""


def read_yaml(path: Traversable, shape: type[T]) -> T:
    """Return a file of YAML as `shape`; raises `TableError`."""
    try:
        return msgspec.convert(yaml.load(path.read_text("utf-8"), _Strict), shape)  # noqa: S506  # it is safe
    except yaml.MarkedYAMLError as exc:
        line = exc.problem_mark.line + 1 if exc.problem_mark else 0
        raise TableError(f"{path}: line {line}: {exc.problem}") from None
    except msgspec.ValidationError as exc:
        raise TableError(f"{path}: {exc}{_allowed(str(exc), shape)}") from None
    except yaml.YAMLError as exc:
        raise TableError(f"{path}: {exc}") from None


def _allowed(problem: str, shape: type[Any]) -> str:
    """Return what may stand where a value is none of those allowed; "" of any other problem."""
    if not problem.startswith("Invalid enum value"):
        return ""
    schema, components = msgspec.json.schema_components([shape])
    found = list(_at(STEP.findall(problem.rpartition("$")[2]), schema[0], components))
    return f"; allowed are {', '.join(map(str, found))}" if found else ""


def _at(
    steps: list[str], schema: Mapping[str, Any], components: Mapping[str, Any]
) -> Iterator[object]:
    """Yield the values that a schema allows at the end of a path into it."""
    if "$ref" in schema:
        schema = components[schema["$ref"].rpartition("/")[2]]
    for either in schema.get("anyOf", ()):
        yield from _at(steps, either, components)
    if not steps:
        yield from schema.get("enum", schema.get("propertyNames", {}).get("enum", ()))
        return
    step, *rest = steps
    inner = schema.get("properties", {}).get(step)
    for below in (inner,) if inner else map(schema.get, ("items", "additionalProperties")):
        if isinstance(below, Mapping):
            yield from _at(rest, below, components)


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
