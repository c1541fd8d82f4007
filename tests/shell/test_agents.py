"""The agents of all stages keep to what the shell can guarantee, read from their source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import streams

SOURCE = Path(streams.__file__).parent
AGENTS = sorted(SOURCE.glob("*/agent.py"))
LOSING = {"take", "take_with_timestamp", "noack", "noack_take", "group_by", "through"}
"""`take` loses a batch to an exception, `noack` commits what nobody has finished; `group_by` and
`through` send on behalf of the agent, and nobody awaits the delivery."""


def faults(code: str) -> Iterator[str]:
    """Yield what an agent's source does that could lose records."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        name = node.func.attr
        if name in LOSING:
            yield f"line {node.lineno}: {name}"
        given = {keyword.arg: keyword.value for keyword in node.keywords}
        if name == "agent" and not _is_one(given.get("concurrency")):
            yield f"line {node.lineno}: concurrency is not 1"
        if name == "agent" and (more := given.keys() & {"sink", "supervisor_strategy", None}):
            yield f"line {node.lineno}: {sorted(map(str, more))}"


def _is_one(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and value.value == 1


def test_each_stage_with_an_agent_is_found() -> None:
    """The agents are where this test looks for them."""
    assert {"ingest", "extract", "dedup", "processes"} <= {path.parent.name for path in AGENTS}


@pytest.mark.parametrize("path", AGENTS, ids=lambda path: path.parent.name)
def test_agent_does_nothing_that_loses_records(path: Path) -> None:
    """No `take`, no `noack`, no concurrency but 1, no supervisor of its own."""
    assert [] == list(faults(path.read_text("utf-8")))


@pytest.mark.parametrize(
    "code",
    [
        "@app.agent(topic)\nasync def a(s): ...",
        "@app.agent(topic, concurrency=2)\nasync def a(s): ...",
        "@app.agent(topic, concurrency=1, sink=[f])\nasync def a(s): ...",
        "@app.agent(topic, concurrency=1, **more)\nasync def a(s): ...",
        "async def a(s):\n    async for e in s.take(10, within=1): ...",
        "async def a(s):\n    async for e in s.noack().events(): ...",
    ],
)
def test_losing_agent_would_be_found(code: str) -> None:
    """Each of the forbidden forms is recognised."""
    assert 1 == len(list(faults(code)))


def test_only_the_agents_declare_agents() -> None:
    """No other file of the package declares one, so that none escapes this test."""
    found = {
        path
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "agent"
    }
    assert set(AGENTS) == found
