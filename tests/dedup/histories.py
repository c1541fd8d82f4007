"""Random histories: what one negotiation is reported to be over months, and what is ruled on it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from schemas import Lineage, Mention, Ruling
from streams.dedup.closing import Keep
from tests.dedup.factories import ABU_DHABI, GENEVA, article, mention, on, parties
from tests.dedup.worlds import OUTLETS, TERMS, TEXTS

Record = Mention | Ruling

BLOCK = "RUS+UKR"
KEEP: Keep = {"talks": 30}
_START = date(2026, 2, 1)
_DATES = (
    on("2026-02-04"),
    on("2026-02-04"),
    on("2026-02-05"),
    on("2026-02", precision="month"),
    on("2026-03-10"),
    on("2026-11-01"),
    None,
)
_GAPS = st.sampled_from((0, 0, 0, 1, 2, 5, 12, 25, 40))
_UNTIL_EDITED = (0, 1, 9, 29, 30, 45, 59, 61, 100, 400)
_LATE = st.sampled_from((0, 0, 0, 0, 1, 20, 70))
_SAID: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "parties": st.just(parties(RUS="party", UKR="party")),
        "when": st.sampled_from(_DATES),
        "status": st.sampled_from((None, None, "held", "planned")),
        "place": st.sampled_from((None, None, ABU_DHABI, GENEVA)),
        "round": st.sampled_from((None, None, None, 2)),
    }
)
_EDITS: st.SearchStrategy[dict[str, Any]] = _SAID | st.just({"withdrawn": True})


def _moment(day: int, number: int) -> str:
    """Return a moment of a day, later for higher numbers."""
    return f"{(_START + timedelta(days=day)).isoformat()}T{number // 60:02}:{number % 60:02}:00Z"


@st.composite
def _versions(
    draw: st.DrawFn, number: int, day: int, days: st.SearchStrategy[int]
) -> list[tuple[str, Mention]]:
    """Return the mentions of the versions of an article, each with the moment it is received."""
    published = _moment(day, number) if draw(st.integers(0, 5)) else None
    fields: dict[str, Any] = {
        "article_id": f"article-{number}",
        "key": f"a-{number}",
        "published_at": published,
        "fingerprint": draw(st.sampled_from(TEXTS)),
        "terms": draw(st.sampled_from(TERMS)),
        "lineage": draw(st.sampled_from(((), (), (Lineage(outlet="harbour", via="citing"),)))),
    }
    outlet, received = draw(st.sampled_from(OUTLETS)), day + draw(_LATE)
    at = _moment(received, number)
    versions = [(at, mention("talks", article(outlet, received_at=at, **fields), **draw(_SAID)))]
    for edit in range(1, draw(st.sampled_from((1, 1, 2, 3)))):
        received += draw(days)
        at = _moment(received, 100 * edit + number)
        since = versions[0][1].article.received_at
        of = article(outlet, received_at=at, version=1 + edit, first_received_at=since, **fields)
        versions.append((at, mention("talks", of, **draw(_EDITS))))
    return versions


@st.composite
def _ruling(draw: st.DrawFn, number: int, days: int, ids: Sequence[str]) -> tuple[str, Ruling]:
    """Return a ruling on two of the reports, by a clock that may be wrong."""
    one, other, *_ = draw(st.permutations(ids))
    day = draw(st.integers(0, days + 20))
    made = day + draw(st.sampled_from((0, 0, -200, 400)))
    ruling = Ruling(
        ruling_id=f"r-{number}",
        action=draw(st.sampled_from(("join", "split"))),
        block=BLOCK,
        kind="talks",
        groups=((one,), (other,)),
        at=_moment(made, number),
    )
    return _moment(day, number), ruling


@st.composite
def histories(
    draw: st.DrawFn, *, edited_within: int = 400, repeated: int = 2
) -> tuple[Record, ...]:
    """Return mentions and rulings in the order in which they come, some of them repeated.

    An article is edited within so many days after the version before.
    """
    day, timed = 0, []
    days = st.sampled_from([n for n in _UNTIL_EDITED if n <= edited_within])
    for number in range(draw(st.integers(2, 10))):
        day += draw(_GAPS)
        timed += draw(_versions(number, day, days))
    ids = sorted({m.mention_id for _, m in timed})
    records: list[tuple[str, Record]] = [*timed]
    if len(ids) > 1:
        records += [draw(_ruling(n, day, ids)) for n in range(draw(st.integers(0, 2)))]
    in_order = [record for _, record in sorted(records, key=lambda each: each[0])]
    for place in draw(st.lists(st.integers(0, len(in_order) - 1), max_size=repeated)):
        in_order.insert(draw(st.integers(place + 1, len(in_order))), in_order[place])
    return tuple(in_order)
