"""Say who an article is about: those at the table of its main encounter, and who brings them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from schemas.vocabulary import Role
from streams.extract.allusions import allusion_rules
from streams.extract.document import Document, Passage
from streams.extract.gazetteer import Name
from streams.extract.parse import Token
from streams.extract.syntax import children, is_verb, subjects
from streams.extract.talks.delegations import find_groups
from streams.extract.talks.lexicon import rules
from streams.extract.talks.participants import denoted
from streams.extract.talks.sighting import Participant, participant

IN_HEADLINE = 4
IN_LEAD = 2
"""Weights of a name in the headline and in the first two sentences of the body."""

ENOUGH = 4
"""Weight from which on an actor is a principal: named in the headline, or four times."""


STANDING_MEDIATOR = 7
"""Gazetteer rank from which on an actor is known for mediating (Oman, Qatar)."""


@dataclass(frozen=True, slots=True)
class Principals:
    """Whom an article is about, and who brings them together."""

    parties: tuple[Participant, ...]
    thirds: tuple[Participant, ...]


def find_principals(document: Document) -> Principals:
    """Return whom the article as a whole is about."""
    return Principals(at_table(document), third_parties(document))


def at_table(document: Document) -> tuple[Participant, ...]:
    """Return the likely parties: those with delegations, then those the article names most."""
    groups = find_groups(document)
    known = {p.actor for p in groups}
    return groups + tuple(p for p in principals(document) if p.actor not in known)


def principals(document: Document) -> tuple[Participant, ...]:
    """Return the actors that an article is about, the most prominent first."""
    weights: Counter[str] = Counter()
    first: dict[str, Name] = {}
    for name in document.names:
        if name.actor is None or _stands_aside(name):
            continue
        weights[name.actor] += _weight(document, name)
        first.setdefault(name.actor, name)
    return tuple(
        participant(first[actor], person=False)
        for actor, weight in weights.most_common()
        if weight >= ENOUGH
    )


def _stands_aside(name: Name) -> bool:
    """Say whether an actor convenes and comments rather than negotiates."""
    return name.actor in allusion_rules().organisations or name.mediates >= STANDING_MEDIATOR


def _weight(document: Document, name: Name) -> int:
    lines = document.sentences
    headline_ends = document.text.find("\n")
    if name.end <= headline_ends:
        return IN_HEADLINE
    body = [s for s in lines if s.start > headline_ends][:2]
    return IN_LEAD if any(s.start <= name.start < s.end for s in body) else 1


def third_parties(document: Document) -> tuple[Participant, ...]:
    """Return who mediates, hosts or guarantees, wherever the article says so."""
    found: dict[tuple[str, Role], Participant] = {}
    for passage in document.passages:
        for one in (*_by_noun(passage), *_by_verb(passage), *_by_office(passage)):
            found.setdefault((one.actor, one.role), one)
    return tuple(found.values())


def _by_noun(passage: Passage) -> Iterator[Participant]:
    """Yield "Omani mediators", "the mediator, N.N.", "under UN auspices"."""
    for token in passage.tree:
        if token.lemma in rules().mediators and token.tag.startswith("NN"):
            yield from _with_role("mediator", denoted(passage, token.i))


def _by_verb(passage: Passage) -> Iterator[Participant]:
    """Yield the subjects of "mediates", "brokered the truce"."""
    tree = passage.tree
    for token in tree:
        if not is_verb(token) or token.lemma not in rules().mediating:
            continue
        objects = {t.lemma for t in children(tree, token.i, "dobj", "nsubjpass")}
        if not objects or objects & rules().mediated:
            for subject in subjects(tree, token.i):
                yield from _with_role("mediator", denoted(passage, subject))


def _by_office(passage: Passage) -> Iterator[Participant]:
    """Yield who "acts as mediator", whom others "accept as host", "with A as host"."""
    for token in passage.tree:
        office = _office(token)
        prep = passage.tree[token.head]
        if office is None or token.dep != "pobj" or prep.lemma != "as":
            continue
        for holder in _holders(passage, prep.head):
            yield from _with_role(office, denoted(passage, holder))


def _office(token: Token) -> Role | None:
    if token.lemma in rules().mediators:
        return "mediator"
    return "host" if token.lemma in rules().hosts else None


def _holders(passage: Passage, head: int) -> Iterator[int]:
    """Yield whom "as mediator" is said of: the subject, the object, or the noun in front."""
    tree = passage.tree
    if not is_verb(tree[head]):
        noun = next((t.i for t in children(tree, head, "pobj")), head)
        yield noun
    elif tree[head].lemma in rules().acting:
        yield from subjects(tree, head)
    else:
        yield from (t.i for t in children(tree, head, "dobj", "nsubjpass"))


def _with_role(role: Role, found: Iterator[Participant]) -> Iterator[Participant]:
    for one in found:
        yield Participant(one.actor, role, one.name, one.start, one.end, one.person)
