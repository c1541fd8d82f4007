"""A block is read from its rows as it was, however large it is."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import msgspec
import pytest

from schemas import Lineage, When
from streams.dedup import Block
from streams.dedup.pages import FULL
from streams.dedup.rows import FORMAT, _Page, unpack
from streams.errors import StateError
from tests.dedup.factories import moved, on, run, talks
from tests.dedup.rows import Rows

SKETCH = "AAAAAgABAgME"


def block(reports: int) -> Block:
    """Return a block of so many events of one report."""
    told = [
        talks(f"outlet{n}", when=on("2026-02-04"), round=n + 1, about={"fingerprint": SKETCH})
        for n in range(reports)
    ]
    return run(*told).block


@pytest.mark.parametrize("reports", [0, 1, FULL, FULL + 1, 5 * FULL])
def test_a_block_is_read_as_it_was_written(reports: int) -> None:
    """Nothing is lost, on whatever page it stands."""
    rows = Rows(block(reports))

    assert rows.block == rows.read()[0]
    assert max(reports - 1, 0) // FULL == len(rows.full)


@pytest.mark.parametrize("moment", ["2026-02-04T12:00:00Z", "2026-02-04T12:00:00.250Z"])
def test_a_source_is_read_as_it_was(moment: str) -> None:
    """Whether it was published, edited or only received."""
    about = {"received_at": moment, "published_at": moment, "fingerprint": SKETCH}
    cites = (Lineage(outlet="AFP", via="byline"),)
    odd = talks("harbour", about=about)
    edited = talks("dhow", about={"version": 2, "published_at": None, "lineage": cites})
    rows = Rows(run(odd, edited, talks("nevsky", schedule=moved("2026-02-01", "a visit"))).block)

    assert rows.block == rows.read()[0]


def test_what_several_share_is_stored_once() -> None:
    """Copies say the same, and have one sketch."""
    when = When(start="2026-02-04", precision="day", text="on Wednesday")
    copies = [talks(f"o{n}", about={"fingerprint": SKETCH}, when=when) for n in range(5)]

    assert 1 == Rows(run(*copies).block).last.count(b"on Wednesday")


def test_names_of_fields_are_not_stored() -> None:
    """They would be most of a row."""
    row = Rows(block(1)).last

    assert not [name for name in (b"mentions", b"article_id", b"actor") if name in row]


def test_a_row_of_another_format_is_not_read() -> None:
    """Nobody takes one thing for another."""
    _, *rest = msgspec.msgpack.decode(Rows(block(1)).last)

    with pytest.raises(StateError, match=f"format {FORMAT + 1},.* PARLEY_NAMESPACE"):
        unpack(msgspec.msgpack.encode([FORMAT + 1, *rest]), lambda *_: b"")


@pytest.mark.parametrize("row", [b"", b"\xff", msgspec.msgpack.encode([FORMAT]), b"{}"])
def test_what_is_no_row_is_the_state_s_fault(row: bytes) -> None:
    """Parked as if it were at fault, a mention would be missing from its event."""
    with pytest.raises(StateError, match="cannot be read"):
        unpack(row, lambda *_: b"")


def test_the_row_of_a_page_is_none_of_a_block() -> None:
    """A page does not stand alone."""
    with pytest.raises(ValueError, match="row of a page"):
        unpack(Rows(block(2 * FULL)).full[0], lambda *_: b"")


LAYOUTS = {3: "3c73e665e1dc2af8"}
"""A digest of the names of all fields that a row consists of, by format."""


def test_another_layout_is_another_format() -> None:
    """Rows have no names of fields: what is added in the middle would be read as what stood there.

    Where this fails, raise `FORMAT` and put the new layout here, and tell in the changelog that
    state has to be made anew.
    """
    told = ",".join(_names(msgspec.inspect.type_info(_Page)))
    assert LAYOUTS.get(FORMAT) == sha256(told.encode()).hexdigest()[:16], told


def _names(told: Any) -> Iterator[str]:
    """Yield the names of all fields below a type, in the order in which they are stored."""
    if isinstance(told, msgspec.inspect.StructType):
        for each in told.fields:
            yield each.name
            yield from _names(each.type)
    for inner in ("item_type", "value_type"):
        if hasattr(told, inner):
            yield from _names(getattr(told, inner))
    for inner in ("item_types", "types"):
        for each in getattr(told, inner, ()):
            yield from _names(each)
