"""What causes revisions: a mention that was taken in, or a ruling."""

from typing import NamedTuple

import msgspec

from schemas import Changed, Mention, Ruling
from schemas.vocabulary import Kind, Timestamp


class Past(NamedTuple):
    """What a block may have forgotten."""

    day: str = ""
    """What was received by then, if the block knows nothing of it."""
    revision: int = 0
    """Higher than any that was published of it."""


ALL_KNOWN = Past()


class Cause(msgspec.Struct, frozen=True, gc=False):
    """Of which kind of event it speaks, which mentions it touches, and since when."""

    kind: Kind
    touched: frozenset[str]
    at: Timestamp
    article_id: str | None = None
    mention_id: str | None = None
    ruling_id: str | None = None
    past: Past = ALL_KNOWN

    def changed(
        self,
        fields: tuple[str, ...],
        split_from: str | None = None,
        left_process: str | None = None,
    ) -> Changed:
        """Return what a revision says of its cause."""
        return Changed(
            fields=fields,
            article_id=self.article_id,
            mention_id=self.mention_id,
            ruling_id=self.ruling_id,
            split_from=split_from,
            left_process=left_process,
        )


def of_mention(mention: Mention, past: Past) -> Cause:
    """Return the cause that a mention is."""
    return Cause(
        kind=mention.kind,
        touched=frozenset({mention.mention_id}),
        at=mention.article.received_at,
        article_id=mention.article.article_id,
        mention_id=mention.mention_id,
        past=past,
    )


def of_ruling(ruling: Ruling, past: Past) -> Cause:
    """Return the cause that a ruling is."""
    return Cause(
        kind=ruling.kind,
        touched=frozenset(mention for group in ruling.groups for mention in group),
        at=ruling.at,
        ruling_id=ruling.ruling_id,
        past=past,
    )
