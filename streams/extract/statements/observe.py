"""Read every likely cue of a document into a statement."""

from collections.abc import Iterator

from streams.extract.document import Document, Passage
from streams.extract.statements.contents import find_condition, find_content
from streams.extract.statements.cues import OBLIGATION, Cue
from streams.extract.statements.issues import Topics
from streams.extract.statements.model import Scored, score
from streams.extract.statements.references import Referents
from streams.extract.statements.sides import Sides
from streams.extract.statements.standing import find_modality, find_status
from streams.extract.statements.statement import POSITIONS, Statement
from streams.extract.statements.voices import find_voice
from streams.extract.talks.sighting import Participant

UNHELD = 0.7
"""Probability from which on a position counts though nobody is named who holds it."""


def observe(document: Document) -> Iterator[Statement]:
    """Yield what each sentence says of positions, mediation and outcomes."""
    referents, topics = Referents(document), Topics(document)
    for passage in document.passages:
        for scored in score(passage):
            statement = _statement(document, passage, scored, referents, topics)
            if statement is not None:
                yield statement


def _statement(
    document: Document, passage: Passage, scored: Scored, referents: Referents, topics: Topics
) -> Statement | None:
    cue = scored.cue
    sides = Sides(passage, referents)
    if cue.kind in POSITIONS:
        return _position(document, passage, scored, sides, referents, topics)
    parties = tuple(_around(passage, cue, sides))
    content = find_content(passage, cue.word, cue.kind, cue.pattern)
    return Statement(
        sentence=passage.index,
        headline=passage.headline,
        cue=cue,
        kind=cue.kind,
        word=passage.span(cue.word, cue.word)[0],
        start=passage.sentence.start,
        end=passage.sentence.end,
        probability=scored.probability,
        modality=find_modality(passage, cue.word, conditional=False),
        parties=parties,
        issue=topics.issue(passage, content, cue.kind),
        status=find_status(passage, cue.word, cue.kind),
        speaker=find_voice(document, passage, cue.word, (), referents),
    )


def _position(
    document: Document,
    passage: Passage,
    scored: Scored,
    sides: Sides,
    referents: Referents,
    topics: Topics,
) -> Statement | None:
    cue = scored.cue
    holders = _holders(passage, cue, sides, referents)
    if not holders and scored.probability < UNHELD:
        return None
    content = find_content(passage, cue.word, cue.kind, cue.pattern)
    condition = find_condition(passage, cue.word)
    return Statement(
        sentence=passage.index,
        headline=passage.headline,
        cue=cue,
        kind=cue.kind,
        word=passage.span(cue.word, cue.word)[0],
        start=passage.sentence.start,
        end=passage.sentence.end,
        probability=scored.probability,
        modality=find_modality(passage, cue.word, conditional=condition is not None),
        holders=holders,
        targets=sides.targets(cue.word, cue.kind, holders),
        content=content,
        condition=condition,
        speaker=find_voice(document, passage, cue.word, holders, referents),
        issue=topics.issue(passage, content, cue.kind),
    )


def _holders(
    passage: Passage, cue: Cue, sides: Sides, referents: Referents
) -> tuple[Participant, ...]:
    """Return who holds a position; of "must", who says so, not who must."""
    if cue.pattern == OBLIGATION:
        return referents.speaker(passage, cue.word)
    return sides.holders(cue.word)


def _around(passage: Passage, cue: Cue, sides: Sides) -> Iterator[Participant]:
    """Yield the actors of the sentence that are no mere places."""
    seen: set[str] = set()
    for participant in sides.holders(cue.word):
        seen.add(participant.actor)
        yield participant
    for known in passage.mentioned:
        name = known.name
        place = name.type in {"city", "capital"} and passage.tree[known.head].dep == "pobj"
        if name.actor and not place and name.actor not in seen:
            seen.add(name.actor)
            yield Participant(name.actor, "party", name.text, name.start, name.end)
