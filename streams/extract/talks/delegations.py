"""Find who sits at the table in person: members and heads of delegations."""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.vocabulary import PersonRole
from streams.extract.document import Document, Passage
from streams.extract.gazetteer import Name
from streams.extract.officials import posts
from streams.extract.syntax import agents, behind, children, conjuncts, is_verb, subjects
from streams.extract.talks.lexicon import delegation_rules, rules
from streams.extract.talks.participants import denoted
from streams.extract.talks.sighting import Participant

MEDIATOR = ""
"""Stands for the actor of a delegate of whom is only known that he mediates."""


@dataclass(frozen=True, slots=True)
class Delegate:
    """A person at the table, for whom, as what, and where the text says so.

    `seated` is false of whom only his post sends there: "Ukraine's CHIEF NEGOTIATOR said".
    """

    name: str
    actor: str
    role: PersonRole
    start: int
    end: int
    seated: bool = True


def find_delegates(document: Document) -> tuple[Delegate, ...]:
    """Return the members and heads of all delegations of an article, in order."""
    found = [d for passage in document.passages for d in _in_passage(passage)]
    return tuple(dict.fromkeys((*found, *_sent(document))))


def _sent(document: Document) -> Iterator[Delegate]:
    """Yield those whose post it is to negotiate: envoys, negotiators, who leads a delegation."""
    for name in document.names:
        titles = _posts_of(document, name) if name.type == "official" else ()
        post = next((p for p in titles if _negotiates(p, alone=not name.actor)), None)
        if post is not None:
            role: PersonRole = "head" if post.casefold() in posts().head else "delegate"
            actor = name.actor or MEDIATOR
            yield Delegate(name.text, actor, role, name.start, name.end, seated=False)


def _posts_of(document: Document, name: Name) -> Iterator[str]:
    """Yield the posts that the article gives a person, and the one that he is known to have."""
    surname = name.text.split()[-1]
    yield from (o.post for o in document.officials if o.name.split()[-1] == surname)
    yield from (name.post,) if name.post else ()


def _negotiates(post: str, *, alone: bool) -> bool:
    """Say whether a post is of the table; who speaks for nobody (`alone`) is there to mediate."""
    words = post.casefold().split()
    sent = rules().mediators if alone else delegation_rules().posts
    return words[0] not in posts().past and not sent.isdisjoint(words)


def find_groups(document: Document) -> tuple[Participant, ...]:
    """Return the actors whose delegations or negotiators the article speaks of, each once."""
    found: dict[str, Participant] = {}
    for passage in document.passages:
        for token in passage.tree:
            if token.lemma in delegation_rules().groups and token.tag.startswith("NN"):
                for one in denoted(passage, token.i):
                    if one.role == "party":
                        found.setdefault(one.actor, one)
    return tuple(found.values())


def _in_passage(passage: Passage) -> Iterator[Delegate]:
    told = delegation_rules()
    for token in passage.tree:
        if not is_verb(token):
            continue
        if token.lemma in told.members:
            yield from _members(passage, token.i)
        if token.lemma in told.heading:
            yield from _heads(passage, token.i)
        if token.lemma in told.representing:
            yield from _represented(passage, token.i)
        if token.lemma in told.sending:
            yield from _dispatched(passage, token.i)
        yield from _on_side(passage, token.i)


def _members(passage: Passage, verb: int) -> Iterator[Delegate]:
    """Yield the members of "A's delegation includes B and C"."""
    actor = next((a for s in subjects(passage.tree, verb) if (a := _group_actor(passage, s))), None)
    if actor is None:
        return
    for start, end in _people_after(passage, verb):
        yield _delegate(passage, start, end, actor, "delegate")


def _heads(passage: Passage, verb: int) -> Iterator[Delegate]:
    """Yield those of "A's team is led by B, accompanied by C", "B heads A's delegation"."""
    tree = passage.tree
    passive = list(children(tree, verb, "agent"))
    led = [t.i for t in children(tree, verb, "nsubjpass")]
    if tree[verb].dep in {"acl", "relcl"} and not led:
        led = [tree[verb].head]
    if passive:
        actor = next((a for s in led if (a := _group_actor(passage, s))), None)
        if actor is not None:
            yield from _head_then_members(passage, verb, actor)
        return
    actor = next(
        (a for o in children(tree, verb, "dobj") if (a := _group_actor(passage, o.i))), None
    )
    # "N.N., who LED FOR A"
    led_for = (p.actor for t in behind(tree, verb, "for") for p in denoted(passage, t.i))
    actor = actor or next(led_for, None)
    if actor is None:
        return
    for subject in subjects(tree, verb):
        person = _person_at(passage, subject)
        if person is not None:
            yield _delegate(passage, *person, actor, "head")


def _represented(passage: Passage, verb: int) -> Iterator[Delegate]:
    """Yield the delegates of "A was represented by B", "B represented A"."""
    tree = passage.tree
    passive = [t.i for t in children(tree, verb, "nsubjpass")]
    if any(True for _ in children(tree, verb, "agent")):
        actor = next((p.actor for s in passive for p in denoted(passage, s)), None)
        if actor is not None:
            yield from _head_then_members(passage, verb, actor)
        return
    actor = next(
        (p.actor for o in children(tree, verb, "dobj") for p in denoted(passage, o.i)), None
    )
    for subject in subjects(tree, verb) if actor else ():
        person = _person_at(passage, subject)
        if person is not None and actor is not None:
            yield _delegate(passage, *person, actor, "head")


def _dispatched(passage: Passage, verb: int) -> Iterator[Delegate]:
    """Yield whom "A is sending B" sends."""
    tree = passage.tree
    actor = next((p.actor for s in subjects(tree, verb) for p in denoted(passage, s)), None)
    for sent in children(tree, verb, "dobj") if actor else ():
        person = _person_at(passage, sent.i)
        if person is not None and actor is not None:
            yield _delegate(passage, *person, actor, "delegate")


def _on_side(passage: Passage, verb: int) -> Iterator[Delegate]:
    """Yield who acts ON THE side of A, or is AT THE HEAD OF the delegation of A."""
    tree = passage.tree
    places = (*behind(tree, verb, "on"), *behind(tree, verb, "at"))
    for place in places:
        groups = (place, *(behind(tree, place.i, "of") if place.lemma == "head" else ()))
        actor = next((a for group in groups if (a := _group_actor(passage, group.i))), None)
        told = (t.i for t in children(tree, verb, "nsubj", "nsubjpass", "attr"))
        acting = (*told, *agents(tree, verb))
        for word in (i for who in acting for i in conjuncts(tree, who)) if actor else ():
            person = _person_at(passage, word)
            if person is not None and actor is not None:
                role: PersonRole = "head" if place.lemma == "head" else "delegate"
                yield _delegate(passage, *person, actor, role)


def _head_then_members(passage: Passage, verb: int, actor: str) -> Iterator[Delegate]:
    """Yield head and members, anew for each owner: "A's team is led by B and C'S BY D"."""
    owners = {verb: actor, **dict(_owners(passage, verb))}
    headed: set[int] = set()
    for start, end in _people_after(passage, verb):
        by = max(i for i in owners if i < start)
        yield _delegate(passage, start, end, owners[by], "delegate" if by in headed else "head")
        headed.add(by)


def _owners(passage: Passage, verb: int) -> Iterator[tuple[int, str]]:
    """Yield whose other delegations are told of behind a verb that is left out: "and C'S by D"."""
    tree = passage.tree
    for by in tree[verb + 2 :]:
        owner = passage.at.get(by.i - 2)
        if by.lemma == "by" and tree[by.i - 1].tag == "POS" and owner and owner.name.actor:
            yield by.i, owner.name.actor


def _group_actor(passage: Passage, noun: int) -> str | None:
    """Return whose delegation a noun phrase is, None if it is no delegation of a known actor."""
    token = passage.tree[noun]
    if token.lemma not in delegation_rules().groups:
        return None
    return next((p.actor for p in denoted(passage, noun)), None)


def _people_after(passage: Passage, verb: int) -> Iterator[tuple[int, int]]:
    """Yield first and last word of each person named behind a verb, in its own clause.

    By position, not by syntax: lists of names and posts are where parsers err.
    """
    tree = passage.tree
    i = verb + 1
    while i < len(tree):
        if _new_clause(passage, i, verb):
            return
        person = _person_from(passage, i)
        if person is None:
            i += 1
            continue
        yield person
        i = person[1] + 1


def _new_clause(passage: Passage, i: int, verb: int) -> bool:
    token = passage.tree[i]
    if token.text in {";", ":"}:
        return True
    if not is_verb(token) or token.dep in {"acl", "amod", "compound"}:
        return False
    return (
        token.dep in {"conj", "ccomp", "advcl", "relcl", "ROOT"}
        and token.i != verb
        and any(True for _ in children(passage.tree, i, "nsubj", "nsubjpass"))
    )


def _person_from(passage: Passage, i: int) -> tuple[int, int] | None:
    """Return the bounds of a person's name that begins at a word."""
    mention = passage.at.get(i)
    if mention is not None:
        starts = mention.first == i and mention.name.type == "official"
        return (
            (mention.first, mention.last)
            if starts and not _possessive(passage, mention.last)
            else None
        )
    return _unknown_person(passage, i)


def _person_at(passage: Passage, noun: int) -> tuple[int, int] | None:
    """Return the bounds of a person's name at a word or beside it: "N.N., the ENVOY who leads"."""
    tree = passage.tree
    beside = [t.i for t in children(tree, noun, "appos")]
    beside += [tree[noun].head] if tree[noun].dep == "appos" else []
    return next((p for i in (noun, *beside) if (p := _named_at(passage, i))), None)


def _named_at(passage: Passage, noun: int) -> tuple[int, int] | None:
    mention = passage.at.get(noun)
    if mention is not None:
        return (mention.first, mention.last) if mention.name.type == "official" else None
    first = noun
    while first > 0 and passage.tree[first - 1].tag == "NNP" and first - 1 not in passage.at:
        first -= 1
    return _unknown_person(passage, first)


def _unknown_person(passage: Passage, i: int) -> tuple[int, int] | None:
    """Return the bounds of two to four capitalised words that no gazetteer knows."""
    tree = passage.tree
    last = i
    while last < len(tree) and _is_name_word(passage, last):
        last += 1
    follows = tree[last].text if last < len(tree) else "."
    if not 2 <= last - i <= 4 or follows in {"'s", "’s", "'", "’"}:
        return None
    ends = follows in {",", ".", "and", ";", ")", "("} or tree[last].tag in {"VBD", "IN"}
    return (i, last - 1) if ends else None


def _is_name_word(passage: Passage, i: int) -> bool:
    token = passage.tree[i]
    return i not in passage.at and token.tag == "NNP" and token.text[0].isupper()


def _possessive(passage: Passage, last: int) -> bool:
    tree = passage.tree
    return last + 1 < len(tree) and tree[last + 1].tag == "POS"


def _delegate(passage: Passage, first: int, last: int, actor: str, role: PersonRole) -> Delegate:
    start, end = passage.span(first, last)
    return Delegate(passage.words(first, last), actor, role, start, end)
