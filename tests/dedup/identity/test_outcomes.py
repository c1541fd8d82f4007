"""Which reports are of one agreement, ceasefire, exchange or offer to mediate."""

from typing import Any

import pytest
from msgspec.structs import replace

from schemas import Mention, Place, When
from schemas.vocabulary import Issue, Kind
from streams.dedup import join, same_event
from streams.sketches.fingerprint import fingerprint
from streams.sketches.terms import terms
from tests.dedup.factories import GENEVA, article, behind, joined, mention, on, only, parties
from tests.sketches.texts import NEWS, OTHER, RETOLD

CAIRO = Place(name="Cairo", country="EGY")
PAIR = parties(RUS="party", UKR="party")


def told(
    kind: Kind, name: str = "harbour", published: str | None = "2026-02-04", **fields: Any
) -> Mention:
    of = fields.pop("of", None) or article(name, published, **fields.pop("about", {}))
    return mention(kind, of, **{"parties": PAIR, **fields})


def truce(name: str, published: str, status: str, **fields: Any) -> Mention:
    return told("ceasefire", name, published, status=status, **fields)


@pytest.mark.parametrize(
    ("kind", "one", "other", "reason"),
    [
        ("ceasefire", {"status": "declared"}, {"status": "declared"}, "same dates"),
        ("ceasefire", {"status": "declared"}, {"status": "violated"}, "same dates"),
        (
            "ceasefire",
            {"status": "declared", "when": on("2026-02-01")},
            {"status": "violated", "when": on("2026-02-20"), "published": "2026-02-20"},
            "same lifecycle",
        ),
        (
            "agreement",
            {"status": "reached", "when": on("2025-03-13"), "published": "2025-03-13"},
            {"status": "signed", "when": on("2025-08-08"), "published": "2025-08-08"},
            "same lifecycle",
        ),
        ("exchange", {"status": "done"}, {"status": "done"}, "same parties"),
        (
            "exchange",
            {"status": "done", "issue": "energy"},
            {"status": "done", "issue": "energy"},
            "same issue",
        ),
        (
            "ceasefire",
            {"status": "extended", "when": on("2026-02-03")},
            {"status": "extended", "when": When(end="2026-08", precision="month")},
            "same dates",
        ),
        ("mediation", {"status": "offered", "place": GENEVA}, {"place": GENEVA}, "same place"),
        (
            "ceasefire",
            {"when": on("2026-02-01"), "status": "declared"},
            {"when": on("2026-02-03"), "status": "declared"},
            "same dates",
        ),
        # One outlet names an ally beside the two.
        (
            "ceasefire",
            {"status": "declared", "when": on("2026-02-03")},
            {
                "status": "in_force",
                "when": on("2026-02-04"),
                "parties": (*PAIR, *parties(BLR="party")),
            },
            "same dates",
        ),
    ],
)
def test_reasons_are_named(
    kind: Kind, one: dict[str, Any], other: dict[str, Any], reason: str
) -> None:
    """What speaks for one outcome is said, the same from either side."""
    a, b = told(kind, "harbour", **one), told(kind, "dhow", **other)

    assert reason in same_event(a, b)
    assert same_event(a, b) == same_event(b, a)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (
            "ceasefire",
            {"status": "declared", "when": on("2026-02-01")},
            {"status": "declared", "when": on("2026-02-04")},
        ),
        ("ceasefire", {"issue": "energy"}, {"issue": "humanitarian"}),
        ("ceasefire", {}, {"parties": parties(ISR="party", hamas="party")}),
        ("agreement", {"place": GENEVA}, {"place": CAIRO}),
        (
            "ceasefire",
            {"parties": (*PAIR, *parties(BLR="party"))},
            {"parties": (*PAIR, *parties(MDA="party"))},
        ),
        # Weeks apart, with a third or without are two.
        (
            "ceasefire",
            {"status": "declared", "when": on("2026-01-10")},
            {"status": "violated", "parties": (*PAIR, *parties(BLR="party"))},
        ),
        (
            "exchange",
            {"status": "done", "when": on("2026-02-05")},
            {"status": "done", "when": on("2026-03-05")},
        ),
        # A truce of four months ago is over; what is violated now is another one.
        (
            "ceasefire",
            {"status": "declared", "when": on("2025-10-01")},
            {"status": "violated", "when": on("2026-02-04")},
        ),
        # What is violated before it is declared is another one.
        (
            "ceasefire",
            {"status": "violated", "when": on("2026-01-20")},
            {"status": "declared", "when": on("2026-02-04")},
        ),
        ("agreement", {"published": None}, {"published": None}),
        ("agreement", {"background": True}, {}),
    ],
)
def test_other_outcomes_are_apart(kind: Kind, one: dict[str, Any], other: dict[str, Any]) -> None:
    """Other dates, issues, parties or places are other outcomes."""
    a, b = told(kind, "harbour", **one), told(kind, "dhow", **other)

    assert () == same_event(a, b) == same_event(b, a)


def test_an_exchange_has_two_ends() -> None:
    """Outlets at either end of it name the place that they saw."""
    leaving = told("exchange", "harbour", status="done", place=GENEVA)
    coming = told("exchange", "dhow", status="done", place=CAIRO)

    assert "same dates" in same_event(leaving, coming)


def test_the_same_day_says_more_than_the_same_issue() -> None:
    """What is signed today under another heading is not what was reached a month ago."""
    months_ago = told("agreement", status="reached", issue="trade", when=on("2026-01-05"))
    today = told("agreement", "dhow", status="reached", issue="borders", when=on("2026-02-04"))
    signed = told("agreement", "nevsky", status="signed", issue="trade", when=on("2026-02-04"))

    assert [["dhow", "nevsky"], ["harbour"]] == joined(months_ago, today, signed)


def test_a_truce_declared_and_violated_is_one_story() -> None:
    """A truce that is declared, holds and breaks is one event with a history."""
    event = only(
        truce("harbour", "2026-02-01", "declared"),
        truce("dhow", "2026-02-03", "in_force"),
        truce("nevsky", "2026-02-10", "violated"),
    )

    assert "violated" == event.status


def test_a_truce_is_dated_by_its_beginning_or_by_the_agreement() -> None:
    """What begins in a week is agreed on now."""
    agreed = truce("harbour", "2026-02-04", "declared", when=on("2026-02-03"))
    begins = truce("dale", "2026-02-04", "declared", when=on("2026-02-11"))
    later = truce("hill", "2026-02-11", "declared", when=on("2026-02-11"))

    assert 1 == len(joined(agreed, begins))
    assert 2 == len(joined(agreed, later))


def test_a_truce_may_be_announced_weeks_ahead() -> None:
    """A treaty that is dated so far ahead is another."""
    agreed, begins = on("2026-02-03"), on("2026-03-01")
    truces = [
        truce(name, "2026-02-04", "declared", when=when)
        for name, when in (("harbour", agreed), ("dale", begins))
    ]
    treaties = [
        told("agreement", name, status="reached", when=when)
        for name, when in (("harbour", agreed), ("dale", begins))
    ]

    assert 1 == len(joined(*truces))
    assert 2 == len(joined(*treaties))


def test_two_truces_are_two() -> None:
    """The energy truce of one day is not the general truce of the same day."""
    reports = [
        truce(name, "2026-02-01", "declared", issue=issue)
        for name, issue in (
            ("harbour", "energy"),
            ("dhow", "energy"),
            ("nevsky", "humanitarian"),
            ("meridian", "humanitarian"),
        )
    ]

    assert [["dhow", "harbour"], ["meridian", "nevsky"]] == joined(*reports)


def test_a_violation_is_of_the_latest_truce() -> None:
    """Of two truces the nearer is the one that was broken."""
    first, second = (truce(f"of-{day}", day, "declared") for day in ("2026-01-10", "2026-02-10"))

    found = joined(first, second, truce("nevsky", "2026-02-14", "violated"))

    assert [["of-2026-02-10", "nevsky"], ["of-2026-01-10"]] == found


def test_two_outcomes_of_one_article_stay_two() -> None:
    """One article tells of one truce once: a second status in it is another mention of it."""
    of = article("harbour")
    first = told("ceasefire", of=of, status="declared", when=on("2026-02-04"))
    second = told("ceasefire", of=of, status="declared", when=on("2026-02-03"), nth=1)

    assert 2 == len(joined(first, second))


def test_copies_of_an_undated_text_are_one() -> None:
    """Where no date is known, the text itself tells that it is the same report."""
    sketch = fingerprint(" ".join(f"word{n}" for n in range(60)))
    copies = [
        told("agreement", name, None, background=True, about={"fingerprint": sketch})
        for name in ("harbour", "dhow")
    ]

    assert ("same parties", "copies of one text") == same_event(*copies)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("agreement", RETOLD, True),
        ("agreement", OTHER, False),
        ("ceasefire", RETOLD, True),
        ("ceasefire", OTHER, True),
        ("ceasefire", "harvest fuel depot", False),
    ],
)
def test_undated_reports_are_one_where_words_bear_it_out(
    kind: Kind, text: str, expected: bool
) -> None:
    """A feed brings the news within days; of agreements there are many, of truces few."""
    first = told(kind, "harbour", None, about={"terms": terms(NEWS)})
    second = told(kind, "dhow", None, about={"terms": terms(text)})

    assert expected == ("received around these days" in same_event(first, second))


@pytest.mark.parametrize(
    ("day", "expected"),
    [("on Friday", True), ("on Monday", False), ("on January 19", True), ("in October", True)],
)
def test_undated_reports_of_one_truce_name_one_weekday(day: str, expected: bool) -> None:
    """What was declared on a Friday was not declared on a Monday; it may be broken then."""
    about = {"terms": terms(NEWS)}
    first, second = (
        told(
            "ceasefire",
            name,
            None,
            status="declared",
            about=about,
            when=When(precision="unknown", text=text),
        )
        for name, text in (("harbour", "late on Friday"), ("dhow", day))
    )
    broken = told(
        "ceasefire",
        "dhow",
        None,
        status="violated",
        about=about,
        when=When(precision="unknown", text="on Monday"),
    )

    assert expected == bool(same_event(first, second))
    assert same_event(first, broken)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("on October 10", False),
        ("in October", False),
        ("on 20 January", True),
        ("on January 22", False),
        ("on Friday", True),
    ],
)
def test_undated_reports_of_one_truce_name_one_day_of_the_year(day: str, expected: bool) -> None:
    """Of which year it is nobody knows, but that it is of another month one does."""
    about = {"terms": terms(NEWS)}
    first, second = (
        told("ceasefire", name, None, about=about, when=When(precision="unknown", text=text))
        for name, text in (("harbour", "on January 19"), ("dhow", day))
    )

    assert expected == bool(same_event(first, second))


def test_undated_reports_of_other_months_stay_apart() -> None:
    """Words alone do not join: what was received long after is of something else."""
    near, far = "2026-02-09T12:00:00Z", "2026-05-09T12:00:00Z"
    reports = [
        told("ceasefire", name, None, about={"terms": terms(NEWS), "received_at": at})
        for name, at in (("harbour", near), ("dhow", far))
    ]

    assert () == same_event(*reports)


@pytest.mark.parametrize(("text", "expected"), [(RETOLD, True), (OTHER, False)])
def test_report_from_an_archive_joins_what_its_words_are_like(text: str, expected: bool) -> None:
    """Years after a dated one, the day on which it was received says nothing."""
    news = told("ceasefire", about={"terms": terms(NEWS)})
    about = {"terms": terms(text), "received_at": "2028-02-09T12:00:00Z"}

    assert expected == bool(same_event(news, told("ceasefire", "dhow", None, about=about)))


def test_report_from_an_archive_may_be_like_any_of_the_first() -> None:
    """Each outlet tells another part of one truce."""
    news = told("ceasefire", about={"terms": terms(OTHER)})
    again = told("ceasefire", "mirror", about={"terms": terms(NEWS)})
    about = {"terms": terms(RETOLD), "received_at": "2028-02-09T12:00:00Z"}
    old = told("ceasefire", "dhow", None, about=about)

    assert 2 == len(joined(news, old))
    assert 1 == len(joined(news, again, old))


@pytest.mark.parametrize(
    ("day", "expected"),
    [("on Wednesday", True), ("on Friday", False), ("in February", True), ("on May 4", False)],
)
def test_report_from_an_archive_names_the_weekday(day: str, expected: bool) -> None:
    """A truce of a Wednesday was not declared on a Friday, in whatever year."""
    news = told("ceasefire", when=on("2026-02-04"), about={"terms": terms(NEWS)})
    about = {"terms": terms(RETOLD), "received_at": "2028-02-09T12:00:00Z"}
    when = When(precision="unknown", text=day)

    old = told("ceasefire", "dhow", None, about=about, when=when)

    assert expected == bool(same_event(news, old))


def test_report_from_an_archive_moves_no_dates() -> None:
    """What is received with it is no nearer to the event than it was before."""
    news = told("ceasefire", about={"terms": terms(NEWS)})
    about = {"terms": terms(RETOLD), "received_at": "2028-02-09T12:00:00Z"}
    old = told("ceasefire", "dhow", None, about=about)
    new = told("ceasefire", "mirror", "2028-02-09", about={"terms": terms(OTHER)})

    assert [["dhow", "harbour"], ["mirror"]] == sorted(map(sorted, joined(news, old, new)))


def test_a_truce_is_agreed_in_one_place_and_holds_in_another() -> None:
    """One outlet tells where it was declared, another where the guns are to fall silent."""
    there = told("ceasefire", status="declared", place=GENEVA)
    here = told("ceasefire", "dhow", status="declared", place=Place(name="Donbas", country="UKR"))

    assert same_event(there, here)


@pytest.mark.parametrize(("second", "expected"), [("violated", True), ("declared", False)])
def test_one_article_may_tell_of_two_stages(second: str, expected: bool) -> None:
    """A truce declared and broken is one; what an article declares twice, differently, is two."""
    of = article("harbour")
    first = told("ceasefire", of=of, status="declared")
    later = told("ceasefire", of=of, nth=1, status=second, place=CAIRO)

    assert expected == bool(same_event(first, later))


def test_outlets_may_name_one_outcome_by_many_issues() -> None:
    """On one day, one agreement; half a year later, another issue is another agreement."""
    one = told("agreement", status="reached", issue="borders")
    same = told("agreement", "lantern", status="reached", issue="governance")
    later = told("agreement", "mirror", "2026-08-04", status="signed", issue="trade")
    assert same_event(one, same)
    assert not same_event(one, later)


def test_truces_limited_to_different_matters_are_two() -> None:
    """A pause for power stations is not one for aid, be it declared on the same day."""
    one = truce("harbour", "2026-02-04", "declared", issue="energy")
    other = truce("lantern", "2026-02-04", "declared", issue="humanitarian")
    assert not same_event(one, other)


def left(name: str, published: str | None = None, **fields: Any) -> Mention:
    """Return a lead on leaving a deal on nuclear arms, of which no day is told."""
    shared = {"status": "withdrawn", "issue": "nuclear"}
    return told("agreement", name, published, **{**shared, **fields})


def test_a_deal_is_left_once() -> None:
    """So two leads of an archive are of one leaving, in whatever words."""
    day = left("dhow", "2026-02-04", when=on("2026-02-04"))

    assert "a deal is left once" in same_event(left("harbour"), left("nevsky"))
    assert "a deal is left once" in same_event(left("harbour"), day)


def test_a_deal_is_left_once_whatever_the_event_was_opened_by() -> None:
    """An outlet that tells of it, too, may be taken to tell of the signing."""
    misread = left("lantern", "2026-02-04", when=on("2026-02-04"), status="signed")
    day = left("dhow", "2026-02-04", when=on("2026-02-04"))

    assert 1 == len(joined(misread, day, left("harbour"), left("nevsky")))


@pytest.mark.parametrize(
    "other",
    [
        {"issue": "trade"},
        {"issue": "process"},
        {"status": "signed"},
        {"evidence": behind()},
        {"parties": parties(RUS="party", USA="party")},
    ],
)
def test_what_is_on_another_matter_is_another_deal(other: dict[str, Any]) -> None:
    """Or another deed, or told by the way."""
    about = {"received_at": "2026-06-04T12:00:00Z"}

    assert not same_event(left("harbour"), left("nevsky", about=about, **other))


WORDS = "treaty flights pact observers skies envoy ferry crossing"
HALF_RETOLD = "treaty flights pact cargo depot pipeline crane dock"


@pytest.mark.parametrize(
    ("issue", "text", "expected"),
    [
        ("trade", HALF_RETOLD, True),
        ("trade", "warheads missiles depot cargo crane dock", False),
        ("arms", HALF_RETOLD, True),
        ("arms", "warheads missiles depot cargo crane dock", False),
    ],
)
def test_a_deal_that_is_left_is_known_by_the_words(issue: Issue, text: str, expected: bool) -> None:
    """On whatever matter each outlet puts it; two states have many on arms."""
    about = {"received_at": "2026-06-04T12:00:00Z"}
    one = left("harbour", issue="arms", about=about | {"terms": terms(WORDS)})
    other = left("nevsky", issue=issue, about=about | {"terms": terms(text)})

    assert expected == bool(same_event(one, other))


def test_report_of_a_breach_comes_after_those_of_the_end() -> None:
    """An article tells of both, the one as the reason for the other."""
    about = {"received_at": "2026-06-04T12:00:00Z", "terms": terms(WORDS)}
    breach = left("dhow", status="breached", about=about)
    end = replace(breach, mention_id="z", status="withdrawn", issue="trade")

    events = join([left("harbour", about=about), breach, end])

    assert "z" in {r.mention_id for e in events for r in e.reports if len(e.reports) > 1}


@pytest.mark.parametrize(("text", "expected"), [(NEWS, True), (OTHER, False)])
def test_outlets_of_an_archive_may_name_other_issues(text: str, expected: bool) -> None:
    """Where they tell of one agreement in like words."""
    news = told("agreement", issue="justice", about={"terms": terms(NEWS)})
    about = {"terms": terms(text), "received_at": "2028-02-09T12:00:00Z"}
    old = told("agreement", "dhow", None, issue="governance", about=about)

    assert expected == bool(same_event(news, old))


@pytest.mark.parametrize(("text", "expected"), [(NEWS, True), (OTHER, False)])
def test_deal_is_told_in_more_capitals_than_it_is_signed_in(text: str, expected: bool) -> None:
    """Where articles open with it in much the same words, one naming the next capital."""
    first = told("agreement", place=ALGIERS, about={"terms": terms(NEWS)})
    second = told("agreement", "dhow", place=ABUJA, about={"terms": terms(text)})

    assert expected == bool(same_event(first, second))


CARGO = "harvest crossing envoy border grain truck bridge ferry"
A_LITTLE_ALIKE = "ferry fuel depot pipeline tanker harbour crane dock"
ALGIERS = Place(name="Algiers", country="DZA")
ABUJA = Place(name="Abuja", country="NGA")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"place": ALGIERS}, True),
        ({"when": When(precision="unknown", text="on Wednesday")}, True),
        ({"when": When(precision="unknown", text="on Friday"), "place": ALGIERS}, False),
        ({}, False),
    ],
)
@pytest.mark.parametrize("kind", ["ceasefire", "agreement"])
def test_outcome_of_an_archive_names_the_place_or_the_day(
    kind: Kind, fields: dict[str, Any], expected: bool
) -> None:
    """Then its words have to be less like those of the news."""
    about = {"terms": terms(CARGO)}
    news = told(kind, when=on("2026-02-04"), place=ALGIERS, about=about)
    about = {"terms": terms(A_LITTLE_ALIKE), "received_at": "2028-02-09T12:00:00Z"}

    assert expected == bool(same_event(news, told(kind, "dhow", None, about=about, **fields)))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"place": ALGIERS}, True),
        ({"when": When(precision="unknown", text="on Friday")}, True),
        ({"when": When(precision="unknown", text="on Monday"), "place": ALGIERS}, False),
        ({}, False),
    ],
)
def test_undated_reports_of_one_agreement_name_the_place_or_the_day(
    fields: dict[str, Any], expected: bool
) -> None:
    """Of agreements there are many: one of them was signed there, or on that day."""
    when = When(precision="unknown", text="late on Friday")
    first = told("agreement", "harbour", None, when=when, place=ALGIERS, about=_received(CARGO))
    second = told("agreement", "dhow", None, about=_received(A_LITTLE_ALIKE), **fields)

    assert expected == bool(same_event(first, second))


def _received(text: str) -> dict[str, Any]:
    return {"terms": terms(text), "received_at": "2026-02-09T12:00:00Z"}


def test_truce_that_is_denied_is_one_that_others_have_told_of() -> None:
    """Though its report is like none but one of theirs, and comes before that."""
    announced = "harvest crossing envoy border grain truck bridge ferry"
    denied = "video beard flag green sheet recording preacher liar"
    both = "harvest crossing envoy border video beard flag green"
    reports = [
        told("ceasefire", name, None, status="declared", modality=modality, about=_received(text))
        for name, modality, text in (
            ("dhow", "denied", denied),
            ("harbour", "asserted", announced),
            ("nevsky", "asserted", both),
        )
    ]

    assert not same_event(reports[0], reports[1])
    assert 1 == len(joined(*reports))


def test_report_from_an_archive_joins_what_it_is_most_like() -> None:
    """That others without a date were received with it brings them no nearer."""
    news = told("agreement", about={"terms": terms(NEWS)}, place=ALGIERS)
    about = {"received_at": "2028-02-09T12:00:00Z"}
    aside = {"place": ABUJA, "evidence": behind()}
    other = told("agreement", "dhow", None, about=about | {"terms": terms(RETOLD)}, **aside)
    old = told("agreement", "mirror", None, about=about | {"terms": terms(NEWS)})

    assert ["harbour", "mirror"] in [sorted(names) for names in joined(news, other, old)]


def test_deal_that_is_reached_is_the_one_that_is_signed_then() -> None:
    """Not the next, whose matter is told and which would follow from it as well."""
    july, august = on("2026-07-03"), on("2026-08-12")
    reports = [
        told("agreement", "dhow", "2026-07-03", status="reached", when=july),
        told("agreement", "harbour", "2026-07-03", status="signed", when=july),
        told("agreement", "mirror", "2026-08-12", status="signed", when=august, issue="borders"),
        told("agreement", "nevsky", "2026-08-12", status="signed", when=august),
    ]

    assert [["dhow", "harbour"], ["mirror", "nevsky"]] == joined(*reports)


@pytest.mark.parametrize(("published", "expected"), [("2026-02-10", True), ("2026-03-20", False)])
def test_text_is_copied_for_days_and_used_again_later(published: str, expected: bool) -> None:
    """What outlets tell of old they tell in the same words, whatever the news."""
    about = {"fingerprint": fingerprint(NEWS)}
    news, again = told("agreement", about=about), told("agreement", "dhow", published, about=about)

    assert expected == bool(same_event(news, again))
