"""The whole data path in one process, without Kafka; dictionaries stand where tables do."""

from dataclasses import dataclass, field

from schemas import Article, Event, Mention, Outcome, Process, RawArticle, Ruling, encode
from streams.dedup.desk import Desk, Step
from streams.errors import Rejected
from streams.extract import Extraction, extract
from streams.extract.filing import Filed, Filing, Routed, file_article
from streams.ingest import MAX_BYTES, read_article, rejection
from streams.processes import Ledger
from streams.publish import processes_of


@dataclass(frozen=True, slots=True)
class Fed:
    """What one record led to."""

    outcome: Outcome
    article: Article | None = None
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(slots=True)
class Pipeline:
    """Feed it records in any order; `events` is what all of them together say.

    `processes` is the same by negotiation.
    """

    limit: int = MAX_BYTES
    _filed: dict[str, Filed] = field(default_factory=dict)
    _table: dict[str, bytes] = field(default_factory=dict)
    _desk: Desk = field(init=False)
    _events: dict[str, Event] = field(default_factory=dict)
    _ledgers: dict[str, Ledger] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._desk = Desk(self._table.get)

    def feed(self, value: bytes | None, *, source: str, received_at: str) -> Fed:
        """Take in one raw record; a rejected one is an outcome, not an exception."""
        try:
            article = read_article(value, source=source, received_at=received_at, limit=self.limit)
        except Rejected as exc:
            return Fed(rejection(exc, source=source, received_at=received_at))
        filing = file_article(article, self._filed.get(article.key), extract)
        if filing is None:
            raise ValueError(f"the record {source} was fed before")
        return self._carry_out(article, filing)

    def rule(self, ruling: Ruling) -> tuple[Event, ...]:
        """Take in what people have ruled, and return the revisions that it leads to."""
        return self._keep(self._desk.rule(ruling))

    def events(self) -> tuple[Event, ...]:
        """Return the current state of every event, first published first."""
        return tuple(
            sorted(self._events.values(), key=lambda e: (e.first_published_at or "", e.event_id))
        )

    def processes(self) -> tuple[Process, ...]:
        """Return the current state of every negotiation, by its id."""
        published = (ledger.published for _, ledger in sorted(self._ledgers.items()))
        return tuple(process for process in published if process is not None)

    def _carry_out(self, article: Article, filing: Filing) -> Fed:
        self._filed[article.key] = filing.filed
        events = tuple(event for routed in filing.mentions for event in self._join(routed))
        mentions = tuple(routed.mention for routed in filing.mentions)
        return Fed(filing.outcome, article, mentions, events)

    def _join(self, routed: Routed) -> tuple[Event, ...]:
        return self._keep(self._desk.admit(routed.block, routed.mention))

    def _keep(self, step: Step) -> tuple[Event, ...]:
        for key, value in step.writes:
            if value is None:
                self._table.pop(key, None)
                continue
            self._table[key] = value
        self._events.update({event.event_id: event for event in step.events})
        for event in step.events:
            self._note(event)
        return step.events

    def _note(self, event: Event) -> None:
        for process_id in processes_of(event):
            self._ledgers.setdefault(process_id, Ledger(process_id)).note(event)


def read_tables() -> None:
    """Read every rule and table, by way of an article that needs them all; raises `TableError`."""
    Pipeline().feed(encode(NEEDS_ALL), source="", received_at="2026-02-05T06:00:00Z")


NEEDS_ALL = RawArticle(
    title="Chad and Sudan hold talks",
    outlet="The Dale Post",
    published_at="2026-02-05T06:00:00Z",
    text="Chad and Sudan held a second round of talks, Reuters reported. The ceremony took place "
    "in Nairobi on Wednesday. Chad demanded that Sudan withdraw its troops. Sudan rejected the "
    "demand. The two signed a ceasefire and agreed to swap 40 prisoners. Rebels denied it.",
)


def extract_record(value: bytes, *, source: str, received_at: str) -> tuple[Article, Extraction]:
    """Read one raw record and extract its mentions; raises `Rejected`."""
    article = read_article(value, source=source, received_at=received_at)
    return article, extract(article)
