"""Find the capitals that a text names by their state: "the Omani capital", "Qatar's capital"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from streams.extract.gazetteer import Name

CAPITAL = re.compile(r"(?:['’]s)?\scapital\b(?! (?:punishment|gains?|markets?|city of))")


def with_capitals(text: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names, with a city instead of a state where its capital is meant."""
    return tuple(_named(text, names))


def _named(text: str, names: tuple[Name, ...]) -> Iterator[Name]:
    for name in names:
        follows = CAPITAL.match(text, name.end)
        if follows is None or name.type not in {"demonym", "state"}:
            yield name
            continue
        end = follows.end()
        yield replace(
            name, end=end, text=text[name.start : end], type="city", actor=None, country=name.actor
        )
