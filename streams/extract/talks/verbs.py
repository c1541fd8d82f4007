"""Recognise a verb by the names that rules know it by: "hold", "call off", "come to an end"."""

from collections.abc import Iterable
from functools import lru_cache

from streams.extract.syntax import behind, children
from streams.extract.tree import Token, Tree

ADVERBS = frozenset({"back", "forward", "apart", "together", "across"})
"""Words that belong to the verb in front of them, though the parser calls them adverbs."""


ARTICLES = frozenset({"a", "an", "the"})
"""What may stand between a verb and its object besides: "had A dinner"."""
PHRASE = 2
"""Words of a preposition and its noun: "ON HOLD"."""


def verb_key(tree: Tree, i: int) -> str:
    """Return a verb's lemma, with its particle if it has one: "call off"."""
    particle = next((t for t in children(tree, i, "prt")), None) or _out(tree, i)
    particle = particle or _adverb(tree, i)
    return f"{tree[i].lemma} {particle.lemma}" if particle else tree[i].lemma


def _out(tree: Tree, i: int) -> Token | None:
    """Return the "out" of "pulled his country out of", which the parser calls a preposition."""
    return next((t for t in children(tree, i, "prep") if t.lemma == "out"), None)


def _adverb(tree: Tree, i: int) -> Token | None:
    after = tree[i + 1] if i + 1 < len(tree) else None
    return after if after and after.text.lower() in ADVERBS and after.head == i else None


def verb_names(tree: Tree, i: int, known: Iterable[str]) -> tuple[str, ...]:
    """Return the names of a verb among those known, the most telling first."""
    begun = (p for p in known if p.startswith(tree[i].lemma + " "))
    phrases = [p for p in begun if _reads(tree, i, p) or _hangs(tree, i, p)]
    return (*sorted(phrases, key=len, reverse=True), verb_key(tree, i), tree[i].lemma)


def is_among(tree: Tree, i: int, known: frozenset[str]) -> bool:
    """Say whether a verb is among those known, by any of its names."""
    # All of its names begin with it, and most verbs are none of those known.
    return tree[i].lemma in _begun(known) and not known.isdisjoint(verb_names(tree, i, known))


@lru_cache(maxsize=256)
def _begun(known: frozenset[str]) -> frozenset[str]:
    """Return the first words of names."""
    return frozenset(name.split(" ", 1)[0] for name in known)


def _hangs(tree: Tree, i: int, phrase: str) -> bool:
    """Say whether a phrase hangs on a verb, whatever is between: "PUT the talks with B ON HOLD"."""
    rest = _rest(phrase)
    return len(rest) == PHRASE and any(t.lemma == rest[1] for t in behind(tree, i, rest[0]))


@lru_cache(maxsize=4096)
def _rest(phrase: str) -> tuple[str, ...]:
    """Return what stands in a phrase behind its verb, without articles."""
    return tuple(word for word in phrase.split()[1:] if word not in ARTICLES)


def _reads(tree: Tree, i: int, phrase: str) -> bool:
    """Say whether the words behind a verb are those of a phrase; one word may stand between."""
    rest = _rest(phrase)
    following = (t.text.lower() for t in tree[i + 1 : i + 4 + len(rest)])
    after = tuple(word for word in following if word not in ARTICLES)
    return rest in (after[: len(rest)], after[1 : 1 + len(rest)])
