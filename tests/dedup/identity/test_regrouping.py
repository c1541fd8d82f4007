"""Grouping a part anew gives what grouping all anew does."""

from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import Mention
from streams.dedup.account import Account, account_of
from streams.dedup.identity import FAMILIES
from streams.dedup.identity.grouping import Grouping, grouped
from streams.dedup.identity.groups import Cluster
from streams.dedup.identity.placed import Lineup
from streams.dedup.identity.regrouping import regroup
from streams.sketches.fingerprint import fingerprint
from tests.dedup.factories import article, mention, moved, on, parties, talks
from tests.dedup.test_shortcuts import repetitive

FULL = "a full withdrawal of all troops from the border villages by spring"


def demand(name: str, content: str, nth: int = 0, day: str = "2026-02-04") -> Mention:
    """Return a demand as an outlet words it."""
    return mention("demand", article(name, day), nth=nth, holder="RUS", content=content)


def accounts(*told: Mention) -> list[Account]:
    """Return accounts of one kind."""
    return [account_of(each) for each in told]


def told(clusters: tuple[Cluster, ...]) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return which reports are together, and why."""
    return {(tuple(a.mention_id for a in c.accounts), c.because) for c in clusters}


def sizes(clusters: tuple[Cluster, ...]) -> list[int]:
    return sorted(len(cluster.accounts) for cluster in clusters)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_it_gives_what_grouping_all_does(random: Random) -> None:
    """One by one, in whatever order, with articles that tell of several happenings."""
    by_kind: dict[str, list[Account]] = {}
    for each in repetitive(random):
        by_kind.setdefault(each.kind, []).append(account_of(each))
    for kind, known in by_kind.items():
        grouping = Grouping(FAMILIES[kind])
        for number, account in enumerate(known, start=1):
            if not grouping.admit(account) and not regroup(grouping, account):
                grouping = grouped(FAMILIES[kind], known[:number])
            anew = grouped(FAMILIES[kind], known[:number])
            assert told(anew.clusters()) == told(grouping.clusters())


def test_a_fuller_wording_takes_over_its_group() -> None:
    """What was told in fewer words is held to it from then on; others are not looked at."""
    brief, other, full = accounts(
        demand("harbour", "withdrawal of troops from border villages"),
        demand("dhow", "an apology for the shelling of the harbour"),
        demand("nevsky", FULL),
    )
    grouping = grouped(FAMILIES["demand"], [brief, other])

    moved_ = regroup(grouping, full)

    assert moved_ is not None
    assert ([1], [2]) == (sizes(moved_.before), sizes(moved_.after))
    assert [1, 2] == sizes(grouping.clusters())


def test_a_copy_without_a_date_follows_the_text_that_has_one() -> None:
    """It is let in by the first of its structure, which may come when all the rest is known."""
    pair = parties(RUS="party", UKR="party")

    def truce(name: str, **about: Any) -> Mention:
        fields = {key: about.pop(key) for key in ("when", "issue") if key in about}
        return mention("ceasefire", article(name, **about), parties=pair, **fields)

    text = fingerprint(" ".join(f"word{n}" for n in range(60)))
    dated = truce("harbour", when=on("2026-02-04"))
    known = truce("dhow", issue="ceasefire")
    copy = truce("nevsky", published=None, received_at="2026-03-20T12:00:00Z", fingerprint=text)
    first = truce("wire", fingerprint=text)
    *before, last = accounts(dated, known, copy, first)
    grouping = grouped(FAMILIES["ceasefire"], before)
    assert [1, 2] == sizes(grouping.clusters())

    assert grouping.admit(last) is None
    assert regroup(grouping, last) is not None
    assert [4] == sizes(grouping.clusters())


def test_two_events_become_one() -> None:
    """A report of a delay brings the plan and the meeting together."""
    plan, held, delay = accounts(
        talks("harbour", "2026-01-25", status="planned", when=on("2026-02-01")),
        talks("dhow", "2026-02-05", status="held", when=on("2026-02-04")),
        talks(
            "nevsky",
            "2026-01-31",
            status="postponed",
            when=on("2026-02-04"),
            schedule=moved("2026-02-01"),
        ),
    )
    grouping = grouped(FAMILIES["talks"], [plan, held])

    moved_ = regroup(grouping, delay)

    assert moved_ is not None
    assert ([1, 1], [3]) == (sizes(moved_.before), sizes(moved_.after))


def test_an_article_does_not_tell_of_one_position_twice_in_other_words() -> None:
    """Its second demand stands apart, however much it shares with the first."""
    first, second = accounts(
        demand("harbour", FULL), demand("harbour", FULL.replace("spring", "autumn"), nth=1)
    )
    grouping = grouped(FAMILIES["demand"], [first])

    assert None is grouping.admit(second)
    assert regroup(grouping, second)
    assert [1, 1] == sizes(grouping.clusters())


def test_what_is_let_go_refers_to_nothing() -> None:
    """Groups and their accounts refer to each other, and would wait for Python to find them."""
    grouping = grouped(FAMILIES["demand"], accounts(demand("harbour", FULL)))
    (gathered,) = grouping.groups
    grouping.dissolve()

    assert not grouping.groups
    assert gathered.placed == gathered.shapers == Lineup()
