"""Tables that people edit, and what they are told of a slip in one."""

import subprocess
import sys
from pathlib import Path

import pytest

import streams
from streams.errors import TableError
from streams.extract.talks.lexicon import TalksRules
from streams.tables import read_csv, read_yaml

TALKS = Path("streams/extract/rules/talks.yaml")
NEGOTIATION = "{lemmas: [negotiation, parley], sort: talks}"


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        ("{lemma: [negotiation], sort: talks}", "unknown field `lemma` - at `$.nouns[1]`"),
        ("{lemmas: negotiation, sort: talks}", "Expected `array`, got `str` - at `$.nouns[1].lemm"),
        ("{lemmas: [negotiation], sort: talk}", "nouns[1].sort`; allowed are call, talks, visit"),
        ("{lemmas: [negotiation, sort: talks}", "line 17: expected ',' or ']', but got '}'"),
        ("{{}: talks}", "line 17: found unhashable key"),
        ("{sort: call, sort: talks}", "line 17: sort stands here a second time"),
    ],
)
def test_a_slip_in_a_rule_is_a_sentence(slip: str, told: str, tmp_path: Path) -> None:
    """It names the file and the place in it, on one line."""
    path = tmp_path / "talks.yaml"
    path.write_text(TALKS.read_text("utf-8").replace(NEGOTIATION, slip), "utf-8")
    with pytest.raises(TableError) as caught:
        read_yaml(path, TalksRules)
    assert str(caught.value).startswith(f"{path}: ")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


READ = """
from streams import tables
for name in ("read_yaml", "read_csv"):
    read = getattr(tables, name)
    setattr(tables, name, lambda path, *shape, read=read: print(path) or read(path, *shape))
from streams.pipeline import read_tables
read_tables()
"""


def test_a_worker_reads_every_table_before_the_first_record() -> None:
    """A slip that only some later article met would park it, and those behind it."""
    ran = subprocess.run([sys.executable, "-c", READ], capture_output=True, text=True, check=True)
    folder = Path(streams.__file__).parent
    tables = {path for path in folder.rglob("*") if path.suffix in {".yaml", ".csv"}}
    assert tables == {Path(line) for line in ran.stdout.splitlines()}


@pytest.mark.parametrize(("row", "cells"), [("Chad", 1), ("Chad,TCD,x", 3)])
def test_a_row_of_other_length_is_a_sentence(row: str, cells: int, tmp_path: Path) -> None:
    """It names the line as an editor counts it, comments and all."""
    path = tmp_path / "states.csv"
    path.write_text(f"# States\nname,code\n\n# In Asia\nNepal,NPL\n{row}\n")
    with pytest.raises(TableError, match=f"line 6 has {cells} cells for name, code"):
        list(read_csv(path))


def test_a_cell_may_hold_commas(tmp_path: Path) -> None:
    """Rows come by column; comments and empty lines are none."""
    path = tmp_path / "posts.csv"
    path.write_text('name,post\n# A comment\n"Ali, Omar",\n\n')
    assert [{"name": "Ali, Omar", "post": ""}] == list(read_csv(path))
