"""The gold quotes its articles faithfully, keeps to the contract and agrees with the truth."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

import orjson
import pytest

from schemas.vocabulary import STATUSES, Kind
from tests.gold import NotInText, entries, gold_articles, truth
from tests.gold.__main__ import main
from tests.gold.annotation import read_sheet

GOLD = gold_articles()
RELEVANT = [entry for entry in GOLD if entry["relevant"]]
ENCOUNTERS = {"talks", "mediation"}
OUTCOMES = {"agreement", "ceasefire", "exchange"}
POSITIONS = set(get_args(Kind)) - ENCOUNTERS - OUTCOMES
FIELDS_OF = {
    "parties": ENCOUNTERS | OUTCOMES,
    "people": ENCOUNTERS,
    "place": ENCOUNTERS | OUTCOMES,
    "holder": POSITIONS,
    "target": POSITIONS,
    "content": POSITIONS,
    "condition": POSITIONS,
    "answers": {"rejection", "acceptance", "concession"},
    "round": {"talks"},
    "format": {"talks"},
    "schedule": {"talks"},
    "counts": {"exchange"},
}
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NEWS = timedelta(days=14)
SHEET = """
negotiation: invented
articles:
  delta-231219-addis:
    headline: e1
    mentions:
      e1: {{kind: {kind}, quotes: ["{quote}"]}}
"""


def said() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Yield each mention with its entry and with what to call it."""
    for entry in GOLD:
        for mention in entry["mentions"]:
            yield f"{entry['article']['id']} {mention['ref']}", mention, entry


def last_day(when: dict[str, Any]) -> date | None:
    """Return the last day of a date that may be cut off after its year or month."""
    given = when.get("end") or when.get("start")
    if given is None:
        return None
    year, month, day = (*map(int, given[:10].split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day)
    return date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1) - timedelta(days=1)


def test_every_offset_shows_its_quote() -> None:
    """The text between the offsets of a quote, content, condition or source is that very text."""
    shown = [
        (entry["article"]["text"][start:end], words)
        for _, mention, entry in said()
        for (start, end), words in (
            *zip(mention["spans"], mention["quotes"], strict=True),
            *((mention[f"{f}_span"], mention[f]) for f in ("content", "condition") if f in mention),
        )
    ]
    shown += [
        (entry["article"]["text"][slice(*source["span"])], source["quote"])
        for entry in GOLD
        for source in entry["lineage"]
    ]

    assert [] == [(found, words) for found, words in shown if found != words]


def test_words_that_are_not_in_the_article_are_refused() -> None:
    """A quote that the article does not have is named, with file, article and mention."""
    sheet = read_sheet(SHEET.format(kind="talks", quote="never said"), "here.yaml")

    with pytest.raises(NotInText, match=r"here\.yaml, delta-231219-addis, e1.*'never said'"):
        list(entries(sheet, "here.yaml"))


def test_an_article_that_is_no_sample_is_refused() -> None:
    """An id that no sample has is named."""
    written = SHEET.format(kind="talks", quote="x").replace("delta-231219-addis", "nowhere-1")

    with pytest.raises(ValueError, match="nowhere-1"):
        list(entries(read_sheet(written, "here.yaml"), "here.yaml"))


@pytest.mark.parametrize("written", [SHEET.format(kind="chat", quote="x"), "articles: [", "[]"])
def test_a_file_that_breaks_the_contract_is_refused(written: str) -> None:
    """What the vocabulary lacks, or what is no such file, is an error that names the file."""
    with pytest.raises(ValueError, match=r"here\.yaml cannot be read"):
        read_sheet(written, "here.yaml")


def test_a_status_belongs_to_its_kind() -> None:
    """No mention has a status of another kind, and no position has one."""
    strays = [
        name
        for name, m, _ in said()
        if "status" in m and m["status"] not in STATUSES.get(m["kind"], ())
    ]

    assert [] == strays


def test_a_field_belongs_to_its_kind() -> None:
    """No mention has a field that the contract keeps for other kinds."""
    strays = [
        (name, field)
        for name, mention, _ in said()
        for field, kinds in FIELDS_OF.items()
        if field in mention and mention["kind"] not in kinds
    ]

    assert [] == strays


def test_a_position_says_what_it_is_about() -> None:
    """Every demand, refusal or other position quotes what is wanted or refused."""
    assert [] == [n for n, m, _ in said() if m["kind"] in POSITIONS and "content" not in m]


def test_an_answer_answers_another_mention_of_its_article() -> None:
    """`answers` names another mention that is there."""
    strays = [
        name
        for name, mention, entry in said()
        if "answers" in mention
        and mention["answers"] not in {m["ref"] for m in entry["mentions"]} - {mention["ref"]}
    ]

    assert [] == strays


def test_talks_to_come_are_planned_in_both_ways() -> None:
    """Talks have the status `planned` only together with that modality."""
    strays = [
        name
        for name, mention, _ in said()
        if mention.get("status") == "planned" and mention["modality"] != "planned"
    ]

    assert [] == strays


def test_a_date_falls_on_the_weekday_it_is_quoted_with() -> None:
    """Where the quoted date names weekdays, one of them is that of the start or the end."""
    strays = []
    for name, mention, _ in said():
        when = mention.get("when", {})
        named = {day for day in WEEKDAYS if day in when.get("text", "")}
        days = [
            when[end] for end in ("start", "end") if len(when.get(end, "")) == len("2026-01-01")
        ]
        if named and days and not named & {WEEKDAYS[date.fromisoformat(d).weekday()] for d in days}:
            strays.append(name)

    assert [] == strays


def test_history_is_older_than_a_fortnight() -> None:
    """A happening is background exactly if its last day lies over 14 days before publication."""
    strays = []
    for name, mention, entry in said():
        day, published = last_day(mention.get("when", {})), entry["article"]["published_at"]
        if day is None or published is None or mention["kind"] in POSITIONS:
            continue
        old = date.fromisoformat(published[:10]) - day > NEWS
        if old != mention.get("background", False):
            strays.append(name)

    assert [] == strays


def test_every_article_is_annotated_once() -> None:
    """No article stands in two files."""
    counted = Counter(entry["article"]["id"] for entry in GOLD)

    assert [] == [name for name, count in counted.items() if count > 1]


def test_the_gold_is_large_and_varied_enough() -> None:
    """There are 44 relevant articles of six negotiations, 15 near misses, and all the kinds."""
    counted = {m["kind"] for _, m, _ in said() if not m.get("optional") and not m.get("background")}

    assert len(RELEVANT) >= 44
    assert len(GOLD) - len(RELEVANT) >= 15
    assert len({entry["negotiation"] for entry in RELEVANT}) >= 6
    assert set(get_args(Kind)) == counted


def test_near_misses_are_what_the_truth_finds_no_event_in() -> None:
    """An article is relevant here exactly if the truth of the samples expects an event of it."""
    expected = {
        entry["article"]["id"]: truth()["articles"][entry["article"]["id"]]["outcome"] != "no_event"
        for entry in GOLD
    }

    assert expected == {entry["article"]["id"]: entry["relevant"] for entry in GOLD}


def test_lineage_is_that_of_the_truth() -> None:
    """An article names the same sources here and in the truth of the samples."""
    expected = {
        entry["article"]["id"]: truth()["articles"][entry["article"]["id"]]["lineage"]
        for entry in GOLD
    }

    assert expected == {e["article"]["id"]: [s["outlet"] for s in e["lineage"]] for e in GOLD}


def test_the_headline_mention_is_of_the_kind_of_its_event() -> None:
    """What an article is about has the same kind here and in the truth of the samples."""
    kinds = {
        entry["article"]["id"]: {m["ref"]: m["kind"] for m in entry["mentions"]}[
            entry["headline_event"]
        ]
        for entry in RELEVANT
    }

    assert kinds == {e["article"]["id"]: truth()["events"][e["cluster"]]["kind"] for e in RELEVANT}


def test_the_command_writes_an_entry_per_line(tmp_path: Path) -> None:
    """`python -m tests.gold OUT.jsonl` writes what the loader returns."""
    main([str(tmp_path / "gold.jsonl")])

    lines = (tmp_path / "gold.jsonl").read_bytes().splitlines()
    assert GOLD == [orjson.loads(line) for line in lines]


def test_the_command_wants_a_file() -> None:
    """Without the name of a file, the command says how it is called."""
    with pytest.raises(SystemExit, match="Usage"):
        main([])
