"""`parley settings`: what the environment sets, secrets masked."""

import os
from typing import get_type_hints

import click
import msgspec

from streams.cli.printed import console, table_of
from streams.settings import Settings, load, shown, variable


@click.command()
def command() -> None:
    """Show every setting, its value, and what it means."""
    settings = load(os.environ)
    default, hints = Settings(), get_type_hints(Settings, include_extras=True)
    table = table_of("variable", "value", "meaning", whole=frozenset({"variable"}))
    for name, value in shown(settings).items():
        changed = getattr(settings, name) != getattr(default, name)
        text = "" if value is None else str(value)
        table.add_row(variable(name), text, _meaning(hints[name]), style="bold" if changed else "")
    console().print(table)


def _meaning(hint: object) -> str:
    """Return the description in a type, or the values it allows."""
    schema = msgspec.json.schema(hint)
    parts = [schema, *schema.get("anyOf", ())]
    described = next((p["description"] for p in parts if "description" in p), "")
    return described or ", ".join(map(str, schema.get("enum", ())))
