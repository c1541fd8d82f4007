"""Learn from an article who its armed groups and tribes are: "the Karo Liberation Front (KLF)".

No table knows them all. What says that words with capitals name a group is the noun that they end
in or that stands beside them; such a group's actor is the slug of its name (contract, section 2).
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from streams.extract.allusions import find_groups
from streams.extract.conflicts import rebels_of
from streams.extract.gazetteer import Name, actor_of, longest
from streams.extract.officials import CAPITALISED
from streams.extract.rulebook import Rules, load
from streams.slugs import slug

BACK = 80
"""Characters before its noun in which a name begins."""
WORDS = 5
"""Words that a name has at most before its noun."""
WORD = re.compile(r"[^\s-]+")


class GroupRules(Rules, frozen=True):
    """`rules/groups.yaml`."""

    heads: tuple[str, ...]
    caused: tuple[str, ...]
    causes: frozenset[str]
    leading: frozenset[str]
    kinds: tuple[str, ...]
    of_states: frozenset[str]
    introduced: tuple[str, ...]
    others: frozenset[str]
    of_the_state: frozenset[str]
    dropped: frozenset[str]


def group_rules() -> GroupRules:
    """Return the rules on names of groups."""
    return load("groups", GroupRules)


def with_groups(text: str, known: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names known in a text with those of groups that no table knows.

    A longer name takes the place of those inside it: Chad is no actor in "Chad Dawn Front".
    """
    return longest((*learn_groups(text, known), *known))


def learn_groups(text: str, known: tuple[Name, ...]) -> Iterator[Name]:
    """Yield each place where an article names a group that its body introduces.

    Headlines, where every word may be capitalised, teach nothing but "Chadian rebels".
    """
    body = text.find("\n") + 1
    listed = {name.text for name in known if name.actor}
    actors: dict[str, str] = {}
    loose: set[str] = set()
    for match in _nouns().finditer(text):
        if match.start() < body and match.group() not in group_rules().of_states:
            continue
        span = _introduced(text, match) or _named(text, match, known)
        name = text[slice(*span)] if span else ""
        if span is None or name in listed:
            continue
        if match.group() in group_rules().of_states and actor_of(name.split()[0], None):
            loose.add(name)
            continue
        short = _abbreviation().match(text, span[1])
        for said in (name, *(short.groups() if short else ())):
            actors.setdefault(said, _actor_of(name, known))
    groups = {*actors.values(), *find_groups(known)}
    only = next(iter(groups)) if len(groups) == len(loose) == 1 else None
    for name in loose:
        actors[name] = only or _actor_of(name, known)
    actors |= _of_disputes(text, known)
    yield from _occurrences(text, actors)


def _of_disputes(text: str, known: tuple[Name, ...]) -> dict[str, str]:
    """Return "communist rebels" and the like that are one group in a dispute of a state named."""
    states = {name.actor for name in known if name.actor}
    found = {match.group() for match in _plain_rebels().finditer(text)}
    return {name: actor for name in found if (actor := rebels_of(name, states))}


def _actor_of(name: str, known: tuple[Name, ...]) -> str:
    """Return the actor of a group: a table may know "Acehnese rebels" by another name."""
    kind = name.rpartition(" ")[2]
    of_table = kind in group_rules().kinds and rebels_of(name, {n.actor for n in known if n.actor})
    return of_table or slug_of(name)


@cache
def _nouns() -> re.Pattern[str]:
    """Return what finds the nouns by which names of groups are known."""
    rules = group_rules()
    nouns = {*rules.heads, *rules.caused, *rules.leading, *rules.kinds, *rules.introduced}
    longest_first = sorted(nouns, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


@cache
def _plain_rebels() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])[a-z]+ (?:{'|'.join(group_rules().of_states)})(?![\w-])")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:{CAPITALISED}[ -]){{1,{WORDS}}}$")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf" (?:of|for)(?: the)? {CAPITALISED}(?: (?:of )?{CAPITALISED}){{0,3}}")


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(r",? \((?:the |or )?([A-Z][\w/-]{1,7})\)")


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile(
        rf"(?:,? (?:called|named|known as)(?: the)?)? ({CAPITALISED}(?: {CAPITALISED}){{0,3}})"
    )


def _introduced(text: str, noun: re.Match[str]) -> tuple[int, int] | None:
    """Return the name behind "the rebel movement"."""
    if noun.group() not in group_rules().introduced:
        return None
    name = _introduction().match(text, noun.end())
    return name.span(1) if name else None


def _named(text: str, noun: re.Match[str], known: tuple[Name, ...]) -> tuple[int, int] | None:
    """Return the name that ends in a noun, or that it leads."""
    rules, head = group_rules(), noun.group()
    words = _words_before(text, noun.start())
    behind = _behind().match(text, noun.end()) if head in rules.leading else None
    end = behind.end() if behind else noun.end()
    if not words:
        return (noun.start(), end) if behind else None
    last = words[-1].group()
    if not rules.others.isdisjoint({last, f"{last} {head}"}) or not _is_own(words, head, known):
        return None
    caused = any(word.group() in rules.causes for word in words)
    if head in rules.caused and not caused and not behind:
        return None
    return words[0].start(), end


def _words_before(text: str, start: int) -> list[re.Match[str]]:
    """Return the capitalised words in front of a noun that belong to its name."""
    left = max(0, start - BACK)
    found = _before().search(text, left, start)
    if found is None:
        return []
    return _without_first(list(WORD.finditer(text, found.start(), found.end())))


def _without_first(words: list[re.Match[str]]) -> list[re.Match[str]]:
    while words and words[0].group() in group_rules().dropped:
        words = words[1:]
    return words


def _is_own(words: list[re.Match[str]], head: str, known: tuple[Name, ...]) -> bool:
    """Say whether a name is a group's own, and not "the Chadian National Army"."""
    rules = group_rules()
    start = words[0].start()
    state = next((n for n in known if n.start == start and n.actor), None)
    if state is None or not state.actor or not state.actor.isupper():
        return True
    rest = [w.group() for w in words if w.start() >= state.end]
    if head in rules.kinds:
        return bool(rest) or head in rules.of_states
    return any(word not in rules.of_the_state for word in rest)


def _occurrences(text: str, actors: Mapping[str, str]) -> Iterator[Name]:
    if not actors:
        return
    longest_first = sorted(actors, key=len, reverse=True)
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", text):
        yield Name(
            start=match.start(),
            end=match.end(),
            text=match.group(),
            type="organisation",
            actor=actors[match.group()],
            country=None,
            post=None,
            mediates=0,
        )


def slug_of(name: str) -> str:
    """Return the actor that a name without a code stands for: `karo-liberation-front`."""
    return slug(re.sub(r"['’]", "", name))
