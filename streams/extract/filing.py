"""What an article is to those already filed: new, the same again, or an edit of one.

An article is filed under its key. Filing decides its outcome and which mentions go out: those of
an edit replace those of the version before, and what the edit no longer says is withdrawn.

Which version counts is decided here alone, where the records of an article come one by one. The
later record wins, unless the producer's stamps say that it is the older one: both were updated,
the one filed after it; or both give but a date of publication, the one filed a later one; or the
one filed was updated, and the other is the original: not updated, usable, of the same date of
publication. Stamps of two sorts say nothing of each other, nor does the time of receipt. Versions
that are accepted are numbered, and whoever meets their mentions goes by the number.
"""

from collections.abc import Callable
from dataclasses import dataclass

from msgspec.structs import replace

from schemas import Article, Evidence, Mention, Outcome
from schemas.record import Part
from schemas.vocabulary import ArticleStatus, Kind, OutcomeName, Timestamp
from streams.dedup import block_key
from streams.dedup.account import sortable
from streams.extract import Extraction
from streams.extract.mentions import identify

REMEMBERED_SOURCES = 32
"""Kafka delivers a record again only from the last commit on, a second or so of traffic; more
records of one article within it than this would be filed as new versions, and lost none."""


class FiledMention(Part, frozen=True, kw_only=True):
    """A mention in force: what it takes to withdraw it."""

    mention_id: str
    block: str
    kind: Kind
    hint: bool = False


class Filed(Part, frozen=True, kw_only=True):
    """What is remembered of an article, whatever its number of versions."""

    content_hash: str
    status: ArticleStatus
    received_at: Timestamp
    """When the first version was received."""
    sources: tuple[str, ...]
    version: int = 1
    published_at: Timestamp | None = None
    updated_at: Timestamp | None = None
    last_received_at: Timestamp | None = None
    """When its last record was received; None where that was the first version."""
    mentions: tuple[FiledMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Routed:
    """A mention and the block whose partition it belongs on."""

    block: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Filing:
    """What to remember, to publish and to say of an article."""

    filed: Filed
    outcome: Outcome
    mentions: tuple[Routed, ...] = ()


def file_article(
    article: Article, filed: Filed | None, extract: Callable[[Article], Extraction]
) -> Filing | None:
    """File an article; None where this very record was filed before and is delivered again.

    `extract` is called only for content that has not been read yet.
    """
    if filed is None:
        return _file_new(article, extract(article))
    if article.source in filed.sources:
        return None
    if (article.content_hash, article.status) == (filed.content_hash, filed.status):
        return Filing(_seen_again(filed, article), outcome_of(article, "duplicate"))
    if _is_older(article, filed):
        return Filing(_seen(filed, article), outcome_of(article, "revision"))
    return _file_revision(article, filed, extract(article))


def _is_older(article: Article, filed: Filed) -> bool:
    """Tell whether an article is from before the version that is filed, by stamps of one sort."""
    if article.updated_at and filed.updated_at:
        return sortable(article.updated_at) < sortable(filed.updated_at)
    if article.updated_at or not (article.published_at and filed.published_at):
        return False
    if filed.updated_at:
        return article.status == "usable" and article.published_at == filed.published_at
    return sortable(article.published_at) < sortable(filed.published_at)


def _file_new(article: Article, extraction: Extraction) -> Filing:
    routed = _in_force(article, extraction)
    name: OutcomeName = extraction.outcome if article.status == "usable" else "no_event"
    outcome = outcome_of(article, name, mentions=_told(routed), detail=_detail(extraction))
    return Filing(_remember(article, None, routed), outcome, routed)


def _file_revision(article: Article, filed: Filed, extraction: Extraction) -> Filing:
    routed = _in_force(article, extraction)
    still = {(r.mention.mention_id, r.block) for r in routed}
    gone = tuple(
        Routed(old.block, _withdrawal(article, old))
        for old in filed.mentions
        if (old.mention_id, old.block) not in still
    )
    return Filing(
        _remember(article, filed, routed),
        outcome_of(article, "revision", mentions=_told(routed), detail=_detail(extraction)),
        # Withdrawals first: a consumer never sees the old and the new claim side by side.
        tuple(_edited(each, filed) for each in gone + routed),
    )


def _told(routed: tuple[Routed, ...]) -> int:
    return sum(not each.mention.hint for each in routed)


def _detail(extraction: Extraction) -> str | None:
    """Say what of an article was not read, or does not count by itself; None where all does."""
    if extraction.unread:
        return f"its last {extraction.unread} sentences were not read: it is too long"
    if extraction.hints and not extraction.mentions:
        return f"it only hints at {len(extraction.hints)}, to count where others tell of them"
    return None


def _in_force(article: Article, extraction: Extraction) -> tuple[Routed, ...]:
    if article.status != "usable":
        return ()
    mentions = (*extraction.mentions, *extraction.hints)
    return tuple(Routed(block_key(mention), mention) for mention in mentions)


def _withdrawal(article: Article, old: FiledMention) -> Mention:
    return Mention(
        mention_id=old.mention_id,
        kind=old.kind,
        modality="asserted",
        article=identify(article),
        # The evidence that something is no longer said is the whole text that does not say it.
        evidence=(Evidence(field="withdrawn", start=0, end=len(article.text)),),
        withdrawn=True,
        hint=old.hint,
    )


def _edited(routed: Routed, filed: Filed) -> Routed:
    """Return a mention as one of the next version, which may come after all else is forgotten."""
    of = replace(
        routed.mention.article,
        version=filed.version + 1,
        first_received_at=filed.received_at,
    )
    return Routed(routed.block, replace(routed.mention, article=of))


def _remember(article: Article, filed: Filed | None, routed: tuple[Routed, ...]) -> Filed:
    return Filed(
        content_hash=article.content_hash,
        status=article.status,
        received_at=filed.received_at if filed else article.received_at,
        sources=_latest(*(filed.sources if filed else ()), article.source),
        version=filed.version + 1 if filed else 1,
        published_at=article.published_at,
        updated_at=article.updated_at,
        last_received_at=article.received_at if filed else None,
        mentions=tuple(
            FiledMention(
                mention_id=r.mention.mention_id,
                block=r.block,
                kind=r.mention.kind,
                hint=r.mention.hint,
            )
            for r in routed
        ),
    )


def _seen(filed: Filed, article: Article) -> Filed:
    sources = _latest(*filed.sources, article.source)
    return replace(filed, sources=sources, last_received_at=article.received_at)


def _seen_again(filed: Filed, article: Article) -> Filed:
    """Return what is filed, which was still so when a record that says the same was stamped."""
    seen = _seen(filed, article)
    if _is_older(article, filed):
        return seen
    return replace(
        seen,
        published_at=article.published_at or filed.published_at,
        updated_at=article.updated_at or filed.updated_at,
    )


def _latest(*sources: str) -> tuple[str, ...]:
    return sources[-REMEMBERED_SOURCES:]


def outcome_of(
    article: Article,
    name: OutcomeName,
    *,
    mentions: int = 0,
    reason: str | None = None,
    detail: str | None = None,
) -> Outcome:
    """Return what became of an article."""
    return Outcome(
        source=article.source,
        outcome=name,
        at=article.received_at,
        reason=reason,
        detail=detail,
        article_id=article.id,
        key=article.key,
        outlet=article.outlet,
        mentions=mentions,
    )
