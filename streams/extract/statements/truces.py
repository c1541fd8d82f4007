"""Say whether words tell of a truce without naming it: "agreed to stop", "is halting attacks"."""

from collections.abc import Iterator

from streams.extract.allusions import allusion_rules
from streams.extract.statements.deeds import deeds
from streams.extract.statements.negation import is_negated
from streams.extract.syntax import (
    OBLIGATIONS,
    behind,
    children,
    conjuncts,
    has_to,
    is_verb,
    objects,
    with_of,
)
from streams.extract.tree import Token, Tree

STOP = frozenset({"stop", "halt", "cease"})
BREAKING_OFF = {
    "put": frozenset({"stop", "halt", "end", "hold"}),
    "call": frozenset({"halt", "stop", "end", "time"}),
    "bring": frozenset({"stop", "halt", "standstill", "end", "close"}),
}
"""Verbs that with a noun mean to stop: "CALLED a HALT to the raids", "PUT them on HOLD"."""
HOLDING_BACK = STOP | {"refrain", "abstain"}
AT_REST = {"hold": frozenset({"fire"}), "cease": frozenset({"fire"}), "silence": frozenset({"gun"})}
"""What is done to what, so that it is quiet: "HOLD their FIRE"."""
KEEPING = frozenset({"observe", "honour", "honor", "respect"})
CARRYING_OUT = KEEPING | {"implement", "introduce"}
TRUCE = frozenset({"truce", "ceasefire", "cease-fire", "armistice", "cessation", "pause"})
ENGAGING = frozenset({"agree", "accept", "undertake", "decide"})
VOWS = frozenset({"vow", "pledge", "promise", "swear", "commit"})
ORDERING = frozenset({"order", "tell", "instruct", "direct", "command"})
ACTION = frozenset({"action", "activity", "act", "move"})
HOSTILE = frozenset({"offensive", "military", "hostile", "armed", "combat"})
ARMED = HOSTILE | {"air", "missile", "drone", "rocket", "artillery", "retaliatory"}
PLURAL = frozenset({"NNS", "NNPS"})
SEVERAL = frozenset({"both", "two", "three", "four"})
SIDES = frozenset({"side", "party", "belligerent"})
TIME = frozenset({"hour", "day", "week", "month"})
HALTS = frozenset("halt stop end pause suspension cessation freeze moratorium".split())
RESOLVES = frozenset("decision order pledge promise vow announcement commitment resolve".split())
RESOLVING = frozenset({"announce", "make", "take", "issue", "publish", "give", "confirm", "repeat"})
"""What is done to what somebody has resolved: "ANNOUNCED its decision"."""
SPELLS = TIME | frozenset("night year campaign series wave spate round string barrage".split())
"""What fighting comes in: "a CAMPAIGN of raids"."""
TO_ACT = ("advcl", "xcomp", "relcl", "acl")
"""How an act hangs on who agrees to it, and on the deal."""
OWN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
"""How a verb hangs of which the subject speaks for himself."""


def stops(tree: Tree, i: int) -> bool:
    """Say whether a verb is to stop, and nothing but the fighting: "agreed to stop"."""
    return tree[i].lemma in STOP and not any(children(tree, i, "dobj", "xcomp", "prep"))


def bargains_to_stop(tree: Tree, i: int, subject: Token | None) -> bool:
    """Say whether what is agreed is to stop fighting: "reached a deal to halt attacks".

    One side alone may agree, or accept; what several pledge they have agreed on.
    """
    if is_negated(tree, i) or tree[i].lemma in deeds().comment:
        return False
    deals = children(tree, i, "dobj", "nsubjpass")
    agreed = (i, *(t.i for t in deals if t.lemma in deeds().elsewhere))
    engages = tree[i].lemma in ENGAGING or (
        tree[i].lemma in VOWS and subject is not None and are_several(tree, subject)
    )
    if len(agreed) == 1 and not engages:
        return False
    if tree[i].lemma in VOWS and any(t.lemma in TRUCE for t in behind(tree, i, "to")):
        return True  # "A and B COMMITTED to a ceasefire"
    own = (t for word in agreed for t in children(tree, word, *TO_ACT) if has_to(tree, t.i))
    acts = (*own, *_acts_agreed(tree, i))
    ends = (n for word in agreed for p in children(tree, word, "prep") for n in children(tree, p.i))
    return any(stops_fighting(tree, t.i) for t in acts) or any(
        n.dep == "pobj" and stops_fighting(tree, n.i) for n in ends
    )


def _acts_agreed(tree: Tree, i: int) -> Iterator[Token]:
    """Yield what it is agreed that somebody will do: "agreed that both sides WOULD STOP firing"."""
    for act in children(tree, i, "ccomp") if tree[i].lemma == "agree" else ():
        modals = {t.text.lower() for t in children(tree, act.i, "aux") if t.tag == "MD"}
        if modals and not modals & OBLIGATIONS:
            yield act


def orders_to_stop(tree: Tree, i: int) -> bool:
    """Say whether somebody tells his own to stop fighting: "ordered his men to halt attacks"."""
    if tree[i].lemma not in ORDERING or is_negated(tree, i):
        return False
    told = [*children(tree, i, "dobj", "dative"), *_subjects_below(tree, i)]
    own = any(p.tag == "PRP$" for t in told for p in children(tree, t.i, "poss"))
    acts = children(tree, i, "xcomp", "ccomp")
    return own and any(has_to(tree, t.i) and stops_fighting(tree, t.i) for t in acts)


def resolves_to_stop(tree: Tree, i: int) -> bool:
    """Say whether a verb is of a halt that is resolved on: "the decision to SUSPEND attacks"."""
    noun = tree[tree[i].head]
    if tree[i].dep != "acl" or noun.lemma not in RESOLVES or is_negated(tree, noun.i):
        return False
    made = noun.dep in {"nsubj", "nsubjpass"} or tree[noun.head].lemma in RESOLVING
    return made and has_to(tree, i) and stops_fighting(tree, i)


def is_halt(tree: Tree, i: int) -> bool:
    """Say whether a noun is of fighting that stops: "a HALT to attacks", "an END to firing"."""
    if tree[i].lemma not in HALTS or is_verb(tree[i]):
        return False
    ended = (t for prep in _preps(tree, i) for t in children(tree, prep.i, "pobj", "pcomp"))
    stopped = (t for thing in ended for t in _long(tree, thing))
    # Who declares an end to a WAR makes peace, and no truce.
    return any(t.lemma != "war" and _is_fighting(tree, t) for t in stopped)


def _preps(tree: Tree, i: int) -> Iterator[Token]:
    """Yield the prepositions of what is to stop, whatever the parser hangs the one behind on."""
    after = tree[i + 1 : i + 2]
    preps = (*children(tree, i, "prep"), *(t for t in after if t.dep == "prep"))
    return (prep for prep in preps if prep.lemma in {"of", "to", "in"})


def _subjects_below(tree: Tree, i: int) -> Iterator[Token]:
    """Yield the subjects of what is ordered."""
    for act in children(tree, i, "xcomp", "ccomp"):
        yield from children(tree, act.i, "nsubj")


def halts(tree: Tree, i: int, auxiliaries: set[str]) -> bool:
    """Say whether a side stops its own fighting, or says it will: "is suspending attacks"."""
    own = tree[i].dep in OWN and not auxiliaries & OBLIGATIONS
    if not own or tree[i].lemma not in STOP | deeds().restrain | BREAKING_OFF.keys():
        return False
    return stops_fighting(tree, i) and not is_negated(tree, i) and not _is_of_others(tree, i)


def _is_of_others(tree: Tree, i: int) -> bool:
    """Say whether it is others who fight: "stopped an attack BY B", "halted B'S raid"."""
    return any(
        any(p.lemma == "by" for p in children(tree, thing.i, "prep"))
        or any(p.tag in {"NNP", "NNPS"} for p in children(tree, thing.i, "poss"))
        for thing in objects(tree, i)
    )


def lasts(tree: Tree, i: int) -> bool:
    """Say whether it is for a time that something is done: "for three days", "until Friday"."""
    for prep in children(tree, i, "prep"):
        ends = {t.lemma for t in children(tree, prep.i, "pobj")}
        if prep.lemma == "until" or (prep.lemma in {"for", "during"} and ends & TIME):
            return True
    return False


def stops_fighting(tree: Tree, i: int) -> bool:
    """Say whether a verb or a noun says so: "HALT attacks", "an END to it", "KEEP a truce"."""
    if tree[i].lemma in CARRYING_OUT:
        return any(t.lemma in TRUCE for t in children(tree, i, "dobj"))
    if any(t.lemma in AT_REST.get(tree[i].lemma, ()) for t in children(tree, i, "dobj")):
        return True
    if tree[i].lemma in HOLDING_BACK | deeds().restrain:
        words: tuple[int, ...] = (i,)
    else:
        words = tuple(_breaks_off(tree, i))
    ended = (t for word in words for t in _ended(tree, word))
    # "cease MISSILE and drone ATTACKS", but not "tests and launches"
    things = (tree[c] for t in ended if t.lemma not in deeds().arms for c in conjuncts(tree, t.i))
    return any(_is_fighting(tree, t) for thing in things for t in _long(tree, thing))


def _long(tree: Tree, thing: Token) -> Iterator[Token]:
    """Yield a noun, and of what it is a stretch: "12 NIGHTS of RAIDS"."""
    yield from with_of(tree, (thing,)) if thing.lemma in SPELLS else (thing,)


def _ended(tree: Tree, i: int) -> Iterator[Token]:
    """Yield what a verb or a noun is to stop: "halt ATTACKS", "a halt to ATTACKS"."""
    yield from children(tree, i, "dobj", "xcomp")
    yield from behind(tree, i, "from", "of", "to", "in", "on")


def _breaks_off(tree: Tree, i: int) -> tuple[int, ...]:
    """Return a verb and the noun with which it means to stop: "CALLED a HALT to", "PUT on HOLD"."""
    nouns = BREAKING_OFF.get(tree[i].lemma, frozenset())
    below = [*children(tree, i, "dobj", "dep"), *behind(tree, i, "on", "to")]
    stopping = [t.i for t in below if t.lemma in nouns]
    return (i, *stopping) if stopping else ()


def _is_fighting(tree: Tree, thing: Token) -> bool:
    """Say whether a noun is fighting: "attacks", "offensive action", "firing and action"."""
    if thing.lemma in deeds().fighting:
        return not _is_walkout(tree, thing)
    return thing.lemma in ACTION and any(
        t.lemma in HOSTILE | deeds().fighting for t in children(tree, thing.i, "amod", "compound")
    )


def _is_walkout(tree: Tree, thing: Token) -> bool:
    """Say whether it is workers who strike: "ended their STRIKE", not "STRIKES on B"."""
    if (thing.lemma, thing.tag) != ("strike", "NN") or any(behind(tree, thing.i, "on", "against")):
        return False
    return all(t.lemma not in ARMED for t in children(tree, thing.i, "compound", "amod", "nmod"))


def are_several(tree: Tree, subject: Token) -> bool:
    """Say whether a subject is more than one side: "A and B", "the sides", "WARRING factions"."""
    counted = {t.lemma for t in children(tree, subject.i, "nummod", "det", "predet")}
    together = counted & SEVERAL or are_the_sides(tree, subject)
    # "the leaders OF A AND B"
    of = behind(tree, subject.i, "of") if subject.tag in PLURAL else ()
    joined = (subject.i, *(t.i for t in of))
    if together or any(True for i in joined for _ in children(tree, i, "conj")):
        return True
    named = any(map(str.isupper, _initials(tree, subject.i)))
    return subject.tag in PLURAL and (named or _are_at_odds(tree, subject))


def are_the_sides(tree: Tree, noun: Token) -> bool:
    """Say whether a noun is all who negotiate: "the PARTIES", "the warring SIDES"."""
    definite = any(t.lemma == "the" for t in children(tree, noun.i, "det"))
    return definite and noun.tag == "NNS" and noun.lemma in SIDES


def _are_at_odds(tree: Tree, subject: Token) -> bool:
    """Say whether they are called enemies: "the WARRING factions"."""
    return any(t.text.lower() in allusion_rules().facing for t in children(tree, subject.i, "amod"))


def _initials(tree: Tree, i: int) -> Iterator[str]:
    """Yield the first letters of who else a noun is of: "Israeli and PALESTINIAN negotiators"."""
    for modifier in children(tree, i, "amod", "nmod", "poss", "compound"):
        yield from (t.text[0] for t in children(tree, modifier.i, "conj"))
