"""Constructions that make a position or an outcome of any verb: "must", "said it would", "lied".

The verbs that they need, where any will not do, stand in `rules/deeds.yaml`.
"""

from collections.abc import Callable, Iterator

from schemas.vocabulary import Kind
from streams.extract.statements.askings import (
    depends_on_others,
    is_needful,
    is_under_pressure,
    keeps_asking,
)
from streams.extract.statements.conditions import has_condition, is_only_if, until_what
from streams.extract.statements.deals import (
    completes,
    has_been_signed,
    is_decided,
    is_laid_down,
    is_leaving,
    is_of_leaving,
    lays_down,
    leaves,
    makes_conditional,
    passes,
    presses,
    seeks_deal,
)
from streams.extract.statements.deeds import deeds
from streams.extract.statements.doings import burdens, harms, is_dire, is_good, stays_in
from streams.extract.statements.easings import (
    drops,
    eases,
    gives_up_law,
    pulls_back,
    puts_off,
)
from streams.extract.statements.mediators import goes_between, is_of_mediator
from streams.extract.statements.memberships import tells_of_exit
from streams.extract.statements.negation import is_negated, is_none
from streams.extract.statements.offers import (
    COPULAS,
    WELCOMING,
    asks_in_vain,
    assents,
    backs_not,
    bargains,
    calls_good,
    calls_unacceptable,
    falls_short,
    foresees,
    gives_support,
    has_no_objection,
    is_against,
    is_in_plan,
    is_not_to_be,
    is_off_table,
    is_open_to_talks,
    is_praised,
    is_tabled,
    is_unacceptable,
    leaves_open,
    leaves_unsigned,
    puts_forward,
    says_no,
    sends_away,
    takes_up,
    vows_not,
    withholds_support,
)
from streams.extract.statements.outcomes import outcome_rules
from streams.extract.statements.quotations import is_quoted, is_said, speaks_for
from streams.extract.statements.refusals import defies, has_refused, meets_refusal
from streams.extract.statements.releases import comes_free, hands_over, sets_free
from streams.extract.statements.reproaches import (
    calls_wrong,
    deplores,
    is_reproached,
    owners_of,
    protests,
)
from streams.extract.statements.stages import ends_truce, find_stage
from streams.extract.statements.threats import (
    READY,
    does_not_shrink,
    goes_unanswered,
    has_all_options,
    has_no_choice,
    is_in_store,
    is_uttered,
    may_break_off,
    reserves_right,
    vows_harm,
    vows_in_readiness,
    waits_for,
    weighs_blow,
    weighs_breaking_off,
)
from streams.extract.statements.truces import (
    TIME,
    TO_ACT,
    are_several,
    bargains_to_stop,
    halts,
    is_halt,
    lasts,
    orders_to_stop,
    resolves_to_stop,
    stops,
    stops_fighting,
)
from streams.extract.syntax import (
    NAMES,
    OBLIGATIONS,
    agents,
    behind,
    children,
    first_conjunct,
    for_others,
    has_to,
    is_verb,
    marks,
    object_lemmas,
    with_of,
)
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

OBLIGATION, WRONG, DIRE = "(must)", "(did wrong)", "(will suffer)"
WITHHELD = "(stays until)"
"""What is not eased until others act is a demand that they do (contract, section 2)."""
WILL, WILL_NOT, WILL_IF = "(will)", "(will not)", "(will if)"
DOING, HARM = "(will do)", "(will harm)"
TO_DO = "(to do)"
"""The future of a headline: "A to halt tests"."""
TOGETHER, AGREE_TO, AGREE_TO_STOP = "(agree together)", "(agree to do)", "(agree to stop)"
READY_TO_DO = "(ready to do)"
DEADLINE = "(has until)"
UTTERED = "(threat uttered)"
SENT_AWAY, IN_VAIN = "(sent away)", "(ask in vain)"
OF_ANOTHER = frozenset({WRONG, DIRE, DEADLINE, IN_VAIN})
"""What a speaker says of others: he holds the position, and they are its target."""
CALLED_OFF = "(truce is off)"
SET_FREE, HANDED_OVER, HALT = "(set free)", "(handed over)", "(halt fighting)"
COME_FREE, HALT_OF = "(come free)", "(halt to fighting)"
TRUCES = frozenset({AGREE_TO_STOP, HALT})
EASE, RESTRAIN, UNTIL, VOW_HARM = "(ease)", "(restrain)", "(give until)", "(vow harm)"
PULL_BACK, PROTEST = "(pull back)", "(protest)"
SPURN, TAKE_UP, HAIL, OFFER = "(turn down)", "(take up)", "(hail)", "(offer talks)"
NO_INTEREST, NO_LONGER, NOT_RULED_OUT = "(no interest)", "(no longer)", "(not ruled out)"
DEMANDED, SEEK_DEAL, DEPLORE, LEFT = "(is demanded)", "(seek deal)", "(deplore)", "(left)"
LEAVING, HAVE_REFUSED, MET_NO = "(leaving)", "(have refused)", "(met with a no)"
LAY_DOWN, COMPLETED = "(lay down)", "(completed)"
CONDITIONAL, AS_MEDIATOR, SIGNED = "(made conditional)", "(as mediator)", "(signed)"
GO_BETWEEN, PASSED = "(go between)", "(passed)"
TABLED, FORESEEN, BARGAIN = "(tabled)", "(foreseen)", "(in exchange)"
IN_PLAN = "(in a plan)"
NEEDFUL, DEPENDS = "(is needful)", "(depends on)"
KEEP_ASKING, PRESSED, OPEN_TO = "(keep asking)", "(under pressure)", "(open to talks)"
HAILING = WELCOMING | {"defend"}
"""Verbs by which a deal is praised that others, or one oneself, have made."""
ENDING = frozenset("end resolve settle overcome bury close".split())
READINESS = frozenset({"readiness", "willingness"})
WARNING = frozenset({"warn", "caution", "threaten"})
FORCE = frozenset({"force", "weapon", "arm", "violence"})
HEARD = frozenset({"tell", "warn", "remind", "inform"})
CONDEMNING = frozenset({"condemn", "denounce"})
COMMANDING = frozenset({"tell", "urge", "warn", "order"})
GIVING = frozenset({"issue", "give", "deliver", "present", "hand", "send"})
ADDED = frozenset({"new", "more", "additional", "further"})
SETTING = GIVING | {"set", "lay", "impose", "announce"}

FUTURE = frozenset({"will", "would", "'ll", "’ll", "wo", "can", "could", "ca"})
MAY = frozenset({"can", "could", "may", "might", "should"})
HOLLOW = frozenset({"it", "that", "this", "there", "what", "which", "who"})
"""Subjects that stand for no actor, or not for one that could be told."""
PRONOUNS = frozenset({"EX", "WDT", "WP"})
OWN = frozenset({"i", "we"})
PERSONAL = OWN | {"he", "she", "it", "they", "you"}


def constructions(tree: Tree, i: int) -> Iterator[tuple[Kind, str]]:
    """Yield what a verb can be by its auxiliaries, its subject, and who says so."""
    yield from _without_subject(tree, i)
    going = _is_going_to(tree, i)
    verb = tree[i].head if going else i
    subject = next(children(tree, verb, "nsubj", "nsubjpass"), None)
    # "A said it was ready but WOULD NOT REOPEN", "it is bad and NEEDS TO BE TORN UP"
    if subject is None and (is_negated(tree, i) or _is_ahead(tree, i)):
        subject = next(children(tree, first_conjunct(tree, verb), "nsubj", "nsubjpass"), None)
    bargained = is_verb(tree[i]) and (bargains_to_stop(tree, i, subject) or orders_to_stop(tree, i))
    if bargained:
        yield "ceasefire", AGREE_TO_STOP
    if not is_verb(tree[i]) or subject is None or subject.tag in PRONOUNS:
        return
    auxiliaries = {"will"} if going else {t.text.lower() for t in children(tree, i, "aux")}
    yield from _alone(tree, i, subject, auxiliaries) if tree[verb].dep == "ROOT" else ()
    yield from _done(tree, i)
    yield from _may_do(tree, i, subject)
    yield from _agreed(tree, i, subject)
    if _is_withheld(tree, i, subject) or _is_only_for(tree, i):
        yield "demand", WITHHELD
    if not bargained and halts(tree, i, auxiliaries):
        yield "ceasefire", HALT
    hollow = _is_hollow(tree, i, subject)
    if not hollow and is_reproached(tree, i, subject):
        yield "accusation", WRONG
    if not hollow and is_said(tree, i):
        yield from _told(tree, i, subject, auxiliaries)


def _without_subject(tree: Tree, i: int) -> Iterator[tuple[Kind, str]]:
    """Yield what a word is whoever its subject is."""
    yield from ((kind, name) for kind, name, is_so in BY_ANYBODY if is_so(tree, i))


def _offers_in_readiness(tree: Tree, i: int) -> bool:
    """Say whether somebody is ready to help, or to hold back: "is READY to send troops"."""
    acts = [*children(tree, i, "xcomp")] if tree[i].lemma in READY else []
    acts += [*children(tree, i, "acl")] if tree[i].lemma in READINESS else []
    return any(is_good(tree, t.i) for t in acts) and not is_negated(tree, i)


def _has_no_interest(tree: Tree, i: int) -> bool:
    """Say whether there is no interest in it: "has NO INTEREST in talks", "is NOT INTERESTED"."""
    if tree[i].lemma in deeds().interest:
        return is_none(tree, i)
    return tree[i].lemma == "interested" and is_negated(tree, tree[i].head)


def _no_longer_insists(tree: Tree, i: int) -> bool:
    """Say whether somebody has stopped asking for something: "no longer INSISTS"."""
    return tree[i].lemma in deeds().insist and _is_no_longer(tree, i)


def _resolves_to_yield(tree: Tree, i: int) -> bool:
    """Say whether somebody has resolved to take something back: "decided to DROP the bill"."""
    return (
        is_decided(tree, i)
        and not is_negated(tree, i)
        and (drops(tree, i) or gives_up_law(tree, i))
    )


def _is_not_until(tree: Tree, i: int) -> bool:
    """Say whether there is none of a thing until others act: "no DEAL until they leave"."""
    agreed = tree[i].lemma in deeds().offers | deeds().elsewhere | deeds().without
    is_one = agreed and tree[tree[i].head].lemma == "be"
    return is_one and until_what(tree, i) is not None and is_said(tree, i)


def _is_ahead(tree: Tree, i: int) -> bool:
    """Say whether a verb tells what is to be done, or has to be."""
    auxiliaries = {t.text.lower() for t in children(tree, i, "aux")}
    return bool(auxiliaries & (FUTURE | OBLIGATIONS)) or _obliges(tree, i)


def _told(tree: Tree, i: int, subject: Token, auxiliaries: set[str]) -> Iterator[tuple[Kind, str]]:
    """Yield what it is to say of somebody that he did, must or will do something."""
    if is_off_table(tree, i) or falls_short(tree, i):
        yield "rejection", SPURN
    if auxiliaries & MAY and asks_in_vain(tree, i):
        yield "rejection", IN_VAIN
        return
    if is_praised(tree, i):
        yield "acceptance", TAKE_UP
    if _has_term(tree, i):
        yield "threat", DEADLINE
        return
    obliged = any(_obliges(tree, t.i) for t in (tree[i], tree[tree[i].head]))
    if auxiliaries & OBLIGATIONS or obliged or is_let(tree, i) or _is_due(tree, i):
        yield "demand", OBLIGATION
    if _will_suffer(tree, i, auxiliaries) or goes_unanswered(tree, i):
        yield "threat", DIRE
    elif auxiliaries & FUTURE and speaks_for(tree, i, subject):
        yield from _announced(tree, i)


def _is_due(tree: Tree, i: int) -> bool:
    """Say whether others are told that it is time to act: "it is time for B TO STOP"."""
    return tree[tree[i].head].lemma == "time" and "for" in marks(tree, i) and has_to(tree, i)


def _has_term(tree: Tree, i: int) -> bool:
    """Say whether somebody is told by when to act: "HAS until Friday to", "HAVE a week to"."""
    if tree[i].lemma != "have":
        return False
    time = _time_of(tree, i)
    return (_has_until(tree, i) or bool(time)) and _is_to_act(tree, (i, *time))


def _has_until(tree: Tree, i: int) -> bool:
    """Say whether a verb has the end of a term: "until Friday"."""
    return any(t.lemma == "until" for t in children(tree, i, "prep"))


def _time_of(tree: Tree, i: int) -> tuple[int, ...]:
    """Return the length of the term that somebody has, or is given: "ten DAYS"."""
    return tuple(t.i for t in children(tree, i, "dobj", "npadvmod") if t.lemma in TIME)


def _is_to_act(tree: Tree, words: tuple[int, ...]) -> bool:
    """Say whether words have what is to be done by then: "ten days TO WITHDRAW"."""
    return any(has_to(tree, t.i) for word in words for t in children(tree, word, *TO_ACT))


def _is_going_to(tree: Tree, i: int) -> bool:
    """Say whether a verb is of the future by "going to", or by "is to"."""
    above = tree[tree[i].head]
    to_come = above.text.lower() == "going" or above.text in {"is", "are"}
    return tree[i].dep == "xcomp" and to_come and has_to(tree, i)


def _alone(tree: Tree, i: int, subject: Token, auxiliaries: set[str]) -> Iterator[tuple[Kind, str]]:
    """Yield "A to halt tests" and "A will not lift sanctions", which nobody is said to say."""
    if auxiliaries == {"to"} and is_good(tree, i):
        yield ("agreement", TOGETHER) if are_several(tree, subject) else ("pledge", TO_DO)
    elif auxiliaries == {"to"} and subject.tag in NAMES and _depends(tree, i):
        yield "threat", WILL_IF
    if subject.tag not in NAMES or auxiliaries.isdisjoint({"will", "wo"}):
        return
    if is_negated(tree, i):
        yield "rejection", WILL_NOT
    elif _binds(tree, i) and not are_several(tree, subject):
        yield from _to_be_done(tree, i)


def _binds(tree: Tree, i: int) -> bool:
    """Say whether a verb tells of restraint or aid, or of what others can still avert."""
    return is_good(tree, i) or (_depends(tree, i) and not stays_in(tree, i))


def _done(tree: Tree, i: int) -> Iterator[tuple[Kind, str]]:
    """Yield what somebody does by what he does it to, whether or not he speaks of it."""
    if is_negated(tree, i) or is_let(tree, i):
        return
    if eases(tree, i):
        yield "concession", EASE
    if pulls_back(tree, i):
        yield "concession", PULL_BACK
    if sends_away(tree, i):
        yield "rejection", SENT_AWAY
    things = {t.lemma for t in children(tree, i, "dobj")}
    yield from _answered(tree, i, things)
    if tree[i].lemma in deeds().restrain and things & deeds().arms:
        yield "pledge", RESTRAIN
    if _gives_ultimatum(tree, i) or (tree[i].lemma == "give" and _is_deadline(tree, i)):
        yield "threat", UNTIL
    if vows_harm(tree, i):
        yield "threat", VOW_HARM


def _may_do(tree: Tree, i: int, subject: Token) -> Iterator[tuple[Kind, str]]:
    """Yield what it is to say of one's own side, or on a condition, that it may do something."""
    if may_break_off(tree, i) and (speaks_for(tree, i, subject) or has_condition(tree, i)):
        yield "threat", HARM


def _gives_ultimatum(tree: Tree, i: int) -> bool:
    """Say whether somebody makes an ultimatum: "SET a deadline for B to act"."""
    things = [*children(tree, i, "dobj")]
    if tree[i].lemma in GIVING and any(t.lemma == "ultimatum" for t in things):
        return True
    deadlines = [t.i for t in things if t.lemma == "deadline"]
    acts = (act for word in (i, *deadlines) for act in for_others(tree, word))
    return tree[i].lemma in SETTING and bool(deadlines) and any(acts)


def _is_withheld(tree: Tree, i: int, subject: Token) -> bool:
    """Say whether measures last until others act: "sanctions stay until", "keeps tariffs until"."""
    kept = subject.lemma if tree[i].lemma in deeds().last else None
    if subject.lemma in outcome_rules().captives and tree[i].lemma in outcome_rules().liberating:
        awaited = until_what(tree, i) if is_negated(tree, i) else None
        acting = children(tree, awaited.i, "nsubj") if awaited is not None else ()
        return any(t.tag in NAMES for t in acting)  # "WOULD NOT BE FREED until B apologised"
    if tree[i].lemma in deeds().maintain:
        kept = next((t.lemma for t in children(tree, i, "dobj")), None)
    return kept in deeds().measures and until_what(tree, i) is not None


def _is_only_for(tree: Tree, i: int) -> bool:
    """Say whether what a verb tells is done only if others act first, and harms nobody."""
    awaited = until_what(tree, i)
    only = awaited is not None and is_only_if(tree, awaited.i)
    return only and tree[i].dep != "xcomp" and not harms(tree, i)


def _agreed(tree: Tree, i: int, subject: Token) -> Iterator[tuple[Kind, str]]:
    """Yield what is agreed: by several an agreement, by one alone what he undertakes."""
    several = are_several(tree, subject) or any(behind(tree, i, "with"))
    if tree[i].lemma in ENDING and several and object_lemmas(tree, i) & deeds().quarrels:
        yield "agreement", TOGETHER
    if tree[i].lemma == "agree":
        if several or subject.text.lower() == "they":
            yield from _agreed_together(tree, i)
        elif any(are_several(tree, tree[who]) for who in agents(tree, i)):
            yield "agreement", TOGETHER  # "a border was agreed on BY A AND B"
        elif not is_negated(tree, i):
            acts = [clause.i for clause in _to_do(tree, i)]
            if any(puts_off(tree, act) for act in acts):
                yield "concession", AGREE_TO
            elif any(_undertakes(tree, act) for act in acts):
                yield "pledge", AGREE_TO


def _undertakes(tree: Tree, i: int) -> bool:
    """Say whether who agrees to do what a verb says binds himself to it."""
    things = object_lemmas(tree, i)
    others = things & (deeds().offers | deeds().elsewhere | deeds().fighting)
    if tree[i].lemma in deeds().back and things & (deeds().offers | deeds().causes):
        return False  # "agreed to SUPPORT the BID" of another
    return is_good(tree, i) or (is_among(tree, i, deeds().undertaken) and not others)


def _agreed_together(tree: Tree, i: int) -> Iterator[tuple[Kind, str]]:
    """Yield what several agree, or agree to do."""
    if any(stops(tree, clause.i) for clause in _to_do(tree, i)):
        yield "ceasefire", AGREE_TO_STOP
    on = any(t.tag.startswith("NN") for t in behind(tree, i, "on"))
    agreed = {t.lemma for t in children(tree, i, "dobj")} - deeds().appointed
    if on or _is_to_do(tree, i) or agreed:
        yield "agreement", TOGETHER


def _will_suffer(tree: Tree, i: int, auxiliaries: set[str]) -> bool:
    """Say whether a verb tells another what is in store for him: "will pay", "faces it if"."""
    to_come = auxiliaries & FUTURE - {"can", "could", "ca"} or has_condition(tree, i)
    return bool(to_come) and is_dire(tree, i) and not is_negated(tree, i)


def _answered(tree: Tree, i: int, things: set[str]) -> Iterator[tuple[Kind, str]]:
    """Yield what it is to offer something, to turn it down or to take it up."""
    offers = tree[i].lemma == "offer" and things & (deeds().elsewhere | deeds().offered)
    if offers or puts_forward(tree, i, things):
        yield "proposal", OFFER
    if _spurns(tree, i) or _scorns(tree, i) or _stays_away(tree, i):
        yield "rejection", SPURN
    taken_up = assents(tree, i) or takes_up(tree, i) or gives_support(tree, i)
    if taken_up and not passes(tree, i):
        yield "acceptance", HAIL if tree[i].lemma in HAILING else TAKE_UP


def _spurns(tree: Tree, i: int) -> bool:
    """Say whether somebody turns down what others offer: "REJECTED the plan", "SCOFFED at it"."""
    things = {t.lemma for t in with_of(tree, children(tree, i, "dobj"))}
    if things & deeds().offers and is_among(tree, i, deeds().spurn):
        return True
    aimed_at = is_among(tree, i, deeds().spurn_at) and object_lemmas(tree, i)
    return bool(aimed_at and aimed_at & (deeds().offers | deeds().elsewhere))


def _scorns(tree: Tree, i: int) -> bool:
    """Say whether somebody finds fault with what others offer: "SLAMMED a proposal by B"."""
    if tree[i].lemma not in deeds().criticise | CONDEMNING:
        return False
    offers = [t.i for t in children(tree, i, "dobj") if t.lemma in deeds().tendered]
    owners = (t for word in (*offers, i) for t in owners_of(tree, word))
    return bool(offers) and any(t.text[:1].isupper() for t in owners)


def _is_command(tree: Tree, i: int) -> bool:
    """Say whether somebody is told to act in so many words: "GET your troops out, A tells B"."""
    told = tree[tree[i].head]
    opens = tree[i].tag == "VB" and all(t.tag in {"``", "RB", "UH", ","} for t in tree[:i])
    own = any(children(tree, i, "nsubj", "aux"))
    return opens and not own and told.i > i and told.lemma in COMMANDING


def _will_not_come(tree: Tree, i: int) -> bool:
    """Say whether somebody does not come to talks: "is NOT GOING to them", "did NOT SHOW UP"."""
    coming = tree[i].tag == "VBG" and is_among(tree, i, deeds().take_part)
    coming = coming or is_among(tree, i, deeds().appear)
    return coming and is_negated(tree, i) and bool(object_lemmas(tree, i) & deeds().elsewhere)


def _stays_away(tree: Tree, i: int) -> bool:
    """Say whether somebody will not come, or have it: "BOYCOTTED the talks"."""
    refused = object_lemmas(tree, i) & (deeds().offers | deeds().elsewhere)
    return bool(refused) and is_among(tree, i, deeds().refuse)


def _is_deadline(tree: Tree, i: int) -> bool:
    """Say whether somebody is given "until Friday", or "ten days to withdraw"."""
    if _has_until(tree, i):
        return True
    time = _time_of(tree, i)
    # "gave B two months ON MONDAY to leave": the parser takes the term for when that was.
    given = any(t.i not in time for t in children(tree, i, "dative", "nsubjpass", "dobj"))
    return bool(time) and given and _is_to_act(tree, (i, *time))


def _announced(tree: Tree, i: int) -> Iterator[tuple[Kind, str]]:
    """Yield what it is to say that one's own side will, or will not, do what a verb says."""
    if is_negated(tree, i) and tree[i].lemma == "hesitate":
        if does_not_shrink(tree, i):
            yield "threat", HARM
    elif is_negated(tree, i):
        yield _forgone(tree, i)
    elif is_among(tree, i, deeds().refuse):
        yield "rejection", WILL_NOT
    elif tree[i].lemma not in COPULAS:
        yield from _to_be_done(tree, i)


def _to_be_done(tree: Tree, i: int) -> Iterator[tuple[Kind, str]]:
    """Yield what it is to say that one's own side will do what a verb says."""
    if _is_only_for(tree, i):
        return  # which is a demand
    if _is_warned_of(tree, i) or _depends(tree, i):
        yield "threat", WILL_IF
    elif stays_in(tree, i) or has_condition(tree, i) or _keeps_word(tree, i):
        yield "pledge", DOING
    elif harms(tree, i) or burdens(tree, i):
        yield "threat", HARM
    elif tree[i].lemma in deeds().idle or puts_off(tree, i) or is_of_leaving(tree, i):
        return  # who puts off a tariff has yielded, and who leaves has left
    elif not object_lemmas(tree, i) & deeds().elsewhere and not stops_fighting(tree, i):
        yield "pledge", DOING if is_good(tree, i) else WILL


def _is_in_return(tree: Tree, i: int) -> bool:
    """Say whether it is for what others do well: "will come back IF B KEEPS its promises"."""
    awaited = (t for t in children(tree, i, "advcl") if marks(tree, t.i) & {"if", "once"})
    well = (t.i for t in awaited if not is_negated(tree, t.i))
    return any(is_good(tree, clause) or _is_true_to_word(tree, clause) for clause in well)


def _is_true_to_word(tree: Tree, i: int) -> bool:
    """Say whether a promise is kept: "KEEPS its word", "STICKS to the deal", "terms ARE MET"."""
    kept = {t.lemma for t in children(tree, i, "dobj", "nsubjpass")}
    kept |= {t.lemma for t in behind(tree, i, "by", "to", "with")}
    return is_among(tree, i, deeds().perform) and bool(kept & deeds().promises)


def _keeps_word(tree: Tree, i: int) -> bool:
    """Say whether somebody is true to his word, but for a truce, which is told by itself."""
    return _is_true_to_word(tree, i) and not stops_fighting(tree, i)


def _depends(tree: Tree, i: int) -> bool:
    """Say whether what is done depends on others, and is not to their good: "will quit if"."""
    relents = is_good(tree, i) or (not harms(tree, i) and _is_in_return(tree, i))
    relents = relents and until_what(tree, i) is None
    return has_condition(tree, i) and not relents and not stays_in(tree, i)


def _is_warned_of(tree: Tree, i: int) -> bool:
    """Say whether somebody warns of it: "B would quit, officials WARNED"."""
    said = (tree[tree[i].head], *children(tree, i, "parataxis"))
    return any(t.lemma in WARNING for t in said)


def _forgone(tree: Tree, i: int) -> tuple[Kind, str]:
    """Return what it is to say that one's own side will not do what a verb says."""
    if tree[i].lemma in deeds().assail:
        ceases = lasts(tree, i) or _is_no_longer(tree, i)
        return ("ceasefire", HALT) if ceases else ("pledge", RESTRAIN)
    if _is_no_longer(tree, i):
        if tree[i].lemma in deeds().insist:
            return "concession", NO_LONGER
        if tree[i].lemma in deeds().exact | deeds().add:
            return "pledge", RESTRAIN
    things = object_lemmas(tree, i)
    uses = tree[i].lemma == "use" and things & FORCE
    if uses or (things & deeds().arms and not is_among(tree, i, deeds().renounce)):
        return "pledge", RESTRAIN
    if burdens(tree, i) or harms(tree, i) or _adds(tree, i):
        return "pledge", RESTRAIN
    return "rejection", WILL_NOT


def _adds(tree: Tree, i: int) -> bool:
    """Say whether there would be more of something than there is: "BUILD new camps"."""
    things = children(tree, i, "dobj") if tree[i].lemma in deeds().add else ()
    return any(t.lemma in ADDED for thing in things for t in children(tree, thing.i, "amod"))


def _is_no_longer(tree: Tree, i: int) -> bool:
    """Say whether what is not to be done has been done so far: "will NO LONGER attack"."""
    later = children(tree, i, "advmod")
    return any(t.lemma == "long" and t.text.lower() == "longer" for t in later)


def _is_hollow(tree: Tree, i: int, subject: Token) -> bool:
    """Say whether a subject is no actor; "it" is one where it does what only an actor does."""
    word = subject.text.lower()
    return word in HOLLOW and not (word == "it" and _is_of_actor(tree, i))


def _is_of_actor(tree: Tree, i: int) -> bool:
    """Say whether only an actor does, or does not, what a verb says."""
    if is_negated(tree, i) or tree[i].lemma in deeds().refuse or is_told_hearer(tree, i):
        return True
    if any("unless" in marks(tree, clause.i) for clause in children(tree, i, "advcl")):
        return True
    deeds_of_actors = (is_good, stays_in, harms, is_dire, _is_true_to_word)
    return any(deed(tree, i) for deed in deeds_of_actors)


def is_told_hearer(tree: Tree, i: int) -> bool:
    """Say whether it is told somebody that he has to do it: "TOLD B that IT must leave"."""
    above = tree[tree[i].head]
    told = tree[i].dep == "ccomp" and above.lemma in HEARD
    obliged = any(t.text.lower() in OBLIGATIONS for t in children(tree, i, "aux"))
    return told and obliged and any(children(tree, above.i, "dobj", "dative"))


def _is_to_do(tree: Tree, i: int) -> bool:
    """Say whether an infinitive hangs on a verb: "agreed TO REOPEN"."""
    return any(_to_do(tree, i))


def _to_do(tree: Tree, i: int) -> Iterator[Token]:
    """Yield the infinitives that hang on a verb."""
    return (clause for clause in children(tree, i, "xcomp") if has_to(tree, clause.i))


def is_let(tree: Tree, i: int) -> bool:
    """Say whether others are to do it: "LET them LIFT the sanctions"."""
    let = tree[tree[i].head]
    asked = let.lemma == "let" and let.tag == "VB" and tree[i].dep in {"ccomp", "xcomp"}
    return asked and not any(children(tree, let.i, "nsubj"))


def _obliges(tree: Tree, i: int) -> bool:
    """Say whether a verb is "need to" or "have to", but not of who says so: "they have to".

    In a quotation who says so is "we".
    """
    own = OWN if is_quoted(tree) else PERSONAL
    speaking = any(t.text.lower() in own for t in children(tree, i, "nsubj"))
    obliges = tree[i].lemma in {"need", "have"} and _is_to_do(tree, i)
    # What "has YET to" come nobody asks for.
    obliges = obliges and all(t.lemma != "yet" for t in children(tree, i, "advmod"))
    return obliges and not speaking and not is_negated(tree, i)


def _tells_of_halt(tree: Tree, i: int) -> bool:
    """Say whether a verb tells of fighting that stops: "ANNOUNCED a HALT to raids"."""
    return is_halt(tree, i) and find_stage(tree, i, "ceasefire") is not None


BY_ANYBODY: tuple[tuple[Kind, str, Callable[[Tree, int], bool]], ...] = (
    ("exchange", SET_FREE, sets_free),
    ("exchange", COME_FREE, comes_free),
    ("exchange", HANDED_OVER, hands_over),
    ("threat", UTTERED, is_uttered),
    ("threat", VOW_HARM, vows_in_readiness),
    ("threat", HARM, weighs_breaking_off),
    ("threat", VOW_HARM, reserves_right),
    ("threat", VOW_HARM, has_no_choice),
    ("threat", VOW_HARM, weighs_blow),
    ("threat", UNTIL, waits_for),
    ("threat", DIRE, is_in_store),
    ("threat", DIRE, has_all_options),
    ("pledge", READY_TO_DO, _offers_in_readiness),
    ("accusation", PROTEST, protests),
    ("rejection", NO_INTEREST, _has_no_interest),
    ("concession", NO_LONGER, _no_longer_insists),
    ("concession", EASE, _resolves_to_yield),
    ("rejection", SPURN, _will_not_come),
    ("rejection", SPURN, is_unacceptable),
    ("rejection", SPURN, calls_unacceptable),
    ("rejection", SPURN, is_not_to_be),
    ("rejection", SPURN, says_no),
    ("rejection", NO_INTEREST, is_against),
    ("rejection", SPURN, withholds_support),
    ("rejection", SPURN, leaves_unsigned),
    ("rejection", SPURN, backs_not),
    ("rejection", SPURN, vows_not),
    ("rejection", SPURN, defies),
    ("rejection", HAVE_REFUSED, has_refused),
    ("rejection", MET_NO, meets_refusal),
    ("demand", DEMANDED, is_laid_down),
    ("demand", OBLIGATION, _is_command),
    ("demand", LAY_DOWN, lays_down),
    ("demand", LAY_DOWN, presses),
    ("demand", SEEK_DEAL, seeks_deal),
    ("demand", NEEDFUL, is_needful),
    ("demand", DEPENDS, depends_on_others),
    ("demand", KEEP_ASKING, keeps_asking),
    ("demand", PRESSED, is_under_pressure),
    ("demand", CONDITIONAL, makes_conditional),
    ("accusation", DEPLORE, deplores),
    ("accusation", DEPLORE, calls_wrong),
    ("agreement", LEFT, leaves),
    ("agreement", LEAVING, is_leaving),
    ("agreement", LEFT, tells_of_exit),
    ("agreement", SIGNED, has_been_signed),
    ("agreement", PASSED, passes),
    ("agreement", COMPLETED, completes),
    ("acceptance", NOT_RULED_OUT, leaves_open),
    ("acceptance", TAKE_UP, calls_good),
    ("acceptance", TAKE_UP, has_no_objection),
    ("acceptance", OPEN_TO, is_open_to_talks),
    ("proposal", TABLED, is_tabled),
    ("proposal", IN_PLAN, is_in_plan),
    ("proposal", BARGAIN, bargains),
    ("proposal", FORESEEN, foresees),
    ("demand", WITHHELD, _is_not_until),
    ("mediation", AS_MEDIATOR, is_of_mediator),
    ("mediation", GO_BETWEEN, goes_between),
    ("ceasefire", HALT, resolves_to_stop),
    ("ceasefire", HALT_OF, _tells_of_halt),
    ("ceasefire", CALLED_OFF, ends_truce),
)
"""What a word is whoever its subject is, and what shows it."""
