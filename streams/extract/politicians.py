"""Learn from an article whose members its politicians are: "Sen. N.N. (D-Calif.)", "Tory MPs".

No register knows all members of a parliament. News gives their party beside the name, and speaks of
them together by its adjective; so named they speak for their party (contract, section 2).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from streams.extract.gazetteer import Name, covering, longest
from streams.extract.officials import CAPITALISED, Official
from streams.extract.rulebook import Rules, load

PERSON = rf"(?P<person>{CAPITALISED} (?:[A-Z]\. )?{CAPITALISED})"
"""Given name and surname."""
BEHIND = 6
"""Words at most between a comma and what somebody is called."""
OWNED = re.compile(r"(?:['’]s|\b[Hh]er|\b[Hh]is|\b[Tt]heir|\b[Rr]uling) $")
"""In front of members of a party who are called by their creed."""
LONGER = re.compile(r"\b(?!The\b)[A-Z]\w+ $")
"""A word with a capital in front of a name makes it another: "the Arab LEAGUE"."""
BETWEEN = 3
"""Words at most between "bipartisan" and what both parties hold."""

NEAR = 60
"""Characters at most between the leaders of a parliament and their bargain."""


class PoliticianRules(Rules, frozen=True):
    """`rules/politicians.yaml`."""

    letters: dict[str, str]
    called: dict[str, str]
    adjectives: dict[str, str]
    of_state: dict[str, str]
    seats: dict[str, str]
    members: tuple[str, ...]
    alone: dict[str, str]
    by_state: dict[str, dict[str, str]]
    at_home: dict[str, tuple[str, ...]]
    of_both: dict[str, tuple[str, ...]]
    common: tuple[str, ...]
    chambers: dict[str, tuple[str, ...]]
    leading: tuple[str, ...]
    bargains: tuple[str, ...]
    others: frozenset[str]
    given: frozenset[str]


@cache
def politician_rules() -> PoliticianRules:
    """Return the rules on members of parties."""
    return load("politicians", PoliticianRules)


def state_of_party(actor: str) -> str | None:
    """Return the state in whose parliament a party sits; None of any other actor."""
    return politician_rules().of_state.get(actor)


def shared_home(actors: Iterable[str]) -> str | None:
    """Return the state of which two parties or more are among actors: "Germany's SPD and FDP"."""
    homes = Counter(home for actor in set(actors) if (home := _homes().get(actor)))
    return next((state for state, parties in homes.items() if parties > 1), None)


@cache
def _homes() -> dict[str, str]:
    rules = politician_rules()
    called = {party: s for s, names in rules.by_state.items() for party in names.values()}
    return called | {party: s for s, parties in rules.at_home.items() for party in parties}


def members_in(text: str, known: tuple[Name, ...]) -> Iterator[Official]:
    """Yield those members of a parliament whose party an article gives beside their name."""
    rules = politician_rules()
    ways = (
        (_by_letter(), rules.letters),
        (_by_noun(), rules.called),
        (_by_adjective(), rules.adjectives),
    )
    for pattern, parties in ways:
        for match in pattern.finditer(text):
            start, end = match.span("person")
            over = covering(known, start)
            if over is None or over.type != "official" or over.actor is None:
                post = rules.seats.get(_word_before(text, start), "lawmaker")
                yield Official(match["person"], start, end, post, parties[match["party"]])


def with_parties(text: str, known: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names known in a text with those of parties by their members: "TORY MPs".

    Only where the article names the state of a party, or the party, or its rival there.
    """
    rules, actors = politician_rules(), {name.actor for name in known}
    states = {rules.of_state[actor] for actor in actors if actor in rules.of_state}
    named = states | {*rules.of_state.values()} & actors
    known = tuple(n for n in known if not _is_of_others(text, n))
    found = [
        _party(match, rules.adjectives[match["party"]]) for match in _together().finditer(text)
    ] + [_party(match, rules.alone[match["party"]]) for match in _alone().finditer(text)]
    ours = (n for n in found if rules.of_state[n.actor or ""] in named)
    return longest((*known, *ours, *_at_home(text, known)))


def _at_home(text: str, known: tuple[Name, ...]) -> Iterator[Name]:
    """Yield parties by what they are called in their own state: "the GREENS", in a report on it.

    That is on the state that it names most often; other states have such parties, too.
    """
    times = Counter(name.actor for name in known if name.actor and name.actor.isupper())
    most = max(times.values(), default=0)
    about = [state for state, often in times.items() if often == most]
    names = politician_rules().by_state.get(about[0]) if len(about) == 1 else None
    for match in _called_at_home().finditer(text) if names else ():
        party, before = (names or {}).get(match[0]), text[: match.start()]
        owned = match[0][0].isupper() or OWNED.search(before)
        if party and owned and LONGER.search(before) is None:
            yield _named(match[0], *match.span(), party)


def of_both_parties(text: str, known: tuple[Name, ...]) -> Iterator[Name]:
    """Yield the parties of a parliament that hold "BIPARTISAN talks", each where it says so.

    So do those whose leaders bargain: "SENATE leaders struck a deal". Only where the article names
    their state, or a party or a member of it.
    """
    rules, actors = politician_rules(), {name.actor for name in known}
    both = rules.of_both | rules.chambers
    for match in (*_of_both().finditer(text), *_of_chamber().finditer(text)):
        parties = both[match["word"].lower()]
        if actors.isdisjoint({*parties, *(rules.of_state[party] for party in parties)}):
            continue
        start, end = match.span("word")
        yield from (_named(match["word"], start, end, party) for party in parties)


def _is_of_others(text: str, name: Name) -> bool:
    """Say whether a word before a party's name makes it another party: "SOCIAL Democrats"."""
    if name.actor not in politician_rules().of_state:
        return False
    return _word_before(text, name.start) in politician_rules().others


def without_namesakes(text: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return names without states that are somebody's surname: "Jim JORDAN", and then "Jordan".

    Where the article names the state by another word, too, only behind the given name.
    """
    people = {match.start(1): match[1] for match in _given_name().finditer(text)}
    surnames = {n.text for n in names if n.type == "state"} & {*people.values()}
    if not surnames:
        return names
    meant = {n.actor for n in names if n.text not in surnames}
    return tuple(
        n
        for n in names
        if n.text not in surnames or not (n.actor not in meant or n.start in people)
    )


@cache
def _by_letter() -> re.Pattern[str]:
    letters = "".join(politician_rules().letters)
    return re.compile(
        rf"{PERSON}(?:,| ?\() ?(?P<party>[{letters}])(?:\)|(?:\.,|,| ?[-–—]) ?[A-Z][\w.]*)"
    )


@cache
def _by_noun() -> re.Pattern[str]:
    nouns = "|".join(politician_rules().called)
    return re.compile(rf"{PERSON}, (?:an?|the) (?:[\w.-]+ ){{0,{BEHIND}}}?(?P<party>{nouns})\b")


@cache
def _by_adjective() -> re.Pattern[str]:
    rules = politician_rules()
    seats = "|".join(map(re.escape, rules.seats))
    return re.compile(rf"\b(?P<party>{'|'.join(rules.adjectives)}) (?:{seats}) {PERSON}")


@cache
def _together() -> re.Pattern[str]:
    rules = politician_rules()
    members = "|".join(sorted(rules.members, key=len, reverse=True))
    # In a headline each word may have a capital.
    return re.compile(rf"\b(?P<party>{'|'.join(rules.adjectives)}) (?=(?i:{members})\b)")


@cache
def _alone() -> re.Pattern[str]:
    words = "|".join(politician_rules().alone)
    return re.compile(rf"\b(?P<party>{words})(?=['’]s\b|,| [a-z])")


@cache
def _of_both() -> re.Pattern[str]:
    rules = politician_rules()
    words, common = "|".join(rules.of_both), "|".join(rules.common)
    return re.compile(rf"\b(?P<word>(?i:{words}))(?= (?:[\w-]+ ){{0,{BETWEEN}}}(?i:{common})\b)")


@cache
def _of_chamber() -> re.Pattern[str]:
    rules = politician_rules()
    of_one = "".join(rf"(?<!\b{party} )" for party in rules.adjectives)
    words, leading = "|".join(rules.chambers), "|".join(rules.leading)
    bargains = rf"[^.;]{{0,{NEAR}}}\b(?:{'|'.join(rules.bargains)})\b"
    return re.compile(rf"{of_one}\b(?P<word>(?i:{words}))(?= (?i:{leading})\b{bargains})")


@cache
def _called_at_home() -> re.Pattern[str]:
    names = {name for names in politician_rules().by_state.values() for name in names}
    return re.compile(rf"\b(?:{'|'.join(sorted(names, key=len, reverse=True))})\b")


@cache
def _given_name() -> re.Pattern[str]:
    given = "|".join(sorted(politician_rules().given))
    return re.compile(rf"\b(?:{given}) (?:[A-Z]\. )?([A-Z]\w+)\b")


def _word_before(text: str, offset: int) -> str:
    words = text[max(0, offset - 20) : offset].split()
    return words[-1] if words else ""


def _party(match: re.Match[str], actor: str) -> Name:
    return _named(match["party"], *match.span("party"), actor)


def _named(word: str, start: int, end: int, actor: str) -> Name:
    return Name(start, end, word, "organisation", actor, None, None, 0)
