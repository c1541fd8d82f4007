"""`parley http`: an HTTP endpoint for producers without a Kafka client."""

import os
import socket

import click

from streams.errors import ParleyError
from streams.settings import load


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8080,
    show_default=True,
    help="Port to listen on.",
)
def command(host: str, port: int) -> None:
    """Take articles by HTTP, and put them on Kafka.

    It asks for no password, and takes articles once Kafka is reached.

    \b
    Example:
      curl --data-binary @article.json localhost:8080/v1/articles
      curl --data-binary @feed.jsonl localhost:8080/v1/articles
    """
    from aiohttp import web

    from streams.shell.http import http_app
    from streams.shell.worker import configure_logging

    settings = load(os.environ)
    configure_logging(settings.log_level)
    click.echo(f"reaching Kafka at {settings.bootstrap} ...", err=True)

    def say_ready(_: str) -> None:
        click.echo(f"taking articles at http://{host}:{port}/v1/articles", err=True)

    try:
        web.run_app(http_app(settings), host=host, port=port, print=say_ready)
    except OSError as exc:
        raise ParleyError(
            f"cannot listen on {host}:{port}: {_why(exc)}; --host and --port take another"
        ) from None


def _why(error: OSError) -> str:
    """Return what the system says; of a name that it does not know it has a text of its own."""
    unknown = isinstance(error, socket.gaierror)
    return ((error.strerror if unknown else os.strerror(error.errno or 0)) or str(error)).lower()
