"""The `kafka` fixture, and a loud word when there is no broker to give.

PARLEY_TEST_BOOTSTRAP=host:port names a broker that is already there; otherwise one is started.
PARLEY_REQUIRE_KAFKA=1 makes a missing broker a failure, where it would be a skip.
"""

import os
import uuid
from collections.abc import Iterator

import pytest

from tests.kafka import broker

missing = pytest.StashKey[str]()


@pytest.fixture(scope="session")
def kafka(pytestconfig: pytest.Config) -> Iterator[str]:
    """Give the address of a real Kafka broker, shared by the whole run: use names of your own."""
    if given := os.environ.get("PARLEY_TEST_BOOTSTRAP"):
        yield given
        return
    try:
        broker.jars()
    except broker.Unavailable as exc:
        pytestconfig.stash[missing] = str(exc)
        if os.environ.get("PARLEY_REQUIRE_KAFKA") == "1":
            pytest.fail(f"PARLEY_REQUIRE_KAFKA=1, and {exc}", pytrace=False)
        pytest.skip(f"no Kafka: {exc}")
    with broker.start() as node:
        yield node.bootstrap


@pytest.fixture
def unique() -> str:
    """Give a prefix for topics and groups that no other test uses, on whatever broker."""
    return f"test-{uuid.uuid4().hex[:10]}-"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that takes the `kafka` fixture, so that `-m "not kafka"` leaves it out."""
    for item in items:
        if "kafka" in getattr(item, "fixturenames", ()):
            item.add_marker("kafka")


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say aloud that the guarantees were not tested: a skip among hundreds is easily missed."""
    reason = config.stash.get(missing, None)
    if reason is None:
        return
    reports = (*terminalreporter.getreports("skipped"), *terminalreporter.getreports("error"))
    count = sum(reason in str(report.longrepr) for report in reports)
    terminalreporter.section("KAFKA TESTS NOT RUN", sep="!", red=True, bold=True)
    terminalreporter.line(f"{count} tests against a real broker did not run: {reason}", red=True)
