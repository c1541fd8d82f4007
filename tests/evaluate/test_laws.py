"""Laws of the figures, whatever gold and answers are."""

from itertools import product
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from streams.evaluate import Answer, GoldArticle, MentionFigures, evaluate
from streams.evaluate.articles import judge_article
from streams.evaluate.judgement import Judgement
from streams.evaluate.slots import slots
from tests.evaluate.border import found, gold, told

SENTENCES = ("Ana spoke at dawn.", "Boats left the bay.", "Rain fell on Lima.", "Talks went on.")
TEXT = " ".join(SENTENCES)
MEASURES = ("mention", "slot", "content", "lineage", "relevance")


@st.composite
def mentions(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a mention as gold has it; its content depends on where it stands alone."""
    quotes = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2, unique=True))
    actors = st.sets(st.sampled_from(("CHL", "PER", "eu")), max_size=2).map(sorted)
    return {
        "kind": draw(st.sampled_from(("demand", "threat"))),
        "modality": draw(st.sampled_from(("asserted", "planned"))),
        "holder": draw(actors),
        "target": draw(actors),
        "issue": draw(st.sampled_from((None, "troops", "borders"))),
        "content": quotes[0] if len(quotes) == 1 else None,
        "optional": draw(st.booleans()),
        "quotes": quotes,
    }


ARTICLES = st.builds(
    lambda found, outlets: gold(
        *found, text=TEXT, lineage=[{"outlet": outlet} for outlet in outlets]
    ),
    st.lists(mentions(), max_size=6),
    st.sets(st.sampled_from(("The Dale Post", "Lake Wire")), max_size=2),
)
ANSWERS = ARTICLES.map(lambda article: copied(article))


def copied(article: GoldArticle) -> Answer:
    """Return the answer that says what gold says, what it leaves open too."""
    fields = ("modality", "holder", "target", "issue", "content")
    return Answer(
        article.article.text,
        tuple(
            found(m.kind, *m.quotes, text=TEXT, **{name: getattr(m, name) for name in fields})
            for m in article.mentions
        ),
        told(*(each.outlet for each in article.lineage)),
    )


def figures(*answered: tuple[GoldArticle, Answer]) -> MentionFigures:
    measured = evaluate(answered).figures
    assert isinstance(measured, MentionFigures)
    return measured


@given(st.lists(ARTICLES, min_size=1, max_size=4))
def test_gold_against_itself_is_perfect(articles: list[GoldArticle]) -> None:
    """Gold as its own answer has no error, and 1.0 wherever there is something to find."""
    measured = figures(*((article, copied(article)) for article in articles))
    each = [getattr(measured, name) for name in MEASURES]
    assert [(0, 0)] * len(each) == [(figure.false, figure.missed) for figure in each]
    assert all(figure.f1 == (1.0 if figure.n else 0.0) for figure in each)


@given(st.lists(st.tuples(ARTICLES, ANSWERS), min_size=1, max_size=4), st.randoms())
def test_order_of_articles_does_not_matter(
    answered: list[tuple[GoldArticle, Answer]], chance: Any
) -> None:
    """Shuffled articles have the same figures."""
    shuffled = chance.sample(answered, len(answered))
    assert figures(*answered) == figures(*shuffled)


@given(st.lists(mentions(), max_size=4), ANSWERS, st.data())
def test_order_of_mentions_does_not_matter(
    wanted: list[dict[str, Any]], answer: Answer, data: st.DataObject
) -> None:
    """Shuffled mentions give the same judgements, unless pairs are equally alike."""
    article = gold(*wanted, text=TEXT)
    assume(not _tied(article, answer))
    other = gold(*data.draw(st.permutations(wanted)), text=TEXT)
    shuffled = Answer(TEXT, tuple(data.draw(st.permutations(answer.mentions))), answer.lineage)
    assert _facts(article, answer) == _facts(other, shuffled)


@given(ARTICLES, ANSWERS)
def test_what_gold_has_does_not_depend_on_the_answer(article: GoldArticle, answer: Answer) -> None:
    """As many facts are to be found whatever was found."""
    counting = [m for m in article.mentions if not m.optional]
    measured = figures((article, answer))
    assert len(counting) == measured.mention.n
    assert sum(len(slots(m)) for m in counting) == measured.slot.n
    assert sum(bool(m.content) for m in counting) == measured.content.n


@given(ARTICLES, ANSWERS)
def test_tables_add_up(article: GoldArticle, answer: Answer) -> None:
    """The errors by kind are all errors on mentions; the same goes for slots."""
    measured = figures((article, answer))
    for whole, rows in (
        (measured.mention, measured.by_kind.values()),
        (measured.slot, measured.by_slot.values()),
    ):
        for name in ("n", "false", "missed"):
            assert getattr(whole, name) == sum(getattr(row, name) for row in rows)


def _facts(article: GoldArticle, answer: Answer) -> list[tuple[str, str, str]]:
    """Return the judgements without the lines for people, which number the mentions."""

    def facts(judged: Judgement) -> tuple[str, str, str]:
        return judged.measure, judged.verdict, judged.name

    return sorted(map(facts, judge_article(article, answer)))


def _tied(article: GoldArticle, answer: Answer) -> bool:
    """Tell whether two pairs of mentions may be equally alike."""
    weights = [
        (
            len(slots(wanted) & slots(given)),
            len({*wanted.spans} & {(e.start, e.end) for e in given.evidence}),
            wanted.optional,
        )
        for wanted, given in product(article.mentions, answer.mentions)
        if wanted.kind == given.kind
    ]
    return len(weights) != len(set(weights))
