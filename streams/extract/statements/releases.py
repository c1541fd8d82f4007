"""Say whether persons are set free."""

from collections.abc import Iterable, Iterator

from streams.extract.statements.outcomes import outcome_rules
from streams.extract.syntax import NAMES, behind, children, is_to_come, is_verb, patients, subjects
from streams.extract.tree import Token, Tree

GETTING = frozenset({"receive", "get"})
COMING = frozenset({"return", "come", "bring", "emerge", "get"})
BACK = frozenset({"back", "home"})
CAPTIVITY = frozenset({"captivity", "imprisonment", "custody", "detention", "internment"})
GROUND = frozenset({"territory", "area"})
HOLDING = frozenset({"control", "hold"})
REGAINING = frozenset({"regain", "recover", "gain", "win"})
FREEDOM = frozenset({"freedom", "liberty"})


def sets_free(tree: Tree, i: int) -> bool:
    """Say whether a verb is of persons set free: "FREED pilots", "RELEASED a soldier"."""
    frees = is_verb(tree[i]) and tree[i].lemma in outcome_rules().liberating
    return frees and any(_persons(tree, i))


def hands_over(tree: Tree, i: int) -> bool:
    """Say whether a verb is of captives who change hands: "HANDED OVER kidnapped pilots".

    "RECEIVED the remains of soldiers FROM B" tells the same.
    """
    rules = outcome_rules()
    moves = is_verb(tree[i]) and (
        tree[i].lemma in rules.transfers - rules.both_ways or _receives(tree, i)
    )
    return moves and any(_is_taken(tree, person) for person in _persons(tree, i))


def comes_free(tree: Tree, i: int) -> bool:
    """Say whether captives are back: "RETURNED from captivity", "REGAINED their freedom"."""
    if not is_verb(tree[i]):
        return False
    if tree[i].lemma in REGAINING:
        regained = any(t.lemma in FREEDOM for t in children(tree, i, "dobj"))
        return regained and any(
            _is_taken(tree, who) for who in with_counted(tree, subjects(tree, i))
        )
    if tree[i].lemma not in COMING:
        return False
    whence = tuple(_whence(tree, i))
    if any(place.lemma in CAPTIVITY for place in whence):
        return True
    if not any(_is_held_ground(tree, place) for place in whence):
        return False
    who = (*with_counted(tree, subjects(tree, i)), *_persons(tree, i))
    return any(tree[word].lemma in outcome_rules().captives for word in who)


def _whence(tree: Tree, i: int) -> Iterator[Token]:
    """Yield what somebody comes from: "came back from CAPTIVITY"."""
    back = (t.i for t in children(tree, i, "advmod") if t.lemma in BACK)
    for word in (i, *back):
        yield from behind(tree, word, "from")


def _is_held_ground(tree: Tree, place: Token) -> bool:
    """Say whether a noun is land in the hands of others: "TERRITORY controlled by B"."""
    held = children(tree, place.i, "acl", "amod")
    return place.lemma in GROUND and any(t.lemma in HOLDING for t in held)


def _receives(tree: Tree, i: int) -> bool:
    """Say whether somebody gets what another hands over: "RECEIVED remains FROM B"."""
    gets = tree[i].lemma in GETTING and not is_to_come(tree, i)
    things = with_counted(tree, (t.i for t in children(tree, i, "dobj")))
    return gets and any(any(behind(tree, word, "from")) for word in (i, *things))


def _persons(tree: Tree, i: int) -> Iterator[int]:
    """Yield the persons that a verb is done to."""
    known = outcome_rules().captives | outcome_rules().captured
    moved = (*(t.i for t in children(tree, i, "dobj")), *patients(tree, i))
    return (
        word
        for word in with_counted(tree, moved)
        if tree[word].lemma in known or _is_held(tree, word)
    )


def _is_held(tree: Tree, person: int) -> bool:
    """Say whether a person is told to have been captive: "N.N., A SOLDIER held since May"."""
    rules = outcome_rules()
    called = list(children(tree, person, "appos")) if tree[person].tag in NAMES else []
    if any(t.lemma in rules.captives for t in called):
        return True
    told = (t for who in (person, *(t.i for t in called)) for t in children(tree, who, "relcl"))
    return any(t.lemma in rules.taking for t in told)


def with_counted(tree: Tree, words: Iterable[int]) -> Iterator[int]:
    """Yield words, and what they only count: "DOZENS of SOLDIERS"."""
    for word in words:
        yield word
        if _is_count(tree[word]):
            yield from (t.i for t in behind(tree, word, "of"))


def _is_count(word: Token) -> bool:
    """Say whether a word only counts those behind "of": "DOZENS of", "21 of"."""
    return word.tag in {"CD", "DT"} or word.lemma in outcome_rules().of_them


def _is_taken(tree: Tree, person: int) -> bool:
    """Say whether a person is captive: "KIDNAPPED policemen", "soldiers SEIZED in May"."""
    rules = outcome_rules()
    by_others = (t.lemma for t in children(tree, person, "amod", "acl") if t.tag in {"VBN", "JJ"})
    return tree[person].lemma in rules.captured or any(verb in rules.taking for verb in by_others)
