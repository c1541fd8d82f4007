"""Round, format and issue of an encounter, from the words in and around its noun phrase."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from schemas.vocabulary import MOST_ROUNDS, REMOTE, Format, Issue
from streams.extract.document import Passage
from streams.extract.rulebook import Rules, load
from streams.extract.syntax import behind, children, has_to, marks, phrase, subtree
from streams.extract.talks.lexicon import rules
from streams.extract.talks.sighting import Found
from streams.extract.talks.triggers import Trigger
from streams.extract.tree import Tree

PROCESS: Issue = "process"
"""What negotiating as such is about: of words that name another matter, it is not the one."""
LONG = frozenset({"week", "month", "year", "decade", "time", "age"})
NUMBERING = ("amod", "nummod", "compound", "nmod", "appos", "npadvmod")
"""Relations in which a number stands to the noun that it counts."""


REMEMBERED = 8_192
"""Words whose issue is remembered: the same ones come again in every article."""


class IssueRules(Rules, frozen=True):
    """`rules/issues.yaml`."""

    topics: dict[Issue, tuple[str, ...]]


DIGITS = len(str(MOST_ROUNDS))
"""Of the longest number that is one of a round."""


def find_round(passage: Passage, trigger: Trigger) -> Found[int] | None:
    """Return the ordinal of "second round", "round two", "4th round"; None for "first time"."""
    for noun in trigger.chain:
        token = passage.tree[noun]
        # "the first meetings" are several, of which none is numbered
        if token.lemma not in rules().numbered or token.tag in {"NNS", "NNPS"}:
            continue
        for word in children(passage.tree, noun, *NUMBERING):
            number = _ordinal(word.text.lower(), cardinal=word.i > noun)
            if number is not None and not (number == 1 and _is_again(passage, trigger)):
                return Found(number, *passage.span(min(word.i, noun), max(word.i, noun)))
    return None


def _is_again(passage: Passage, trigger: Trigger) -> bool:
    """Say whether there were others long before: "the first meeting SINCE May", "IN two years"."""
    words = (*trigger.chain, *(() if trigger.verb is None else (trigger.verb,)))
    if any(_is_since(passage.tree, word, trigger) for word in words):
        return True
    for noun in trigger.chain:
        if any(t.lemma in LONG for t in behind(passage.tree, noun, "in", "for")):
            return True
    return False


def _is_since(tree: Tree, word: int, trigger: Trigger) -> bool:
    """Say whether a word has a "since" behind it, with a noun or with a clause."""
    nouns = (t.i for t in behind(tree, word, "since"))
    clauses = children(tree, word, "advcl", "relcl")
    since = any("since" in marks(tree, clause.i) for clause in clauses)
    return since or any(noun not in trigger.chain for noun in nouns)


def _ordinal(word: str, *, cardinal: bool) -> int | None:
    """Return the number of an ordinal, or of a cardinal where one stands behind its noun."""
    if word[:-2].isdigit() and word.endswith(("st", "nd", "rd", "th")):
        # Nobody counts that far, nor from 0.
        return (int(word[:-2]) or None) if len(word[:-2]) <= DIGITS else None
    if cardinal and word.isdigit() and len(word) < 3:
        return int(word)
    return rules().ordinals.get(word) or (rules().cardinals.get(word) if cardinal else None)


def find_format(passage: Passage, trigger: Trigger) -> Found[Format] | None:
    """Return the format: a word of the phrase, else what the trigger itself says."""
    first = min(phrase(passage.tree, n)[0] for n in trigger.chain)
    last = max(phrase(passage.tree, n)[1] for n in trigger.chain)
    words = list(passage.tree[first : last + 1])
    if trigger.relation == "self":
        words = list(passage.tree[trigger.word : trigger.word + 12])
    for name, cues in rules().formats.items():
        for token in words:
            said = token.text.lower() in cues or _compound(passage, token.i) in cues
            if said and _allowed(name, trigger):
                return Found(name, *passage.span(token.i, token.i))
    if trigger.format is not None:
        return Found(trigger.format, *passage.span(trigger.word, trigger.word))
    return None


def _allowed(name: Format, trigger: Trigger) -> bool:
    """Say whether a word near a verb can be its format: "met online", not "met the summit"."""
    return trigger.relation != "self" or name in REMOTE


def _compound(passage: Passage, i: int) -> str:
    """Return a word written with a hyphen as one: "three-way"."""
    tree = passage.tree
    if i + 2 < len(tree) and tree[i + 1].text == "-":
        return f"{tree[i].text}-{tree[i + 2].text}".lower()
    return ""


@cache
def _issues() -> IssueRules:
    return load("issues", IssueRules)


def find_issue(passage: Passage, trigger: Trigger) -> Found[Issue] | None:
    """Return what is talked about: in front of the noun, or behind "on", "about", "over"."""
    if trigger.relation == "self":
        return _topic_of_verb(passage, trigger.word)
    first = min(phrase(passage.tree, n)[0] for n in trigger.chain)
    found = _topic(passage, range(first, max(trigger.chain)))
    return found or next(
        (
            f
            for n in (*trigger.chain, trigger.verb)
            if n is not None and (f := _topic_of_verb(passage, n))
        ),
        None,
    )


def _topic_of_verb(passage: Passage, i: int) -> Found[Issue] | None:
    return _topic_behind(passage, i) or _topic_discussed(passage, i)


def _topic_discussed(passage: Passage, i: int) -> Found[Issue] | None:
    """Return what "DISCUSSED gas" is about, and "met to DISCUSS gas"."""
    tree = passage.tree
    purposes = (t for t in children(tree, i, "advcl", "xcomp", "acl") if has_to(tree, t.i))
    verbs = (t.i for t in (tree[i], *purposes) if t.lemma in rules().discussing)
    things = (thing.i for verb in verbs for thing in children(tree, verb, "dobj"))
    return next((f for thing in things if (f := _topic(passage, subtree(tree, thing)))), None)


def _topic_behind(passage: Passage, i: int) -> Found[Issue] | None:
    for prep in children(passage.tree, i, "prep", "acl", "advcl"):
        if prep.lemma in {
            "on",
            "about",
            "over",
            "regarding",
            "concerning",
            "aim",
            "end",
            "design",
            "mean",
            "intend",
        }:
            found = _topic(passage, subtree(passage.tree, prep.i))
            if found is not None:
                return found
    return None


def _topic(passage: Passage, words: range | tuple[int, ...]) -> Found[Issue] | None:
    """Return the first matter that words name; that is not the process: talks are one always."""
    named = ((i, issue) for i, issue in topics(passage, words) if issue != PROCESS)
    return next((Found(issue, *passage.span(i, i)) for i, issue in named), None)


def topics(passage: Passage, words: Iterable[int]) -> Iterator[tuple[int, Issue]]:
    """Yield the words that have the stem of an issue, with that issue; names have none."""
    for i in words:
        text = _compound(passage, i) or passage.tree[i].text.lower()
        issue = None if i in passage.at else _issue_of(text)
        if issue is not None:
            yield i, issue


@lru_cache(maxsize=REMEMBERED)
def _issue_of(word: str) -> Issue | None:
    whole = f"{word}."
    return next((k for k, stems in _issues().topics.items() if whole.startswith(stems)), None)
