"""Resolve pronouns and bare offices: "he", "it", "their", "we", "the pair"."""

from collections.abc import Iterator
from functools import cache

from streams.extract.document import Document, Mentioned, Passage
from streams.extract.parse import Token
from streams.extract.rulebook import Rules, load
from streams.extract.syntax import ancestors, children, is_verb, subjects
from streams.extract.talks.sighting import Participant
from streams.extract.talks.speech import speech_rules
from streams.extract.talks.table import at_table

PERSONAL = frozenset({"he", "she", "his", "her", "him"})
COLLECTIVE = frozenset({"it", "its", "they", "their", "them"})
SPEAKING = frozenset({"i", "we", "our", "us", "my", "me", "ours"})
BACK = 3
"""Sentences back in which the one a pronoun points to is looked for."""
OWNING = ("poss", "amod", "compound", "nmod", "appos")


class ReferenceRules(Rules, frozen=True):
    """`rules/references.yaml`."""

    institutions: frozenset[str]
    pairs: frozenset[str]


@cache
def reference_rules() -> ReferenceRules:
    """Return the nouns that stand for an actor named before."""
    return load("references", ReferenceRules)


class Referents:
    """What pronouns of an article point to: the last fitting actor before them."""

    def __init__(self, document: Document) -> None:
        self._by_index = {p.index: p for p in document.passages}
        self._principals = at_table(document)[:2]

    def of(self, passage: Passage, i: int) -> tuple[Participant, ...]:
        """Return the actor a pronoun stands for, nobody where none fits."""
        token = passage.tree[i]
        word = token.text.lower()
        if word in SPEAKING:
            return self._speaker(passage, i)
        if word in PERSONAL:
            return self._last(passage, i, person=True)
        if word in COLLECTIVE:
            return self._last(passage, i, person=False)
        if _is_pair(passage, token):
            return self._principals
        if token.lemma in reference_rules().institutions and _is_definite(passage, token):
            return self._same_institution(passage, token) or self._last(passage, i, person=False)
        return ()

    def speaker(self, passage: Passage, i: int) -> tuple[Participant, ...]:
        """Return whose words the clause at `i` is part of, nobody where nobody is named."""
        return self._speaker(passage, i)

    def _same_institution(self, passage: Passage, token: Token) -> tuple[Participant, ...]:
        """Return whose ministry "the ministry" is: the last one named with its owner."""
        for back in range(2 * BACK):
            earlier = self._by_index.get(passage.index - back)
            for other in reversed(earlier.tree if earlier else ()):
                before = back > 0 or other.i < token.i
                if earlier is not None and before and other.lemma == token.lemma:
                    owned = _owner(earlier, other.i)
                    if owned is not None:
                        return (_participant(owned),)
        return ()

    def _speaker(self, passage: Passage, i: int) -> tuple[Participant, ...]:
        """Return who says "we": the subject of the verb of saying above or beside the quote."""
        for speech in _speech_verbs(passage, i):
            for subject in subjects(passage.tree, speech.i):
                named = self._named(passage, subject)
                if named:
                    return named
        earlier = self._by_index.get(passage.index - 1)
        if earlier is None:
            return ()
        for speech in (t for t in earlier.tree if is_verb(t) and _says(t)):
            for subject in subjects(earlier.tree, speech.i):
                named = self._named(earlier, subject)
                if named:
                    return named
        return ()

    def _named(self, passage: Passage, i: int) -> tuple[Participant, ...]:
        known = passage.at.get(i)
        if known is not None and known.name.actor:
            return (_participant(known),)
        word = passage.tree[i].text.lower()
        if word in PERSONAL | COLLECTIVE:
            return self._last(passage, i, person=word in PERSONAL)
        owned = _owner(passage, i)
        if owned is not None:
            return (_participant(owned),)
        return self.of(passage, i) if word not in SPEAKING else ()

    def _last(self, passage: Passage, i: int, *, person: bool) -> tuple[Participant, ...]:
        before = [m for m in passage.mentioned if m.last < i]
        found = self._best(passage, before, person=person)
        back = 1
        while found is None and back <= BACK:
            earlier = self._by_index.get(passage.index - back)
            if earlier is not None:
                found = self._best(earlier, list(earlier.mentioned), person=person)
            back += 1
        return (_participant(found),) if found is not None else ()

    def _best(self, passage: Passage, known: list[Mentioned], *, person: bool) -> Mentioned | None:
        """Return the first subject among the names that fit, else the first of them."""
        fitting = [m for m in known if m.name.actor and (m.name.type == "official") == person]
        if not fitting:
            return None
        acting = [m for m in fitting if passage.tree[m.head].dep in {"nsubj", "nsubjpass", "poss"}]
        return (acting or fitting)[0]


def _owner(passage: Passage, i: int) -> Mentioned | None:
    """Return the actor in front of a noun: "the Egyptian ministry", "Iran's envoy"."""
    for child in children(passage.tree, i, *OWNING):
        known = passage.at.get(child.i)
        if known is not None and known.name.actor:
            return known
    return None


def _is_pair(passage: Passage, token: Token) -> bool:
    """Say whether a noun is "both sides", "the two governments", "the pair"."""
    if token.lemma == "pair":
        return True
    words = {t.lemma for t in children(passage.tree, token.i, "det", "nummod", "predet", "amod")}
    return token.lemma in reference_rules().pairs and bool(words & {"both", "two", "either"})


def _is_definite(passage: Passage, token: Token) -> bool:
    words = {t.lemma for t in children(passage.tree, token.i, "det", "poss")}
    return bool(words & {"the", "this", "that", "its", "his", "their", "her", "a", "an"})


def _speech_verbs(passage: Passage, i: int) -> Iterator[Token]:
    for above in ancestors(passage.tree, i):
        if is_verb(above) and _says(above):
            yield above
        for child in children(passage.tree, above.i, "parataxis", "conj", "ccomp"):
            if is_verb(child) and _says(child) and child.i > i:
                yield child


def _says(token: Token) -> bool:
    return token.lemma in speech_rules().verbs


def _participant(known: Mentioned) -> Participant:
    name = known.name
    return Participant(
        name.actor or "", "party", name.text, name.start, name.end, name.type == "official"
    )
