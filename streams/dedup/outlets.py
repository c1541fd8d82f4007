"""Recognise an outlet by any of its names."""

import re
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from streams.slugs import slug

UNNAMED = "unnamed"
"""Root of all articles without an outlet: none of them can corroborate another."""

_DOMAIN = re.compile(r"^(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/.*)?$")
_SECOND_LEVEL = frozenset("co com org net gov ac edu".split())


@lru_cache(maxsize=8_192)
def slug_of(outlet: str | None) -> str:
    """Return an outlet's slug, such as `the-guardian`; by its name or domain, as far as known."""
    if not outlet or not outlet.strip():
        return UNNAMED
    return _known().get(_squeeze(outlet)) or slug(_label(outlet)) or UNNAMED


@lru_cache(maxsize=8_192)
def key_of(outlet: str | None) -> str:
    """Return what all names of one outlet share: `dhowtribune` for name and domain alike."""
    return slug_of(outlet).removeprefix("the-").removeprefix("the").replace("-", "")


def _label(outlet: str) -> str:
    """Return the part of a domain that names the outlet; anything else as it is."""
    name = outlet.strip().casefold()
    if not _DOMAIN.match(name):
        return name
    labels = name.removeprefix("https://").removeprefix("http://").split("/")[0].split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1]


def _squeeze(outlet: str) -> str:
    return slug(outlet.removeprefix("www."))


@cache
def _known() -> dict[str, str]:
    """Return the slugs of listed outlets by each of their names, themselves slugged."""
    listed: dict[str, list[str]] = yaml.safe_load(
        files("streams.dedup").joinpath("outlets.yaml").read_text("utf-8")
    )
    return {slug(name): key for key, names in listed.items() for name in (key, *names)}
