"""What a line of the terminal tells of an event."""

from typing import Any

import pytest
from msgspec.structs import replace
from rich.console import Console, RenderableType

from schemas import Event, Place
from streams.cli.chronicle import chronicle, processes_table
from streams.cli.explained import show
from streams.cli.views import brief, events_table, status_of, who
from streams.dedup import join
from streams.demo.board import Board
from streams.demo.view import page, print_summary
from streams.extract import extract
from tests.dedup.factories import article, mention, on, talks
from tests.extract.reading import article as published
from tests.processes.factories import event, held, process

MARKUP = "[red]Nowhere[/] [/]"
"""What is no markup where an article says it."""


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
    line = brief(position()).plain
    assert "RUS → UKR: the whole of [the] east" in line
    assert "1 report, 1 origin" in line


def test_long_words_are_shortened() -> None:
    """A line stays a line."""
    assert "word …" in brief(position(content="word " * 60)).plain


def test_a_position_without_a_target_has_its_holder() -> None:
    """Who is addressed may be unknown."""
    assert "RUS" == who(replace(position(), target=None))


def test_what_was_merged_says_into_which() -> None:
    """An event that is part of another has no reports to count."""
    (event,) = join([talks("harbour")])
    line = brief(replace(event, merged_into="e-2", reports=())).plain
    assert "merged into e-2" in line
    assert "0 reports" not in line


def printed(*told: RenderableType) -> str:
    """Return what a console of ours prints."""
    console = Console(width=300)
    with console.capture() as page_:
        console.print(*told)
    return page_.get()


NOWHERE = Place(name=MARKUP)
ROUND = event("a", place=NOWHERE, when=on("2026-02-04"))
POSITION = held("d", "territory", MARKUP)


@pytest.mark.parametrize(
    "told",
    [
        events_table([ROUND]),
        brief(ROUND),
        brief(POSITION),
        chronicle(process(ROUND)),
        chronicle(process(POSITION)),
        processes_table([process(ROUND)]),
        page(Board(1, events={"e-a": ROUND}), 20),
    ],
)
def test_what_articles_say_is_no_markup(told: RenderableType) -> None:
    """Brackets are printed as they are, and none ends the page."""
    assert MARKUP in printed(told)


def test_an_explained_article_is_no_markup() -> None:
    """Neither its outlet nor its words."""
    told = published(
        f"Chad and Sudan held talks in Abéché {MARKUP} on Tuesday, according to Reuters.",
        outlet=f"Dale {MARKUP} Post",
    )
    console = Console(width=300)
    with console.capture() as page_:
        show(told, extract(told), console)
    title, text, *_ = page_.get().splitlines()

    assert f"Dale {MARKUP} Post" in title
    assert MARKUP in text


def test_the_summary_of_the_demo_is_no_markup() -> None:
    """Outlets that copy each other, and what they disagree on."""
    places = (Place(name=MARKUP, country="CHE"), Place(name="Abuja", country="NGA"))
    reports = [
        talks(f"{place.country} {MARKUP}", when=on("2026-02-04"), round=2, place=place)
        for place in places
    ]
    (disputed,) = join(reports)
    copied = replace(disputed.reports[0], copy_of=disputed.reports[1].article_id)
    told = replace(disputed, reports=(copied, disputed.reports[1]))
    console = Console(width=300)
    with console.capture() as page_:
        print_summary(Board(1, events={told.event_id: told}), console)

    assert "place" in told.disputed
    assert 3 == page_.get().count(MARKUP)


def test_a_status_that_is_not_plain_says_so() -> None:
    """Talks that are denied are not told of as held."""
    assert "held, denied" == status_of("held", "denied")
    assert "under way" == status_of("under_way", "asserted")
    assert "conditional" == status_of(None, "conditional")
