"""What is told in other words is joined, whatever else is told; what happens again is not."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import pytest

from tests.reach_joining import retold
from tests.retold.articles import recurrences, runs

Article = dict[str, Any]


@pytest.mark.slow
@pytest.mark.parametrize(("who", "recall"), [("states", 0.95), ("groups", 0.90)])
def test_what_is_retold_is_joined(who: str, recall: float) -> None:
    """The floors are under what was reached, with what an article tells besides."""
    assert retold(every_third(runs(who, beside=True))).recall >= recall


@pytest.mark.slow
@pytest.mark.parametrize("who", ["states", "groups"])
def test_what_happens_again_is_not_joined(who: str) -> None:
    """Forty days later it is another one, whatever the words."""
    assert retold(every_third(recurrences(who))).precision >= 0.99


def every_third(happenings: Iterable[list[Article]]) -> Iterator[list[Article]]:
    """Return a third of what happens, for time; `tests.reach_joining` measures all of it."""
    return islice(happenings, None, None, 3)
