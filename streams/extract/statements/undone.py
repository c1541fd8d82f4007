"""Say why what a cue stands for is not done: declined, only sought, tried or wished for."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import islice

from schemas.vocabulary import OUTCOMES, POSITIONS
from streams.extract.document import Passage
from streams.extract.statements.claims import denial_rules, denies_claim
from streams.extract.statements.conditions import is_only_if, until_what
from streams.extract.statements.constructions import (
    GO_BETWEEN,
    LEAVING,
    LEFT,
    NO_LONGER,
    TRUCES,
    is_let,
)
from streams.extract.statements.cues import Cue
from streams.extract.statements.deals import DEALS, is_of_leaving, is_undecided
from streams.extract.statements.deeds import deeds
from streams.extract.statements.memberships import issues, paper_of, tells_of_exit
from streams.extract.statements.model import UNCUED_PATTERN
from streams.extract.statements.negation import (
    is_attempted,
    is_declined,
    is_disclaimed,
    is_negated,
    is_none,
)
from streams.extract.statements.offers import ASSENTING, is_not_to_be, is_put_forward, vows_not
from streams.extract.statements.outcomes import outcome_rules
from streams.extract.statements.phrases import is_as_long
from streams.extract.statements.references import is_named_person, reference_rules
from streams.extract.statements.refusals import meets_refusal
from streams.extract.statements.reproaches import ADMITTING, called_in
from streams.extract.statements.truces import TRUCE, are_several
from streams.extract.syntax import (
    OBLIGATIONS,
    TELLING,
    ancestors,
    behind,
    children,
    first_conjunct,
    has_to,
    is_passive,
    is_past,
    is_verb,
    marks,
    patients,
    subjects,
    subtree,
    verb_above,
    with_of,
)
from streams.extract.talks.participants import denoted
from streams.extract.talks.status import is_future
from streams.extract.talks.triggers import STAYS
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

SOUGHT = "it is only talked of, or hoped for"
DENIED = "a claim is denied, which refuses nothing"
ATTEMPTED = "it is only tried, or has failed"

COME_ABOUT = frozenset({"agreement", "ceasefire"})
"""Kinds that somebody has to bring about before there is one; an exchange can be proposed."""
ACTS = OUTCOMES | {"concession", "acceptance", "pledge"}
ADDRESSED = frozenset({"demand", "accusation", "pledge", "threat", "proposal"})
OFFERED = frozenset({"pledge", "proposal"})
AWAITED = ACTS | {"demand", "rejection", "threat"}
ENDING = frozenset({"end", "lift"})
THOUGHT_OF = ACTS | {"rejection", "threat"}
SHRINKING = frozenset({"back", "shrink", "short", "refrain"})
SHRUNK = 3
"""Steps above a verb at which these stand: "BACKED out of signing"."""
THINKING = frozenset("hope expect fear doubt wonder worry wish predict bet want".split())
GOING_ON = frozenset("meet talk negotiate speak continue resume reconvene reassemble".split())
AGREEING = frozenset("agree accept sign reach declare announce conclude approve".split())
PAUSES = frozenset({"halt", "pause", "suspension", "break", "freeze"})
POINTING = frozenset({"this", "that", "these", "those"})
GREETING = frozenset({"welcome", "greet", "receive", "cheer", "applaud", "salute", "embrace"})
CONTACTS = frozenset({"dialogue", "dialog", "contact", "discussion", "diplomacy"})
PUTTING_OFF = frozenset("delay postpone suspend halt block defer prevent stall hold".split())
BACKING = frozenset({"support", "back"})
INDICATIVE = frozenset({"VBD", "VBZ"})
TEXTS = frozenset({"text", "document"})
READY = frozenset({"ready", "prepared", "set"})
STIPULATING = frozenset({"require", "oblige", "commit", "call"})
FULFILLING = frozenset("honour honor keep fulfil fulfill deliver break meet".split())
AWAITING = frozenset({"unless", "until", "if", "provided", "once", "whenever"})
MEASURING = frozenset("meet satisfy fulfil fulfill match".split())
UNTOLD = frozenset({"whether", "when", "where", "how", "why"})
"""Words before what somebody does not say, or asks."""
SPOKEN_OF = frozenset({"of", "about"})
WEIGHING = frozenset(
    {"consider", "contemplate", "mull", "weigh", "oppose", "avoid", "favour", "favor"}
)
DEBATING = frozenset({"discuss", "debate", "negotiate", "raise", "review", "address"})
MATTERS = frozenset({"issue", "matter", "question", "topic", "point"})
SPEAKING = frozenset({"talk", "speak", "think", "dream"})
WATCHING = frozenset({"monitor", "verify", "supervise", "oversee", "police", "guarantee"})
ASKING = frozenset("ask demand seek request require call urge press".split())
WISHING = frozenset({"want", "wish", "hope", "like", "seek"})
ASKED = frozenset({"insistence", "claim", "call", "request"})
AIMED_AT = frozenset({"on", "about", "over", "for", "of", "towards", "toward", "at"})


def why_undone(passage: Passage, cue: Cue) -> str | None:
    """Return why what a cue stands for is not done; None where it is."""
    told = (why for why, kinds, is_so in REASONS if cue.kind in kinds and is_so(passage, cue))
    return next(told, None)


def _is_no_third(passage: Passage, cue: Cue) -> bool:
    """Say whether it is no actor that goes between others: "TRADERS went back and forth"."""
    tree = passage.tree
    if cue.pattern != GO_BETWEEN:
        return False
    owners = children(tree, tree[cue.word].head, "poss")  # "in HIS effort to bring them together"
    acting = subjects(tree, cue.word)
    unnamed = (*owners, *(tree[i] for i in acting))
    named = any(True for who in acting for _ in denoted(passage, who))
    return not named and all(t.tag not in {"PRP", "PRP$"} for t in unnamed)


def _is_own_wish(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody only wants to do something himself: "wants to keep talking"."""
    tree, i = passage.tree, cue.word
    wished = [t for t in children(tree, i, "xcomp") if has_to(tree, t.i)]
    # "sought to HAVE the ban LIFTED": others are to do it
    of_others = ("nsubj", "nsubjpass", "auxpass", "ccomp")
    own = wished and not any(children(tree, wished[0].i, *of_others))
    return tree[i].lemma in WISHING and bool(own) and not any(children(tree, i, "dobj"))


def _is_not_asked(passage: Passage, cue: Cue) -> bool:
    """Say whether it is not asked for: "is NOT ASKING for land", "does NOT WANT a deal"."""
    tree, i = passage.tree, cue.word
    asks = is_verb(tree[i]) and not cue.constructed and tree[i].lemma in ASKING | WISHING
    return asks and any(children(tree, i, "neg"))


def _is_question(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody only asks whether, or why, it is so: "ASKED whether"."""
    tree, i = passage.tree, cue.word
    told = children(tree, i, "ccomp") if tree[i].lemma == "ask" else ()
    return any(not marks(tree, t.i).isdisjoint(UNTOLD) for t in told)


def _is_in_bad_faith(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody only does not do so honestly: "is not NEGOTIATING in good faith"."""
    return any(t.lemma == "faith" for t in behind(passage.tree, cue.word, "in"))


def _vows_to_refuse(passage: Passage, cue: Cue) -> bool:
    """Say whether who vows something will not have it: "VOWED never to negotiate"."""
    tree = passage.tree
    return any(vows_not(tree, t.i) for t in children(tree, cue.word, "xcomp"))


def _signs_off(passage: Passage, cue: Cue) -> bool:
    """Say whether what others propose is approved: "SIGNED OFF on the plan", not on a deal."""
    tree = passage.tree
    signs = tree[cue.word].lemma == "sign"
    signs = signs and any(t.lemma == "off" for t in children(tree, cue.word, "prt"))
    acting = subjects(tree, cue.word) if signs else ()
    approved = {t.lemma for t in behind(tree, cue.word, "on")} if signs else frozenset()
    several = any(are_several(tree, tree[who]) for who in acting)
    return bool(approved - DEALS) and not several


def _is_to_be_blamed(passage: Passage, cue: Cue) -> bool:
    """Say whether a verb only says who is at fault, which the copula tells: "is to BLAME"."""
    tree, word = passage.tree, passage.tree[cue.word]
    return word.dep == "xcomp" and tree[word.head].lemma == "be" and has_to(tree, word.i)


def _is_asked_not_to(passage: Passage, cue: Cue) -> bool:
    """Say whether others are to leave it: "urged B NOT TO LEAVE the accord"."""
    tree, word = passage.tree, passage.tree[cue.word]
    asked = word.dep == "xcomp" and tree[word.head].lemma in TELLING and has_to(tree, word.i)
    return asked and any(children(tree, word.head, "dobj")) and any(children(tree, word.i, "neg"))


def _is_withheld(passage: Passage, cue: Cue) -> bool:
    """Say whether something is done only if others act, which they are asked to: "only if"."""
    awaited = until_what(passage.tree, cue.word) if is_verb(passage.tree[cue.word]) else None
    return awaited is not None and is_only_if(passage.tree, awaited.i)


def _is_at_request(passage: Passage, cue: Cue) -> bool:
    """Say whether what was asked for is told by itself: "met AT B's REQUEST"."""
    word, prep = passage.tree[cue.word], passage.tree[passage.tree[cue.word].head]
    return word.dep == "pobj" and prep.lemma in {"at", "on"} and word.lemma == "request"


def _is_without(passage: Passage, cue: Cue) -> bool:
    """Say whether nothing is asked: "talks without PRECONDITIONS"."""
    tree = passage.tree
    return tree[tree[cue.word].head].lemma == "without" and tree[cue.word].dep == "pobj"


def _is_awaited(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody has to do it first: "unless B SUSPENDS its tariffs", "as long as"."""
    tree, word = passage.tree, passage.tree[cue.word]
    awaited = bool(marks(tree, word.i) & AWAITING) or is_as_long(tree, tree[word.head])
    return word.dep == "advcl" and awaited


def _helps(passage: Passage, cue: Cue) -> bool:
    """Say whether it is somebody, or his deeds, that a verb supports: "SUPPORTED the rebels"."""
    tree, i = passage.tree, cue.word
    if not is_verb(tree[i]) or tree[i].lemma not in BACKING:
        return False
    things = [*children(tree, i, "dobj"), *(tree[thing] for thing in patients(tree, i))]
    pointing = any(t.lemma in POINTING for thing in things for t in children(tree, thing.i, "det"))
    proposed = deeds().offers | deeds().causes | deeds().elsewhere
    return not pointing and proposed.isdisjoint(thing.lemma for thing in things)


def _receives(passage: Passage, cue: Cue) -> bool:
    """Say whether it is a person that is received: "WELCOMED the minister at his estate"."""
    word = passage.tree[cue.word]
    greets = is_verb(word) and word.lemma in GREETING
    guests = children(passage.tree, word.i, "dobj") if greets else ()
    persons = reference_rules().persons
    return any(is_named_person(passage, t.i) or t.lemma in persons for t in guests)


def _is_summons(passage: Passage, cue: Cue) -> bool:
    return bool(called_in(passage.tree, cue.word))


def _breaks_off(passage: Passage, cue: Cue) -> bool:
    """Say whether it is talks, or somebody, that is suspended: no measure that is eased."""
    if cue.pattern == NO_LONGER:
        return False
    if is_of_leaving(passage.tree, cue.word):
        return True  # "SUSPENDED implementation of the accord"
    if any(tells_of_exit(passage.tree, t.i) for t in children(passage.tree, cue.word, "dobj")):
        return True  # "BEGAN its withdrawal from the bloc"
    if passage.tree[cue.word].lemma in deeds().grant | deeds().exempt | deeds().unblock:
        return False  # to whom it is granted the parser, too, takes for an object
    things = [*children(passage.tree, cue.word, "dobj")]
    return any(
        t.lemma in deeds().elsewhere | deeds().withheld | deeds().strains | CONTACTS | STAYS
        or ((known := passage.at.get(t.i)) is not None and known.name.actor is not None)
        for t in things
    )


def _has_not_come_about(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody only tries, has failed, or does not want to bring an outcome about."""
    tree = passage.tree
    if is_disclaimed(tree, cue.word):
        return False  # it is denied that there is one
    if is_attempted(tree, cue.word) or is_declined(tree, cue.word) or _shrinks(tree, cue.word):
        return True
    own = (tree[cue.word], *ancestors(tree, cue.word))
    things = (tree[cue.word], *children(tree, cue.word, "dobj", "nsubjpass"))
    if any(is_none(tree, thing.i) for thing in things):
        return True
    above = next((t for t in own if is_verb(t)), None)
    if above is None:
        return False
    if _is_gone_without(tree, above) or _goes_without(tree, cue.word):
        return True
    if is_undecided(tree, above.i):
        return True
    return above.lemma in AGREEING and is_negated(tree, above.i)


def _is_met_with(passage: Passage, cue: Cue) -> bool:
    """Say whether the verb above tells whose refusal it is: "the plan drew a REFUSAL from B"."""
    above = verb_above(passage.tree, cue.word)
    noun = not is_verb(passage.tree[cue.word])
    return noun and above is not None and meets_refusal(passage.tree, above.i)


def _is_paper_to_leave(passage: Passage, cue: Cue) -> bool:
    """Say whether a paper is signed or served to leave: "SIGNED A MEMORANDUM to quit the pact"."""
    tree = passage.tree
    if cue.pattern in {LEFT, LEAVING} or tree[cue.word].lemma in DEALS:
        return False
    verb = cue.word if is_verb(tree[cue.word]) else tree[cue.word].head
    if not issues(tree, verb):
        return False
    below = (t for t in subtree(tree, verb) if paper_of(tree, t) == verb)
    return any(is_of_leaving(tree, t) for t in below)


def _is_gone_without(tree: Tree, verb: Token) -> bool:
    """Say whether something else is done without it: "left without SIGNING a truce"."""
    return verb.dep == "pcomp" and tree[verb.head].lemma == "without"


def _goes_without(tree: Tree, i: int) -> bool:
    """Say whether somebody only comes away with nothing: "LEFT Lima without a DEAL"."""
    if tree[i].dep == "pobj" and tree[tree[i].head].lemma == "without":
        return True
    without = any(t.lemma == "without" for t in children(tree, i, "prep"))
    return without and is_among(tree, i, deeds().leave) and not is_of_leaving(tree, i)


def _shrinks(tree: Tree, i: int) -> bool:
    """Say whether somebody does not do it in the end: "backed out of SIGNING", "short of"."""
    verb = next((t for t in (tree[i], *ancestors(tree, i)) if is_verb(t)), tree[i])
    over = islice(ancestors(tree, verb.i), SHRUNK)
    return verb.dep == "pcomp" and any(t.lemma in SHRINKING for t in over)


def _is_put_off(passage: Passage, cue: Cue) -> bool:
    """Say whether captives are not freed yet: "DELAYED the release of 60 prisoners"."""
    word = passage.tree[cue.word]
    return word.dep in {"dobj", "nsubjpass"} and passage.tree[word.head].lemma in PUTTING_OFF


def _is_debated(passage: Passage, cue: Cue) -> bool:
    """Say whether captives are only a matter of talks: "DISCUSSED the release of prisoners".

    Or one of those that are named: "issues SUCH AS the release of prisoners".
    """
    tree, word = passage.tree, passage.tree[cue.word]
    above = tree[word.head]
    if word.dep in {"dobj", "nsubjpass"}:
        return above.lemma in DEBATING
    matter = tree[above.head]
    return word.dep == "pobj" and above.lemma in {"as", "like"} and matter.lemma in MATTERS


def _is_sought(passage: Passage, cue: Cue) -> bool:
    """Say whether an outcome is only talked of or hoped for: "talks on a truce", "truce talks"."""
    tree = passage.tree
    if cue.pattern == UNCUED_PATTERN and is_verb(tree[cue.word]):
        # "HOPES of a truce FADED": the verb tells of the hopes.
        return any(t.lemma in outcome_rules().sought for t in children(tree, cue.word, "nsubj"))
    prep = tree[tree[cue.word].head]
    if tree[cue.word].dep == "compound" and prep.lemma in outcome_rules().sought:
        return True
    if prep.dep != "prep" or prep.lemma not in AIMED_AT:
        return False
    # "held HOURS OF TALKS on a truce"
    over = (tree[prep.head], *with_of(tree, children(tree, prep.head, "dobj")))
    return any(t.lemma in outcome_rules().sought and t.i < cue.word for t in over)


def _is_asked_for(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody wants it, so that there is none yet: "WANTS the TRUCE to last"."""
    word = passage.tree[cue.word]
    asked = WISHING | ASKING - {"call"}  # "CALLED a truce" declares it
    return word.dep == "dobj" and passage.tree[word.head].lemma in asked


def _is_only_spoken_of(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody only speaks of doing so: "talked of LEAVING the accord".

    Or weighs it, or has decided against it.
    """
    tree, word = passage.tree, passage.tree[cue.word]
    verb = word if is_verb(word) else tree[word.head]
    above = tree[verb.head]
    if verb.dep == "pcomp":
        spoken = above.lemma in SPOKEN_OF and tree[above.head].lemma in SPEAKING
        return spoken or above.lemma == "against"
    return verb.dep == "xcomp" and verb.tag == "VBG" and above.lemma in WEIGHING


def _insists_on_refusal(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody insists on what he will not do: "insisted IT WOULD NOT give it up"."""
    tree, i = passage.tree, cue.word
    told = [t.i for t in children(tree, i, "ccomp") if is_negated(tree, t.i)]
    refused = [clause for clause in told if is_future(tree, clause)]
    acting = [t for clause in refused for t in children(tree, clause, "nsubj")]
    return tree[i].lemma == "insist" and bool(acting) and all(t.tag == "PRP" for t in acting)


def _insists_that_it_is_so(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody only says so: "insisted that it HAD kept its word", "TOLD them that"."""
    tree = passage.tree
    if tree[cue.word].lemma not in {"insist", "tell"}:
        return False
    told = [*children(tree, cue.word, "ccomp")]
    # The parser hangs it on those who are told, where it is nothing of theirs.
    clauses = (
        t for who in children(tree, cue.word, "dobj") for t in children(tree, who.i, "relcl")
    )
    told += (t for t in clauses if any(children(tree, t.i, "mark")))
    words = (w for t in told for w in (t, *children(tree, t.i, "aux", "auxpass")))
    tags = {word.tag for word in words}
    return bool(tags & INDICATIVE) and "MD" not in tags


def _is_of_paper(passage: Passage, cue: Cue) -> bool:
    """Say whether it is a paper that asks for something: "the DEAL requires B to withdraw"."""
    tree = passage.tree
    asking = children(tree, cue.word, "nsubj") if tree[cue.word].lemma in STIPULATING else ()
    return any(t.lemma in deeds().offers | deeds().elsewhere for t in asking)


def _is_ready(passage: Passage, cue: Cue) -> bool:
    """Say whether it is a paper, and nobody, that is ready: "the TEXT is ready for signing"."""
    tree, word = passage.tree, passage.tree[cue.word]
    said_of = children(tree, word.head, "nsubj") if word.lemma in READY else ()
    return any(t.lemma in deeds().offers | deeds().elsewhere | TEXTS for t in said_of)


def _is_kept(passage: Passage, cue: Cue) -> bool:
    """Say whether a promise was made before: "KEPT its promise", "delivered ON its promise"."""
    tree = passage.tree
    above = verb_above(tree, cue.word)
    if is_verb(tree[cue.word]) or above is None:
        return False
    return above.lemma in FULFILLING or is_among(tree, above.i, deeds().faithless)


def _is_measured_by(passage: Passage, cue: Cue) -> bool:
    """Say whether something is only measured by what was asked: "did not MEET its DEMANDS"."""
    tree, word = passage.tree, passage.tree[cue.word]
    told = word.dep in {"dobj", "nsubj", "nsubjpass"} and not is_verb(word)
    return told and tree[word.head].lemma in MEASURING


def _is_for_once(passage: Passage, cue: Cue) -> bool:
    """Say whether it is only told how rare it is: "the FIRST TIME that A has ACCEPTED a halt"."""
    tree = passage.tree
    verb = next((t for t in (tree[cue.word], *ancestors(tree, cue.word)) if is_verb(t)), None)
    if verb is None or verb.dep not in {"relcl", "acl", "ccomp"}:
        return False
    times = (tree[verb.head], *children(tree, verb.head, "attr"))
    return any(t.lemma == "time" and any(children(tree, t.i, "amod")) for t in times)


def _vows_none(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody only vows that there will not be something: "VOWED no concessions"."""
    things = children(passage.tree, cue.word, "dobj")
    return any(is_not_to_be(passage.tree, thing.i) for thing in things)


def _is_to_people(passage: Passage, cue: Cue) -> bool:
    """Say whether it is said to private people or a court: "urged CITIZENS to stay calm"."""
    told = (*children(passage.tree, cue.word, "dobj", "dative"), *_told_of(passage.tree, cue.word))
    people = [t for t in told if t.lemma in deeds().people]
    if cue.kind in OFFERED and any(_are_of_others(passage, cue, t) for t in people):
        return False
    return bool(people)


def _are_of_others(passage: Passage, cue: Cue, people: Token) -> bool:
    """Say whether people are those of another actor: "offered EU CITIZENS the right to stay"."""
    own = {p.actor for who in subjects(passage.tree, cue.word) for p in denoted(passage, who)}
    modifiers = children(passage.tree, people.i, "compound", "amod", "nmod", "poss")
    known = (passage.at.get(t.i) for t in modifiers)
    actors = {mentioned.name.actor for mentioned in known if mentioned is not None}
    return bool(own) and bool(actors - own - {None})


def _is_only_thought_of(passage: Passage, cue: Cue) -> bool:
    """Say whether others only hope for it, or ask whether it is so: "HOPES B will accept"."""
    tree = passage.tree
    verb = next((t for t in (tree[cue.word], *ancestors(tree, cue.word)) if is_verb(t)), None)
    if verb is None or verb.dep not in {"ccomp", "xcomp"}:
        return False
    unsure = any(t.lemma in UNTOLD for t in children(tree, verb.i, "mark", "advmod"))
    own = any(children(tree, verb.i, "nsubj", "nsubjpass"))
    above = tree[verb.head]
    return unsure or (own and above.lemma in THINKING) or above.text.lower() == "unlikely"


def _only_goes_on(passage: Passage, cue: Cue) -> bool:
    """Say whether it is only agreed to meet or to go on: "agreed to CONTINUE next week"."""
    tree = passage.tree
    acts = children(tree, cue.word, "xcomp") if tree[cue.word].lemma == "agree" else ()
    return any(_is_of_meeting(tree, t) for t in acts)


def _is_of_meeting(tree: Tree, act: Token) -> bool:
    """Say whether somebody only meets or goes on: "to CONTINUE", "to HOLD a summit"."""
    things = {t.lemma for t in children(tree, act.i, "dobj", "xcomp")}
    if act.lemma == "see":  # "to SEE each other again"
        return bool(things & {"other", "another"})
    return bool(things & (deeds().elsewhere - DEALS)) or (act.lemma in GOING_ON and not things)


def _told_of(tree: Tree, i: int) -> Iterator[Token]:
    """Yield the subjects of what is said: "warned that FAMINE could spread"."""
    for clause in children(tree, i, "ccomp"):
        yield from children(tree, clause.i, "nsubj", "nsubjpass")


def _is_left_to_others(passage: Passage, cue: Cue) -> bool:
    """Say whether it is only asked for: "B MUST LIFT its ban", "LET B LIFT it"."""
    must = (t.text.lower() for t in children(passage.tree, cue.word, "aux"))
    return is_let(passage.tree, cue.word) or not OBLIGATIONS.isdisjoint(must)


def _is_to_come_about(passage: Passage, cue: Cue) -> bool:
    """Say whether an outcome is only to be, or not to be: "MUST be ratified", "WILL NOT extend".

    What "should fall silent" by itself is expected to, and who "will no longer fire" stops.
    """
    if cue.pattern in TRUCES:
        return False
    tree, word = passage.tree, passage.tree[cue.word]
    verb = word if is_verb(word) else tree[word.head]
    if verb is not word and word.dep not in {"dobj", "nsubjpass"}:
        return False
    if (verb.tag, verb.dep) == ("VB", "ROOT") and not any(children(tree, verb.i, "aux", "nsubj")):
        return True  # "Leave the deal and face it"
    auxiliaries = [t for t in children(tree, verb.i, "aux") if t.tag == "MD"]
    acts = any(children(tree, verb.i, "dobj", "nsubjpass"))
    obliged = acts and any(t.text.lower() in OBLIGATIONS for t in auxiliaries)
    return obliged or (bool(auxiliaries) and is_negated(tree, verb.i))


def _is_agreed_on(passage: Passage, cue: Cue) -> bool:
    """Say whether several agree to do it, which is their agreement: "A and B agreed to CUT"."""
    tree = passage.tree
    verb = tree[first_conjunct(tree, cue.word)]
    agreeing = tree[verb.head]
    if verb.dep != "xcomp" or agreeing.lemma != "agree":
        return False
    return any(are_several(tree, who) for who in children(tree, agreeing.i, "nsubj"))


def _is_agreed_truce(passage: Passage, cue: Cue) -> bool:
    """Say whether it is a truce to which several are, which then is one: "A and B ACCEPTED it"."""
    tree = passage.tree
    several = any(are_several(tree, who) for who in children(tree, cue.word, "nsubj"))
    truces = [t for t in children(tree, cue.word, "dobj") if t.lemma in TRUCE]
    return several and any(not is_put_forward(tree, truce.i) for truce in truces)


def _is_taken_up(passage: Passage, cue: Cue) -> bool:
    """Say whether it is a truce that others propose: "AGREED TO a truce put forward by B"."""
    tree, word = passage.tree, passage.tree[cue.word]
    if is_verb(word):
        return any(is_put_forward(tree, t.i) for t in behind(tree, word.i, "to"))
    verb = next((above for above in ancestors(tree, word.i) if is_verb(above)), None)
    answers = verb is not None and verb.lemma in ASSENTING | deeds().take_up | deeds().spurn
    return answers and (is_put_forward(tree, word.i) or _is_planned(tree, word))


def _is_planned(tree: Tree, truce: Token) -> bool:
    """Say whether a truce is what a plan is for: "accepted the OUTLINE FOR a TRUCE"."""
    prep = tree[truce.head]
    plans = (tree[prep.head], *children(tree, prep.head, "dobj"))
    return prep.lemma == "for" and any(t.lemma in deeds().proposals for t in plans)


def _is_watched(passage: Passage, cue: Cue) -> bool:
    """Say whether a truce is only watched over: "a body to monitor the TRUCE"."""
    word = passage.tree[cue.word]
    return word.dep == "dobj" and passage.tree[word.head].lemma in WATCHING


def _is_of_talks(passage: Passage, cue: Cue) -> bool:
    """Say whether it only says who mediates what is told of: "talks MEDIATED by B".

    Also "a B-MEDIATED deal", and "talks, which B MEDIATED".
    """
    tree, word = passage.tree, passage.tree[cue.word]
    if word.dep == "relcl":
        return is_passive(tree, word.i) or any(
            t.tag == "WDT" for t in children(tree, word.i, "dobj")
        )
    return word.dep in {"acl", "amod"} and word.tag == "VBN"


def _is_pause_in_talks(passage: Passage, cue: Cue) -> bool:
    """Say whether it is talks that are halted: "ordered a HALT to talks", "a PAUSE in talks"."""
    tree = passage.tree
    words = (tree[cue.word], *children(tree, cue.word, "dobj"))
    if all(word.lemma not in PAUSES for word in words):
        return False
    preps = (p for word in words for p in children(tree, word.i, "prep", "dative"))
    of = (t for p in preps if p.lemma in {"to", "in", "of"} for t in children(tree, p.i, "pobj"))
    return any(t.lemma in deeds().elsewhere for t in of)


def _denies(passage: Passage, cue: Cue) -> bool:
    """Say whether it is only said that something is not so: "rejected the CHARGE".

    Or that it was done: "DENIED that it had agreed".
    """
    tree, word = passage.tree, passage.tree[cue.word]
    done = any(is_past(tree, t.i) for t in children(tree, word.i, "ccomp"))
    outright = word.lemma in denial_rules().outright and done
    return outright or denies_claim(tree, word, denial_rules().claims)


def _only_admits(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody only admits that something is so: "CONCEDED that it was late"."""
    word = passage.tree[cue.word]
    told = word.dep == "parataxis" or any(children(passage.tree, word.i, "ccomp"))
    return told and word.lemma in ADMITTING


def _is_to_nobody(passage: Passage, cue: Cue) -> bool:
    """Say whether nobody is given it: "APOLOGISED to no one"."""
    told = (*children(passage.tree, cue.word, "dobj", "dative"), *behind(passage.tree, cue.word))
    return any(_is_nobody(passage.tree, who) for who in told)


def _is_nobody(tree: Tree, who: Token) -> bool:
    alone = who.lemma in {"nobody", "none"}
    return alone or (who.lemma == "one" and is_none(tree, who.i))


def _names_it(passage: Passage, cue: Cue) -> bool:
    """Say whether a word only names what is told before it: "will halt tests, A PLEDGE that"."""
    tree, word = passage.tree, passage.tree[cue.word]
    articles = {t.text.lower() for t in children(tree, cue.word, "det")}
    return word.dep == "appos" and not is_verb(word) and bool(articles & {"a", "an"})


def _is_dropped(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody no longer does: "gave up its INSISTENCE", "ended its OPPOSITION"."""
    tree, word = passage.tree, passage.tree[cue.word]
    undone = word.dep == "dobj" and not is_verb(word) and not is_negated(tree, word.head)
    return undone and (is_among(tree, word.head, deeds().drop) or tree[word.head].lemma in ENDING)


def _keeps_asking(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody only does not drop what he asks for: "WILL NOT GIVE UP its demand"."""
    tree, i = passage.tree, cue.word
    if not (is_negated(tree, i) and is_among(tree, i, deeds().drop)):
        return False
    return any(t.lemma in deeds().laid_down | ASKED for t in children(tree, i, "dobj"))


def _is_for_discretion(passage: Passage, cue: Cue) -> bool:
    """Say whether a source asks not to be named: "requested anonymity", "on CONDITION of it"."""
    tree = passage.tree
    asked = (*children(tree, cue.word, "dobj"), *behind(tree, cue.word, "of"))
    return any(t.lemma in deeds().discretion for t in asked)


def _is_aside(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody only keeps something to himself: "refused TO BE DRAWN"."""
    tree = passage.tree
    keeps = is_verb(tree[cue.word])  # who is "not READY to discuss it" refuses
    return keeps and any(t.lemma in deeds().asides for t in children(tree, cue.word, "xcomp"))


def _is_of_hazard(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody warns of what he does not bring about: "warned of FAMINE"."""
    tree = passage.tree
    ahead = (*behind(tree, cue.word, "of", "about", "against"), *_told_of(tree, cue.word))
    return any(t.lemma in deeds().hazards for t in ahead)


def _is_declined(passage: Passage, cue: Cue) -> bool:
    return is_declined(passage.tree, cue.word)


REASONS: tuple[tuple[str, AbstractSet[str], Callable[[Passage, Cue], bool]], ...] = (
    ("talks or somebody are suspended, no measure", {"concession"}, _breaks_off),
    ("it is told by what meets with it", {"rejection"}, _is_met_with),
    ("it is signed or served to leave", {"agreement", "threat"}, _is_paper_to_leave),
    ("it is what there is none of", {"demand"}, _is_without),
    ("what was asked for is told by itself", {"demand"}, _is_at_request),
    ("it is said not to be asked", {"demand"}, _is_not_asked),
    ("it is a question", {"demand"}, _is_question),
    ("it is said in reproach", {"rejection"}, _is_in_bad_faith),
    ("what is vowed is to refuse it", {"pledge"}, _vows_to_refuse),
    ("it is approved, and told by that", {"agreement"}, _signs_off),
    ("it is said of who is at fault", {"accusation"}, _is_to_be_blamed),
    ("others are asked not to do it", {"rejection"}, _is_asked_not_to),
    ("it is done only if others act first", {"concession", "pledge"}, _is_withheld),
    ("it is one's own wish to do it", {"demand"}, _is_own_wish),
    ("an envoy is only called in", {"demand"}, _is_summons),
    ("it is only said to be so", {"demand"}, _insists_that_it_is_so),
    ("it is what one will not do oneself", {"demand"}, _insists_on_refusal),
    ("it is a paper that asks for it", {"demand"}, _is_of_paper),
    ("it is a paper that is ready", {"acceptance", "pledge"}, _is_ready),
    ("it is only hoped for, feared or asked", THOUGHT_OF, _is_only_thought_of),
    ("it is only agreed to meet or to go on", {"agreement"}, _only_goes_on),
    ("it was promised before", {"pledge"}, _is_kept),
    ("what is vowed is that there will be none", {"pledge"}, _vows_none),
    ("it is said to people, to no side", ADDRESSED, _is_to_people),
    ("it only names what is told before", POSITIONS, _names_it),
    ("it is only told how rare it is", POSITIONS, _is_for_once),
    ("something is only measured by it", {"demand"}, _is_measured_by),
    ("what is asked for is asked for still", {"rejection"}, _keeps_asking),
    ("it is no longer held", {"demand", "threat", "rejection"}, _is_dropped),
    (DENIED, {"rejection"}, _denies),
    ("it is only admitted", {"concession"}, _only_admits),
    ("it is done to nobody", {"concession", "acceptance", "pledge"}, _is_to_nobody),
    ("a source asks not to be named", {"demand"}, _is_for_discretion),
    ("somebody only keeps it to himself", {"rejection"}, _is_aside),
    ("it is nobody's doing", {"threat"}, _is_of_hazard),
    ("it is only what somebody waits for", AWAITED, _is_awaited),
    ("somebody is helped, no proposal taken up", {"acceptance"}, _helps),
    ("somebody is received, no proposal taken up", {"acceptance"}, _receives),
    ("it is declined to do so", POSITIONS - {"rejection"}, _is_declined),
    ("others are to do it", ACTS - OUTCOMES, _is_left_to_others),
    ("it is only to come about, or not to", COME_ABOUT, _is_to_come_about),
    ("it is what several have agreed on", {"concession", "pledge"}, _is_agreed_on),
    ("it is what several have agreed on", {"acceptance"}, _is_agreed_truce),
    ("a proposal of others is taken up", {"ceasefire"}, _is_taken_up),
    ("it is only watched over", {"ceasefire"}, _is_watched),
    ("it only says who mediates talks", {"mediation"}, _is_of_talks),
    ("it is no actor that goes between", {"mediation"}, _is_no_third),
    ("it is talks that pause", {"ceasefire"}, _is_pause_in_talks),
    ("it is put off", {"exchange"}, _is_put_off),
    (SOUGHT, {"exchange"}, _is_debated),
    (SOUGHT, ACTS, _is_sought),
    (SOUGHT, {"ceasefire"}, _is_asked_for),
    (SOUGHT, COME_ABOUT, _is_only_spoken_of),
    (ATTEMPTED, COME_ABOUT, _has_not_come_about),
)
"""Why it is not done, of which kinds that can be said, and what shows it; the first counts."""
