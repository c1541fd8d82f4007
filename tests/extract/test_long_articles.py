"""Work on a long article: it grows with the article, and not with its square."""

import re
import sys
from types import FrameType
from typing import Any

import pytest

from streams.extract.document import read
from streams.extract.officials import Official, as_names
from streams.extract.parse import MAX_CHARACTERS, bounded
from streams.extract.sentences import split
from streams.extract.talks.table import find_principals
from tests.extract.reading import WEDNESDAY

SENTENCES = [
    pytest.param("Envoys of Chad and Sudan met in Nairobi on Tuesday, Kenya said. ", id="names"),
    pytest.param("Foreign Minister Ali Omar, the Chadian envoy, met Musa. ", id="posts"),
    pytest.param("Fighters of the Karo Liberation Front and Chadian rebels fled. ", id="groups"),
    pytest.param("President Ali Omar of Chad saw him, and the minister said so. ", id="allusions"),
]
MANY = 500
"""Sentences of the shorter of two articles; more than are parsed."""
LEEWAY = 1.2
"""Twice the article may be that many times twice the work; with its square, it is twice that."""


def steps(sentence: str, count: int) -> int:
    """Return how many steps of Parley's own code it takes to read an article."""
    done = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal done
        done += event == "line"
        return trace if "/streams/" in frame.f_code.co_filename else None

    text = "Chad and Sudan meet\n" + sentence * count
    sys.settrace(trace)
    try:
        find_principals(read(text, WEDNESDAY))
    finally:
        sys.settrace(None)
    return done


@pytest.mark.parametrize("sentence", SENTENCES)
def test_twice_the_article_is_twice_the_work(sentence: str) -> None:
    """Names, posts, groups and allusions look at what is near, and not at the whole article."""
    steps(sentence, 1)  # loads tables and the parser

    assert steps(sentence, 2 * MANY) < 2 * LEEWAY * steps(sentence, MANY)


def test_abbreviations_are_sought_at_the_end_of_what_they_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A list of "Mr. Ali, Gen. Omar" has one end, and is not read anew at each full stop."""
    read_at_most = []

    class Watched:
        def search(self, text: str, start: int = 0, end: int | None = None) -> Any:
            read_at_most.append((len(text) if end is None else end) - start)
            return pattern.search(text, start, len(text) if end is None else end)

    pattern = re.compile(r"([\w.]+?)\.$")
    monkeypatch.setattr("streams.extract.sentences.LAST_WORD", Watched())

    assert 1 == len(split("They met " + "Mr. Ali, Gen. Omar, " * 100 + "and left."))
    assert max(read_at_most) < 100


def test_officials_are_found_wherever_they_are_named() -> None:
    """In full or by the last word, as whole words only, and none inside the other."""
    text = "Ali al-Omar met al-Omar, Omar and Zara O'Dell; O'Dells and al-Omari met Zara O'Dell."
    officials = [Official(name, 0, 0, "envoy", None) for name in ("Ali al-Omar", "Zara O'Dell")]

    found = [(name.start, name.text) for name in as_names(text, officials, ())]

    assert [
        (0, "Ali al-Omar"),
        (16, "al-Omar"),
        (34, "Zara O'Dell"),
        (72, "Zara O'Dell"),
    ] == found


def test_what_is_not_parsed_of_a_sentence_is_not_read() -> None:
    """A text without a full stop is one sentence: each word in it would look through all of it."""
    sentence = "Chad demanded that Sudan withdraw its troops on Monday and "
    (*_, passage) = read(sentence * MANY, WEDNESDAY).passages
    assert passage.sentence.text == bounded(sentence * MANY)
    assert passage.sentence.end == len(passage.sentence.text) <= MAX_CHARACTERS
