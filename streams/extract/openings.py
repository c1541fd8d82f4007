"""Headlines as the parser reads them best: with pronouns for the names that open them.

Headlines tell in the present tense, and what the parser makes of that depends on the name: of
"Trump rejects", "Taliban free" and "Russia and Ukraine resume" it makes nouns, of "he rejects" and
"they resume" it does not. So it is given those, and the names are put back into its tree. So it is
where a sentence opens with one name and the past of such a verb: "Trump suspended talks".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from streams.extract.rulebook import Rules, load
from streams.extract.tree import Token, Tree, hung

Span = tuple[int, int]

_POSTS = 3
"""Words at most between a name and its verb: "EU FOREIGN POLICY CHIEF"."""
_AND = re.compile(r" and | & |, ")
WORDS = re.compile(r"\S+")
_WORD = re.compile(r" ([^\W\d_]+)(?= |$)")
_TO_BE = r"must|should|will|won['’]t|would|cannot|can['’]t|(needs?|has|have) to"
_SAYS = re.compile(rf": (?=.* ({_TO_BE}) )")
"""A colon behind who says what follows, which is about what is to be."""
_WILL_NOT = re.compile(r" (?:wo|ca|would|could|did|does|do)n['’]t ")
"""What is no word of letters alone: "A WON'T yield"."""
_COLON = re.compile(r": (?=\w)")
_AUXILIARIES = frozenset({"to", "will", "would", "can", "could", "may", "might", "must", "should"})
_FINITE = frozenset({"was", "were", "is", "are", "has", "have", "had"})
_PASSIVE = frozenset({"by", "in", "at", "as"})
"""Words behind a participle: "the plan, Trump BACKED by others"."""
_SIBILANT = re.compile(r"(s|x|z|ch|sh)$")
_PRONOUN = "PRP"
_ONE, _SEVERAL, _JOINED, _SAID = "He", "They", "and", "says"


class _Headlines(Rules, frozen=True):
    """`rules/headlines.yaml`."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    headed: frozenset[str]
    plurals: frozenset[str]
    posts: frozenset[str]


class Unit(NamedTuple):
    """Some words of a headline, and the one that the parser is given for them."""

    start: int
    end: int
    given: str


@dataclass(frozen=True, slots=True)
class Opening:
    """How a headline opens: names, and what joins them or says that they speak."""

    headline: str
    units: tuple[Unit, ...]

    @property
    def text(self) -> str:
        """Return the headline as the parser is given it."""
        return " ".join(unit.given for unit in self.units) + self.headline[self.units[-1].end :]

    def has_past(self, tree: Tree) -> bool:
        """Say whether in a tree of the headline as it stands a past comes behind the names."""
        verb = next((word for word in tree if word.start > self.units[-1].end), None)
        if verb is None or verb.tag != "VBD" or verb.dep == "amod":
            return False
        return any(tree[child].dep == "nsubj" for child in verb.children)

    def restored(self, tree: Tree) -> Tree:
        """Return the tree of `text` as one of the headline."""
        given = len(self.units)
        tree = _headed(tree, given)
        spans = [[*self._words(unit)] for unit in self.units]
        ends = [*accumulate(map(len, spans))]
        # Where the words of the tree stand in the headline: those given, where their last does.
        places = [end - 1 for end in ends] + [i - given + ends[-1] for i in range(given, len(tree))]
        words: list[Token] = []
        for word, own in zip(tree, spans, strict=False):
            words += self._put_back(_coordinated(tree[:given], word), own, places)
        shift = len(self.headline) - len(self.text)
        for word in tree[given:]:
            start, end = word.start + shift, word.end + shift
            i, head = places[word.i], places[word.head]
            word = self._acting(word) if word.i == given else word
            words.append(replace(word, i=i, head=head, start=start, end=end))
        return hung(words)

    def _acting(self, word: Token) -> Token:
        """Return a word as the verb of one that it is: "he BOYCOTTS", to the parser a plural."""
        verb = _of_one().get(word.text) if self.units[-1].given == _ONE else None
        return replace(word, lemma=verb, tag="VBZ") if verb else word

    def _words(self, unit: Unit) -> Iterator[Span]:
        for word in WORDS.finditer(self.headline, unit.start, unit.end):
            yield word.span()

    def _put_back(self, given: Token, spans: list[Span], places: list[int]) -> Iterator[Token]:
        """Yield the words in whose place one was given; the last is their head."""
        main = places[given.i]
        for i, (start, end) in enumerate(spans, start=main - len(spans) + 1):
            text = self.headline[start:end]
            word = replace(given, i=i, start=start, end=end, text=text, head=places[given.head])
            if given.text != _SAID:  # the colon is "say"
                word = replace(word, lemma=text.lower())
            if text == ",":
                word = replace(word, tag=",", dep="punct")
            if given.tag == _PRONOUN:
                word = replace(word, tag="NNP" if text[0].isupper() else "NN")
            yield word if i == main else replace(word, dep="compound", head=main)


def find_opening(
    headline: str, names: Iterable[Span], *, of_person: bool = False
) -> Opening | None:
    """Return how a headline opens, given where its names stand, if a verb or a colon comes next.

    Behind the name of a person a colon stands for "says" whatever comes, `of_person`.
    """
    found = _opening_names(headline, names)
    units = _units(headline, found, _COLON if of_person else _SAYS) if found else ()
    return Opening(headline, units) if units else None


def find_past_opening(sentence: str, names: Iterable[Span]) -> Opening | None:
    """Return how a sentence opens, if with one name and what he did: "Trump SUSPENDED talks"."""
    found = _opening_names(sentence, names)
    verb = _WORD.match(sentence, found[0][1]) if len(found) == 1 else None
    if verb is None or verb.group(1) not in _past():
        return None
    if _following(sentence, verb) in _FINITE | _PASSIVE:
        return None
    return Opening(sentence, (Unit(0, found[0][1], _ONE),))


def _opening_names(headline: str, names: Iterable[Span]) -> list[Span]:
    """Return where the names stand that open a headline, with the posts behind them."""
    known = dict(names)
    found: list[Span] = []
    at = 0
    while at in known:
        end = with_post(headline, known[at])
        found.append((at, end))
        between = _AND.match(headline, end)
        if between is None:
            break
        at = between.end()
    return found


def with_post(headline: str, end: int) -> int:
    """Return the end of a name with the post behind it: "UN ENVOY"."""
    for _ in range(_POSTS):
        word = _WORD.match(headline, end)
        if word is None or word.group(1).lower() not in _rules().posts:
            break
        end = word.end()
    return end


def _units(headline: str, names: list[Span], says: re.Pattern[str]) -> tuple[Unit, ...]:
    """Return what the parser is given for names; nothing where nothing tells that they act."""
    end = names[-1][1]
    verb = _WORD.match(headline, end)
    if len(names) == 1:
        if says.match(headline, end):
            return (Unit(0, end, _ONE), Unit(end, end + 1, _SAID))
        alone = _WILL_NOT.match(headline, end) or (verb and _acts_alone(headline, verb))
        if alone:
            return (Unit(0, end, _ONE),)
    acting = _WILL_NOT.match(headline, end) or (verb and _acts(headline, names, verb))
    if not acting:
        return ()
    units = [Unit(*names[0], _SEVERAL)]
    for (_, before), (start, after) in pairwise(names):
        joined = headline[before:start]
        first = before + len(joined) - len(joined.lstrip())
        units.append(Unit(first, first + len(joined.strip()), _JOINED))
        units.append(Unit(start, after, _SEVERAL.lower()))
    return tuple(units)


def _acts_alone(headline: str, verb: re.Match[str]) -> bool:
    """Say whether a word is a verb of one: "A DEMANDS that", no "A DEMANDS were met"."""
    return verb.group(1) in _of_one() and _following(headline, verb) not in _FINITE


def _acts(headline: str, names: list[Span], verb: re.Match[str]) -> bool:
    """Say whether a word is or opens a verb: "A and B TRADE blame", no "A and B TRADE war"."""
    if verb.group(1) in _AUXILIARIES:
        return True
    if verb.group(1) not in _rules().verbs:
        return False
    if verb.group(1) not in _rules().nouns:
        return True
    plural = len(names) > 1 or headline[slice(*names[0])].endswith("s")
    return plural and _following(headline, verb) not in {"", *_rules().headed}


def _following(headline: str, verb: re.Match[str]) -> str:
    """Return the word behind a verb; empty where there is none."""
    return next(iter(headline[verb.end() :].split(maxsplit=1)), "")


def _headed(tree: Tree, given: int) -> Tree:
    """Return a tree whose verb hangs on none of the names before it.

    Of "they and they MEET in Rome" the parser can make a "they" that is joined to "they meet".
    """
    acting = next((t for t in tree[:given] if t.head >= given), None)
    if acting is None:
        return tree
    top = tree[acting.head]
    while top.head >= given and top.head != top.i:
        top = tree[top.head]
    words = list(tree)
    words[top.i] = replace(top, head=top.i, dep="ROOT")
    return hung(words)


def _coordinated(given: Tree, word: Token) -> Token:
    """Return one of the words that were given as the first name, or as hung on that one."""
    if word.text == _SAID:
        return word
    if word.i:
        return replace(word, dep="cc" if word.text == _JOINED else "conj", head=0)
    pronouns = {t.i: t for t in given if t.text != _SAID}
    subject = next((t for t in pronouns.values() if t.head >= len(given)), word)
    if subject.head in pronouns:
        return replace(word, dep="ROOT", head=0)  # the others are hung on this one
    return replace(word, dep=subject.dep, head=subject.head)


@cache
def _of_one() -> dict[str, str]:
    """Return the verbs by their forms as one takes them."""
    return {_third_person(verb): verb for verb in _rules().verbs - _rules().plurals}


@cache
def _past() -> frozenset[str]:
    """Return the verbs as they end in the past, where that is regular."""
    return frozenset(form for verb in _rules().verbs for form in _in_past(verb))


def _in_past(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (f"{verb}d",)
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (f"{verb[:-1]}ied",)
    return f"{verb}ed", f"{verb}{verb[-1]}ed"  # "canceled", "cancelled"


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if _SIBILANT.search(verb) else f"{verb}s"


def _rules() -> _Headlines:
    return load("headlines", _Headlines)
