"""What is saved in joining one mention more changes no result.

Outlets repeat each other here, as they do: a few tellings of a few happenings, most of them told
again and again, so that the ways around grouping and electing anew are taken.
"""

from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import Event, Lineage, Mention
from schemas.vocabulary import STATUSES, Kind
from streams.dedup import Block, decide, join
from streams.dedup.identity.grouping import Grouping, grouped
from streams.dedup.identity.talks import FAMILY
from streams.dedup.memo import Memo
from tests.dedup.factories import ABU_DHABI, GENEVA, article, mention, moved, on, talks
from tests.dedup.worlds import CONTENTS, DATES, DAYS, OUTLETS, TABLES, TEXTS

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
    if kind == "talks":
        said["round"] = often(1, 2, 3)
        delayed = random.random() < 0.2
        said["schedule"] = moved(random.choice(DAYS), "a visit") if delayed else None
    return said


def repetitive(random: Random) -> list[Mention]:
    """Return up to two dozen reports that repeat a few tellings."""
    kinds: list[Kind] = ["talks", "ceasefire", "demand"]
    tellings = [(kind, telling(random, kind)) for kind in random.choices(kinds, k=4)]
    return [_report(random, number, *random.choice(tellings)) for number in range(24)]


def _report(random: Random, number: int, kind: Kind, told: dict[str, Any]) -> Mention:
    said = dict(told)
    left_out = random.choice(LEFT_OUT)
    if left_out in said and random.random() < 0.3:
        said[left_out] = None
    cites = (Lineage(outlet=random.choice((*OUTLETS, "The Wire")), via="citing"),)
    day = random.choice(DAYS)
    of = article(
        random.choice(OUTLETS),
        day,
        article_id=f"article-{number}",
        key=f"a-{number if random.random() < 0.9 else number // 2}",
        fingerprint=random.choice(TEXTS),
        published_at=f"{day}T{random.randrange(24):02}:00:00Z",
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
    block, memo = Block(), Memo()
    last: dict[str, Event] = {}
    for each in told:
        decision = decide(block, each, memo)
        block = decision.block
        last |= {event.event_id: event for event in decision.events}

    expected = {event.event_id: content(event) for event in join(told)}
    assert expected == {id_: content(event) for id_, event in last.items() if event.reports}


def grouping(*told: Mention) -> tuple[Grouping, list[Any]]:
    memo, block = Memo(), Block()
    for each in told:
        block = decide(block, each, memo).block
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
