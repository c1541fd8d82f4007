"""Judges the PLOVER classes of what was extracted from a sentence."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from schemas import Mention
from streams.evaluate.answer import Answer
from streams.evaluate.gold import GoldSentence
from streams.evaluate.judgement import Fact, Figure, Judgement, compare, figure, figures

VERBAL = ("AGREE", "CONSULT", "SUPPORT", "YIELD", "REQUEST", "REJECT", "THREATEN", "ACCUSE")
"""The classes that negotiation is made of; the material ones, such as ASSAULT, are out of scope."""

# PLOVER divided YIELD into what is declared and what is done; older codings have it whole.
_FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


class PloverFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The figures over sentences; `macro_f1` is the mean over classes, rare ones as common ones."""

    sentences: int
    macro_f1: float
    micro: Figure
    by_class: dict[str, Figure]


def plover_figures(judgements: Sequence[Judgement], sentences: int) -> PloverFigures:
    """Count the judgements on so many sentences."""
    seen = figures(judgements, "class")
    by_class = {name: seen.get(name) or figure((), "class") for name in VERBAL}
    return PloverFigures(
        sentences=sentences,
        macro_f1=round(sum(each.f1 for each in by_class.values()) / len(by_class), 3),
        micro=figure(judgements, "class"),
        by_class=by_class,
    )


def judge_sentence(gold: GoldSentence, answer: Answer | None) -> Iterator[Judgement]:
    """Judge the classes of a sentence's mentions, each class once."""
    mentions = answer.mentions if answer else ()
    wanted, found = _verbal([gold.plover]), _verbal(map(_class, mentions))
    yield from compare("class", wanted, found)


def _class(mention: Mention) -> str:
    return mention.codes.plover.event if mention.codes and mention.codes.plover else ""


def _verbal(names: Iterable[str]) -> set[Fact]:
    return {(name, True) for name in (_FOLDED.get(each, each) for each in names) if name in VERBAL}
