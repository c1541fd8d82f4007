"""Say who an article is about: those at the table of its main encounter, and who brings them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schemas.vocabulary import Role
from streams.extract.allusions import allusion_rules
from streams.extract.conflicts import Conflict, find_conflict
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

SCENE = frozenset({"in", "at", "near", "outside"})
"""Prepositions in front of a place."""
LEAD = 2
"""Sentences of the body that are the lead."""
ENOUGH = 4
"""Weight from which on an actor is a principal: named in the headline, or four times."""


STANDING_MEDIATOR = 7
"""Gazetteer rank from which on an actor is known for mediating (Oman, Qatar)."""


@dataclass(frozen=True, slots=True)
class Principals:
    """Whom an article is about, who brings them together, and over what they are at odds."""

    parties: tuple[Participant, ...]
    thirds: tuple[Participant, ...]
    conflict: Conflict | None = None


def find_principals(document: Document) -> Principals:
    """Return whom the article as a whole is about."""
    published = document.published_at
    conflict = find_conflict(
        document.text[: _lead_ends(document)],
        document.names,
        date.fromisoformat(published[:10]) if published else None,
    )
    return Principals(at_table(document, conflict), third_parties(document), conflict)


def at_table(document: Document, conflict: Conflict | None) -> tuple[Participant, ...]:
    """Return the likely parties, the likeliest first.

    Those with delegations, then the adversaries in the dispute, then those the article names most;
    last of all who mediates more often than not, for they too have quarrels of their own.
    """
    first = {n.actor: n for n in reversed(document.names) if n.actor is not None}
    groups, named = find_groups(document), tuple(_by_weight(document))
    adversaries = conflict.parties if conflict else ()
    order = (
        *(p.actor for p in groups if not stands_aside(first[p.actor])),
        *(actor for actor in adversaries if actor in first),
        *(actor for actor in named if not stands_aside(first[actor])),
        *(p.actor for p in groups),
        *(actor for actor in named if actor not in allusion_rules().organisations),
    )
    seated = {p.actor: p for p in groups}
    return tuple(
        seated.get(actor) or participant(first[actor], person=False)
        for actor in dict.fromkeys(order)
    )


def _by_weight(document: Document) -> Iterator[str]:
    """Yield the actors that an article is about, the most prominent first."""
    weights: Counter[str] = Counter()
    for name in document.names:
        if name.actor is not None and not _is_scene(document.text, name):
            weights[name.actor] += _weight(document, name)
    return (actor for actor, weight in weights.most_common() if weight >= ENOUGH)


def _is_scene(text: str, name: Name) -> bool:
    """Say whether a capital is no more than where something happens."""
    before = text[max(0, name.start - 8) : name.start].split()
    return name.type == "capital" and bool(before) and before[-1].lower() in SCENE


def stands_aside(name: Name) -> bool:
    """Say whether an actor convenes and comments rather than negotiates."""
    return name.actor in allusion_rules().organisations or name.mediates >= STANDING_MEDIATOR


def _weight(document: Document, name: Name) -> int:
    if name.end <= document.text.find("\n"):
        return IN_HEADLINE
    return IN_LEAD if name.start < _lead_ends(document) else 1


def _lead_ends(document: Document) -> int:
    """Return the offset behind headline and lead."""
    headline_ends = document.text.find("\n")
    body = [s for s in document.sentences if s.start > headline_ends][:LEAD]
    return body[-1].end if body else max(headline_ends, 0)


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
