"""Ledgers in their table: the events of each lie on some folios, and a revision writes one of them.

In one row a ledger would be written anew, whole, for every revision that it takes note of.
"""

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import ClassVar

from schemas import Event, encode
from schemas.record import Record
from schemas.vocabulary import Timestamp
from streams.dedup.account import sortable
from streams.errors import StateError
from streams.processes.ledger import Ledger, Noted
from streams.processes.told import Told
from streams.stored import Read, Remembered, Write, decode_state

FOLIOS = 32
"""Of one ledger. More make smaller rows to write for a revision, and more of them to look at."""
ROOM = 50_000
"""Events to remember, some 1 KB each."""


class Folio(Record, frozen=True, kw_only=True):
    """Some of the events of a process; canonical JSON, like every record."""

    schema: ClassVar[str] = "folio"

    revision: int
    """Of the process, when this was written: the highest of all folios is the one it has."""
    updated_at: Timestamp
    """When the latest report was received, likewise."""
    events: dict[str, Told]


@dataclass(slots=True)
class Opened:
    """A ledger, with the rows that it was read from or written to."""

    ledger: Ledger
    rows: list[bytes | None]
    ids: list[set[str]] = field(init=False)
    """Of the events on each folio."""

    def __post_init__(self) -> None:
        self.ids = [set() for _ in range(FOLIOS)]
        for id_ in self.ledger.events:
            self.ids[_number(id_)].add(id_)

    @property
    def key(self) -> str:
        """Return the id of the process."""
        return self.ledger.process_id

    def weight(self) -> int:
        """Return for how many events it counts among those remembered."""
        return len(self.ledger.events) + 1

    def let_go(self) -> None:
        """Part nothing: no part of a ledger refers to the whole."""

    def write(self, id_: str) -> Write:
        """Write the folio of an event anew, without what the ledger has forgotten."""
        number, known = _number(id_), self.ledger.events
        self.ids[number] = {each for each in (*self.ids[number], id_) if each in known}
        events = {each: known[each] for each in self.ids[number]}
        ledger = self.ledger
        row = encode(Folio(revision=ledger.revision, updated_at=ledger.updated_at, events=events))
        self.rows[number] = row
        return _key(ledger.process_id, number), row


@dataclass(slots=True)
class Ledgers:
    """The ledgers of one worker, over the table that its folios lie in."""

    table: Read
    remembered: Remembered[Opened] = field(default_factory=lambda: Remembered(ROOM))

    def note(self, process_id: str, event: Event) -> tuple[Noted, tuple[Write, ...]]:
        """Take note of a revision of an event; return what follows, and the rows to write.

        Raises `StateError` where what is stored cannot be read.
        """
        opened = self._open(process_id)
        noted = opened.ledger.note(event)
        self.remembered.keep(opened)
        return noted, (opened.write(event.event_id),) if noted.taken else ()

    def _open(self, process_id: str) -> Opened:
        """Return a ledger as it stands in the table: another worker may have had it in between."""
        rows = [self.table(_key(process_id, number)) for number in range(FOLIOS)]
        opened = self.remembered.get(process_id)
        if opened is not None and opened.rows == rows:
            return opened
        ledger = _read(process_id, rows)
        if self.table(process_id) is not None:
            raise StateError(f"the ledger of {process_id} is one row")
        return Opened(ledger, rows)


def _read(process_id: str, rows: list[bytes | None]) -> Ledger:
    folios = [folio for row in rows if (folio := decode_state(row, Folio)) is not None]
    events = {id_: told for folio in folios for id_, told in folio.events.items()}
    revision = max((folio.revision for folio in folios), default=0)
    updated_at = max((folio.updated_at for folio in folios), key=sortable, default="")
    return Ledger(process_id, revision, updated_at, events)


def _key(process_id: str, number: int) -> str:
    return f"{process_id}/{number}"


def _number(event_id: str) -> int:
    """Return the folio that an event is on."""
    return blake2b(event_id.encode(), digest_size=1).digest()[0] % FOLIOS
