"""What tells an outcome of public affairs from any other: who is freed, who agrees in private."""

from streams.extract.rulebook import Rules, load


class OutcomeRules(Rules, frozen=True):
    """`rules/outcomes.yaml`."""

    captives: frozenset[str]
    bodies: frozenset[str]
    both_ways: frozenset[str]
    of_words: frozenset[str]
    of_them: frozenset[str]
    transfers: frozenset[str]
    conveying: frozenset[str]
    freeing: frozenset[str]
    liberating: frozenset[str]
    captured: frozenset[str]
    captivity: frozenset[str]
    by_law: frozenset[str]
    wrecks: frozenset[str]
    laws: frozenset[str]
    taking: frozenset[str]
    private: frozenset[str]
    so_called: dict[str, frozenset[str]]
    told: frozenset[str]
    sought: frozenset[str]
    scenes: frozenset[str]
    bloodless: frozenset[str]
    tables: frozenset[str]
    occasions: frozenset[str]
    mediators: frozenset[str]
    posting: frozenset[str]
    mediating: frozenset[str]


def outcome_rules() -> OutcomeRules:
    """Return the rules on what is no outcome."""
    return load("outcomes", OutcomeRules)
