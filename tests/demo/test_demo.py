"""The demo, whole, on its embedded broker."""

import subprocess
import sys

from streams.demo.feed import sample_articles


def test_every_sample_article_has_an_outcome() -> None:
    """`parley demo --quick` feeds all samples and sums up what became of each."""
    command = (sys.executable, "-m", "streams.cli", "demo", "--quick")
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert 0 == done.returncode, done.stderr
    assert f"{len(sample_articles())} articles: " in done.stdout
    assert "two or more independent origins" in done.stdout
