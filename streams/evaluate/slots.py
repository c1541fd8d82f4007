"""What of a mention is compared: its facts, and the words of its content."""

import re
from collections import Counter
from collections.abc import Iterator

from schemas import Mention
from schemas.vocabulary import Actors
from streams.evaluate.gold import GoldMention
from streams.evaluate.judgement import Fact

Compared = GoldMention | Mention

SAME_CONTENT = 0.5
"""F1 of the words from which on two contents count as the same."""


def slots(mention: Compared) -> frozenset[Fact]:
    """Return the facts of a mention; a field may hold several."""
    return frozenset((*_plain(mention), *_actors(mention), *_circumstances(mention)))


def plain(name: str) -> str:
    """Return a name as it is compared: without case and punctuation."""
    return re.sub(r"\W+", " ", name.casefold()).strip()


def same_content(gold: str, found: str) -> bool:
    """Tell whether two contents share enough words, counted with repetition."""
    left, right = _words(gold), _words(found)
    shared = (left & right).total()
    return shared > 0 and 2 * shared / (left.total() + right.total()) >= SAME_CONTENT


def _plain(mention: Compared) -> Iterator[Fact]:
    yield "modality", mention.modality
    for field in ("status", "round", "format", "issue"):
        value = getattr(mention, field)
        if value is not None:
            yield field, value


def _actors(mention: Compared) -> Iterator[Fact]:
    yield from (("party", (party.actor, party.role)) for party in mention.parties)
    yield from (("holder", actor) for actor in _each(mention.holder))
    yield from (("target", actor) for actor in _each(mention.target))
    # Forms of address and given names vary from outlet to outlet, so the last name decides.
    yield from (("person", _last_name(who.name)) for who in mention.people if who.name)
    if mention.speaker and mention.speaker.name:
        yield "speaker", _last_name(mention.speaker.name)


def _circumstances(mention: Compared) -> Iterator[Fact]:
    if mention.place and mention.place.name:
        yield "place", plain(mention.place.name)
    if mention.when:
        yield from _days(mention.when.start or "", mention.when.end or "")
    if mention.schedule:
        yield "schedule.change", mention.schedule.change
        if mention.schedule.previous:
            yield "schedule.previous", mention.schedule.previous[:10]


def _days(start: str, end: str) -> Iterator[Fact]:
    """Yield the days; a single one may be given with or without an end."""
    if start:
        yield "when.start", start[:10]
    if end and end[:10] != start[:10]:
        yield "when.end", end[:10]


def _each(actors: Actors | None) -> tuple[str, ...]:
    if not actors:
        return ()
    return (actors,) if isinstance(actors, str) else tuple(filter(None, actors))


def _last_name(name: str) -> str:
    return plain(name).rpartition(" ")[2]


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))
