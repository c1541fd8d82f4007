"""Say whether a word holds, or is denied, declined or only attempted."""

from streams.extract.speech import speech_rules
from streams.extract.syntax import ancestors, behind, children, is_past, is_verb
from streams.extract.tree import Token, Tree

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nothing", "neither", "nor", "without"})
DECLINING = frozenset({"decline", "refuse", "fail", "hesitate", "neglect", "omit"})
BARGAINING = frozenset({"reach", "strike", "achieve", "find", "clinch", "come"})
UNABLE = frozenset({"unable", "powerless"})
"""Who is this to do something does not do it."""
WAYS = frozenset({"way", "chance", "circumstance"})
PRONOUNS = frozenset({"PRP", "PRP$"})
ATTEMPTING = frozenset({"try", "attempt", "seek", "strive", "struggle", "hope", "want"})


def is_negated(tree: Tree, i: int) -> bool:
    """Say whether a word is negated, by itself or by the verb it hangs on."""
    own = {word for t in children(tree, i) for word in (t.lemma, t.text.lower())}
    # A verb with a "without" is done: "accepted without amendment".
    if own & (NEGATIONS - {"without"} if is_verb(tree[i]) else NEGATIONS):
        return True
    if any(
        t.dep == "neg" for longer in children(tree, i, "advmod") for t in children(tree, longer.i)
    ):
        return True  # "no longer"
    if any(t.lemma == "neither" for s in children(tree, i, "nsubj") for t in children(tree, s.i)):
        return True
    head = tree[tree[i].head]
    if tree[i].dep == "xcomp" and head.lemma in UNABLE:
        return True
    if tree[i].dep in {"relcl", "acl"} and head.lemma in WAYS and is_none(tree, head.i):
        return True  # "there is NO WAY that it will ACCEPT"
    if tree[i].dep == "relcl" and head.dep == "attr":
        return any(children(tree, head.head, "neg"))  # "was NOT an offer that it could ACCEPT"
    linked = tree[i].dep in {"acomp", "attr", "xcomp", "oprd", "dobj"} and is_verb(head)
    return linked and any(t.dep == "neg" for t in children(tree, head.i))


def is_none(tree: Tree, i: int) -> bool:
    """Say whether a noun is of what there is none of: "NO interest", "NO deal"."""
    return any(t.lemma == "no" for t in children(tree, i, "det"))


def disclaims(tree: Tree, i: int) -> bool:
    """Say whether who speaks has not done what a verb says: "WE HAVE NOT MADE a truce".

    Also "we MADE no truce", "he said his men had MADE none", "said there WAS no truce".
    """
    if tree[i].lemma in BARGAINING:
        return False  # who "reached no deal" has bargained in vain
    if _is_ours(tree, i):
        helped = any(t.lemma in {"have", "do"} for t in children(tree, i, "aux"))
        return (helped and any(children(tree, i, "neg"))) or _is_of_none(tree, i)
    if tree[i].dep != "ccomp" or tree[tree[i].head].lemma not in speech_rules().verbs:
        return False
    own = any(_is_his(tree, t) for t in children(tree, i, "nsubj"))
    is_none_there = tree[i].lemma == "be" and any(children(tree, i, "expl"))
    return (own or is_none_there) and _is_of_none(tree, i) and not _is_still_to_come(tree, i)


def is_disclaimed(tree: Tree, i: int) -> bool:
    """Say whether an outcome, told by a noun or a verb, is what who speaks has not made."""
    word = tree[i]
    if is_verb(word):
        return disclaims(tree, i)
    to = tree[word.head]
    verb = to.head if word.dep == "pobj" and to.lemma == "to" else word.head
    return word.dep in {"dobj", "attr", "nsubjpass", "pobj"} and disclaims(tree, verb)


def _is_ours(tree: Tree, i: int) -> bool:
    return any(t.text.lower() == "we" for t in children(tree, i, "nsubj"))


def _is_his(tree: Tree, who: Token) -> bool:
    """Say whether it is who speaks, or his: "THEY made none", "HIS men made none"."""
    pronouns = {t.text.lower() for t in (who, *children(tree, who.i, "poss")) if t.tag in PRONOUNS}
    return bool(pronouns) and pronouns.isdisjoint({"you", "your", "this", "that"})


def _is_of_none(tree: Tree, i: int) -> bool:
    """Say whether it is of none that a verb in the past, or a "there is", tells."""
    told = is_past(tree, i) or tree[i].lemma == "be"
    things = children(tree, i, "dobj", "attr", "nsubjpass")
    return told and any(is_none(tree, thing.i) for thing in (*things, *behind(tree, i, "to")))


def _is_still_to_come(tree: Tree, i: int) -> bool:
    return any(t.lemma in {"yet", "still"} for t in children(tree, i, "advmod"))


def is_declined(tree: Tree, i: int) -> bool:
    """Say whether somebody will not, or did not, do what a verb says: "declined to criticise"."""
    return _is_governed(tree, _verb_of(tree, i), DECLINING)


def is_attempted(tree: Tree, i: int) -> bool:
    """Say whether somebody has not done yet what a verb says: "tried to broker a truce"."""
    return _is_governed(tree, _verb_of(tree, i), ATTEMPTING)


def _verb_of(tree: Tree, i: int) -> int:
    """Return a word if it is a verb, else the verb that it hangs on."""
    if is_verb(tree[i]):
        return i
    return next((above.i for above in ancestors(tree, i) if is_verb(above)), i)


def _is_governed(tree: Tree, i: int, by: frozenset[str]) -> bool:
    word, above = tree[i], tree[tree[i].head]
    if word.tag != "VB" or word.dep not in {"advcl", "xcomp"}:
        return False
    if word.dep == "xcomp" and above.lemma in by:
        return True
    # "failed to turn up TO SIGN it"
    return is_verb(above) and above.i != i and _is_governed(tree, above.i, by)
