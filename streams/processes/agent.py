"""The processes stage on Kafka: revisions in, processes out; a table holds the ledgers."""

from functools import partial
from typing import Any

from schemas import Event, decode, encode, topic
from streams.errors import Rejected
from streams.processes.ledger import Ledger, Noted, note
from streams.publish import process_messages, processes_of
from streams.shell.stage import Shell, decode_record

EVENTS = topic("process-events").name


def add_processes(shell: Shell) -> Any:
    """Add the agent that folds events into processes."""
    ledgers = shell.table("processes", beside=EVENTS)

    @shell.app.agent(shell.topic(EVENTS), name="processes", concurrency=1)
    async def fold_events(stream: Any) -> None:
        """Fold events into processes."""
        async for event in stream.events():
            step = partial(note_record, event.key, event.value, ledgers.get(event.key))
            noted = await shell.attempt("processes", event, step)
            if isinstance(noted, Exception):
                continue
            if noted.process is not None:
                await shell.send(process_messages(noted.process))
            # Last, once it is delivered: until then a crash repeats the same process.
            ledgers[event.key] = encode(noted.ledger)

    return fold_events


def note_record(key: bytes | None, value: bytes | None, known: bytes | None) -> Noted:
    """Decode a revision of an event and its ledger, and note it; raises `Rejected`."""
    event = decode_record(value, Event)
    concerned = {process_id.encode(): process_id for process_id in processes_of(event)}
    if key not in concerned:
        of = ", ".join(concerned.values()) or "none"
        raise Rejected("wrong-key", f"the record's key is no process of the event, which has {of}")
    return note(concerned[key], decode(known, Ledger) if known else Ledger(), event)
