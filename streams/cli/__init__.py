"""The command line, one module per command."""

import sys
from importlib import import_module

import click

from streams import __version__
from streams.errors import ParleyError

COMMANDS = {
    "extract": "extract",
    "evaluate": "evaluate",
    "process": "process",
    "push": "push",
    "tail": "tail",
    "timeline": "timeline",
    "events": "events",
    "outcomes": "outcomes",
    "topics": "topics",
    "dead-letters": "dead_letters",
    "worker": "worker",
    "run": "run",
    "http": "http",
    "settings": "settings",
    "demo": "demo",
}
"""Command and its module; loaded when it is called, since some bring a parser along."""


class Commands(click.Group):
    """A group whose commands are loaded one by one, and whose errors are for people."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is no such."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"streams.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an error that was foreseen is one line, not a traceback."""
        try:
            return super().invoke(ctx)
        except ParleyError as exc:
            click.secho(f"parley: {exc}", err=True, fg="red")
            sys.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="parley")
def main() -> None:
    """Raw news articles in, deduplicated negotiation events out."""
