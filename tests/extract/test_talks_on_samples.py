"""What is read of the sample articles, measured. The floors may rise, and never fall."""

from collections.abc import Iterator
from functools import cache

import pytest
from _pytest.mark import ParameterSet

from tests.extract.sample_talks import FIELDS, expected, reading, wrong_fields
from tests.extract.samples import articles
from tests.samples.test_samples import truth

RECALL = 0.59
PRECISION = 0.88
FIELDS_RIGHT = 0.82
"""As measured: 70 of 118 encounters found, 9 invented, 287 of 350 fields right."""


@cache
def counts() -> dict[str, int]:
    """Count encounters found, missing and invented, and fields right and wrong."""
    total = dict.fromkeys(("found", "missing", "invented", "wrong"), 0)
    for name in articles():
        read = reading(name)
        firm = [e for e in read.found if not expected()[name][e].get("optional")]
        total["found"] += len(firm)
        total["missing"] += len(read.missing)
        total["invented"] += len(read.invented)
        total["wrong"] += sum(len(wrong_fields(name, encounter)) for encounter in firm)
    return total


def test_recall_does_not_fall() -> None:
    """So many of the encounters that a careful reader finds are found."""
    n = counts()
    assert n["found"] / (n["found"] + n["missing"]) >= RECALL


def test_precision_does_not_fall() -> None:
    """So many of the encounters that are found are some."""
    n = counts()
    assert n["found"] / (n["found"] + n["invented"]) >= PRECISION


def test_fields_do_not_get_worse() -> None:
    """So many fields of the encounters found are right."""
    n = counts()
    assert 1 - n["wrong"] / (n["found"] * len(FIELDS)) >= FIELDS_RIGHT


MISREAD = {
    "lakeside-250517-travel": "Iranians and Syrians meet as travellers",
    "bytebolt-250909-summit": "Madrid and Warsaw stand for companies",
}
"""Near misses that are still taken for encounters, and as what."""


def near_misses() -> Iterator[ParameterSet]:
    """Yield each near miss, those that are misread as expected failures."""
    for name, told in truth()["articles"].items():
        if told["outcome"] == "no_event":
            why = [pytest.mark.xfail(reason=MISREAD[name])] if name in MISREAD else []
            yield pytest.param(name, marks=why)


@pytest.mark.parametrize("name", list(near_misses()))
def test_near_miss_has_no_encounter(name: str) -> None:
    """Football, wages and mergers talk like negotiation and are none."""
    read = reading(name)
    assert ((), {}) == (read.invented, read.found)


def test_every_expected_article_is_a_sample() -> None:
    """The expectations speak of articles that exist."""
    assert expected().keys() <= articles().keys()
