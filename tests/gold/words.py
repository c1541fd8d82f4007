"""Where the words of an annotation stand in the text of their article."""

from collections.abc import Iterator

from tests.gold.annotation import Annotation

Span = list[int]
"""Start and end, in code points."""


class NotInText(ValueError):
    """An annotation quotes words that the article does not have."""

    def __init__(self, where: str, field: str, words: str) -> None:
        super().__init__(
            f"{where}: {field} {words!r} is not in the article. Quotes are exact words of the "
            "normalised text, as `parley extract` prints it in article.text; copy them from there."
        )


def span(words: str, text: str, where: str, field: str) -> Span:
    """Return where the words stand first; raises `NotInText`."""
    start = text.find(words)
    if start < 0 or not words:
        raise NotInText(where, field, words)
    return [start, start + len(words)]


def span_within(words: str, text: str, quotes: list[Span], where: str, field: str) -> Span:
    """Return where the words stand, inside a quote if one has them; raises `NotInText`."""
    for start, end in quotes:
        found = text.find(words, start, end)
        if found >= 0:
            return [found, found + len(words)]
    return span(words, text, where, field)


def check_words(said: Annotation, text: str, where: str) -> None:
    """Raise `NotInText` where a name, post, date or reason is not as the article has it."""
    flat = text.casefold()  # datelines are capitals
    for field, words in _worded(said):
        if words is not None and words.casefold() not in flat:
            raise NotInText(where, field, words)


def _worded(said: Annotation) -> Iterator[tuple[str, str | None]]:
    for person in said.people:
        yield from (("the name", person.name), ("the post", person.post))
    if said.speaker:
        yield from (("the name", said.speaker.name), ("the post", said.speaker.post))
    if said.place:
        yield "the place", said.place.name
    if said.when:
        yield "the date", said.when.text
    if said.schedule:
        yield "the reason", said.schedule.reason
