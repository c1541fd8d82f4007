"""Gold files: how they are read and divided."""

from typing import Any

import orjson
import pytest

from streams.evaluate import GoldArticle, GoldError, GoldSentence, choose, read_gold
from streams.evaluate.gold import part_of
from tests.evaluate.border import MENTIONS, gold_line, sentence

SENTENCE = {"id": "s1", "text": "Chile rejected the offer.", "plover": "REJECT", "source": "Chile"}


def lines(*values: Any) -> bytes:
    return b"\n\n".join(orjson.dumps(value) for value in values) + b"\n"


def test_articles_are_read() -> None:
    """A line with an article is one; fields that are not compared are passed over."""
    line = gold_line(*MENTIONS, headline_event="e1", annotator="A. Reader")
    (article,) = read_gold(lines(line), "gold.jsonl")
    assert isinstance(article, GoldArticle)
    assert ["talks", "demand", "rejection", "talks"] == [m.kind for m in article.mentions]


def test_sentences_are_read() -> None:
    """A line with a PLOVER class is a sentence."""
    (read,) = read_gold(lines(SENTENCE), "gold.jsonl")
    assert GoldSentence(id="s1", text="Chile rejected the offer.", plover="REJECT") == read


def test_article_is_fed_as_a_producer_would_send_it() -> None:
    """The record has the article's fields, and nothing of gold."""
    line = gold_line(*MENTIONS)
    (article,) = read_gold(lines(line), "gold.jsonl")
    assert line["article"] == orjson.loads(article.record())


def test_class_of_a_sentence_is_not_fed() -> None:
    """The record of a sentence has its text, and not the answer."""
    record = orjson.loads(sentence("REJECT").record())
    assert {"id", "text"} == record.keys()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "gold.jsonl is empty"),
        (b"not json", "gold.jsonl, line 1"),
        (lines(SENTENCE, {"id": "s2", "text": "?"}), "gold.jsonl, line 3: .*`plover`"),
        (
            lines(gold_line({"kind": "war", "quotes": []})),
            r"line 1: .*'war'.*mentions\[0\]\.kind",
        ),
        (lines(SENTENCE, SENTENCE), "gold.jsonl has the id s1 more than once"),
    ],
)
def test_unusable_gold_is_an_error_that_names_the_place(data: bytes, said: str) -> None:
    """The message names file, line and field."""
    with pytest.raises(GoldError, match=said):
        read_gold(data, "gold.jsonl")


def test_parts_are_a_third_and_the_rest() -> None:
    """Each text is in one part, by its id alone, and both together are all."""
    texts = [GoldSentence(id=f"s{n}", text="", plover="AGREE") for n in range(300)]
    scored, readable = choose(texts, "scored"), choose(texts, "readable")
    assert {*choose(texts, None)} == {*scored, *readable}
    assert len(texts) == len(scored) + len(readable)
    assert 80 < len(scored) < 120


@pytest.mark.parametrize(
    ("text_id", "part"),
    [
        ("s2", "scored"),
        ("s7", "scored"),
        ("s13", "scored"),
        ("s1", "readable"),
        ("s14", "readable"),
    ],
)
def test_part_of_a_text_never_changes(text_id: str, part: str) -> None:
    """The division holds for good: `printf s2 | sha256sum`, eight digits, divisible by three."""
    assert part == part_of(text_id)
