"""The command line, one module per command."""

import os
import sys
from importlib import import_module
from typing import Any

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
    "lag": "lag",
    "http": "http",
    "settings": "settings",
    "demo": "demo",
}
"""Command and its module; loaded when it is called, since some bring a parser along."""

STDOUT = 1
"""The number of its file, whatever Python makes of it."""


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

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line; what the machine refuses, a full disk for one, is a line, too."""
        try:
            return super().main(*args, **kwargs)
        except OSError as exc:
            if exc.strerror is None:
                raise
            _leave_unwritten()
            _say(": ".join(filter(None, (exc.filename, exc.strerror.lower()))))
            sys.exit(1)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an error that was foreseen is one line, not a traceback."""
        try:
            result = super().invoke(ctx)
            # Here rather than when Python ends: what cannot be written is an error to tell.
            sys.stdout.flush()
        except ParleyError as exc:
            _say(str(exc))
            sys.exit(1)
        return result


def _say(what: str) -> None:
    click.secho(f"parley: {what}", err=True, fg="red")


def _leave_unwritten() -> None:
    """Let what could not be written go nowhere: Python tries once more on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), STDOUT)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="parley")
def main() -> None:
    """Raw news articles in, deduplicated negotiation events out."""
