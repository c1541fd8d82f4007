"""Say who is on record for an encounter that is not simply reported as a fact."""

from collections.abc import Iterator

from schemas.mention import Speaker
from streams.extract.document import Document, Passage
from streams.extract.officials import posts
from streams.extract.speech import speech_rules
from streams.extract.syntax import ancestors, behind, children, is_verb
from streams.extract.talks.sighting import Found
from streams.extract.talks.triggers import Trigger
from streams.extract.tree import Token, Tree


def find_speaker(document: Document, passage: Passage, trigger: Trigger) -> Found[Speaker] | None:
    """Return the named person whose statement holds the encounter: "X said the talks would ..."."""
    start = trigger.verb if trigger.verb is not None else trigger.anchor
    for noun in _saying(passage.tree, start):
        mention = passage.at.get(noun.i)
        if mention is not None and mention.name.type == "official":
            name = mention.name
            return Found(
                Speaker(
                    name=name.text,
                    post=post_of(document, name.text) or name.post,
                    actor=name.actor,
                ),
                name.start,
                name.end,
            )
    return None


def _saying(tree: Tree, start: int) -> Iterator[Token]:
    """Yield who says it: the subject of saying above, who stands behind "ACCORDING TO"."""
    for above in (tree[start], *ancestors(tree, start)):
        if above.i != start and is_verb(above) and above.lemma in speech_rules().verbs:
            for subject in children(tree, above.i, "nsubj"):
                yield from by_name(tree, subject.i)
        for source in children(tree, above.i, "prep"):
            if source.text.lower() == "according":
                yield from behind(tree, source.i, "to")


def by_name(tree: Tree, noun: int) -> Iterator[Token]:
    """Yield a noun, and who it is by name: "the minister, N.N., said", "the ENVOY of A, N.N.,"."""
    yield tree[noun]
    for word in (tree[noun], *behind(tree, noun, "of")):
        yield from children(tree, word.i, "appos")


def post_of(document: Document, name: str) -> str | None:
    """Return the post that the article gives a person, None where it gives none."""
    surname = name.split()[-1]
    given = [o.post for o in document.officials if o.name.split()[-1] == surname]
    present = [p for p in given if p.split()[0].casefold() not in posts().past]
    return next(iter(present or given), None)
