"""Read the place in front of an agency story: "GENEVA, 12 March (Agency) -".

It is where the reporter was, and no part of the sentence that it stands in front of.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from streams.extract.dates.patterns import DAY, MONTH, WEEKDAY
from streams.extract.gazetteer import SITES, Name, actor_of, find_names, is_state
from streams.extract.sentences import Sentence

UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+){0,3}"
TITLE = r"[A-ZÀ-Þ][\w'’\-]+(?:\s[A-Za-zÀ-ÿ][\w'’\-]+){0,2}"
REGION = r"(?:,\s(?P<region>[A-ZÀ-Þ][\w.'’]+(?:\s[A-ZÀ-Þ][\w.'’]+){0,2}))?"
DATE = rf"(?P<date>,?\s\(?(?:{WEEKDAY},?\s)?(?:{MONTH}\s{DAY}|{DAY}\s{MONTH})(?:,?\s\d{{4}})?\)?)"
AGENCY = r"(?P<agency>,?\s?\([^()]{2,40}\))"
DASH = r"(?:\s?(?:--|[-–—―])\s|[—―])"
DATELINE = re.compile(
    rf"(?P<bracket>\()?(?:(?P<place>{UPPER})|(?P<titled>{TITLE})){REGION}{DATE}?(?(bracket)\)){AGENCY}?"
    rf"(?:{DASH}|(?P<point>\s?[:.]\s))\s*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline, `text[start:end]`, and the place it names, None for one that nobody knows."""

    start: int
    end: int
    place: Name | None


def find_datelines(text: str, sentences: Iterable[Sentence]) -> tuple[Dateline, ...]:
    """Return the datelines of a text in order; each opens a paragraph."""
    return tuple(
        dateline
        for sentence in sentences
        if sentence.start == 0 or "\n" in text[sentence.start - 1]
        if (dateline := _dateline(sentence, leads=_leads(text, sentence))) is not None
    )


def _leads(text: str, sentence: Sentence) -> bool:
    """Say whether a sentence is the first below the title."""
    above = text[: sentence.start].strip()
    return bool(above) and "\n" not in above


def _dateline(sentence: Sentence, *, leads: bool) -> Dateline | None:
    match = DATELINE.match(sentence.text)
    if match is None:
        return None
    group = "place" if match["place"] else "titled"
    place = _known(match[group]) or _in_state(match[group], match["region"])
    signed = bool(match["date"] or match["agency"])
    if place is None and not (signed and match["place"]):
        return None  # "UN - Russia", "Analysis (Agency) - Envoys"
    if match["titled"] and match["point"] and not (signed or leads):
        return None  # "Geneva: Envoys", which below the title would be where it was written
    offset = sentence.start
    if place is not None:
        at = offset + match.start(group)
        place = replace(place, start=at, end=offset + match.end(group))
    return Dateline(offset, offset + match.end(), place)


def _known(words: str) -> Name | None:
    """Return the place of that name, however its letters are written."""
    titled = _titled(words)
    small = re.sub(r"\b(?:El|Al|Of|De|Es)\b", lambda m: m.group().lower(), titled)
    for spelled in dict.fromkeys((words, titled, small)):
        for name in find_names(spelled, None):
            if name.end - name.start == len(spelled) and name.type in SITES:
                return name
    return None


def _in_state(words: str, region: str | None) -> Name | None:
    """Return a town that is known by the state it lies in only: "SURIN, Thailand"."""
    state = actor_of(region, None) if region and is_state(region) else None
    if state is None:
        return None
    return Name(0, len(words), _titled(words), "city", None, state, None, 0)


def _titled(words: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), words)


def without(sentences: Iterable[Sentence], datelines: Iterable[Dateline]) -> tuple[Sentence, ...]:
    """Return the sentences without what stands in front of them."""
    ends = {d.start: d.end for d in datelines}
    return tuple(_from(s, ends.get(s.start, s.start)) for s in sentences)


def _from(sentence: Sentence, start: int) -> Sentence:
    return Sentence(start, sentence.end, sentence.text[start - sentence.start :])
