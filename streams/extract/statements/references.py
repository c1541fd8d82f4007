"""Resolve pronouns and bare offices: "he", "it", "their", "we", "the pair"."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from streams.extract.document import Document, Mentioned, Passage
from streams.extract.rulebook import Rules, load
from streams.extract.speech import speech_rules
from streams.extract.statements.onlookers import looks_on
from streams.extract.statements.quotations import is_cut, is_quoted, sources_above
from streams.extract.statements.truces import are_the_sides
from streams.extract.syntax import ancestors, children, conjuncts, is_verb, subjects
from streams.extract.talks.lexicon import rules
from streams.extract.talks.participants import denoted
from streams.extract.talks.sighting import Participant, participant
from streams.extract.talks.table import Principals
from streams.extract.tree import Token

PERSONAL = frozenset({"he", "she", "his", "her", "him"})
COLLECTIVE = frozenset({"it", "its", "they", "their", "them"})
SPEAKING = frozenset({"i", "we", "our", "us", "my", "me", "ours"})
BACK = 3
"""Sentences back in which the one a pronoun points to is looked for."""
PLURAL = frozenset({"they", "their", "them"})
MANY = frozenset({"NNPS", "NNS"})
"""Tags of a people by its name: "the PALESTINIANS"."""
OWNING = ("poss", "amod", "compound", "nmod", "appos")


class ReferenceRules(Rules, frozen=True):
    """`rules/references.yaml`."""

    institutions: frozenset[str]
    bands: frozenset[str]
    offices: frozenset[str]
    persons: frozenset[str]
    pairs: frozenset[str]


@cache
def reference_rules() -> ReferenceRules:
    """Return the nouns that stand for an actor named before."""
    return load("references", ReferenceRules)


class Referents:
    """What pronouns of an article point to: the last fitting actor before them."""

    def __init__(self, document: Document, principals: Principals) -> None:
        self._passages = document.passages
        self._text = document.text
        self._pair = principals.parties[:2]

    @property
    def likeliest(self) -> tuple[Participant, ...]:
        """Return the one whom the article is most about; nobody where it names none."""
        return self._pair[:1]

    def of(self, passage: Passage, i: int) -> tuple[Participant, ...]:
        """Return the actor a pronoun stands for, nobody where none fits."""
        token = passage.tree[i]
        word = token.text.lower()
        if word in SPEAKING:
            return self.speaker(passage, i)
        if word in PERSONAL:
            return self._last(passage, i, person=True)
        if word in COLLECTIVE:
            several = self._several(passage, i) if word == "they" else ()
            return several or self._last(passage, i, person=False)
        if _is_pair(passage, token):
            return self._pair
        seated = _seated(passage, token)
        if seated is not None:
            return (participant(seated.name, person=True),)
        of_person = _of_person(passage, token)
        if of_person is not None and (owner := self.of(passage, of_person.i)):
            return owner
        if token.lemma in reference_rules().institutions and _is_definite(passage, token):
            return self._same_institution(passage, token) or self._last(passage, i, person=False)
        return ()

    def _may_be(self, token: Token, actor: str) -> bool:
        """Say whether a noun can stand for an actor: "the rebels" for no state."""
        rules = reference_rules()
        is_state = actor.isupper()
        return not (token.lemma in rules.bands and is_state) and (
            is_state or token.lemma not in rules.offices
        )

    def speaker(self, passage: Passage, i: int) -> tuple[Participant, ...]:
        """Return whose words the clause at `i` is part of, nobody where nobody is named.

        That is the subject of the verb of saying above or beside it, else of the sentence before.
        """
        for source in sources_above(passage.tree, i):
            if named := self._named(passage, source.i):
                return named
        for where, speech in self._saying(passage, i):
            if named := self._saying_so(where, speech):
                return named
        return ()

    def _saying_so(self, passage: Passage, speech: Token) -> tuple[Participant, ...]:
        """Return who speaks by a verb: of several states all, "A, B AND C said", else the first.

        A, speaking for itself "and other states", each outlet names with others.
        """
        tree = passage.tree
        nouns = (noun for who in subjects(tree, speech.i) for noun in conjuncts(tree, who))
        named = {p.actor: p for noun in nouns for p in self._named(passage, noun)}
        alike = all(actor.isupper() for actor in named)
        return tuple(named.values())[: None if alike else 1]

    def is_onlookers(self, passage: Passage, i: int) -> bool:
        """Say whether the clause at `i` is the word of an onlooker: "B wants war, AN ANALYST said".

        Of a quotation it may be the sentence before that says whose it is.
        """
        tree = passage.tree
        sources = [*sources_above(tree, i)]
        own = [tree[who] for verb in _speech_verbs(passage, i) for who in subjects(tree, verb.i)]
        if own or sources:
            return any(looks_on(passage, who) for who in (*own, *sources))
        if not (is_quoted(tree) or self._is_within(passage)):
            return False
        saying = (
            (w, w.tree[who]) for w, t in self._saying(passage, i) for who in subjects(w.tree, t.i)
        )
        return any(looks_on(where, who) for where, who in islice(saying, 1))

    def _saying(self, passage: Passage, i: int) -> Iterator[tuple[Passage, Token]]:
        yield from ((passage, speech) for speech in _speech_verbs(passage, i))
        for later in self._closing(passage):
            yield from ((later, t) for t in later.tree if is_verb(t) and _says(t))
        for earlier in self._before_quoted(passage):
            yield from ((earlier, t) for t in earlier.tree if is_verb(t) and _says(t))

    def _before_quoted(self, passage: Passage) -> Iterator[Passage]:
        """Yield the sentence before one, and those before that which are of its quotation."""
        following = passage
        for earlier in self._before(passage, BACK):
            yield earlier
            if not self._is_within(following):
                return
            following = earlier

    def _is_within(self, passage: Passage) -> bool:
        """Say whether a quotation goes on that was opened before, in the same paragraph."""
        cut = False
        start = passage.sentence.start
        for earlier in self._before(passage, 2 * BACK):
            if "\n" in self._text[earlier.sentence.end : start]:
                break
            cut ^= is_cut(earlier.tree)
            start = earlier.sentence.start
        return cut

    def _closing(self, passage: Passage) -> Iterator[Passage]:
        """Yield the sentence in which a quotation ends that begins in one, if it is near."""
        following = self._passages[passage.index + 1 : passage.index + 1 + BACK]
        if is_cut(passage.tree):
            yield from islice((later for later in following if is_cut(later.tree)), 1)

    def _before(self, passage: Passage, sentences: int) -> Iterator[Passage]:
        """Yield the sentences before one, the nearest first."""
        first = max(0, passage.index - sentences)
        yield from reversed(self._passages[first : passage.index])

    def _same_institution(self, passage: Passage, token: Token) -> tuple[Participant, ...]:
        """Return whose ministry "the ministry" is: the last one named with its owner."""
        for where, other in self._words_before(passage, token.i):
            owned = _owner(where, other.i) if other.lemma == token.lemma else None
            if owned is not None:
                return (participant(owned.name, person=True),)
        return ()

    def _words_before(self, passage: Passage, i: int) -> Iterator[tuple[Passage, Token]]:
        yield from ((passage, t) for t in reversed(passage.tree[:i]))
        for earlier in self._before(passage, 2 * BACK - 1):
            yield from ((earlier, t) for t in reversed(earlier.tree))

    def _named(self, passage: Passage, i: int) -> tuple[Participant, ...]:
        known = passage.at.get(i)
        if known is not None and known.name.actor:
            return (participant(known.name, person=True),)
        word = passage.tree[i].text.lower()
        if word in PERSONAL | COLLECTIVE:
            return self._last(passage, i, person=word in PERSONAL)
        owned = _owner(passage, i)
        if owned is not None:
            return (participant(owned.name, person=True),)
        if word in SPEAKING:
            return ()
        # "The minister OF CHILE" is no minister named before.
        return tuple(denoted(passage, i))[:1] or self.of(passage, i)

    def _several(self, passage: Passage, i: int) -> tuple[Participant, ...]:
        """Return the several who act just before: "the leaders of A and B met. THEY agreed"."""
        for where in (passage, *self._before(passage, 1)):
            until = i if where is passage else len(where.tree)
            for verb in (t for t in reversed(where.tree[:until]) if is_verb(t)):
                acting = {
                    p.actor: p for who in subjects(where.tree, verb.i) for p in denoted(where, who)
                }
                if len(acting) > 1:
                    return tuple(acting.values())
        return ()

    def _last(self, passage: Passage, i: int, *, person: bool) -> tuple[Participant, ...]:
        if person and (holder := self._last_in_office(passage, i)) is not None:
            return (holder,)
        noun = passage.tree[i]
        besides = _antecedents(passage, i)
        for where, until in (
            (passage, i),
            *((p, len(p.tree)) for p in self._before(passage, BACK)),
        ):
            if person and _stranger_acts(where, until):
                return ()
            named = [m for m in where.mentioned if m.last < until]
            known = [m for m in named if where is not passage or m.head not in besides]
            if found := self._best(where, known, noun, person):
                return (participant(found.name, person=True),)
        return ()

    def _last_in_office(self, passage: Passage, i: int) -> Participant | None:
        """Return whose "president" or "minister" acts first in the sentence of a pronoun or before.

        None where somebody who is named acts before him.
        """
        for where, until in ((passage, i), *((p, len(p.tree)) for p in self._before(passage, 1))):
            for token in where.tree[:until]:
                if token.dep not in {"nsubj", "nsubjpass"}:
                    continue
                if is_named_person(where, token.i):
                    return None
                if token.lemma in reference_rules().persons and token.i not in where.at:
                    return next(iter(denoted(where, token.i)), None)
        return None

    def _best(
        self, passage: Passage, known: Iterable[Mentioned], noun: Token, person: bool
    ) -> Mentioned | None:
        """Return the first subject among the names that a noun may stand for, else the first."""
        alike = (m for m in known if m.name.actor and (m.name.type == "official") == person)
        fitting = [m for m in alike if self._may_be(noun, m.name.actor or "")]
        if not fitting:
            return None
        acting = [m for m in fitting if passage.tree[m.head].dep in {"nsubj", "nsubjpass", "poss"}]
        peoples = [m for m in fitting if passage.tree[m.head].tag in MANY]
        several = peoples if noun.text.lower() in PLURAL else []
        return (acting or several or fitting)[0]


def _antecedents(passage: Passage, i: int) -> frozenset[int]:
    """Return the nouns that relative clauses are on, which no "it" in them is: "B, which IT hit".

    It may say "its" of them: "B, which lost ITS port".
    """
    if passage.tree[i].tag != "PRP":
        return frozenset()
    return frozenset(t.head for t in ancestors(passage.tree, i) if t.dep == "relcl")


def _stranger_acts(passage: Passage, until: int) -> bool:
    """Say whether somebody unknown acts before anybody else: "JOAN BELL, a teacher, left"."""
    for token in passage.tree[:until]:
        if token.dep in {"nsubj", "nsubjpass"}:
            if is_named_person(passage, token.i) and passage.at[token.i].name.actor:
                return False
            if _is_stranger(passage, token):
                return True
    return False


def _is_stranger(passage: Passage, token: Token) -> bool:
    """Say whether a word is the name of a person whose side nobody knows: "Mr BELL".

    A single name is one of a person where he speaks.
    """
    tree = passage.tree
    known = passage.at.get(token.i)
    if known is not None:
        return known.name.type == "official" and not known.name.actor
    if token.tag != "NNP" or any(children(tree, token.i, "det", "poss")):
        return False
    return _says(tree[token.head]) or any(
        t.tag == "NNP" for t in children(tree, token.i, "compound")
    )


def is_named_person(passage: Passage, i: int) -> bool:
    """Say whether a word is of the name of an official."""
    known = passage.at.get(i)
    return known is not None and known.name.type == "official"


def _owner(passage: Passage, i: int) -> Mentioned | None:
    """Return the actor in front of a noun: "the Egyptian ministry", "Iran's envoy"."""
    if passage.tree[i].lemma in rules().of_others:
        return None
    for child in children(passage.tree, i, *OWNING):
        known = passage.at.get(child.i)
        if known is not None and known.name.actor:
            return known
    return None


def _of_person(passage: Passage, token: Token) -> Token | None:
    """Return the pronoun that says whose an institution is: "HIS country"."""
    if token.lemma not in reference_rules().institutions:
        return None
    owners = children(passage.tree, token.i, "poss")
    return next((t for t in owners if t.text.lower() in PERSONAL), None)


def _seated(passage: Passage, token: Token) -> Mentioned | None:
    """Return the capital that says whose an institution is: "the ministry IN YEREVAN"."""
    if token.lemma not in reference_rules().institutions:
        return None
    for where in children(passage.tree, token.i, "prep"):
        for city in children(passage.tree, where.i, "pobj") if where.lemma == "in" else ():
            known = passage.at.get(city.i)
            if known is not None and known.name.type == "capital" and known.name.actor:
                return known
    return None


def _is_pair(passage: Passage, token: Token) -> bool:
    """Say whether a noun is "both sides", "the two governments", "the parties", "the pair"."""
    if token.lemma == "pair" or are_the_sides(passage.tree, token):
        return True
    words = {t.lemma for t in children(passage.tree, token.i, "det", "nummod", "predet", "amod")}
    return token.lemma in reference_rules().pairs and bool(words & {"both", "two", "either"})


def _is_definite(passage: Passage, token: Token) -> bool:
    words = {t.lemma for t in children(passage.tree, token.i, "det", "poss")}
    if passage.headline and not words:
        return True  # headlines have no articles
    return bool(words & {"the", "this", "that", "its", "his", "their", "her", "a", "an"})


def _speech_verbs(passage: Passage, i: int) -> Iterator[Token]:
    yield from _beside(passage, passage.tree[i])
    for above in ancestors(passage.tree, i):
        if is_verb(above) and _says(above):
            yield above
        yield from _beside(passage, above)
        for child in children(passage.tree, above.i, "conj", "ccomp"):
            if is_verb(child) and _says(child) and child.i > i:
                yield child


def _beside(passage: Passage, word: Token) -> Iterator[Token]:
    """Yield the verbs of saying that stand in or behind a clause: "it must, THEY SAID, end"."""
    for child in children(passage.tree, word.i, "parataxis"):
        if is_verb(child) and _says(child):
            yield child


def _says(token: Token) -> bool:
    return token.lemma in speech_rules().verbs | speech_rules().beliefs
