"""The corpus: news sentences with their statements and spans, one a line.

The format is described in `tests/corpus/README.md`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from schemas.vocabulary import POSITIONS, STATUSES, Issue, Kind, Modality, Status
from streams.errors import ParleyError

FOLDER = Path(__file__).parents[2] / "tests" / "corpus"
OF_POSITIONS = frozenset({"holder", "target", "speaker", "content", "condition"})
OF_HAPPENINGS = frozenset({"party", "mediator", "host", "place", "when", "speaker"})
STATEMENT = re.compile(
    r"(?P<letter>[a-z])=(?P<kind>[a-z]+)(?:\.(?P<status>[a-z_]+))?"
    r"(?:#(?P<issue>[a-z_]+))?(?:~(?P<modality>[a-z]+))?(?P<doubtful>\?)?"
)


class CorpusError(ParleyError):
    """A line of the corpus cannot be read: names the file, the line and what to mend."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of the sentence, `text[start:end]`, and the slot of a statement that it fills."""

    start: int
    end: int
    slot: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A statement that a sentence makes; `doubtful` ones teach neither way."""

    kind: Kind
    issue: Issue
    status: Status | None
    modality: Modality
    doubtful: bool
    spans: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of the corpus; `headline` where it is the first of a whole article."""

    text: str
    statements: tuple[Labelled, ...]
    where: str
    conflict: str
    headline: bool = False


Fields = tuple[Kind, Issue, Status | None, Modality, bool]


@dataclass(slots=True)
class _Text:
    """The sentence as it is read: its letters so far, spans open and closed."""

    letters: list[str] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    closed: list[tuple[str, Marked]] = field(default_factory=list)


def read_corpus(folder: Path = FOLDER) -> tuple[Example, ...]:
    """Return all sentences of the corpus in order; raises `CorpusError` at the first bad line."""
    return tuple(e for path in sorted(folder.glob("*.txt")) for e in read_file(path))


def read_file(path: Path) -> Iterator[Example]:
    """Yield the sentences of one file."""
    conflict, headline = "", False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        if line.startswith("#"):
            conflict, headline = line.lstrip("# "), line.startswith("# Article")
            continue
        yield read_line(line, where=f"{path.name}:{number}", conflict=conflict, headline=headline)
        headline = False


def read_line(line: str, *, where: str, conflict: str = "", headline: bool = False) -> Example:
    """Return a line as an example; raises `CorpusError` naming `where`."""
    kinds, separator, marked = line.partition(" :: ")
    if not separator:
        raise CorpusError(f'{where}: no " :: " between the statements and the sentence')
    statements = {} if kinds.strip() == "-" else dict(_statement(s, where) for s in kinds.split())
    text, spans = _spans(marked, where)
    for letter, span in spans:
        _check(letter, span, statements, where)
    labelled = tuple(
        Labelled(*fields, spans=tuple(s for mark, s in spans if mark == letter))
        for letter, fields in statements.items()
    )
    return Example(text, labelled, where, conflict, headline)


def _statement(written: str, where: str) -> tuple[str, Fields]:
    match = STATEMENT.fullmatch(written)
    if match is None:
        raise CorpusError(f"{where}: {written!r} is not letter=kind.status#issue~modality")
    kind, status = match["kind"], match["status"]
    if kind not in get_args(Kind):
        raise CorpusError(f"{where}: {kind!r} is none of the kinds {', '.join(get_args(Kind))}")
    if (status or "") not in STATUSES.get(kind, {""}):
        raise CorpusError(f"{where}: {kind} has no status {status!r}")
    if match["issue"] not in get_args(Issue):
        raise CorpusError(f"{where}: {match['issue']!r} is no issue")
    modality = match["modality"] or "asserted"
    if modality not in get_args(Modality):
        raise CorpusError(f"{where}: {modality!r} is no modality")
    fields = (kind, match["issue"], status, modality, bool(match["doubtful"]))
    return match["letter"], fields  # type: ignore[return-value]  # checked above


def _spans(marked: str, where: str) -> tuple[str, list[tuple[str, Marked]]]:
    text = _Text()
    for piece in re.findall(r"\[|\|[^\]]*\]|[^\[\]|]+|.", marked):
        if piece == "[":
            text.open.append(sum(map(len, text.letters)))
        elif piece.startswith("|") and text.open:
            _close(text, piece[1:-1], where)
        elif piece in {"|", "]"} or piece.startswith("|"):
            raise CorpusError(f"{where}: {piece!r} closes no span")
        else:
            text.letters.append(piece)
    if text.open:
        raise CorpusError(f"{where}: a span is never closed")
    return "".join(text.letters), text.closed


def _close(text: _Text, slots: str, where: str) -> None:
    start, end = text.open.pop(), sum(map(len, text.letters))
    if end <= start or not slots.strip():
        raise CorpusError(f"{where}: a span without words or slots")
    for slot in slots.split():
        letter, _, name = slot.partition(".")
        text.closed.append((letter, Marked(start, end, name)))


def _check(
    letter: str,
    span: Marked,
    statements: dict[str, Fields],
    where: str,
) -> None:
    if letter not in statements:
        raise CorpusError(f"{where}: a span of {letter!r}, which is no statement of the line")
    kind = statements[letter][0]
    if span.slot not in (OF_POSITIONS if kind in POSITIONS else OF_HAPPENINGS):
        raise CorpusError(f"{where}: {kind} has no slot {span.slot!r}")
