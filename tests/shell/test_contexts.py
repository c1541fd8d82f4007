"""The agents of all stages, each alone: what one record makes them send."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from schemas import encode, topics
from streams.dedup.agent import add_dedup
from streams.extract.agent import add_extract
from streams.ingest.agent import add_ingest
from streams.publish import Message, article_messages
from streams.settings import Settings
from streams.shell.app import bare_app
from streams.shell.reliability.acknowledgement import FinishedStream
from streams.shell.stage import Shell
from streams.shell.work import Stored, Work
from tests.dedup.factories import talks
from tests.extract.reading import article


class Recorded(Shell):
    """A shell that keeps what it would send, and tables in dictionaries."""

    def __init__(self) -> None:
        settings = Settings()
        super().__init__(bare_app(settings), settings)
        self.app.conf.Stream = FinishedStream  # type: ignore[assignment]
        self.sent: list[Message] = []
        self.tables: dict[str, dict[bytes, bytes]] = {}
        self.taken: asyncio.Queue[None] = asyncio.Queue()

    def stored(self, name: str, beside: str) -> Stored:
        """Return a dictionary as the steps see it."""
        return Stored(self.tables.setdefault(name, {}))

    async def carry_out(self, work: Work, batch: Sequence[Any]) -> list[Exception | None]:
        """Take records, and take note that it is done."""
        failures = await super().carry_out(work, batch)
        for _ in batch:
            self.taken.put_nowait(None)
        return failures

    async def has_taken(self, count: int) -> None:
        """Return when an agent is done with so many records."""
        for _ in range(count):
            await self.taken.get()

    async def send(self, messages: Any) -> None:
        """Keep messages."""
        self.sent.extend(messages)

    async def dispatch(self, messages: Any) -> list[Any]:
        """Send no rows."""
        return []

    def handles(self) -> list[str]:
        """Return where messages would have gone, by handle."""
        return [topics()[message.topic].handle for message in self.sent]


PATIENCE = 30.0
TEXT = "Armenia and Azerbaijan held talks in Tbilisi on Tuesday."


@pytest.fixture
async def shell() -> Recorded:
    return Recorded()


async def put(shell: Recorded, agent: Any, *values: bytes | None, key: bytes | None = None) -> None:
    """Put records to an agent, and give it the time to finish: `put` returns before it has."""
    async with agent.test_context() as running:
        for value in values:
            await running.put(value, key=key)
        await asyncio.wait_for(shell.has_taken(len(values)), PATIENCE)


async def test_article_goes_on(shell: Recorded) -> None:
    """A raw article becomes an article."""
    await put(shell, add_ingest(shell), b'{"text": "Talks opened on Tuesday."}')
    assert ["articles"] == shell.handles()


async def test_bad_article_is_parked(shell: Recorded) -> None:
    """A record that cannot be read reaches the dead letters byte for byte, and has an outcome."""
    await put(shell, add_ingest(shell), b"not json")
    assert ["articles.raw.dlq", "outcomes"] == shell.handles()
    assert b"not json" == shell.sent[0].value


async def test_mentions_go_before_the_outcome(shell: Recorded) -> None:
    """An article sends its mention, and hints behind it, its outcome, and then is remembered."""
    (message,) = article_messages(article(TEXT))
    await put(shell, add_extract(shell), message.value, key=message.key)
    *before, last = shell.handles()
    assert ({"mentions"}, "outcomes") == ({*before}, last)
    assert message.key in shell.tables["articles"]


async def test_article_under_a_foreign_key_is_parked(shell: Recorded) -> None:
    """An article under another key than its own could be filed twice: it is parked."""
    await put(shell, add_extract(shell), encode(article(TEXT)), key=b"elsewhere")
    assert ["articles.dlq", "outcomes"] == shell.handles()


async def test_mention_becomes_an_event(shell: Recorded) -> None:
    """A mention sends the state of its event, the line in the log, and word to its process."""
    await put(shell, add_dedup(shell), encode(talks()), key=b"ARM+AZE")
    assert ["events", "event-log", "process-events"] == shell.handles()
    assert b"ARM+AZE/talks" in shell.tables["blocks"]


async def test_mention_again_sends_nothing(shell: Recorded) -> None:
    """The same mention once more changes nothing."""
    await put(shell, add_dedup(shell), encode(talks()), encode(talks()), key=b"ARM+AZE")
    assert ["events", "event-log", "process-events"] == shell.handles()


async def test_rubbish_among_mentions_is_parked(shell: Recorded) -> None:
    """What is no mention is parked, and the block stays as it is."""
    await put(shell, add_dedup(shell), b"{}", key=b"ARM+AZE")
    assert (["mentions.dlq"], {}) == (shell.handles(), shell.tables["blocks"])
