"""What is saved in joining one mention more changes no result.

Outlets repeat each other here, as they do: a few tellings of a few happenings, most of them told
again and again, so that the ways around grouping and electing anew are taken.
"""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import Event, Lineage, Mention
from schemas.vocabulary import STATUSES, Kind
from streams.dedup import Block, join
from streams.dedup.decide import take_in
from streams.dedup.identity import index
from streams.dedup.identity.grouping import Grouping, grouped
from streams.dedup.identity.talks import FAMILY
from streams.dedup.memo import Memo
from tests.dedup.factories import ABU_DHABI, GENEVA, article, mention, moved, on, talks
from tests.dedup.worlds import (
    CONTENTS,
    DATES,
    DAYS,
    LONG_AGO,
    OUTLETS,
    PEOPLE,
    TABLES,
    TERMS,
    TEXTS,
)

MODALITIES = "asserted asserted asserted asserted planned denied".split()
LEFT_OUT = ("place", "when", "status", "round", "issue", "format")


def telling(random: Random, kind: Kind) -> dict[str, Any]:
    """Return one way to tell of a happening."""

    def often(*values: Any) -> Any:
        return random.choice((*values, *len(values) * (None,)))

    said: dict[str, Any] = {"modality": random.choice(MODALITIES)}
    if kind == "demand":
        said |= {"holder": "RUS", "target": "UKR", "content": often(*CONTENTS)}
        return said | {"issue": often("territory", "justice")}
    said |= {"status": often(*sorted(STATUSES[kind])), "parties": random.choice(TABLES)}
    said |= {"when": often(*DATES), "place": often(ABU_DHABI, GENEVA)}
    if kind == "agreement":
        said |= {"status": random.choice(("withdrawn", "withdrawn", "signed"))}
        said |= {"issue": often("nuclear", "trade")}
    if kind == "talks":
        said["round"] = often(1, 2, 3)
        said["people"] = random.choice(PEOPLE)
        delayed = random.random() < 0.2
        said["schedule"] = moved(random.choice(DAYS), "a visit") if delayed else None
    return said


def repetitive(random: Random) -> list[Mention]:
    """Return up to two dozen reports that repeat a few tellings."""
    kinds: list[Kind] = ["talks", "ceasefire", "demand", "agreement"]
    tellings = [(kind, telling(random, kind)) for kind in random.choices(kinds, k=4)]
    return [_report(random, number, *random.choice(tellings)) for number in range(24)]


def _report(random: Random, number: int, kind: Kind, told: dict[str, Any]) -> Mention:
    said = dict(told)
    left_out = random.choice(LEFT_OUT)
    if left_out in said and random.random() < 0.3:
        said[left_out] = None
    cites = (Lineage(outlet=random.choice((*OUTLETS, "The Wire")), via="citing"),)
    day = random.choice((*DAYS, LONG_AGO))
    dated = random.random() < 0.8
    of = article(
        random.choice(OUTLETS),
        day,
        article_id=f"article-{number}",
        key=f"a-{number if random.random() < 0.9 else number // 2}",
        fingerprint=random.choice(TEXTS),
        terms=random.choice(TERMS),
        published_at=f"{day}T{random.randrange(24):02}:00:00Z" if dated else None,
        received_at=f"2026-02-09T{number:02}:00:00Z",
        lineage=cites if random.random() < 0.1 else (),
    )
    return mention(kind, of, nth=number, **said)


def content(event: Event) -> dict[str, Any]:
    names = set(event.__struct_fields__) - {"revision", "changed"}
    return {name: getattr(event, name) for name in names}


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_a_memo_changes_no_event(random: Random) -> None:
    """With all that was worked out before at hand, events are those of the whole set."""
    told = repetitive(random)

    assert joined_at_once(told) == joined_one_by_one(told)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(random=st.randoms(use_true_random=False), few=st.integers(0, 9))
def test_accounts_may_be_filed_from_any_number_on(random: Random, few: int) -> None:
    """Whether a block is looked through or has an index makes no difference, nor when it gets it.

    It is the account that makes them too many that may move others.
    """
    told = [each for each in repetitive(random) if each.kind != "demand"]

    with patch.object(index, "FEW", few):
        assert joined_at_once(told) == joined_one_by_one(told)


def joined_at_once(told: Sequence[Mention]) -> dict[str, dict[str, Any]]:
    """Return what the events of all reports say."""
    return {event.event_id: content(event) for event in join(told)}


def joined_one_by_one(told: Iterable[Mention]) -> dict[str, dict[str, Any]]:
    """Return what is left of the events when one report after the other was taken in."""
    block, memo = Block(), Memo()
    last: dict[str, Event] = {}
    for each in told:
        decision = take_in(block, each, memo)
        block = decision.block
        last |= {event.event_id: event for event in decision.events}
    return {id_: content(event) for id_, event in last.items() if event.reports}


def held(name: str, minute: int = 0, **fields: Any) -> Mention:
    """Return a report of one meeting, published at a minute of its day."""
    about = {"published_at": f"2026-02-04T12:{minute:02}:00Z", "key": f"a-{name}-{minute}"}
    about |= fields.pop("about", {})
    return talks(name, **{"status": "held", "when": on("2026-02-04"), "about": about, **fields})


def test_a_repetition_may_end_a_contradiction() -> None:
    """Who denied it says so now, too, and nobody is left who only denies it."""
    told = [
        held("harbour", modality="denied"),
        held("dhow", 1, modality="planned"),
        held("harbour", 2, modality="planned"),
    ]
    (event,) = joined_one_by_one(told).values()

    assert "corroborated" == event["record_status"]
    assert joined_at_once(told) == joined_one_by_one(told)


def test_a_repetition_supports_its_side_of_a_dispute() -> None:
    """Reports of two places are disputed still, and those of the elected one are counted."""
    told = [
        held("harbour", round=2, place=ABU_DHABI),
        held("dhow", 1, round=2, place=GENEVA),
        *(held(f"outlet{n}", 2 + n, round=2, place=ABU_DHABI) for n in range(4)),
    ]
    (event,) = joined_one_by_one(told).values()

    assert [5, 1] == [len(claim.reports) for claim in event["disputed"]["place"]]
    assert joined_at_once(told) == joined_one_by_one(told)


@pytest.mark.parametrize("sketches", [[0, 0, 0], [0, 1, 1], [1, 0, 1], [0, 1, 2]])
def test_texts_of_one_moment_are_traced_together(sketches: list[int]) -> None:
    """Where several appear at once, a further one may be what an earlier one copies."""
    told = [
        held(f"outlet{n}", about={"fingerprint": TEXTS[sketch]})
        for n, sketch in enumerate(sketches)
    ]

    assert joined_at_once(told) == joined_one_by_one(told)


def grouping(*told: Mention) -> tuple[Grouping, list[Any]]:
    memo, block = Memo(), Block()
    for each in told:
        block = take_in(block, each, memo).block
    return grouped(FAMILY, memo.accounts.values()), [*memo.accounts.values()]


def test_a_repetition_is_admitted() -> None:
    """A report that tells what is known takes the short way."""
    known = [talks(name, "2026-02-04", when=on("2026-02-04")) for name in ("harbour", "dhow")]
    found, _ = grouping(*known)
    _, (*_, again) = grouping(*known, talks("nevsky", "2026-02-05", when=on("2026-02-04")))

    admitted = found.admit(again)
    assert admitted
    assert 3 == len(admitted.accounts)


def test_what_may_move_others_is_refused() -> None:
    """A report of a delay brings two events together, and has all grouped anew."""
    plan = talks("harbour", "2026-01-25", status="planned", when=on("2026-02-01"))
    held = talks("dhow", "2026-02-05", status="held", when=on("2026-02-04"))
    delay = talks(
        "nevsky",
        "2026-01-31",
        status="postponed",
        when=on("2026-02-04"),
        schedule=moved("2026-02-01"),
    )
    found, _ = grouping(plan, held)
    _, (*_, bridging) = grouping(plan, held, delay)

    assert None is found.admit(bridging)
    assert 2 == len(found.clusters())
