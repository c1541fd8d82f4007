"""The rules on encounters, as types: `rules/talks.yaml`, `status.yaml` and their like."""

from functools import cache

from schemas.vocabulary import Format, Role, Status
from streams.extract.rulebook import Rules, load


class NounRule(Rules, frozen=True):
    """A noun that stands for an encounter."""

    lemmas: frozenset[str]
    sort: str
    plural: bool = False
    needs: frozenset[str] = frozenset()
    needs_ordinal: bool = False
    parties: int = 1
    format: Format | None = None


class VerbRule(Rules, frozen=True):
    """A verb that stands for an encounter."""

    lemmas: frozenset[str]
    sort: str
    object: bool = False
    by: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    person: bool = False
    person_subject: bool = False
    format: Format | None = None


class TalksRules(Rules, frozen=True):
    """`rules/talks.yaml`."""

    nouns: tuple[NounRule, ...]
    verbs: tuple[VerbRule, ...]
    containers: frozenset[str]
    subject_roles: dict[Role, frozenset[str]]
    brokering: dict[Role, frozenset[str]]
    mediators: frozenset[str]
    mediating: frozenset[str]
    mediated: frozenset[str]
    acting: frozenset[str]
    hosts: frozenset[str]
    changing: frozenset[str]
    guarantors: frozenset[str]
    observers: frozenset[str]
    between: frozenset[str]
    with_: frozenset[str]
    behind: frozenset[str]
    formats: dict[Format, frozenset[str]]
    ordinals: dict[str, int]
    cardinals: dict[str, int]
    of_one_day: frozenset[str]
    venues: frozenset[str]
    battlefields: frozenset[str]
    numbered: frozenset[str]
    collective: frozenset[str]
    visitors: frozenset[str]


class StatusRules(Rules, frozen=True):
    """`rules/status.yaml`."""

    phases: dict[Status, frozenset[str]]
    leaving: frozenset[str]
    nouns: dict[Status, frozenset[str]]
    adjectives: dict[Status, frozenset[str]]
    planning: frozenset[str]
    wishing: frozenset[str]
    doubting: frozenset[str]
    possible: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    during: frozenset[str]
    endings: frozenset[str]
    contrasts: dict[str, frozenset[str]]
    ahead: frozenset[str]
    travel: frozenset[str]


def rules() -> TalksRules:
    """Return the rules on who meets whom."""
    return load("talks", TalksRules)


def status_rules() -> StatusRules:
    """Return the rules on where an encounter stands."""
    return load("status", StatusRules)


@cache
def noun_rules() -> dict[str, tuple[NounRule, ...]]:
    """Return the noun rules by lemma, in the order of the file."""
    found: dict[str, tuple[NounRule, ...]] = {}
    for rule in rules().nouns:
        for lemma in rule.lemmas:
            found[lemma] = (*found.get(lemma, ()), rule)
    return found


@cache
def verb_rules() -> dict[str, tuple[VerbRule, ...]]:
    """Return the verb rules by lemma (with particle, if any), in the order of the file."""
    found: dict[str, tuple[VerbRule, ...]] = {}
    for rule in rules().verbs:
        for lemma in rule.lemmas:
            found[lemma] = (*found.get(lemma, ()), rule)
    return found
