"""The demo, whole, on its embedded broker."""

import shlex
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import orjson
import psutil
import pytest
from click.testing import CliRunner
from rich.console import Console

from streams.cli import main
from streams.dedup import join
from streams.demo.board import Board, citations
from streams.demo.feed import sample_articles
from streams.demo.run import Worker, command
from streams.demo.view import ARTICLE, PUSH, page, print_next_steps
from streams.errors import BrokerError
from tests.dedup.factories import ABU_DHABI, citing, on, talks
from tests.processes.factories import event, table


def test_every_sample_article_has_an_outcome() -> None:
    """`parley demo --quick` feeds all samples and sums up what became of each."""
    command = (sys.executable, "-m", "streams.cli", "demo", "--quick")
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert 0 == done.returncode, done.stderr
    assert f"{len(sample_articles())} articles: " in done.stdout
    assert "two or more independent origins" in done.stdout
    assert "The negotiation with most rounds" in done.stdout


def test_a_demo_that_is_told_to_end_twice_leaves_nothing_behind() -> None:
    """Whoever is impatient, or ends a group of processes, interrupts no clearing up."""
    command = (sys.executable, "-m", "streams.cli", "demo")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as demo:
        assert demo.stdout is not None
        assert b"Starting" in demo.stdout.readline()
        started = _children(demo.pid)
        for _ in range(5):
            demo.send_signal(signal.SIGTERM)
            time.sleep(0.05)
        _, said = demo.communicate(timeout=60)
    assert b"stopped\n" == said
    assert not [child for child in started if child.is_running()]


def _children(pid: int) -> list[psutil.Process]:
    """Return what a process has started, when it has started the broker and the worker."""
    deadline = time.monotonic() + 60
    found: list[psutil.Process] = []
    while len(found) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.05)
        found = psutil.Process(pid).children()
    return found


def test_worker_that_ends_is_told_with_its_log() -> None:
    """When the worker dies the demo says so, with the last lines that it wrote."""
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen([sys.executable, "-c", "print('why'); exit(4)"], stdout=log)
        process.wait()
        with pytest.raises(BrokerError, match="ended with 4:\nwhy"):
            Worker(process, log).check()


def test_what_is_to_be_pushed_stands_on_one_line() -> None:
    """Commands are copied as they stand, out of no frame, with the path that leads to them."""
    console, parley = Console(width=60), "/far/away/in/a/virtual/environment/bin/parley"
    with console.capture() as printed:
        print_next_steps(console, None, parley)
        print_next_steps(console, "localhost:1", parley)
    lines = printed.get().splitlines()
    assert f"{parley} demo --keep" in lines
    assert "export PARLEY_BOOTSTRAP=localhost:1" in lines
    assert f"echo '{ARTICLE}' | {parley} {PUSH}" in lines


def test_what_is_to_be_pushed_is_an_event() -> None:
    """It is copied as it stands, with nothing prepared, and something comes of it."""
    options = shlex.split(PUSH)[2:]
    ran = CliRunner().invoke(main, ["extract", "-", *options], input=ARTICLE)
    assert "events" == orjson.loads(ran.stdout)["outcome"]


def test_the_command_is_told_by_its_path_where_it_is_on_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`make demo` puts nothing on the PATH: what it says to type must work all the same."""
    monkeypatch.setattr("streams.demo.run.which", lambda _: None)
    assert str(Path(sys.executable).with_name("parley")) == command()


def lines_of(console: Console, **said: Any) -> list[str]:
    """Return the lines of the page with 40 events of which this is said; they fit its height."""
    told = {f"e-{n}": event(str(n), **said, **table()) for n in range(40)}
    with console.capture() as printed:
        console.print(page(Board(40, events=told), console.height))
    lines = printed.get().splitlines()
    assert len(lines) < console.height
    return lines


def test_the_page_fits_a_terminal_of_eighty_columns() -> None:
    """Whoever looks on sees who met, where, and how well it is supported; no line is cut off."""
    met: dict[str, Any] = {
        "place": ABU_DHABI,
        "when": on("2026-01-23"),
        "round": 23,
        "status": "under_way",
    }
    lines = lines_of(Console(width=80, height=24), **met)
    assert all("RUS–UKR" in line and "Abu" in line for line in lines[-10:])
    assert all("reported" in line for line in lines[-10:])


def test_the_page_keeps_its_height_where_it_is_narrow() -> None:
    """An event stays on its line, and who it is about is told before all else."""
    wide: dict[str, Any] = {"place": ABU_DHABI, "round": 23, "status": "postponed"}
    wide |= {"when": on("2026-01-23"), "modality": "conditional", "record_status": "corroborated"}
    lines = lines_of(Console(width=60, height=24), **wide)
    assert all("RUS" in line for line in lines[-10:])


def test_the_page_tells_who_where_kinds_are_long() -> None:
    """Of a narrow page the last to give way is who an event is about."""
    said: dict[str, Any] = {"when": on("2026-01-23"), "status": "failed", "place": ABU_DHABI}
    told = {
        "e-0": event("0", **said, **table()),
        "e-1": event("1", kind="accusation", holder="RUS", target="UKR"),
    }
    console = Console(width=60, height=24)
    with console.capture() as printed:
        console.print(page(Board(2, events=told), console.height))
    assert all(who in printed.get() for who in ("RUS–UKR", "RUS → UKR"))


def test_the_summary_names_outlets_as_they_name_themselves() -> None:
    """From whom a story is has the name under which it is found among the reports."""
    events = join([talks("The Harbour Post"), talks("Dhow Tribune", about=citing("Harbour Post"))])
    assert {"Dhow Tribune": ("The Harbour Post",)} == citations(events)
