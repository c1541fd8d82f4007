"""The processes stage on Kafka: revisions in, processes out; a table holds the ledgers."""

from typing import Any

from schemas import Event, topic
from streams.errors import Rejected
from streams.processes.folios import Ledgers
from streams.publish import fitting, process_messages, processes_of, rows_fitting
from streams.shell.stage import Shell, decode_record
from streams.shell.work import Led, Work, to_rows

EVENTS = topic("process-events").name
LEDGERS = "parley-processes-changelog"


def add_processes(shell: Shell) -> Any:
    """Add the agent that folds events into processes."""
    stored = shell.stored("processes", beside=EVENTS)
    ledgers = Ledgers(stored.read)

    def fold(event: Any) -> Led:
        return fold_record(event.key, event.value, ledgers)

    work = Work("processes", fold, stored, forget=ledgers.remembered.clear)

    @shell.app.agent(shell.topic(EVENTS), name="processes", concurrency=1)
    async def fold_events(stream: Any) -> None:
        """Fold events into processes."""
        await shell.work(stream, work)

    return fold_events


def fold_record(key: bytes | None, value: bytes | None, ledgers: Ledgers) -> Led:
    """Note a revision of an event, and return what follows; raises `Rejected`."""
    event = decode_record(value, Event)
    concerned = {process_id.encode(): process_id for process_id in processes_of(event)}
    if key not in concerned:
        of = ", ".join(concerned.values()) or "none"
        raise Rejected("wrong-key", f"the record's key is no process of the event, which has {of}")
    noted, writes = ledgers.note(concerned[key], event)
    rows = to_rows(writes)
    rows_fitting(LEDGERS, rows)
    return Led(fitting(process_messages(noted.process) if noted.process else ()), rows=rows)
