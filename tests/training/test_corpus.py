"""The corpus is read as it is written, and a slip in it is named with its place."""

import pytest

from streams.training.anchors import find_anchor
from streams.training.corpus import CorpusError, read_corpus, read_line
from streams.training.lint import lint
from tests.extract.reading import document

LINE = (
    "a=demand#troops b=rejection#troops~conditional? :: [Velmar|a.holder b.target] wants "
    "[[Oru|a.target b.holder] to withdraw|a.content], which it will not do "
    "[unless paid|b.condition]."
)


def test_line_is_read_with_its_spans() -> None:
    """Statements, nested spans, modality and doubt come out; the sentence is plain text."""
    example = read_line(LINE, where="01.txt:1")
    demand, rejection = example.statements
    said = {(example.text[s.start : s.end], s.slot) for s in demand.spans}
    assert example.text == "Velmar wants Oru to withdraw, which it will not do unless paid."
    assert {("Velmar", "holder"), ("Oru", "target"), ("Oru to withdraw", "content")} == said
    assert ("conditional", True) == (rejection.modality, rejection.doubtful)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("a=demand#troops Velmar wants more", 'no " :: "'),
        ("a=wish#troops :: Velmar wants more", "none of the kinds"),
        ("a=demand.held#troops :: Velmar wants more", "no status"),
        ("a=demand#weather :: Velmar wants more", "no issue"),
        ("a=demand#troops~perhaps :: Velmar wants more", "no modality"),
        ("a=demand#troops :: [Velmar|b.holder] wants more", "no statement of the line"),
        ("a=demand#troops :: [Velmar|a.party] wants more", "no slot"),
        ("a=demand#troops :: [Velmar wants more", "never closed"),
        ("a=demand#troops :: Velmar|a.holder] wants more", "closes no span"),
    ],
)
def test_slip_is_named_with_its_place(line: str, complaint: str) -> None:
    """Each slip is an error that names file and line."""
    with pytest.raises(CorpusError, match=complaint) as error:
        read_line(line, where="07.txt:12")
    assert "07.txt:12" in str(error.value)


def test_corpus_has_no_problem() -> None:
    """The corpus in the repository passes its lint."""
    assert () == lint(read_corpus())


def test_lint_names_what_stands_twice() -> None:
    """A sentence that stands twice is named with both places."""
    twice = [read_line("- :: Velmar won the cup.", where=w) for w in ("01.txt:1", "02.txt:5")]
    assert any("02.txt:5" in p and "01.txt:1" in p for p in lint(twice))


def test_statement_hangs_on_what_governs_its_content() -> None:
    """The anchor of a demand is the verb of demanding."""
    example = read_line(
        "a=demand#troops :: [Russia|a.holder] demanded [a withdrawal of troops|a.content] today.",
        where="01.txt:1",
    )
    tree = document(example.text).passages[0].tree
    anchor = find_anchor(tree, example.statements[0])
    assert anchor is not None
    assert "demanded" == tree[anchor].text
