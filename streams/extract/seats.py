"""Tell places from governments: "the Omani capital", "the Paris agreement", "Latin America"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from streams.extract.gazetteer import Name

CAPITAL = re.compile(r"(?:['’]s)?\scapital\b(?! (?:punishment|gains?|markets?|city of))")
TREATY = re.compile(
    r"\s(?:climate\s|peace\s|nuclear\s)?(?:accords?|agreements?|treaty|protocols?|conventions?|"
    r"statute|declaration|communiqu[eé]|memorandum|final\sact|criteria)\b",
    re.IGNORECASE,
)
"""What is named after the capital where it was signed."""
TREATY_OF = re.compile(r"\b(?:Treaty|Treaties|Pact|Peace|Convention) of $")
CONTINENT = re.compile(r"\b(?:Latin|South|North|Central|Native|African)[ -]$")
"""Before "America" and "American"."""
BEFORE = 24
"""Characters in which these stand."""


def with_capitals(text: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names, with a city instead of a state where its capital is meant."""
    return tuple(_named(text, names))


def _named(text: str, names: tuple[Name, ...]) -> Iterator[Name]:
    for name in names:
        before = text[max(0, name.start - BEFORE) : name.start]
        if name.actor == "USA" and name.text.startswith("America") and CONTINENT.search(before):
            continue
        follows = CAPITAL.match(text, name.end)
        if follows is not None and name.type in {"demonym", "state"}:
            end = follows.end()
            city = replace(name, end=end, text=text[name.start : end])
            yield replace(city, type="city", actor=None)
        elif name.type == "capital" and (TREATY.match(text, name.end) or TREATY_OF.search(before)):
            yield replace(name, type="city", actor=None)
        else:
            yield name
