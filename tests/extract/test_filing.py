"""Filing: what an article is to those already filed."""

from typing import Any

from schemas import Article
from streams.extract import extract
from streams.extract.filing import Filing, file_article
from tests.extract.reading import article

TEXT = "Armenia and Azerbaijan held talks in Tbilisi on Tuesday."
GONE = "Armenia celebrated its national day on Tuesday."


def file(first: Article, *more: Article) -> Filing:
    """File articles one after the other; return the last filing."""
    filing = file_article(first, None, extract)
    assert filing is not None
    for each in more:
        filing = file_article(each, filing.filed, extract)
        assert filing is not None
    return filing


def later(text: str = TEXT, **fields: Any) -> Article:
    """Return the article as it comes again, an hour later."""
    given = {"source": "raw/0/2", "updated_at": "2026-02-04T13:00:00Z"} | fields
    return article(text, **given)


def test_new_article_has_its_events() -> None:
    """An article with an encounter ends in `events`, with its mention routed to its block."""
    filing = file(article(TEXT))
    assert ("events", ["ARM+AZE"]) == (
        filing.outcome.outcome,
        [routed.block for routed in filing.mentions],
    )


def test_same_content_is_a_duplicate() -> None:
    """The same content again adds nothing."""
    filing = file(article(TEXT), later())
    assert ("duplicate", ()) == (filing.outcome.outcome, filing.mentions)


def test_edit_is_a_revision_with_the_same_mention() -> None:
    """An edited article says the same thing under the same id."""
    first, edit = article(TEXT), later(f"{TEXT} It rained.")
    filing = file(first, edit)
    ids = [[r.mention.mention_id for r in f.mentions] for f in (file(first), filing)]
    assert "revision" == filing.outcome.outcome
    assert ids[0] == ids[1]


def test_edit_withdraws_what_it_no_longer_says() -> None:
    """What an edit leaves out is taken back."""
    (routed,) = file(article(TEXT), later(GONE)).mentions
    assert routed.mention.withdrawn


def test_older_version_changes_nothing() -> None:
    """A version from before the one that is filed comes too late."""
    old = later(GONE, source="raw/0/3", updated_at="2026-02-01T00:00:00Z")
    filing = file(article(TEXT), old)
    assert ("revision", ()) == (filing.outcome.outcome, filing.mentions)


def test_cancelled_article_takes_its_support_back() -> None:
    """A killed article withdraws all it said."""
    (routed,) = file(article(TEXT), later(status="canceled")).mentions
    assert routed.mention.withdrawn


def test_same_record_again_is_filed_once() -> None:
    """A record that Kafka delivers again has nothing left to send."""
    filed = file(article(TEXT)).filed
    assert None is file_article(article(TEXT), filed, extract)
