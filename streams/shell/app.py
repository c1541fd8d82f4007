"""The Faust application of one worker: its configuration, and the agents of all stages."""

import os
from typing import Any

import faust
import mode

from streams.dedup.agent import add_dedup
from streams.extract.agent import add_extract
from streams.ingest.agent import add_ingest
from streams.processes.agent import add_processes
from streams.settings import Settings
from streams.shell import reliability
from streams.shell.credentials import broker_credentials
from streams.shell.records import LARGEST_MESSAGE_BYTES
from streams.shell.stage import Shell

REQUEST_BYTES = 256 * 1024
"""What a batch of records leads to goes in one request for each partition."""
LINGER_MS = 5
"""How long a message waits for others: those of a batch come at once, but not in one moment."""
REQUEST_SECONDS = 30.0
"""Faust's default is 1,200: twenty minutes of silence before a lost broker is noticed."""


def create_app(settings: Settings) -> faust.App:
    """Return the application with the agents of all stages, mended against loss."""
    shell = Shell(bare_app(settings), settings)
    add_ingest(shell)
    add_extract(shell)
    add_dedup(shell)
    add_processes(shell)
    reliability.mend(shell.app, fetch_wait_ms=settings.fetch_wait_ms)
    return shell.app


def bare_app(settings: Settings) -> faust.App:
    """Return the configured application, without agents and unmended."""
    return faust.App(
        settings.app_id,
        broker=[f"kafka://{address.strip()}" for address in settings.bootstrap.split(",")],
        broker_credentials=broker_credentials(settings),
        broker_client_id=f"{settings.app_id}-{os.getpid()}",
        broker_session_timeout=settings.session_seconds,
        broker_heartbeat_interval=settings.session_seconds / 3,
        broker_commit_interval=settings.commit_seconds,
        broker_request_timeout=max(REQUEST_SECONDS, settings.session_seconds * 2),
        consumer_auto_offset_reset="earliest",
        consumer_max_fetch_size=LARGEST_MESSAGE_BYTES,
        producer_acks=-1,
        producer_linger_ms=LINGER_MS,
        producer_max_batch_size=REQUEST_BYTES,
        producer_max_request_size=LARGEST_MESSAGE_BYTES,
        producer_request_timeout=REQUEST_SECONDS,
        processing_guarantee="at_least_once",
        agent_supervisor=mode.CrashingSupervisor,
        key_serializer="raw",
        value_serializer="raw",
        store="memory://",
        datadir=settings.data_dir,
        table_standby_replicas=0,
        topic_allow_declare=False,
        topic_disable_leader=True,
        **_closed_web(),
    )


def _closed_web() -> dict[str, Any]:
    """Faust serves its tables to anyone on 0.0.0.0:6066 unless told otherwise."""
    return {"web_enabled": False, "web_tables_enabled": False, "web_router_enabled": False}
