"""What somebody says of another's deeds: that he broke his word, lied, or did what is deplored.

The verbs and nouns stand in `rules/deeds.yaml`.
"""

from collections.abc import Iterator

from streams.extract.statements.deeds import deeds
from streams.extract.statements.negation import is_negated
from streams.extract.statements.offers import is_ploy
from streams.extract.statements.quotations import is_cut
from streams.extract.syntax import behind, children, object_lemmas, objects
from streams.extract.talks.speech import speech_rules
from streams.extract.talks.verbs import is_among
from streams.extract.tree import Token, Tree

ADMITTING = frozenset({"admit", "acknowledge", "concede", "confess"})
PROVING = frozenset({"prove", "show", "demonstrate", "reveal", "confirm", "expose"})
"""Verbs between who says so and what another is said to have done."""


def is_reproached(tree: Tree, i: int, subject: Token) -> bool:
    """Say whether somebody says of another that he has done what a verb says."""
    said, clause = tree[tree[i].head], tree[i]
    if said.lemma in PROVING:
        said, clause = tree[said.head], said
    told = {tree[i].dep, clause.dep} == {"ccomp"}
    # Quoted in front of it, "attacked" and the like most often only tell what has happened.
    told = told and (said.i < i or _is_faithless(tree, i))
    told = told and said.lemma in speech_rules().verbs - ADMITTING
    # Of a quotation of several sentences only the last has who speaks.
    alone = tree[i].dep == "ROOT" and (is_cut(tree) or any(map(_says, children(tree, i))))
    told = told or (_is_faithless(tree, i) and alone)
    unreal = any(t.tag in {"MD", "TO"} for t in children(tree, i, "aux"))
    own = subject.dep != "nsubj" or subject.tag.startswith("PRP")
    return told and not unreal and not own and _is_wrong(tree, i)


def _says(word: Token) -> bool:
    """Say whether a word is who says so behind a sentence: "A lied, B SAID"."""
    return word.dep == "parataxis" and word.lemma in speech_rules().verbs - ADMITTING


def _is_faithless(tree: Tree, i: int) -> bool:
    """Say whether nobody says of another what a verb says without blaming him."""
    return tree[i].lemma in deeds().faithless or is_among(tree, i, deeds().go_back)


def _is_wrong(tree: Tree, i: int) -> bool:
    """Say whether it is wrong to do what a verb says: "BROKE its word", "NEVER KEPT its word"."""
    if tree[i].lemma in deeds().perform and is_negated(tree, i):
        return not object_lemmas(tree, i).isdisjoint(deeds().promises)
    if is_negated(tree, i):
        return False
    goes_back = is_among(tree, i, deeds().go_back)
    return tree[i].lemma in deeds().wrong or goes_back or is_ploy(tree, i)


def deplores(tree: Tree, i: int) -> bool:
    """Say whether somebody finds fault with what another does: "LAMBASTED a decision by B"."""
    if tree[i].lemma not in deeds().criticise or is_negated(tree, i):
        return False
    deeds_done = (t.i for t in objects(tree, i) if t.lemma in deeds().deplored)
    whose = (w for deed in deeds_done for w in _whose(tree, deed))
    return any(word.text[:1].isupper() for word in whose)


def _whose(tree: Tree, i: int) -> Iterator[Token]:
    """Yield whose a deed is: "a decision BY B", "B'S decision"."""
    yield from children(tree, i, "poss", "amod", "compound")
    yield from behind(tree, i, "by", "of", "from")
