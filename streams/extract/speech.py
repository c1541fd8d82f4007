"""The verbs by which somebody goes on record."""

from streams.extract.rulebook import Rules, load


class SpeechRules(Rules, frozen=True):
    """`rules/speech.yaml`."""

    verbs: frozenset[str]
    beliefs: frozenset[str]


def speech_rules() -> SpeechRules:
    """Return the verbs of saying."""
    return load("speech", SpeechRules)
