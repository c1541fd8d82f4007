"""A block is stored as canonical JSON and read back as it was."""

from schemas import Lineage, decode, encode
from streams.dedup import Block, decide
from streams.dedup.state import source_key, source_of
from tests.dedup.factories import article, moved, on, run, talks


def filled() -> Block:
    return run(
        talks("harbour", when=on("2026-02-04"), about={"fingerprint": "AAAA"}),
        talks("dhow", status="postponed", schedule=moved("2026-02-01", "a visit")),
        talks("nevsky", "2026-02-02", when=on("2026-02-04")),
        talks("copper", about={"lineage": (Lineage(outlet="AFP", via="byline"),)}, withdrawn=True),
    ).block


def test_a_block_is_read_as_it_was_written() -> None:
    """Nothing of a block is lost in its table."""
    assert filled() == decode(encode(filled()), Block)


def test_an_empty_block_is_small() -> None:
    """Fields at their default take no space."""
    assert b"{}" == encode(Block())


def test_a_stored_block_decides_alike() -> None:
    """A worker that recovers from the table goes on as the one before."""
    news = talks("levant", "2026-02-05", when=on("2026-02-04"))

    assert decide(filled(), news) == decide(decode(encode(filled()), Block), news)


def test_mentions_of_an_article_share_its_source() -> None:
    """What is known of an article is stored once, however many mentions it has."""
    of = article()
    block = run(talks(of=of), talks(of=of, round=3, nth=1)).block

    assert (2, 1) == (len(block.mentions), len(block.sources))


def test_a_source_without_mentions_is_forgotten() -> None:
    """An edit replaces the version before it, so that editing does not make blocks grow."""
    first = talks()
    edit = {"updated_at": "2026-02-05T12:00:00Z", "received_at": "2026-02-05T12:00:00Z"}
    block = run(first, talks(about=edit)).block

    assert ["2026-02-05T12:00:00Z"] == [source.moment for source in block.sources.values()]


def test_equal_sources_have_equal_keys() -> None:
    """The key depends on the content alone, on every machine."""
    assert source_key(source_of(article())) == source_key(source_of(article()))
    assert source_key(source_of(article())) != source_key(source_of(article("dhow")))


def test_evidence_is_not_stored() -> None:
    """No event carries it, so that no block has to."""
    assert b"evidence" not in encode(filled())


def test_the_process_is_named_once_it_is_known() -> None:
    """A withdrawal, which names nobody, does not name the process."""
    withdrawal = talks(withdrawn=True, parties=())

    assert None is run(withdrawal).block.process_id
    assert "RUS+UKR" == run(withdrawal, talks("dhow")).block.process_id
