"""`parley evaluate`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import CliRunner

from streams import cli
from streams.evaluate.gold import part_of
from tests.cli.articles import TEXT, article
from tests.evaluate.border import gold_line

BOTH = [{"actor": "ARM", "role": "party"}, {"actor": "AZE", "role": "party"}]
ROUND = {"kind": "talks", "round": 2, "parties": BOTH, "quotes": [TEXT.split("\n", 1)[0]]}
DEMAND = {"kind": "demand", "quotes": ["the Georgian hosts said"]}


def line(text_id: str, *mentions: dict[str, Any], **fields: Any) -> dict[str, Any]:
    raw = article(id=text_id, **fields)
    return gold_line(*mentions, text=raw["text"], article=raw)


def written(path: Path, *lines: dict[str, Any]) -> str:
    path.write_bytes(b"\n".join(map(orjson.dumps, lines)))
    return str(path)


@pytest.fixture
def gold(tmp_path: Path) -> str:
    """Two articles, of which one is in Greek, and so rejected."""
    greek = (
        "Οι αντιπροσωπείες συναντήθηκαν τη Δευτέρα στην Αθήνα για έναν νέο γύρο συνομιλιών. "
        "Η επόμενη συνάντηση ορίστηκε για την Παρασκευή, ανακοίνωσε ο εκπρόσωπος της κυβέρνησης."
    )
    return written(
        tmp_path / "border.jsonl",
        line("a-1", ROUND, DEMAND),
        line("a-2", text=greek, title="Συνομιλίες"),
    )


def parley(*words: str, **environ: str) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of `parley evaluate`."""
    ran = CliRunner().invoke(cli.main, ("evaluate", *words), env=environ)
    return ran.exit_code, ran.stdout, ran.stderr


def figures(*words: str) -> Any:
    code, printed, _ = parley(*words, "--json")
    assert 0 == code
    return orjson.loads(printed)


def test_articles_are_extracted_in_this_process(gold: str) -> None:
    """The round is found, the demand is missed or found, the Greek article has no answer."""
    said = figures(gold, "--by", "kind")
    assert ("border", 2, 1) == (said["gold"], said["articles"], said["articles_without_prediction"])
    assert 1.0 == said["by_kind"]["talks"]["f1"]
    assert 2 == said["mention"]["n"]


def test_tables_by_kind_are_optional(gold: str) -> None:
    """Without --by there are only the figures over all."""
    assert {"by_kind", "by_slot"}.isdisjoint(figures(gold))


def test_table_is_for_people(gold: str) -> None:
    """Without --json the figures are a table, errors of either sort apart."""
    code, printed, _ = parley(gold, "--by", "kind")
    assert 0 == code
    assert all(word in printed for word in ("border", "mention", "talks", "false", "missed"))


def test_table_is_whole_in_a_pipe(gold: str) -> None:
    """However narrow a terminal would be, a figure stands on the line of its measure."""
    _, printed, _ = parley(gold, COLUMNS="40")
    assert any("articles without prediction" in row and "1" in row for row in printed.splitlines())


def test_misses_are_shown_up_to_a_number(tmp_path: Path) -> None:
    """--misses shows as many as were asked for."""
    missed = [{**DEMAND, "kind": kind} for kind in ("pledge", "exchange", "mediation")]
    gold = written(tmp_path / "border.jsonl", line("a-1", *missed))
    _, printed, _ = parley(gold, "--misses", "2")
    shown = [row for row in printed.splitlines() if row.startswith("missed a-1")]
    assert ["e1 pledge", "e2 exchange"] == [row[11:].split(":")[0] for row in shown]


def test_sentences_have_plover_figures(tmp_path: Path) -> None:
    """A file of sentences gives the figures by class."""
    gold = written(
        tmp_path / "classes.jsonl",
        {"id": "s1", "text": TEXT.split("\n", 1)[0], "plover": "CONSULT"},
        {"id": "s2", "text": "Storks returned to the lake this week.", "plover": "ASSAULT"},
    )
    said = figures(gold)
    assert (2, 1.0) == (said["sentences"], said["by_class"]["CONSULT"]["f1"])


@pytest.mark.parametrize("part", ["readable", "scored"])
def test_part_restricts_the_articles(tmp_path: Path, part: str) -> None:
    """--part takes the articles of that part alone, and the figures say so."""
    names = [f"a-{nth}" for nth in range(9)]
    gold = written(tmp_path / "border.jsonl", *(line(name) for name in names))
    said = figures(gold, "--part", part)
    expected = sum(part_of(name) == part for name in names)
    assert (f"border/{part}", expected) == (said["gold"], said["articles"])


def test_scored_part_is_not_shown(gold: str) -> None:
    """--misses would show what is only to be scored."""
    code, _, said = parley(gold, "--part", "scored", "--misses", "1")
    assert 2 == code
    assert "not for reading" in said


def floors(tmp_path: Path, text: str) -> Sequence[str]:
    path = tmp_path / "floors.yaml"
    path.write_text(text, "utf-8")
    return ("--floors", str(path))


def test_figures_above_their_floors_hold(gold: str, tmp_path: Path) -> None:
    """Where all hold the exit code is 0, and the table shows each with its floor."""
    code, printed, _ = parley(gold, *floors(tmp_path, "border: {by_kind.talks.f1: 0.9}"))
    assert 0 == code
    assert all(word in printed for word in ("by_kind.talks.f1", "0.9", "holds"))


def test_fallen_figures_are_named(gold: str, tmp_path: Path) -> None:
    """Where one fell the exit code is 1, and each that fell is named, and no other."""
    text = "border: {articles: 3, articles_without_prediction: 0, by_kind.talks.f1: 0.5}"
    code, _, said = parley(gold, *floors(tmp_path, text))
    assert 1 == code
    assert "border articles is 2, below 3" in said
    assert "border articles_without_prediction is 1, above 0" in said
    assert "by_kind.talks.f1" not in said


def test_unusable_gold_is_an_error_for_people(tmp_path: Path) -> None:
    """A file that is no gold ends with one line that names the place."""
    code, _, said = parley(written(tmp_path / "border.jsonl", {"text": "no gold"}))
    assert 1 == code
    assert "border.jsonl, line 1" in said
    assert "Traceback" not in said


def test_part_without_articles_is_an_error(tmp_path: Path) -> None:
    """Figures of nothing are not printed as zeros."""
    readable = next(name for name in "abcdef" if part_of(name) == "readable")
    code, _, said = parley(written(tmp_path / "border.jsonl", line(readable)), "--part", "scored")
    assert 1 == code
    assert "no text in the scored part" in said
