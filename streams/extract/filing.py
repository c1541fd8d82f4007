"""What an article is to those already filed: new, the same again, or an edit of one.

An article is filed under its key. Filing decides its outcome and which mentions go out: those of
an edit replace those of the version before, and what the edit no longer says is withdrawn.
"""

from collections.abc import Callable
from dataclasses import dataclass

from schemas import Article, Evidence, Mention, Outcome
from schemas.record import Part
from schemas.vocabulary import ArticleStatus, Kind, OutcomeName, Timestamp
from streams.dedup import block_key
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


class Filed(Part, frozen=True, kw_only=True):
    """What is remembered of an article, whatever its number of versions."""

    content_hash: str
    status: ArticleStatus
    moment: Timestamp
    sources: tuple[str, ...]
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
        return Filing(_also_seen(filed, article), outcome_of(article, "duplicate"))
    if _moment(article) < filed.moment:
        return Filing(_also_seen(filed, article), outcome_of(article, "revision"))
    return _file_revision(article, filed, extract(article))


def _file_new(article: Article, extraction: Extraction) -> Filing:
    routed = _in_force(article, extraction)
    name: OutcomeName = extraction.outcome if article.status == "usable" else "no_event"
    return Filing(
        _remember(article, (), routed), outcome_of(article, name, mentions=len(routed)), routed
    )


def _file_revision(article: Article, filed: Filed, extraction: Extraction) -> Filing:
    routed = _in_force(article, extraction)
    still = {(r.mention.mention_id, r.block) for r in routed}
    gone = tuple(
        Routed(old.block, _withdrawal(article, old))
        for old in filed.mentions
        if (old.mention_id, old.block) not in still
    )
    return Filing(
        _remember(article, filed.sources, routed),
        outcome_of(article, "revision", mentions=len(routed)),
        # Withdrawals first: a consumer never sees the old and the new claim side by side.
        gone + routed,
    )


def _in_force(article: Article, extraction: Extraction) -> tuple[Routed, ...]:
    if article.status != "usable":
        return ()
    return tuple(Routed(block_key(mention), mention) for mention in extraction.mentions)


def _withdrawal(article: Article, old: FiledMention) -> Mention:
    return Mention(
        mention_id=old.mention_id,
        kind=old.kind,
        modality="asserted",
        article=identify(article),
        # The evidence that something is no longer said is the whole text that does not say it.
        evidence=(Evidence(field="withdrawn", start=0, end=len(article.text)),),
        withdrawn=True,
    )


def _remember(article: Article, sources: tuple[str, ...], routed: tuple[Routed, ...]) -> Filed:
    return Filed(
        content_hash=article.content_hash,
        status=article.status,
        moment=_moment(article),
        sources=(*sources, article.source)[-REMEMBERED_SOURCES:],
        mentions=tuple(
            FiledMention(mention_id=r.mention.mention_id, block=r.block, kind=r.mention.kind)
            for r in routed
        ),
    )


def _also_seen(filed: Filed, article: Article) -> Filed:
    return Filed(
        content_hash=filed.content_hash,
        status=filed.status,
        moment=filed.moment,
        sources=(*filed.sources, article.source)[-REMEMBERED_SOURCES:],
        mentions=filed.mentions,
    )


def _moment(article: Article) -> Timestamp:
    return article.updated_at or article.published_at or article.received_at


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
