"""Twelve hundred articles, two workers, ten kills: nothing is lost, and nothing shows."""

import asyncio
import random

import pytest

from streams.settings import Settings
from streams.shell.topics import create_topics
from tests.kafka import client
from tests.kafka.workers import RAW, expected_events, living_events, outcomes, until_done, workers
from tests.load.generate import generate

ARTICLES = 1_200
KILLS = 10
BETWEEN_KILLS = (1.0, 5.0)
"""Seconds; a worker is ready after some four, so that some die before and some in the middle."""


@pytest.mark.slow
async def test_kills_lose_nothing(kafka: str, unique: str) -> None:
    """Every article has exactly one outcome, and the events equal those of an undisturbed run."""
    settings = Settings(bootstrap=kafka, namespace=unique)
    await create_topics(settings)
    rng = random.Random(7)  # noqa: S311  # the same moments every time
    articles = [(raw.key, raw.value) for raw in generate(ARTICLES)]
    half = ARTICLES // 2
    await client.produce(kafka, settings.topic(RAW), articles[:half])
    with workers(settings, 2) as group:
        for number in range(KILLS):
            await asyncio.sleep(rng.uniform(*BETWEEN_KILLS))
            group.kill_one(rng)
            if number == KILLS // 2:
                await client.produce(kafka, settings.topic(RAW), articles[half:])
        await until_done(settings)
    assert KILLS == group.kills
    told = await outcomes(settings)
    assert ARTICLES == len(told)
    assert {1} == {len(said) for said in told.values()}
    expected = await expected_events(settings)
    assert expected
    assert expected == await living_events(settings)
