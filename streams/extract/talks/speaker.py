"""Say who is on record for an encounter that is not simply reported as a fact."""

from schemas.mention import Speaker
from streams.extract.document import Document, Passage
from streams.extract.officials import posts
from streams.extract.speech import speech_rules
from streams.extract.syntax import ancestors, children, is_verb
from streams.extract.talks.sighting import Found
from streams.extract.talks.triggers import Trigger


def find_speaker(document: Document, passage: Passage, trigger: Trigger) -> Found[Speaker] | None:
    """Return the named person whose statement holds the encounter: "X said the talks would ..."."""
    tree = passage.tree
    start = trigger.verb if trigger.verb is not None else trigger.anchor
    for above in ancestors(tree, start):
        if not is_verb(above) or above.lemma not in speech_rules().verbs:
            continue
        for subject in children(tree, above.i, "nsubj"):
            mention = passage.at.get(subject.i)
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


def post_of(document: Document, name: str) -> str | None:
    """Return the post that the article gives a person, None where it gives none."""
    surname = name.split()[-1]
    given = [o.post for o in document.officials if o.name.split()[-1] == surname]
    present = [p for p in given if p.split()[0].casefold() not in posts().past]
    return next(iter(present or given), None)
