"""From whom an article has its story: whom it cites, whose byline it carries, to whom people spoke.

An outlet counts only inside a frame ("citing X", "told X", "X reported", "(X)"). Known outlets
come from `data/outlets.yaml`; others are recognised by their form ("the Harbour Post").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from schemas import Evidence, Lineage
from schemas.vocabulary import Via
from streams.extract.gazetteer import actor_of
from streams.extract.gazetteer.tables import DATA

WORD = r"[A-ZÀ-Þ][\w’'À-ÿ.&/-]*"
BYLINE_WITHIN = 200
"""Characters from the start of a line in which a name in brackets is a byline."""
FRAME = 90
"""Characters before and after a name in which its frame stands."""

CITING = re.compile(
    r"(?:\bciting|\bcited|\bquoting|[Aa]ccording\sto|[Aa]s\sreported\sby|[Rr]eported\sby|"
    r"\bquoted\s(?:by|in)|\bcited\sby|\b(?:published|carried|relayed|confirmed|broadcast|seen)\s"
    r"(?:by|in|on)|\breports?\s(?:by|in|from)|\bby\sway\sof|\btranslation\s[\w\s]{0,20}by|"
    r"\bin\scomments\scarried\sby|\bfirst\sappeared\sin|\bon\sthe\sauthority\sof)\s$"
)
TOLD = re.compile(
    r"(?:\b(?:told|tells)|\binterview\s(?:with|to|published\sby)|\b(?:speaking|spoke|said|sent|indicated|"
    r"remarks|comments|statement|spoken|given)(?:\s\w+)?\sto)\s$"
)
SAYS = re.compile(
    r"^(?:\s(?:on\s|earlier\s)?(?:\w+day|\w+))?\s(?:first\s)?(?:reported|reports|quoted|cited)\b"
    r"|^\s(?:said|says)\b|^(?:'s|’s)\sreport\b"
)
CONTRIBUTED = re.compile(r"^\s(?:also\s)?contributed\sto\sthis\s(?:report|article|story)")
OPENS = re.compile(r"(?:^|[.!?\n])[\"'”’]?\s*$")


@dataclass(frozen=True, slots=True)
class Outlet:
    """A name that could be an outlet's: `text[start:end]`; `certain` when it is a known one."""

    start: int
    end: int
    name: str
    certain: bool


def find_lineage(text: str, outlet: str | None) -> tuple[Lineage, ...]:
    """Return whom the article has its story from, in order, each outlet once.

    `outlet` is who published the article: it does not cite itself.
    """
    found: dict[str, Lineage] = {}
    for candidate in _outlets(text):
        framed = _frame(text, candidate)
        if framed is None or same_outlet(candidate.name, outlet):
            continue
        via, start, end = framed
        evidence = Evidence(field="lineage", start=start, end=end)
        found.setdefault(
            _family(candidate.name), Lineage(outlet=candidate.name, via=via, evidence=(evidence,))
        )
    return tuple(found.values())


def same_outlet(name: str, outlet: str | None) -> bool:
    """Tell whether two names are one outlet; one may be a domain (theguardian.com)."""
    if not outlet:
        return False
    a, b = _squeezed(name), _squeezed(re.sub(r"^www\.|\.\w{2,}(?:\.\w{2})?$", "", outlet))
    return bool(a) and a == b


def _family(name: str) -> str:
    """Return what is equal for two names of one outlet."""
    return _squeezed(str(_lists()["same"].get(name.removeprefix("The "), name)))


def _squeezed(name: str) -> str:
    return re.sub(r"\W", "", name.casefold().removeprefix("the ").removeprefix("the"))


def _outlets(text: str) -> Iterator[Outlet]:
    end = 0
    for match in _pattern().finditer(text):
        if match.start() < end:
            continue
        outlet = _outlet(match)
        if outlet is not None:
            end = match.end()
            yield outlet


def _outlet(match: re.Match[str]) -> Outlet | None:
    group = match.lastgroup or ""
    written = match[group]
    if group == "known":
        name = _known()[written.removesuffix("'s")]
        # "told The Dale Post" gives the name its article; opening a sentence it says nothing.
        inside = match.string[: match.start()].endswith((" ", "(")) and not OPENS.search(
            match.string[: match.start()]
        )
        article = "The " if inside and written.startswith("The ") else ""
        return Outlet(
            match.start(group), match.end(group), article + name.removeprefix(article), True
        )
    if any(word in written for word in _lists()["never"]) or actor_of(written, None):
        return None
    return Outlet(match.start(group), match.end(group), written, False)


def _frame(text: str, outlet: Outlet) -> tuple[Via, int, int] | None:
    before = text[max(0, outlet.start - FRAME) : outlet.start].rsplit("\n", 1)[-1]
    after = text[outlet.end : outlet.end + FRAME].split("\n", 1)[0]
    if _is_byline(text, outlet, before, after):
        return "byline", outlet.start, outlet.end
    if contributed := CONTRIBUTED.match(after):
        return "byline", outlet.start, outlet.end + contributed.end()
    bare = _without_introduction(before)
    if citing := CITING.search(bare):
        return "citing", outlet.start - len(before) + citing.start(), outlet.end
    if told := TOLD.search(bare):
        return "told", outlet.start - len(before) + told.start(), outlet.end
    if says := SAYS.match(after):
        return "citing", outlet.start, outlet.end + says.end()
    return None


def _is_byline(text: str, outlet: Outlet, before: str, after: str) -> bool:
    if not (before.rstrip().endswith("(") and after.lstrip().startswith((")", ","))):
        return False
    line_start = text.rfind("\n", 0, outlet.start) + 1
    behind = after.lstrip()[1:].strip()
    return outlet.start - line_start < BYLINE_WITHIN or behind[:1] in ("", "-", "–", "—")


def _without_introduction(before: str) -> str:
    """Drop what stands between the frame and the name: "the Russian state news agency"."""
    generic = "|".join(map(re.escape, sorted(_lists()["generic"], key=len, reverse=True)))
    introduction = rf"(?:(?:the|The|a|an|its|his)\s)?(?:[\w’'-]+\s){{0,4}}(?:{generic})\s$"
    cut = re.search(introduction, before)
    while cut:
        for frame in (CITING, TOLD):
            for start in range(cut.start(), len(before)):
                if frame.search(before[:start]) and before[start:].strip():
                    return before[:start]
        break
    return re.sub(r"(?:the|The|a|an)\s$", "", before)


@cache
def _lists() -> dict[str, Any]:
    lists: dict[str, Any] = yaml.safe_load(DATA.joinpath("outlets.yaml").read_text("utf-8"))
    return lists


@cache
def _known() -> dict[str, str]:
    """Return the name of each known outlet by each of its spellings."""
    known: dict[str, str] = {}
    for name, spellings in _lists()["known"].items():
        for spelling in (name, f"The {name.removeprefix('The ')}", *spellings):
            known[str(spelling)] = str(name)
    return known


@cache
def _pattern() -> re.Pattern[str]:
    known = "|".join(map(re.escape, sorted(_known(), key=len, reverse=True)))
    nouns = "|".join(map(re.escape, _lists()["nouns"]))
    generic = "|".join(map(re.escape, sorted(_lists()["generic"], key=len, reverse=True)))
    return re.compile(
        rf"\b(?P<known>{known})\b(?!-)"
        rf"|(?P<formed>(?:The\s)?(?!The\s)(?:{WORD}\s){{1,3}}(?:{nouns}))\b(?!\s[A-Z])"
        rf"|\b(?:{generic})\s(?P<announced>{WORD}(?:\s{WORD}){{0,2}})"
        rf"|\b(?P<followed>{WORD}(?:\s{WORD}){{0,2}})\s(?:newspaper|news\sagency|daily|website)\b"
        rf"|\b(?P<nameless>{WORD}(?:'s|’s)?\s(?:(?:official|state|semi-official|state-run)\s)?"
        rf"(?:state\s(?:television|TV|media|radio|news\sagency)|news\sagency))\b"
    )
