"""What the extraction made of a gold text."""

from dataclasses import dataclass

from schemas import Lineage, Mention


@dataclass(frozen=True, slots=True)
class Answer:
    """Mentions with offsets into `text`, which may be normalised and so differ from the gold's."""

    text: str
    mentions: tuple[Mention, ...] = ()
    lineage: tuple[Lineage, ...] = ()
