"""`parley topics`: the declared topics, and creating them."""

import click
from rich.console import Console
from rich.table import Table

from schemas import topics
from streams.cli.on_kafka import run


@click.group()
def command() -> None:
    """Show the topics, or create them on Kafka."""


@command.command("list")
def list_topics() -> None:
    """Show what each topic carries, under which key, from whom to whom."""
    table = Table(header_style="bold")
    for heading in ("topic", "carries", "key", "partitions", "cleanup", "from", "to"):
        table.add_column(heading)
    for topic in topics().values():
        if not topic.dead_letter:
            table.add_row(
                topic.name,
                topic.description,
                topic.key,
                str(topic.partitions),
                topic.config["cleanup.policy"],
                ", ".join(topic.producers),
                ", ".join(topic.consumers),
            )
    Console().print(table)


@command.command()
def create() -> None:
    """Create the topics that Kafka does not have yet; safe to repeat."""
    from streams.shell.topics import create_topics

    made = run(create_topics)
    for name in made:
        click.echo(f"created {name}")
    click.echo(f"{len(topics()) - len(made)} topics were there, {len(made)} are new")
