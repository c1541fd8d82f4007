"""The words of a clause or a noun phrase, without what is only told besides."""

from collections.abc import Iterator

from streams.days import WEEKDAYS
from streams.extract.statements.conditions import CONDITIONS
from streams.extract.statements.deeds import deeds
from streams.extract.statements.offers import COPULAS
from streams.extract.statements.quotations import is_cut, names_source
from streams.extract.statements.truces import TIME
from streams.extract.syntax import children, has_to, is_verb, marks, subtree
from streams.extract.tree import Token, Tree

BESIDE = frozenset({"after", "since", "because"})
"""Words before what was told besides: "urged B to resume AFTER talks had failed"."""
FINITE = frozenset({"VBD", "VBZ"})
BARRING = frozenset({"veto", "control", "limit", "freeze", "hold"})
"""What lies on something as a ban does."""
IN_RETURN = frozenset({"exchange", "return"})
CONTRAST = frozenset({"while", "whereas", "although", "though"})
"""So do these behind a comma: ", WHILE C kept silent"."""


def behind_preps(tree: Tree, i: int, names: tuple[str, ...]) -> Iterator[tuple[int, ...]]:
    """Yield what stands behind a preposition, those named first before others, or an infinitive."""
    for name in names:
        for prep in children(tree, i, "prep", "prt"):
            if prep.lemma == name:
                for thing in children(tree, prep.i, "pobj", "pcomp"):
                    yield without_late_clauses(tree, thing.i)
    if not is_verb(tree[i]):
        yield from (clause_of(tree, clause.i) for clause in children(tree, i, "acl"))


def around(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield the phrase itself where it is all there is: "a withdrawal was unacceptable"."""
    is_copula = tree[i].lemma in COPULAS
    head = tree[i] if is_copula else tree[tree[i].head]
    if is_verb(head) and (is_copula or tree[i].dep in {"acomp", "attr", "oprd"}):
        for subject in children(tree, head.i, "nsubj", "nsubjpass"):
            if subject.tag not in {"PRP", "WDT", "WP"}:
                yield without_late_clauses(tree, subject.i)
        yield from (clause_of(tree, t.i) for t in children(tree, i, "xcomp", "ccomp"))
    if not is_verb(tree[i]):
        yield tuple(w for w in subtree(tree, i) if w > i)


def clause_of(tree: Tree, i: int) -> tuple[int, ...]:
    """Return the words of a clause without its mark and its condition."""
    dropped: set[int] = set()
    for child in children(tree, i):
        late_clause = _is_late(tree, child)
        framing = child.dep in {"mark", "parataxis"} or _is_frame(tree, child)
        framing = framing or _is_ground(tree, child)
        if framing or late_clause or names_source(child):
            below = subtree(tree, child.i)
            dropped.update(below)
            dropped.update(_led_in_by(tree, below[0]) if late_clause else ())
    words = [w for w in subtree(tree, i) if w not in dropped]
    while words and tree[words[0]].tag == "TO":
        words.pop(0)
    return tuple(words)


def _is_late(tree: Tree, clause: Token) -> bool:
    """Say whether a clause tells something besides: "if", "after", ", while", "and that"."""
    opening = marks(tree, clause.i)
    if clause.dep == "conj":
        return "that" in opening or _is_of_verb_above(tree, clause)
    behind_comma = tree[subtree(tree, clause.i)[0] - 1].text == ","
    besides = CONDITIONS | BESIDE | (CONTRAST if behind_comma else frozenset())
    return (clause.dep == "advcl" and bool(opening & besides)) or is_as_long(tree, clause)


def _is_of_verb_above(tree: Tree, clause: Token) -> bool:
    """Say whether it is the verb above that goes on: "asked that B yield AND LEFT".

    Or another sentence: "asked B to yield, AND C IS SAID to leave".
    """
    above = tree[clause.head]
    acting = any(children(tree, clause.i, "nsubj", "nsubjpass"))
    if acting:
        return has_to(tree, above.i) and not has_to(tree, clause.i) and is_verb(clause)
    return above.tag in {"VB", "VBG"} and clause.tag in FINITE


def _is_ground(tree: Tree, child: Token) -> bool:
    """Say whether words tell why: "ON THE GROUNDS that it was late"."""
    return child.lemma == "on" and any(t.lemma == "ground" for t in children(tree, child.i, "pobj"))


def _led_in_by(tree: Tree, opening: int) -> tuple[int, ...]:
    """Return the words that lead in to a clause: "AND that", "HOURS after"."""
    before = tree[opening - 1]
    if before.dep == "cc":
        return (before.i,)
    is_time = before.dep == "npadvmod" and before.lemma in TIME
    return subtree(tree, before.i) if opening and is_time else ()


def _is_frame(tree: Tree, child: Token) -> bool:
    """Say whether a clause only says who says so: ", he said"."""
    return child.dep == "ccomp" and child.lemma in {"say", "add", "tell", "write"}


def without_late_clauses(tree: Tree, i: int) -> tuple[int, ...]:
    """Return a noun phrase without relative clauses set off by a comma."""
    if is_verb(tree[i]):
        return clause_of(tree, i)
    dropped: set[int] = set()
    for child in children(tree, i, "relcl", "acl", "appos"):
        below = subtree(tree, child.i)
        quoted = is_cut(tree[subtree(tree, i)[0] : below[0]])  # "one country, two systems"
        if not quoted and tree[below[0] - 1].text in {",", "—", "-", "–"}:
            dropped.update(w for w in subtree(tree, i) if w >= below[0] - 1)
    return tuple(w for w in subtree(tree, i) if w not in dropped)


def with_complement(tree: Tree, verb: int, i: int) -> tuple[int, ...]:
    """Return an object with what belongs to it though the parser hangs that on the verb.

    "Lifted its VETO on an aid package", "put forward a PLAN on Monday for a force".
    """
    words = without_late_clauses(tree, i)
    last = max(words)
    for child in children(tree, verb, "prep", "advcl"):
        if child.i <= last:
            continue
        below = subtree(tree, child.i)
        if below[0] != last + 1 or not _completes(tree, tree[i], child):
            if _is_day(tree, child):
                last = below[-1]
                continue
            break
        words = (*words, *below)
        last = below[-1]
    return words


def _completes(tree: Tree, thing: Token, child: Token) -> bool:
    """Say whether words behind a noun say what it is of: "a CALL to join", "a BAN on fish"."""
    if child.dep == "advcl":
        return thing.lemma in deeds().offers and has_to(tree, child.i)
    if thing.lemma in deeds().offers | deeds().proposals:
        traded = any(t.lemma in IN_RETURN for t in children(tree, child.i, "pobj"))
        return child.lemma == "for" or (child.lemma == "in" and traded)
    return child.lemma == "on" and thing.lemma in deeds().measures | BARRING


def _is_day(tree: Tree, child: Token) -> bool:
    """Say whether words behind a noun are a weekday: "on Monday"."""
    return any(t.lemma in WEEKDAYS for t in (child, *children(tree, child.i, "pobj")))


def is_as_long(tree: Tree, word: Token) -> bool:
    """Say whether a word is "long" in "as LONG as B refuses", on which the parser hangs that."""
    clauses = children(tree, word.i, "advcl") if word.lemma == "long" else ()
    return any("as" in marks(tree, clause.i) for clause in clauses)
