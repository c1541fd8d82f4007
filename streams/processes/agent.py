"""The processes stage on Kafka: revisions in, processes out; a table holds the ledgers."""

from functools import partial
from typing import Any

from schemas import Event, topic
from streams.errors import Rejected
from streams.processes.folios import Ledgers
from streams.publish import fitting, process_messages, processes_of, rows_fitting
from streams.shell.stage import Led, Shell, decode_record, reader, to_rows

EVENTS = topic("process-events").name
LEDGERS = "parley-processes-changelog"


def add_processes(shell: Shell) -> Any:
    """Add the agent that folds events into processes."""
    table = shell.table("processes", beside=EVENTS)
    ledgers = Ledgers(reader(table))

    @shell.app.agent(shell.topic(EVENTS), name="processes", concurrency=1)
    async def fold_events(stream: Any) -> None:
        """Fold events into processes."""
        async for event in stream.events():
            note_it = partial(fold_record, event.key, event.value, ledgers)
            led = await shell.attempt("processes", event, note_it)
            if isinstance(led, Exception):
                # What failed may have been noted, and is in no row.
                ledgers.remembered.clear()
                continue
            await shell.carry_out(led, table)

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
    return Led((fitting(process_messages(noted.process) if noted.process else ()),), rows)
