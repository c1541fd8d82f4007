"""Compare what was fed with what became of it: each raw record must have exactly one outcome.

Run it where Parley is installed, with the same PARLEY_* settings: `python deploy/outcomes.py
[SECONDS]`. It waits that long for the last outcome, prints one line of figures, and exits with 1
if an outcome is missing, foreign, or contradicted by another of the same record. Outcomes may be
repeated, since records are processed at least once; a repeated one must say the same.
"""

import asyncio
import os
import sys
import time
from collections import Counter

import click

from schemas import Outcome, decode
from streams.settings import Settings, load
from streams.shell.records import EVERYTHING, follow

POLL_SECONDS = 1.0

Seen = dict[str, set[str]]


async def main(settings: Settings, patience: float) -> int:
    """Print the figures and return the exit code."""
    deadline = time.monotonic() + patience
    fed, seen = await read(settings)
    while fed - seen.keys() and time.monotonic() < deadline:
        await asyncio.sleep(POLL_SECONDS)
        fed, seen = await read(settings)
    click.echo(summary(fed, seen))
    return 0 if fed and faults(fed, seen) == (0, 0, 0) else 1


def faults(fed: set[str], seen: Seen) -> tuple[int, int, int]:
    """Return how many outcomes are missing, foreign and contradicted."""
    contradicted = [source for source, outcomes in seen.items() if len(outcomes) > 1]
    return len(fed - seen.keys()), len(seen.keys() - fed), len(contradicted)


def summary(fed: set[str], seen: Seen) -> str:
    """Return the figures in one line."""
    missing, foreign, contradicted = faults(fed, seen)
    counts = Counter(min(outcomes) for outcomes in seen.values())
    names = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    return (
        f"fed {len(fed)}, with an outcome {len(seen)} ({names}); "
        f"missing {missing}, foreign {foreign}, contradicted {contradicted}"
    )


async def read(settings: Settings) -> tuple[set[str], Seen]:
    """Return the sources of all raw records, and the outcomes of each source."""
    fed = {
        f"{record.topic}/{record.partition}/{record.offset}"
        async for record in follow(settings, "articles.raw", EVERYTHING)
    }
    seen: Seen = {}
    async for record in follow(settings, "outcomes", EVERYTHING):
        outcome = decode(record.value, Outcome)
        seen.setdefault(outcome.source, set()).add(outcome.outcome)
    return fed, seen


if __name__ == "__main__":
    patience = float(sys.argv[1]) if len(sys.argv) > 1 else 0.0
    sys.exit(asyncio.run(main(load(os.environ), patience)))
