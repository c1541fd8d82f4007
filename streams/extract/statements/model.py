"""Say which words of a sentence carry a statement, of which kind, and how likely it is.

Three linear models, trained on `tests/corpus` (see `streams/training`): one sees a word and its
tree, one the sequence of words; the third weighs both and is calibrated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import cast

import numpy as np

from schemas.vocabulary import POSITIONS, Issue, Kind, Status
from streams.days import WEEKDAYS
from streams.extract.document import Passage
from streams.extract.statements.askings import judging
from streams.extract.statements.constructions import (
    BARGAIN,
    COME_FREE,
    COMPLETED,
    DIRE,
    HAIL,
    HAVE_REFUSED,
    IN_PLAN,
    LEAVING,
    LEFT,
    MET_NO,
    NEEDFUL,
    NOT_RULED_OUT,
    OFFER,
    PROTEST,
    PULL_BACK,
    SET_FREE,
    SIGNED,
    SPURN,
    TABLED,
    TAKE_UP,
    TOGETHER,
    TRUCES,
    UNTIL,
    UTTERED,
    VOW_HARM,
)
from streams.extract.statements.cues import Cue, find_cues
from streams.extract.statements.features import (
    Cues,
    candidates,
    features,
    has_actor,
    masked,
    sentence_cues,
    sequences,
)
from streams.extract.statements.linear import Floats, models
from streams.extract.statements.memberships import leaving_by
from streams.extract.statements.negation import disclaims
from streams.extract.statements.offers import called_in, tabled_by
from streams.extract.statements.outcomes import outcome_rules
from streams.extract.statements.papers import writers
from streams.extract.statements.refusals import refusing
from streams.extract.statements.scope import frees_outright
from streams.extract.statements.stages import fights, find_doubt, find_stage
from streams.extract.statements.truces import are_several
from streams.extract.syntax import ancestors, behind, children, is_verb, patients, subjects, with_of
from streams.extract.talks.lexicon import rules, verb_rules
from streams.extract.talks.participants import denoted
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Tree

THRESHOLD = 0.4
UNCUED = 0.8
"""Probability from which on a word without a cue counts, which the corpus alone knows."""
UNCUED_OUTCOME = 0.5
"""The same for outcomes, which news paints in ever new pictures: guns fall silent."""
FAINT = (0.01, 0.01, 0.05)
"""The same of hints in the headline and in the two sentences behind it, by sentence."""
LEAD = len(FAINT) - 1
"""The last sentence that hints."""
SPELT_OUT = frozenset({*POSITIONS, "mediation"})
"""Kinds that have words of their own."""
ANSWERING = frozenset({"demand", "proposal", "acceptance", "rejection"})
"""Kinds of what is done to mediation that is offered or wanted."""
STAGED: frozenset[Kind] = frozenset({"agreement", "ceasefire"})
"""Kinds of which verbs tell where they stand."""
OUTRIGHT = 2.5
"""Log-odds added to a plain cue of a named actor: writers of a corpus shun the plain words that
news lives on, so the model takes them for less than they say."""
OF_PRONOUN = 1.75
"""The same of "he", "they" or "it", who are not always actors."""
CERTAIN = 4.0
"""The same where the object, too, can mean little else: "rejected an offer of talks"."""
BY_ACT = 6.0
"""The same where a side says that it stops its own fighting, or hands in that it leaves."""
OF_OBJECT = frozenset(
    {
        SPURN,
        TAKE_UP,
        BARGAIN,
        HAIL,
        HAVE_REFUSED,
        IN_PLAN,
        LEAVING,
        LEFT,
        MET_NO,
        NEEDFUL,
        OFFER,
        DIRE,
        TOGETHER,
        NOT_RULED_OUT,
        PULL_BACK,
        PROTEST,
        SET_FREE,
        COME_FREE,
        UNTIL,
        VOW_HARM,
        UTTERED,
    }
)
"""Constructions of a verb and such an object, or such subjects: "A and B agreed to"."""
DENYING = frozenset({"deny"})
SAYING = frozenset({"say", "tell", "add"})
"""Verbs that say no more than that somebody speaks."""
ANNOUNCING = frozenset({"announce", "confirm", "report"})
"""Verbs that no position is taken by."""
ASKING = frozenset({"offer", "ask", "request", "invite", "urge", "press"})
"""Verbs by which one mediates only if it is that which is to be done."""
RECEIVING = frozenset({"receive", "visit", "meet"})
"""Verbs by which one meets, and does not mediate."""
SWAPPING = "swap"
"""What the verb "trade" means of land, blame and captives, none of which is trade."""
SETTLING = frozenset({"finalize", "finalise", "ratify", "initial"})
"""What is done to a treaty and little else: "the text has been FINALIZED"."""
UNNAMED = frozenset({"he", "she", "they", "we", "it"})
FACTIONS = frozenset({"faction", "camp", "army", "force"})
"""Sides that meet nobody by that name, but fight."""
UNCUED_PATTERN = "(model)"
ANY = "any"
ELSEWHERE = "talks"
"""The kind that `streams.extract.talks` reads, by rules that fit it better; here words hint."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A cue and the probability that it carries a statement of its kind."""

    cue: Cue
    probability: float
    around: Cues
    """All cues of the sentence."""
    hint: bool = False
    """It is not likely enough to count by itself."""


def score(passage: Passage) -> Iterator[Scored]:
    """Yield the likely cues of a sentence, in its order, and hints among them."""
    weighed = [s for i, cues, odds in _weighed(passage) for s in _scored(passage, i, cues, odds)]
    told = {(scored.cue.word, scored.cue.kind) for scored in weighed if not scored.hint}
    yield from (scored for scored in weighed if not _is_of_noun(passage, scored.cue, told))


def _weighed(passage: Passage) -> Iterator[tuple[int, Cues, Floats]]:
    """Yield each word on which a statement can hang, with the log-odds of each kind."""
    whole = models()["sentence"].scores(sequences(passage))
    cues = sentence_cues(passage)
    for i in candidates(passage):
        own = models()["word"].scores(features(passage, i, cues))
        yield i, cues, stacked(own, whole)


def _scored(passage: Passage, i: int, cues: Cues, odds: Floats) -> Iterator[Scored]:
    """Yield what a word may carry: each of its cues, and kinds for which it is no cue."""
    mine = {cue.kind: cue for cue in cues.get(i, ()) if cue.kind != ELSEWHERE}
    told = any(cue.plain and cue.constructed for cue in mine.values())
    for kind, kind_odds in zip(_kinds(), odds.tolist(), strict=True):
        cue = mine.get(kind)
        bonus = _bonus(passage, cue) if cue is not None else 0.0
        probability = 1 / (1 + exp(-kind_odds - bonus))
        hint = kind == ELSEWHERE or probability < _threshold(kind, cue)
        if cue is None and hint and not _is_faint(passage, probability):
            continue
        if cue is None and kind != ELSEWHERE and (told or _cannot_carry(passage, i, kind)):
            continue
        found = cue or Cue(i, kind, UNCUED_PATTERN)
        yield Scored(found, round(probability, 3), cues, hint)


def _is_faint(passage: Passage, probability: float) -> bool:
    """Say whether a word hints that is too unlikely to count."""
    return passage.index <= LEAD and probability >= FAINT[passage.index]


def _threshold(kind: Kind, cue: Cue | None) -> float:
    """Return the probability from which on a word counts."""
    if cue is not None:
        return THRESHOLD
    return UNCUED if kind in SPELT_OUT else UNCUED_OUTCOME


def _is_of_noun(passage: Passage, cue: Cue, told: set[tuple[int, Kind]]) -> bool:
    """Say whether a word tells where an outcome stands that is told by name: "the truce ENDED".

    Or only who says so: "ANNOUNCED that it had quit the treaty".
    """
    named = children(passage.tree, cue.word, "nsubj", "nsubjpass", "dobj", "ccomp")
    guessed = cue.pattern == UNCUED_PATTERN and cue.kind in STAGED
    return guessed and any((t.i, cue.kind) in told for t in named)


def _cannot_carry(passage: Passage, i: int, kind: Kind) -> bool:
    """Say whether a word without a cue tells of no such kind: "SAID", "held TALKS"."""
    tree = passage.tree
    if tree[i].lemma in SAYING or (kind in POSITIONS and tree[i].lemma in ANNOUNCING):
        return True
    if tree[i].lemma in ANNOUNCING and _tells_of_talks(tree, i):
        return True
    if kind == "mediation" and tree[i].lemma in RECEIVING:
        return True
    if kind == "mediation" and tree[i].lemma in ASKING:
        acts = [t.lemma for t in children(tree, i, "xcomp")]
        return bool(acts) and outcome_rules().mediating.isdisjoint(acts)
    if kind in STAGED and (_holds_talks(tree, i) or _meets(tree, i)):
        return True
    if kind == "agreement":
        # Who shake hands have met; what they have agreed on is told by "on".
        on = (t for t in behind(tree, i, "on") if t.lemma not in WEEKDAYS)
        return tree[i].lemma == "shake" and not any(on)
    if kind != "ceasefire" or not is_verb(tree[i]):
        return False
    return fights(tree, i) or any(
        find_doubt(tree, t.i) is not None for t in behind(tree, i, "on", "about", "over")
    )


def _meets(tree: Tree, i: int) -> bool:
    """Say whether a verb is of an encounter, whatever comes of it: "PUT their heads together"."""
    return is_verb(tree[i]) and is_among(tree, i, _meeting())


@cache
def _meeting() -> frozenset[str]:
    return frozenset(verb_rules())


def _holds_talks(tree: Tree, i: int) -> bool:
    """Say whether it is talks that a verb is done to: "HELD talks", "HELD hours of talks"."""
    things = with_of(tree, children(tree, i, "dobj"))
    return any(t.lemma in outcome_rules().tables for t in things)


def _tells_of_talks(tree: Tree, i: int) -> bool:
    """Say whether it is of talks that a verb tells something: "ANNOUNCED that talks will go on"."""
    told = (who for clause in children(tree, i, "ccomp") for who in subjects(tree, clause.i))
    return any(tree[who].lemma in outcome_rules().tables for who in told)


def _bonus(passage: Passage, cue: Cue) -> float:
    """Return the log-odds that a cue has by itself, whatever the model makes of it."""
    if not _is_outright(passage, cue):
        unnamed = _acts_unnamed(passage, cue.word) or _sides_act(passage, cue)
        said_of = (cue.plain and unnamed) or _we_deny(passage, cue)
        return OF_PRONOUN if said_of else 0.0
    handed_in = cue.pattern == LEFT and leaving_by(passage.tree, cue.word) is not None
    if cue.pattern in TRUCES or handed_in:
        return BY_ACT
    return CERTAIN if cue.pattern in OF_OBJECT else OUTRIGHT


def _is_outright(passage: Passage, cue: Cue) -> bool:
    """Say whether a cue says plainly what it is one of, of a named actor or of captives."""
    if cue.pattern == SIGNED or _is_told_by_stage(passage, cue) or _is_plainly_told(passage, cue):
        return True
    if cue.kind == "ceasefire" and find_doubt(passage.tree, cue.word) is not None:
        return True
    if cue.kind == "mediation" and _is_answered(passage, cue.word):
        return True
    return frees_outright(passage, cue)


def _is_told_by_stage(passage: Passage, cue: Cue) -> bool:
    """Say whether an actor brings a noun about, or denies it: "A ANNOUNCED a ceasefire".

    Or others do, with one: "the last fighters REACHED an agreement WITH B".
    """
    tree = passage.tree
    if cue.kind not in STAGED or is_verb(tree[cue.word]):
        return False
    stage = find_stage(tree, cue.word, cue.kind)
    if stage is not None and _is_with_actor(passage, cue.word, stage.verb):
        return True
    telling = (*((stage.verb,) if stage is not None else ()), *_denying(tree, cue.word))
    return any(_acts(passage, verb) for verb in telling)


def _is_with_actor(passage: Passage, noun: int, verb: int) -> bool:
    """Say whether an outcome is told to be with an actor: "reached an agreement WITH B".

    Or with who governs: "with B's ARMY"; its football federation is no B. A deal that was reached
    once is only named: "under the deal REACHED with B".
    """
    tree = passage.tree
    if tree[verb].dep == "acl":
        return False
    beside = [t.i for word in (noun, verb) for t in behind(tree, word, "with")]
    named = (i for i in beside if i in passage.at or tree[i].lemma in rules().governing)
    return any(True for who in named for _ in denoted(passage, who))


def _denying(tree: Tree, i: int) -> Iterator[int]:
    """Yield the verbs by which somebody denies what hangs on them: "DENIED having signed"."""
    yield from (t.i for t in ancestors(tree, i) if t.lemma in DENYING)


def _is_plainly_told(passage: Passage, cue: Cue) -> bool:
    """Say whether an actor does what reads in no other way: "A and B have SETTLED the dispute"."""
    word = _telling_word(passage, cue)
    if not cue.plain:
        return False
    if cue.pattern == MET_NO:
        who = (t.i for t in refusing(passage.tree, cue.word))
        return any(True for noun in who for _ in denoted(passage, noun))
    if _acts(passage, word) or (cue.constructed and _is_voiced(passage, word)):
        return True
    if cue.kind in STAGED and any(_acts(passage, verb) for verb in _denying(passage.tree, word)):
        return True
    settled = cue.pattern == COMPLETED or passage.tree[word].lemma in SETTLING
    return settled and bool(patients(passage.tree, word))


def _is_answered(passage: Passage, i: int) -> bool:
    """Say whether an actor asks for mediation, takes it up or refuses: "APPEALED for MEDIATION"."""
    tree = passage.tree
    if is_verb(tree[i]):
        return False
    above = tree[tree[i].head]
    word = tree[above.head] if above.dep == "prep" else above
    if not any(cue.kind in ANSWERING for cue in find_cues(tree, word.i)):
        return False
    return _acts(passage, word.i if is_verb(word) else word.head)


def _acts_unnamed(passage: Passage, i: int) -> bool:
    """Say whether somebody acts who was named before: "HE rejected the plan"."""
    tree = passage.tree
    acting = subjects(tree, i) if is_verb(tree[i]) else ()
    return any(tree[who].text.lower() in UNNAMED for who in acting)


def _sides_act(passage: Passage, cue: Cue) -> bool:
    """Say whether an outcome is of the sides, whoever they are: "BOTH SIDES signed"."""
    tree = passage.tree
    if cue.kind in SPELT_OUT or not is_verb(tree[cue.word]):
        return False
    sides = rules().collective | FACTIONS
    acting = subjects(tree, cue.word)
    return any(tree[i].lemma in sides and are_several(tree, tree[i]) for i in acting)


def _we_deny(passage: Passage, cue: Cue) -> bool:
    """Say whether who is quoted denies an outcome of his own: "WE HAVE NOT made a truce"."""
    return cue.kind in STAGED and disclaims(passage.tree, passage.tree[cue.word].head)


def _telling_word(passage: Passage, cue: Cue) -> int:
    """Return the verb that tells what a cue says: of "it is vital that B stop" the "is".

    Of "the plan that B put forward" it is who puts it forward that tells.
    """
    tree = passage.tree
    if cue.pattern == NEEDFUL and (copula := judging(tree, cue.word)) is not None:
        return copula.i
    if cue.pattern == TABLED and (tabling := tabled_by(tree, cue.word)) is not None:
        return tabling.i
    if cue.pattern == IN_PLAN and (calling := called_in(tree, cue.word)) is not None:
        return calling.i
    if cue.pattern == LEFT and (handing_in := leaving_by(tree, cue.word)) is not None:
        return handing_in
    if cue.pattern == UTTERED:
        return tree[cue.word].head
    return _predicate(passage, cue.word)


def _predicate(passage: Passage, i: int) -> int:
    """Return the verb of which a word is what it says of its subject: "A IS willing"."""
    token = passage.tree[i]
    return token.head if token.dep in {"acomp", "oprd"} else i


def _is_voiced(passage: Passage, i: int) -> bool:
    """Say whether it is a named actor who says so: "A said IT would stop"."""
    tree = passage.tree
    while tree[i].dep in {"xcomp", "attr"}:
        i = tree[i].head
    return tree[i].dep == "ccomp" and _acts(passage, tree[i].head)


def _acts(passage: Passage, i: int) -> bool:
    """Say whether an actor does it, in person or by somebody: "the LEADERS of A and B signed"."""
    if has_actor(passage, i):
        return True
    noun = not is_verb(passage.tree[i])
    owners = (*behind(passage.tree, i, "by"), *children(passage.tree, i, "poss"))
    acting = tuple(t.i for t in owners) if noun else subjects(passage.tree, i)
    writing = (who for paper in acting for who in writers(passage.tree, paper))
    return any(True for noun in (*acting, *writing) for _ in denoted(passage, noun))


def stacked(own: Floats, whole: Floats) -> Floats:
    """Return the log-odds of each kind from the word's and the sentence's, whose last is `any`."""
    stack = models()["stack"]
    of_word, of_sentence, of_any = stack.weights
    return cast(
        "Floats", of_word * own + of_sentence * whole[:-1] + of_any * whole[-1] + stack.bias
    )


@cache
def _kinds() -> tuple[Kind, ...]:
    return cast("tuple[Kind, ...]", models()["word"].classes)


def issue_odds(passage: Passage, words: range, kind: Kind) -> Iterator[tuple[Issue, float]]:
    """Yield the log-odds of each issue, from the words of the content and of the sentence."""
    model = models()["issue"]
    odds = model.scores(issue_features(passage, words, kind)).tolist()
    yield from zip(cast("tuple[Issue, ...]", model.classes), odds, strict=True)


def issue_features(passage: Passage, words: range, kind: Kind) -> Iterator[str]:
    """Yield what the issue is told by; `words` are those of the content."""
    yield f"kind {kind}"
    for token in passage.tree:
        word = SWAPPING if is_verb(token) and token.lemma == "trade" else masked(passage, token.i)
        yield f"word {word}"
        if token.i in words:
            yield f"content {word}"


def likely_status(passage: Passage, scored: Scored) -> Status:
    """Return where an outcome or a mediation stands, from its cue and the sentence."""
    model = models()[f"status {scored.cue.kind}"]
    seen = status_features(passage, scored.cue.word, scored.around)
    return cast("Status", model.classes[int(np.argmax(model.scores(seen)))])


def status_features(passage: Passage, i: int, cues: Cues) -> Iterator[str]:
    """Yield what the status is told by; `cues` are those of the sentence."""
    yield from features(passage, i, cues)
    for token in passage.tree:
        yield f"word {masked(passage, token.i)} {token.tag}"
