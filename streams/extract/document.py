"""An article as the extractors read it: sentences, names, and the tree of each sentence.

Every sentence is parsed, for a position can hang on any verb; the parser is where the time goes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from streams.extract.allusions import (
    KIDNAPPERS,
    alludes_to_armed,
    alludes_to_group,
    as_governments,
    find_allusions,
    find_groups,
    takes_captives,
    told_apart,
)
from streams.extract.closings import find_closing
from streams.extract.conflicts import group_facing, state_facing
from streams.extract.dateline import Dateline, find_datelines, without
from streams.extract.gazetteer import Name, both, covering, find_names, starting, unarmed
from streams.extract.groups import with_groups
from streams.extract.officials import Official, as_names, by_family_name, learn
from streams.extract.openings import Opening, find_opening, find_past_opening
from streams.extract.outlets import named_like_states
from streams.extract.parse import bounded, parse
from streams.extract.politicians import members_in, of_both_parties, with_parties, without_namesakes
from streams.extract.seats import with_capitals
from streams.extract.sentences import Sentence, lines_broken, split
from streams.extract.syntax import touching
from streams.extract.tree import Tree

MAX_PASSAGES = 400
"""Sentences parsed of one article: some ten times those of a long one, a second of work."""

TITLED = 0.6
"""Share of longer words with a capital from which on a headline is in title case."""

OF_ANOTHER = re.compile(
    r"\b(?:[A-Z][\w.]*(?:['’]s)? ){1,2}(?=(?:ally|member|candidate)(?: state| country)? [A-Z])"
)
"""What only tells whose ally, or member of what, a state is: "its NATO ally Norway"."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A name in a parsed sentence: its first and last word, and the one the others hang on."""

    name: Name
    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A parsed sentence and the names in it."""

    index: int
    sentence: Sentence
    headline: bool
    tree: Tree
    mentioned: tuple[Mentioned, ...]
    at: dict[int, Mentioned]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets into the article of the words from `first` to `last`."""
        start = self.sentence.start
        return start + self.tree[first].start, start + self.tree[last].end

    def words(self, first: int, last: int) -> str:
        """Return the article's own text of the words from `first` to `last`."""
        return self.sentence.text[self.tree[first].start : self.tree[last].end]


@dataclass(frozen=True, slots=True)
class Document:
    """What all extractors share of one article."""

    text: str
    published_at: str | None
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    officials: tuple[Official, ...]
    passages: tuple[Passage, ...]
    datelines: tuple[Dateline, ...]


def read(text: str, published_at: str | None, *, whole: bool = False) -> Document:
    """Return the article's text as a document; `published_at` tells who held which office.

    `whole` takes the text for one sentence.
    """
    on = date.fromisoformat(published_at[:10]) if published_at else None
    text = lines_broken(text)
    sentences = (Sentence(0, len(text), text),) if whole else split(text)
    datelines = () if whole else find_datelines(text, sentences)
    sentences = without(sentences, datelines)
    apart = (
        *((d.start, d.end) for d in datelines),
        *named_like_states(text),
        *(match.span() for match in OF_ANOTHER.finditer(text)),
    )
    found = tuple(n for n in find_names(text, on) if not _stands_in(n, apart))
    found = with_parties(text, without_namesakes(text, found))
    known = with_groups(text, with_capitals(text, found), on)
    officials = (*learn(text, known), *members_in(text, known))
    named = told_apart(text, by_family_name(text, as_names(text, officials, known)), on)
    named = as_governments(named, on)
    named = tuple(each for name in named for each in both(name))
    named = (*named, *of_both_parties(text, named))
    names = tuple(sorted((*named, *_allusions(text, named, on)), key=lambda n: n.start))
    return Document(
        text=text,
        published_at=published_at,
        sentences=sentences,
        names=names,
        officials=officials,
        passages=_passages(text, sentences[:MAX_PASSAGES], names),
        datelines=datelines,
    )


def _allusions(text: str, names: tuple[Name, ...], on: date | None) -> tuple[Name, ...]:
    """Return the nouns that stand for a name, or for the other side of a dispute."""
    groups, actors = {*find_groups(names)}, {name.actor for name in names if name.actor}
    group = band = None
    if not groups - unarmed() and alludes_to_armed(text):
        band = group_facing(text, actors, on, unarmed())
    if not groups and alludes_to_group(text):
        group = band or group_facing(text, actors, on)
    captors = KIDNAPPERS if not groups and group is None and takes_captives(text) else None
    state = state_facing(groups)
    return find_allusions(text, names, state, group=group, band=band, captors=captors)


def _stands_in(name: Name, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= name.start < end for start, end in spans)


def _passages(
    text: str, sentences: tuple[Sentence, ...], names: tuple[Name, ...]
) -> tuple[Passage, ...]:
    # What is not parsed is not read: to look through a text without a full stop takes minutes.
    sentences = tuple(_bounded(sentence) for sentence in sentences)
    end_of_headline = text.find("\n")
    headlines = [sentence.end <= end_of_headline for sentence in sentences]
    last = _last_places(text) if any(headlines) else {}
    readable = [
        _untitled(sentence, names, last) if headline else sentence.text
        for sentence, headline in zip(sentences, headlines, strict=True)
    ]
    closings = [
        find_closing(words, _spans_of_actors(names, sentence)) if headline else None
        for words, sentence, headline in zip(readable, sentences, headlines, strict=True)
    ]
    readable = [c.text if c else words for c, words in zip(closings, readable, strict=True)]
    openings = [
        _opening(words, sentence, names) if headline else None
        for words, sentence, headline in zip(readable, sentences, headlines, strict=True)
    ]
    trees = parse([o.text if o else words for o, words in zip(openings, readable, strict=True)])
    trees = tuple(o.restored(tree) if o else tree for o, tree in zip(openings, trees, strict=True))
    trees = tuple(
        c.restored(tree) if c else _with_verb(tree, sentence, names)
        for c, tree, sentence in zip(closings, trees, sentences, strict=True)
    )
    return tuple(
        _passage(k, sentence, headlines[k], trees[k], names) for k, sentence in enumerate(sentences)
    )


def _opening(words: str, sentence: Sentence, names: tuple[Name, ...]) -> Opening | None:
    """Return how a headline opens."""
    first = next(_inside(names, sentence), None)
    of_person = first is not None and first.start == sentence.start and first.type == "official"
    return find_opening(words, _spans_of_actors(names, sentence), of_person=of_person)


def _with_verb(tree: Tree, sentence: Sentence, names: tuple[Name, ...]) -> Tree:
    """Return a tree anew if it makes a noun of what who opens its sentence has done."""
    opening = find_past_opening(sentence.text, _spans_of_actors(names, sentence))
    if opening is None or opening.has_past(tree):
        return tree
    return opening.restored(*parse([opening.text]))


def _bounded(sentence: Sentence) -> Sentence:
    words = bounded(sentence.text)
    return Sentence(sentence.start, sentence.start + len(words), words)


def _spans_of_actors(names: tuple[Name, ...], sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where the names of actors stand in a sentence."""
    for name in _inside(names, sentence):
        if name.actor:
            yield name.start - sentence.start, name.end - sentence.start


def _inside(names: tuple[Name, ...], sentence: Sentence) -> Iterator[Name]:
    """Yield the names in a sentence."""
    return (n for n in starting(names, sentence.start, sentence.end) if n.end <= sentence.end)


def _passage(
    index: int, sentence: Sentence, headline: bool, tree: Tree, names: tuple[Name, ...]
) -> Passage:
    located = (_locate(name, sentence.start, tree) for name in _inside(names, sentence))
    mentioned = tuple(found for found in located if found is not None)
    at = {i: m for m in mentioned for i in range(m.first, m.last + 1)}
    return Passage(index, sentence, headline, tree, mentioned, at)


def _locate(name: Name, offset: int, tree: Tree) -> Mentioned | None:
    words = touching(tree, name.start - offset, name.end - offset)
    if not words:
        return None
    heads = [i for i in words if tree[i].head not in words or tree[i].head == i]
    return Mentioned(name, words[0], words[-1], heads[-1] if heads else words[-1])


def _untitled(sentence: Sentence, names: tuple[Name, ...], last: Mapping[str, int]) -> str:
    """Return a title-case headline in sentence case, letter for letter as long as it was.

    The parser takes Every Capitalised Word for a name. A word stays capitalised if it is part of
    a name, or if the body knows it with a capital only; `last` says where each word stands last.
    """
    words = list(re.finditer(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", sentence.text))
    long_words = [w for w in words if len(w.group()) > 3]
    titled = [w for w in long_words if w.group()[0].isupper()]
    if not long_words or len(titled) / len(long_words) < TITLED:
        return sentence.text
    letters = list(sentence.text)
    for word in words:
        start = sentence.start + word.start()
        if covering(names, start) or _always_capital(word.group(), sentence.end, last):
            continue
        low = word.group().lower()
        if len(low) == len(word.group()) and not word.group().isupper():
            letters[word.start() : word.end()] = low
    return "".join(letters)


def _last_places(text: str) -> Mapping[str, int]:
    """Return where each word of a text stands last."""
    return {word.group(): word.start() for word in re.finditer(r"[^\W\d_]+", text)}


def _always_capital(word: str, end: int, last: Mapping[str, int]) -> bool:
    return last.get(word, -1) >= end > last.get(word.lower(), -1)
