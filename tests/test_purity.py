"""The core stays pure: no Kafka, no clock, no input or output, no log."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import streams

ROOT = Path(streams.__file__).parent
FOLDERS = "ingest extract sketches dedup processes publish stored evaluate".split()
CORE = [
    *(p for s in FOLDERS for p in sorted(ROOT.joinpath(s).rglob("*.py")) if p.name != "agent.py"),
    *sorted(ROOT.parent.joinpath("schemas").glob("*.py")),
    *sorted(ROOT.glob("*.py")),
]
FORBIDDEN = {"faust", "aiokafka", "mode", "asyncio", "logging", "socket", "random", "time"}
SHELL = "streams.shell"
CLOCKS = {"now", "utcnow", "today"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def calls(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr


@pytest.mark.parametrize("path", CORE, ids=lambda p: str(p.relative_to(ROOT.parent)))
def test_core_imports_no_kafka(path: Path) -> None:
    """No module of the core imports Faust, aiokafka, the shell, or anything that waits or logs."""
    found = [name for name in imports(path) if name.split(".")[0] in FORBIDDEN]
    assert [] == found + [name for name in imports(path) if name.startswith(SHELL)]


@pytest.mark.parametrize("path", CORE, ids=lambda p: str(p.relative_to(ROOT.parent)))
def test_core_reads_no_clock(path: Path) -> None:
    """Time comes in as an argument."""
    assert set() == CLOCKS & set(calls(path))


def test_stages_are_found() -> None:
    """The list above is not empty by mistake."""
    assert {*FOLDERS} <= {path.relative_to(ROOT).parts[0] for path in CORE if ROOT in path.parents}
