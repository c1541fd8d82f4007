"""When and where something was said is no part of what is wanted or refused."""

import pytest

from tests.extract.reading import statement, statements


@pytest.mark.parametrize(
    ("text", "content", "day"),
    [
        ("Peru asked Chile to halt drilling off Arica on Monday.", "halt drilling off Arica", 2),
        (
            "Peru asked Chile to halt drilling off Arica during a call with Chile on Sunday.",
            "halt drilling off Arica",
            1,
        ),
        (
            "Kenya urged Chad to reopen the border at talks in Lima on Tuesday.",
            "reopen the border",
            3,
        ),
        (
            "Kenya urged Chad to reopen the border after a meeting in Lima on Tuesday.",
            "reopen the border",
            3,
        ),
        ("Chile refused to sign the accord on Monday.", "sign the accord", 2),
    ],
)
def test_occasion_behind_is_no_content(text: str, content: str, day: int) -> None:
    """Its day is that on which it was said."""
    found = statement(text)

    assert content == found.content
    assert found.when is not None
    assert f"2026-02-0{day}" == found.when.start


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chile urged Peru to reopen the border by Friday.", "reopen the border by Friday"),
        ("Chile asked Peru on Monday to send envoys on Friday.", "send envoys on Friday"),
        (
            "Peru demanded that Chile be represented at the talks.",
            "Chile be represented at the talks",
        ),
    ],
)
def test_what_is_to_be_done_has_its_own_time_and_place(text: str, content: str) -> None:
    """A term, a day beside that of asking, and talks that were told of before."""
    assert content in [found.content for found in statements(text)]
