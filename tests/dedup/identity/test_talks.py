"""Which reports are of one encounter."""

from itertools import combinations
from typing import Any

import pytest
from msgspec.structs import replace

from schemas import Mention, Person, Place, Schedule, When
from schemas.vocabulary import Role, Status
from streams.dedup import same_event
from streams.sketches.fingerprint import fingerprint
from streams.sketches.terms import terms
from tests.dedup.factories import (
    ABU_DHABI,
    GENEVA,
    article,
    behind,
    joined,
    moved,
    on,
    only,
    parties,
    talks,
)
from tests.sketches.texts import NEWS, OTHER, RETOLD

DAY = on("2026-02-04")
SKETCH = fingerprint(" ".join(f"word{n}" for n in range(60)))


def told(name: str, **fields: Any) -> Mention:
    return talks(name, **fields)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"when": DAY}, {"when": DAY}, "same days"),
        ({"round": 2, "when": DAY}, {"round": 2}, "round 2"),
        ({"when": DAY, "place": ABU_DHABI}, {"when": DAY, "place": ABU_DHABI}, "same place"),
        ({"when": DAY}, {"when": on("2026-02-05")}, "a day apart"),
        ({"when": on("2026-02-04", "2026-02-05")}, {"when": on("2026-02-05")}, "same days"),
        ({"when": DAY}, {"when": on("2026-02", precision="month")}, "within the days given"),
        ({"when": DAY}, {}, "published around these days"),
        ({"when": DAY}, {"round": 2}, "within the days given"),
        ({"when": DAY}, {"status": "planned"}, "published around these days"),
        ({"status": "suspended"}, {"status": "cancelled"}, "put off in these days"),
        ({"status": "failed"}, {"status": "suspended"}, "put off in these days"),
        (
            {"status": "suspended", "when": When(precision="unknown", text="in the next few days")},
            {"status": "cancelled"},
            "put off in these days",
        ),
        (
            {"when": DAY, "schedule": moved("2026-02-01"), "status": "postponed"},
            {"when": on("2026-02-01"), "status": "planned", "published": "2026-01-30"},
            "moved from these days",
        ),
    ],
)
def test_reasons_are_named(one: dict[str, Any], other: dict[str, Any], reason: str) -> None:
    """What speaks for one event is said, the same from either side."""
    a, b = told("harbour", **one), told("dhow", **other)

    assert reason in same_event(a, b)
    assert same_event(a, b) == same_event(b, a)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"when": DAY}, {"when": on("2026-02-06")}),
        ({"round": 2, "when": DAY}, {"round": 3, "when": DAY}),
        ({"when": DAY, "place": ABU_DHABI}, {"when": DAY, "place": GENEVA}),
        ({"when": DAY}, {"when": DAY, "parties": parties(RUS="party", USA="party")}),
        ({"when": DAY}, {"when": DAY, "parties": parties(RUS="party", UKR="party", MDA="party")}),
        ({"when": DAY, "round": 2}, {"when": DAY, "format": "phone"}),
        ({"when": DAY, "place": GENEVA}, {"when": DAY, "format": "video"}),
        ({"when": on("2025", precision="year")}, {"when": DAY}),
        ({"published": None}, {"published": None}),
        ({"when": DAY}, {"published": "2026-03-20"}),
        ({"when": DAY}, {"modality": "speculated"}),
    ],
)
def test_what_contradicts_or_says_too_little_is_apart(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    """Other days, numbers, places, parties or channels are other encounters."""
    a, b = told("harbour", **one), told("dhow", **other)

    assert () == same_event(a, b) == same_event(b, a)


@pytest.mark.parametrize("vague", [{}, {"when": on("2026-02", precision="month")}])
@pytest.mark.parametrize("gap", [0, 1])
def test_a_vague_report_never_chains_two_rounds(vague: dict[str, Any], gap: int) -> None:
    """A report that fits rounds 2 and 3 joins one of them and does not bring them together."""
    second = told("harbour", round=2, when=on("2026-02-04"))
    third = told("meridian", round=3, when=on(f"2026-02-{4 + gap:02}"))

    numbers = [
        {m.round for m in (second, third) if m.article.outlet in outlets}
        for outlets in joined(second, third, told("dhow", **vague), told("nevsky", **vague))
    ]

    assert all(len(round_) <= 1 for round_ in numbers)


def test_days_do_not_chain() -> None:
    """Each next day is within a day of the last, and yet the fourth is not the first."""
    rows = [told(f"outlet{day}", when=on(f"2026-02-{day:02}")) for day in range(1, 5)]

    days = [[int(name.removeprefix("outlet")) for name in names] for names in joined(*rows)]

    assert all(max(group) - min(group) <= 1 for group in days)


def test_postponed_and_held_are_one_event() -> None:
    """The announced, the postponed and the held round are one, by the day it was moved from."""
    event = only(
        talks("harbour", "2026-01-25", status="planned", when=on("2026-02-01")),
        talks(
            "meridian",
            "2026-01-31",
            status="postponed",
            when=on("2026-02-04"),
            schedule=moved("2026-02-01"),
        ),
        talks("dhow", "2026-02-05", status="held", when=on("2026-02-04")),
    )

    assert ("held", "2026-02-04") == (event.status, event.when.start if event.when else None)


def test_a_place_may_move_with_the_day() -> None:
    """Rome was planned for the 1st, Geneva came of it on the 4th."""
    rome = Place(name="Rome", country="ITA")

    only(
        talks("harbour", "2026-01-25", status="planned", when=on("2026-02-01"), place=rome),
        talks(
            "meridian",
            "2026-01-31",
            status="postponed",
            when=on("2026-02-04"),
            schedule=moved("2026-02-01"),
            place=GENEVA,
        ),
    )


def test_numbers_start_again() -> None:
    """Round 1 of last year is not round 1 of this year."""
    last_year = talks("harbour", "2025-04-13", round=1, status="held", when=on("2025-04-12"))
    this_year = talks("dhow", "2026-02-06", round=1, status="held", when=on("2026-02-06"))

    assert [["dhow"], ["harbour"]] == joined(last_year, this_year)


def test_of_two_rounds_with_one_number_the_nearer_is_meant() -> None:
    """A report of round 1 without a date goes to the round 1 that it was published on."""
    last_year = talks("harbour", "2025-12-13", round=1, status="held", when=on("2025-12-12"))
    this_year = talks("dhow", "2026-02-06", round=1, status="held", when=on("2026-02-06"))
    undated = talks("nevsky", "2026-02-07", round=1, status="held")

    assert ["dhow", "nevsky"] == joined(last_year, this_year, undated)[0]


def test_mediator_called_a_party_is_the_same_table() -> None:
    """Outlets call a mediator at the table a party."""
    only(
        talks("harbour", when=DAY, parties=parties(RUS="party", UKR="party", USA="party")),
        talks("dhow", when=DAY, parties=parties(RUS="party", UKR="party", USA="mediator")),
        talks("nevsky", when=DAY),
    )


def test_two_encounters_of_one_article_stay_two() -> None:
    """An article speaks of one happening once, so what differs in it is of something else."""
    of = article("harbour")
    morning = talks(of=of, when=DAY, format="bilateral")
    evening = talks(of=of, when=DAY, format="trilateral", nth=1)

    assert 2 == len(joined(morning, evening))


def test_leaders_are_not_delegations() -> None:
    """A call of presidents is not taken for the round of that week."""
    delegations = talks(when=DAY, people=(Person(name="A. Envoy", role="head"),))
    leaders = talks("dhow", people=(Person(name="A. President", role="leader"),))

    assert () == same_event(delegations, leaders)
    envoy = talks("wire", people=(Person(name="An Envoy", role="delegate"),))
    assert () != same_event(envoy, leaders)


def test_copies_of_an_undated_text_are_one() -> None:
    """Where nothing else is told, the text itself tells that it is the same report."""
    copies = [
        talks(name, published=None, about={"fingerprint": SKETCH}) for name in ("harbour", "dhow")
    ]

    assert ("same parties", "copies of one text") == same_event(*copies)


@pytest.mark.parametrize(("text", "expected"), [(RETOLD, True), (OTHER, False)])
def test_undated_report_joins_what_its_words_are_like(text: str, expected: bool) -> None:
    """It is received beside the news, and is of it where it is about the same."""
    news = talks(when=DAY, about={"terms": terms(NEWS)})
    late = {"received_at": "2026-02-05T12:00:00Z", "terms": terms(text)}

    assert expected == bool(same_event(news, talks("dhow", published=None, about=late)))


def from_archive(text: str, received: str, **fields: Any) -> Mention:
    """Return a report without a date, received long after."""
    about = {"received_at": f"{received}T12:00:00Z", "terms": terms(text)}
    return talks("nevsky", published=None, about=about, **fields)


@pytest.mark.parametrize(
    ("text", "received", "expected"),
    [(RETOLD, "2028-02-04", True), (OTHER, "2028-02-04", False), (RETOLD, "2026-03-20", False)],
)
def test_report_from_an_archive_joins_what_its_words_are_like(
    text: str, received: str, expected: bool
) -> None:
    """Received years after, its day says nothing; within weeks, it is of something else."""
    news = talks(when=DAY, about={"terms": terms(NEWS)})

    assert expected == bool(same_event(news, from_archive(text, received)))


@pytest.mark.parametrize(
    ("day", "expected"),
    [("on Wednesday", True), ("on Friday", False), ("in February", True), ("on May 4", False)],
)
def test_undated_reports_of_one_encounter_name_one_day(day: str, expected: bool) -> None:
    """Received on one day and told in like words, they are of another all the same."""
    about = {"terms": terms(NEWS), "received_at": "2028-02-04T12:00:00Z"}
    first, second = (
        talks(name, published=None, about=about, when=When(precision="unknown", text=text))
        for name, text in (("harbour", "on Wednesday, February 4"), ("dhow", day))
    )

    assert expected == bool(same_event(first, second))


@pytest.mark.parametrize(("day", "expected"), [("on Wednesday", True), ("on Friday", False)])
def test_report_from_an_archive_names_the_weekday(day: str, expected: bool) -> None:
    """Of which week it is nobody knows; that it is of another day of it one does."""
    news = talks(when=DAY, about={"terms": terms(NEWS)})
    when = When(precision="unknown", text=day)

    assert expected == bool(same_event(news, from_archive(RETOLD, "2028-02-04", when=when)))


def test_report_from_an_archive_joins_what_it_is_most_like() -> None:
    """Of the encounters of two years, the later is no nearer to it."""
    near = talks("harbour", when=DAY, about={"terms": terms(NEWS)})
    later = talks("dhow", "2027-02-04", when=on("2027-02-04"), about={"terms": terms(NEWS[:80])})

    groups = joined(near, later, from_archive(RETOLD, "2028-02-04"))

    assert ["harbour", "nevsky"] in [sorted(names) for names in groups]


def test_a_copy_that_says_otherwise_is_no_copy() -> None:
    """The same words about two rounds do not make them one."""
    rounds = [
        talks(name, round=n, about={"fingerprint": SKETCH})
        for n, name in enumerate(("harbour", "dhow"), 2)
    ]

    assert () == same_event(*rounds)


def test_kinds_are_never_mixed() -> None:
    """A truce is no meeting."""
    truce = Mention(
        **{
            name: getattr(talks("dhow", when=DAY), name)
            for name in Mention.__struct_fields__
            if name != "kind"
        },
        kind="ceasefire",
    )

    assert () == same_event(talks(when=DAY), truce)


SAME_ROUND = [
    talks("a", "2026-01-24", round=2, status="planned", when=on("2026-02-01")),
    talks("b", "2026-01-31", status="postponed", when=DAY, schedule=moved("2026-02-01")),
    talks("c", "2026-02-04", round=2, status="under_way", when=DAY, place=ABU_DHABI),
    talks("d", "2026-02-05", status="held", when=on("2026-02-04", "2026-02-05")),
    talks("e", "2026-02-05", status="held", place=ABU_DHABI),
    talks("f", "2026-02-10", round=2, status="held"),
    talks("g", "2026-02-10", status="held", when=When(end="2026-02-05", precision="day")),
]


def test_a_whole_round_is_one_event() -> None:
    """Seven outlets, each of which tells another part of it."""
    assert 7 == len(only(*SAME_ROUND).reports)


@pytest.mark.parametrize("missing", [*combinations((0, 3, 4, 5, 6), 3)])
def test_the_rest_of_a_round_is_still_one_event(missing: tuple[int, ...]) -> None:
    """Any of the vaguer reports may be missing."""
    only(*(report for n, report in enumerate(SAME_ROUND) if n not in missing))


def test_a_delay_links_a_numbered_plan_to_the_unnumbered_round() -> None:
    """Only the report of the delay knows that the plan of one outlet is the meeting of another."""
    plan, delay, held = SAME_ROUND[0], SAME_ROUND[1], SAME_ROUND[3]

    assert () == same_event(plan, held)
    only(plan, delay, held)


def test_a_coalition_is_its_members() -> None:
    """One outlet lists the three states, the other calls them by the name they share."""
    listed = talks(parties=parties(IRN="party", DEU="party", FRA="party", GBR="party"))
    named = talks("dhow", parties=parties(IRN="party", e3="party"))

    assert "same parties" in same_event(listed, named)


def test_a_coalition_is_who_speaks_for_it() -> None:
    """One outlet calls it a deal with world powers, the other with Washington."""
    roles: dict[str, Role] = {"IRN": "party", "world-powers": "party"}
    powers = talks(parties=parties(**roles))
    named = talks("dhow", parties=parties(IRN="party", USA="party"))

    assert "same parties" in same_event(powers, named)


MARGINAL = f"{OTHER} The dam authority reopened the canal."
"""Too little like the news to be known by its words alone, and no news of something else."""
LAVROV = Person(name="Sergei Lavrov", actor="RUS")
SYBIHA = Person(name="Andrii Sybiha", actor="UKR")


def archived(**fields: Any) -> Mention:
    """Return a lead of an archive on a meeting of two ministers in Geneva."""
    about = {"received_at": "2026-06-04T12:00:00Z", "terms": terms(NEWS)}
    shared = {"status": "held", "people": (LAVROV, SYBIHA), "place": GENEVA}
    return talks("nevsky", published=None, about=about, **{**shared, **fields})


def dated() -> Mention:
    """Return the same as told on its day, by an outlet that spells a name otherwise."""
    people = (LAVROV, Person(name="Sibiha", actor="UKR"))
    about = {"terms": terms(MARGINAL)}
    return talks(when=DAY, status="held", people=people, place=GENEVA, about=about)


def test_same_two_at_one_place_are_of_one_meeting() -> None:
    """Of leads that no day places, however long after they are received."""
    assert "the same two meet" in same_event(dated(), archived())
    assert same_event(dated(), archived()) == same_event(archived(), dated())


@pytest.mark.parametrize(
    "other",
    [
        {"people": (LAVROV, Person(name="Marco Rubio", actor="USA"))},
        {"place": ABU_DHABI},
        {"place": None},
        {"status": "planned", "modality": "planned"},
        {"evidence": behind()},
        {"round": 2},
    ],
)
def test_others_elsewhere_or_at_another_time_are_of_another(other: dict[str, Any]) -> None:
    """The same two meet again."""
    numbered = {"round": 1} if "round" in other else {}

    assert not same_event(replace(dated(), **numbered), archived(**other))


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ({"status": "cancelled"}, True),
        ({"format": "video"}, True),
        ({"format": "bilateral"}, False),
        ({"status": "postponed"}, False),
    ],
)
def test_what_the_same_two_seldom_do_is_told_of_once(how: dict[str, Any], expected: bool) -> None:
    """Where neither place nor day is told: a meeting called off, or one on video."""
    news = replace(dated(), when=None, place=None, **how)

    assert expected == ("the same two meet" in same_event(news, archived(place=None, **how)))


def test_first_meeting_is_no_round_of_a_series() -> None:
    """That the two had never met is all that its number says."""
    assert "the same two meet" in same_event(replace(dated(), round=1), archived())


def test_who_is_known_by_the_family_name_in_front() -> None:
    """By it alone, or with the given name behind."""
    xi, biden = Person(name="Xi Jinping", actor="CHN"), Person(name="Joe Biden", actor="USA")
    two = parties(CHN="party", USA="party")
    news = replace(dated(), people=(xi, biden), parties=two)
    old = archived(people=(replace(xi, name="Xi"), biden), parties=two)

    assert "the same two meet" in same_event(news, old)


def test_meeting_called_off_is_none_that_was_held() -> None:
    """A report without a day of the one is not known by the day of the other."""
    held = talks(when=DAY, status="held")
    off = talks("nevsky", published="2026-02-05", when=None, status="cancelled")

    assert not same_event(held, off)
    assert same_event(replace(held, status="planned", modality="planned"), off)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {"when": on("2026-03", precision="month")}, True),
        ({}, {"when": on("2026-03-09")}, True),
        ({"place": GENEVA}, {"place": ABU_DHABI, "when": on("2026-03-09")}, False),
        ({"when": on("2026-03-09")}, {"when": on("2026-03-19")}, False),
        (
            {"when": on("2026-03", precision="month")},
            {"when": on("2026-04", precision="month")},
            False,
        ),
        ({}, {"when": on("2026-03-09"), "published": "2026-02-12"}, False),
        ({}, {"when": on("2026-03-09"), "evidence": behind()}, False),
        ({}, {"when": on("2026-03-09"), "status": "planned"}, False),
    ],
)
def test_nobody_calls_off_two_meetings_with_one_within_days(
    one: dict[str, Any], other: dict[str, Any], expected: bool
) -> None:
    """So that one report may give its day and another none, or only the month."""
    a, b = (
        told("harbour", **{"status": "cancelled", **one}),
        told("dhow", **{"status": "cancelled", **other}),
    )

    assert expected == ("put off in these days" in same_event(a, b))


def test_days_of_a_delay_are_those_before_or_those_after() -> None:
    """One report has the month from which it was moved, another the month to which."""
    june, autumn = on("2026-06", precision="month"), on("2026-09", precision="month")
    a = told("harbour", status="postponed", when=june)
    b = told("dhow", status="postponed", when=autumn)

    assert "put off in these days" in same_event(a, b)


@pytest.mark.parametrize(
    "other",
    [
        {"published": "2026-02-06"},
        {"when": on("2026-02-19")},
        {"status": "postponed", "when": on("2026-02-19")},
        {"evidence": behind()},
    ],
)
def test_what_broke_up_is_not_what_is_called_off_later(other: dict[str, Any]) -> None:
    """Talks collapse, and days later the next meeting is called off."""
    a = told("harbour", status="failed")
    b = told("dhow", **{"status": "cancelled", **other})

    assert not same_event(a, b)


def test_what_is_called_off_is_not_the_meeting_of_the_same_days() -> None:
    """Aides still meet on Friday: what others call off without a day is not that."""
    aides = told("nevsky", status="planned", modality="planned", when=on("2026-02-06"))
    off = {"status": "cancelled", "place": GENEVA}
    a, b = told("harbour", **off), told("dhow", when=on("2026-03", precision="month"), **off)

    assert {"harbour", "dhow"} in [set(names) for names in joined(aides, a, b)]


def test_what_an_archive_has_of_a_plan_comes_after_its_end() -> None:
    """An article tells of both; it is its news that others tell of."""
    news = replace(dated(), when=None, status="cancelled")
    plan = archived(status="planned", modality="planned", place=GENEVA)
    off = replace(plan, mention_id="z", status="cancelled", modality="asserted", place=None)

    assert {"harbour", "nevsky"} in [set(names) for names in joined(news, plan, off)]


CARGO = "harvest crossing envoy border grain truck bridge ferry"
HALF_ALIKE = "envoy ferry depot pipeline tanker harbour crane dock"
"""Like the other as two reports of one encounter often are, and some of two."""
ALMOST_HALF_ALIKE = f"{HALF_ALIKE} quay"
"""Like the other as few of two are that came to the same."""
A_LITTLE_ALIKE = "ferry fuel depot pipeline tanker harbour crane dock"
"""Less like the other than that."""


@pytest.mark.parametrize(
    ("place", "day", "expected"),
    [
        (GENEVA, "last week", True),
        (None, "on Wednesday", True),
        (None, "last week", False),
        (GENEVA, "on Friday", False),
        (ABU_DHABI, "on Wednesday", False),
    ],
)
def test_report_from_an_archive_names_the_place_or_the_day(
    place: Place | None, day: str, expected: bool
) -> None:
    """Then its words have to be less like those of the news."""
    news = talks(when=DAY, place=GENEVA, about={"terms": terms(CARGO)})
    when = When(precision="unknown", text=day)
    old = from_archive(HALF_ALIKE, "2028-02-04", place=place, when=when)

    assert expected == bool(same_event(news, old))


def test_same_two_on_one_weekday_are_of_one_meeting() -> None:
    """Where no place is told, the day will do."""
    when = When(precision="unknown", text="on Wednesday")
    other = When(precision="unknown", text="on Friday")

    assert "the same two meet" in same_event(dated(), archived(place=None, when=when))
    assert not same_event(dated(), archived(place=None, when=other))


@pytest.mark.parametrize(("day", "expected"), [("on Wednesday", True), ("on Friday", False)])
def test_report_from_an_archive_names_the_day_of_the_news(day: str, expected: bool) -> None:
    """Where no report gives the day of an encounter, that on which it was told is all there is."""
    off = {"status": "cancelled", "modality": "asserted"}
    news = talks(when=None, about={"terms": terms(CARGO)}, **off)
    when = When(precision="unknown", text=day)
    old = from_archive(HALF_ALIKE, "2028-02-04", place=None, when=when, **off)

    assert expected == bool(same_event(news, old))


@pytest.mark.parametrize(
    ("fields", "other", "expected"),
    [
        ({"status": "suspended"}, {"status": "suspended"}, True),
        ({"status": "suspended"}, {"status": "cancelled"}, False),
        ({"status": "held"}, {"status": "held"}, False),
        ({"status": "held", "place": GENEVA}, {"status": "held", "place": GENEVA}, True),
        ({"status": "held", "place": GENEVA}, {"status": "under_way", "place": GENEVA}, False),
    ],
)
def test_leads_without_a_date_tell_what_came_to_the_same(
    fields: dict[str, Any], other: dict[str, Any], expected: bool
) -> None:
    """At one place, or to nothing: then their words have to be less alike."""
    one, two = (
        {"published": None, "place": None, "about": {"terms": terms(text)}, **said}
        for text, said in ((CARGO, fields), (A_LITTLE_ALIKE, other))
    )

    assert expected == bool(same_event(talks(**one), talks("nevsky", **two)))


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        (ALMOST_HALF_ALIKE, "held", True),
        (ALMOST_HALF_ALIKE, "failed", False),
        (A_LITTLE_ALIKE, "held", False),
    ],
)
def test_leads_without_a_date_tell_that_it_was_held(
    text: str, status: Status, expected: bool
) -> None:
    """Nowhere, and on no day: then their words have to be more alike, if less than others'."""
    shared: dict[str, Any] = {"published": None, "place": None}
    one = talks(status="held", about={"terms": terms(CARGO)}, **shared)
    two = talks("nevsky", status=status, about={"terms": terms(text)}, **shared)

    assert expected == bool(same_event(one, two))


def test_a_number_without_a_day_keeps_nobody_out() -> None:
    """Of leads on one round that no day places few number it."""
    shared: dict[str, Any] = {"published": None, "status": "held", "about": {"terms": terms(NEWS)}}
    numbered, other = talks("harbour", round=3, **shared), talks("dhow", round=4, **shared)
    plain = talks("nevsky", **shared)

    assert [["harbour", "nevsky"]] == joined(numbered, plain)
    assert 2 == len(joined(numbered, plain, other))


@pytest.mark.parametrize(
    ("published", "text", "fields", "expected"),
    [
        ("2026-02-04", RETOLD, {"when": None, "status": "cancelled"}, True),
        ("2026-02-07", RETOLD, {"when": None, "status": "cancelled"}, False),
        ("2026-02-04", OTHER, {"when": None, "status": "cancelled"}, False),
        ("2026-02-04", RETOLD, {"when": on("2026-02-11")}, False),
        ("2026-02-04", RETOLD, {"when": None, "status": "cancelled", "evidence": behind()}, False),
    ],
)
def test_leads_of_one_day_may_tell_what_came_of_it_otherwise(
    published: str, text: str, fields: dict[str, Any], expected: bool
) -> None:
    """In like words: but not on which other day it was, nor further down."""
    held = talks(when=DAY, status="held", about={"terms": terms(NEWS)})
    other = talks("dhow", published, about={"terms": terms(text)}, **fields)

    assert expected == ("articles on one story open with it" in same_event(held, other))


def test_report_from_an_archive_is_of_what_was_moved() -> None:
    """The day from which it was moved is one of its days."""
    moved = Schedule(change="postponed", previous=DAY.start)
    off = {"status": "postponed", "modality": "asserted"}
    news = talks(when=None, schedule=moved, about={"terms": terms(NEWS)}, **off)

    assert same_event(news, from_archive(RETOLD, "2028-02-04", **off))
