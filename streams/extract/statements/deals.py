"""Deals that are sought or left, and what somebody lays down for them."""

from collections.abc import Iterator

from streams.extract.statements.conditions import has_condition
from streams.extract.statements.deeds import deeds
from streams.extract.statements.memberships import (
    TAKING_OUT,
    bodies_left,
    cut_from,
    paper_of,
    taken_out_of,
)
from streams.extract.statements.negation import is_negated
from streams.extract.statements.truces import TO_ACT
from streams.extract.syntax import (
    NAMES,
    behind,
    children,
    has_to,
    is_perfect,
    is_to_come,
    objects,
    with_of,
)
from streams.extract.talks.verbs import is_among, verb_key
from streams.extract.tree import Token, Tree

DEALS = frozenset({"deal", "accord", "agreement", "treaty", "pact", "convention"})
CONCLUDING = frozenset({"complete", "conclude", "finalise", "finalize"})
FINISHING = CONCLUDING | {"finish", "wrap up", "settle", "close"}
WORK = frozenset({"work", "text", "drafting", "draft", "line", "article", "wording"})
BARGAINING = frozenset({"negotiation", "process", "bargaining"})
BINDING = frozenset(
    "ratification signature accession participation obligation compliance adherence implementation "
    "membership".split()
)
WILLING = frozenset({"will", "'ll", "would"})
FROM_WHAT = ("of", "to", "from", "in", "under", "with")
RESOLVING = frozenset({"decide", "move", "choose", "opt", "resolve", "vote"})
RESOLVED = RESOLVING | {"plan", "intend", "prepare", "announce"}
"""Who does this to leave a deal has told that he leaves it."""
RESOLVES = frozenset({"intention", "intent", "decision", "plan", "resolve"})
TELLING = frozenset({"announce", "declare", "confirm", "state", "proclaim"})
SIGNING = frozenset({"signing", "signature", "initialling", "initialing"})
HELD = frozenset({"take place", "hold", "occur", "stage", "complete", "conclude"})
CHAMBERS = frozenset(
    "parliament senate congress assembly house chamber legislature lawmaker legislator senator "
    "deputy mp duma knesset bundestag rada sejm".split()
)
"""Who passes what a government has signed."""
PASSING = frozenset(
    {"approve", "pass", "adopt", "endorse", "back", "accept", "clear", "vote for", "vote through"}
    | {"vote in favour", "vote in favor", "nod through", "wave through"}
)
CONSENTING = frozenset({"give", "grant"})
CONSENT = frozenset({"consent", "approval", "assent", "backing", "blessing", "light", "nod"})
MAKING = frozenset({"make", "render", "keep"})
DEPENDENT = frozenset({"conditional", "contingent", "dependent"})
UNDECIDED = frozenset("consultation outcome result event situation circumstance factor".split())
LISTING = frozenset({"include", "be", "comprise"})
LISTS = frozenset("list number series set string raft dozen score".split())
"""Of what it is told only how many they are: "a LIST of demands"."""
LISTED = ("dobj", "attr", "ccomp", "xcomp")
"""Relations in which what somebody lays down stands to the verb of its list."""


def makes_conditional(tree: Tree, i: int) -> bool:
    """Say whether somebody makes something depend on what others do: "MADE aid conditional on"."""
    return tree[i].lemma in MAKING and any(on_what(tree, i))


def on_what(tree: Tree, i: int) -> Iterator[Token]:
    """Yield on what something is made to depend, whatever the parser hangs that on."""
    below = list(children(tree, i))
    below += [t for thing in below for t in children(tree, thing.i)]
    dependent = next((t for t in below if t.lemma in DEPENDENT), None)
    for word in (i, dependent.i) if dependent is not None else ():
        yield from (t for t in behind(tree, word, "on", "upon") if not _is_open(t))


def _is_open(word: Token) -> bool:
    """Say whether nobody is asked for what something depends on: "on the OUTCOME"."""
    return word.lemma in deeds().elsewhere | UNDECIDED


def seeks_deal(tree: Tree, i: int) -> bool:
    """Say whether somebody wants a deal by which others act: "SEEKS a deal in which B yields"."""
    if tree[i].lemma not in deeds().seek or is_negated(tree, i):
        return False
    deals = (t.i for t in children(tree, i, "dobj") if t.lemma in deeds().elsewhere)
    by_it = (c.i for deal in deals for c in children(tree, deal, "relcl"))
    return any(t.tag in NAMES for c in by_it for t in children(tree, c, "nsubj"))


def passes(tree: Tree, i: int) -> bool:
    """Say whether a parliament passes a treaty: "the SENATE APPROVED it", "VOTED TO APPROVE it"."""
    act = tree[i].head if tree[tree[i].head].lemma == "vote" and has_to(tree, i) else i
    voting = {t.lemma for t in children(tree, act, "nsubj")} | {
        t.lemma for who in children(tree, act, "nsubj") for t in children(tree, who.i, "compound")
    }
    if voting.isdisjoint(CHAMBERS) or is_to_come(tree, act) or is_negated(tree, act):
        return False
    given = [t.i for t in children(tree, i, "dobj") if t.lemma in CONSENT]
    if given and tree[i].lemma in CONSENTING:
        return any(
            t.lemma in DEALS for word in (i, *given) for t in behind(tree, word, "to", "for")
        )
    passed = with_of(tree, objects(tree, i))  # "voted in FAVOUR of the accord"
    return is_among(tree, i, PASSING) and any(t.lemma in DEALS for t in passed)


def completes(tree: Tree, i: int) -> bool:
    """Say whether the work on a deal is done: "FINISHED work on the treaty".

    Negotiations on one need not have come to it, unless they are concluded.
    """
    work = WORK if is_among(tree, i, FINISHING) else frozenset[str]()
    work |= BARGAINING if tree[i].lemma in CONCLUDING else frozenset[str]()
    done = (t for t in children(tree, i, "dobj", "nsubjpass") if t.lemma in work)
    on = (t for thing in done for t in with_of(tree, behind(tree, thing.i, "on", "of", "for")))
    if all(t.lemma not in DEALS for t in on):
        return False
    return not is_to_come(tree, i) and not is_negated(tree, i)


def leaves(tree: Tree, i: int) -> bool:
    """Say whether somebody has left a deal: "QUIT the accord"."""
    if not is_of_leaving(tree, i):
        return False
    resolving = _resolving(tree, i) if is_decided(tree, i) else None
    verb = i if resolving is None else resolving
    told = tree[verb].tag in {"VBD", "VBZ"} or is_perfect(tree, verb)
    return told and not is_to_come(tree, verb) and not is_negated(tree, verb)


def is_decided(tree: Tree, i: int) -> bool:
    """Say whether what a verb tells has been resolved on: "has decided TO QUIT the accord"."""
    above = _resolving(tree, i)
    if above is None:
        return False
    return not is_to_come(tree, above) and not is_negated(tree, above)


def _resolving(tree: Tree, i: int) -> int | None:
    """Return the verb that resolves on another: "DECIDED to quit", "ANNOUNCED its intention to".

    So do orders and letters by which it is done: "SIGNED a decree quitting the accord".
    """
    if (handed_in := paper_of(tree, i)) is not None:
        return handed_in
    if not has_to(tree, i):
        return None
    above = tree[tree[i].head]
    if tree[i].dep == "xcomp":
        return above.i if is_among(tree, above.i, RESOLVING) else None
    told = tree[i].dep == "acl" and above.lemma in RESOLVES and above.dep == "dobj"
    return above.head if told and tree[above.head].lemma in TELLING else None


def is_undecided(tree: Tree, i: int) -> bool:
    """Say whether a deal is not left, or not yet: "has NOT DECIDED to quit", "decided NOT TO"."""
    resolves = _resolving(tree, i) is not None
    settled = is_decided(tree, i) and not is_negated(tree, i)
    return resolves and is_of_leaving(tree, i) and not settled


def is_leaving(tree: Tree, i: int) -> bool:
    """Say whether somebody has told that he leaves a deal: "IS QUITTING it", "said it WOULD QUIT".

    That he will unless others act is a threat.
    """
    if not is_of_leaving(tree, i) or is_negated(tree, i) or has_condition(tree, i):
        return False
    auxiliaries = {t.text.lower() for t in children(tree, i, "aux") if t.tag == "MD"}
    if auxiliaries:
        said = tree[i].dep == "ccomp" or "would" not in auxiliaries
        return auxiliaries <= WILLING and said
    if has_to(tree, i):
        above = tree[tree[i].head]
        resolved = above.lemma in RESOLVED and not is_negated(tree, above.i)
        return tree[i].dep in {"ROOT", "ccomp"} or (tree[i].dep == "xcomp" and resolved)
    return tree[i].tag == "VBG" and any(t.lemma == "be" for t in children(tree, i, "aux"))


def has_been_signed(tree: Tree, i: int) -> bool:
    """Say whether of a deal the signing has been: "the SIGNING of the accord TOOK PLACE"."""
    prep = tree[tree[i].head]
    noun = tree[prep.head]
    if tree[i].lemma not in DEALS or (tree[i].dep, prep.lemma) != ("pobj", "of"):
        return False
    verb = noun.head
    if noun.lemma not in SIGNING or noun.dep not in {"nsubj", "nsubjpass"}:
        return False
    return is_among(tree, verb, HELD) and not is_to_come(tree, verb) and not is_negated(tree, verb)


def is_of_leaving(tree: Tree, i: int) -> bool:
    """Say whether a verb is of leaving a deal, done or to come: "vowed TO QUIT the accord"."""
    if is_among(tree, i, deeds().leave) and _left_things(tree, i) & DEALS:
        return True
    if any(bodies_left(tree, i)):
        return True
    out_of = taken_out_of(tree, i) if tree[i].lemma in TAKING_OUT else cut_from(tree, i)
    return any(t.lemma in DEALS for t in out_of)


def is_of_breaking_off(tree: Tree, i: int) -> bool:
    """Say whether a verb is of talks, or a deal, that end by it: "SUSPEND talks", "QUIT them"."""
    ends = is_among(tree, i, deeds().leave | deeds().break_off)
    return ends and bool(_left_things(tree, i) & (deeds().elsewhere | deeds().broken_off))


def _left_things(tree: Tree, i: int) -> set[str]:
    """Return what somebody leaves: "quit the ACCORD", "pulled out of the ACCORD".

    So does who takes back what binds him: "withdrew its ratification of the ACCORD".
    """
    words = [t.i for t in children(tree, i, "prep") if t.lemma == "out"]
    bound = [t.i for t in children(tree, i, "dobj") if t.lemma in BINDING]
    words += [*bound, i] if bound else []
    left = [t.lemma for word in words for t in behind(tree, word, *FROM_WHAT)]
    # Who left "without a deal" has left no deal.
    own = {t.lemma for t in objects(tree, i) if tree[t.head].lemma != "without"}
    return own | {*left}


def lays_down(tree: Tree, i: int) -> bool:
    """Say whether somebody comes out with demands: "HANDED B a list of demands", "SET terms"."""
    if not is_among(tree, i, deeds().lay_down) or is_negated(tree, i):
        return False
    named = [t for t in children(tree, i, "dobj") if not _is_brought_about(tree, i, t)]
    listed = (t for thing in named if thing.lemma in LISTS for t in behind(tree, thing.i, "of"))
    return any(t.lemma in deeds().laid_down for t in (*named, *listed))


def _is_brought_about(tree: Tree, i: int, word: Token) -> bool:
    """Say whether it is seen to that something can be: "SET THE conditions for a truce"."""
    definite = any(t.lemma == "the" for t in children(tree, word.i, "det"))
    purpose = any(True for w in (i, word.i) for _ in behind(tree, w, "for"))
    return verb_key(tree, i) == "set" and definite and purpose


def presses(tree: Tree, i: int) -> bool:
    """Say whether somebody presses others to act: "STEPPED UP pressure on B to yield"."""
    if not is_among(tree, i, deeds().press) or is_negated(tree, i):
        return False
    pressure = [t.i for t in children(tree, i, "dobj") if t.lemma == "pressure"]
    acts = (t for word in (i, *pressure) for t in children(tree, word, *TO_ACT))
    return bool(pressure) and any(has_to(tree, t.i) for t in acts)


def is_laid_down(tree: Tree, i: int) -> bool:
    """Say whether a noun is what somebody asks for: "its PRECONDITIONS include a pullout"."""
    if tree[i].lemma not in deeds().laid_down or tree[i].dep != "nsubj":
        return False
    if any(children(tree, i, "acl", "ccomp")):
        return False  # which tell what is demanded: "the DEMAND that B withdraw is an obstacle"
    listed = tree[tree[i].head].lemma in LISTING and any(children(tree, tree[i].head, *LISTED))
    return listed and any(children(tree, i, "poss", "amod"))
