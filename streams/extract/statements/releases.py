"""Say whether persons are set free."""

from collections.abc import Iterable, Iterator

from streams.extract.statements.outcomes import outcome_rules
from streams.extract.syntax import (
    NAMES,
    OBLIGATIONS,
    ancestors,
    behind,
    children,
    is_to_come,
    is_verb,
    patients,
    subjects,
    subtree,
)
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

GETTING = frozenset({"receive", "get"})
COMING = frozenset({"return", "come", "bring", "emerge", "get"})
BACK = frozenset({"back", "home"})
CAPTIVITY = frozenset({"captivity", "imprisonment", "custody", "detention", "internment"})
GROUND = frozenset({"territory", "area"})
HOLDING = frozenset({"control", "hold"})
REGAINING = frozenset({"regain", "recover", "gain", "win"})
FREEDOM = frozenset({"freedom", "liberty"})
LOOSE = {"set": frozenset({"free", "liberty"}), "turn": frozenset({"loose"})}
"""What makes captives free, with the verb: "SET them at LIBERTY", "TURNED them LOOSE"."""
AGREEING = frozenset({"agree", "settle", "provide", "stipulate"})
JAILS = frozenset({"jail", "prison", "court", "custody", "cell", "camp", "hospital", "facility"})
"""Where captives are brought who are none the freer for it."""
GOING = frozenset("arrive cross fly land leave reach walk go travel drive head step".split())
INTO = frozenset({"from", "to", "into", "in", "across", "out"})
HELD = CAPTIVITY | {"hand"}
""""Four nurses are home after 200 days in CAPTIVITY, in the HANDS of rebels"."""


def sets_free(tree: Tree, i: int) -> bool:
    """Say whether a verb is of persons set free: "FREED pilots", "SET a soldier at liberty"."""
    frees = is_verb(tree[i]) and (tree[i].lemma in outcome_rules().liberating or _loosens(tree, i))
    return frees and any(_persons(tree, i)) and not _is_demanded(tree, i)


def _is_demanded(tree: Tree, i: int) -> bool:
    """Say whether somebody wants it done who has not agreed on it: "SHOULD be released"."""
    obliged = {t.text.lower() for t in children(tree, i, "aux")} & OBLIGATIONS
    around = (*ancestors(tree, i), *children(tree, i, "parataxis"))
    return bool(obliged) and all(t.lemma not in AGREEING for t in around)


def _loosens(tree: Tree, i: int) -> bool:
    """Say whether a verb sets free by a word behind it: "SET FREE", "TURNED LOOSE"."""
    free = LOOSE.get(tree[i].lemma, frozenset())
    return bool(free) and any(tree[word].lemma in free for word in subtree(tree, i))


def hands_over(tree: Tree, i: int) -> bool:
    """Say whether a verb is of captives who change hands: "HANDED OVER kidnapped pilots".

    "RECEIVED the remains of soldiers FROM B" tells the same.
    """
    rules = outcome_rules()
    if not is_verb(tree[i]) or any(t.lemma in JAILS for t in behind(tree, i, "to", "in", "into")):
        return False
    moves = tree[i].lemma in rules.transfers - rules.both_ways
    moves = moves or is_among(tree, i, rules.conveying) or _receives(tree, i)
    if tree[i].lemma in GETTING and any(t.lemma == "back" for t in children(tree, i)):
        return moves and any(_persons(tree, i))  # "GOT BACK 40 soldiers from B"
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
    if tree[i].lemma == "be":
        return _is_home(tree, i) or _is_safe(tree, i, subjects(tree, i))
    if tree[i].lemma in GOING and _goes(tree, i):
        return True
    if tree[i].lemma not in COMING:
        return False
    return _is_safe(tree, i, _persons(tree, i)) or _leaves_captors(tree, i)


def _leaves_captors(tree: Tree, i: int) -> bool:
    """Say whether somebody comes from where captives are: "RETURNED from captivity"."""
    whence = tuple(_whence(tree, i))
    if any(place.lemma in CAPTIVITY for place in whence):
        return True
    if not any(_is_held_ground(tree, place) for place in whence):
        return False
    who = (*with_counted(tree, subjects(tree, i)), *_persons(tree, i))
    return any(tree[word].lemma in outcome_rules().captives for word in who)


def _is_home(tree: Tree, i: int) -> bool:
    """Say whether somebody is no longer captive: "ARE home after 200 days in captivity"."""
    there = any(t.lemma in BACK | {"free"} for t in children(tree, i, "advmod", "acomp"))
    if not there or not any(_is_person(tree[who]) for who in with_counted(tree, subjects(tree, i))):
        return False
    return any(tree[w].lemma in HELD for prep in _after(tree, i) for w in subtree(tree, prep.i))


def _is_safe(tree: Tree, i: int, persons: Iterable[int]) -> bool:
    """Say whether captives are back where they belong: "kidnapped pilots were BROUGHT back"."""
    back = [t.i for t in children(tree, i, "advmod", "prt") if t.lemma in BACK]
    ends = (t for word in (i, *back) for t in behind(tree, word, *INTO))
    free = bool(back) and all(t.lemma not in JAILS for t in ends) and not is_to_come(tree, i)
    return free and any(_was_alive(tree, who) for who in with_counted(tree, persons))


def _is_person(word: Token) -> bool:
    """Say whether a word stands for persons: "NURSES", "two KENYANS", "THEY"."""
    return word.lemma in outcome_rules().captives or word.tag in {"NNPS", "PRP"}


def _after(tree: Tree, i: int) -> Iterator[Token]:
    """Yield the "after" of a copula, whatever the parser hangs it on."""
    for word in (i, *(t.i for t in children(tree, i, "advmod", "acomp"))):
        yield from (t for t in children(tree, word, "prep") if t.lemma == "after")


def _goes(tree: Tree, i: int) -> bool:
    """Say whether captives are on their way out: "the HOSTAGES LANDED in Lima"."""
    if not any(_was_alive(tree, who) for who in with_counted(tree, subjects(tree, i))):
        return False
    ends = [*behind(tree, i, *INTO), *children(tree, i, "dobj")]
    away = any(t.lemma in BACK for t in children(tree, i, "advmod"))
    there = away or any(t.tag in NAMES for t in ends)
    return there and all(t.lemma not in JAILS for t in ends) and not is_to_come(tree, i)


def _was_alive(tree: Tree, person: int) -> bool:
    """Say whether a person has been captive until now: no CORPSE, no FORMER prisoner."""
    dead = tree[person].lemma in outcome_rules().bodies
    former = any(t.lemma == "former" for t in children(tree, person, "amod"))
    return _is_taken(tree, person) and not dead and not former


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
    if tree[person].tag == "NNPS" and _is_taken(tree, person):
        return True  # "two captive KENYANS"
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
    """Say whether a person is captive: "KIDNAPPED policemen", "soldiers SEIZED in May".

    So is who has been freed, and who is dead: "FREED policemen", "the BODIES of soldiers".
    """
    rules = outcome_rules()
    if tree[person].lemma in rules.captured or _is_body(tree, person):
        return True
    said = {t.lemma for t in children(tree, person, "amod", "acl") if t.tag in {"VBN", "JJ"}}
    return not said.isdisjoint(rules.taking | rules.liberating | {"captive"})


def _is_body(tree: Tree, person: int) -> bool:
    """Say whether a noun is of the dead of a war: "the BODIES of 14 soldiers"."""
    of = behind(tree, person, "of") if tree[person].lemma in outcome_rules().bodies else ()
    return any(t.lemma in outcome_rules().captives for t in of)
