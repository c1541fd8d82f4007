"""Events of one negotiation in a few words, and the process that they make up."""

from typing import Any

from schemas import Event, Process, Report
from schemas.vocabulary import Kind
from streams.processes import Ledger
from streams.publish import processes_of
from tests.dedup.factories import parties


def event(name: str, kind: Kind = "talks", published: str = "2026-02-04", **fields: Any) -> Event:
    """Return an event of RUS+UKR, reported once at noon of a day."""
    moment = f"{published}T12:00:00Z"
    report = Report(article_id="article", mention_id="m", origin="harbour", published_at=moment)
    shared: dict[str, Any] = {
        "revision": 1,
        "modality": "asserted",
        "record_status": "reported",
        "reports": (report,),
        "outlets": 1,
        "origins": 1,
        "updated_at": moment,
        "first_published_at": moment,
        "last_published_at": moment,
        "process_id": "RUS+UKR",
    }
    return Event(event_id=f"e-{name}", kind=kind, **{**shared, **fields})


def held(name: str, issue: str | None, content: str, **fields: Any) -> Event:
    """Return a demand of Russia's."""
    said = {"holder": "RUS", "target": "UKR", "issue": issue, "content": content}
    return event(name, **{"kind": "demand", **said, **fields})


def gone(event_: Event) -> dict[str, Any]:
    """Return what a revision says of an event that has lost all its reports."""
    return {"revision": event_.revision + 1, "reports": (), "record_status": "retracted"}


def table(**roles: Any) -> dict[str, Any]:
    """Return who sits at the table."""
    return {"parties": parties(RUS="party", UKR="party", **roles)}


def process(*events: Event) -> Process:
    """Return the one process of events in the order in which they come."""
    (told,) = processes(*events).values()
    return told


def processes(*events: Event) -> dict[str, Process]:
    """Return the processes of events in the order in which they come, by id."""
    published = {id_: ledger.published for id_, ledger in ledgers(*events).items()}
    return {id_: told for id_, told in published.items() if told is not None}


def ledgers(*events: Event) -> dict[str, Ledger]:
    """Return the ledgers of events in the order in which they come."""
    found: dict[str, Ledger] = {}
    for each in events:
        for id_ in processes_of(each):
            found.setdefault(id_, Ledger(id_)).note(each)
    return found
