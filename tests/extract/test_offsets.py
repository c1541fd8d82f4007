"""Laws of extraction: offsets point into the text, and the same article says the same."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Article
from streams.extract import extract
from streams.extract.sentences import split
from tests.extract.samples import articles

SAMPLES = st.sampled_from(sorted(articles().values(), key=lambda a: (a.key, a.content_hash)))


@st.composite
def mangled(draw: st.DrawFn) -> Article:
    """Give a sample article with its sentences dropped, repeated and shuffled."""
    article = draw(SAMPLES)
    parts = [s.text for s in split(article.text)]
    chosen = draw(st.lists(st.sampled_from(parts), min_size=1, max_size=len(parts) + 2))
    text = draw(st.sampled_from([" ", "\n"])).join(chosen)
    return msgspec.structs.replace(article, text=text)


@settings(max_examples=60, deadline=None)
@given(mangled())
def test_evidence_lies_within_the_text(article: Article) -> None:
    """Whatever the text, every offset points at words of it."""
    extraction = extract(article)
    found = [e for m in extraction.mentions for e in m.evidence]
    found += [e for source in extraction.lineage for e in source.evidence]
    assert all(0 <= e.start < e.end <= len(article.text) for e in found)
    assert all(article.text[e.start : e.end].strip() for e in found)


@settings(max_examples=15, deadline=None)
@given(mangled())
def test_extraction_is_deterministic(article: Article) -> None:
    """The same article says the same."""
    assert extract(article) == extract(article)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_sentences_are_slices_of_the_text(text: str) -> None:
    """A sentence is what stands between its offsets."""
    assert all(text[s.start : s.end] == s.text for s in split(text))
