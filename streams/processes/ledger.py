"""The ledger of a process: its events, each in its latest revision."""

from dataclasses import dataclass
from typing import ClassVar

import msgspec
from msgspec.structs import replace

from schemas import Event, Process
from schemas.record import Record
from streams.days import day_of
from streams.processes.fold import process_of
from streams.processes.told import Told, told_of

REMEMBERED_DAYS = 30
"""For so long, by the latest report of the process, it is known of what stands in it no more which
revisions are past. Their topic keeps them for a week, and none comes again after that."""


class Ledger(Record, frozen=True, kw_only=True):
    """All that is known of the events of one process; canonical JSON, like every record."""

    schema: ClassVar[str] = "ledger"

    revision: int = 0
    events: dict[str, Told] = msgspec.field(default_factory=dict)
    published: Process | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """What an event leads to: the new ledger, and the process where that changes it."""

    ledger: Ledger
    process: Process | None = None


def note(process_id: str, ledger: Ledger, event: Event) -> Noted:
    """Take note of a revision of an event in the ledger of a process.

    One that is past changes nothing. What has gone over to another process is no part of this one.
    """
    known = ledger.events.get(event.event_id)
    if known is not None and known.revision >= event.revision:
        return Noted(ledger)
    told = told_of(event, process_id)
    noted = replace(ledger, events=_remembered(ledger.events | {event.event_id: told}))
    if not _tells(told, known):
        return Noted(noted)
    process = process_of(process_id, noted.events)
    if _same(process, ledger.published):
        return Noted(noted)
    numbered = replace(process, revision=ledger.revision + 1)
    return Noted(replace(noted, revision=numbered.revision, published=numbered), numbered)


def _remembered(events: dict[str, Told]) -> dict[str, Told]:
    """Return events without those that have not stood in the process for long."""
    last = max(day_of(told.updated_at) for told in events.values())
    return {
        id_: told
        for id_, told in events.items()
        if told.stands or last - day_of(told.updated_at) <= REMEMBERED_DAYS
    }


def _tells(told: Told, known: Told | None) -> bool:
    """Say whether a revision says anything of the event that the one before did not.

    Most revisions add a report and nothing else: for them no process is folded anew.
    """
    if known is None:
        return True
    return replace(told, revision=0, updated_at="") != replace(known, revision=0, updated_at="")


def _same(process: Process, published: Process | None) -> bool:
    blank = {"revision": 1, "updated_at": ""}
    return published is not None and replace(process, **blank) == replace(published, **blank)
