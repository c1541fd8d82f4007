"""Say whether a word holds, or is denied, declined or only attempted."""

from streams.extract.syntax import ancestors, children, is_verb
from streams.extract.tree import Tree

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nothing", "neither", "nor", "without"})
DECLINING = frozenset({"decline", "refuse", "fail", "hesitate", "neglect", "omit"})
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
    if tree[i].dep == "relcl" and head.dep == "attr":
        return any(children(tree, head.head, "neg"))  # "was NOT an offer that it could ACCEPT"
    linked = tree[i].dep in {"acomp", "attr", "xcomp", "oprd", "dobj"} and is_verb(head)
    return linked and any(t.dep == "neg" for t in children(tree, head.i))


def is_none(tree: Tree, i: int) -> bool:
    """Say whether a noun is of what there is none of: "NO interest", "NO deal"."""
    return any(t.lemma == "no" for t in children(tree, i, "det"))


def we_have_not(tree: Tree, i: int) -> bool:
    """Say whether who is quoted has not done what a verb says: "WE HAVE NOT MADE a truce"."""
    own = any(t.text.lower() == "we" for t in children(tree, i, "nsubj"))
    done = any(t.lemma in {"have", "do"} for t in children(tree, i, "aux"))
    return own and done and any(children(tree, i, "neg"))


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
