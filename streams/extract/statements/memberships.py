"""Organisations that somebody leaves, and what he hands in to leave them or a deal."""

from collections.abc import Iterator

from streams.extract.statements.deeds import deeds
from streams.extract.syntax import NAMES, behind, children, has_to, is_verb, objects, verb_above
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

TAKING_OUT = frozenset({"withdraw", "pull", "take", "remove"})
CUTTING = frozenset({"end", "terminate", "sever", "cut", "cut off", "break off", "cease"})
BONDS = frozenset({"relationship", "relation", "tie", "membership", "participation"})
EXITS = frozenset({"withdrawal", "exit", "pullout", "pull-out", "departure"})
GOING = frozenset(
    {"announce", "begin", "start", "initiate", "confirm", "declare", "formalise", "formalize"}
    | {"complete", "trigger", "launch", "finalise", "finalize"}
)
"""Who does this to his exit has told of it: "BEGAN its withdrawal from the bloc"."""
ISSUING = frozenset(
    {"sign", "issue", "send", "submit", "serve", "deliver", "give", "file", "hand", "hand in"}
)
PAPERS = frozenset(
    {"order", "decree", "memorandum", "memo", "directive", "proclamation", "letter", "notice"}
    | {"notification"}
)
"""What somebody hands in or signs to leave: "SERVED NOTICE of its plan to quit the bloc"."""
ENTERING = frozenset({"take", "begin", "start", "initiate", "launch", "trigger"})
STEPS = frozenset({"step", "process", "procedure"})
"""So is the first of these taken: "took the first STEP toward quitting the bloc"."""


def bodies_left(tree: Tree, i: int) -> Iterator[Token]:
    """Yield the organisations that a word is of leaving: "QUIT the ARCTIC COUNCIL"."""
    yield from filter(_is_body, _left(tree, i))


def _left(tree: Tree, i: int) -> Iterator[Token]:
    if not is_verb(tree[i]):
        yield from behind(tree, i, "from") if tree[i].lemma in EXITS else ()
        return
    if is_among(tree, i, deeds().leave_body):
        yield from _objects(tree, i)
    if tree[i].lemma in TAKING_OUT:
        yield from taken_out_of(tree, i)
    yield from cut_from(tree, i)


def _objects(tree: Tree, i: int) -> Iterator[Token]:
    """Yield what a verb may leave: "quit the COUNCIL", "pulled out of the COUNCIL"."""
    yield from objects(tree, i)
    yield from (t for out in _outs(tree, i) for t in behind(tree, out, "of"))


def _outs(tree: Tree, i: int) -> Iterator[int]:
    """Yield the "out" of a word, however the parser hangs it on: "pulled OUT of"."""
    return (t.i for t in children(tree, i, "prep", "prt", "advmod") if t.lemma == "out")


def taken_out_of(tree: Tree, i: int) -> Iterator[Token]:
    """Yield what somebody takes his country out of: "WITHDREW KENYA from the accord"."""
    taken = [t.i for t in children(tree, i, "dobj") if t.tag in NAMES or t.lemma == "country"]
    for word in (i, *taken) if taken else ():
        yield from behind(tree, word, "from")
        outs = (*_outs(tree, word), word)
        yield from (t for out in outs for t in behind(tree, out, "of") if t.i > word)


def cut_from(tree: Tree, i: int) -> Iterator[Token]:
    """Yield that to which somebody cuts his bond: "ENDED its membership of the COUNCIL"."""
    if not is_among(tree, i, CUTTING):
        return
    bonds = [t.i for t in children(tree, i, "dobj", "nsubjpass") if t.lemma in BONDS]
    for word in (*bonds, i) if bonds else ():
        yield from behind(tree, word, "with", "in", "of", "from")


def _is_body(word: Token) -> bool:
    """Say whether a word is an organisation that states leave: "the Arctic COUNCIL", "OPEC".

    A common noun may be a room or an office: "left the council".
    """
    named = word.tag in NAMES or word.text.isupper()
    return named and word.text.lower() in deeds().bodies


def tells_of_exit(tree: Tree, i: int) -> bool:
    """Say whether a noun is of an exit that is told: "announced its WITHDRAWAL from OPEC"."""
    exits = not is_verb(tree[i]) and any(bodies_left(tree, i))
    return exits and _telling(tree, i) is not None


def _telling(tree: Tree, i: int) -> int | None:
    """Return the verb that tells of an exit: "BEGAN its withdrawal", "SERVED notice of it"."""
    verb = verb_above(tree, i)
    if verb is None:
        return None
    told = tree[i].dep in {"dobj", "nsubjpass"} and is_among(tree, verb.i, GOING)
    return verb.i if told or (tree[i].dep == "pobj" and issues(tree, verb.i)) else None


def leaving_by(tree: Tree, i: int) -> int | None:
    """Return the verb by which somebody leaves, if it is not the word itself."""
    return paper_of(tree, i) if is_verb(tree[i]) else _telling(tree, i)


def paper_of(tree: Tree, i: int) -> int | None:
    """Return the verb by which is handed in what a verb is for: "SIGNED an order to quit"."""
    if not has_to(tree, i) and tree[i].tag != "VBG":
        return None
    verb = verb_above(tree, i)
    return verb.i if verb is not None and issues(tree, verb.i) else None


def issues(tree: Tree, i: int) -> bool:
    """Say whether somebody hands in a paper, or takes the first step."""
    things = {t.lemma for t in children(tree, i, "dobj", "nsubjpass")}
    issued = is_among(tree, i, ISSUING) and bool(things & PAPERS)
    return issued or (tree[i].lemma in ENTERING and bool(things & STEPS))
