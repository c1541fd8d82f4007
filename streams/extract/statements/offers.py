"""What others offer, and what it is to assent to it, to praise it or to call it unacceptable."""

from collections.abc import Iterable, Iterator
from functools import partial

from streams.extract.statements.conditions import until_what
from streams.extract.statements.deeds import deeds
from streams.extract.statements.negation import is_negated, is_none
from streams.extract.statements.quotations import is_said
from streams.extract.statements.truces import are_several
from streams.extract.syntax import (
    NAMES,
    behind,
    children,
    for_others,
    has_to,
    is_in_points,
    is_passive,
    is_past,
    object_lemmas,
    objects,
    subjects,
    subtree,
    verb_above,
)
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

ASSENTING = frozenset({"agree", "consent", "accede", "assent"})
"""Verbs that take up what stands behind "to"."""
NAMING = frozenset(
    "call describe brand label term dub deem consider regard dismiss see view".split()
)
TELLINGS = frozenset({"announcement", "declaration", "claim", "statement"})
"""What tells of an offer and stands for it: "called the ANNOUNCEMENT of a truce false"."""
COPULAS = frozenset({"be", "remain"})
PLOYS = frozenset("attempt bid effort pretext manoeuvre maneuver plot scheme cover excuse".split())
TALKING = frozenset({"negotiate", "talk", "meet", "speak", "return", "resume"})
WELCOMING = frozenset("welcome praise hail applaud salute commend greet cheer".split())
"""Verbs by which what has come about is taken up."""
PAPERS = frozenset({"text", "paper", "document"})
ANSWERS = frozenset({"answer", "response", "reply", "text", "paper"})
"""What is found wanting beside what others offer."""
FORESEEING = frozenset("foresee envisage envision propose suggest stipulate".split()) | {
    "provide",
    "call",
    "include",
    "contain",
}
VOWING = frozenset({"vow", "promise", "pledge", "swear"})
WITHHOLDING = frozenset({"withhold", "deny", "refuse"})
SIGNING = frozenset({"sign", "initial", "accept", "endorse", "approve"})
GOING = frozenset("leave depart exit go quit".split()) | {
    "fly",
    "fly home",
    "fly out",
    "fly back",
    "go home",
    "return",
    "return home",
    "walk out",
    "storm out",
    "head home",
}
BIDDING = frozenset({"offer", "propose", "suggest", "float"})
RETURNS = frozenset({"exchange", "return"})
MAKING = frozenset({"make", "extend", "issue", "renew", "send"})
PUBLISHING = frozenset({"publish", "release", "issue"})
PROGRAMMES = frozenset("plan proposal initiative roadmap blueprint formula framework".split())
PEACEFUL = frozenset({"peace", "position", "settlement", "ceasefire", "truce"})
"""What a plan or a paper that is published is to bring about, or tells of."""
SETTLING = frozenset({"end", "settle", "resolve", "stop", "halt"})
CALLING = frozenset({"call", "urge", "appeal", "demand", "press"})
PUTTING_FORWARD = frozenset(
    {"propose", "put", "offer", "draft", "float", "suggest", "table", "draw"}
)


def assents(tree: Tree, i: int) -> bool:
    """Say whether a verb takes up what others offer: "AGREED to B's request"."""
    if tree[i].lemma == "live":  # "could LIVE with the agreement"
        return any(t.lemma in deeds().offers | deeds().elsewhere for t in behind(tree, i, "with"))
    return tree[i].lemma in ASSENTING and any(_is_offer(tree, t.i) for t in behind(tree, i, "to"))


def takes_up(tree: Tree, i: int) -> bool:
    """Say whether a verb takes up or backs what others offer: "ACCEPTED the plan"."""
    named = is_among(tree, i, deeds().take_up) and not is_negated(tree, i)
    return named and any(t.lemma in deeds().offers for t in objects(tree, i))


def gives_support(tree: Tree, i: int) -> bool:
    """Say whether somebody backs a plan by more words: "GAVE its blessing to the accord"."""
    return tree[i].lemma in deeds().give_support and _is_of_support(tree, i)


def backs_not(tree: Tree, i: int) -> bool:
    """Say whether somebody will not back what others propose: "CANNOT SUPPORT the bill"."""
    if tree[i].lemma not in deeds().back or not is_negated(tree, i) or is_past(tree, i):
        return False
    things = {t.lemma for t in children(tree, i, "dobj")}
    proposed = deeds().offers | deeds().elsewhere | deeds().bills | deeds().proposals
    # "cannot support WHAT is suggested"
    clause = any(t.tag == "WP" for c in children(tree, i, "ccomp") for t in children(tree, c.i))
    return clause or not things.isdisjoint(proposed)


def withholds_support(tree: Tree, i: int) -> bool:
    """Say whether somebody does not give it to a plan: "WITHHELD its approval from the accord"."""
    return tree[i].lemma in WITHHOLDING and _is_of_support(tree, i)


def leaves_unsigned(tree: Tree, i: int) -> bool:
    """Say whether somebody goes without having put his name to it: "LEFT without SIGNING it".

    Where the two sides go so, neither has turned it down.
    """
    without = tree[tree[i].head]
    if (tree[i].dep, without.lemma) != ("pcomp", "without") or tree[i].lemma not in SIGNING:
        return False
    acting = subjects(tree, without.head)
    one = len(acting) == 1 and not are_several(tree, tree[acting[0]])
    going = one and is_among(tree, without.head, GOING) and not is_negated(tree, without.head)
    return going and bool(object_lemmas(tree, i) & (deeds().offers | deeds().elsewhere))


def _is_of_support(tree: Tree, i: int) -> bool:
    """Say whether it is support of a plan that a verb is done to: "gave its BLESSING to it"."""
    given = [t.i for t in children(tree, i, "dobj") if t.lemma in deeds().support]
    plans = (t for word in (i, *given) for t in behind(tree, word))
    return bool(given) and not is_negated(tree, i) and any(map(_is_of_others, plans))


def puts_forward(tree: Tree, i: int, things: set[str]) -> bool:
    """Say whether somebody comes out with a proposal: "UNVEILED a plan", "MADE an offer"."""
    if things & deeds().proposals and is_among(tree, i, deeds().put_forward):
        return True
    programmes = (t for t in children(tree, i, "dobj") if _is_programme(tree, t.i))
    if tree[i].lemma in PUBLISHING and any(programmes):
        return not is_negated(tree, i)
    if tree[i].lemma in MAKING and things & deeds().overtures:
        return not is_passive(tree, i)  # "who had been SENT an invitation"
    return _invites(tree, i) or _hands_over(tree, i)


def _is_programme(tree: Tree, i: int) -> bool:
    """Say whether a noun is of a plan for others: "a six-POINT paper", "a plan TO END the war"."""
    if tree[i].lemma not in PROGRAMMES | PAPERS:
        return False
    if is_in_points(tree, i):
        return True
    before = {t.lemma for t in children(tree, i, "compound", "amod", "nmod")}
    acts = (*children(tree, i, "acl"), *children(tree, tree[i].head, "advcl"))
    settles = any(t.lemma in SETTLING and t.i > i for t in acts)
    for_others = any(t.tag in NAMES for t in behind(tree, i, "for"))
    own = settles or for_others if tree[i].lemma in PROGRAMMES else False
    return own or not before.isdisjoint(PEACEFUL)


def called_in(tree: Tree, i: int) -> Token | None:
    """Return the verb by which something is called for in a plan of points.

    "CALLED for a truce in a nine-point plan"
    """
    if tree[i].lemma not in PROGRAMMES | PAPERS or not is_in_points(tree, i):
        return None
    within = tree[i].dep == "pobj" and tree[tree[i].head].lemma in {"in", "with"}
    if not within or any(children(tree, i, "poss")):
        return None
    above = verb_above(tree, i)
    return above if above is not None and above.lemma in CALLING else None


def bargains(tree: Tree, i: int) -> bool:
    """Say whether somebody would give one thing for another: "OFFERED aid in return for it"."""
    if tree[i].lemma not in BIDDING or is_negated(tree, i) or is_passive(tree, i):
        return False
    return any(
        _is_for(tree, word.i)
        for word in tree[i + 1 :]
        if word.lemma in RETURNS and word.i in subtree(tree, i)
    )


def _is_for(tree: Tree, i: int) -> bool:
    """Say whether a noun is that of "in exchange for", "in return for"."""
    return tree[tree[i].head].lemma == "in" and any(
        t.lemma == "for" for t in children(tree, i, "prep")
    )


def _invites(tree: Tree, i: int) -> bool:
    """Say whether somebody is asked to come and talk: "INVITED B to talks"."""
    to = behind(tree, i, "to", "for") if tree[i].lemma == "invite" else ()
    return any(t.lemma in deeds().elsewhere for t in to)


def _hands_over(tree: Tree, i: int) -> bool:
    """Say whether somebody is given a proposal: "HANDED B a plan", "a plan was PUT to B"."""
    given = (*children(tree, i, "dobj", "nsubjpass"),)
    to_others = any(children(tree, i, "dative")) or any(behind(tree, i, "to"))
    proposed = any(t.lemma in deeds().proposals | PAPERS for t in given)
    return to_others and proposed and tree[i].lemma in deeds().present


def tabled_by(tree: Tree, i: int) -> Token | None:
    """Return the clause of a noun that tells who puts it forward: "the plan that B TABLED"."""
    if tree[i].lemma not in deeds().proposals | PAPERS:
        return None
    # "the plan for a patrol that B TABLED": the parser takes the patrol for what B tabled.
    nouns = (i, *(t.i for t in behind(tree, i, "for", "on", "of")))
    clauses = (c for noun in nouns for c in children(tree, noun, "relcl", "acl"))
    ways = deeds().put_forward | deeds().present | {"propose", "offer", "make", "suggest"}
    if _is_programme(tree, i):
        ways |= PUBLISHING
    return next((c for c in clauses if _is_done_by_somebody(tree, c.i, ways)), None)


def _is_done_by_somebody(tree: Tree, i: int, ways: frozenset[str]) -> bool:
    """Say whether a verb is one of some ways to act, and it is told who does so."""
    acting = (t for t in children(tree, i, "nsubj") if t.tag not in {"WDT", "WP"})
    done = any(acting) or any(children(tree, i, "agent"))
    return done and is_among(tree, i, ways) and not is_negated(tree, i)


def is_tabled(tree: Tree, i: int) -> bool:
    """Say whether a noun is what somebody puts forward: "the PLAN that B put to C"."""
    return tabled_by(tree, i) is not None


def is_in_plan(tree: Tree, i: int) -> bool:
    """Say whether a noun is the plan in which something is called for."""
    return called_in(tree, i) is not None


def foresees(tree: Tree, i: int) -> bool:
    """Say whether it is told what somebody's plan has in it: "B's PLAN foresees a truce"."""
    named = tree[i].lemma in deeds().proposals and tree[i].dep == "nsubj"
    owned = any(children(tree, i, "poss", "amod", "compound"))
    told = tree[tree[i].head].lemma in FORESEEING and not is_negated(tree, tree[i].head)
    return named and owned and told


def falls_short(tree: Tree, i: int) -> bool:
    """Say whether it is said of an offer that it is not enough: "FALLS short", "is far from"."""
    offered = deeds().offers | ANSWERS
    if not any(t.lemma in offered for t in children(tree, i, "nsubj")) or is_negated(tree, i):
        return False
    if tree[i].lemma == "fall":
        return any(t.lemma == "short" for t in children(tree, i, "advmod", "acomp"))
    far = (t.i for t in children(tree, i, "acomp", "advmod") if t.lemma == "far")
    preps = (p.i for word in far for p in children(tree, word, "prep") if p.lemma == "from")
    return tree[i].lemma == "be" and any(
        t.lemma in {"meet", "satisfy"} or t.lemma in deeds().enough
        for prep in preps
        for t in children(tree, prep)
    )


def _is_offer(tree: Tree, i: int) -> bool:
    """Say whether a noun is what others offer: "a REQUEST", "a TRUCE put forward by B"."""
    if tree[i].lemma not in deeds().offers:
        return False
    return tree[i].lemma not in deeds().come_about or is_put_forward(tree, i)


def is_put_forward(tree: Tree, i: int) -> bool:
    """Say whether it is told of a noun who proposes it: "a truce PROPOSED by B"."""
    return any(t.lemma in PUTTING_FORWARD for t in children(tree, i, "acl"))


def is_unacceptable(tree: Tree, i: int) -> bool:
    """Say whether a word turns down what others offer: "is UNACCEPTABLE", "is not ENOUGH"."""
    if tree[i].dep not in {"acomp", "attr"}:
        return False
    of_what = {t.lemma for t in children(tree, tree[i].head, "nsubj")}
    if of_what & deeds().offers and finds_fault(tree, (tree[i],)) and not is_negated(tree, i):
        return True
    if tree[i].lemma not in (deeds().enough if is_negated(tree, i) else deeds().unacceptable):
        return False
    if any(for_others(tree, tree[i].head)):  # "it is UNACCEPTABLE for B to stay"
        return True
    return bool(of_what & (deeds().offers | deeds().causes))


def is_off_table(tree: Tree, i: int) -> bool:
    """Say whether a copula is of what nobody is to talk of: "WAS out of the question"."""
    if tree[i].lemma not in COPULAS:
        return False
    said_of_it = {*_phrases(tree, i), *(t.lemma for t in children(tree, i, "attr"))}
    if is_negated(tree, i):
        return not said_of_it.isdisjoint(deeds().negotiable)
    return not said_of_it.isdisjoint(deeds().off_table)


def is_praised(tree: Tree, i: int) -> bool:
    """Say whether a copula is of what somebody finds good: "IS an important pillar"."""
    if tree[i].lemma not in COPULAS or is_negated(tree, i):
        return False
    said_of_it = {t.lemma for t in children(tree, i, "acomp")}
    said_of_it |= {t.lemma for a in children(tree, i, "attr") for t in children(tree, a.i, "amod")}
    return _is_of_offers(tree, i) and not said_of_it.isdisjoint(deeds().good_to_have)


def _is_of_offers(tree: Tree, copula: int) -> bool:
    """Say whether it is said of what others offer, or did: "B'S DECISION was welcome"."""
    of_it = (*children(tree, copula, "nsubj"),)
    if any(t.lemma in deeds().offers | deeds().elsewhere for t in of_it):
        return True
    done = (t for t in of_it if t.lemma in deeds().causes)
    owners = (o for t in done for o in children(tree, t.i, "poss", "amod", "compound"))
    return any(owner.text[:1].isupper() for owner in owners)


def calls_good(tree: Tree, i: int) -> bool:
    """Say whether a verb finds good what others do: "CALLED the step a breakthrough"."""
    if tree[i].lemma not in NAMING or is_negated(tree, i):
        return False
    proposed = deeds().offers | deeds().causes
    names = [t for t in called(tree, i, proposed) if not is_none(tree, t.i)]
    if finds_fault(tree, names):
        return False
    words = {t.lemma for t in names}
    words |= {t.lemma for name in names for t in children(tree, name.i, "amod")}
    return not words.isdisjoint(deeds().good_to_have | deeds().advances)


def leaves_open(tree: Tree, i: int) -> bool:
    """Say whether a verb leaves talks or a deal open: "did not RULE OUT negotiating"."""
    if not is_among(tree, i, deeds().exclude) or not is_negated(tree, i):
        return False
    left = [*children(tree, i, "dobj", "xcomp")]
    preps = [prep for thing in left for prep in children(tree, thing.i, "prep")]
    left += [t for prep in preps for t in children(tree, prep.i)]
    return any(t.lemma in deeds().offers | deeds().elsewhere | TALKING for t in left)


def is_ploy(tree: Tree, i: int) -> bool:
    """Say whether a copula is of what is done to no good end: "WAS an attempt to bypass"."""
    called = children(tree, i, "attr") if tree[i].lemma in COPULAS else ()
    return any(map(partial(aims_at_no_good, tree), called))


def aims_at_no_good(tree: Tree, word: Token) -> bool:
    """Say whether a noun is of what is done to no good end: "a BID to divide them"."""
    ends = children(tree, word.i, "acl") if word.lemma in PLOYS else ()
    return any(t.lemma in deeds().wrong or t.lemma in deeds().thwart for t in ends)


def _phrases(tree: Tree, i: int) -> Iterator[str]:
    """Yield the prepositions of a word with their nouns, without articles: "out of question"."""
    for prep in children(tree, i, "prep"):
        yield from (f"{prep.lemma} {noun.lemma}" for noun in children(tree, prep.i, "pobj"))
        yield from (f"{prep.lemma} {phrase}" for phrase in _phrases(tree, prep.i))


def says_no(tree: Tree, i: int) -> bool:
    """Say whether somebody turns down what others offer in so many words: "SAID no to talks"."""
    no = any(t.text.lower() == "no" for t in children(tree, i, "intj", "dobj", "det"))
    # "Gave a firm no TO the plan", which may hang on the "no"
    words = (i, *(t.i for t in children(tree, i, "dobj") if t.lemma == "no"))
    below = (prep for word in words for prep in children(tree, word, "prep", "dative"))
    to = (prep.i for prep in below if prep.lemma == "to")
    things = (t for prep in to for t in children(tree, prep, "pobj", "pcomp"))
    asked = any(_is_of_others(t) or t.tag == "VBG" for t in things)
    return tree[i].lemma in {"say", "give"} and no and asked


def asks_in_vain(tree: Tree, i: int) -> bool:
    """Say whether who does what a verb says has been turned down: "can GO whistle"."""
    return is_among(tree, i, deeds().in_vain) and not is_negated(tree, i)


def sends_away(tree: Tree, i: int) -> bool:
    """Say whether somebody turns others down by an idiom: "TOLD B to go whistle"."""
    told = children(tree, i, "xcomp", "ccomp") if tree[i].lemma == "tell" else ()
    return any(asks_in_vain(tree, t.i) and has_to(tree, t.i) for t in told)


def is_against(tree: Tree, i: int) -> bool:
    """Say whether a copula says what somebody will not have: "IS against any talks"."""
    if tree[i].lemma not in COPULAS or is_negated(tree, i):
        return False
    return any(_is_of_others(t) for t in behind(tree, i, "against"))


def has_no_objection(tree: Tree, i: int) -> bool:
    """Say whether somebody will have it: "HAS no objection to the plan"."""
    things = (t.i for t in children(tree, i, "dobj") if t.lemma == "objection")
    none = (word for word in things if is_none(tree, word))
    return any(_is_of_others(t) for word in none for t in behind(tree, word, "to"))


def is_open_to_talks(tree: Tree, i: int) -> bool:
    """Say whether somebody would talk: "is COMMITTED to talks", "is INTERESTED in a dialogue"."""
    # "is COMMITTED to talks" the parser takes for a passive
    told = i if any(children(tree, i, "auxpass")) else tree[i].head
    willing = tree[i].lemma in deeds().disposed and (told == i or tree[i].dep == "acomp")
    if not willing or is_negated(tree, told):
        return False
    return any(t.lemma in deeds().parleys for t in behind(tree, i, "to", "in", "for"))


def _is_of_others(word: Token) -> bool:
    """Say whether a noun is of what others offer, seek or have agreed."""
    return word.lemma in deeds().offers | deeds().elsewhere | deeds().causes


def is_not_to_be(tree: Tree, i: int) -> bool:
    """Say whether somebody says that there will not be it: "there will be NO RENEGOTIATION".

    So is what there is no place for: "there is NO ROOM for foreign bases", "vowed NO RETREAT".
    """
    if not is_none(tree, i) or until_what(tree, i) is not None:
        return False
    verb = tree[tree[i].head]
    there = verb.lemma == "be" and any(children(tree, verb.i, "expl"))
    to_come = any(t.tag == "MD" for t in children(tree, verb.i, "aux"))
    no_place = tree[i].lemma in deeds().no_place and any(behind(tree, i, "for", "of"))
    forgone = no_place or (to_come and tree[i].lemma in deeds().forgone)
    vowed = tree[i].dep == "dobj" and verb.lemma in VOWING and tree[i].lemma in deeds().forgone
    return vowed or (there and forgone and is_said(tree, i))


def vows_not(tree: Tree, i: int) -> bool:
    """Say whether it is refused on oath: "VOWED never to NEGOTIATE", "promised not to YIELD"."""
    vowed = tree[i].dep == "xcomp" and tree[tree[i].head].lemma in VOWING
    return vowed and is_negated(tree, i) and is_among(tree, i, deeds().yield_to)


def calls_unacceptable(tree: Tree, i: int) -> bool:
    """Say whether a verb does so: "CALLED the plan a non-starter", "DESCRIBED it as"."""
    if tree[i].lemma not in NAMING:
        return False
    words = tuple(called(tree, i, deeds().offers))
    return any(t.lemma in deeds().unacceptable for t in words) or finds_fault(tree, words)


def finds_fault(tree: Tree, words: Iterable[Token]) -> bool:
    """Say whether what something is called finds fault: "A MISTAKE", "a DANGEROUS step"."""
    some = (word for word in words if not is_none(tree, word.i))
    said = (t for word in some for t in (word, *children(tree, word.i, "amod", "acomp")))
    return any(t.lemma in deeds().faults for t in said)


def called(tree: Tree, i: int, things: frozenset[str]) -> Iterator[Token]:
    """Yield what a verb calls one of these things: "called the plan A FARCE", "described it AS"."""
    named = [t.i for t in children(tree, i, "dobj", "nsubj", "oprd") if _tells_of(tree, t, things)]
    named = [word for word in named if word > i]
    named += [t.i for t in children(tree, i, "nsubjpass") if _tells_of(tree, t, things)]
    # "called the step PROGRESS": the parser takes that for a clause. So it does without a verb.
    named += [t.i for c in children(tree, i, "ccomp") for t in children(tree, c.i, "nsubj")]
    nouns = [t for t in children(tree, i, "dobj") if any(children(tree, t.i, "nsubj"))]
    named += [t.i for noun in nouns for t in children(tree, noun.i, "nsubj")]
    if not any(_tells_of(tree, tree[word], things) for word in named):
        return
    yield from children(tree, i, "oprd", "attr", "acomp", "ccomp")
    yield from nouns
    # "called the plan DEAD on arrival", "termed the offer of talks A RUSE"
    offered = [*named, *(t.i for word in named for t in behind(tree, word, "of"))]
    behind_it = (t for word in offered for t in children(tree, word, "amod", "acl", "appos"))
    yield from (t for t in behind_it if t.i > t.head)
    told = [t.i for word in named for t in children(tree, word, "acl")]
    for word in (i, *named, *told):
        preps = [t.i for t in children(tree, word, "prep") if t.lemma == "as"]
        yield from (t for prep in preps for t in children(tree, prep))


def _tells_of(tree: Tree, word: Token, things: frozenset[str]) -> bool:
    """Say whether a noun is one of these, or tells of one: "the ANNOUNCEMENT of a truce"."""
    if word.lemma in things or word.lemma not in TELLINGS:
        return word.lemma in things
    owned = (*children(tree, word.i, "compound", "amod"), *behind(tree, word.i, "of"))
    return any(t.lemma in things for t in owned)
