"""What something depends on: "if", "unless", "only where", and what there is none without."""

from itertools import chain

from streams.extract.statements.negation import is_negated, is_none
from streams.extract.syntax import NAMES, behind, children, is_to_come, is_verb, marks
from streams.extract.tree import Token, Tree

CONDITIONS = frozenset({"if", "unless", "until", "till", "once", "provided"})
ANSWERED = frozenset(
    "ultimatum deadline demand offer proposal invitation request appeal call overture".split()
)
"""Words of others that are refused, too, by who does nothing about them until they act."""
ONLY = frozenset({"if", "once", "when", "where", "after"})


def has_condition(tree: Tree, i: int) -> bool:
    """Say whether what a verb tells depends on something."""
    return any(marks(tree, clause.i) & CONDITIONS for clause in children(tree, i, "advcl"))


def until_what(tree: Tree, i: int) -> Token | None:
    """Return the clause until which, or unless, a verb holds: its own, or that of what it is to do.

    "Refused to free them UNLESS B WITHDREW". Of a noun it is what there is none without.
    """
    if not is_verb(tree[i]):
        without = (t for word in (i, tree[i].head) for t in behind(tree, word, "without"))
        clauses = (c for c in children(tree, tree[i].head, "advcl") if _withholds(tree, c.i))
        lacking = (c for c in children(tree, i, "relcl") if is_negated(tree, c.i))
        return next(chain(without, clauses, lacking), None) if is_none(tree, i) else None
    verbs = (i, *(t.i for t in children(tree, i, "xcomp")))
    clauses = (c for verb in verbs for c in children(tree, verb, "advcl"))
    # "take part only where": the parser takes that for a part.
    parts = (c for t in children(tree, i, "dobj") for c in children(tree, t.i, "relcl"))
    withheld = (c for c in clauses if _withholds(tree, c.i))
    return next(chain(withheld, (c for c in parts if is_only_if(tree, c.i))), None)


def answers_another(tree: Tree, i: int) -> bool:
    """Say whether what is not done is what others have asked for: "heed LONDON'S ULTIMATUM"."""
    verbs = (i, *(t.i for t in children(tree, i, "xcomp")))
    things = chain.from_iterable(
        (*children(tree, verb, "dobj"), *behind(tree, verb, "to", "with")) for verb in verbs
    )
    asked = (t.i for t in things if t.lemma in ANSWERED)
    return any(
        t.tag in NAMES
        for word in asked
        for t in (*children(tree, word, "poss"), *behind(tree, word, "from", "by"))
    )


def _withholds(tree: Tree, clause: int) -> bool:
    """Say whether a clause says until when nothing is done: "UNLESS", "ONLY IF", "ONLY AFTER"."""
    not_before = "before" in marks(tree, clause) and is_negated(tree, tree[clause].head)
    until = not_before or bool(marks(tree, clause) & {"until", "unless", "till"})
    return until or is_only_if(tree, clause)


def is_only_if(tree: Tree, clause: int) -> bool:
    """Say whether a clause opens with "only if" and the like: "will ONLY return IF", too."""
    opening = [*children(tree, clause, "mark", "advmod")]
    opening += [t for word in opening for t in children(tree, word.i, "advmod")]
    verb = tree[clause].head
    if is_to_come(tree, verb):
        opening += children(tree, verb, "advmod")
    words = {t.text.lower() for t in opening}
    return "only" in words and bool(words & ONLY)
