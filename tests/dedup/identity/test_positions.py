"""Which reports are of one position."""

from typing import Any

import pytest

from schemas import Mention, When
from schemas.vocabulary import Kind
from streams.dedup import same_event
from streams.dedup.words import names, overlap, stems
from streams.sketches.terms import terms
from tests.dedup.factories import article, behind, joined, mention, on, only
from tests.sketches.texts import NEWS, OTHER, RETOLD

DONBAS = "a full withdrawal of Ukrainian troops from the Donbas"
A_LITTLE_ALIKE = "envoy fuel depot pipeline tanker harbour crane dock"
UNLIKE = "harvest fuel depot tanker crane border quay ferry bridge river harbour envoy orchard"
LONG = "since three hours round state again until second month night table union weeks still"
OTHER_LONG = "first years capital states sides morning ministry border within return evening third"
REWORDED = "that Kyiv pull back its soldiers behind the Donbas line"


def held(
    name: str = "harbour",
    published: str | None = "2026-02-04",
    kind: Kind = "demand",
    **fields: Any,
) -> Mention:
    of = fields.pop("of", None) or article(name, published, **fields.pop("about", {}))
    return mention(kind, of, **{"holder": "RUS", "target": "UKR", "content": DONBAS, **fields})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({}, {"content": "that Ukrainian troops withdraw from Donbas"}),
        ({}, {"published": "2026-06-01"}),
        ({}, {"target": None}),
        ({"issue": "territory"}, {"issue": "territory"}),
        ({"issue": "territory"}, {"issue": None}),
        ({"holder": ("FRA", "DEU")}, {"holder": ("DEU", "FRA")}),
        ({"content": "the plan"}, {"content": "the plan", "published": "2026-02-05"}),
    ],
)
def test_a_position_restated_is_the_same(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Holder, issue and content make a position, not the day on which it is told."""
    a, b = held("harbour", **one), held("dhow", **other)

    assert "same content" in same_event(a, b)
    assert same_event(a, b) == same_event(b, a)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"holder": "UKR"}),
        ({}, {"holder": ("RUS", "BLR")}),
        ({}, {"kind": "threat"}),
        (
            {"content": "grain let into the Donbas"},
            {"content": "grain let into Tigray", "target": "ETH"},
        ),
        ({}, {"content": "the release of abducted children"}),
        ({}, {"content": None}),
        ({"content": None}, {"content": None}),
        ({"issue": "territory"}, {"issue": "troops"}),
        ({"content": "the plan"}, {"content": "the plan", "published": "2026-02-10"}),
        ({"content": "the plan"}, {"content": "the plan", "target": "USA"}),
        ({"content": "the plan", "published": None}, {"content": "the plan"}),
    ],
)
def test_other_positions_are_apart(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Another holder, kind, issue or content is another position."""
    a, b = held("harbour", **one), held("dhow", **other)

    assert () == same_event(a, b) == same_event(b, a)


def test_the_fullest_wording_decides() -> None:
    """Short wordings join the full one that they repeat, not each other by a chain."""
    full = held("harbour", content=f"{DONBAS} and the release of abducted children")
    troops = held("dhow", content="withdrawal of troops from the Donbas")
    children = held("nevsky", content="the release of abducted children")

    assert () == same_event(troops, children)
    assert 3 == len(only(full, troops, children).reports)


def test_two_positions_of_one_article_stay_two() -> None:
    """What an article keeps apart is apart."""
    of = article("harbour")

    assert 2 == len(joined(held(of=of), held(of=of, content=f"{DONBAS} at once", nth=1)))


def test_stems_leave_out_what_carries_no_meaning() -> None:
    """Articles, prepositions and endings make no difference."""
    assert stems("the withdrawal of troops") == stems("that troops be withdrawn")


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ({"a", "b"}, {"a"}, 1.0),
        ({"a", "b"}, {"a", "c"}, 0.5),
        ({"a"}, {"b"}, 0.0),
        (set(), {"a"}, 0),
    ],
)
def test_overlap_is_the_share_of_the_shorter(a: set[str], b: set[str], share: float) -> None:
    """What the longer wording adds makes no difference."""
    assert share == overlap(frozenset(a), frozenset(b))


def of_a_story(text: str, published: str | None, received: str, **fields: Any) -> Mention:
    """Return a demand in other words, in an article with a text."""
    about = {"terms": terms(text), "received_at": f"{received}T18:00:00Z"}
    said = {"issue": "troops", "content": REWORDED, **fields}
    return held("dhow", published, about=about, **said)


@pytest.mark.parametrize(
    ("text", "published", "received", "said", "expected"),
    [
        (RETOLD, "2026-02-05", "2026-02-05", {}, True),
        (RETOLD, "2026-02-05", "2026-02-05", {"target": None}, True),
        (RETOLD, "2026-02-05", "2026-02-05", {"target": "USA"}, False),
        (f"{RETOLD} {OTHER_LONG}", "2026-02-05", "2026-02-05", {"target": "USA"}, True),
        (RETOLD, None, "2026-02-05", {}, True),
        (RETOLD, None, "2028-02-05", {}, True),
        (RETOLD, None, "2026-03-05", {}, False),
        (RETOLD, "2026-02-09", "2026-02-09", {}, False),
        (OTHER, "2026-02-05", "2026-02-05", {}, False),
        (RETOLD, "2026-02-05", "2026-02-05", {"issue": "territory"}, False),
        (RETOLD, "2026-02-05", "2026-02-05", {"issue": None}, False),
        (RETOLD, "2026-02-05", "2026-02-05", {"holder": "UKR"}, False),
        (RETOLD, "2026-02-05", "2026-02-05", {"content": "ransoms for captives"}, False),
    ],
)
def test_articles_on_one_story_word_a_position_otherwise(
    text: str, published: str | None, received: str, said: dict[str, Any], expected: bool
) -> None:
    """Where articles are alike and of the same days, one word in common on one issue will do."""
    first = held(about={"terms": terms(f"{NEWS} {LONG}")}, issue="troops")
    second = of_a_story(text, published, received, **said)

    assert expected == ("like content in like articles" in same_event(first, second))


def test_like_words_do_not_take_a_position_from_the_one_it_repeats() -> None:
    """What shares most of the words is nearer than what is told in a like article."""
    repeated = held("harbour", "2026-01-02", issue="troops", content=REWORDED)
    story = held("meridian", about={"terms": terms(NEWS)}, issue="troops")
    second = of_a_story(RETOLD, "2026-02-05", "2026-02-05")

    assert any({"dhow", "harbour"} <= {*names} for names in joined(repeated, story, second))


def test_articles_on_one_story_need_be_like_one_that_opens_with_it() -> None:
    """Of three, two that have little in common are both like the third."""
    one, other = (
        held(name, about={"terms": terms(text)}, issue="troops", content=content)
        for name, text, content in (
            ("harbour", NEWS, "a retreat to the old line by spring"),
            ("meridian", "harvest fuel depot tanker crane", "soldiers out of towns"),
        )
    )
    both = f"{NEWS} harvest fuel depot tanker crane"
    third = held("dhow", about={"terms": terms(both)}, issue="troops", content="guns silenced")

    assert 2 == len(joined(one, other))
    assert 1 == len(joined(one, other, third))


@pytest.mark.parametrize(
    ("text", "published", "said", "expected"),
    [
        (RETOLD, "2026-02-05", {}, True),
        (RETOLD, "2026-02-05", {"target": None}, True),
        (RETOLD, "2026-02-05", {"issue": None}, True),
        (RETOLD, "2026-02-05", {"content": None}, True),
        (RETOLD, "2026-02-05", {"evidence": behind()}, False),
        (RETOLD, "2026-02-05", {"target": "USA"}, False),
        (RETOLD, "2026-02-05", {"holder": "UKR"}, False),
        (RETOLD, "2026-02-07", {}, False),
        ("harvest fuel depot", "2026-02-05", {}, False),
    ],
)
def test_what_articles_on_one_story_open_with_is_one(
    text: str, published: str, said: dict[str, Any], expected: bool
) -> None:
    """Whatever the words and the issue: a headline has room for one position of one holder."""
    first = held(about={"terms": terms(f"{NEWS} {LONG}")}, issue="troops")
    fields = {"issue": "justice", "content": "ransoms for captives", **said}
    second = held("dhow", published, about={"terms": terms(f"{text} {OTHER_LONG}")}, **fields)

    assert expected == ("articles on one story open with it" in same_event(first, second))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, True),
        ({"target": "USA"}, False),
        ({"target": None}, False),
        ({"issue": "justice"}, False),
        ({"hint": True}, False),
        ({"about": {"terms": terms(UNLIKE)}}, False),
    ],
)
@pytest.mark.parametrize("published", [None, "2026-02-04"])
def test_leads_to_the_same_on_one_issue_need_little_likeness(
    published: str | None, said: dict[str, Any], expected: bool
) -> None:
    """But some: all of the sides, the issue and the days may be those of two demands."""
    shared = {"issue": "troops", "content": "ransoms for captives"}
    first = held("dhow", published, about={"terms": terms(NEWS)}, issue="troops")
    fields = {"about": {"terms": terms(f"{UNLIKE} dam")}, **shared, **said}

    assert expected == bool(same_event(first, held("harbour", published, **fields)))


@pytest.mark.parametrize(
    ("kind", "target", "expected"),
    [("threat", "UKR", True), ("threat", "USA", False), ("demand", "USA", True)],
)
def test_threats_to_others_are_two(kind: Kind, target: str, expected: bool) -> None:
    """Even in like words and articles: whom it is to harm is what a threat is about."""
    first = held(about={"terms": terms(f"{NEWS} {LONG}")}, kind=kind, issue="trade")
    said: dict[str, Any] = {
        "kind": kind,
        "target": target,
        "content": "soldiers out of the Donbas",
        "issue": "trade",
    }
    second = held("dhow", "2026-02-05", about={"terms": terms(f"{RETOLD} {OTHER_LONG}")}, **said)

    assert expected == bool(same_event(first, second))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"content": "ransoms for captives", "issue": "justice"}, False),
        ({"content": "ransoms for captives"}, True),
        ({"content": "soldiers out of the Donbas", "issue": "justice"}, True),
        ({"content": "Ukrainian ransoms", "issue": "justice"}, False),
        ({"kind": "pledge", "content": "a loan", "target": "USA"}, False),
        ({"kind": "pledge", "content": "a loan"}, False),
        ({"content": "soldiers out of Kherson"}, False),
    ],
)
def test_flashes_between_the_same_sides_are_alike_whatever_they_are_on(
    said: dict[str, Any], expected: bool
) -> None:
    """They have few words but the names of the sides: issue or content have to be the same, too."""
    about = {"terms": terms(NEWS)}
    first = held(about=about, issue="troops", **{k: said[k] for k in ("kind",) if k in said})
    second = held("dhow", "2026-02-05", about=about, **{"issue": "troops", **said})

    assert expected == ("articles on one story open with it" in same_event(first, second))


@pytest.mark.parametrize(
    ("place", "expected"),
    [("the Donbas", True), ("Kherson", False), ("there", True), ("Kyiv's borderland", True)],
)
def test_what_names_other_places_is_of_two(place: str, expected: bool) -> None:
    """However many of the words they share; who is addressed is no place."""
    second = held("dhow", content=f"a full withdrawal of Ukrainian troops from {place}")

    assert expected == bool(same_event(held(), second))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("that Chad close camps in Adre", {"TCD", "adre"}),
        ("Sudanese soldiers out of Abeche and Adre by Friday", {"SDN", "abech", "adre"}),
        ("the plan of the European Union", {"eu"}),
        ("the Brussels plan", {"eu"}),
        ("a deal with the Democratic Republic of Congo", {"COD"}),
        ("ships in the Strait of Hormuz", {"strai", "hormu"}),
        ("a U.S. offer of May 3", {"USA"}),
        ("an end to fire", set()),
        ("Full Withdrawal From Adre", set()),
    ],
)
def test_names_are_words_with_capitals(text: str, expected: set[str]) -> None:
    """Dates are none, and where all words have capitals nothing tells names from words."""
    assert expected == names(text)


@pytest.mark.parametrize(
    ("published", "target", "expected"),
    [("2026-02-20", "UKR", True), ("2026-05-04", "UKR", False), ("2026-02-05", "MDA", False)],
)
def test_what_one_does_oneself_is_done_more_than_once(
    published: str, target: str, expected: bool
) -> None:
    """And in much the same words: another time, or for somebody else, it is another act."""
    first = held(kind="pledge", content="200 million roubles of aid for schools")
    content = "90 million roubles of aid for bridges"
    second = held("dhow", published, kind="pledge", target=target, content=content)

    assert expected == ("same content" in same_event(first, second))


@pytest.mark.parametrize(
    ("of", "said", "expected"),
    [
        ({}, {}, True),
        ({}, {"issue": "troops"}, False),
        ({}, {"content": "an exchange of captives"}, False),
        ({}, {"evidence": behind()}, False),
        ({"terms": terms("fuel depot")}, {}, False),
        ({"published_at": "2026-02-04T12:00:00Z"}, {}, False),
    ],
)
def test_lead_of_an_archive_is_known_by_two_words_and_its_text(
    of: dict[str, Any], said: dict[str, Any], expected: bool
) -> None:
    """Dates say nothing of it; one word, or another matter, is not enough."""
    first = held(
        published="2025-11-04",
        about={"terms": terms("harvest crossing envoy border grain truck bridge ferry")},
        issue="justice",
        content="ransoms for the sailors whom the pirates of the north took in autumn",
    )
    about = {"published_at": None, "terms": terms(A_LITTLE_ALIKE), **of}
    fields = {"issue": "justice", "content": "sailors that pirates hold be let go home", **said}
    second = held("dhow", "2026-02-04", about=about, **fields)

    assert expected == ("articles on one story open with it" in same_event(first, second))


@pytest.mark.parametrize(("issue", "expected"), [("troops", True), ("justice", False)])
def test_leads_without_a_date_are_of_one_issue(issue: str, expected: bool) -> None:
    """That they were received on one day says less than that they were published on one."""
    about = {"published_at": None, "terms": terms(NEWS)}
    first = held(about=about, issue="troops")
    about = {"published_at": None, "terms": terms(RETOLD)}
    second = held("dhow", about=about, issue=issue, content="ransoms for captives")

    assert expected == ("articles on one story open with it" in same_event(first, second))


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (f"{NEWS} {LONG}", {}, True),
        (f"{A_LITTLE_ALIKE} {LONG} {OTHER_LONG}", {}, False),
        (NEWS, {}, False),
        (f"{NEWS} {LONG}", {"target": "TCD"}, False),
        (f"{NEWS} {LONG}", {"evidence": behind()}, False),
    ],
    ids=["like", "unlike", "a flash", "to others", "behind"],
)
@pytest.mark.parametrize("published_at", [None, "2025-11-04T12:00:00Z"])
def test_leads_without_a_date_are_of_one_position_in_like_texts(
    text: str, said: dict[str, Any], expected: bool, published_at: str | None
) -> None:
    """Whatever issue was read in them, and however long ago the other was published."""
    about = {"published_at": published_at, "terms": terms(f"{NEWS} {OTHER_LONG}")}
    first = held(about=about, issue="troops")
    about = {"published_at": None, "terms": terms(text)}
    second = held("dhow", about=about, issue="justice", content="ransoms", **said)

    assert expected == ("articles on one story open with it" in same_event(first, second))


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        # One word in common, and whom it is addressed to
        ("ferry fuel depot pipeline tanker harbour crane dock", {}, True),
        ("ferry fuel depot pipeline tanker harbour crane dock", {"target": "MDA"}, False),
        ("ferry fuel depot pipeline tanker harbour crane dock", {"target": None}, False),
        ("ferry fuel depot pipeline tanker harbour crane dock", {"content": "more aid"}, False),
        (A_LITTLE_ALIKE, {}, False),
        # The same day
        (A_LITTLE_ALIKE, {"when": When(precision="unknown", text="on Tuesday")}, True),
        (
            "ferry fuel depot pipeline tanker harbour crane dock",
            {"when": When(precision="unknown", text="on Friday")},
            False,
        ),
    ],
)
def test_lead_of_an_archive_names_the_other_side_or_the_day(
    text: str, said: dict[str, Any], expected: bool
) -> None:
    """Then one word in common will do, on one issue."""
    first = held(
        published="2025-11-04",
        about={"terms": terms("harvest crossing envoy border grain truck bridge ferry")},
        when=on("2025-11-04"),
        issue="justice",
        content="ransoms for the sailors whom the pirates of the north took in autumn",
    )
    about = {"published_at": None, "terms": terms(text)}
    fields = {"issue": "justice", "content": "sailors be let go home", **said}
    second = held("dhow", "2026-02-04", about=about, **fields)

    assert expected == ("articles on one story open with it" in same_event(first, second))
