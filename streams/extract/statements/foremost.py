"""Where the content stands of words that say little by themselves: "is vital", "made an offer"."""

from collections.abc import Callable, Iterator

from streams.days import WEEKDAYS
from streams.extract.statements.askings import kept, pressed_for
from streams.extract.statements.constructions import (
    CONDITIONAL,
    DEMANDED,
    DEPENDS,
    FORESEEN,
    HAVE_REFUSED,
    IN_PLAN,
    IN_VAIN,
    KEEP_ASKING,
    MET_NO,
    NO_INTEREST,
    OFFER,
    PRESSED,
    PROTEST,
    SEEK_DEAL,
    SENT_AWAY,
    SPURN,
    TABLED,
    TAKE_UP,
)
from streams.extract.statements.cues import Cue
from streams.extract.statements.deals import LISTED, on_what
from streams.extract.statements.deeds import deeds
from streams.extract.statements.negation import is_negated
from streams.extract.statements.offers import COPULAS, tabled_by
from streams.extract.statements.phrases import (
    around,
    behind_preps,
    clause_of,
    without_late_clauses,
)
from streams.extract.statements.refusals import refused_acts
from streams.extract.statements.reproaches import called_in
from streams.extract.syntax import behind, children, for_others, has_to, is_verb, subtree
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

ADDRESSED = ("on", "upon", "to", "with")
"""Prepositions before whom something is demanded of."""
THANKING = frozenset({"thank", "praise", "congratulate", "commend", "applaud"})
"""Verbs behind which stands for what it is: "thanked B FOR ITS HELP"."""
BACKED = ("to", "for", "with", "on", "behind", "at", "by", "against", "from")
"""Prepositions behind which stands what is backed, or turned down."""
HANDING = frozenset({"present", "provide", "supply"})
"""Verbs behind which stands what somebody is given: "presented B WITH A PLAN"."""
PINNING = frozenset({"blame", "pin"})


def foremost(tree: Tree, cue: Cue) -> Iterator[tuple[int, ...]]:
    """Yield what comes before all else of words that say little by themselves."""
    i = cue.word
    told = BY_PATTERN.get(cue.pattern)
    yield from told(tree, i) if told is not None else ()
    if tree[i].lemma in PINNING:
        yield from _pinned(tree, i)
    if tree[i].lemma in THANKING:
        yield from behind_preps(tree, i, ("for",))
    if tree[i].lemma in HANDING:
        yield from behind_preps(tree, i, ("with",))
    if cue.kind == "demand":
        yield from _made_condition(tree, i)
        yield from _called_for(tree, i) if cue.pattern.endswith(" for") else ()
    if cue.kind == "threat":
        yield from _by_then(tree, i)
    if cue.kind in {"rejection", "acceptance"}:
        yield from _with_aim(tree, i)
    addressed = cue.kind == "demand" and any(behind(tree, i, *ADDRESSED))
    if addressed or (cue.kind == "threat" and tree[i].lemma == "give"):
        # "gave A until Friday TO COMPLY", "called on both TO COMPLY": a purpose to the parser
        yield from (clause_of(tree, t.i) for t in children(tree, i, "advcl") if has_to(tree, t.i))


def _with_aim(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield an offer with what it is to be for, to the parser what the verb is for.

    "Rejected AN OFFER OF AID TO END ITS TESTS".
    """
    for thing in children(tree, i, "dobj"):
        acts = [t for t in children(tree, i, "xcomp") if t.i > thing.i and has_to(tree, t.i)]
        if acts and thing.lemma in deeds().offers:
            yield tuple(sorted({*subtree(tree, thing.i), *clause_of(tree, acts[0].i)}))


def _made_condition(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what is a condition: "made A PULLOUT a condition", "A PULLOUT is a condition"."""
    if tree[i].lemma in deeds().laid_down and tree[i].dep == "attr":
        yield from around(tree, i)
    for thing in children(tree, i, "dobj", "oprd", "ccomp"):
        if thing.lemma in deeds().laid_down:
            yield from (without_late_clauses(tree, t.i) for t in children(tree, thing.i, "nsubj"))


def _called_for(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what somebody calls for: "called for B TO LEAVE", "called for BASES TO BE CLOSED"."""
    for clause in for_others(tree, i):
        acting = {w for t in children(tree, clause.i, "nsubj") for w in subtree(tree, t.i)}
        words = [w for w in clause_of(tree, clause.i) if w not in acting]
        yield tuple(words[1:] if acting and tree[words[0]].tag == "TO" else words)


def _by_then(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what is to be done in a term: "gave A until the end of the month TO COMPLY"."""
    # "will wait until May FOR B TO COMPLY", "set a deadline FOR B TO COMPLY"
    deadlines = [t.i for t in children(tree, i, "dobj") if t.lemma == "deadline"]
    for word in (i, *deadlines) if deadlines or tree[i].lemma == "wait" else ():
        yield from (clause_of(tree, t.i) for t in for_others(tree, word))
    until = (t.i for t in children(tree, i, "prep") if t.lemma == "until")
    below = (w for prep in until for w in subtree(tree, prep))
    yield from (
        clause_of(tree, t.i) for w in below for t in children(tree, w, "acl") if has_to(tree, t.i)
    )


def _protested(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what an envoy is called in over: "summoned him TO COMPLAIN about THE SHELLING"."""
    in_protest = (t.i for t in behind(tree, i, "in"))
    for word in (i, *in_protest, *called_in(tree, i)):
        yield from behind_preps(tree, word, ("over", "at", "against"))
    for protest in children(tree, i, "xcomp", "advcl"):
        yield from behind_preps(tree, protest.i, ("about", "against", "over", "at", "to"))


def _pinned(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what is blamed on somebody: "blamed THE FAILURE on B", on whatever that "on" hangs."""
    for thing in children(tree, i, "dobj"):
        below = subtree(tree, thing.i)
        on = next((t for t in tree[below[0] :] if _opens_name(tree, t)), None)
        if on is not None and thing.i < on.i:
            yield tuple(w for w in below if w < on.i)


def _opens_name(tree: Tree, prep: Token) -> bool:
    """Say whether it is an "on" before somebody: no "on Monday"."""
    days = any(t.lemma in WEEKDAYS for t in children(tree, prep.i, "pobj"))
    return (prep.text, prep.dep) == ("on", "prep") and not days


def _judged(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield on what a verdict is passed: "THE PLAN is vital", "there is no room FOR BASES"."""
    if tree[i].lemma in COPULAS:
        yield from around(tree, i)
    if tree[i].dep == "acomp":  # "it was unacceptable FOR B TO STAY"
        yield from (clause_of(tree, t.i) for t in for_others(tree, tree[i].head))
    if is_among(tree, i, deeds().spurn_at):  # "poured cold water ON THE PLAN"
        yield from behind_preps(tree, i, BACKED)
    given = deeds().support | {"objection", "no"}
    support = [t.i for t in children(tree, i, "dobj") if t.lemma in given]
    if support or (is_verb(tree[i]) and not any(children(tree, i, "dobj"))):
        # "gave its blessing TO THE PLAN", "could live WITH THE PLAN"
        yield from (w for word in (*support, i) for w in behind_preps(tree, word, BACKED))
    said_of_it = tree[i].dep in {"acomp", "attr"} and any(children(tree, tree[i].head, "nsubj"))
    if not is_verb(tree[i]) and not said_of_it and is_negated(tree, i):
        if tree[i].lemma in deeds().no_place:
            yield from behind_preps(tree, i, ("for", "of"))
        # "there will be no RENEGOTIATION OF THE DEAL"
        yield tuple(w for w in without_late_clauses(tree, i) if tree[w].lemma != "no")


def _opposed(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what somebody is against: "is against ANY TALKS"."""
    yield from behind_preps(tree, i, ("against",))


def _asked_in_vain(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what is asked for in vain: "told B to go whistle for ITS MONEY"."""
    for word in (i, *(t.i for t in children(tree, i, "xcomp", "ccomp"))):
        things = (t.i for t in children(tree, word, "dobj", "xcomp"))
        for below in (word, *things):
            yield from behind_preps(tree, below, ("for", "over", "about"))


def _opposed_to(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what somebody is opposed to: "is opposed to ANY TALKS"."""
    if not any(children(tree, i, "dobj")):
        yield from behind_preps(tree, i, ("to",))


def _laid_down(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what is laid down: "its demands include A PULLOUT"."""
    for told in children(tree, tree[i].head, *LISTED):
        yield clause_of(tree, told.i) if is_verb(told) else without_late_clauses(tree, told.i)


def _under_deal(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what is to be done under a deal: "seeks a deal IN WHICH B YIELDS"."""
    deals = (t.i for t in children(tree, i, "dobj"))
    yield from (clause_of(tree, c.i) for deal in deals for c in children(tree, deal, "relcl"))


def _depended_on(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield on what something is made to depend."""
    yield from (without_late_clauses(tree, t.i) for t in on_what(tree, i))


def _tabled(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what is put forward, without who does so: "THE PLAN FOR A TRUCE that B tabled"."""
    tabling = tabled_by(tree, i)
    clause = subtree(tree, tabling.i) if tabling is not None else ()
    yield tuple(w for w in subtree(tree, i) if w not in clause)


def _foreseen(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what somebody's plan has in it: "B's plan foresees A TRUCE"."""
    verb = tree[i].head
    yield from (without_late_clauses(tree, t.i) for t in children(tree, verb, "dobj"))
    yield from (clause_of(tree, t.i) for t in children(tree, verb, "ccomp", "xcomp"))
    yield from behind_preps(tree, verb, ("for",))


def _kept(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what is asked for still: "will not give up its insistence ON A PULLOUT"."""
    for asked in kept(tree, i):
        yield from behind_preps(tree, asked.i, ("on", "for", "of"))


def _pressed(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what somebody is pressed to do: "is under pressure TO YIELD"."""
    yield from (clause_of(tree, t.i) for t in pressed_for(tree, i))


def _offered(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what is offered by more words: "made an offer OF TALKS", "invited B TO TALKS"."""
    if tree[i].lemma == "invite":
        yield from behind_preps(tree, i, ("to", "for"))
    overtures = deeds().overtures - deeds().proposals
    for offer in children(tree, i, "dobj"):
        if offer.lemma in overtures:
            yield from behind_preps(tree, offer.i, ("of", "for"))


def _met_with_no(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what is turned down: "THE PLAN met with a rebuff"."""
    offered = children(tree, i, "nsubj", "nsubjpass")
    yield from (without_late_clauses(tree, t.i) for t in offered)


def _refused_by_own(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what one's own people are to refuse: "told aides TO DEFY A SUBPOENA"."""
    for act in refused_acts(tree, i):
        yield tuple(w for w in clause_of(tree, act.i) if w >= act.i)


BY_PATTERN: dict[str, Callable[[Tree, int], Iterator[tuple[int, ...]]]] = {
    SPURN: _judged,
    SENT_AWAY: _asked_in_vain,
    IN_VAIN: _asked_in_vain,
    NO_INTEREST: _opposed,
    "oppose": _opposed_to,
    "opposed to": _opposed_to,
    TAKE_UP: _judged,
    DEMANDED: _laid_down,
    SEEK_DEAL: _under_deal,
    CONDITIONAL: _depended_on,
    DEPENDS: _depended_on,
    KEEP_ASKING: _kept,
    PRESSED: _pressed,
    OFFER: _offered,
    TABLED: _tabled,
    IN_PLAN: _tabled,
    FORESEEN: _foreseen,
    PROTEST: _protested,
    HAVE_REFUSED: _refused_by_own,
    MET_NO: _met_with_no,
}
"""Where the content stands of a construction."""
