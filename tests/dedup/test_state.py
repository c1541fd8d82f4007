"""What a block keeps of mentions, and what not."""

from schemas import Lineage
from schemas.mention import Happening
from streams.dedup import Block
from streams.dedup.state import Kept, Source
from tests.dedup.factories import article, decide, moved, on, run, talks
from tests.dedup.rows import Rows


def sources(block: Block) -> list[Source]:
    """Return the articles behind the mentions of a block."""
    return [kept.source for kept in block.mentions.values()]


def filled() -> Block:
    return run(
        talks("harbour", when=on("2026-02-04"), about={"fingerprint": "AAAA"}),
        talks("dhow", status="postponed", schedule=moved("2026-02-01", "a visit")),
        talks("nevsky", "2026-02-02", when=on("2026-02-04")),
        talks("copper", about={"lineage": (Lineage(outlet="AFP", via="byline"),)}, withdrawn=True),
    ).block


def test_a_block_is_read_as_it_was_written() -> None:
    """Nothing of a block is lost in its table."""
    assert filled() == Rows(filled()).read()[0]


def test_an_empty_block_is_small() -> None:
    """Nothing takes hardly any space."""
    assert len(Rows(Block()).last) < 20


def test_a_stored_block_decides_alike() -> None:
    """A worker that recovers from the table goes on as the one before."""
    news = talks("levant", "2026-02-05", when=on("2026-02-04"))

    assert decide(filled(), news) == decide(Rows(filled()).read()[0], news)


def test_mentions_of_an_article_share_its_source() -> None:
    """What is known of an article is stored once, however many mentions it has."""
    of = article(url="https://harbour.example/talks")
    block = run(talks(of=of), talks(of=of, round=3, nth=1)).block

    assert 2 == len(block.mentions)
    assert 1 == Rows(block).last.count(b"harbour.example")


def test_a_source_without_mentions_is_forgotten() -> None:
    """An edit replaces the version before it, so that editing does not make blocks grow."""
    first = talks()
    block = run(first, talks(about={"version": 2})).block

    assert [2] == [source.version for source in sources(block)]


def test_evidence_is_not_stored() -> None:
    """No event carries it, so that no block has to."""
    assert "evidence" not in {*Kept.__struct_fields__, *Happening.__struct_fields__}


def test_the_process_is_named_once_it_is_known() -> None:
    """A withdrawal, which names nobody, does not name the process."""
    withdrawal = talks(withdrawn=True, parties=())

    assert None is run(withdrawal).block.key
    assert "RUS+UKR" == run(withdrawal, talks("dhow")).block.key
