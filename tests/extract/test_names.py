"""Which names in a text stand for an actor."""

import pytest

from tests.extract.reading import document


@pytest.mark.parametrize(
    "place",
    [
        "Northern Ireland",
        "the South China Sea",
        "Latin America",
        "the Niger Delta",
        "the Paris climate accord",
        "the Minsk agreements",
        "the Treaty of Rome",
        "a North American farm",
        "the Omani capital",
        "the Times of Israel",
    ],
)
def test_what_only_has_a_state_in_its_name_is_no_actor(place: str) -> None:
    """Regions, seas, continents, outlets, and treaties named after where they were signed."""
    assert [] == [
        name.actor for name in document(f"They spoke of {place} again.").names if name.actor
    ]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ireland spoke again.", "IRL"),
        ("Paris spoke again.", "FRA"),
        ("America spoke again.", "USA"),
        ("China spoke again.", "CHN"),
    ],
)
def test_the_state_itself_is_one(text: str, actor: str) -> None:
    """The same name alone stands for the state."""
    assert [actor] == [name.actor for name in document(text).names]
