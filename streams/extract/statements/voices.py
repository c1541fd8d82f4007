"""Say who is on record for a statement."""

from collections.abc import Iterable, Iterator

from schemas.mention import Speaker
from streams.extract.document import Document, Passage
from streams.extract.speech import speech_rules
from streams.extract.statements.quotations import sources_above
from streams.extract.statements.references import Referents
from streams.extract.syntax import ancestors, children, conjuncts, first_conjunct, is_verb, subjects
from streams.extract.talks.sighting import Found, Participant, participant
from streams.extract.talks.speaker import by_name, post_of
from streams.extract.tree import Tree


def find_voice(
    document: Document,
    passage: Passage,
    i: int,
    holders: tuple[Participant, ...],
    referents: Referents,
) -> Found[Speaker] | None:
    """Return the person who says it: who reports it, who holds it, or who speaks beside it."""
    persons = _on_record(passage, i, holders, referents)
    person = next((each for each in persons if each.person), None)
    return _speaker(document, person) if person is not None else None


def _on_record(
    passage: Passage, i: int, holders: tuple[Participant, ...], referents: Referents
) -> Iterator[Participant]:
    """Yield who may be on record for what hangs on a word, the likeliest first."""
    yield from _known(passage, _reporting(passage, i))
    yield from holders
    if holders:
        yield from _known(passage, _acting_by_name(passage, i))
    for noun in (*_saying(passage, i), *_sources(passage, i)):
        yield from _known(passage, (noun,))
        yield from referents.of(passage, noun)


def _known(passage: Passage, nouns: Iterable[int]) -> Iterator[Participant]:
    """Yield those of some words who are persons known by name."""
    for noun in nouns:
        known = passage.at.get(noun)
        if known is not None and known.name.type == "official":
            yield participant(known.name, person=True)


def _acting_by_name(passage: Passage, i: int) -> Iterator[int]:
    """Yield the names behind the post of who acts: "the minister of A, N.N., ACCUSED B"."""
    tree = passage.tree
    for subject in subjects(tree, i) if is_verb(tree[i]) else ():
        yield from (t.i for t in by_name(tree, subject))


def _reporting(passage: Passage, i: int) -> Iterator[int]:
    """Yield those by whom it is told what others do: "A had urged B to yield, C SAID"."""
    tree = passage.tree
    for word in (tree[i], *ancestors(tree, i)):
        beside = children(tree, word.i, "parataxis")
        for verb in (*beside, *((tree[word.head],) if word.dep == "ccomp" else ())):
            if is_verb(verb) and verb.lemma in speech_rules().verbs:
                yield from _speakers(tree, verb.i)


def _speakers(tree: Tree, verb: int) -> Iterator[int]:
    """Yield who says something, who may have done something before: "A left and SAID"."""
    own = [t.i for t in children(tree, verb, "nsubj")]
    if not own and tree[verb].dep == "conj":
        own = [t.i for t in children(tree, first_conjunct(tree, verb), "nsubj")]
    yield from own


def _saying(passage: Passage, i: int) -> Iterator[int]:
    tree = passage.tree
    words = [tree[i], *ancestors(tree, i)]
    for word in words:
        speech = [word, *children(tree, word.i, "parataxis", "ccomp", "advcl")]
        for verb in speech:
            if is_verb(verb) and verb.lemma in speech_rules().verbs:
                for subject in _speakers(tree, verb.i):
                    yield from conjuncts(tree, subject)
                    yield from (t.i for t in by_name(tree, subject))


def _sources(passage: Passage, i: int) -> Iterator[int]:
    """Yield those by whose word it is so: "ACCORDING TO B, A must yield"."""
    for source in sources_above(passage.tree, i):
        yield from conjuncts(passage.tree, source.i)


def _speaker(document: Document, person: Participant) -> Found[Speaker]:
    post = post_of(document, person.name)
    # A person whose side nobody knows has no actor, not an empty one.
    speaker = Speaker(name=person.name, post=post, actor=person.actor or None)
    return Found(speaker, person.start, person.end)
