"""A record does not wait for the fetch of another topic.

Faust asks the broker to hold a fetch for up to 1.5 s while there is no data. Only one fetch is
under way per broker, so a topic that was not in it waits until it comes back. That is latency, not
loss, and it adds up over the stages of a pipeline.
"""

from typing import Any

from streams.shell.reliability.created import adjusted

FETCH_WAIT_MS = 100


def limit_fetch_wait(consumer: Any, milliseconds: int) -> None:
    """Let the broker hold a fetch no longer than this; has its effect when the consumer starts."""
    thread = consumer._thread

    def limit(client: Any) -> None:
        # aiokafka reads it when the client starts, and Faust has no setting for it.
        client._fetch_max_wait_ms = milliseconds

    thread._create_worker_consumer = adjusted(thread._create_worker_consumer, limit)
