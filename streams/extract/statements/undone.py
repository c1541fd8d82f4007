"""Say why what a cue stands for is not done: declined, only sought, tried or wished for."""

from schemas.vocabulary import POSITIONS
from streams.extract.document import Passage
from streams.extract.statements.cues import Cue
from streams.extract.statements.deeds import deeds
from streams.extract.statements.negation import is_attempted, is_declined, is_negated
from streams.extract.statements.outcomes import outcome_rules
from streams.extract.syntax import ancestors, children, has_to, is_verb, marks, patients
from streams.extract.tree import Tree

BREAKS_OFF = "talks or somebody are suspended, no measure"
OWN_WISH = "it is one's own wish to do it"
DECLINED = "it is declined to do so"
SOUGHT = "it is only talked of, or hoped for"
ATTEMPTED = "it is only tried, or has failed"
CALLED_IN = "an envoy is only called in"
AWAITED = "it is only what somebody waits for"

COME_ABOUT = frozenset({"agreement", "ceasefire"})
"""Kinds that somebody has to bring about before there is one; an exchange can be proposed."""
OUTCOMES = COME_ABOUT | {"exchange"}
ENVOYS = frozenset({"ambassador", "envoy", "diplomat", "chargé", "attaché", "representative"})
BROUGHT_ABOUT = OUTCOMES | {"concession", "acceptance", "pledge"}
AGREEING = frozenset("agree accept sign reach declare announce conclude approve".split())
AWAITING = frozenset({"unless", "until", "if"})
WISHING = frozenset({"want", "wish", "hope", "like"})
AIMED_AT = frozenset({"on", "about", "over", "for", "of", "towards", "toward", "at"})


def why_undone(passage: Passage, cue: Cue) -> str | None:
    """Return why what a cue stands for is not done; None where it is."""
    if cue.kind == "concession" and _breaks_off(passage, cue):
        return BREAKS_OFF
    if cue.kind == "demand" and _is_own_wish(passage.tree, cue.word):
        return OWN_WISH
    if cue.kind == "demand" and _is_summons(passage.tree, cue.word):
        return CALLED_IN
    if cue.kind in BROUGHT_ABOUT and _is_awaited(passage.tree, cue.word):
        return AWAITED
    held = cue.kind in POSITIONS and cue.kind != "rejection"
    if held and is_declined(passage.tree, cue.word):
        return DECLINED
    if cue.kind in OUTCOMES and _is_sought(passage, cue):
        return SOUGHT
    if cue.kind in COME_ABOUT and _has_not_come_about(passage, cue):
        return ATTEMPTED
    return None


def _is_own_wish(tree: Tree, i: int) -> bool:
    """Say whether somebody only wants to do something himself: "wants to keep talking"."""
    wished = [t for t in children(tree, i, "xcomp") if has_to(tree, t.i)]
    own = wished and not any(children(tree, wished[0].i, "nsubj", "nsubjpass", "auxpass"))
    return tree[i].lemma in WISHING and bool(own) and not any(children(tree, i, "dobj"))


def _is_awaited(tree: Tree, i: int) -> bool:
    """Say whether somebody has to do it first: "unless B SUSPENDS its tariffs"."""
    return tree[i].dep == "advcl" and bool(marks(tree, i) & AWAITING)


def _is_summons(tree: Tree, i: int) -> bool:
    """Say whether an envoy is summoned, to be told something."""
    called = (*(t.i for t in children(tree, i, "dobj")), *patients(tree, i))
    return tree[i].lemma == "summon" and any(tree[who].lemma in ENVOYS for who in called)


def _breaks_off(passage: Passage, cue: Cue) -> bool:
    """Say whether it is talks, or somebody, that is suspended: no measure that is eased."""
    things = [*children(passage.tree, cue.word, "dobj")]
    return any(
        t.lemma in deeds().elsewhere
        or ((known := passage.at.get(t.i)) is not None and known.name.actor is not None)
        for t in things
    )


def _has_not_come_about(passage: Passage, cue: Cue) -> bool:
    """Say whether somebody only tries, has failed, or does not want to bring an outcome about."""
    tree = passage.tree
    if is_attempted(tree, cue.word) or is_declined(tree, cue.word):
        return True
    own = (tree[cue.word], *ancestors(tree, cue.word))
    things = (tree[cue.word], *children(tree, cue.word, "dobj", "nsubjpass"))
    if any(t.lemma == "no" for thing in things for t in children(tree, thing.i, "det")):
        return True
    above = next((t for t in own if is_verb(t)), None)
    return above is not None and above.lemma in AGREEING and is_negated(tree, above.i)


def _is_sought(passage: Passage, cue: Cue) -> bool:
    """Say whether an outcome is only talked of or hoped for: "talks on a truce", "truce talks"."""
    tree = passage.tree
    prep = tree[tree[cue.word].head]
    if tree[cue.word].dep == "compound" and prep.lemma in outcome_rules().sought:
        return True
    if prep.dep != "prep" or prep.lemma not in AIMED_AT:
        return False
    over = (tree[prep.head], *children(tree, prep.head, "dobj"))
    return any(t.lemma in outcome_rules().sought and t.i < cue.word for t in over)
