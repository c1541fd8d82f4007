"""In which frames outlets stand: cited, told, credited. The phrases are in `rules/lineage.yaml`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from schemas.vocabulary import Via
from streams.extract.gazetteer import actor_of
from streams.extract.outlets import Outlet, either, outlets
from streams.extract.rulebook import Rules, load

FRAME = 120
"""Characters before and after a name in which its frame stands."""

ALIKE = re.compile(r",?\sand\s(?:the\s)?|,\s|/")
"""Between outlets that share a frame: "AFP and Reuters reported"."""
DATELINE = re.compile(r"^(?:[Bb]y\s[^()]{3,60}|[A-ZÀ-Þ][A-ZÀ-Þ\s,./-]*(?:\w+\.?\s\d{1,2},?\s?)?)?$")
CREDIT = re.compile(r"^(?:By|Source:|From|[—–-])\s(?:the\s)?$")
CREDITED = re.compile(r"^(?:\sin\s[\w\s]{3,30})?$")
CONTRIBUTED = re.compile(r"^\s(?:also\s)?contributed\sto\sthis\s(?:report|article|story)")


class LineageRules(Rules, frozen=True):
    """The phrases by which an article names its source, and those by which it does not."""

    citing: tuple[str, ...]
    told: tuple[str, ...]
    byline: tuple[str, ...]
    says: tuple[str, ...]
    between: tuple[str, ...]
    no_report: tuple[str, ...]
    opinion: tuple[str, ...]
    long_before: tuple[str, ...]
    confirmed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Framed:
    """An outlet in a frame; `start` and `end` are of both."""

    outlet: Outlet
    via: Via
    start: int
    end: int


def find_framed(text: str, named: Sequence[Outlet]) -> Iterator[Framed]:
    """Yield those of the outlets named in a text that stand in a frame."""
    for group in _groups(text, named):
        framed = _frame(text, group[0].start, group[-1].end)
        if framed is None:
            continue
        via, start, end = framed
        for outlet in group:
            yield Framed(outlet, via, min(start, outlet.start), max(end, outlet.end))


def is_news(text: str, outlet: Outlet) -> bool:
    """Tell whether a framed outlet is a source of news: of no opinion, nor of what is long past."""
    before, after = _around(text, outlet.start, outlet.end)
    return not (_opinion().search(before) or _no_news().match(after))


def confirms(text: str, outlet: Outlet) -> bool:
    """Tell whether a text says that an outlet has confirmed something."""
    return bool(_confirming().search(_around(text, outlet.start, outlet.end)[0]))


def _groups(text: str, named: Sequence[Outlet]) -> Iterator[list[Outlet]]:
    """Yield outlets, those together that share a frame: "AFP and Reuters reported"."""
    group: list[Outlet] = []
    for outlet in named:
        if group and not ALIKE.fullmatch(text, group[-1].end, outlet.start):
            yield group
            group = []
        group.append(outlet)
    if group:
        yield group


def _frame(text: str, first: int, last: int) -> tuple[Via, int, int] | None:
    """Return the frame of the outlets in `text[first:last]`, and where both start and end."""
    before, after = _around(text, first, last)
    if _is_byline(text, first, after):
        return "byline", first, last
    if contributed := CONTRIBUTED.match(after):
        return "byline", first, last + contributed.end()
    for match in _leading().finditer(before):
        if _introduces(match["introduction"]):
            via: Via = "byline" if match["byline"] else "told" if match["told"] else "citing"
            return via, first - len(before) + match.start(), last
    if says := _says().match(after):
        return "citing", first, last + says.end()
    return None


def _around(text: str, first: int, last: int) -> tuple[str, str]:
    """Return what stands before and behind a name in its line, as far as a frame reaches."""
    before = text[max(0, first - FRAME) : first].rsplit("\n", 1)[-1]
    return before, text[last : last + FRAME].split("\n", 1)[0]


def _is_byline(text: str, first: int, after: str) -> bool:
    line = text[text.rfind("\n", 0, first) + 1 : first].strip(" ")
    if CREDIT.match(f"{line} ") and CREDITED.match(after.rstrip()):
        return True
    behind = after.lstrip()
    if not (line.endswith("(") and behind.startswith((")", ","))):
        return False
    # "BERLIN (Reuters) -" and "... on Sunday. (AFP)", but not "the news agency (AFP) said".
    if DATELINE.match(line[:-1].strip()):
        return True
    return behind.startswith(")") and behind[1:].strip()[:1] in {"", "-", "–", "—"}


def _introduces(words: str) -> bool:
    """Tell whether words can introduce an outlet: "the Russian state news agency"."""
    plain = re.sub(r"^(?:the|an?|its|both)\s", "", words, flags=re.IGNORECASE).strip()
    if plain.endswith(outlets().generic):
        return True
    return all(
        actor_of(word, None) is not None or re.search(r"['’]s$|^[\w]+-[a-z]+$", word)
        for word in plain.split()
    )


def _phrases(phrases: tuple[str, ...]) -> str:
    """Return a pattern of any of the phrases; "..." in them is up to two words."""
    return either(phrases).replace(r"\ \.\.\.\ ", r"(?:\s[\w’'-]+){0,2}\s").replace(r"\ ", r"\s")


@cache
def _rules() -> LineageRules:
    return load("lineage", LineageRules)


@cache
def _leading() -> re.Pattern[str]:
    rules = _rules()
    ways = "|".join(
        rf"(?P<{way}>{_phrases(phrases)})"
        for way, phrases in (
            ("citing", rules.citing),
            ("told", rules.told),
            ("byline", rules.byline),
        )
    )
    return re.compile(rf"(?i:\b(?:{ways}))\s(?=(?P<introduction>(?:[\w’'-]+\s){{0,6}})$)")


@cache
def _says() -> re.Pattern[str]:
    between, says = either(_rules().between), either(_rules().says)
    apposition = r"(?:,\s(?:an?|the|its|which|citing|quoting|[\w-]+['’]s)\s[^,.;]{3,60},)?"
    return re.compile(
        rf"(?:\)|\s\([\w/.]+\))?(?:\s(?:{either(outlets().generic)}))?{apposition}(?:\s(?:{between})){{0,3}}"
        rf"(?:\s|(?=['’]))(?:{says})\b".replace("'s\\ ", "['’]s\\ ")
    )


@cache
def _opinion() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_phrases(_rules().opinion)})\b[^.;]*$", re.IGNORECASE)


@cache
def _confirming() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_phrases(_rules().confirmed)})\s(?:the\s)?$")


@cache
def _no_news() -> re.Pattern[str]:
    nouns, long_before = _phrases(_rules().no_report), _phrases(_rules().long_before)
    return re.compile(
        rf"(?:['’]s?)?(?:[/\s][A-Z][\w-]*){{0,3}}\s(?:{nouns})\b|,?\s(?:{long_before})\b"
    )
