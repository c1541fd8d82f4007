"""Recognise an outlet by any of its names."""

import re
from functools import cache, lru_cache
from importlib.resources import files

from streams.slugs import slug
from streams.tables import read_yaml

UNNAMED = "unnamed"
"""Root of all articles without an outlet: none of them can corroborate another."""

_DOMAIN = re.compile(r"^(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/.*)?$")
_SECOND_LEVEL = frozenset("co com org net gov ac edu".split())


@lru_cache(maxsize=8_192)
def slug_of(outlet: str | None) -> str:
    """Return an outlet's slug, such as `the-guardian`; by its name or domain, as far as known.

    An edition with a name of its own is of the house where the table says so: "BBC Persian".
    """
    name = (outlet or "").strip().casefold()
    if _DOMAIN.match(name):
        return _of_host(name.removeprefix("https://").removeprefix("http://").split("/")[0])
    return _known().get(slug(name)) or slug(name) or UNNAMED


@lru_cache(maxsize=8_192)
def key_of(outlet: str | None) -> str:
    """Return what all names of one outlet share: `dhowtribune` for name and domain alike."""
    return slug_of(outlet).removeprefix("the-").removeprefix("the").replace("-", "")


def _of_host(host: str) -> str:
    """Return the slug of the outlet that a host is of: "EN.yna.co.kr" is of "yna.co.kr"."""
    labels = host.split(".")
    domains = (slug(".".join(labels[n:])) for n in range(len(labels) - 1))
    listed = next((_known()[domain] for domain in domains if domain in _known()), None)
    return listed or slug(_label(labels[:-1])) or UNNAMED


def _label(labels: list[str]) -> str:
    """Return the part of a domain, given without its end, that names the outlet."""
    has_second_level = len(labels) > 1 and labels[-1] in _SECOND_LEVEL
    return labels[-2] if has_second_level else labels[-1]


@cache
def _known() -> dict[str, str]:
    """Return the slugs of listed outlets by each of their names, themselves slugged."""
    listed = read_yaml(files("streams.dedup") / "outlets.yaml", dict[str, list[str]])
    return {slug(name): key for key, names in listed.items() for name in (key, *names)}
