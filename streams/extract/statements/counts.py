"""How many people an exchange sets free, as the text gives them: "20 hostages for 250 prisoners".

`released` are those who are told of first, `received` those who are let go in return. Bodies are
not counted, nor are totals of both sides: "swapped 314 prisoners" says of neither how many.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from schemas.mention import Counts
from streams.extract.document import Passage
from streams.extract.statements.captives import changing_hands, counted
from streams.extract.statements.cues import Cue
from streams.extract.statements.outcomes import outcome_rules
from streams.extract.statements.statement import Statement
from streams.extract.syntax import behind, children, clause, conjuncts, subtree
from streams.extract.talks.lexicon import rules
from streams.extract.talks.sighting import Found
from streams.extract.tree import Token, Tree

IN_RETURN = frozenset({"exchange", "return"})
GETTING = frozenset({"receive", "get"})
FOR = frozenset({"for", "against"})
EACH = frozenset({"each", "apiece"})
MAGNITUDES = {"hundred": 100, "thousand": 1_000}

Numbered = tuple[Token, int]
"""Somebody who is counted, and how many."""


def find_counts(passage: Passage, cue: Cue) -> Found[Counts] | None:
    """Return how many are released and received, with the words from the first number on."""
    if cue.kind != "exchange":
        return None
    tree = passage.tree
    moved = tuple(changing_hands(tree, cue.word))
    released = _numbered(passage, (i for t in moved for i in _all_of(tree, t.i)))
    received = _numbered(passage, _in_return(tree, (cue.word, *(t.i for t in moved))))
    if released and not received and any(tree[i].lemma in EACH for i in clause(tree, cue.word)):
        received = released
    elif not received and tree[cue.word].lemma in outcome_rules().both_ways:
        return None
    if not released and not received:
        return None
    if not received and _is_return(tree, cue.word):
        released, received = (), released
    words = sorted(i for token, _ in (*released, *received) for i in _with_number(tree, token))
    value = Counts(released=_total(released), received=_total(received))
    return Found(value, *passage.span(words[0], words[-1]))


def both_counts(statements: Iterable[Statement]) -> tuple[Found[Counts], ...]:
    """Return how many both sides let go, by one statement or by what two of them say.

    The first has the counts; where a second one bears them out, too, it follows.
    """
    given = [(s, s.counts) for s in statements if s.counts is not None]
    whole = next((c for _, c in given if c.value.released and c.value.received), None)
    freeing = next(((s, c) for s, c in given if c.value.released), None)
    if whole is not None or freeing is None:
        return (whole or given[0][1],) if given else ()
    by, one = freeing
    # A headline rounds: "nearly 2,000 prisoners".
    exact = sorted(given, key=lambda each: each[0].headline)
    other = next((c for s, c in exact if c.value.received or _is_of_another(s, by)), None)
    if other is None:
        return (one,)
    received = other.value.received or other.value.released
    return (
        Found(Counts(released=one.value.released, received=received), one.start, one.end),
        other,
    )


def _is_of_another(one: Statement, other: Statement) -> bool:
    """Say whether another side acts: those who act are the first parties that are named."""
    acting = [s.parties[0].actor for s in (one, other) if s.parties]
    return len({*acting}) == len((one, other))


def _is_return(tree: Tree, word: int) -> bool:
    """Say whether others have been let go for these: "and IN RETURN let go 250 prisoners"."""
    told = (t for t in behind(tree, word) if t.lemma in IN_RETURN)
    return any(not any(children(tree, t.i, "prep")) for t in told)


def _total(numbered: tuple[Numbered, ...]) -> int | None:
    return sum(number for _, number in numbered) or None


def _all_of(tree: Tree, noun: int) -> Iterator[int]:
    """Yield a noun and what it counts, with those beside them: "release of 20 MEN and a BOY"."""
    yield noun
    if tree[noun].lemma not in outcome_rules().bodies:
        for below in counted(tree, noun):
            yield from conjuncts(tree, below)


def _in_return(tree: Tree, words: tuple[int, ...]) -> Iterator[int]:
    """Yield who is let go for the others: "for 250 PRISONERS", "in exchange for 250 PRISONERS"."""
    for prep in (p for word in words for p in children(tree, word, "prep")):
        inner = (t.i for t in children(tree, prep.i, "pobj") if t.lemma in IN_RETURN)
        for each in (prep, *(p for word in inner for p in children(tree, word, "prep"))):
            if each.lemma in FOR:
                for noun in children(tree, each.i, "pobj"):
                    for other in conjuncts(tree, noun.i):
                        yield from _all_of(tree, other)
    # Or it is a verb of its own: "handed over two and RECEIVED 32".
    verbs = (t for word in words for t in children(tree, word, "conj") if t.lemma in GETTING)
    for noun in (noun for verb in verbs for noun in children(tree, verb.i, "dobj")):
        yield from _all_of(tree, noun.i)


def _numbered(passage: Passage, words: Iterable[int]) -> tuple[Numbered, ...]:
    """Return which of some words are people who are counted, and how many they are."""
    tree = passage.tree
    found = ((tree[i], _number(tree, i)) for i in dict.fromkeys(words) if _is_person(passage, i))
    return tuple((token, number) for token, number in found if number)


def _is_person(passage: Passage, i: int) -> bool:
    token, outcomes = passage.tree[i], outcome_rules()
    if token.lemma in outcomes.bodies:
        return False
    return token.lemma in outcomes.captives or token.tag == "CD" or i in passage.at


def _number(tree: Tree, i: int) -> int | None:
    """Return how many a noun or a number stands for: "about 1,700 people", "20 of them"."""
    numbers = [t for t in children(tree, i, "nummod") if t.tag == "CD"]
    own = numbers[-1].i if numbers else i if tree[i].tag == "CD" else None
    return _value(tree[k] for k in _number_words(tree, own)) if own is not None else None


def _number_words(tree: Tree, last: int) -> tuple[int, ...]:
    return tuple(k for k in subtree(tree, last) if k <= last and tree[k].tag == "CD")


def _with_number(tree: Tree, token: Token) -> Iterator[int]:
    yield token.i
    for number in children(tree, token.i, "nummod"):
        yield from _number_words(tree, number.i)


def _value(words: Iterable[Token]) -> int | None:
    """Return the value of a number in digits or words; None of what is none, or no whole one."""
    parts: list[int] = []
    for word in words:
        text = word.text.lower().replace(",", "")
        if text in MAGNITUDES and parts:
            parts.append(parts.pop() * MAGNITUDES[text])
        elif (part := int(text) if text.isdecimal() else rules().cardinals.get(text)) is not None:
            parts.append(part)
        else:
            return None
    falling = all(before > after for before, after in pairwise(parts))
    return sum(parts) if parts and falling else None
