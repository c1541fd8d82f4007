"""Say whether a verb is of who mediates: "ACTED as go-between", "RESIGNED as peace envoy"."""

from collections.abc import Iterator

from streams.extract.statements.outcomes import outcome_rules
from streams.extract.syntax import behind, children, is_verb
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree


def is_of_mediator(tree: Tree, i: int) -> bool:
    """Say whether somebody becomes a mediator, is one, or is no longer one."""
    if not is_verb(tree[i]) or not is_among(tree, i, outcome_rules().posting):
        return False
    return any(_mediates(tree, post) for post in _posts(tree, i))


def _posts(tree: Tree, i: int) -> Iterator[Token]:
    """Yield as what somebody acts: "AS a mediator", "named him MEDIATOR"."""
    for word in (i, *(t.i for t in children(tree, i, "dobj"))):
        yield from behind(tree, word, "as")
    yield from children(tree, i, "oprd")


def _mediates(tree: Tree, post: Token) -> bool:
    """Say whether a post is a mediator's; an envoy's only if he is one of peace."""
    if post.lemma == "envoy":
        kinds = children(tree, post.i, "compound", "amod")
        return any(t.lemma in {"peace", "special"} for t in kinds)
    return post.lemma in outcome_rules().mediators
