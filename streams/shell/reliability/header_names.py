r"""A record whose header names are not UTF-8 must not stop its partition.

Kafka lets any bytes be the name of a header. aiokafka decodes names as UTF-8 while it unpacks a
fetch; a name that is not UTF-8 raises there, the fetch is tried again, and the partition never
moves. Such a batch is read again, slowly, with the undecodable bytes written as `\xff`.
"""

from collections.abc import Iterator
from typing import Any

from aiokafka.consumer import fetcher
from aiokafka.record.default_records import _DefaultRecordBatchPy
from aiokafka.record.memory_records import _MemoryRecordsPy


class TolerantBytes(bytes):
    """Bytes that decode whatever they hold."""

    def decode(self, encoding: str = "utf-8", errors: str = "backslashreplace") -> str:
        """Decode, writing undecodable bytes as escapes."""
        return super().decode(encoding, errors)


class TolerantBuffer(bytearray):
    """A buffer whose slices decode whatever they hold."""

    def __getitem__(self, at: Any) -> Any:
        part = super().__getitem__(at)
        return TolerantBytes(part) if isinstance(at, slice) else part


class TolerantBatch:
    """A batch that falls back to tolerant reading where the fast one fails."""

    def __init__(self, batch: Any, data: bytes) -> None:
        self._batch = batch
        self._data = data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._batch, name)

    def __next__(self) -> Any:
        return next(self._batch)

    def __iter__(self) -> Iterator[Any]:
        read = 0
        try:
            for record in self._batch:
                read += 1
                yield record
        except UnicodeDecodeError:
            yield from _read_tolerantly(self._data, read)


class TolerantRecords(_MemoryRecordsPy):  # type: ignore[misc]  # untyped, and marked final
    """The batches of a fetch, each tolerant of what its header names hold."""

    def next_batch(self, *sizes: int) -> Any:
        """Return the next batch, or None."""
        data = self._next_slice
        batch = super().next_batch(*sizes)
        return None if batch is None or data is None else TolerantBatch(batch, bytes(data))


def tolerate_header_names() -> None:
    """Make every aiokafka consumer of this process read records with undecodable header names."""
    fetcher.MemoryRecords = TolerantRecords


def _read_tolerantly(data: bytes, skip: int) -> Iterator[Any]:
    batch = _DefaultRecordBatchPy(data)
    batch._maybe_uncompress()
    batch._buffer = TolerantBuffer(batch._buffer)
    for number, record in enumerate(batch):
        if number >= skip:
            yield record
