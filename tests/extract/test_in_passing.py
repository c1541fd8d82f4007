"""What is told in passing: kept, compared, measured, awaited or asked about."""

import pytest

from streams.extract.parse import parse
from streams.extract.statements.deals import lays_down
from tests.extract.reading import statement, statements


@pytest.mark.parametrize(
    "text",
    [
        "Chad would not give up its demand for a full withdrawal of Sudanese forces, it said.",
        "It is the first time in decades that Chad has accepted a plan of Sudan.",
        "This was the first time Chad had accepted a plan of Sudan.",
        "Chile said Peru's exports were far from meeting Chile's core demands.",
        "Chad said it would sign once Sudan accepts the plan.",
        "Chad said aid would come as long as Sudan accepts the plan.",
        "Chad told reporters that Sudan did not really want an agreement.",
        "Peru asked why Chile had closed the border.",
    ],
)
def test_what_is_told_in_passing_is_not_done(text: str) -> None:
    """What is kept, compared, measured, awaited or asked about is no position by itself."""
    told = {s.kind for s in statements(text)}

    assert told.isdisjoint({"rejection", "acceptance", "demand"} - _of_its_own(text))


def _of_its_own(text: str) -> set[str]:
    """Return the kind that is told besides: that nobody gives up a demand tells of the demand."""
    return {"demand"} if "its demand for" in text else set()


def test_who_will_not_drop_a_demand_makes_it_still() -> None:
    """It is a demand, and what it is for is its content."""
    text = "Chad would not give up its demand for a withdrawal of Sudanese forces, it said."
    demand = statement(text)

    assert (demand.kind, demand.holder) == ("demand", "TCD")
    assert demand.content == "a withdrawal of Sudanese forces"


@pytest.mark.parametrize(
    ("text", "demanded"),
    [
        ("Chad can set the conditions for a truce.", False),
        ("Chad set conditions for a truce.", True),
        ("Chad set out the conditions for a truce.", True),
    ],
)
def test_conditions_that_are_brought_about_are_no_demand(text: str, demanded: bool) -> None:
    """Who sets the conditions for a thing sees to it that it can be."""
    (tree,) = parse([text])
    verb = next(word for word in tree if word.lemma == "set")

    assert demanded is lays_down(tree, verb.i)
