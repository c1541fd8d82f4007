"""What somebody has his own people refuse: "TOLD an aide to defy a subpoena"."""

from collections.abc import Iterator

from streams.extract.statements.deeds import deeds
from streams.extract.statements.negation import is_negated
from streams.extract.syntax import behind, children, has_to, object_lemmas
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

COMMANDING = frozenset({"direct", "order", "instruct", "command", "forbid"})
TELLING = COMMANDING | {"tell", "ask", "advise", "urge"}
BARRING = frozenset({"block", "bar", "prevent", "stop", "prohibit", "forbid", "keep"})
ACTS = ("xcomp", "advcl", "ccomp")
BELONGING = frozenset({"its", "his", "her", "their", "former", "ex", "current", "acting"})

MEETING = frozenset({"meet", "draw", "get", "receive", "encounter", "earn"})
REFUSALS = frozenset({"no", "refusal", "rejection", "rebuff", "veto", "snub"})


def meets_refusal(tree: Tree, i: int) -> bool:
    """Say whether what others offer is turned down: "the plan WAS MET WITH A NO FROM B"."""
    offers = (t for t in children(tree, i, "nsubj", "nsubjpass") if t.lemma in deeds().offers)
    return tree[i].lemma in MEETING and any(offers) and any(refusing(tree, i))


def refusing(tree: Tree, i: int) -> Iterator[Token]:
    """Yield who turns it down: "drew a rebuff from B", "was met with a no by B"."""
    met = [*children(tree, i, "dobj"), *behind(tree, i, "with")]
    # "A firm no": the parser takes the adjective for the noun.
    no = [t.i for t in met if t.lemma in REFUSALS or any(children(tree, t.i, "intj"))]
    for word in (*no, i) if no else ():
        yield from behind(tree, word, "from", "by")
        yield from (t for by in children(tree, word, "agent") for t in children(tree, by.i, "pobj"))


def defies(tree: Tree, i: int) -> bool:
    """Say whether somebody does not do as he is summoned to: "DEFIED a subpoena"."""
    return is_among(tree, i, deeds().disobey) and bool(object_lemmas(tree, i) & deeds().summons)


def has_refused(tree: Tree, i: int) -> bool:
    """Say whether somebody has his own people refuse: "ORDERED aides NOT TO TESTIFY"."""
    return not is_negated(tree, i) and any(refused_acts(tree, i))


def refused_acts(tree: Tree, i: int) -> Iterator[Token]:
    """Yield what somebody has his own people do, or bars them from: "from TESTIFYING"."""
    told = list(children(tree, i, "dobj"))
    if not any(_are_own(tree, i, t) for t in told):
        return
    if is_among(tree, i, BARRING):
        preps = (p for word in (i, *(t.i for t in told)) for p in children(tree, word, "prep"))
        barred = (t for p in preps if p.lemma == "from" for t in children(tree, p.i, "pcomp"))
        yield from (t for t in barred if t.lemma in deeds().obey)
    if tree[i].lemma in TELLING:
        acts = (t for t in children(tree, i, *ACTS) if has_to(tree, t.i))
        yield from (t for t in acts if _is_refusal(tree, t.i))


def _is_refusal(tree: Tree, i: int) -> bool:
    """Say whether it is to refuse: "to DEFY the subpoena", "NOT to COMPLY with it"."""
    if is_negated(tree, i):
        return is_among(tree, i, deeds().obey)
    refuses = is_among(tree, i, deeds().disobey | deeds().spurn)
    return refuses and bool(object_lemmas(tree, i) & deeds().summons)


def _are_own(tree: Tree, i: int, told: Token) -> bool:
    """Say whether somebody's own people are told: "HIS aides", "a FORMER counsel".

    Who is ordered by name is one, too, and who is only asked to need not be.
    """
    if told.lemma in deeds().aides:
        return True
    beside = {t.text.lower() for t in children(tree, told.i)}
    return not BELONGING.isdisjoint(beside) or tree[i].lemma in COMMANDING | BARRING
