"""Say who is on record for a statement."""

from collections.abc import Iterator

from schemas.mention import Speaker
from streams.extract.document import Document, Passage
from streams.extract.speech import speech_rules
from streams.extract.statements.quotations import sources_of
from streams.extract.statements.references import Referents
from streams.extract.syntax import ancestors, children, conjuncts, is_verb
from streams.extract.talks.sighting import Found, Participant, participant
from streams.extract.talks.speaker import by_name, post_of


def find_voice(
    document: Document,
    passage: Passage,
    i: int,
    holders: tuple[Participant, ...],
    referents: Referents,
) -> Found[Speaker] | None:
    """Return the person who says it: who holds it, or who is the subject of the verb of saying."""
    for holder in holders:
        if holder.person:
            return _speaker(document, holder)
    for noun in (*_saying(passage, i), *_sources(passage, i)):
        known = passage.at.get(noun)
        if known is not None and known.name.type == "official":
            return _speaker(document, participant(known.name, person=True))
        for one in referents.of(passage, noun):
            if one.person:
                return _speaker(document, one)
    return None


def _saying(passage: Passage, i: int) -> Iterator[int]:
    tree = passage.tree
    words = [tree[i], *ancestors(tree, i)]
    for word in words:
        speech = [word, *children(tree, word.i, "parataxis", "ccomp", "advcl")]
        for verb in speech:
            if is_verb(verb) and verb.lemma in speech_rules().verbs:
                for subject in children(tree, verb.i, "nsubj"):
                    yield from conjuncts(tree, subject.i)
                    yield from (t.i for t in by_name(tree, subject.i))


def _sources(passage: Passage, i: int) -> Iterator[int]:
    """Yield those by whose word it is so: "ACCORDING TO B, A must yield"."""
    for word in (passage.tree[i], *ancestors(passage.tree, i)):
        for source in sources_of(passage.tree, word.i):
            yield from conjuncts(passage.tree, source.i)


def _speaker(document: Document, person: Participant) -> Found[Speaker]:
    post = post_of(document, person.name)
    # A person whose side nobody knows has no actor, not an empty one.
    speaker = Speaker(name=person.name, post=post, actor=person.actor or None)
    return Found(speaker, person.start, person.end)
