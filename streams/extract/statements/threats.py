"""Say whether what is told threatens: harm that is vowed, a right reserved, no choice left."""

from streams.extract.statements.conditions import has_condition
from streams.extract.statements.deals import is_of_breaking_off, is_of_leaving
from streams.extract.statements.deeds import deeds
from streams.extract.statements.doings import burdens, harms
from streams.extract.statements.negation import is_negated, is_none
from streams.extract.statements.quotations import is_said
from streams.extract.statements.truces import TIME, VOWS
from streams.extract.syntax import (
    POSSIBLE,
    behind,
    children,
    first_conjunct,
    for_others,
    has_to,
    is_to_come,
    is_verb,
    object_lemmas,
)
from streams.extract.tree import Token, Tree

UTTERING = frozenset("issue make deliver repeat renew reiterate voice level".split())
READY = frozenset({"ready", "prepare", "prepared", "willing"})
REPLYING = frozenset({"respond", "reply", "react", "answer", "act"})
"""What one reserves the right to do: "RESERVES the right TO RESPOND"."""
RIGHTS = frozenset({"right", "option", "possibility"})
CHOICES = frozenset({"choice", "option", "alternative"})
WEIGHING = frozenset({"consider", "weigh", "mull", "contemplate"})
EXAMINING = frozenset({"examine", "study"})
"""What is done to plans of one's own, but to the deeds of others."""
RESUMING = frozenset({"resume", "restart"})
PLANS = frozenset({"plan", "option"})
BLOWS = frozenset({"strike", "airstrike", "attack", "assault", "raid", "invasion", "bombardment"})
STRIKING = frozenset({"strike", "attack", "bomb", "invade", "shell"})
LAUNCHING = frozenset({"fire", "launch"})
MISSILES = frozenset({"missile", "rocket"})
UNTIL = frozenset({"until", "till"})
UNANSWERED = frozenset({"unanswered", "unpunished", "unavenged", "unchallenged"})


def vows_harm(tree: Tree, i: int) -> bool:
    """Say whether harm is vowed: "vowed TO STRIKE BACK", "vows TARIFFS on steel"."""
    if tree[i].lemma not in VOWS:
        return False
    burdens = deeds().measures | deeds().reprisals
    vowed = any(t.lemma in burdens for t in children(tree, i, "dobj"))
    acts = (act.i for act in children(tree, i, "xcomp") if not is_negated(tree, act.i))
    return vowed or any(_hurts(tree, act) for act in acts)


def is_uttered(tree: Tree, i: int) -> bool:
    """Say whether a threat is made that is told by its noun: "issued a THREAT to cut off aid"."""
    verb = tree[i].head
    made = tree[i].lemma == "threat" and tree[i].dep == "dobj" and tree[verb].lemma in UTTERING
    if not made or is_none(tree, i) or is_negated(tree, verb) or is_to_come(tree, verb):
        return False
    return any(has_to(tree, act.i) for act in children(tree, i, "acl"))


def vows_in_readiness(tree: Tree, i: int) -> bool:
    """Say whether somebody is ready to do harm, or to wait so long: "is READY to strike back"."""
    acts = children(tree, i, "xcomp") if tree[i].lemma in READY else ()
    return any(_hurts(tree, t.i) or waits_for(tree, t.i) for t in acts)


def weighs_blow(tree: Tree, i: int) -> bool:
    """Say whether somebody thinks aloud of a blow to others: "is CONSIDERING a strike on B"."""
    if tree[i].lemma not in WEIGHING | EXAMINING or is_negated(tree, i) or has_to(tree, i):
        return False
    things = tuple(children(tree, i, "dobj", "xcomp"))
    plans = [t.i for t in things if t.lemma in PLANS]
    planned = (
        deed for p in plans for deed in (*behind(tree, p, "for", "of"), *children(tree, p, "acl"))
    )
    own = things if tree[i].lemma in WEIGHING else ()
    return any(_is_blow(tree, t) for t in (*own, *planned))


def _is_blow(tree: Tree, deed: Token) -> bool:
    """Say whether a noun or a verb is of an attack on somebody: "a STRIKE on B", "to STRIKE B"."""
    if not is_verb(deed):
        return deed.lemma in BLOWS and any(behind(tree, deed.i, "on", "against", "at", "of"))
    launches = deed.lemma in LAUNCHING and bool(object_lemmas(tree, deed.i) & MISSILES)
    return launches or (deed.lemma in STRIKING and any(children(tree, deed.i, "dobj")))


def reserves_right(tree: Tree, i: int) -> bool:
    """Say whether somebody leaves it open to hit back: "RESERVES the right to respond"."""
    if tree[i].lemma != "reserve" or is_negated(tree, i):
        return False
    rights = [t.i for t in children(tree, i, "dobj") if t.lemma in RIGHTS]
    of = (prep.i for right in rights for prep in children(tree, right, "prep"))
    acts = [act for right in rights for act in children(tree, right, "acl")]
    acts += [act for prep in of for act in children(tree, prep, "pcomp")]
    return any(act.lemma in REPLYING or _hurts(tree, act.i) for act in acts)


def has_no_choice(tree: Tree, i: int) -> bool:
    """Say whether harm is all that will be left to somebody: "would HAVE no choice but to quit"."""
    if tree[i].lemma != "have" or not (is_to_come(tree, i) or has_condition(tree, i)):
        return False
    none = (t.i for t in children(tree, i, "dobj") if t.lemma in CHOICES and is_none(tree, t.i))
    but = (prep.i for choice in none for prep in children(tree, choice, "prep"))
    return any(_hurts(tree, act.i) for prep in but for act in children(tree, prep, "pcomp"))


def does_not_shrink(tree: Tree, i: int) -> bool:
    """Say whether it is harm that somebody would not hesitate to do: "not HESITATE to act"."""
    acts = children(tree, i, "xcomp")
    return any(t.lemma in REPLYING | {"defend"} or _hurts(tree, t.i) for t in acts)


def waits_for(tree: Tree, i: int) -> bool:
    """Say whether others are told how long one will wait: "will WAIT until May FOR B to act"."""
    ahead = is_to_come(tree, i) or has_to(tree, i)
    if tree[i].lemma != "wait" or not ahead or is_negated(tree, i):
        return False
    acts = tuple(for_others(tree, i))
    words = (i, *(act.i for act in acts))
    until = any(t.lemma in UNTIL for word in words for t in children(tree, word, "prep"))
    term = any(t.lemma in TIME for t in children(tree, i, "dobj", "npadvmod"))
    return bool(acts) and (until or term)


def is_in_store(tree: Tree, i: int) -> bool:
    """Say whether a copula tells what will come of a deed: "there WOULD BE consequences"."""
    there = tree[i].lemma == "be" and any(children(tree, i, "expl")) and is_to_come(tree, i)
    told = any(t.lemma in deeds().dire for t in children(tree, i, "attr"))
    return there and told and not is_negated(tree, i) and is_said(tree, i)


def has_all_options(tree: Tree, i: int) -> bool:
    """Say whether a copula tells that force is left open: "all options ARE on the table"."""
    options = (t.i for t in children(tree, i, "nsubj") if t.lemma in {"option", "measure"})
    all_ = any(t.lemma in {"all", "every"} for o in options for t in children(tree, o, "det"))
    on_table = any(t.lemma == "table" for t in behind(tree, i, "on"))
    return tree[i].lemma in {"be", "remain"} and all_ and on_table and not is_negated(tree, i)


def goes_unanswered(tree: Tree, i: int) -> bool:
    """Say whether a deed is to have an answer: "will not GO unanswered"."""
    return is_negated(tree, i) and any(
        t.lemma in UNANSWERED for t in children(tree, i, "acomp", "oprd")
    )


def may_break_off(tree: Tree, i: int) -> bool:
    """Say whether somebody may break off talks or quit a deal: "COULD WALK out of the talks".

    Or do what he has held back from: "MAY resume TESTS".
    """
    may = any(t.text.lower() in POSSIBLE for t in children(tree, first_conjunct(tree, i), "aux"))
    return may and not is_negated(tree, i) and _undoes(tree, i)


def weighs_breaking_off(tree: Tree, i: int) -> bool:
    """Say whether somebody says that he thinks of it: "is considering SUSPENDING talks"."""
    weighed = tree[i].dep == "xcomp" and tree[tree[i].head].lemma in WEIGHING
    return weighed and not is_negated(tree, tree[i].head) and _undoes(tree, i) and is_said(tree, i)


def _undoes(tree: Tree, i: int) -> bool:
    resumes = tree[i].lemma in RESUMING and bool(object_lemmas(tree, i) & deeds().arms)
    return resumes or is_of_breaking_off(tree, i)


def _hurts(tree: Tree, i: int) -> bool:
    """Say whether who vows what a verb says threatens: "STRIKE back", "IMPOSE tariffs"."""
    leaves = is_of_leaving(tree, i) or is_of_breaking_off(tree, i)
    return harms(tree, i) or leaves or burdens(tree, i)
