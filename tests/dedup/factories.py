"""Mentions in a few words: only what a test is about has to be said."""

from dataclasses import replace
from typing import Any

from schemas import (
    ArticleRef,
    Event,
    Evidence,
    Lineage,
    Mention,
    Party,
    Place,
    Ruling,
    Schedule,
    When,
)
from schemas.vocabulary import Change, Kind, Precision, Role
from streams.dedup import Block, Decision, join, obey, take_in
from streams.dedup.memo import Memo
from streams.dedup.state import LEAD

ABU_DHABI = Place(name="Abu Dhabi", country="ARE")
GENEVA = Place(name="Geneva", country="CHE")


def article(
    name: str = "harbour", published: str | None = "2026-02-04", **fields: Any
) -> ArticleRef:
    """Return an article of the outlet "<name>", published at noon of a day."""
    moment = f"{published}T12:00:00Z" if published else None
    shared = {
        "article_id": f"{name}-{published}",
        "key": f"a-{name}-{published}",
        "received_at": moment or "2026-02-04T12:00:00Z",
        "outlet": name,
        "published_at": moment,
    }
    return ArticleRef(**{**shared, **fields})


def mention(
    kind: Kind = "talks", of: ArticleRef | None = None, *, nth: int = 0, **fields: Any
) -> Mention:
    """Return the nth mention of a kind in an article."""
    of = of or article()
    shared: dict[str, Any] = {
        "mention_id": f"m-{of.key}-{kind}-{nth}",
        "modality": "asserted",
        "article": of,
        "evidence": (Evidence(field="kind", start=0, end=5),),
    }
    return Mention(kind=kind, **{**shared, **fields})


def behind(start: int = LEAD) -> tuple[Evidence, ...]:
    """Return the evidence of what stands behind the lead of its article."""
    return (Evidence(field="kind", start=start, end=start + 5),)


def talks(name: str = "harbour", published: str | None = "2026-02-04", **fields: Any) -> Mention:
    """Return a report of talks between Russia and Ukraine."""
    of = fields.pop("of", None) or article(name, published, **fields.pop("about", {}))
    return mention("talks", of, **{"parties": parties(RUS="party", UKR="party"), **fields})


def parties(**roles: Role) -> tuple[Party, ...]:
    """Return parties by actor and role."""
    return tuple(Party(actor=actor, role=role) for actor, role in roles.items())


def on(start: str, end: str | None = None, precision: Precision = "day") -> When:
    """Return a date or a range of dates."""
    return When(start=start, end=end, precision=precision)


def moved(
    previous: str | None, reason: str | None = None, change: Change = "postponed"
) -> Schedule:
    """Return a change of date."""
    return Schedule(change=change, previous=previous, reason=reason)


def citing(*outlets: str) -> dict[str, Any]:
    """Return what an article carries that cites outlets."""
    return {"lineage": tuple(Lineage(outlet=outlet, via="citing") for outlet in outlets)}


def copy_of(block: Block) -> Block:
    """Return a block that can be written on without changing the one it was copied from."""
    return Block(
        key=block.key,
        mentions=dict(block.mentions),
        events=dict(block.events),
        rulings=dict(block.rulings),
    )


def decide(block: Block, record: Mention | Ruling) -> Decision:
    """Return what a mention or a ruling leads to, and leave the block as it was."""
    if isinstance(record, Ruling):
        return obey(copy_of(block), record, Memo())
    return take_in(copy_of(block), record, Memo())


def run(*mentions: Mention, block: Block | None = None) -> Decision:
    """Return the block after all mentions, with every revision on the way."""
    decision = Decision(block or Block())
    for each in mentions:
        step = decide(decision.block, each)
        decision = replace(step, events=decision.events + step.events)
    return decision


def only(*mentions: Mention) -> Event:
    """Return the one event that mentions are joined to."""
    events = join(mentions)
    assert 1 == len(events), [event.because for event in events]
    return events[0]


def joined(*mentions: Mention) -> list[list[str]]:
    """Return the outlets of each event in order of publication; the largest events first."""
    found = [[str(report.outlet) for report in event.reports] for event in join(mentions)]
    return sorted(found, key=lambda outlets: (-len(outlets), outlets))
