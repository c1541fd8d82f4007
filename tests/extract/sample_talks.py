"""Compare what is read in the sample articles with `sample_talks.yaml`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import yaml

from schemas import Mention
from streams.extract import extract
from tests.extract.samples import articles

FIELDS = ("parties", "round", "place", "dates", "status")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of an article: the encounters expected and found, and those nobody expects."""

    found: dict[str, Mention]
    missing: tuple[str, ...]
    invented: tuple[Mention, ...]


@cache
def expected() -> dict[str, dict[str, dict[str, Any]]]:
    """Return the encounters of each article, by name."""
    text = Path(__file__).with_name("sample_talks.yaml").read_text("utf-8")
    loaded: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(text)
    return loaded


@cache
def reading(name: str) -> Reading:
    """Return the mentions of an article, each under the name of the encounter it is closest to."""
    wanted = expected().get(name, {})
    read = [m for m in extract(articles()[name]).mentions if m.kind == "talks"]
    found = _paired(wanted, read)
    missing = tuple(n for n in wanted if n not in found and not wanted[n].get("optional"))
    return Reading(found, missing, tuple(m for m in read if m not in found.values()))


def _paired(wanted: dict[str, dict[str, Any]], read: list[Mention]) -> dict[str, Mention]:
    """Pair one to one, so that as many fields as possible agree."""
    names = [*wanted, *([""] * len(read))]
    best = max(
        permutations(names, len(read)),
        key=lambda order: sum(
            _likeness(wanted.get(n), m) for n, m in zip(order, read, strict=True)
        ),
        default=(),
    )
    return {n: m for n, m in zip(best, read, strict=True) if n and _likeness(wanted[n], m) > 0}


def _likeness(entry: dict[str, Any] | None, mention: Mention) -> int:
    """Return how many fields agree, nothing where the principals are others."""
    if entry is None:
        return 0
    shared = {p.actor for p in mention.parties} & entry["parties"].keys()
    if len(shared) < 2 and len(entry["parties"]) > 1:
        return 0
    agreeing = sum(_agrees(field, entry, mention) for field in FIELDS)
    return 10 * agreeing + 5 * (not entry.get("optional")) + len(shared)


def wrong_fields(name: str, encounter: str) -> dict[str, str]:
    """Return the fields of an encounter that are read wrong: what is read instead."""
    entry, mention = expected()[name][encounter], reading(name).found[encounter]
    if entry.get("optional"):
        return {}
    return {f: _said(f, mention) for f in FIELDS if not _agrees(f, entry, mention)}


def _agrees(field: str, entry: dict[str, Any], mention: Mention) -> bool:
    if field == "parties":
        return _same_parties(entry["parties"], mention)
    allowed = str(entry.get(field, "-")).split("|")
    return _said(field, mention) in allowed


def _same_parties(roles: dict[str, str], mention: Mention) -> bool:
    read = {p.actor: p.role for p in mention.parties}
    return read.keys() <= roles.keys() and all(
        read.get(actor, "-") in allowed.split("|") for actor, allowed in roles.items()
    )


def _said(field: str, mention: Mention) -> str:
    return "".join(_values(field, mention)) or "-"


def _values(field: str, mention: Mention) -> Iterator[str]:
    if field == "parties":
        yield ", ".join(f"{p.actor}: {p.role}" for p in mention.parties)
    elif field == "place" and mention.place:
        yield f"{mention.place.name}, {mention.place.country}"
    elif field == "dates" and mention.when and (mention.when.start or mention.when.end):
        yield f"{mention.when.start or ''}/{mention.when.end or ''}"
    elif field == "round":
        yield str(mention.round or "")
    elif field == "status":
        yield mention.status or ""
