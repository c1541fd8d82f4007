"""The ledger of a process: its events, each in its latest revision."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from schemas import Event, Process
from streams.days import DAY, day_of
from streams.dedup.account import sortable
from streams.processes.fold import course_of
from streams.processes.standpoints import Standpoints
from streams.processes.told import Told, told_of

REMEMBERED_DAYS = 30
"""For so long, by the latest report of the process, it is known of what stands in it no more which
revisions are past. Their topic keeps them for a week, and none comes again after that."""
SUPERSEDED_DAYS = 90
"""For so long a position is kept that is not the last of its holder, should the last be retracted:
twice as long as positions wait for reports by default, after which joining has forgotten them."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What a revision of an event leads to: the process, where that changes it."""

    process: Process | None = None
    taken: bool = True
    """It was news to the ledger."""


@dataclass(slots=True)
class Ledger:
    """All that is known of the events of one process, and the process that they make up.

    It is written on. Only what depends on a revision is worked out anew, so that one costs the same
    however many positions there were before.
    """

    process_id: str
    revision: int = 0
    updated_at: str = ""
    """When its latest report was received."""
    events: dict[str, Told] = field(default_factory=dict)
    published: Process | None = field(init=False, default=None)
    """As it was published last."""
    _happened: dict[str, Told] = field(init=False)
    """Those of the events that stand and are no positions."""
    _course: Process = field(init=False)
    _standpoints: Standpoints = field(init=False)

    def __post_init__(self) -> None:
        self._forget()
        self._happened = {id_: told for id_, told in self.events.items() if _has_happened(told)}
        self._course = course_of(self.process_id, self._happened)
        self._standpoints = Standpoints(self.events)
        if self.revision:
            self.published = self._process(self.revision)

    def note(self, event: Event) -> Noted:
        """Take note of a revision of an event.

        One that is past changes nothing. What has gone over to another process is no part of this.
        """
        known = self.events.get(event.event_id)
        if known is not None and known.revision >= event.revision:
            return Noted(taken=False)
        told = self.events[event.event_id] = told_of(event, self.process_id)
        self._follow_time(told.updated_at)
        if known is not None and _says_the_same(told, known):
            return Noted()
        self._follow(event.event_id, told, known)
        process = self._process(self.revision + 1)
        if self.published is not None and _is_the_same(process, self.published):
            return Noted()
        self.revision, self.published = process.revision, process
        return Noted(process)

    def _follow(self, id_: str, told: Told, known: Told | None) -> None:
        """Work out anew what depends on an event."""
        self._standpoints.follow(id_, known)
        stood = self._happened.pop(id_, None) is not None
        if _has_happened(told):
            self._happened[id_] = told
        elif not stood:
            return
        self._course = course_of(self.process_id, self._happened)

    def _process(self, revision: int) -> Process:
        return replace(
            self._course,
            revision=revision,
            updated_at=self.updated_at,
            positions=self._standpoints.positions(),
        )

    def _follow_time(self, moment: str) -> None:
        """Forget on each day that comes: to look at all for every revision would take long."""
        before, self.updated_at = self.updated_at, max(self.updated_at, moment, key=sortable)
        if before[:DAY] < self.updated_at[:DAY]:
            self._forget()

    def _forget(self) -> None:
        """Forget what says nothing of the process any more."""
        for id_ in tuple(self._past()):
            del self.events[id_]

    def _past(self) -> Iterator[str]:
        today = day_of(self.updated_at) if self.updated_at else 0
        ages = {id_: today - day_of(told.updated_at) for id_, told in self.events.items()}
        gone = (id_ for id_, told in self.events.items() if not told.stands)
        yield from (id_ for id_ in gone if ages[id_] > REMEMBERED_DAYS)
        held = {id_: told for id_, told in self.events.items() if told.stands and told.is_position}
        old = {id_: told for id_, told in held.items() if ages[id_] > SUPERSEDED_DAYS}
        yield from old.keys() - Standpoints(old).latest.values()


def _has_happened(told: Told) -> bool:
    return told.stands and not told.is_position


def _says_the_same(told: Told, known: Told) -> bool:
    """Say whether a revision says nothing of the event that the one before did not.

    Most add a report and nothing else: for them no process is folded anew.
    """
    return replace(told, revision=0, updated_at="") == replace(known, revision=0, updated_at="")


def _is_the_same(process: Process, published: Process) -> bool:
    as_published = {"revision": published.revision, "updated_at": published.updated_at}
    return replace(process, **as_published) == published
