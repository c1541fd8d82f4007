"""The rules on encounters, as types: `rules/talks.yaml`, `status.yaml` and their like."""

from collections.abc import Iterable
from functools import cache
from typing import Literal, TypeVar

from schemas.vocabulary import Format, Role, Status
from streams.extract.rulebook import Rules, load

Sort = Literal["talks", "call", "visit"]


class WordRule(Rules, frozen=True):
    """Words that stand for an encounter."""

    lemmas: frozenset[str]


R = TypeVar("R", bound=WordRule)


class NounRule(WordRule, frozen=True):
    """A noun that stands for an encounter."""

    sort: Sort
    plural: bool = False
    needs: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()
    needs_ordinal: bool = False
    preps: frozenset[str] = frozenset()
    only_of: frozenset[str] | None = None
    asks: bool = False
    parties: int = 1
    in_person: bool = False
    format: Format | None = None


class VerbRule(WordRule, frozen=True):
    """A verb that stands for an encounter."""

    sort: Sort
    object: bool = False
    by: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    person: bool = False
    person_subject: bool = False
    bare: frozenset[str] = frozenset()
    arranged: bool = False
    main: bool = False
    alone: bool = False
    at_seat: bool = False
    format: Format | None = None


class TalksRules(Rules, frozen=True):
    """`rules/talks.yaml`."""

    nouns: tuple[NounRule, ...]
    verbs: tuple[VerbRule, ...]
    journeys: frozenset[str]
    received: frozenset[str]
    containers: frozenset[str]
    subject_roles: dict[Role, frozenset[str]]
    brokering: dict[Role, frozenset[str]]
    mediators: frozenset[str]
    mediating: frozenset[str]
    mediated: frozenset[str]
    acting: frozenset[str]
    hosts: frozenset[str]
    changing: frozenset[str]
    discussing: frozenset[str]
    of_others: frozenset[str]
    guarantors: frozenset[str]
    observers: frozenset[str]
    between: frozenset[str]
    with_: frozenset[str]
    behind: frozenset[str]
    governing: frozenset[str]
    formats: dict[Format, frozenset[str]]
    ordinals: dict[str, int]
    cardinals: dict[str, int]
    of_one_day: frozenset[str]
    venues: frozenset[str]
    battlefields: frozenset[str]
    hours: frozenset[str]
    called: frozenset[str]
    margins: frozenset[str]
    seats: frozenset[str]
    sites: frozenset[str]
    nowhere: frozenset[str]
    numbered: frozenset[str]
    collective: frozenset[str]
    visitors: frozenset[str]
    forums: frozenset[str]


class StatusRules(Rules, frozen=True):
    """`rules/status.yaml`."""

    phases: dict[Status, frozenset[str]]
    leaving: frozenset[str]
    skipping: frozenset[str]
    single: frozenset[str]
    emerging: frozenset[str]
    nouns: dict[Status, frozenset[str]]
    adjectives: dict[Status, frozenset[str]]
    planning: frozenset[str]
    wishing: frozenset[str]
    short_of: frozenset[str]
    doubting: frozenset[str]
    possible: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    during: frozenset[str]
    endings: frozenset[str]
    contrasts: dict[str, frozenset[str]]
    before_now: frozenset[str]
    once_more: frozenset[str]
    ahead: frozenset[str]
    travel: frozenset[str]
    appraisals: frozenset[str]
    describing: frozenset[str]


class DelegationRules(Rules, frozen=True):
    """`rules/delegations.yaml`."""

    groups: frozenset[str]
    members: frozenset[str]
    heading: frozenset[str]
    representing: frozenset[str]
    sending: frozenset[str]
    posts: frozenset[str]


def rules() -> TalksRules:
    """Return the rules on who meets whom."""
    return load("talks", TalksRules)


def status_rules() -> StatusRules:
    """Return the rules on where an encounter stands."""
    return load("status", StatusRules)


def delegation_rules() -> DelegationRules:
    """Return the rules on who sits at the table in person."""
    return load("delegations", DelegationRules)


@cache
def noun_rules() -> dict[str, tuple[NounRule, ...]]:
    """Return the noun rules by lemma, in the order of the file."""
    return _by_lemma(rules().nouns)


@cache
def verb_rules() -> dict[str, tuple[VerbRule, ...]]:
    """Return the verb rules by lemma (with particle, if any), in the order of the file."""
    return _by_lemma(rules().verbs)


def _by_lemma(listed: Iterable[R]) -> dict[str, tuple[R, ...]]:
    found: dict[str, tuple[R, ...]] = {}
    for rule in listed:
        for lemma in rule.lemmas:
            found[lemma] = (*found.get(lemma, ()), rule)
    return found
