"""Judges what was extracted from an article against its gold."""

from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from schemas import Mention
from streams.evaluate.align import Span, carry, squeeze
from streams.evaluate.answer import Answer
from streams.evaluate.gold import GoldArticle, GoldMention
from streams.evaluate.judgement import Figure, Judgement, compare, count, figure, figures
from streams.evaluate.matching import Placed, match, sentences, touched
from streams.evaluate.slots import plain, same_content, slots
from streams.extract.confidence import SURE

SHOWN = 140
"""How much of a quote is shown for a mention that was missed or is extra."""


class MentionFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The figures over articles; `sure` is of the mentions whose confidence is .8 or more.

    Its precision says how many of them are right, its recall how many of those that are right.
    """

    articles: int
    articles_without_prediction: int
    mentions_with_bad_offsets: int
    mention: Figure
    sure: Figure
    slot: Figure
    content: Figure
    lineage: Figure
    relevance: Figure
    by_kind: dict[str, Figure]
    by_slot: dict[str, Figure]


def mention_figures(judgements: Sequence[Judgement], articles: int) -> MentionFigures:
    """Count the judgements on so many articles."""
    return MentionFigures(
        articles=articles,
        articles_without_prediction=count(judgements, "answer", "missed"),
        mentions_with_bad_offsets=count(judgements, "offsets", "false"),
        mention=figure(judgements, "mention"),
        sure=figure(judgements, "sure"),
        slot=figure(judgements, "slot"),
        content=figure(judgements, "content"),
        lineage=figure(judgements, "lineage"),
        relevance=figure(judgements, "relevance"),
        by_kind=figures(judgements, "mention"),
        by_slot=figures(judgements, "slot"),
    )


def judge_article(gold: GoldArticle, answer: Answer | None) -> Iterator[Judgement]:
    """Judge an answer; an article that was rejected has none, and misses everything."""
    if answer is None:
        yield Judgement("answer", "missed")
    given = answer or Answer(gold.article.text)
    yield from compare("relevance", _relevance(gold.relevant), _relevance(bool(given.mentions)))
    yield from compare(
        "lineage",
        {("outlet", plain(told.outlet)) for told in gold.lineage},
        {("outlet", plain(told.outlet)) for told in given.lineage},
    )
    yield from chain.from_iterable(_judge_offsets(mention, given) for mention in given.mentions)
    yield from _judge_mentions(gold, given)


def _relevance(relevant: bool) -> set[tuple[str, bool]]:
    """Return the fact that an article bears on negotiations; that it does not is no fact."""
    return {("relevant", True)} if relevant else set()


def _judge_offsets(mention: Mention, answer: Answer) -> Iterator[Judgement]:
    spans = _spans(mention)
    if not spans or not all(0 <= start < end <= len(answer.text) for start, end in spans):
        yield Judgement("offsets", "false", mention.kind)


def _judge_mentions(gold: GoldArticle, answer: Answer) -> Iterator[Judgement]:
    wanted, given = _placed_gold(gold), _placed_answer(gold, answer)
    pairs = match(wanted, given)
    for i, (mention, placed) in enumerate(zip(gold.mentions, wanted, strict=True)):
        if not placed.counts:
            continue
        if i in pairs:
            yield Judgement("mention", "right", mention.kind)
            yield from _judge_confidence(answer.mentions[pairs[i]], right=True)
            yield from compare("slot", placed.slots, given[pairs[i]].slots)
            yield from _judge_content(mention, answer.mentions[pairs[i]].content or "")
            continue
        yield Judgement("mention", "missed", mention.kind, _missed(gold, mention))
        yield from compare("slot", placed.slots, frozenset())
        yield from _judge_content(mention, "")
    for j in sorted(set(range(len(given))) - set(pairs.values())):
        extra = answer.mentions[j]
        yield Judgement("mention", "false", extra.kind, _extra(gold, extra, answer.text))
        yield from _judge_confidence(extra, right=False)
        yield from compare("slot", frozenset(), given[j].slots)


def _judge_confidence(mention: Mention, *, right: bool) -> Iterator[Judgement]:
    """Judge a mention of which extraction is sure, and miss a right one of which it is not."""
    if mention.confidence is not None and mention.confidence >= SURE:
        yield Judgement("sure", "right" if right else "false")
    elif right:
        yield Judgement("sure", "missed")


def _judge_content(mention: GoldMention, found: str) -> Iterator[Judgement]:
    if mention.content:
        yield Judgement("content", "right" if same_content(mention.content, found) else "missed")


def _placed_gold(gold: GoldArticle) -> list[Placed]:
    bounds = sentences(gold.article.text)
    return [
        Placed(
            mention.kind,
            touched(filter(None, mention.spans), bounds),
            slots(mention),
            counts=not (mention.optional or mention.background),
        )
        for mention in gold.mentions
    ]


def _placed_answer(gold: GoldArticle, answer: Answer) -> list[Placed]:
    """Place extracted mentions in the sentences of gold's own text."""
    bounds = sentences(gold.article.text)
    source, target = squeeze(answer.text), squeeze(gold.article.text)
    return [
        Placed(
            mention.kind,
            touched(carry(_spans(mention), source, target), bounds),
            slots(mention),
        )
        for mention in answer.mentions
    ]


def _spans(mention: Mention) -> list[Span]:
    return [(evidence.start, evidence.end) for evidence in mention.evidence]


def _missed(gold: GoldArticle, mention: GoldMention) -> str:
    quote = mention.quotes[0] if mention.quotes else ""
    return f"missed {gold.id} {mention.ref} {mention.kind}: {quote[:SHOWN]}"


def _extra(gold: GoldArticle, mention: Mention, text: str) -> str:
    start, end = _spans(mention)[0] if mention.evidence else (0, 0)
    return f"extra  {gold.id} {mention.kind}: {text[start:end][:SHOWN]!r}"
