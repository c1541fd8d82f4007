"""Every error that Parley raises on purpose.

ParleyError
├── Rejected          a record that no retry will make readable; parked in the dead-letter topic
├── TableError        a table or a file of rules that people edit cannot be read
├── SettingsError     a PARLEY_* variable that is unknown or has an unusable value
├── BrokerError       the broker cannot be reached, or its topics are not as declared
├── DeliveryFailed    a record did not reach Kafka (streams.shell.reliability)
├── UnreliableError   a Faust or an agent that could lose records (streams.shell.reliability)
├── TooManyRejected   most records fail, so the code is wrong, not the records
├── StateError        a table holds what this version of Parley cannot read
├── GoldError         a gold file or its floors cannot be read (streams.evaluate)
└── CorpusError       a line of the training corpus cannot be read (streams.training)
"""


class ParleyError(Exception):
    """Base of all errors raised on purpose; the message is for people."""


class Rejected(ParleyError):
    """A record cannot be processed: a stable `reason` for counting, a `detail` for people."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class TableError(ParleyError):
    """A table or a file of rules cannot be read; the message names the file and the place."""


class SettingsError(ParleyError):
    """A setting is unknown or unusable; the message names it and suggests what to do."""


class BrokerError(ParleyError):
    """The broker cannot be reached, or its topics are not as declared."""


class StateError(ParleyError):
    """A table holds what this version of Parley cannot read: no fault of the record at hand.

    Parked, that record would be missing from its event; the worker stops instead.
    """

    def __init__(self, what: object) -> None:
        super().__init__(
            f"the stored state cannot be read ({what}): another version of Parley wrote it. Run "
            "that version or a later one; or set another PARLEY_NAMESPACE and feed the articles "
            "anew"
        )


class TooManyRejected(ParleyError):
    """Most of the latest records failed: stop before the whole topic is parked."""
