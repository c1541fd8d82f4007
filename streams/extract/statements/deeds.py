"""Verbs by what it is to say them of another, or of one's own side."""

from streams.extract.rulebook import Rules, load


class Deeds(Rules, frozen=True):
    """`rules/deeds.yaml`: verbs by what it is to say them of another, or of one's own side."""

    wrong: frozenset[str]
    faithless: frozenset[str]
    good: frozenset[str]
    more: frozenset[str]
    funds: frozenset[str]
    fighting: frozenset[str]
    quarrels: frozenset[str]
    elsewhere: frozenset[str]
    refuse: frozenset[str]
    ease: frozenset[str]
    idle: frozenset[str]
    last: frozenset[str]
    maintain: frozenset[str]
    measures: frozenset[str]
    grant: frozenset[str]
    relief: frozenset[str]
    deferred: frozenset[str]
    exempt: frozenset[str]
    let: frozenset[str]
    let_in: frozenset[str]
    unacceptable: frozenset[str]
    off_table: frozenset[str]
    negotiable: frozenset[str]
    spurn: frozenset[str]
    take_up: frozenset[str]
    interest: frozenset[str]
    offers: frozenset[str]
    offered: frozenset[str]
    forgone: frozenset[str]
    drop: frozenset[str]
    come_about: frozenset[str]
    texts: frozenset[str]
    causes: frozenset[str]
    restrain: frozenset[str]
    arms: frozenset[str]
    bear: frozenset[str]
    dire: frozenset[str]
    rue: frozenset[str]
    harm: frozenset[str]
    inflict: frozenset[str]
    reprisals: frozenset[str]
    assail: frozenset[str]
    insist: frozenset[str]
    exact: frozenset[str]
    renounce: frozenset[str]
    withheld: frozenset[str]
    people: frozenset[str]
    discretion: frozenset[str]
    asides: frozenset[str]
    hazards: frozenset[str]
    without: frozenset[str]


def deeds() -> Deeds:
    """Return the verbs by what they say of those who do so."""
    return load("deeds", Deeds)
