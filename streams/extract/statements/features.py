"""What the model sees of a word: itself, its neighbours in the tree, cues; actors are masked.

Names never become features: the model learns the language of negotiation, not its countries.
"""

from collections.abc import Callable, Iterator

from streams.extract.document import Passage
from streams.extract.speech import speech_rules
from streams.extract.statements.cues import Cue, find_cues
from streams.extract.statements.negation import is_negated
from streams.extract.syntax import ancestors, children, is_passive, is_verb, subjects
from streams.extract.tree import Token

WINDOW = (-2, -1, 1, 2)
FUNCTION = frozenset(
    {"IN", "TO", "RP", "DT", "WDT", "WP", "CC", "POS", ".", ",", "``", "''", ":", "PRP$", "MD"}
)
NAME = "NAME"

Cues = dict[int, tuple[Cue, ...]]
"""The cues of a sentence, by the word that each hangs on."""


def is_candidate(token: Token) -> bool:
    """Say whether a statement can hang on the word: a verb, noun or adjective, no name."""
    content = token.tag[:2] in {"VB", "NN", "JJ"} and token.tag not in {"NNP", "NNPS"}
    return content and token.dep not in {"aux", "auxpass"}


def masked(passage: Passage, i: int) -> str:
    """Return a word's lemma, or a mark where it is part of a name or a number."""
    token = passage.tree[i]
    known = passage.at.get(i)
    if token.tag in {"NNP", "NNPS"} or (known is not None and known.name.actor):
        return NAME
    return "NUM" if token.tag == "CD" else token.lemma


def features(passage: Passage, i: int, cues: Cues) -> Iterator[str]:
    """Yield the names of the features that hold of a word; `cues` are those of the sentence."""
    token = passage.tree[i]
    yield f"lemma {token.lemma}"
    yield f"lemma {token.lemma} {token.tag[0]}"
    yield f"tag {token.tag}"
    yield f"dep {token.dep}"
    acting = has_actor(passage, i)
    yield from _own_cues(passage, token, cues, "actor" if acting else "nobody")
    yield from _below(passage, token)
    yield from _sides(passage, token)
    if acting:
        yield f"actor {token.tag[0]}"
        yield f"lemma {token.lemma} actor"
    yield from _above(passage, token, cues)
    for step in WINDOW:
        if 0 <= i + step < len(passage.tree):
            yield f"near {step} {masked(passage, i + step)}"
    if is_negated(passage.tree, i):
        yield "negated"


def _own_cues(passage: Passage, token: Token, cues: Cues, acting: str) -> Iterator[str]:
    for cue in cues.get(token.i, ()):
        yield f"pattern {cue.kind} {cue.pattern}"
        yield f"cue {cue.kind}"
        yield f"cue {cue.kind} {acting}"
        yield f"cue {cue.kind} {token.tag[0]}"
        yield f"cue {cue.kind} {token.dep}"
    for child in children(passage.tree, token.i):
        for cue in cues.get(child.i, ()):
            yield f"cue below {child.dep} {cue.kind}"


def _below(passage: Passage, token: Token) -> Iterator[str]:
    for child in children(passage.tree, token.i):
        yield f"child {child.dep}"
        reader = BELOW.get(child.dep)
        if reader is not None:
            yield from reader(passage, token, child)


def _of_preposition(passage: Passage, token: Token, child: Token) -> Iterator[str]:
    yield f"with {child.lemma}"
    yield f"lemma {token.lemma} with {child.lemma}"
    for thing in children(passage.tree, child.i, "pobj", "pcomp"):
        yield f"with {child.lemma} {_sort(passage, thing)}"
        yield f"to what {masked(passage, thing.i)}"


def _of_object(passage: Passage, token: Token, child: Token) -> Iterator[str]:
    word = masked(passage, child.i)
    yield f"object {word}"
    yield f"lemma {token.lemma} object {word}"
    yield f"object sort {_sort(passage, child)}"


def _of_complement(passage: Passage, token: Token, child: Token) -> Iterator[str]:
    yield f"clause {child.dep} {masked(passage, child.i)}"
    yield f"lemma {token.lemma} clause {child.dep}"
    yield from _of_clause(passage, child)


def _of_auxiliary(passage: Passage, token: Token, child: Token) -> Iterator[str]:
    yield f"auxiliary {child.lemma}"


def _of_adverbial(passage: Passage, token: Token, child: Token) -> Iterator[str]:
    for mark in children(passage.tree, child.i, "mark", "advmod"):
        yield f"adverbial {mark.lemma}"


def _of_modifier(passage: Passage, token: Token, child: Token) -> Iterator[str]:
    yield f"modifier {masked(passage, child.i)}"
    yield f"lemma {token.lemma} modifier {masked(passage, child.i)}"


BELOW: dict[str, Callable[[Passage, Token, Token], Iterator[str]]] = {
    **dict.fromkeys(("prep", "prt", "agent", "dative"), _of_preposition),
    **dict.fromkeys(("dobj", "attr", "acomp", "oprd"), _of_object),
    **dict.fromkeys(("xcomp", "ccomp"), _of_complement),
    **dict.fromkeys(("aux", "neg", "auxpass"), _of_auxiliary),
    "advcl": _of_adverbial,
    **dict.fromkeys(("amod", "det", "poss", "compound"), _of_modifier),
}
"""How the children of a word are read, by relation."""


def _of_clause(passage: Passage, clause: Token) -> Iterator[str]:
    for word in children(passage.tree, clause.i, "aux", "neg"):
        yield f"clause auxiliary {word.lemma}"
    for subject in children(passage.tree, clause.i, "nsubj", "nsubjpass"):
        yield f"clause subject {_sort(passage, subject)}"


def _sides(passage: Passage, token: Token) -> Iterator[str]:
    """Yield what the subjects of a verb are."""
    if is_verb(token):
        for subject in subjects(passage.tree, token.i)[:2]:
            yield f"subject sort {_sort(passage, passage.tree[subject])}"
            yield f"subject {masked(passage, subject)}"
        if is_passive(passage.tree, token.i):
            yield "passive"


def _above(passage: Passage, token: Token, cues: Cues) -> Iterator[str]:
    tree = passage.tree
    if token.head != token.i:
        yield f"head {masked(passage, token.head)}"
        yield f"head {token.dep} {masked(passage, token.head)}"
    above = list(ancestors(tree, token.i))
    if any(t.lemma in speech_rules().verbs for t in above):
        yield "reported"
    for word in above[:3]:
        for cue in cues.get(word.i, ()):
            yield f"cue above {cue.kind}"
    content = next((t for t in above if t.tag not in FUNCTION), None)
    if content is not None:
        yield f"above {masked(passage, content.i)}"


def has_actor(passage: Passage, i: int) -> bool:
    """Say whether the subject of a verb or the owner of a noun is named as an actor."""
    tree = passage.tree
    if is_verb(tree[i]):
        return any(_names(passage, tree[s]) for s in subjects(tree, i))
    owners = children(tree, i, "poss", "amod", "compound", "nmod")
    return any(_names(passage, t) or t.tag == "PRP$" for t in owners)


def _names(passage: Passage, token: Token) -> bool:
    return _sort(passage, token) in {"actor", "person", "name", "of actor"}


def _sort(passage: Passage, token: Token) -> str:
    """Return what sort of noun a word is: an actor, a person, a name, one of an actor's, any."""
    known = passage.at.get(token.i)
    if known is not None and known.name.actor:
        return "person" if known.name.type == "official" else "actor"
    if token.tag in {"PRP", "PRP$"}:
        return f"pronoun {token.text.lower()}"
    if token.tag in {"WP", "WDT"}:
        return "relative"
    if token.tag in {"NNP", "NNPS"}:
        return "name"
    for child in children(passage.tree, token.i, "compound", "amod", "nmod", "poss", "appos"):
        if child.i in passage.at or child.tag in {"NNP", "NNPS"}:
            return "of actor"
    return "noun"


def candidates(passage: Passage) -> Iterator[int]:
    """Yield the words of a sentence on which a statement can hang."""
    for token in passage.tree:
        # "the Syrian opposition" is a name, no word of opposition
        if is_candidate(token) and token.i not in passage.at:
            yield token.i


def sentence_cues(passage: Passage) -> Cues:
    """Return the cues of each word of a sentence that has any."""
    return {i: cues for i in candidates(passage) if (cues := find_cues(passage.tree, i))}


def sequences(passage: Passage) -> Iterator[str]:
    """Yield the masked words of a sentence and their pairs and triples."""
    words: list[str] = []
    for token in passage.tree:
        word = masked(passage, token.i)
        if not (word == NAME and words and words[-1] == NAME):
            words.append(word)
    for size in (1, 2, 3):
        for k in range(len(words) - size + 1):
            yield " ".join(words[k : k + size])
