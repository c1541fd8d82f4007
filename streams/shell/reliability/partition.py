"""The rows of a table go to the partition of the record that led to them.

Faust takes the partition of the record that the stream is at; of a batch that is the last. Rows of
the others would lie in its changelog, where nobody who takes over their partition finds them.
"""

import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# Faust offers the reading of it only, `faust.current_event`.
from faust.streams import _current_event


@contextmanager
def at(event: Any) -> Iterator[None]:
    """Write rows, within a `with` block, as if a stream were at this event."""
    token = _current_event.set(weakref.ref(event))
    try:
        yield
    finally:
        _current_event.reset(token)
