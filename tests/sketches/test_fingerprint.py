"""Fingerprints: copies are known, independent reports are not taken for copies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.sketches.fingerprint import containment, fingerprint, is_copy

TEXT = (
    "Envoys of the two countries met in the old customs house for the third time this month and "
    "agreed to open two crossings before the harvest, a spokesman for the hosts told reporters. "
    "The crossings have been shut since the spring, when a patrol boat was seized on the river."
)
OTHER = (
    "Two crossings on the river are to open again before the harvest. That is what negotiators "
    "settled on after their meeting, according to people at the table who asked not to be named."
)
FLASH = (
    "The governments of Chad and Sudan agreed on Monday to reopen the crossing at Adre to trucks."
)


def test_edited_copy_is_a_copy() -> None:
    """A copy with another first sentence and a few words changed is one."""
    edited = "From our wires. " + TEXT.replace("this month", "in four weeks")
    assert is_copy(fingerprint(TEXT), fingerprint(edited))


def test_independent_report_is_no_copy() -> None:
    """The same news in other words is no copy."""
    assert not is_copy(fingerprint(TEXT), fingerprint(OTHER))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (FLASH, f"Border news. {FLASH}", True),
        (FLASH, "The governments of Chad and Sudan agreed on Monday to free all captives.", False),
        ("Chad and Sudan declare truce.", "Chad and Sudan declare truce. Guns are silent.", True),
        ("Chad and Sudan declare truce in Abeche.", "Chad and Sudan declare truce in Adre.", False),
    ],
)
def test_flashes_share_a_turn_of_phrase(one: str, other: str, *, expected: bool) -> None:
    """A copy has a run of twelve words of the other, or is as a whole in it."""
    assert expected == is_copy(fingerprint(one), fingerprint(other))


@given(st.text(), st.text())
def test_containment_is_symmetric(a: str, b: str) -> None:
    """It makes no difference which of two texts is named first, and the share is a share."""
    one, other = fingerprint(a), fingerprint(b)
    assert containment(one, other) == containment(other, one)
    assert 0.0 <= containment(one, other) <= 1.0


@given(st.text())
def test_case_and_space_make_no_difference(text: str) -> None:
    """A text in other white space has the same fingerprint."""
    assert fingerprint(text) == fingerprint(f"  {text}\n")
