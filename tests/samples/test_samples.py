"""The sample articles keep what their README promises, and their truth speaks of nothing else."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson
import pytest
import yaml

from schemas import RawArticle, convert
from schemas.vocabulary import STATUSES

SAMPLES = Path(__file__).parents[2] / "streams" / "demo" / "samples"
FILES = sorted(SAMPLES.glob("*.jsonl"))
MONTHS = "January February March April May June July August September October November December"
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SHINGLE = 5  # words
COPY = 0.4  # containment of shingles above which a text is a copy
STRANGER = 0.2  # and below which it is not


def _rows(file: Path) -> list[dict[str, Any]]:
    return [orjson.loads(line) for line in file.read_bytes().splitlines()]


def _name(row: dict[str, Any]) -> str:
    """Return the id by which the truth knows a line: edits carry their version."""
    version = row.get("version", "1")
    return row["id"] if version == "1" else f"{row['id']}@{version}"


@cache
def samples() -> dict[str, dict[str, Any]]:
    return {_name(row): row for file in FILES for row in _rows(file)}


@cache
def truth() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("truth.yaml").read_text())
    return loaded


def originals() -> dict[str, dict[str, Any]]:
    return {name: row for name, row in samples().items() if "@" not in name}


def outcomes(outcome: str) -> list[str]:
    return [name for name, told in truth()["articles"].items() if told["outcome"] == outcome]


def plain(row: dict[str, Any]) -> str:
    return re.sub(r"<[^>]+>|&#?\w+;", " ", f"{row['title']}\n{row['text']}")


def shingles(row: dict[str, Any]) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", plain(row).lower())
    return set(zip(*(words[i:] for i in range(SHINGLE)), strict=False))


def containment(a: set[tuple[str, ...]], b: set[tuple[str, ...]]) -> float:
    return len(a & b) / min(len(a), len(b))


def dated_weekdays(row: dict[str, Any]) -> Iterator[tuple[str, date]]:
    """Yield each weekday that stands beside a date, with that date."""
    months = "|".join(MONTHS.split()) + "|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
    day_first = rf"(?P<day>\d\d?)(?:st|nd|rd|th)? (?P<month>{months})"
    month_first = rf"(?P<month2>{months})\.? (?P<day2>\d\d?)"
    weekday, year = rf"(?P<weekday>{'|'.join(WEEKDAYS)})", r"(?P<year>20\d\d)"
    beside = rf"{weekday},? (?:{day_first}|{month_first})\b(?:,? {year})?"
    for found in re.finditer(beside, plain(row)):
        month = (found["month"] or found["month2"])[:3]
        number = [name[:3] for name in MONTHS.split()].index(month) + 1
        of_year = int(found["year"] or row["published_at"][:4])
        yield found["weekday"], date(of_year, number, int(found["day"] or found["day2"]))


def sent_at(row: dict[str, Any]) -> datetime | None:
    stamp = row.get("updated_at") or row.get("published_at")
    return datetime.fromisoformat(stamp) if stamp else None


@pytest.mark.parametrize("name", samples())
def test_sample_is_a_raw_article(name: str) -> None:
    """Each line is what the contract calls a raw article."""
    assert samples()[name]["text"] == convert(samples()[name], RawArticle).text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_file_is_in_order_of_publication(file: Path) -> None:
    """A file can be played from top to bottom."""
    times = [time for row in _rows(file) if (time := sent_at(row))]

    assert sorted(times) == times


def test_no_two_lines_are_one_version() -> None:
    """Only an edit, which has a version, repeats an id."""
    assert sum(len(_rows(file)) for file in FILES) == len(samples())


def test_addresses_are_unique() -> None:
    """Only an edit repeats an address."""
    repeated = {
        url for url, n in Counter(row["url"] for row in originals().values()).items() if n > 1
    }

    assert set() == repeated


@pytest.mark.parametrize("name", [name for name in samples() if "@" in name])
def test_edit_is_of_an_article_sent_before(name: str) -> None:
    """An edit keeps outlet and address of the article it replaces."""
    edit, first = samples()[name], samples()[name.partition("@")[0]]

    assert (first["outlet"], first["url"]) == (edit["outlet"], edit["url"])


@pytest.mark.parametrize("name", samples())
def test_outlet_is_invented(name: str) -> None:
    """Every address lies under .example, which nobody can own (RFC 2606)."""
    assert (urlsplit(samples()[name]["url"]).hostname or "").endswith(".example")


@pytest.mark.parametrize("name", samples())
def test_weekday_beside_a_date_is_that_of_the_calendar(name: str) -> None:
    """A weekday beside a date is that date's."""
    for weekday, day in dated_weekdays(samples()[name]):
        assert weekday == WEEKDAYS[day.weekday()]


def test_truth_knows_every_sample() -> None:
    """The truth speaks of the samples, all of them, and of nothing else."""
    assert set(samples()) == set(truth()["articles"])


@pytest.mark.parametrize("name", truth()["articles"])
def test_article_refers_to_what_there_is(name: str) -> None:
    """Headline event and copied article exist."""
    told = truth()["articles"][name]

    assert told.get("headline", next(iter(truth()["events"]))) in truth()["events"]
    assert told.get("copy_of", name) in truth()["articles"]


@pytest.mark.parametrize("name", truth()["events"])
def test_event_refers_to_relevant_articles(name: str) -> None:
    """Each report of an event is an article that has events."""
    event = truth()["events"][name]
    reports = {*event["reports"], *event.get("optional", ()), *event.get("withdrawn", ())}

    assert set() == reports - set(outcomes("event"))


@pytest.mark.parametrize("name", truth()["events"])
def test_origins_share_out_the_reports(name: str) -> None:
    """Each report has exactly one origin."""
    event = truth()["events"][name]
    shared = [report for group in event.get("origins", {}).values() for report in group]

    assert sorted(event["reports"]) == sorted(shared)


@pytest.mark.parametrize("name", truth()["events"])
def test_rival_values_come_from_reports(name: str) -> None:
    """A disputed value is one that a report gives."""
    event = truth()["events"][name]
    givers = [
        r for values in event.get("disputed", {}).values() for v in values.values() for r in v
    ]

    assert set() == set(givers) - set(event["reports"])


@pytest.mark.parametrize("name", truth()["events"])
def test_status_belongs_to_the_kind(name: str) -> None:
    """A status is one of those the contract gives the kind."""
    event = truth()["events"][name]

    assert event.get("status") in STATUSES.get(event["kind"], {None})


@pytest.mark.parametrize("name", [name for name in samples() if name in outcomes("event")])
def test_article_with_events_reports_its_headline(name: str) -> None:
    """The event an article is about has it among its reports, unless it was killed."""
    event = truth()["events"][truth()["articles"][name]["headline"]]

    assert name in {*event["reports"], *event.get("withdrawn", ())}


def test_there_are_forty_relevant_articles() -> None:
    """At least forty articles carry events."""
    assert len(outcomes("event")) >= 40


def test_there_are_six_negotiations() -> None:
    """The relevant articles cover at least six negotiations."""
    assert len({event["negotiation"] for event in truth()["events"].values()}) >= 6


def test_there_are_fifteen_near_misses() -> None:
    """At least fifteen articles talk like negotiation and are none."""
    assert len(outcomes("no_event")) >= 15


def test_every_kind_is_there() -> None:
    """All thirteen kinds have an event."""
    assert 13 == len({event["kind"] for event in truth()["events"].values()})


def test_declared_copies_share_text_with_their_original() -> None:
    """A copy has more than two fifths of its shingles from its original."""
    copies = {
        name: told["copy_of"] for name, told in truth()["articles"].items() if "copy_of" in told
    }
    shared = {
        name: containment(shingles(samples()[name]), shingles(samples()[source]))
        for name, source in copies.items()
    }

    assert {} == {name: value for name, value in shared.items() if value <= COPY}


def test_other_articles_share_almost_none() -> None:
    """Whatever is not a copy was written from scratch."""

    def family(name: str) -> str:
        return str(truth()["articles"][name].get("copy_of", name))

    sketches = {name: shingles(row) for name, row in originals().items()}
    alike = [
        (a, b)
        for a, b in combinations(sketches, 2)
        if family(a) != family(b) and containment(sketches[a], sketches[b]) >= STRANGER
    ]

    assert [] == alike
