"""Learn from an article who its armed groups and tribes are: "the Karo Liberation Front (KLF)".

No table knows them all. What says that words with capitals name a group is the noun that they end
in or that stands beside them; such a group's actor is the slug of its name (contract, section 2).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from streams.extract.allusions import allusion_rules, find_groups
from streams.extract.conflicts import is_at_odds, rebels_of
from streams.extract.gazetteer import Name, actor_of, covering, longest, starting
from streams.extract.officials import CAPITALISED
from streams.extract.rulebook import Rules, load
from streams.slugs import slug

BACK = 80
"""Characters before its noun in which a name begins."""
WORDS = 5
"""Words that a name has at most before its noun."""
SHORT = 5
"""Letters of a word that is too short to stand for the whole name."""
WORD = re.compile(r"[^\s-]+")


class GroupRules(Rules, frozen=True):
    """`rules/groups.yaml`."""

    heads: tuple[str, ...]
    caused: tuple[str, ...]
    causes: frozenset[str]
    leading: frozenset[str]
    kinds: tuple[str, ...]
    of_states: frozenset[str]
    creeds: frozenset[str]
    introduced: tuple[str, ...]
    others: frozenset[str]
    of_the_state: frozenset[str]
    dropped: frozenset[str]
    of_whom: frozenset[str]


def group_rules() -> GroupRules:
    """Return the rules on names of groups."""
    return load("groups", GroupRules)


def with_groups(text: str, known: tuple[Name, ...], on: date | None = None) -> tuple[Name, ...]:
    """Return the names known in a text with those of groups that no table knows.

    A longer name takes the place of those inside it: Chad is no actor in "Chad Dawn Front".
    """
    year = on.year if on else None
    return _by_longer(longest((*learn_groups(text, known, year), *known)))


def _by_longer(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return names, those of groups as the article's longer ones: "Taliban", of the Pakistani.

    Not where it speaks more than once of the state that those of the shorter name have taken.
    """
    power, times = allusion_rules().in_power, Counter(n.actor for n in names)
    ruling = {group for group, taken in power.items() if times[taken.state] > 1}
    groups = {n.text: n.actor for n in names if n.actor and not n.actor.isupper()}
    longer: dict[str, set[str | None]] = {
        short: {actor for text, actor in groups.items() if text.endswith(f" {short}")}
        for short, actor in groups.items()
        if actor not in ruling
    }
    meant = {s: actors.pop() for s, actors in longer.items() if len(actors) == 1}
    if not meant:
        return names
    return tuple(replace(n, actor=meant.get(n.text, n.actor)) for n in names)


def learn_groups(text: str, known: tuple[Name, ...], year: int | None = None) -> Iterator[Name]:
    """Yield each place where an article names a group that its body introduces.

    Headlines, where every word may be capitalised, teach nothing but "Chadian rebels". Which group
    a state's rebels are depends on the year.
    """
    learned = _Learned(year)
    for noun, span in _places_of_groups(text, known):
        name = text[slice(*span)]
        people = name.removesuffix(noun).strip()
        if people in group_rules().creeds:
            learned.creeds.add(name)
        elif noun in group_rules().of_states and _is_of_land(people):
            learned.loose.add(name)
        else:
            short = _abbreviation().match(text, span[1])
            actor = _translated(name, short, known) or _actor_of(name, known, year)
            for said in (name, *(short.groups() if short else ())):
                learned.actors.setdefault(said, actor)
    actors = learned.resolved(known) | _of_disputes(text, known, year) | _short(known)
    yield from _occurrences(text, actors)


@dataclass(slots=True)
class _Learned:
    """The names of groups that an article teaches."""

    year: int | None = None
    """In which the article was published."""
    actors: dict[str, str] = field(default_factory=dict)
    loose: set[str] = field(default_factory=set)
    """Those of a people or region: "Chadian rebels", "Karo rebels"."""
    creeds: set[str] = field(default_factory=set)
    """Those of a creed: "Muslim rebels"."""

    def resolved(self, known: tuple[Name, ...]) -> dict[str, str]:
        """Return the actors by name: of an article's one group, where it has but one."""
        groups = {*self.actors.values(), *find_groups(known)}
        only = next(iter(groups)) if len(groups) == 1 else None
        actors = dict(self.actors)
        for name in self.loose:
            actors[name] = (
                only if only and len(self.loose) == 1 else _actor_of(name, known, self.year)
            )
        if only or not groups:
            actors |= {name: only or _actor_of(name, known, self.year) for name in self.creeds}
        return actors


def _places_of_groups(text: str, known: tuple[Name, ...]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the nouns by which groups are known that no table lists, and where the names stand."""
    body = text.find("\n") + 1
    listed = {name.text for name in known if name.actor}
    for match in _nouns().finditer(text):
        if match.start() < body and match.group() not in group_rules().of_states:
            continue
        span = _introduced(text, match) or _named(text, match, known)
        name = text[slice(*span)] if span else ""
        if span is None or name in listed or actor_of(name, None):
            continue
        within = any(_stands_in(n, span) for n in starting(known, *span))
        if not within and not _is_part(covering(known, span[0]), span):
            yield match.group(), span


def _is_of_land(people: str) -> bool:
    """Say whether rebels are called by where they are from, be it known or a single word."""
    first, _, rest = people.partition(" ")
    return not rest or bool(actor_of(first, None) or actor_of(people, None))


def _short(known: tuple[Name, ...]) -> dict[str, str]:
    """Return "Tigers" for the Tamil Tigers: what a group is called that is named in full."""
    nouns = {*group_rules().heads, *group_rules().caused}
    return {
        word: name.actor
        for name in known
        if name.actor and " " in name.text and not name.actor.isupper() and is_at_odds(name.actor)
        for word in name.text.split()
        if word[0].isupper() and word.endswith("s") and len(word) > SHORT and word not in nouns
    }


def _stands_in(name: Name, span: tuple[int, int]) -> bool:
    """Say whether a group that is known stands in a name: "Colombia's FARC rebels"."""
    inside = span[0] <= name.start and name.end <= span[1]
    return inside and bool(name.actor) and not str(name.actor).isupper()


def _is_part(name: Name | None, span: tuple[int, int]) -> bool:
    """Say whether words are but the first or last of a name: "the LIBERATION ARMY of Chad"."""
    return name is not None and bool(name.actor) and (span[1] < name.end or name.start < span[0])


def _of_disputes(text: str, known: tuple[Name, ...], year: int | None) -> dict[str, str]:
    """Return "communist rebels" and the like that are one group in a dispute of a state named."""
    states = {name.actor for name in known if name.actor}
    found = {match.group() for match in _plain_rebels().finditer(text)}
    return {name: actor for name in found if (actor := rebels_of(name, states, year))}


def _translated(name: str, short: re.Match[str] | None, known: tuple[Name, ...]) -> str | None:
    """Return the group that a table knows by its short name: a translated name says no such.

    "The National Revolution Front (BRN)" is the Barisan Revolusi Nasional. Where the letters are
    those of the words, it may be another group of the same letters.
    """
    if short is None or short[1] == "".join(word[0] for word in name.split() if word[0].isupper()):
        return None
    listed = covering(known, short.start(1))
    actor = listed.actor if listed else None
    return actor if actor and not actor.isupper() and is_at_odds(actor) else None


def _actor_of(name: str, known: tuple[Name, ...], year: int | None) -> str:
    """Return the actor of a group: a table may know "Acehnese rebels" by another name."""
    kind = name.rpartition(" ")[2]
    if kind not in group_rules().kinds:
        return slug_of(name)
    return rebels_of(name, {n.actor for n in known if n.actor}, year) or slug_of(name)


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
    word, link = CAPITALISED, "(?:of (?:the )?|and )?"
    # Only in front of its short name is it sure that what follows "and" belongs to the name.
    whole = rf"(?: {link}{word}){{1,4}}(?=,? \((?:the |or )?[A-Z])"
    return re.compile(rf" (?:of|for)(?: the)? {word}(?:{whole}|(?: (?:of )?{word}){{0,3}})")


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
    """Return words without those that are no part of a name, and without its owner's."""
    owner = max((k for k, w in enumerate(words) if _is_owner(w.group())), default=-1)
    words = words[owner + 1 :]
    while words and words[0].group() in group_rules().dropped:
        words = words[1:]
    return words


def _is_owner(word: str) -> bool:
    """Say whether a word is a genitive that is not part of names: not "PEOPLE'S Front"."""
    return word.endswith(("'s", "’s")) and word[:-2] not in group_rules().of_whom


def _is_own(words: list[re.Match[str]], head: str, known: tuple[Name, ...]) -> bool:
    """Say whether a name is a group's own, and not "the Chadian National Army"."""
    rules = group_rules()
    start = words[0].start()
    state = next((n for n in starting(known, start, start + 1) if n.actor), None)
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
