"""Say whether what somebody does yields to others: he eases a measure, or lets help in."""

from collections.abc import Iterator

from streams.extract.statements.deeds import deeds
from streams.extract.statements.releases import with_counted
from streams.extract.syntax import behind, children, is_to_come, object_lemmas, subtree
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

BEGINNING = frozenset({"begin", "start", "complete", "finish", "conclude"})

PARTS = frozenset({"part", "section", "element", "article", "point", "chapter"})
ANNOUNCING = frozenset({"announce", "declare", "confirm", "order"})
BESIDE = ("compound", "appos")
HOLDING_OFF = frozenset({"hold off", "hold off on"})
PUTTING_OFF = HOLDING_OFF | {"delay", "postpone", "pause", "put off", "defer"}


def eases(tree: Tree, i: int) -> bool:
    """Say whether somebody yields by what a verb says: "LIFTED a ban", "let aid trucks ENTER"."""
    things = {t.lemma for t in (*children(tree, i, "dobj", "nsubjpass"), *_held_off(tree, i))}
    deferred = _deferred(tree, i) & deeds().measures
    lifts = is_among(tree, i, deeds().ease) and (things & deeds().measures or deferred)
    # Who prolongs sanctions eases nothing.
    grants = tree[i].lemma in deeds().grant and (things & deeds().relief or deferred)
    exempts = tree[i].lemma in deeds().exempt and object_lemmas(tree, i) & deeds().measures
    opens = tree[i].lemma in deeds().unblock and things & deeds().gates
    eased = lifts or grants or exempts or opens or drops(tree, i)
    ways = (_lets_in, _is_gesture, _disarms, gives_up_law)
    return bool(eased) or any(way(tree, i) for way in ways)


def drops(tree: Tree, i: int) -> bool:
    """Say whether somebody takes back a claim or a bill: "WITHDREW parts of the bill"."""
    return is_among(tree, i, deeds().take_back) and bool(_with_parts(tree, i) & deeds().taken_back)


def puts_off(tree: Tree, i: int) -> bool:
    """Say whether a measure is put off by what a verb says: "DELAY a tariff"."""
    return is_among(tree, i, PUTTING_OFF) and eases(tree, i)


def pulls_back(tree: Tree, i: int) -> bool:
    """Say whether somebody takes back his troops: "WITHDREW its forces", "BEGAN a pullout"."""
    if tree[i].lemma in BEGINNING:
        things = object_lemmas(tree, i) & deeds().pullback
        begins = things or any(_takes_back(tree, t.i) for t in children(tree, i, "xcomp"))
        return bool(begins) and _is_done(tree, i)
    return _takes_back(tree, i) and _is_done(tree, i)


def _is_done(tree: Tree, i: int) -> bool:
    """Say whether a verb tells what is done, not what may or is to be."""
    return tree[i].tag != "VB" and not is_to_come(tree, i)


def _takes_back(tree: Tree, i: int) -> bool:
    """Say whether a verb takes troops back: "WITHDREW some of its forces"."""
    if not is_among(tree, i, deeds().pull_back):
        return False
    moved = with_counted(tree, (t.i for t in children(tree, i, "dobj")))
    return any(tree[word].lemma in deeds().forces for word in moved)


def _with_parts(tree: Tree, i: int) -> set[str]:
    """Return what a verb is done to, and what that is part of: "dropped PARTS of the BILL"."""
    things = (*children(tree, i, "dobj", "nsubjpass"),)
    parts = [t.i for t in things if t.lemma in PARTS]
    whole = (t for part in (i, *parts) for t in behind(tree, part, "of", "from", "in") if parts)
    return {t.lemma for t in (*things, *whole)}


def _lets_in(tree: Tree, i: int) -> bool:
    """Say whether somebody lets in help or those who look: "LET aid trucks enter"."""
    if tree[i].lemma not in deeds().let:
        return False
    let = (*children(tree, i, "dobj", "ccomp"), *_of_clauses(tree, i))
    return any(word.lemma in deeds().let_in for word in let)


def _disarms(tree: Tree, i: int) -> bool:
    """Say whether somebody does away with arms of his own: "SHUT DOWN its reactor"."""
    if not is_among(tree, i, deeds().disable) or not _is_done(tree, i):
        return False
    arms = (t for t in children(tree, i, "dobj") if t.lemma in deeds().armoury)
    return any(t.tag == "PRP$" for arm in arms for t in children(tree, arm.i, "poss"))


def gives_up_law(tree: Tree, i: int) -> bool:
    """Say whether somebody gives up a law that is protested: "WITHDREW the bill after protests".

    Or announces that it is: "announced the WITHDRAWAL of the bill".
    """
    given_up: tuple[Token, ...] = ()
    if is_among(tree, i, deeds().give_up_law):
        given_up = (*children(tree, i, "dobj", "nsubjpass"),)
    elif tree[i].lemma in ANNOUNCING:
        ends = (t for t in children(tree, i, "dobj") if t.lemma in deeds().end_of_law)
        given_up = tuple(thing for end in ends for thing in behind(tree, end.i, "of"))
    # In a headline, and where it has a capital, the parser takes the bill for another's name.
    named = (t for thing in given_up for t in (thing, *children(tree, thing.i, *BESIDE)))
    contested = any(t.text.lower().removesuffix("s") in deeds().laws for t in named)
    return contested and any(t.lemma.lower() in deeds().outcry for t in tree)


def _of_clauses(tree: Tree, i: int) -> Iterator[Token]:
    """Yield the subjects of the clauses that hang on a verb."""
    return (t for c in children(tree, i, "ccomp", "xcomp") for t in children(tree, c.i, "nsubj"))


def _is_gesture(tree: Tree, i: int) -> bool:
    """Say whether something is done to please another: "freed them AS A GESTURE of goodwill"."""
    return any(t.lemma == "gesture" for t in behind(tree, i, "as", "in"))


def _held_off(tree: Tree, i: int) -> Iterator[Token]:
    """Yield what it is that somebody does not do for now: "HELD OFF on TARIFFS"."""
    return behind(tree, i, "on") if is_among(tree, i, HOLDING_OFF) else iter(())


def _deferred(tree: Tree, i: int) -> set[str]:
    """Return what the object of a verb is of, where that is a decision, a deadline and the like."""
    below = (*children(tree, i, "dobj"), *_held_off(tree, i))
    objects = [t for t in below if t.lemma in deeds().deferred]
    return {tree[word].lemma for t in objects for word in subtree(tree, t.i)}
