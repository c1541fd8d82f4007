"""`parley topics`: the declared topics, and creating them."""

import os

import click
from rich.text import Text

from schemas import Topic, topics
from streams.cli.on_kafka import run
from streams.cli.printed import console, table_of
from streams.settings import load


@click.group()
def command() -> None:
    """Show the topics, or create them on Kafka."""


@command.command("list")
def list_topics() -> None:
    """Show what each topic carries, under which key, from whom to whom."""
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
    cleanup = topic.config["cleanup.policy"]
    return f"{topic.description} Key: {topic.key}. Cleanup: {cleanup}. {way}"


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
