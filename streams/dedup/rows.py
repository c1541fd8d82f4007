"""Blocks as rows of the table: JSON, compressed where it is large.

A negotiation of which thousands of reports come in every day makes a row of megabytes, which each
of them writes anew; Kafka takes no record over ten. Others are small, and not worth the time.
"""

import zlib

import msgspec

from streams.dedup.state import Block

LARGE = 1_000_000
"""Bytes from which a row is compressed."""
FAST = 1
"""Level of compression: the others take five times as long for a tenth less."""
_PLAIN = b"{"


def pack(block: Block) -> bytes:
    """Return the row of a block; equal blocks that came about alike have equal rows."""
    row = msgspec.json.encode(block)
    return row if len(row) < LARGE else zlib.compress(row, FAST)


def unpack(row: bytes) -> Block:
    """Return the block of a row."""
    return msgspec.json.decode(row if row.startswith(_PLAIN) else zlib.decompress(row), type=Block)
