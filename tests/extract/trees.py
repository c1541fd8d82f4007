"""Trees that no parser would make, for what has to hold of any."""

from collections.abc import Sequence

from hypothesis import strategies as st

from streams.extract.tree import Token, Tree, hung

_DEPS = (
    "nsubj nsubjpass appos dobj conj ccomp xcomp advcl acl relcl prep pobj punct cc aux auxpass "
    "mark compound poss npadvmod oprd acomp dative det"
).split()
_TAGS = "VBD VBZ VB VBN VBG NN NNS NNP IN TO MD , CC JJ PRP RB".split()


@st.composite
def trees(draw: st.DrawFn, words: Sequence[str]) -> Tree:
    """Return words as a tree, in which any of them may hang on any other."""
    order = draw(st.permutations(range(len(words))))
    heads = {order[0]: order[0]}
    for number, i in enumerate(order[1:], 1):
        heads[i] = order[draw(st.integers(0, number - 1))]
    found: list[Token] = []
    start = 0
    for i, word in enumerate(words):
        dep = "ROOT" if heads[i] == i else draw(st.sampled_from(_DEPS))
        tag, end = draw(st.sampled_from(_TAGS)), start + len(word)
        found.append(Token(i, start, end, word, word.lower(), tag, dep, heads[i], ()))
        start = end + 1
    return hung(found)


def word(tree: Tree, text: str) -> Token:
    """Return the first word of a tree that is spelt so."""
    return next(token for token in tree if token.text == text)
