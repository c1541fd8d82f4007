"""Find common nouns that stand for an actor named elsewhere: "the government", "the rebels"."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from streams.extract.gazetteer import OFTEN, Name, mediates, unarmed
from streams.extract.rulebook import Rules, load

SCENE = frozenset({"in", "at", "near", "outside", "from", "to"})
"""Prepositions in front of a place."""
KIDNAPPERS = "kidnappers"
"""Who holds captives and is never named."""
OF = r"(?! of\b)"
"""Not before whose they are: "the rebels OF the front"; where no group is named that is a place."""
CLEARLY = 0.5
"""Share of the mentions of states from which on the article is mostly about one of them."""


class Power(Rules, frozen=True):
    """The state that a group has taken, and when."""

    state: str
    since: date


class AllusionRules(Rules, frozen=True):
    """`rules/allusions.yaml`."""

    governments: tuple[str, ...]
    groups: tuple[str, ...]
    armed: tuple[str, ...]
    bands: tuple[str, ...]
    captors: tuple[str, ...]
    captivity: tuple[str, ...]
    oppositions: tuple[str, ...]
    posts: tuple[str, ...]
    of_state: dict[str, str]
    namesakes: dict[str, dict[str, str]]
    in_power: dict[str, Power]
    halves: dict[str, str]
    of_both: str
    facing: tuple[str, ...]
    camps: tuple[str, ...]
    of_enemies: tuple[str, ...]
    sent: tuple[str, ...]
    parted: tuple[str, ...]
    organisations: frozenset[str]


@cache
def allusion_rules() -> AllusionRules:
    """Return the rules on nouns that stand for an actor."""
    return load("allusions", AllusionRules)


def find_allusions(
    text: str,
    names: tuple[Name, ...],
    state: str | None = None,
    *,
    group: str | None = None,
    band: str | None = None,
    captors: str | None = None,
) -> tuple[Name, ...]:
    """Return the common nouns in a text that clearly stand for one of the names in it.

    `state` is the one that the article's group fights, "the government" before any other; `group`
    the one that "the movement" is where it names none, `band` that "the rebels" are, who are no
    party, `captors` those that "the kidnappers" are.
    """
    rules, states = allusion_rules(), _states(text, names)
    group = _only(find_groups(names)) or group
    nameless = band is not None
    band = _only(each for each in find_groups(names) if each not in unarmed()) or band
    nouns = {
        **dict.fromkeys(rules.governments, _governing(states, names, state)),
        **dict.fromkeys(rules.groups, group),
        **dict.fromkeys((*rules.armed, *rules.bands), band),
        **dict.fromkeys(rules.captors, band or group or captors),
        **dict.fromkeys(rules.oppositions, _opposition(states, names)),
    }
    taken = {i for n in names for i in range(n.start, n.end)}
    found = _pattern(of_places=nameless).finditer(text)
    free = [m for m in found if m.start(m.lastgroup or 0) not in taken]
    posts = {noun for match in free if (noun := _noun(match)) not in nouns}
    holders = {post: _holders(post, names) for post in posts}
    return tuple(
        allusion for match in free if (allusion := _allusion(match, nouns, holders)) is not None
    ) + tuple(half for half in _halves(text, names) if half.start not in taken)


def told_apart(text: str, names: tuple[Name, ...], on: date | None) -> tuple[Name, ...]:
    """Return names, "Taliban" of an article on Pakistan as those of Pakistan, and the like.

    Not where the article speaks of the state of which the others are the government on that day;
    where no day is known, more than once.
    """
    if _namesakes().isdisjoint(name.text for name in names):
        return names
    states = _states(text, names)
    of_main = allusion_rules().namesakes.get(_main(states) or "", {})
    return tuple(
        n if _governs(n, on, states) else replace(n, actor=of_main.get(n.text, n.actor))
        for n in names
    )


def _governs(name: Name, on: date | None, states: Counter[str]) -> bool:
    """Say whether an article speaks of the state that a group governs, or may govern."""
    needed = 1 if on is not None else 2
    return states[_governed(name, on or date.max) or ""] >= needed


def as_governments(names: tuple[Name, ...], on: date | None) -> tuple[Name, ...]:
    """Return names, a group that has taken a state by that day as the government that it is."""
    return tuple(replace(n, actor=_governed(n, on) or n.actor) for n in names)


def _governed(name: Name, on: date | None) -> str | None:
    """Return the state that a group governs on a day; None where no day is known."""
    power = allusion_rules().in_power.get(name.actor or "")
    return power.state if power is not None and on is not None and on >= power.since else None


@cache
def _namesakes() -> frozenset[str]:
    """Return the names that stand for one group here and for another there."""
    return frozenset(name for named in allusion_rules().namesakes.values() for name in named)


def alludes_to_group(text: str) -> bool:
    """Say whether a text has any of the nouns that stand for a group, whatever they stand for."""
    return alludes_to_armed(text) or _has_any(text, allusion_rules().groups)


def alludes_to_armed(text: str) -> bool:
    """Say whether a text has any of the nouns that stand for a group in arms."""
    return alludes_to_band(text) or _has_any(text, allusion_rules().armed)


def alludes_to_band(text: str) -> bool:
    """Say whether a text has any of the nouns that stand for armed men: "rebels"."""
    return _has_any(text, allusion_rules().bands)


def _has_any(text: str, nouns: tuple[str, ...]) -> bool:
    """Say whether a text has one of some nouns, be it at the start of a sentence."""
    return any(noun in text or noun.capitalize() in text for noun in nouns)


def takes_captives(text: str) -> bool:
    """Say whether a text tells of kidnappers, whoever they are, and of those whom they hold."""
    rules, lowered = allusion_rules(), text.lower()
    told = (rules.captors, rules.captivity)
    return all(any(word in lowered for word in words) for words in told)


def _halves(text: str, names: tuple[Name, ...]) -> Iterator[Name]:
    """Yield "the North", and "North" before "and South Korea"."""
    rules = allusion_rules()
    if {name.actor for name in names}.isdisjoint(rules.halves):
        return
    for actor, half in rules.halves.items():
        for match in _half_pattern(half).finditer(text):
            yield _standing(actor, match.span(1), half)


@cache
def _half_pattern(half: str) -> re.Pattern[str]:
    rules = allusion_rules()
    (other,) = (each for each in rules.halves.values() if each != half)
    alone = rf"[Tt]he (?={half}(?![\w-])(?! [A-Z])(?! of\b))"
    return re.compile(rf"\b(?:{alone}|(?={half} and {other} {rules.of_both}\b))({half})")


@cache
def _pattern(*, of_places: bool = False) -> re.Pattern[str]:
    rules = allusion_rules()
    definite = (*rules.governments, *rules.groups, *rules.armed, *rules.oppositions, *rules.posts)
    nouns = "|".join(map(re.escape, sorted(definite, key=len, reverse=True)))
    bare = (*rules.bands, *rules.captors)
    bands = "|".join(f"[{band[0].upper()}{band[0]}]{band[1:]}" for band in bare)
    # Not before a name: "the president Mr N.N." names the person itself.
    no_name = rf"(?![\w-])(?! [A-Z]){OF}"
    return re.compile(
        rf"\b(?:[Tt]he|government and) (?P<noun>{nouns}){no_name}(?! in\b)"
        rf"|\b(?P<band>{bands}){no_name.removesuffix(OF) if of_places else no_name}"
    )


def _allusion(
    match: re.Match[str],
    nouns: Mapping[str, str | None],
    holders: Mapping[str, tuple[Name, ...]],
) -> Name | None:
    kind, noun = match.lastgroup or "", _noun(match)
    actor = nouns[noun] if noun in nouns else _last_before(match.start(), holders[noun])
    if actor is None:
        return None
    return _standing(actor, match.span(kind), match[kind])


def _noun(match: re.Match[str]) -> str:
    """Return the noun that stands for a name, as the rules spell it."""
    return match["noun"] or match["band"].lower()


def _standing(actor: str, span: tuple[int, int], noun: str) -> Name:
    return Name(
        start=span[0],
        end=span[1],
        text=noun,
        # A post that is alluded to names nobody: it is the government's voice, not a person.
        type="government",
        actor=actor,
        country=None,
        post=None,
        mediates=0,
    )


def is_scene(text: str, name: Name) -> bool:
    """Say whether a state or capital is no more than where something happens."""
    before = text[max(0, name.start - 8) : name.start].split()
    place = name.type in {"capital", "state"}
    return place and bool(before) and before[-1].lower() in SCENE


def _governing(states: Counter[str], names: tuple[Name, ...], state: str | None) -> str | None:
    """Return whose government it is: that which faces the group, else that of the main state.

    Though only who mediates between the two is named: "Norway said that the government ...".
    """
    main = _main(states)
    if state is not None and any(name.actor == state for name in names):
        return state
    if state is not None and main is not None and mediates(main) >= OFTEN:
        return state
    return main or state


def _main(states: Counter[str]) -> str | None:
    """Return the state that an article is mostly about, if it clearly is about one."""
    if not states:
        return None
    actor, count = states.most_common(1)[0]
    return actor if count >= CLEARLY * states.total() else None


def _states(text: str, names: tuple[Name, ...]) -> Counter[str]:
    return Counter(
        n.actor for n in names if n.actor and n.actor.isupper() and not is_scene(text, n)
    )


def _opposition(states: Counter[str], names: tuple[Name, ...]) -> str | None:
    """Return the opposition that the article names, else that of the state it names most."""
    named = {*_oppositions(names)}
    if named:
        return _only(iter(named))
    main = states.most_common(1)
    return allusion_rules().of_state.get(main[0][0]) if main else None


def find_groups(names: tuple[Name, ...]) -> Iterator[str]:
    """Yield the actors that are neither states nor their organisations, as often as named."""
    for name in names:
        actor = name.actor
        if actor and not actor.isupper() and actor not in allusion_rules().organisations:
            yield actor


def _oppositions(names: tuple[Name, ...]) -> Iterator[str]:
    return (a for a in find_groups(names) if a.endswith("-opposition"))


def _only(actors: Iterator[str]) -> str | None:
    found = set(actors)
    return found.pop() if len(found) == 1 else None


def _holders(post: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names of those who hold a post."""
    return tuple(n for n in names if n.type == "official" and n.post and _is(n.post, post))


def _last_before(offset: int, names: tuple[Name, ...]) -> str | None:
    """Return the actor of the last name in front of an offset."""
    count = bisect_left(names, offset, key=lambda name: name.start)
    return names[count - 1].actor if count else None


def _is(post: str, sought: str) -> bool:
    return post.casefold().split(" of ")[0].endswith(sought.casefold())
