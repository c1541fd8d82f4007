"""What a line of the terminal tells of an event."""

from typing import Any

from msgspec.structs import replace

from schemas import Event
from streams.cli.views import brief, who
from streams.dedup import join
from tests.dedup.factories import article, mention, talks


def position(**fields: Any) -> Event:
    """Return the event of one demand."""
    said: dict[str, Any] = {
        "holder": "RUS",
        "target": "UKR",
        "content": "the whole of [the] east",
    } | fields
    (event,) = join([mention("demand", article("harbour"), **said)])
    return event


def test_a_position_tells_who_wants_what_of_whom() -> None:
    """A demand shows holder, target and its words, which are no markup."""
    line = brief(position())
    assert "RUS → UKR: the whole of \\[the] east" in line
    assert "1 report, 1 origin" in line


def test_long_words_are_shortened() -> None:
    """A line stays a line."""
    assert "word …" in brief(position(content="word " * 60))


def test_a_position_without_a_target_has_its_holder() -> None:
    """Who is addressed may be unknown."""
    assert "RUS" == who(replace(position(), target=None))


def test_what_was_merged_says_into_which() -> None:
    """An event that is part of another has no reports to count."""
    (event,) = join([talks("harbour")])
    line = brief(replace(event, merged_into="e-2", reports=()))
    assert "merged into e-2" in line
    assert "0 reports" not in line
