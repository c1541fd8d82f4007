"""Claims that are denied in the same article: one mention of each, with who denies it.

"Baku accused Yerevan of opening fire, which Yerevan denied" is no rejection besides (contract,
section 2). Where the denial is the news, and the article tells of no claim by itself, the mention
stays as it was read, with modality `denied`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from schemas import Evidence
from schemas.vocabulary import POSITIONS, Actors
from streams.dedup.actors import as_actors
from streams.extract.document import Document, Passage
from streams.extract.mentions import Draft
from streams.extract.statements.claims import OBJECTS, denial_rules, denies_claim
from streams.extract.statements.negation import disclaims, is_negated
from streams.extract.statements.references import Referents
from streams.extract.statements.sides import Sides
from streams.extract.syntax import behind, children, is_verb, subtree
from streams.extract.talks.table import Principals
from streams.extract.tree import Token, Tree

NEXT = 1
"""Sentences between a claim and what is plainly its denial."""
NEAR = 3
"""The same where it is an accusation of the one who denies it."""
POINTING = frozenset({"PRP", "DT", "WDT", "WP"})
"""Tags of words that point at a claim: "denied IT", "WHICH Kyiv denied"."""


@dataclass(frozen=True, slots=True)
class Denial:
    """Who denies something in a sentence, where that is said, and how far what is denied goes."""

    sentence: int
    actors: frozenset[str]
    start: int
    end: int
    within: tuple[int, int]

    def is_of(self, draft: Draft) -> bool:
        """Say whether a draft is this denial, read as a rejection."""
        if draft.kind != "rejection" or not self.actors & _all(draft.holder):
            return False
        contents = [e for e in draft.evidence if e.field == "content"]
        if not contents:
            told = [e for e in draft.evidence if e.field == "kind"]
            return all(e.start <= self.start and self.end <= e.end for e in told)
        return all(self.within[0] <= e.start and e.end <= self.within[1] for e in contents)


def marked(
    drafts: Sequence[Draft], document: Document, principals: Principals
) -> tuple[Draft, ...]:
    """Return drafts with who denies them, without those that are such a denial."""
    found = list(drafts)
    for denial in _denials(document, principals):
        denied = _denied(denial, found, document)
        if denied is None:
            continue
        found[denied] = _with(found[denied], denial)
        found = [draft for draft in found if not denial.is_of(draft)]
    return tuple(found)


def _with(draft: Draft, denial: Denial) -> Draft:
    shown = Evidence(field="denied_by", start=denial.start, end=denial.end)
    return msgspec.structs.replace(
        draft,
        denied_by=tuple(sorted({*draft.denied_by, *denial.actors})),
        evidence=(*draft.evidence, shown),
    )


def _denied(denial: Denial, drafts: Sequence[Draft], document: Document) -> int | None:
    """Return the number of the draft that is denied: the nearest before, of those an accusation."""
    near = (
        (draft.kind != "accusation", away, number)
        for number, draft in enumerate(drafts)
        if _can_deny(denial, draft)
        and (away := _away(denial, draft, document)) is not None
        and away <= (NEAR if draft.kind == "accusation" else NEXT)
    )
    return min(near, default=(None, None, None))[2]


def _can_deny(denial: Denial, draft: Draft) -> bool:
    """Say whether a draft is something that others say of those who deny."""
    if draft.modality == "denied":
        return False
    if draft.kind == "accusation":
        return denial.actors <= _all(draft.target) and not denial.actors & _all(draft.holder)
    said_by = draft.speaker.actor if draft.speaker else None
    if said_by in denial.actors:
        return False
    if draft.kind in POSITIONS:
        return said_by is not None and denial.actors <= _all(draft.holder)
    return denial.actors <= {p.actor for p in draft.parties if p.role == "party"}


def _away(denial: Denial, draft: Draft, document: Document) -> int | None:
    """Return how many sentences before the denial a draft is told of last; None if not before."""
    told = [e for e in draft.evidence if e.field == "kind" and e.start <= denial.start]
    sentences = [p.index for p in document.passages for e in told if _begins_in(e, p)]
    return denial.sentence - max(sentences) if sentences else None


def _begins_in(evidence: Evidence, passage: Passage) -> bool:
    return passage.sentence.start <= evidence.start < passage.sentence.end


def _all(actors: Actors | None) -> frozenset[str]:
    return frozenset(as_actors(actors))


def _denials(document: Document, principals: Principals) -> Iterator[Denial]:
    spoken = [
        (passage, token)
        for passage in document.passages
        for token in passage.tree
        if _denies(passage.tree, token)
    ]
    referents = Referents(document, principals) if spoken else None
    for passage, token in spoken:
        if referents is None:
            continue
        actors = Sides(passage, referents).holders(token.i)
        if actors:
            start, end = passage.span(token.i, token.i)
            own = _without_others(passage.tree, token.i)
            yield Denial(
                passage.index,
                frozenset(a.actor for a in actors),
                *_shown((start, end), ((a.start, a.end) for a in actors), passage),
                passage.span(own[0], own[-1]),
            )


def _without_others(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the words of a verb up to the next one beside it: "DENIED IT and refused"."""
    own = subtree(tree, verb)
    beside = [subtree(tree, other.i)[0] for other in children(tree, verb, "conj")]
    return tuple(i for i in own if i < min(beside, default=len(tree)))


def _shown(
    verb: tuple[int, int], actors: Iterable[tuple[int, int]], passage: Passage
) -> tuple[int, int]:
    """Return the words that show it: from who denies it on, where they stand in the sentence."""
    sentence = passage.sentence
    here = [s for s in (verb, *actors) if sentence.start <= s[0] and s[1] <= sentence.end]
    return min(s[0] for s in here), max(s[1] for s in here)


def _denies(tree: Tree, token: Token) -> bool:
    """Say whether a verb denies a claim: "denied it", "rejected it", "we have not made a truce"."""
    rules = denial_rules()
    if disclaims(tree, token.i):
        things = (*children(tree, token.i, "dobj", "attr"), *behind(tree, token.i, "to"))
        return any(thing.lemma in rules.outcomes for thing in things)
    denying = token.lemma in rules.outright or token.lemma in rules.refusing
    if not denying or not is_verb(token) or is_negated(tree, token.i):
        return False
    if denies_claim(tree, token, rules.claims | rules.versions):
        return True
    if token.lemma in rules.refusing:
        return False
    plain = [o for o in children(tree, token.i, *OBJECTS) if o.tag not in POINTING]
    return not plain or any(o.lemma in rules.deeds for o in plain)
