"""The HTTP endpoint: articles by POST, onto the raw topic as they came."""

import asyncio
from codecs import BOM_UTF8
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

from aiohttp import web
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, MessageSizeTooLargeError

from streams.lines import records_in
from streams.settings import Settings
from streams.shell.records import LARGEST_RAW_BYTES, deliver, producer, raw_message

ARTICLES = "/v1/articles"
HEALTH = "/healthz"
READY = "/readyz"
READY_SECONDS = 3
"""For Kafka to answer; probes commonly wait longer, and name what was answered."""
JSON_LINES = {"application/x-ndjson", "application/jsonl", "application/json-lines"}
NO_JSON = ("text/html", "application/xhtml+xml", "multipart/")
"""What is surely no article as JSON; curl calls its own data a form."""
MAX_BODY_BYTES = 64 * 1024 * 1024
"""Of one request; what exceeds `PARLEY_MAX_ARTICLE_BYTES` is rejected by the ingest stage."""

SETTINGS = web.AppKey("settings", Settings)
PRODUCER = web.AppKey("producer", AIOKafkaProducer)


def http_app(settings: Settings) -> web.Application:
    """Return the application; it connects to Kafka when it starts."""
    app = web.Application(client_max_size=MAX_BODY_BYTES, middlewares=[_in_words])
    app[SETTINGS] = settings
    app.cleanup_ctx.append(_connected)
    app.add_routes(
        [
            web.post(ARTICLES, take_articles),
            web.get(HEALTH, say_well),
            web.get(READY, say_ready),
        ]
    )
    return app


async def take_articles(request: web.Request) -> web.Response:
    """Take one article as JSON, or several as JSON Lines; answer when Kafka has them all.

    202 with where each stands (`parley outcomes --source` tells what became of it), 400 for an
    empty body, 415 for a page of HTML, 413 for one that is too large, 503 where Kafka does not
    take it: send it again.
    """
    if request.content_type.startswith(NO_JSON):
        return _problem(415, 'POST JSON: {"text": "<html> ...", "url": ...}; text may be HTML')
    body = (await request.read()).removeprefix(BOM_UTF8)
    values = list(_records(body, request.content_type))
    if not values:
        return _problem(400, "the body is empty: POST one article as JSON, or JSON Lines")
    large = [n for n, value in enumerate(values, start=1) if len(value) > LARGEST_RAW_BYTES]
    if large:
        most = f"has more than {LARGEST_RAW_BYTES} bytes"
        return _problem(413, f"article {large[0]} {most}: leave it out, none was taken")
    try:
        sources = await deliver(
            request.app[PRODUCER], request.app[SETTINGS], map(raw_message, values)
        )
    except MessageSizeTooLargeError:
        return _problem(413, "one of the articles is larger than Kafka takes: leave it out")
    except KafkaError as exc:
        return _problem(503, f"Kafka did not take the articles ({exc}): send them again")
    return web.json_response({"accepted": len(sources), "sources": sources}, status=202)


async def say_well(_request: web.Request) -> web.Response:
    """Say that the endpoint is up, whether or not Kafka is: a new one would reach it no sooner."""
    return web.json_response({"status": "ok"})


async def say_ready(request: web.Request) -> web.Response:
    """Say whether articles would be taken: 200 when Kafka answers in time, 503 otherwise."""
    try:
        async with asyncio.timeout(READY_SECONDS):
            await request.app[PRODUCER].client.fetch_all_metadata()
    except (KafkaError, OSError, TimeoutError) as exc:
        why = str(exc) or f"no answer in {READY_SECONDS} s"
        return _problem(503, f"Kafka does not answer at {request.app[SETTINGS].bootstrap}: {why}")
    return web.json_response({"status": "ok"})


def _records(body: bytes, content_type: str) -> Iterable[bytes]:
    """Return the raw records, whatever they hold: the ingest stage names their outcome."""
    found = body.splitlines() if content_type in JSON_LINES else (r for _, r in records_in(body))
    return (record for record in found if record.strip())


def _problem(status: int, detail: str) -> web.Response:
    """Return an error in the form of RFC 9457."""
    return web.json_response(
        {"status": status, "detail": detail},
        status=status,
        content_type="application/problem+json",
    )


@web.middleware
async def _in_words(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Answer what has no handler, or is too large for any, as a problem that names the way."""
    try:
        return await handler(request)
    except web.HTTPException as exc:
        way = f"POST articles to {ARTICLES}, of {MAX_BODY_BYTES} bytes in all at most"
        problem = _problem(exc.status, f"{exc.reason}: {way}")
        if "Allow" in exc.headers:
            problem.headers["Allow"] = exc.headers["Allow"]
        return problem


async def _connected(app: web.Application) -> AsyncIterator[None]:
    async with producer(app[SETTINGS]) as client:
        app[PRODUCER] = client
        yield
