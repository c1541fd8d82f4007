"""Gold files: JSON Lines of annotated articles, or of sentences with a PLOVER class."""

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Literal

import msgspec
import orjson

from schemas import Party, Person, Place, RawArticle, Schedule, Speaker, When, convert
from schemas.vocabulary import Actors, Format, Issue, Kind, Modality, Status
from streams.errors import ParleyError

Part = Literal["readable", "scored"]


class GoldError(ParleyError):
    """A gold file or its floors cannot be used; the message names the file and the place."""


class GoldMention(msgspec.Struct, frozen=True, kw_only=True):
    """What an annotator found: the fields that are compared, and the words that show it.

    `optional` and `background` ones may be found or left out. A quote that was not located in the
    text has no span.
    """

    kind: Kind
    ref: str
    quotes: tuple[str, ...]
    spans: tuple[tuple[int, int] | None, ...]
    modality: Modality = "asserted"
    status: Status | None = None
    parties: tuple[Party, ...] = ()
    holder: Actors | None = None
    target: Actors | None = None
    content: str | None = None
    issue: Issue | None = None
    speaker: Speaker | None = None
    people: tuple[Person, ...] = ()
    place: Place | None = None
    when: When | None = None
    round: int | None = None
    format: Format | None = None
    schedule: Schedule | None = None
    optional: bool = False
    background: bool = False


class GoldText(RawArticle, frozen=True, kw_only=True):
    """The article as a producer would send it; gold needs an id."""

    id: str


class Told(msgspec.Struct, frozen=True):
    """An outlet from which an article took its story."""

    outlet: str


class GoldArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article with all that it says of negotiations."""

    article: GoldText
    relevant: bool
    mentions: tuple[GoldMention, ...]
    lineage: tuple[Told, ...] = ()

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    def record(self) -> bytes:
        """Return the raw record to extract from."""
        return orjson.dumps(msgspec.to_builtins(self.article))


class GoldSentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence and its PLOVER class."""

    id: str
    text: str
    plover: str

    def record(self) -> bytes:
        """Return the raw record to extract from."""
        return orjson.dumps({"id": self.id, "text": self.text})


Gold = GoldArticle | GoldSentence


def read_gold(data: bytes, name: str) -> Sequence[Gold]:
    """Read a gold file; `name` is what errors call it. Raises `GoldError`."""
    lines = [(at, line) for at, line in enumerate(data.splitlines(), start=1) if line.strip()]
    if not lines:
        raise GoldError(f"{name} is empty: gold has one JSON object per line")
    of: type[Gold] = GoldSentence if _is_sentence(lines[0][1]) else GoldArticle
    gold = [_read(line, of, f"{name}, line {at}") for at, line in lines]
    repeated = [text_id for text_id, times in Counter(g.id for g in gold).items() if times > 1]
    if repeated:
        raise GoldError(f"{name} has the id {repeated[0]} more than once")
    return gold


def choose(gold: Iterable[Gold], part: Part | None) -> tuple[Gold, ...]:
    """Return one part of gold, or all of it."""
    return tuple(each for each in gold if part in (None, part_of(each.id)))


def part_of(text_id: str) -> Part:
    """Return the part of a text: a third is only ever scored, so that no rule is fitted to it."""
    number = int(sha256(text_id.encode()).hexdigest()[:8], 16)
    return "scored" if number % 3 == 0 else "readable"


def _is_sentence(line: bytes) -> bool:
    """Tell which gold a line is; what is no JSON is left to `_read`, which says so."""
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError:
        return False
    return isinstance(value, dict) and "plover" in value


def _read(line: bytes, of: type[Gold], where: str) -> Gold:
    try:
        return convert(orjson.loads(line), of)
    except (orjson.JSONDecodeError, msgspec.ValidationError) as exc:
        raise GoldError(f"{where}: {exc}") from None
