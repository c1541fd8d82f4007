"""Annotations as people write them: one YAML file per negotiation, read into types."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import msgspec
import yaml
from msgspec import Meta

from schemas import Happening
from schemas.record import Part
from schemas.vocabulary import Actor, Modality, Role, Via

FOLDER = Path(__file__).parent / "annotations"


class Source(Part, frozen=True, kw_only=True):
    """From whom an article took its story, and the words that say so."""

    outlet: str
    via: Via
    quote: str


class Annotation(Happening, frozen=True, kw_only=True):
    """One mention: the fields of the contract, and the words of the article that show them."""

    quotes: Annotated[tuple[str, ...], Meta(min_length=1)]
    answers: Annotated[str | None, Meta(description="The mention it answers, as e3")] = None
    optional: Annotated[bool, Meta(description="A second reader could leave it out")] = False
    modality: Modality = "asserted"
    # In the files each actor stands before its role: {RUS: party, USA: mediator}.
    parties: dict[Actor, Role] = msgspec.field(default_factory=dict)  # type: ignore[assignment]

    def as_mention(self) -> dict[str, Any]:
        """Return the fields that are given, as the contract shapes them."""
        parties = [{"actor": actor, "role": role} for actor, role in self.parties.items()]
        given = msgspec.json.decode(msgspec.json.encode(self))
        fields = {"kind": self.kind, "modality": self.modality, **given}
        return {**fields, "parties": parties} if parties else fields


class Reading(Part, frozen=True, kw_only=True):
    """What one article says; a near miss says nothing, and `why` tells what it resembles."""

    headline: str | None = None
    lineage: tuple[Source, ...] = ()
    mentions: dict[str, Annotation] = msgspec.field(default_factory=dict)
    why: str | None = None


class Sheet(Part, frozen=True, kw_only=True):
    """One file: a negotiation, and the articles on it by the id of their sample."""

    negotiation: str
    articles: dict[str, Reading]


def sheets() -> Iterator[tuple[Path, Sheet]]:
    """Yield each file with what it holds; raises `ValueError` where one cannot be understood."""
    for file in sorted(FOLDER.glob("*.yaml")):
        yield file, read_sheet(file.read_text("utf-8"), file.name)


def read_sheet(text: str, name: str) -> Sheet:
    """Return a file's content as types; `name` is for the error, should there be one."""
    try:
        # The base loader leaves dates as they are written; strict=False makes numbers of numbers.
        written = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # it builds strings only
        return msgspec.convert(written, Sheet, strict=False)
    except (yaml.YAMLError, msgspec.ValidationError) as exc:
        raise ValueError(f"{name} cannot be read as an annotation: {exc}") from exc
