"""Spans carried from one text to another."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from streams.evaluate.align import Span, carry, squeeze

NEWS = "Straße 9: “No deal – yet”, Lima’s envoy said.\nNo deal, said Quito."
LETTERS = st.text("ab ß“-\n", max_size=40)


def carried(words: Span, source: str, target: str) -> list[str]:
    return [target[s:e] for s, e in carry([words], squeeze(source), squeeze(target))]


@pytest.mark.parametrize(
    "target",
    [
        NEWS.replace("“", '"').replace("”", '"').replace("’", "'"),
        NEWS.replace(" ", "\u00a0\n "),
        NEWS.replace("–", "-"),
        NEWS.upper(),
        f"Quito, Monday. {NEWS}",
    ],
)
def test_words_are_found_again(target: str) -> None:
    """Quotes, dashes, white space, case and text before do not hide the words."""
    (words,) = carried((0, NEWS.index(" said.")), NEWS, target)
    assert squeeze("Strasse 9: No deal yet, Limas envoy").letters == squeeze(words).letters


@pytest.mark.parametrize("nth", [0, 1])
def test_nearest_of_several_places_is_taken(nth: int) -> None:
    """Words that stand twice are carried to the place they came from."""
    start = (NEWS.index("No deal"), NEWS.rindex("No deal"))[nth]
    span = (start, start + len("No deal"))
    assert [span] == list(carry([span], squeeze(NEWS), squeeze(NEWS)))


def test_absent_words_are_left_out() -> None:
    """Words that the other text does not have have no place in it."""
    assert [] == carried((0, len(NEWS)), NEWS, NEWS.replace("deal", "pact"))


def test_span_of_quotes_has_no_place() -> None:
    """A span without a letter is left out."""
    start = NEWS.index("”")
    assert [] == carried((start, start + 1), NEWS, NEWS)


@example("aaa", 1, 3)
@given(LETTERS, st.integers(0, 40), st.integers(0, 40))
def test_carried_to_its_own_text_a_span_stays(text: str, start: int, end: int) -> None:
    """It keeps its place and its letters; it is lost only if it has none."""
    squeezed = squeeze(text)
    places = list(carry([(start, end)], squeezed, squeezed))
    letters = squeeze(text[start:end]).letters
    assert bool(letters) == bool(places)
    assert all(start <= s < e <= end for s, e in places)
    assert all(squeeze(text[s:e]).letters == letters for s, e in places)
