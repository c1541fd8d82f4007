"""What `mend` refuses: another Faust, and settings or agents that could lose records."""

from typing import Any

import faust
import mode
import pytest

from streams.shell import reliability
from streams.shell.reliability import UnreliableError

GOOD: dict[str, Any] = {
    "broker": "kafka://127.0.0.1:1",
    "consumer_auto_offset_reset": "earliest",
    "topic_allow_declare": False,
}


def app_with(**settings: Any) -> Any:
    return faust.App("demands", **{**GOOD, **settings})


async def work(stream: Any) -> None:
    async for _ in stream.events():
        pass


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("processing_guarantee", "exactly_once"),
        ("producer_acks", 1),
        ("consumer_auto_offset_reset", "latest"),
        ("topic_allow_declare", True),
        ("stream_wait_empty", False),
        ("producer_threaded", True),
    ],
)
async def test_losing_setting_is_refused(setting: str, value: object) -> None:
    """The error names the setting and its right value."""
    with pytest.raises(UnreliableError, match=f"set {setting}="):
        reliability.mend(app_with(**{setting: value}))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"concurrency": 2}, "concurrency is 2"),
        ({"supervisor_strategy": mode.OneForOneSupervisor}, "skips the record it died of"),
    ],
)
async def test_losing_agent_is_refused(options: dict[str, Any], said: str) -> None:
    """The error names the agent and what is wrong with it."""
    app = app_with()
    app.agent(reliability.raw_topic(app, "in"), name="reader", **options)(work)
    with pytest.raises(UnreliableError, match=f"agent reader: .*{said}"):
        reliability.mend(app)


async def test_typed_topic_is_refused() -> None:
    """A topic that Faust would decode is refused: a malformed record would kill its agent."""
    app = app_with()
    app.agent(app.topic("in"), name="reader")(work)
    with pytest.raises(UnreliableError, match=r"agent reader: .*raw"):
        reliability.mend(app)


async def test_typed_table_is_refused() -> None:
    """A table whose changelog Faust would decode is refused: one bad record, and no start."""
    app = app_with()
    app.Table("seen", partitions=1)
    with pytest.raises(UnreliableError, match=r"table seen: .*raw"):
        reliability.mend(app)


async def test_safe_application_is_mended() -> None:
    """An application that meets all demands passes, and its agents end the worker they fail in."""
    app = app_with()
    app.agent(reliability.raw_topic(app, "in"), name="reader", concurrency=1)(work)
    reliability.raw_table(app, "seen", partitions=1)
    reliability.mend(app)
    assert mode.CrashingSupervisor == app.conf.agent_supervisor


@pytest.mark.parametrize("installed", ["0.15.2", "0.15.4", "0.16.0"])
async def test_other_faust_is_refused(monkeypatch: pytest.MonkeyPatch, installed: str) -> None:
    """The mends replace private methods of one release, and say so when it is another."""
    monkeypatch.setattr(reliability, "version", lambda _name: installed)
    with pytest.raises(UnreliableError, match=f"{installed} is installed.*0.15.3"):
        reliability.mend(app_with())
