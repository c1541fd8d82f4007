"""The demo, whole, on its embedded broker."""

import subprocess
import sys
import tempfile

import pytest
from rich.console import Console

from streams.demo.feed import sample_articles
from streams.demo.run import Worker
from streams.demo.view import PUSH, print_next_steps
from streams.errors import BrokerError


def test_every_sample_article_has_an_outcome() -> None:
    """`parley demo --quick` feeds all samples and sums up what became of each."""
    command = (sys.executable, "-m", "streams.cli", "demo", "--quick")
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert 0 == done.returncode, done.stderr
    assert f"{len(sample_articles())} articles: " in done.stdout
    assert "two or more independent origins" in done.stdout
    assert "The negotiation with most rounds" in done.stdout


def test_worker_that_ends_is_told_with_its_log() -> None:
    """When the worker dies the demo says so, with the last lines that it wrote."""
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen([sys.executable, "-c", "print('why'); exit(4)"], stdout=log)
        process.wait()
        with pytest.raises(BrokerError, match="ended with 4:\nwhy"):
            Worker(process, log).check()


def test_what_is_to_be_pushed_stands_on_one_line() -> None:
    """The command is copied as it stands, out of no frame."""
    console = Console(width=60)
    with console.capture() as printed:
        print_next_steps(console, "localhost:1")
    assert PUSH in printed.get().splitlines()
