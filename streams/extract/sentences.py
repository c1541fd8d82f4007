"""Article text to sentences, by regular expression; ten times the speed of a parser's own."""

import re
from dataclasses import dataclass

ABBREVIATIONS = frozenset(
    """
    Mr Mrs Ms Dr Prof Gen Col Lt Maj Capt Sgt Adm Cmdr Brig Sen Rep Gov Hon Rev St Sr Jr Amb Pres
    Gens Sens Reps Messrs Mt Ft No Nos vs etc Inc Ltd Co Corp approx dept est
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """.split()
)
"""Words whose full stop ends no sentence."""

END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-Z0-9À-Þ])|\n+")
LAST_WORD = re.compile(r"([\w.]+?)\.[\"'”’»)\]]*$")
LONGEST = 40
"""Characters in front of a full stop among which that word is sought."""
INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
"""U.S., a.m., J. in J. Smith: single letters with full stops."""
ENDS_ANYWAY = re.compile(r"[\"'“‘«(\[]*(?:The|A|An|He|She|It|They|In|On|But|And|Its|His|Her)\b")
"""After an initialism such as U.S., one of these words opens a new sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article: `text[start:end]`, without surrounding white space."""

    start: int
    end: int
    text: str


def lines_broken(text: str) -> str:
    """Return the text with the line breaks that some feeds carry as a backslash and an n.

    Letter for letter as long as it was: offsets stay.
    """
    return text.replace("\\n", " \n")


def split(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order; a newline always ends one."""
    bounds: list[tuple[int, int]] = []
    start = 0
    for end in END.finditer(text):
        if end.group().startswith("\n"):
            bounds.append((start, end.start()))
            start = end.end()
            continue
        if not _abbreviated(text, start, end.end()):
            bounds.append((start, end.end()))
            start = end.end()
    bounds.append((start, len(text)))
    return tuple(s for s in (_trimmed(text, a, b) for a, b in bounds) if s)


def _abbreviated(text: str, start: int, end: int) -> bool:
    word = LAST_WORD.search(text, max(start, end - LONGEST), end)
    if word is None:
        return False
    if word.group(1) in ABBREVIATIONS:
        return True
    return bool(INITIALS.fullmatch(word.group(1))) and not ENDS_ANYWAY.match(
        text[end : end + 24].lstrip()
    )


def _trimmed(text: str, start: int, end: int) -> Sentence | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end, text[start:end]) if start < end else None
