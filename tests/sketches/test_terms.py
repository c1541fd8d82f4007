"""Terms: texts about one thing are alike, others are not."""

from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.sketches.terms import SIZE, is_alike, likeness, terms, words
from streams.training.words import counted
from tests.sketches.texts import NEWS, OTHER, RETOLD


def test_news_retold_is_alike() -> None:
    """The same news in other words shares what it is about."""
    assert is_alike(terms(NEWS), terms(RETOLD))


def test_other_news_is_not_alike() -> None:
    """News of something else does not."""
    assert not is_alike(terms(NEWS), terms(OTHER))


def test_rare_words_come_before_common_ones() -> None:
    """What any article may say tells nothing of this one."""
    first = b64decode(terms("the talks said minister Wendle"))[:2]
    assert b64decode(terms("Wendle")) == first


@pytest.mark.parametrize("text", ["", "a I - 's", "..."])
def test_without_words_nothing_is_alike(text: str) -> None:
    """A text without words has an empty sketch, which is like no other and not like itself."""
    assert "" == terms(text)
    assert not is_alike(terms(text), terms(text))


def test_possessive_and_case_make_no_difference() -> None:
    """The words of a text are those of any other way to write them."""
    assert [*words("Wendle's SLUICES, rock-fall 12")] == ["wendle", "sluices", "rock-fall", "12"]


@given(st.text(), st.text())
def test_likeness_is_symmetric(a: str, b: str) -> None:
    """It makes no difference which of two texts is named first, and it is a share."""
    one, other = terms(a), terms(b)
    assert likeness(one, other) == likeness(other, one)
    assert 0.0 <= likeness(one, other) <= 1.0 + 1e-9


@given(st.text())
def test_sketch_is_small(text: str) -> None:
    """Whatever the text, two bytes for each of its weightiest words are kept."""
    assert len(b64decode(terms(text))) <= 2 * SIZE


def test_words_are_counted_by_text() -> None:
    """A word counts once in each text, and one of a single text is left out."""
    texts = ["Barley barley sluice", "barley", "sluice barley x"]
    assert "3\nbarley 3\nsluice 2\n" == counted(texts)
