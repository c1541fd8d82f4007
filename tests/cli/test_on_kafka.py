"""Commands on real Kafka: push, tail, outcomes, dead letters, topics, HTTP."""

import asyncio
import os
import signal
import subprocess
import sys
from codecs import BOM_UTF8
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import Any

import aiohttp
import orjson
import pytest
from aiohttp.test_utils import BaseTestServer, TestServer
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import RecordsToDelete
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from schemas import Outcome, encode, topic
from streams.errors import BrokerError, Rejected
from streams.publish import outcome_messages
from streams.settings import Settings
from streams.shell.dead_letters import dead_letter
from streams.shell.http import http_app
from streams.shell.lag import Lag, is_late, lag
from streams.shell.records import LARGEST_RAW_BYTES, LINGER_MS, admin, deliver, producer
from streams.shell.topics import OF_THE_TOPIC, create_topics, require_topics
from tests.cli.articles import article
from tests.kafka import broker, client
from tests.processes.factories import event

RAW = topic("articles.raw").name
PATIENCE = 60.0
AT_ONCE = 15.0
"""Seconds for a process to start and to end, on a machine that others are at, too."""


@pytest.fixture
def settings(kafka: str, unique: str) -> Settings:
    return Settings(bootstrap=kafka, namespace=unique, partitions=2)


@pytest.fixture
async def ready(settings: Settings) -> Settings:
    """Give settings whose topics exist."""
    await create_topics(settings)
    return settings


async def parley(settings: Settings, *words: str, given: bytes = b"") -> tuple[int, bytes, bytes]:
    """Run a command in a process of its own; return exit code, output and errors."""
    started = await start_parley(settings, *words)
    printed, said = await asyncio.wait_for(started.communicate(given), PATIENCE)
    return started.returncode or 0, printed, said


async def start_parley(settings: Settings, *words: str) -> asyncio.subprocess.Process:
    """Start a command in a process of its own."""
    environ = {
        **{k: v for k, v in os.environ.items() if not k.startswith("PARLEY_")},
        "PARLEY_BOOTSTRAP": settings.bootstrap,
        "PARLEY_NAMESPACE": settings.namespace,
        "PARLEY_PARTITIONS": str(settings.partitions),
        "COLUMNS": "200",
    }
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "streams.cli", *words),
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell has what it runs in the background ignore interrupts, and so do its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


async def test_topics_are_created_once(settings: Settings) -> None:
    """`create_topics` makes what is missing, and a second call nothing."""
    first = await create_topics(settings)
    assert settings.topic(RAW) in first
    assert () == await create_topics(settings)
    ends = await client.ends(settings.bootstrap, settings.topic(RAW))
    assert {0, 1} == set(ends)


async def test_other_number_of_partitions_is_refused(ready: Settings) -> None:
    """Topics that are there with other partitions are named, not added to."""
    more = Settings(bootstrap=ready.bootstrap, namespace=ready.namespace, partitions=5)
    with pytest.raises(BrokerError, match="has 2 partitions and is to have 5"):
        await create_topics(more)


async def test_dead_letters_may_have_any_number_of_partitions(settings: Settings) -> None:
    """No setting would make PARLEY_PARTITIONS theirs: who is refused over them can do nothing."""
    await client.create_topics(settings.bootstrap, {settings.topic(f"{RAW}.dlq"): 3})
    assert settings.topic(RAW) in await create_topics(settings)


async def test_wrong_settings_of_topics_are_refused_and_corrected(ready: Settings) -> None:
    """A topic that believes producers' clocks, or forgets state, is named; `create` mends it."""
    believing, forgetting = ready.topic(RAW), ready.topic("parley-blocks-changelog")
    await set_on(ready, believing, {"message.timestamp.type": "CreateTime", "retention.ms": "777"})
    await set_on(ready, forgetting, {"cleanup.policy": "delete", "max.message.bytes": "20000000"})
    with pytest.raises(BrokerError, match=r"LogAppendTime on .*; cleanup.policy=compact on "):
        await require_topics(ready)
    code, printed, _ = await parley(ready, "topics", "create")
    assert 0 == code
    assert 2 == printed.count(b"\nset ") + printed.startswith(b"set ")
    await require_topics(ready)
    assert {"message.timestamp.type": "LogAppendTime", "retention.ms": "777"} == await own_settings(
        ready, believing
    )


async def set_on(settings: Settings, name: str, config: dict[str, str]) -> None:
    """Give a topic these settings and no others, and wait until the broker knows."""
    async with admin(settings) as admin_client:
        resource = ConfigResource(ConfigResourceType.TOPIC, name, config)
        await admin_client.alter_configs([resource])
    while config != await own_settings(settings, name):  # noqa: ASYNC110  # no event tells
        await asyncio.sleep(0.1)


async def own_settings(settings: Settings, name: str) -> dict[str, str]:
    """Return the settings that are a topic's own."""
    async with admin(settings) as admin_client:
        (answer,) = await admin_client.describe_configs(
            [ConfigResource(ConfigResourceType.TOPIC, name)]
        )
    ((*_, entries),) = answer.resources
    return {key: value for key, value, _, source, *_ in entries if source == OF_THE_TOPIC}


async def test_missing_topics_are_named(settings: Settings) -> None:
    """A worker without topics is told how to make them."""
    with pytest.raises(BrokerError, match="parley topics create"):
        await require_topics(settings)


@pytest.mark.parametrize("words", [("push", "-"), ("tail", "events"), ("outcomes",)])
async def test_a_missing_topic_is_named_at_once(settings: Settings, words: tuple[str, ...]) -> None:
    """The client of Kafka would wait for half a minute, and say nothing of how to make it."""
    began = monotonic()
    code, _, said = await parley(settings, *words, given=orjson.dumps(article()))
    assert (1, True) == (code, b"run `parley topics create` first" in said)
    assert monotonic() - began < AT_ONCE


async def test_pushed_records_arrive_as_they_are(ready: Settings) -> None:
    """`push` brings each line to the raw topic byte for byte, good or bad."""
    good, bad = orjson.dumps(article()), b'{"text": '
    code, _, said = await parley(ready, "push", "-", given=good + b"\n" + bad)
    assert (0, True) == (code, b"pushed 2 articles to " in said)
    records = await client.read(ready.bootstrap, ready.topic(RAW))
    assert {good, bad} == {record.value for record in records}
    assert {article()["url"].encode(), None} == {record.key for record in records}


async def test_a_feed_is_pushed_as_it_comes(ready: Settings) -> None:
    """What a pipe brings is in Kafka before more comes; an interrupt ends it, and it says so."""
    pushing = await start_parley(ready, "push", "-")
    assert pushing.stdin is not None
    try:
        for number in (1, 2):
            pushing.stdin.write(orjson.dumps(article(id=str(number))) + b"\n")
            await asyncio.wait_for(_has_come(ready, number), PATIENCE)
        pushing.send_signal(signal.SIGINT)
        assert pushing.stderr is not None
        said = await asyncio.wait_for(pushing.stderr.read(), PATIENCE)
        assert 1 == await asyncio.wait_for(pushing.wait(), PATIENCE)
        assert (True, False) == (b"2 articles pushed" in said, b"Fatal" in said)
    finally:
        if pushing.returncode is None:
            pushing.kill()


async def _has_come(settings: Settings, number: int) -> None:
    raw = settings.topic(RAW)
    while sum((await client.ends(settings.bootstrap, raw)).values()) < number:  # noqa: ASYNC110
        await asyncio.sleep(0.1)


async def test_what_kafka_does_not_take_is_named(ready: Settings, tmp_path: Path) -> None:
    """An article beyond all bounds is a sentence, by `push` and by HTTP; those before it arrive."""
    feed, good, huge = tmp_path / "feed.jsonl", orjson.dumps(article()), b"x" * LARGEST_RAW_BYTES
    feed.write_bytes(good + b"\n[" + huge)
    code, _, said = await parley(ready, "push", str(feed))
    assert (1, True) == (code, f"{feed}/2 has 10485761 bytes".encode() in said)
    assert [good] == [r.value for r in await client.read(ready.bootstrap, ready.topic(RAW))]
    status, answer = await post(ready, feed.read_bytes(), "application/x-ndjson")
    assert (413, True) == (status, "article 2 has more than" in str(answer["detail"]))


async def test_a_feed_by_http_does_not_wait_for_each_article(ready: Settings) -> None:
    """A thousand lines are on their way together; where each stands is told in their order."""
    lines = [orjson.dumps({"id": str(n % 2), "text": str(n)}) for n in range(1_000)]
    began = monotonic()
    status, answer = await post(ready, b"\n".join(lines), "application/x-ndjson")
    assert (202, 1_000) == (status, answer["accepted"])
    assert monotonic() - began < 1_000 * LINGER_MS / 1_000 / 2
    records = await client.read(ready.bootstrap, ready.topic(RAW))
    stands = {f"{r.topic}/{r.partition}/{r.offset}": r.value for r in records}
    assert lines == [stands[source] for source in answer["sources"]]


async def test_tail_stops_at_the_end(ready: Settings) -> None:
    """`tail --until-end` prints what there is, and ends."""
    await client.produce(ready.bootstrap, ready.topic(RAW), [(None, b'{"text": "x"}')] * 3)
    code, printed, _ = await parley(ready, "tail", "articles.raw", "--until-end")
    assert (0, [b'{"text":"x"}'] * 3) == (code, printed.splitlines())


async def test_tail_ends_when_nobody_reads_it(ready: Settings) -> None:
    """`parley tail | head -1` does not wait for a record that may never come."""
    await client.produce(ready.bootstrap, ready.topic(RAW), [(None, b'{"text": "x"}')])
    tailing = await start_parley(ready, "tail", "articles.raw", "--from-beginning")
    assert tailing.stdout is not None
    try:
        assert b'{"text":"x"}\n' == await asyncio.wait_for(tailing.stdout.readline(), PATIENCE)
        tailing._transport.get_pipe_transport(1).close()  # type: ignore[attr-defined]
        assert 0 == await asyncio.wait_for(tailing.wait(), PATIENCE)
    finally:
        if tailing.returncode is None:
            tailing.kill()


async def test_events_in_brief_end_when_nobody_reads_them(ready: Settings) -> None:
    """`parley tail event-log --brief | head -1` ends in silence, whatever it was printing."""
    log = ready.topic(topic("event-log").name)
    await client.produce(ready.bootstrap, log, [(None, encode(event("e-1")))] * 2_000)
    tailing = await start_parley(ready, "tail", "event-log", "--brief", "--from-beginning")
    assert tailing.stdout is not None
    await asyncio.wait_for(tailing.stdout.readline(), PATIENCE)
    tailing._transport.get_pipe_transport(1).close()  # type: ignore[attr-defined]
    _, said = await asyncio.wait_for(tailing.communicate(), PATIENCE)
    assert (0, b"") == (tailing.returncode, said)


async def test_what_waits_is_counted(ready: Settings) -> None:
    """`lag` tells what is not committed yet, and fails where a monitor is to raise its voice."""
    name = ready.topic(RAW)
    await client.produce(ready.bootstrap, name, [(None, b"{}")] * 5, partition=1)
    async with AIOKafkaConsumer(bootstrap_servers=ready.bootstrap, group_id=ready.app_id) as done:
        done.assign([TopicPartition(name, 1)])
        await done.commit({TopicPartition(name, 1): 2})
    _, printed, _ = await parley(ready, "lag", "--json")
    told = orjson.loads(printed)
    assert (0, {"0": 0, "1": 3}) == (told["workers"], told["waiting"].pop(name))
    assert {0} == set(chain.from_iterable(each.values() for each in told["waiting"].values()))
    code, printed, _ = await parley(ready, "lag")
    assert (0, True, True) == (
        code,
        f"{name} " in printed.decode(),
        b"0 workers at work" in printed,
    )
    assert 1 == (await parley(ready, "lag", "--most", "100"))[0]


async def test_what_nobody_has_read_in_time_is_told(ready: Settings) -> None:
    """Retention does not wait for workers: what it has taken before they came is lost."""
    name, tp = ready.topic(RAW), TopicPartition(ready.topic(RAW), 0)
    await client.produce(ready.bootstrap, name, [(None, b"{}")] * 5, partition=0)
    async with AIOKafkaConsumer(bootstrap_servers=ready.bootstrap, group_id=ready.app_id) as done:
        done.assign([tp])
        await done.commit({tp: 1})
    async with admin(ready) as kafka:
        await kafka.delete_records({tp: RecordsToDelete(before_offset=4)})
    told = await lag(ready)
    assert (1, 3) == (told.waiting[name][0], told.lost[name])
    assert is_late(Lag(1, told.waiting, told.lost), 100)
    assert not is_late(Lag(1, told.waiting), 100)


async def test_lag_names_what_is_missing(settings: Settings) -> None:
    """Before there are topics, the message says how to make them."""
    code, _, said = await parley(settings, "lag")
    assert (1, True) == (code, b"parley topics create" in said)


@pytest.mark.parametrize(
    ("workers", "waiting", "most", "late"),
    [(1, 3, 3, False), (1, 3, 2, True), (1, 0, 0, False), (0, 0, 3, True)],
)
def test_what_is_late_is_said_by_a_limit(workers: int, waiting: int, most: int, late: bool) -> None:
    """More than so many on one topic, or nobody at work."""
    assert late == is_late(Lag(workers, {"t": {0: 0, 1: waiting}}), most)


async def test_outcomes_are_counted(ready: Settings) -> None:
    """`outcomes` counts each record once, however often its outcome was published."""
    moment = "2026-03-03T18:00:00Z"
    told = [
        Outcome(source="t/0/1", outcome="rejected", at=moment, reason="empty"),
        Outcome(source="t/0/1", outcome="rejected", at=moment, reason="empty"),
        Outcome(source="t/0/2", outcome="events", at=moment, article_id="a"),
    ]
    async with producer(ready) as sender:
        await deliver(sender, ready, chain.from_iterable(map(outcome_messages, told)))
    _, printed, _ = await parley(ready, "outcomes", "--json")
    assert sorted({encode(outcome) for outcome in told}) == sorted(printed.splitlines())
    _, printed, _ = await parley(ready, "outcomes", "--article", "a", "--json")
    assert [encode(told[2])] == printed.splitlines()
    _, printed, _ = await parley(ready, "outcomes", "--source", "t/0/1")
    assert b"t/0/1: rejected, empty" in printed
    code, _, said = await parley(ready, "outcomes", "--article", "b")
    assert (1, True) == (code, b"no outcome of b" in said)
    _, printed, _ = await parley(ready, "outcomes")
    assert b"empty" in printed


async def park(settings: Settings, *values: bytes) -> None:
    """Put records on the raw topic and park them, as the ingest stage would."""
    await client.produce(settings.bootstrap, settings.topic(RAW), [(b"k", v) for v in values], 0)
    await park_all(settings)


async def park_all(settings: Settings) -> None:
    """Park whatever is on the raw topic."""
    records = await client.read(settings.bootstrap, settings.topic(RAW))
    error = Rejected("not-json", "x")
    async with producer(settings) as sender:
        letters = [dead_letter(r, stage="ingest", error=error, topic=RAW) for r in records]
        await deliver(sender, settings, letters)


async def test_dead_letters_are_listed_shown_and_replayed(ready: Settings) -> None:
    """A parked record is found by where it stood, written out, and sent again as it came."""
    await park(ready, b"\xffnot json")
    source = f"{ready.topic(RAW)}/0/0"
    _, printed, _ = await parley(ready, "dead-letters", "list")
    assert source.encode() in printed
    assert b"not-json" in printed
    code, printed, _ = await parley(ready, "dead-letters", "show", source)
    assert (0, b"\xffnot json") == (code, printed)
    for which in ((source,), ("--reason", "not-json"), ("--all",)):
        code, printed, _ = await parley(ready, "dead-letters", "replay", *which)
        assert (0, b"replayed 1 record\n") == (code, printed)
    records = await client.read(ready.bootstrap, ready.topic(RAW))
    assert [(b"k", b"\xffnot json", ())] * 4 == [(r.key, r.value, r.headers) for r in records]


async def test_what_fails_again_is_not_replayed_twice(ready: Settings) -> None:
    """However often a record is parked, each place is listed once, and its bytes are sent once."""
    await park(ready, b"not json", b"nor this")
    await park_all(ready)
    _, printed, _ = await parley(ready, "dead-letters", "list")
    assert 2 == printed.count(b"not-json")
    for _ in range(2):
        _, printed, _ = await parley(ready, "dead-letters", "replay", "--all")
        assert b"replayed 2 records\n" == printed
        await park_all(ready)


async def test_what_is_not_parked_is_not_replayed(ready: Settings) -> None:
    """A place that has no dead letter is named, and nothing goes; nor does all by an oversight."""
    await park(ready, b"\xffnot json")
    source, other = f"{ready.topic(RAW)}/0/0", f"{ready.topic(RAW)}/0/7"
    code, _, said = await parley(ready, "dead-letters", "replay", source, other)
    assert (1, True) == (code, f"no dead letter of {other}".encode() in said)
    code, _, said = await parley(ready, "dead-letters", "replay")
    assert (2, True) == (code, b"--reason or --all" in said)
    assert 1 == len(await client.read(ready.bootstrap, ready.topic(RAW)))


async def post(settings: Settings, body: bytes, content_type: str) -> tuple[int, dict[str, Any]]:
    async with (
        TestServer(http_app(settings)) as server,
        aiohttp.ClientSession() as session,
        session.post(
            server.make_url("/v1/articles"), data=body, headers={"Content-Type": content_type}
        ) as answer,
    ):
        return answer.status, orjson.loads(await answer.read())


async def test_article_by_http_arrives_as_it_is(ready: Settings) -> None:
    """A POST puts the body on the raw topic, and answers with where it stands."""
    body = orjson.dumps(article())
    status, answer = await post(ready, body, "application/json")
    assert (202, 1) == (status, answer["accepted"])
    assert [body] == [r.value for r in await client.read(ready.bootstrap, ready.topic(RAW))]


async def test_json_lines_by_http_are_a_record_each(ready: Settings) -> None:
    """JSON Lines are split, whatever a line holds, and whether or not they say that they are."""
    body = BOM_UTF8 + orjson.dumps(article()) + b"\nrubbish\n\n"
    for content_type in ("application/x-ndjson", "application/x-www-form-urlencoded"):
        status, answer = await post(ready, body, content_type)
        assert (202, 2) == (status, answer["accepted"])


async def test_a_page_by_http_is_refused(ready: Settings) -> None:
    """HTML as it is has no outlet and no date: the answer says how to send it."""
    status, answer = await post(ready, b"<html><p>Talks open.</p></html>", "text/html")
    assert (415, True) == (status, "POST JSON" in str(answer["detail"]))


async def test_a_wrong_address_is_told_the_right_one(ready: Settings) -> None:
    """Whoever looks in by a browser, or leaves out the version, learns where articles go."""
    async with TestServer(http_app(ready)) as server, aiohttp.ClientSession() as session:
        for path, status, allowed in (("/", 404, None), ("/v1/articles", 405, "POST")):
            async with session.get(server.make_url(path)) as answer:
                problem = orjson.loads(await answer.read())
            assert (status, allowed) == (answer.status, answer.headers.get("Allow"))
            assert "application/problem+json" == answer.content_type
            assert "POST articles to /v1/articles" in problem["detail"]


async def test_http_is_ready_while_kafka_answers(unique: str) -> None:
    """A balancer sends nothing to where Kafka is out of reach; what is healthy is not restarted."""
    with broker.start() as own:
        settings = Settings(bootstrap=own.bootstrap, namespace=unique, partitions=1)
        await create_topics(settings)
        async with TestServer(http_app(settings)) as server, aiohttp.ClientSession() as session:
            assert [200, 200] == [await status_of(session, server, path) for path in PROBES]
            own.kill()
            assert [200, 503] == [await status_of(session, server, path) for path in PROBES]


PROBES = ("/healthz", "/readyz")


async def status_of(session: aiohttp.ClientSession, server: BaseTestServer, path: str) -> int:
    async with session.get(server.make_url(path)) as answer:
        return answer.status


async def test_an_unknown_host_is_a_sentence(ready: Settings) -> None:
    """A name that nobody knows is told for what it is."""
    code, _, said = await parley(ready, "http", "--host", "nowhere.invalid")
    assert (1, True, False) == (code, b"cannot listen on nowhere" in said, b"unknown error" in said)


async def test_a_taken_port_is_a_sentence(ready: Settings) -> None:
    """Where somebody else listens, the message says so, without a traceback."""
    async with TestServer(http_app(ready)) as server:
        code, _, said = await parley(ready, "http", "--port", str(server.port))
    assert (1, True, False) == (code, b"cannot listen on" in said, b"Traceback" in said)


FOREIGN = [(b"k", b"\xff"), (b"k", None), (b"k", b'{"of": "a later version"}')]


@pytest.mark.parametrize(
    ("handle", "words"),
    [
        ("processes", ("timeline",)),
        ("events", ("tail", "events", "--until-end", "--brief")),
        ("outcomes", ("outcomes",)),
        ("rulings", ("events", "rulings")),
        ("articles.raw.dlq", ("dead-letters", "list")),
    ],
)
async def test_records_of_others_are_passed_over(
    ready: Settings, handle: str, words: tuple[str, ...]
) -> None:
    """Anyone may write to a topic: what a command cannot read it names, and goes on."""
    name = ready.topic(topic(handle).name)
    await client.produce(ready.bootstrap, name, FOREIGN, partition=0)
    code, _, said = await parley(ready, *words)
    assert 2 <= said.count(b"passed over " + name.encode() + b"/0/")
    # Where nothing is left, a command may say so and end with 1.
    assert (True, False) == (code in {0, 1}, b"Traceback" in said)


async def test_empty_body_is_refused(ready: Settings) -> None:
    """An empty POST is a mistake of the client's, and says so."""
    status, answer = await post(ready, b" ", "application/json")
    assert (400, True) == (status, "empty" in str(answer["detail"]))
