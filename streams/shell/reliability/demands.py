"""What an application must not do if it is to lose nothing, checked before it starts."""

from collections.abc import Iterator
from typing import Any

import mode

from streams.errors import ParleyError
from streams.shell.reliability.raw import is_raw


class UnreliableError(ParleyError):
    """The application, or the Faust under it, could lose records; the message says what to do."""


def check_demands(app: Any) -> None:
    """Raise `UnreliableError` naming every setting and agent that could lose records."""
    wrong = [*_settings(app.conf), *_agents(app.agents.values()), *_typed(app)]
    if wrong:
        raise UnreliableError("this Faust application could lose records: " + "; ".join(wrong))


def _settings(conf: Any) -> Iterator[str]:
    demanded = {
        "processing_guarantee": "at_least_once",
        "producer_acks": -1,
        "producer_threaded": False,
        "consumer_auto_offset_reset": "earliest",
        "topic_allow_declare": False,
        "stream_wait_empty": True,
    }
    for name, demand in demanded.items():
        value = getattr(conf, name)
        if getattr(value, "value", value) != demand:
            yield f"set {name}={demand!r}, not {value!r}"


def _agents(agents: Any) -> Iterator[str]:
    for agent in agents:
        # Commits are bounded all the same, but records of one key would overtake each other.
        if agent.concurrency != 1:
            yield f"agent {agent.name}: concurrency is {agent.concurrency}, start more processes"
        if agent.supervisor_strategy not in (None, mode.CrashingSupervisor):
            yield f"agent {agent.name}: a supervisor that restarts it skips the record it died of"


def _typed(app: Any) -> Iterator[str]:
    readers = [(f"agent {agent.name}", agent.channel) for agent in app.agents.values()]
    tables = [(f"table {table.name}", table) for table in app.tables.values()]
    for name, channel in (*readers, *tables):
        if not is_raw(app, channel):
            yield f"{name}: a malformed record would stop it, take raw bytes"
