"""What is told in other words is joined, whatever else is told; what happens again is not."""

import pytest

from tests.reach_joining import retold
from tests.retold.articles import recurrences, runs


@pytest.mark.slow
@pytest.mark.parametrize(
    ("who", "beside", "recall"),
    [
        ("states", False, 0.95),
        ("states", True, 0.90),
        ("groups", False, 0.90),
        ("groups", True, 0.88),
    ],
)
def test_what_is_retold_is_joined(who: str, beside: bool, recall: float) -> None:
    """The floors are under what was reached when the patterns were written."""
    assert retold(runs(who, beside=beside)).recall >= recall


@pytest.mark.slow
@pytest.mark.parametrize("who", ["states", "groups"])
def test_what_happens_again_is_not_joined(who: str) -> None:
    """Forty days later it is another one, whatever the words."""
    assert retold(recurrences(who)).precision >= 0.99
