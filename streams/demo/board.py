"""What the demo has seen so far: outcomes, and the current state of each event."""

from collections import Counter
from dataclasses import dataclass, field

from schemas import Event, Outcome, Process
from streams.dedup.outlets import UNNAMED, slug_of


@dataclass(slots=True)
class Board:
    """Counts articles and keeps events; told of a thing twice, it knows it once."""

    total: int
    fed: int = 0
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    processes: dict[str, Process] = field(default_factory=dict)
    latest: str = ""

    def note_outcome(self, outcome: Outcome) -> None:
        """Take note of what became of an article."""
        self.outcomes[outcome.source] = outcome

    def note_event(self, event: Event) -> bool:
        """Take note of a revision; return whether it is news."""
        known = self.events.get(event.event_id)
        if known is not None and known.revision >= event.revision:
            return False
        self.events[event.event_id] = event
        self.latest = event.event_id
        return True

    def note_process(self, process: Process) -> None:
        """Take note of the state of a process."""
        known = self.processes.get(process.process_id)
        if known is None or known.revision < process.revision:
            self.processes[process.process_id] = process

    def longest(self) -> Process | None:
        """Return the process with most numbered rounds; None before there is any."""
        by_rounds = sorted(self.processes.values(), key=lambda p: p.process_id)
        return max(
            by_rounds, key=lambda p: sum(s.round is not None for s in p.rounds), default=None
        )

    def revisions(self) -> int:
        """Return how many revisions of events and processes there have been."""
        of_events = sum(event.revision for event in self.events.values())
        return of_events + sum(process.revision for process in self.processes.values())

    @property
    def done(self) -> bool:
        """Whether every article has its outcome."""
        return len(self.outcomes) >= self.total

    def counts(self) -> dict[str, int]:
        """Return how many articles ended in each outcome."""
        return dict(sorted(Counter(o.outcome for o in self.outcomes.values()).items()))

    def standing(self) -> tuple[Event, ...]:
        """Return the events that have reports, those that most origins stand behind first."""
        living = (event for event in self.events.values() if event.reports)
        return tuple(sorted(living, key=lambda e: (-e.origins, -e.outlets, e.event_id)))


def copies(events: tuple[Event, ...]) -> dict[str, tuple[str, ...]]:
    """Return whom each outlet has copied, outlet by outlet."""
    outlets = {r.article_id: r.outlet or UNNAMED for e in events for r in e.reports}
    pairs = {
        (report.outlet or UNNAMED, outlets.get(report.copy_of, report.copy_of))
        for event in events
        for report in event.reports
        if report.copy_of
    }
    return _grouped(pairs)


def citations(events: tuple[Event, ...]) -> dict[str, tuple[str, ...]]:
    """Return from whom each outlet has a story that it rewrote, outlet by outlet."""
    names = {slug_of(r.outlet): r.outlet or UNNAMED for e in events for r in e.reports}
    pairs = {
        (report.outlet or UNNAMED, names.get(report.origin, report.origin))
        for event in events
        for report in event.reports
        if not report.copy_of and report.origin != slug_of(report.outlet)
    }
    return _grouped(pairs)


def most_disputed(events: tuple[Event, ...]) -> Event | None:
    """Return the event on which reports disagree most; None where they agree on all."""
    rivals = {e.event_id: sum(map(len, e.disputed.values())) for e in events}
    best = max(events, key=lambda e: (rivals[e.event_id], e.event_id), default=None)
    return best if best is not None and rivals[best.event_id] else None


def _grouped(pairs: set[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    return {
        who: tuple(sorted(whom for one, whom in pairs if one == who))
        for who in sorted({one for one, _ in pairs})
    }
