"""The whole data path in one process."""

import asyncio
import os
import random
import sys
from asyncio.subprocess import PIPE
from functools import cache
from itertools import count
from typing import Any

import orjson

from schemas import Event, Mention
from schemas.record import decode, encode
from streams.dedup import Block, block_key
from streams.demo.feed import sample_articles
from streams.pipeline import Fed, Pipeline
from tests.cli.articles import article
from tests.dedup.factories import decide

RECEIVED = "2026-03-20T00:00:00.000Z"

ORDERS = 10

OF_MANY_GROUPS = {
    "title": "Truce talks in Somalia",
    "outlet": "The Dale Post",
    "published_at": "2026-02-05T06:00:00Z",
    "text": "Puntland, SSC-Khatumo and Jubaland agreed a ceasefire on Thursday. Somalia's rulers "
    "in Mogadishu welcomed the truce. Somalia's president is to meet leaders of Puntland.",
}
"""Each at odds with somebody else."""


def fed(*values: bytes | None) -> tuple[Pipeline, list[Fed]]:
    """Feed raw records; return the pipeline and what each led to."""
    pipeline, numbers = Pipeline(), count()
    return pipeline, [
        pipeline.feed(value, source=f"test/0/{next(numbers)}", received_at=RECEIVED)
        for value in values
    ]


@cache
def samples_fed() -> tuple[Pipeline, list[Fed]]:
    """Feed the samples, once for all tests that only look at what came of it."""
    return fed(*sample_articles())


def living(pipeline: Pipeline) -> dict[str, dict[str, Any]]:
    """Return what each event with reports says, without the steps that led there."""
    return {e.event_id: content(e) for e in pipeline.events() if e.reports}


def content(event: Event) -> dict[str, Any]:
    names = set(Event.__struct_fields__) - {"revision", "changed"}
    return {name: getattr(event, name) for name in names}


def shuffled(seed: int) -> list[bytes]:
    """Return the samples shuffled, the versions of each article kept in order."""
    articles = list(sample_articles())
    rng = random.Random(seed)  # noqa: S311  # an order, not a secret
    rng.shuffle(articles)
    return sorted(articles, key=lambda line: "updated_at" in orjson.loads(line))


def test_order_makes_no_difference() -> None:
    """The samples in another order give the same events."""
    assert living(samples_fed()[0]) == living(fed(*shuffled(1))[0])


def test_replay_changes_nothing() -> None:
    """All articles once more are duplicates, or older than what is known, and add no report."""
    once, twice = samples_fed()[0], fed(*sample_articles(), *sample_articles())
    assert living(once) == living(twice[0])
    half = len(sample_articles())
    assert {"duplicate", "revision"} >= {each.outcome.outcome for each in twice[1][half:]}


def test_every_mention_can_be_read_back() -> None:
    """What extraction says keeps to the contract, so that the next stage need not park it."""
    mentions = [mention for each in samples_fed()[1] for mention in each.mentions]
    assert mentions == [decode(encode(mention), Mention) for mention in mentions]


def test_every_article_has_one_outcome() -> None:
    """Each sample article ends in a named outcome."""
    _, results = samples_fed()
    assert len(sample_articles()) == len({each.outcome.source for each in results})


def test_mentions_in_any_order_give_the_same_events() -> None:
    """Joining knows no order of arrival; `tests.reach_joining` tries fifty, of articles."""
    routed = [
        (block_key(mention), mention) for each in samples_fed()[1] for mention in each.mentions
    ]
    rng = random.Random(1)  # noqa: S311  # an order, not a secret
    expected = joined(routed)
    assert all(joined(rng.sample(routed, len(routed))) == expected for _ in range(ORDERS))


def joined(routed: list[tuple[str, Mention]]) -> dict[str, dict[str, Any]]:
    """Return the events with reports that mentions give, taken in one by one."""
    blocks: dict[str, Block] = {}
    last: dict[str, Event] = {}
    for key, mention in routed:
        decision = decide(blocks.get(key, Block()), mention)
        blocks[key] = decision.block
        last |= {event.event_id: event for event in decision.events}
    return {id_: content(event) for id_, event in last.items() if event.reports}


def test_cancelled_article_retracts_its_event() -> None:
    """What only a killed article reported, nobody reports any more."""
    killed = article(status="canceled", updated_at="2026-03-04T18:00:00Z")
    pipeline, results = fed(orjson.dumps(article()), orjson.dumps(killed))
    (event,) = pipeline.events()
    assert "revision" == results[1].outcome.outcome
    assert ("retracted", 0, ()) == (event.record_status, event.origins, event.reports)
    assert () == pipeline.processes()[0].rounds


def test_edit_to_other_parties_moves_the_report() -> None:
    """The event it leaves is retracted, and the one it opens is another, with an id of its own."""
    other = "Negotiators from Serbia and Kosovo opened a second round of talks in Brussels."
    edit = article(text=other, title="Talks", updated_at="2026-03-04T18:00:00Z")
    pipeline, _ = fed(orjson.dumps(article()), orjson.dumps(edit))
    status = {event.process_id: event.record_status for event in pipeline.events()}
    assert 2 == len({event.event_id for event in pipeline.events()})
    assert {"ARM+AZE": "retracted", "SRB+XKX": "reported"} == status


def test_bad_record_does_not_stop_the_rest() -> None:
    """After a tombstone and rubbish the next article is read."""
    _, results = fed(None, b"\xff", orjson.dumps(article()))
    assert ["rejected", "rejected", "events"] == [r.outcome.outcome for r in results]


def test_cited_outlet_is_the_one_origin() -> None:
    """An outlet that cites another, beside that other, is two outlets and one origin."""
    own = article(outlet="Kura Valley Courier")
    cites = article(
        outlet="Sevan Post",
        url="https://sevan.example/1",
        title="Border talks go into a second round",
        text="Armenia and Azerbaijan held a second round of talks in Tbilisi on Tuesday, according "
        "to Kura Valley Courier.",
    )
    pipeline, _ = fed(orjson.dumps(own), orjson.dumps(cites))
    (event,) = pipeline.events()
    assert (2, 1, "reported") == (event.outlets, event.origins, event.record_status)


async def test_mentions_do_not_hang_on_the_hash_seed() -> None:
    """A worker that starts again reads a record as the one before: Python orders sets by chance."""

    async def parties(seed: str) -> list[Any]:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "streams.cli", "extract", "-"),
            stdin=PIPE,
            stdout=PIPE,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        printed, _ = await process.communicate(orjson.dumps(OF_MANY_GROUPS))
        return [mention.get("parties") for mention in orjson.loads(printed)["mentions"]]

    one, other = await asyncio.gather(parties("1"), parties("2"))
    assert any(one)
    assert one == other
