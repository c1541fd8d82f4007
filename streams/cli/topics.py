"""`parley topics`: the declared topics, and creating them."""

import os
from collections.abc import Mapping

import click
from rich.text import Text

from schemas import Topic, topics
from streams.cli.on_kafka import run
from streams.cli.printed import console, table_of
from streams.settings import load

DAY_MS = 24 * 60 * 60 * 1000


@click.group()
def command() -> None:
    """Show the topics, or create them on Kafka."""


@command.command("list")
def list_topics() -> None:
    """Show what each topic carries, under which key, for how long."""
    settings = load(os.environ)
    table = table_of("topic", "partitions", "carries", whole=frozenset({"topic", "partitions"}))
    for topic in topics().values():
        if not topic.dead_letter:
            name, partitions = settings.topic(topic.name), settings.partitions_of(topic)
            table.add_row(name, str(partitions), Text(_said(topic)))
    console().print(table)


def _said(topic: Topic) -> str:
    """Return what a topic carries, under which key, for how long, from whom to whom."""
    way = f"{', '.join(topic.producers)} → {', '.join(topic.consumers)}"
    return f"{topic.description} Key: {topic.key}. Kept: {_kept(topic.config)}. {way}"


def _kept(config: Mapping[str, str]) -> str:
    """Return what a topic keeps, and for how long, as it is declared."""
    kept = "the last of each key" if "compact" in config["cleanup.policy"] else "all"
    milliseconds = int(config.get("retention.ms", "-1"))
    how_long = "ever" if milliseconds < 0 else f"{milliseconds // DAY_MS} days"
    return f"{kept}, for {how_long}"


@command.command()
def create() -> None:
    """Create the topics that are missing, and correct the others.

    Safe to repeat.
    """
    from streams.shell.topics import correct_topics, create_topics

    made = run(create_topics)
    for name in made:
        click.echo(f"created {name}")
    for said in run(correct_topics):
        click.echo(f"set {said}")
    click.echo(f"{len(topics()) - len(made)} topics were there, {len(made)} are new")
