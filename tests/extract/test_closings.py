"""Headlines that end in whose word they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.extract.closings import find_closing
from streams.extract.tree import leads_to_a_root
from tests.extract.reading import encounters, statement
from tests.extract.trees import trees

BODY = "The office gave no details."


@pytest.mark.parametrize(
    ("headline", "kind", "holder", "content"),
    [
        ("Kenya must open border: Chad", "demand", "TCD", "Kenya must open border"),
        ("Kenya violated truce: Chad army", "accusation", "TCD", "Kenya violated truce"),
        ("Chad will not yield to Kenya: PM", "rejection", "TCD", "yield to Kenya"),
        ("Chad ready for talks with Kenya: minister", "acceptance", "TCD", "talks with Kenya"),
    ],
)
def test_who_stands_behind_the_colon_says_it(
    headline: str, kind: str, holder: str, content: str
) -> None:
    """By his name or his post, as if the headline said so."""
    found = statement(f"{headline}\n{BODY}")

    assert (kind, holder, content) == (found.kind, found.holder, found.content)


@pytest.mark.parametrize("headline", ["Chad meets Kenya: a timeline", "Chad: Kenya must yield"])
def test_other_colons_say_nothing_of_it(headline: str) -> None:
    """What is told behind them is no speaker."""
    assert find_closing(headline, [(0, 4)]) is None


@given(st.data())
def test_what_is_put_back_is_a_tree(data: st.DataObject) -> None:
    """Whatever the parser makes of what stands before the colon."""
    told = "Kenya must open its border"
    headline = f"{told}: Chad army"
    closing = find_closing(headline, [(len(told) + 2, len(told) + 6)])
    assert closing is not None
    restored = closing.restored(data.draw(trees(closing.text.split())))

    assert leads_to_a_root(restored)
    assert "say" == restored[restored[-1].head].lemma
    assert headline.split() == f"{' '.join(t.text for t in restored)}".replace(" :", ":").split()


def test_encounters_are_read_before_a_colon() -> None:
    """They are told by the clause itself."""
    (found,) = encounters(f"Chad and Kenya to meet on Friday: UN\n{BODY}")

    assert "planned" == found.status
