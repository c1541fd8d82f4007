"""Filing: what an article is to those already filed."""

from itertools import permutations
from typing import Any

import pytest

from schemas import Article, Mention
from streams.extract import extract
from streams.extract.document import MAX_PASSAGES
from streams.extract.filing import Filing, file_article
from tests.extract.reading import article

TEXT = "Armenia and Azerbaijan held talks in Tbilisi on Tuesday."
GONE = "Armenia celebrated its national day on Tuesday."
HINTING = "Armenia poured cold water on hopes that the border with Azerbaijan will open soon."


def file(first: Article, *more: Article) -> Filing:
    """File articles one after the other; return the last filing."""
    filing = file_article(first, None, extract)
    assert filing is not None
    for each in more:
        filing = file_article(each, filing.filed, extract)
        assert filing is not None
    return filing


def told_in(filing: Filing) -> list[Mention]:
    """Return the mentions that go out, but for hints."""
    return [routed.mention for routed in filing.mentions if not routed.mention.hint]


def later(text: str = TEXT, **fields: Any) -> Article:
    """Return the article as it comes again, an hour later."""
    given = {"source": "raw/0/2", "updated_at": "2026-02-04T13:00:00Z"} | fields
    return article(text, **given)


def test_new_article_has_its_events() -> None:
    """An article with an encounter ends in `events`, with its mention routed to its block."""
    filing = file(article(TEXT))
    assert ("events", ["ARM+AZE"]) == (
        filing.outcome.outcome,
        [routed.block for routed in filing.mentions if not routed.mention.hint],
    )


def test_what_is_not_read_of_a_long_article_is_told() -> None:
    """The outcome of a new article or of an edit says how much of it was left out."""
    long_, whole = TEXT + "\n" + "It rained.\n" * (MAX_PASSAGES + 6), article(TEXT)
    for filing in (file(article(long_)), file(whole, later(long_))):
        assert "its last 7 sentences were not read: it is too long" == filing.outcome.detail
    assert file(whole).outcome.detail is None


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


def test_edit_says_when_the_first_version_was_received() -> None:
    """Of that which is gone, too, and after any number of edits; the first version need not."""
    first = article(TEXT)
    edits = [later(f"{TEXT} It rained."), later(GONE, source="raw/0/3")]

    filings = [file(first), file(first, edits[0]), file(first, *edits)]

    told = [m.article.first_received_at for filing in filings for m in told_in(filing)]
    assert [None, first.received_at, first.received_at] == told


def test_edit_withdraws_what_it_no_longer_says() -> None:
    """What an edit leaves out is taken back."""
    (mention,) = told_in(file(article(TEXT), later(GONE)))
    assert mention.withdrawn


def test_hints_are_filed_and_do_not_count() -> None:
    """An article that only hints at something tells of no event, and says so."""
    hinting = article(HINTING)
    filing = file(hinting)

    assert all(routed.mention.hint for routed in filing.mentions)
    assert ("no_event", 0) == (filing.outcome.outcome, filing.outcome.mentions)
    assert f"it only hints at {len(filing.mentions)}" in (filing.outcome.detail or "")
    gone = file(hinting, later(TEXT)).mentions
    assert len(filing.mentions) == sum(routed.mention.withdrawn for routed in gone)


def test_older_version_changes_nothing() -> None:
    """A version from before the one that is filed comes too late."""
    old = article(GONE, source="raw/0/3", updated_at="2026-02-04T12:30:00Z")
    filing = file(later(), old)
    assert ("revision", ()) == (filing.outcome.outcome, filing.mentions)


ORIGINAL: dict[str, Any] = {"text": TEXT}
EDIT: dict[str, Any] = {"text": f"{TEXT} It rained.", "updated_at": "2026-02-04T13:00:00Z"}
SECOND_EDIT: dict[str, Any] = {"text": f"{TEXT} It snowed.", "updated_at": "2026-02-04T14:00:00Z"}
RETOLD: dict[str, Any] = {"text": f"{TEXT} Later it rained."}
UNDATED: dict[str, Any] = {"published_at": None}
KILL: dict[str, Any] = {"text": TEXT, "status": "canceled"}


def filed_of(*records: dict[str, Any]) -> Filing:
    """File versions of the article, each in a record of its own; return the last filing."""
    first, *more = (article(**{**given, "source": f"raw/0/{n}"}) for n, given in enumerate(records))
    return file(first, *more)


@pytest.mark.parametrize(
    ("records", "counts"),
    [
        ((ORIGINAL, EDIT), EDIT),
        ((EDIT, ORIGINAL), EDIT),
        ((SECOND_EDIT, EDIT), SECOND_EDIT),
        ((ORIGINAL, RETOLD), RETOLD),
        ((RETOLD | UNDATED, ORIGINAL), ORIGINAL),
        ((ORIGINAL | UNDATED, RETOLD | UNDATED), RETOLD),
        ((EDIT, RETOLD | UNDATED), RETOLD),
        ((EDIT, RETOLD | {"published_at": "2026-02-04T18:00:00Z"}), RETOLD),
        ((ORIGINAL, RETOLD | {"published_at": "2026-02-03T12:00:00Z"}), ORIGINAL),
        ((ORIGINAL, RETOLD | {"published_at": "2026-02-05T12:00:00Z"}), RETOLD),
        ((EDIT, RETOLD | {"updated_at": "2026-02-04T13:00:00.500Z"}), RETOLD),
        ((RETOLD | {"updated_at": "2026-02-04T13:00:00.500Z"}, EDIT), RETOLD),
        ((ORIGINAL, ORIGINAL | {"updated_at": "2026-02-04T14:00:00Z"}, EDIT), ORIGINAL),
        ((EDIT, EDIT | {"updated_at": "2026-02-04T12:30:00Z"}, SECOND_EDIT), SECOND_EDIT),
    ],
)
def test_which_version_counts(records: tuple[dict[str, Any], ...], counts: dict[str, Any]) -> None:
    """The later record, unless stamps of one sort say that it is the older version."""
    assert article(**counts).content_hash == filed_of(*records).filed.content_hash


@pytest.mark.parametrize(
    "first",
    [ORIGINAL, EDIT, ORIGINAL | UNDATED, EDIT | UNDATED],
)
@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_a_killed_article_is_silent_whatever_its_stamps(first: dict[str, Any], status: str) -> None:
    """An outlet that takes an article back seldom stamps it anew."""
    kill = {name: value for name, value in first.items() if name != "updated_at"}
    found = filed_of(first, kill | {"status": status}).mentions

    assert {(True, 2)} == {(r.mention.withdrawn, r.mention.article.version) for r in found}


def test_a_kill_from_before_an_edit_is_past() -> None:
    """Who edits an article after it was withheld has it out again."""
    early = KILL | {"updated_at": "2026-02-04T12:30:00Z"}

    assert "usable" == filed_of(EDIT, early).filed.status


@pytest.mark.parametrize("again", [ORIGINAL, EDIT, RETOLD])
def test_what_was_withheld_can_be_said_again(again: dict[str, Any]) -> None:
    """Its mentions are in force once more, under their ids."""
    filing = filed_of(ORIGINAL, KILL | {"status": "withheld"}, again)

    assert {(False, 3)} == {
        (routed.mention.withdrawn, routed.mention.article.version) for routed in filing.mentions
    }


def test_versions_that_count_are_numbered() -> None:
    """Neither a duplicate nor what came too late takes a number."""
    records = (EDIT, EDIT, ORIGINAL, SECOND_EDIT)
    filings = [filed_of(*records[: n + 1]) for n in range(len(records))]

    assert [1, 1, 1, 2] == [filing.filed.version for filing in filings]
    assert {2} == {routed.mention.article.version for routed in filings[-1].mentions}


@pytest.mark.parametrize("order", [*permutations((ORIGINAL, EDIT, SECOND_EDIT))])
def test_stamped_versions_may_come_in_any_order(order: tuple[dict[str, Any], ...]) -> None:
    """What counts in the end is the last one, and a record that comes again changes nothing."""
    last = filed_of(*order).filed

    assert article(**SECOND_EDIT).content_hash == last.content_hash
    assert None is file_article(article(**order[0], source="raw/0/0"), last, extract)


def test_cancelled_article_takes_its_support_back() -> None:
    """A killed article withdraws all it said."""
    found = file(article(TEXT), later(status="canceled")).mentions
    assert found
    assert all(routed.mention.withdrawn for routed in found)


def test_same_record_again_is_filed_once() -> None:
    """A record that Kafka delivers again has nothing left to send."""
    filed = file(article(TEXT)).filed
    assert None is file_article(article(TEXT), filed, extract)
