"""Talks: parties meet or talk, or are due to (contract, section 2)."""

from dataclasses import dataclass

from streams.extract.document import Document
from streams.extract.mentions import Draft
from streams.extract.talks.compose import compose
from streams.extract.talks.delegations import find_delegates
from streams.extract.talks.happenings import gather
from streams.extract.talks.observe import observe
from streams.extract.talks.sighting import Note
from streams.extract.talks.table import Principals


@dataclass(frozen=True, slots=True)
class Talks:
    """The drafts of an article, its main encounter first, and why other words are none."""

    drafts: tuple[Draft, ...]
    notes: tuple[Note, ...]


def find_talks(document: Document, principals: Principals) -> Talks:
    """Return the encounters that an article speaks of, one draft each.

    `principals` are whom it is about, for an encounter that names too few.
    """
    sightings, unfit = observe(document)
    happenings, dropped = gather(sightings, principals)
    delegates = find_delegates(document)
    drafts = tuple(
        compose(document, happening, delegates if k == 0 else ())
        for k, happening in enumerate(happenings)
    )
    return Talks(drafts, unfit + dropped)
