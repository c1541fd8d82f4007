"""Which names in a text could be those of outlets.

Known outlets come from `data/outlets.yaml`. Others are recognised by their form: by a noun that
ends them ("the Harbour Post"), by one that announces or follows them ("the newspaper Al-Balad").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from streams.dedup.outlets import slug_of
from streams.extract.gazetteer import actor_of, find_names
from streams.extract.gazetteer.tables import DATA
from streams.tables import read_yaml

Sort = Literal["named", "state"]

WORD = r"[A-ZÀ-Þ][\w’'&/-]*(?:\.\w[\w’'&/-]*)*"
OPENS = re.compile(r"(?:^|[.!?\n]\s*)[\"'“‘”’]?\s*$")
DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
BEFORE_NAME = re.compile(
    rf"^(?:(?:On|In|At|But|And|As|By|For|From|While|When|After|Although|{DAYS}|"
    r"(?:The\s)?(?:[\w-]+['’]s|\w+-(?:based|owned|run|backed|funded|controlled|linked|language)))\s+)+"
)
"""What stands before a name with a capital and is no part of it: "Iran's Alvand News"."""
AFTER_NAME = re.compile(rf"(?:(?:\s|^){DAYS})+$")


@dataclass(frozen=True, slots=True)
class Outlet:
    """A name that could be an outlet's: `text[start:end]`.

    A state's media without a name of their own ("Iranian state television") are of sort `state`.
    """

    start: int
    end: int
    name: str
    sort: Sort = "named"


class Outlets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table of outlets, and the words by which others are recognised."""

    known: dict[str, list[str]]
    agencies: frozenset[str]
    agency_nouns: tuple[str, ...]
    nouns: tuple[str, ...]
    generic: tuple[str, ...]
    never: tuple[str, ...]


def find_outlets(text: str, publisher: str | None) -> Iterator[Outlet]:
    """Yield what could be an outlet in the text, in order.

    "the Post" is the outlet of that name that stands before it, or else `publisher`.
    """
    last_word = slug_of(publisher).rsplit("-", 1)[-1]
    by_last_word: dict[str, str] = {}
    for match in _pattern().finditer(text):
        outlet = _short(match, by_last_word) if match["short"] else _outlet(match)
        if outlet is not None:
            yield outlet
            word = outlet.name.rsplit(" ", 1)[-1]
            if word.casefold() != last_word:
                by_last_word[word] = outlet.name


def named_like_states(text: str) -> tuple[tuple[int, int], ...]:
    """Return where outlets are named that have the name of a state in theirs: "China Daily"."""
    return tuple(match.span() for match in _like_states().finditer(text))


def is_agency(name: str) -> bool:
    """Tell whether an outlet writes for others."""
    return name in outlets().agencies or name.endswith(outlets().agency_nouns)


@cache
def outlets() -> Outlets:
    """Return the table of outlets."""
    return read_yaml(DATA / "outlets.yaml", Outlets)


def either(words: tuple[str, ...]) -> str:
    """Return a pattern of any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _short(match: re.Match[str], by_last_word: dict[str, str]) -> Outlet | None:
    name = by_last_word.get(match["short"])
    return Outlet(match.start("short"), match.end("short"), name) if name else None


def _outlet(match: re.Match[str]) -> Outlet | None:
    group = match.lastgroup or ""
    start, written = match.start(group), match[group]
    if group == "state":
        owner = re.sub(r"['’]s$", "", match["owner"])
        return Outlet(start, match.end(group), written, "state") if actor_of(owner, None) else None
    if known := _of_known().search(written):
        return _known_outlet(match.string, start + known.start(), start + known.end())
    if written.endswith(("'", "’", "'s", "’s")):
        return None  # the ministry's website is the ministry
    opening = BEFORE_NAME.match(written)
    start += opening.end() if opening else 0
    end = match.end(group) - len(tail.group() if (tail := AFTER_NAME.search(written)) else "")
    return _formed(match.string, start, end, group)


def _known_outlet(text: str, start: int, end: int) -> Outlet:
    written = text[start:end]
    name = _known()[written]
    # "told The Dale Post" gives the name its article; opening a sentence it says nothing.
    inside = not OPENS.search(text[max(0, start - 8) : start])
    article = "The " if inside and written.startswith("The ") else ""
    return Outlet(start, end, article + name.removeprefix(article))


def _formed(text: str, start: int, end: int, group: str) -> Outlet | None:
    if text.startswith("The ", start) and OPENS.search(text[max(0, start - 8) : start]):
        start += len("The ")
    name = text[start:end]
    ordinary = any(word in name for word in outlets().never) or actor_of(name, None)
    too_short = group == "formed" and " " not in name.removeprefix("The ")
    return None if not name or ordinary or too_short else Outlet(start, end, name)


@cache
def _known() -> dict[str, str]:
    """Return the name of each known outlet by each of its spellings."""
    known: dict[str, str] = {}
    for name, spellings in outlets().known.items():
        for spelling in (name, f"The {name.removeprefix('The ')}", *spellings):
            known[spelling] = name
    return known


@cache
def _of_known() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(tuple(_known()))})(?![\w-])")


@cache
def _like_states() -> re.Pattern[str]:
    like = (
        n for n in _known() if any(name.actor and name.text != n for name in find_names(n, None))
    )
    return re.compile(rf"\b(?:{either(tuple(like))})(?![\w-])")


@cache
def _pattern() -> re.Pattern[str]:
    nouns, generic = either(outlets().nouns), either(outlets().generic)
    name = rf"{WORD}(?:\s{WORD}){{0,2}}"
    unnamed = rf"(?!\s(?!{DAYS})[A-ZÀ-Þ])"
    small = either(tuple(known for known in _known() if known[0].islower()))
    # Most words can start nothing of it: one look at them is what keeps this fast.
    return re.compile(
        rf"\b(?=[A-ZÀ-Þ]|the\s[A-Z]|{generic}|{small})(?:(?P<known>{_of_known().pattern})"
        rf"|(?P<formed>(?:The\s)?(?!The\s)(?:{WORD}\s){{1,3}}(?:{nouns}))\b(?!\s[A-Z]|\sof\b)"
        rf"|[Tt]he\s(?P<short>{nouns})\b(?!\s[A-Z]|\sof\b)"
        rf"|(?:{generic})\s(?P<announced>{name})"
        rf"|(?P<followed>{name})\s(?:newspaper|news\sagency|daily|website)\b{unnamed}"
        rf"|(?P<state>(?P<owner>(?:(?:North|South)\s)?{WORD}(?:'s|’s)?)"
        rf"\s(?:(?:official|state|semi-official|state-run|state-owned)\s)?"
        rf"(?:state\s(?:television|TV|media|radio|news\sagency)|news\sagency))\b{unnamed})"
    )
