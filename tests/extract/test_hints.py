"""What a lead hints at: too unsure to be told by itself, and of no weight for what is told."""

from functools import cache
from importlib import import_module
from unittest.mock import patch

import pytest

from schemas import Article, Mention
from streams.demo.feed import sample_articles
from streams.extract import Extraction, extract
from streams.pipeline import extract_record
from tests.extract.reading import article

FAINT = "Armenia poured cold water on hopes that the border with Azerbaijan will open soon."
MODULES = [import_module(f"streams.extract.statements.{name}") for name in ("model", "observe")]
BEHIND = "\nIt rained.\nIt rained.\nIt rained.\n"


def hints(text: str) -> tuple[Mention, ...]:
    """Return the hints of an article."""
    return extract(article(text)).hints


def test_a_lead_hints_at_what_its_words_are_too_faint_for() -> None:
    """It says so, rests on the words, and gives no confidence, which is fitted on what is told."""
    found = extract(article(FAINT))
    (rejection,) = (m for m in found.hints if m.kind == "rejection" and m.holder == "ARM")

    assert ("no_event", ()) == (found.outcome, found.mentions)
    assert rejection.hint
    assert rejection.confidence is None
    assert {"kind", "holder", "content"} <= {e.field for e in rejection.evidence}


def test_what_stands_behind_the_lead_hints_at_nothing() -> None:
    """There an article tells of much that others have for their news."""
    headline = "Armenia and Azerbaijan held talks on Monday."
    assert all(m.holder != "ARM" for m in hints(headline + BEHIND + FAINT))


def test_a_position_of_nobody_is_hinted_to_be_of_whom_the_article_is_about() -> None:
    """The headline leaves out who holds it."""
    text = "Offer of talks a trick\nArmenia and Azerbaijan exchanged fire again. Armenia is tired."
    assert "ARM" in {m.holder for m in hints(text)}


def test_what_is_between_two_is_hinted_to_be_between_one_and_another() -> None:
    """Outlets name now these of its parties, now those; only who has a part in it is kept."""
    text = (
        "Armenia and Azerbaijan agreed a truce on Monday.\nTurkey had armed Azerbaijan. "
        "Turkey said that it was glad. Turkey had fought for it."
    )
    told = extract(article(text)).mentions
    pairs = {
        frozenset(p.actor for p in m.parties)
        for m in hints(text)
        if m.kind == "ceasefire" and m.status == "declared"
    }
    assert {frozenset({"ARM", "AZE"})} == {
        frozenset(p.actor for p in m.parties) for m in told if m.kind == "ceasefire"
    }
    assert pairs == {frozenset({"ARM", "TUR"}), frozenset({"AZE", "TUR"})}


def test_evidence_of_hints_points_at_the_text() -> None:
    """As that of all else."""
    for of, found in _some_samples():
        for mention in found.hints:
            assert all(0 <= e.start < e.end <= len(of.text) for e in mention.evidence)
            assert any(e.field == "kind" for e in mention.evidence)


@pytest.mark.parametrize("text", [FAINT, f"{FAINT} Azerbaijan rejected Armenia's offer of talks."])
def test_hints_are_known_by_ids_of_their_own(text: str) -> None:
    """No two mentions of an article share one."""
    found = extract(article(text))
    ids = [mention.mention_id for mention in (*found.mentions, *found.hints)]
    assert len(set(ids)) == len(ids)


def test_hints_change_nothing_of_what_is_told() -> None:
    """The samples tell what they would tell if nothing hinted."""
    told, alone = _some_samples(), _some_samples(hinting=False)
    assert [found.mentions for _, found in told] == [found.mentions for _, found in alone]


@cache
def _some_samples(*, hinting: bool = True) -> list[tuple[Article, Extraction]]:
    weighing, reading = (patch.object(m, "LEAD", m.LEAD if hinting else -1) for m in MODULES)
    moment = "2026-03-20T00:00:00Z"
    with weighing, reading:
        return [
            extract_record(value, source="raw/0/1", received_at=moment)
            for value in sample_articles()[::2]
        ]
