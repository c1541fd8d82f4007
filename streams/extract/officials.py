"""Learn from an article who its officials are: "Omani envoy N.N.", "N.N., head of the army".

No register knows them all. Three shapes of news English introduce a person with a post: the post
before the name, the post after it between commas, and the post before a comma and the name. Who
the person acts for is read off the states and organisations inside the post.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from streams.extract.gazetteer import Name, covering, longest, starting
from streams.extract.rulebook import Rules, load

INITIAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ]"
PARTICLES = "al|el|ad|ash|bin|ibn|ben|de|da|del|della|der|den|di|dos|du|la|le|van|von|ould|abu|uz"
CAPITALISED = rf"{INITIAL}(?:\.|[\w’']*(?: ?- ?\w[\w’']*)*)"
NAME = (
    rf"(?:(?:al|el|ad|an|as) ?- ?)?{CAPITALISED}"
    # "an", "as" and "at" are English words unless a hyphen follows.
    rf"(?: (?:(?:{PARTICLES})[ -]{{1,2}}|(?:an|as|at) ?- ?)*{CAPITALISED}){{0,4}}"
)
_WORD = re.compile(r"(?:[\w’'-]+|(?:[A-Z]\.){2,})[^\S\n]+")
"""A word of a post and the blank behind it: "special ", "U.S. "."""
_RUN = re.compile(r"\w+")
"""Letters and digits without a break."""
MAX_POST = 120
"""Characters: what is longer between two commas is a clause, not a post."""


class Posts(Rules, frozen=True):
    """`rules/posts.yaml`."""

    leader: tuple[str, ...]
    head: tuple[str, ...]
    other: tuple[str, ...]
    modifiers: frozenset[str]
    past: frozenset[str]
    dropped: frozenset[str]
    not_names: frozenset[str]
    bodies: frozenset[str]
    family_first: frozenset[str]


@dataclass(frozen=True, slots=True)
class Official:
    """A person as an article introduces them; offsets of the name, `post` without the name."""

    name: str
    start: int
    end: int
    post: str
    actor: str | None


@cache
def posts() -> Posts:
    """Return the rules on posts."""
    return load("posts", Posts)


def learn(text: str, known: tuple[Name, ...]) -> tuple[Official, ...]:
    """Return those whom the body of the article introduces, in order of appearance.

    `known` are the gazetteer's names in the text; headlines, where every word may be capitalised,
    teach nothing.
    """
    body = text.find("\n") + 1
    found = []
    for match in _post_pattern().finditer(text, body):
        for official in (
            _post_then_name(text, match, known),
            _name_then_post(text, match, known),
            _post_comma_name(text, match, known),
        ):
            if official is not None:
                found.append(official)
    return tuple(sorted(dict.fromkeys(found), key=lambda o: (o.start, o.end)))


@cache
def _post_pattern() -> re.Pattern[str]:
    rules = posts()
    by_length = sorted({*rules.leader, *rules.head, *rules.other}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, by_length))})s?(?![\w-])", re.I)


@cache
def _name_after() -> re.Pattern[str]:
    return re.compile(rf"(?: named| called)? ({NAME})")


@cache
def _name_before() -> re.Pattern[str]:
    return re.compile(rf"({NAME}), $")


@cache
def _comma_name() -> re.Pattern[str]:
    return re.compile(
        rf"(?: (?:of|for|to) [^,.;:\n]{{1,50}})?, ({NAME})(?=,|\s(?:said|told|and)\b)"
    )


def _post_then_name(text: str, post: re.Match[str], known: tuple[Name, ...]) -> Official | None:
    after = _name_after().match(text, post.end())
    if after is None or _is_part_of_post(text, after.start(1)):
        return None
    start, end = _trim(text, *after.span(1))
    left = _left_of_post(text, post.start())
    return _official(text, (start, end), (left, post.end()), known)


def _is_part_of_post(text: str, start: int) -> bool:
    """Say whether another post follows, of which the one in front is part: "deputy TRADE MINISTER".

    One of a single word may be a rank: "President GENERAL N.N.".
    """
    other = _post_pattern().match(text, start)
    return other is not None and " " in other.group()


def _name_then_post(text: str, post: re.Match[str], known: tuple[Name, ...]) -> Official | None:
    comma = text.rfind(", ", max(0, post.start() - MAX_POST), post.start())
    if comma < 0 or not _is_title(text[comma + 2 : post.start()]):
        return None
    if _of_other(text, post):
        return None
    before = _name_before().search(text, max(0, comma - 60), comma + 2)
    if before is None:
        return None
    right = re.compile(r"[,.;:\n—–(]|\s(?:who|which|that|said|has|had|was|is|will|told|and was)\b")
    stop = right.search(text, post.end(), post.end() + MAX_POST)
    end_of_post = stop.start() if stop else min(len(text), post.end())
    name = _trim(text, *before.span(1))
    return _official(text, name, (comma + 2, end_of_post), known)


def _of_other(text: str, post: re.Match[str]) -> bool:
    """Say whether a post is that of who is named behind it: "left the N. Treaty, MINISTER N.N."."""
    after = _name_after().match(text, post.end())
    if after is None or _is_part_of_post(text, after.start(1)):
        return False
    start, end = _trim(text, *after.span(1))
    return len(text[start:end].split()) > 1


def _post_comma_name(text: str, post: re.Match[str], known: tuple[Name, ...]) -> Official | None:
    after = _comma_name().match(text, post.end())
    if after is None:
        return None
    left = _left_of_post(text, post.start())
    right = text.index(",", post.end())
    return _official(text, _trim(text, *after.span(1)), (left, right), known)


def _is_title(words: str) -> bool:
    """Say whether what stands between a comma and a post can belong to the post."""
    rules = posts()
    if "\n" in words:
        return False
    allowed = rules.modifiers | rules.dropped | rules.past | {"and", "of", "one", "s"}
    return all(
        word[0].isupper() or word.casefold() in allowed or _is_post(word)
        for word in re.findall(r"[\w-]+", words)
    )


def _is_post(word: str) -> bool:
    return _post_pattern().fullmatch(word) is not None


def _left_of_post(text: str, start: int) -> int:
    """Return where the words that belong to a post begin: "US special" before "envoy"."""
    left = start
    for match in reversed(list(_WORD.finditer(text[max(0, start - 80) : start]))):
        word = match.group().strip()
        if max(0, start - 80) + match.end() != left or not _joins_post(word):
            break
        left = max(0, start - 80) + match.start()
    return left


def _joins_post(word: str) -> bool:
    rules = posts()
    if word in rules.not_names:
        return False
    return word[0].isupper() or word.casefold() in rules.modifiers


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut a name at words that are no names, and at a possessive ending."""
    words = list(re.finditer(r"\S+", text[start:end]))
    kept: list[re.Match[str]] = []
    for word in words:
        bare = word.group().strip(",.’'")
        if _is_no_name(bare):
            if kept:
                break
            continue
        kept.append(word)
    while len(kept) > 1 and _is_post(kept[0].group()):
        kept = kept[1:]
    if not kept:
        return start, start
    first, last = start + kept[0].start(), start + kept[-1].end()
    return first, first + len(re.sub(r"[’']s?$", "", text[first:last]))


def _is_no_name(word: str) -> bool:
    return word in posts().not_names or word in posts().bodies


def _official(
    text: str, name: tuple[int, int], post: tuple[int, int], known: tuple[Name, ...]
) -> Official | None:
    start, end = name
    over = covering(known, start)
    if start == end or (over is not None and over.type != "official"):
        return None
    inside = starting(known, *post)
    title = tidy(text[slice(*post)], inside, post[0])
    if not title:
        return None
    own = (n for n in starting(known, *name) if n.type == "official")
    actor = next((n.actor for n in (*own, *inside) if n.actor), None)
    return Official(text[start:end], start, end, title, actor)


def tidy(post: str, names: Iterable[Name], offset: int) -> str:
    """Return a post as it is given in a list: without articles, states and former posts."""
    segments = [s for s in _segments(post, offset, tuple(names)) if s]
    present = [s for s in segments if s.split()[0].casefold() not in posts().past]
    return _singular(next(iter(present or segments), ""))


def _singular(post: str) -> str:
    """Return "President" for the "Presidents" in front of several names."""
    return post[:-1] if post.endswith("s") and post[:-1].casefold() in _all_posts() else post


@cache
def _all_posts() -> frozenset[str]:
    return frozenset({*posts().leader, *posts().head, *posts().other})


def _segments(post: str, offset: int, names: tuple[Name, ...]) -> Iterator[str]:
    """Yield the posts of "former A of B and C and current D": what has no post joins the last."""
    bounds = [0]
    for match in re.finditer(r"\sand\s", post):
        if _post_pattern().search(post[match.end() :].split(" and ")[0]):
            bounds.append(match.end())
    for start, end in zip(bounds, [*bounds[1:], len(post) + 5], strict=True):
        words = re.sub(r"\sand\s$", "", post[start:end])
        yield _without_head(words, offset + start, names)


def _without_head(words: str, offset: int, names: tuple[Name, ...]) -> str:
    while words:
        cut = _head_length(words, offset, names)
        if not cut:
            break
        words, offset = words[cut:], offset + cut
    return words.strip()


def _head_length(words: str, offset: int, names: tuple[Name, ...]) -> int:
    blank = len(words) - len(words.lstrip())
    if blank:
        return blank
    first = re.match(r"[\w-]+", words)
    if first and first.group().casefold() in posts().dropped:
        return first.end()
    for name in names:
        rest = words[name.end - offset :] if name.start == offset else ""
        possessive = re.match(r"[’']s?\s", rest)
        if rest and (possessive or name.type in {"demonym", "state"}):
            return name.end - offset + (possessive.end() if possessive else 0)
    return 0


def as_names(text: str, officials: Iterable[Official], known: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the gazetteer's names together with every place where a learned official is named.

    Longer names win over those they overlap, the gazetteer's over equally long learned ones.
    """
    roster = _roster(officials)
    starts = _starts(text, (words for o in roster for words in (o.name, _surname(o))))
    learned = (n for o in roster for n in _occurrences(text, o, starts))
    return longest((*known, *learned))


def by_family_name(text: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return names with every "Kim" of an article on Kim Jong Un, and on no Kim of another side.

    Where family names come first, the gazetteer knows nobody by the last word of his name.
    """
    families: dict[str, list[Name]] = {}
    for name in names:
        family, *given = name.text.split()
        if name.type == "official" and given and name.actor in posts().family_first:
            families.setdefault(family, []).append(name)
    starts = _starts(text, families)
    alone = (
        replace(full[0], start=match.start(), end=match.end(), text=family)
        for family, full in families.items()
        if len({name.actor for name in full}) == 1
        for match in _matches(
            text, rf"(?<![\w-]){re.escape(family)}(?![\w-])(?! [A-Z])", (family,), starts
        )
    )
    return longest((*names, *alone))


def _roster(officials: Iterable[Official]) -> list[Official]:
    """Return one entry a person: the first with an actor, else the first."""
    by_surname: dict[str, Official] = {}
    for official in officials:
        key = _surname(official)
        if key not in by_surname or (official.actor and not by_surname[key].actor):
            by_surname[key] = official
    return list(by_surname.values())


def _surname(official: Official) -> str:
    return official.name.split()[-1]


def _starts(text: str, names: Iterable[str]) -> Mapping[str, list[int]]:
    """Return where the first words of names begin: the text is read once, however many these are.

    An archive of 800 KB introduces hundreds of officials.
    """
    starts: dict[str, list[int]] = {_first_word(name): [] for name in names}
    for word in _RUN.finditer(text):
        if word.group() in starts:
            starts[word.group()].append(word.start())
    return starts


def _first_word(name: str) -> str:
    word = _RUN.match(name)
    return word.group() if word else ""


def _matches(
    text: str, pattern: str, names: Iterable[str], starts: Mapping[str, list[int]]
) -> Iterator[re.Match[str]]:
    """Yield where a pattern stands, one behind the other, that begins with one of some names."""
    compiled, end = re.compile(pattern), 0
    for start in sorted({s for name in names for s in starts[_first_word(name)]}):
        match = compiled.match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


def _occurrences(text: str, official: Official, starts: Mapping[str, list[int]]) -> Iterator[Name]:
    surname = _surname(official)
    if len(surname) < 3 or _is_no_name(surname):
        return
    pattern = rf"(?<!\w)(?:{re.escape(official.name)}|{re.escape(surname)})(?!\w)"
    for match in _matches(text, pattern, (official.name, surname), starts):
        yield Name(
            start=match.start(),
            end=match.end(),
            text=match.group(),
            type="official",
            actor=official.actor,
            country=None,
            post=official.post,
            mediates=0,
        )
