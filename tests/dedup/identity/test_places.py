"""Places are the same, in one country, or apart."""

import pytest

from schemas import Place
from streams.dedup.identity.places import Nearness, nearest, nearness
from tests.dedup.factories import ABU_DHABI, GENEVA

PALAIS = Place(name="Palais des Nations, Geneva", country="CHE")
ZURICH = Place(name="Zurich", country="CHE")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (GENEVA, GENEVA, Nearness.SAME),
        (GENEVA, PALAIS, Nearness.SAME),
        (GENEVA, Place(name="geneva"), Nearness.SAME),
        (GENEVA, ZURICH, Nearness.COUNTRY),
        (GENEVA, ABU_DHABI, Nearness.APART),
        # Geneva in Switzerland, Geneva in Alabama.
        (GENEVA, Place(name="Geneva", country="USA"), Nearness.APART),
        (Place(name="a hotel"), GENEVA, Nearness.UNKNOWN),
        (None, GENEVA, Nearness.UNKNOWN),
        (None, None, Nearness.UNKNOWN),
    ],
)
def test_nearness_is_told_from_name_and_country(
    a: Place | None, b: Place | None, expected: Nearness
) -> None:
    """What is not known contradicts nothing, and either may be asked about the other."""
    assert expected == nearness(a, b) == nearness(b, a)


def test_one_near_place_is_enough() -> None:
    """A meeting that moved from Abu Dhabi to Geneva is near to both."""
    assert Nearness.SAME == nearest(GENEVA, [ABU_DHABI, GENEVA])


def test_none_near_is_apart() -> None:
    """A place that is far from every place known is apart."""
    assert Nearness.APART == nearest(GENEVA, [ABU_DHABI, Place(name="a hotel")])


def test_without_places_nothing_is_known() -> None:
    """No place is apart from none."""
    assert Nearness.UNKNOWN == nearest(GENEVA, [])
