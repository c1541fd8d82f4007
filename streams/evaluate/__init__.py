"""Gold and what was extracted from it in, figures out.

Gold says what articles report, or which PLOVER class a sentence belongs to. Each of its texts,
next to its answer, gives judgements: right, false or missed. The figures count them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from streams.evaluate.answer import Answer
from streams.evaluate.articles import MentionFigures, judge_article, mention_figures
from streams.evaluate.gold import Gold, GoldArticle, GoldError, GoldSentence, choose, read_gold
from streams.evaluate.judgement import Judgement
from streams.evaluate.plover import PloverFigures, judge_sentence, plover_figures

__all__ = [
    "Answer",
    "Evaluation",
    "Gold",
    "GoldArticle",
    "GoldError",
    "GoldSentence",
    "MentionFigures",
    "PloverFigures",
    "choose",
    "evaluate",
    "read_gold",
]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well the answers agree with gold, and where they do not."""

    figures: MentionFigures | PloverFigures
    misses: tuple[str, ...]


def evaluate(answered: Iterable[tuple[Gold, Answer | None]]) -> Evaluation:
    """Return the figures of gold texts with their answers; None where a text was rejected."""
    judgements: list[Judgement] = []
    articles = sentences = 0
    for gold, answer in answered:
        if isinstance(gold, GoldSentence):
            sentences += 1
            judgements += judge_sentence(gold, answer)
            continue
        articles += 1
        judgements += judge_article(gold, answer)
    misses = tuple(judged.shown for judged in judgements if judged.shown)
    if sentences:
        return Evaluation(plover_figures(judgements, sentences), misses)
    return Evaluation(mention_figures(judgements, articles), misses)
