"""A block is read from its row as it was, however large it is."""

from streams.dedup import Block
from streams.dedup.rows import LARGE, pack, unpack
from tests.dedup.factories import on, run, talks


def block(reports: int) -> Block:
    """Return a block of so many events of one report."""
    told = [
        talks(f"outlet{n}", when=on("2026-02-04"), round=n + 1, about={"fingerprint": "AAAA"})
        for n in range(reports)
    ]
    return run(*told).block


def test_a_small_row_is_json() -> None:
    """Who looks into a table can read it."""
    assert pack(block(1)).startswith(b'{"process_id":"RUS+UKR"')
    assert block(2) == unpack(pack(block(2)))


def test_a_large_row_is_compressed() -> None:
    """A row of megabytes takes a fraction of that, and is read all the same."""
    small = block(1)
    (id_, kept), *_ = small.mentions.items()
    large = Block(mentions={f"{id_}-{n}": kept for n in range(20_000)})

    assert len(pack(large)) < LARGE / 2
    assert large == unpack(pack(large))
