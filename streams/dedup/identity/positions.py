"""Which reports are of one position: holder, issue and what it is about decide, not the date.

Those without a date come after those that have one, for they are known by the words of others.
"""

from collections.abc import Hashable, Iterator
from functools import lru_cache
from sys import intern

import msgspec

from schemas.mention import Happening
from schemas.vocabulary import Actors, Issue, Kind
from streams.coalitions import united
from streams.days import apart
from streams.dedup.account import Account, Structure
from streams.dedup.actors import as_actors
from streams.dedup.identity.groups import Family, Fit, Mark, Marks
from streams.dedup.identity.reach import (
    FROM_AFAR,
    LEADS_ALIKE,
    NEWS,
    is_from_archive,
    marks,
    named_day,
    names_day_of,
    speak_alike,
)
from streams.dedup.state import EQUALS
from streams.dedup.words import matter, names, overlap
from streams.sketches.terms import ONE_MATTER, ONE_STORY, RETOLD, is_alike, is_full

SAME_CONTENT = 0.5
"""Share of the shorter content's stems that two wordings of one position have in common. Of
333 pairs of positions with one holder and kind, two stems and this share join 4, of them one that
is of two positions and one in doubt: too few to fit the number to."""
ALMOST_ALL = 0.8
"""The same of what is told of another time, or addressed to others: one promises aid, eases
sanctions, or appeals for restraint more than once, and in much the same words."""
ONE_ACT = 30
"""Days for which what somebody does is told as new."""
ENOUGH = 2
"""Stems in common: one word alone ("the deal") names no position."""
SAME_OCCASION = 3
"""Days within which a position without telling content ("the plan") may be the same one."""


UNADDRESSED: frozenset[Kind] = frozenset({"pledge", "concession", "acceptance"})
"""Kinds that say what one does oneself: to whom, each outlet infers from what else it tells."""
WORDED_OTHERWISE = 49
"""Score at most of what shares less, in articles that are about the same."""
SAME_SIDES = 0.12
"""Likeness from which a lead of an archive is of a position that is addressed to the same on one
issue, with one word of it in common. Of ten pairs that differ by it all are of one position."""
TO_THE_SAME = 0.03
"""Likeness from which leads of the same days are of one position that is told on one issue and
addressed to the same: in 896 articles 7 pairs differ by it from what `ONE_MATTER` lets in, all of
one position. Of hints half are of two."""
FIRST = 4
"""Leads of a position that others are held to."""
LEADS = 3
"""Days within which articles on one story open with what is one position. Of 13 pairs of articles
that open with a position of one holder and kind towards one target, 10 are of one, 1 is not."""


class Stand(msgspec.Struct, gc=False):
    """Accounts of one position. The fullest wording comes first, and the others are held to it.

    Articles that open with it are held to any of the first that do: each tells another part.
    """

    members: list[Account] = msgspec.field(default_factory=list)
    leads: list[Account] = msgspec.field(default_factory=list)
    """The first that their articles open with."""
    issue: Issue | None = None
    articles: dict[str, Structure] = msgspec.field(default_factory=dict)

    def fit(self, account: Account) -> Fit | None:
        """Return how well an account fits; None where it contradicts or nothing speaks for it."""
        first = self.members[0]
        if first.said.holder != account.said.holder and _differ(first.said, account.said):
            return None
        if self.articles.get(account.source.key, account.structure) != account.structure:
            return None
        issue = account.said.issue
        same = issue if issue == self.issue else None
        differs = bool(issue and self.issue and not same)
        found = (None if differs else _closeness(first, account)) or self._as_leads(account)
        if found is None:
            return None
        score, about = found
        why = ("same holder", "same issue" if same else "", about)
        return Fit((score, int(bool(same))), tuple(filter(None, why)))

    def add(self, account: Account) -> None:
        """Take an account in."""
        self.members.append(account)
        if account.leads and len(self.leads) < FIRST:
            self.leads.append(account)
        self.issue = self.issue or account.said.issue
        self.articles.setdefault(account.source.key, account.structure)

    def knows(self, account: Account) -> bool:
        """Say whether taking an account in would change no fit: first wording and issue decide."""
        if account.leads and len(self.leads) < FIRST:
            return False
        return bool(self.members) and (self.issue is not None or account.said.issue is None)

    def _as_leads(self, account: Account) -> tuple[int, str] | None:
        """Return that the articles of the first on a story, or of one of them, open with it."""
        if not account.leads:
            return None
        for known in self.leads:
            if (found := _as_leads(known, account)) is not None:
                return found
        return None


def _closeness(a: Account, b: Account) -> tuple[int, str] | None:
    """Return the percentage of words in common, and why that is enough; None where it is not."""
    words_a, words_b = a.words, b.words
    shared = len(words_a & words_b)
    if not shared or _name_others(a.said, b.said):
        return None
    share = overlap(words_a, words_b)
    if shared >= ENOUGH and share >= _least_shared(a, b):
        return round(100 * share), "same content"
    if words_a == words_b and _same_occasion(a, b):
        return 100, "same content"
    if _of_one_story(a, b) and not _are_two(a, b):
        return min(round(100 * share), WORDED_OTHERWISE), "like content in like articles"
    return None


def _least_shared(a: Account, b: Account) -> float:
    """Return the share of words in common that two wordings of one position have."""
    done_once = a.said.kind in UNADDRESSED and _days_apart(a, b) > ONE_ACT
    return ALMOST_ALL if done_once or _face_others(a.said, b.said) else SAME_CONTENT


def _as_leads(a: Account, b: Account) -> tuple[int, str] | None:
    """Return that two articles on one story open with it; None where they do not."""
    if _days_apart(a, b) >= LEADS and not _is_one_long_after(a, b):
        return None
    if _are_two(a, b) or not _tell_alike(a, b):
        return None
    return (0, LEADS_ALIKE)


def _are_two(a: Account, b: Account) -> bool:
    """Say whether two positions are two, though told in like articles.

    A flash of two sentences is like any other between the same sides. Whom a threat is to harm is
    what it is about.
    """
    others = _face_others(a.said, b.said)
    if others and a.said.kind == "threat":
        return True
    unaddressed = a.said.kind in UNADDRESSED
    if is_full(a.source.terms) and is_full(b.source.terms):
        return others and not unaddressed and _differ_in_matter(a.said, b.said)
    if others or _name_others(a.said, b.said):
        return True
    issues = {a.said.issue, b.said.issue} - {None}
    return (len(issues) > 1 or unaddressed) and _differ_in_matter(a.said, b.said)


def _differ_in_matter(a: Happening, b: Happening) -> bool:
    """Say whether two positions are about nothing that is the same."""
    return _share_nothing(_matter(a), _matter(b))


def _matter(said: Happening) -> frozenset[str]:
    return matter(said.content, _sides(said)) if said.content else frozenset()


def _sides(said: Happening) -> frozenset[str]:
    return frozenset((*as_actors(said.holder), *as_actors(said.target)))


def _name_others(a: Happening, b: Happening) -> bool:
    """Say whether two positions name other places, or others beside their sides."""
    mine, theirs = (names(said.content or "") for said in (a, b))
    if not (mine and theirs):
        return False
    sides = _sides(a) | _sides(b)
    return _share_nothing(mine - sides, theirs - sides)


def _face_others(a: Happening, b: Happening) -> bool:
    """Say whether two positions are addressed to others, both by name."""
    return _share_nothing(_side(a.target), _side(b.target))


def _share_nothing(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether there is something on both sides, and nothing on both."""
    return bool(one and other) and one.isdisjoint(other)


def _tell_alike(a: Account, b: Account) -> bool:
    """Say whether the texts of two leads are so much alike that they are of one position.

    That they were received on one day says little where they were published on none: then the
    issue has to be the same, of one from an archive a word, too, or else the texts much alike.
    """
    one, other = a.source.terms, b.source.terms
    near, same_issue = _days_apart(a, b) < LEADS, a.said.issue == b.said.issue
    told = not (a.hint or b.hint)
    if near and told and same_issue and _face_the_same(a.said, b.said):
        return is_alike(one, other, TO_THE_SAME)
    if near and (same_issue or (_is_dated(a) and _is_dated(b))):
        return is_alike(one, other, ONE_MATTER)
    least = _least_from_archive(a, b) if same_issue and a.said.issue else None
    if least is not None and is_alike(one, other, least):
        return True
    return not _name_two_days(a, b) and speak_alike(a, b, FROM_AFAR)


def _is_dated(account: Account) -> bool:
    return account.published_day is not None


def _least_from_archive(a: Account, b: Account) -> float | None:
    """Return how alike the texts have to be of two on one issue, one of them from an archive.

    One word in common is enough where they name one day, or the same whom they are addressed to.
    """
    shared = len(a.words & b.words)
    if shared >= ENOUGH:
        return RETOLD
    if not shared or _name_two_days(a, b):
        return None
    if _name_one_day(a, b):
        return RETOLD
    return SAME_SIDES if _face_the_same(a.said, b.said) else None


def _face_the_same(a: Happening, b: Happening) -> bool:
    """Say whether two positions are addressed to the same, both by name."""
    return bool(_side(a.target) & _side(b.target))


def _name_one_day(a: Account, b: Account) -> bool:
    """Say whether two positions tell what may be one day: "on Friday", and the date of one."""
    if not (_tells_day(a) and _tells_day(b)):
        return False
    one, other = named_day(a), named_day(b)
    agree = one is None or other is None or one.agrees_with(other)
    return agree and _may_be_then(a, b) and _may_be_then(b, a)


def _name_two_days(a: Account, b: Account) -> bool:
    return _tells_day(a) and _tells_day(b) and not _name_one_day(a, b)


def _tells_day(account: Account) -> bool:
    return account.exact or named_day(account) is not None


def _may_be_then(a: Account, b: Account) -> bool:
    """Say whether what one tells of its day may be of the exact day of the other, if it has one."""
    if not b.exact or b.span is None:
        return True
    near = a.span is None or not a.exact or apart(a.span, b.span) <= 1
    return near and names_day_of(a, b.span)


def _days_apart(a: Account, b: Account) -> int:
    return abs(a.day - b.day)


def _of_one_story(a: Account, b: Account) -> bool:
    """Say whether two positions are on one matter, of articles on one story."""
    issue = a.said.issue
    if issue is None or issue != b.said.issue or not _meet(a, b):
        return False
    return speak_alike(a, b, ONE_STORY)


def _meet(a: Account, b: Account) -> bool:
    """Say whether two articles may be of one story, by their days."""
    return _days_apart(a, b) <= NEWS or _is_one_long_after(a, b)


def _is_one_long_after(a: Account, b: Account) -> bool:
    """Say whether one of two accounts may be from an archive, and be of the days of the other."""
    return _is_long_after(a, b) or _is_long_after(b, a)


def _is_long_after(a: Account, b: Account) -> bool:
    return b.published_day is not None and is_from_archive(a, b.published_day)


def _same_occasion(a: Account, b: Account) -> bool:
    if a.published_day is None or b.published_day is None or a.said.target != b.said.target:
        return False
    return abs(a.published_day - b.published_day) <= SAME_OCCASION


def _differ(a: Happening, b: Happening) -> bool:
    """Say whether two positions are held by others, in whatever order they are named."""
    return _side(a.holder) != _side(b.holder)


@lru_cache(maxsize=EQUALS)
def _side(actors: Actors | None) -> frozenset[str]:
    return united(as_actors(actors))


def _rank(account: Account) -> tuple[bool, int, bool]:
    return (not _is_dated(account), -len(account.words), account.said.issue is None)


def _signs(account: Account) -> tuple[Hashable, ...]:
    """Return the words of a position, each behind those who hold it."""
    return _words(account.said.holder, account.words)


@lru_cache(maxsize=EQUALS)
def _words(holder: Actors | None, words: frozenset[str]) -> tuple[str, ...]:
    holders = _holders(holder)
    # Thousands of positions share these: each is to take room once.
    return tuple(intern(f"{holders} {word}") for word in sorted(words))


@lru_cache(maxsize=EQUALS)
def _holders(holder: Actors | None) -> str:
    return " ".join(sorted(_side(holder)))


def _enough(words: int) -> int:
    """Return how many words of a position to look under for those that it may be the same as.

    They share two words with it at least, so that they cannot lack all but one.
    """
    return words - min(words, ENOUGH) + 1 if words else 0


def _marks(account: Account) -> Marks:
    """Return the weightiest words of an article behind holder and issue, and what marks a lead.

    Of two leads that are less than three days apart one day at least is the same; what has no date
    looks for leads that have one, and the other way round, by the words of the position. By those
    of its text it looks for all leads, and what has a date for those that have none.
    """
    said, holders = account.said, _holders(account.said.holder)
    words = marks(account.source.terms, f"{holders} {said.issue}") if said.issue else ()
    if not account.leads:
        return Marks(words, words)
    days = range(account.day, account.day + LEADS)
    both = (*words, *(f"{day} {holders}".encode() for day in days))
    dated = _is_dated(account)
    shown, sought = _matter_marks(account, dated=dated), _matter_marks(account, dated=not dated)
    told, like = _text_marks(account, dated=dated), _text_marks(account, dated=not dated)
    alike = like if dated else (*like, *told)
    return Marks((*both, *shown, *told), (*both, *sought, *alike))


def _text_marks(account: Account, *, dated: bool) -> tuple[Mark, ...]:
    """Return the marks of the text of a lead, as one that has a date, or has none, shows them."""
    return marks(account.source.terms, f"{dated} {_holders(account.said.holder)}")


def _matter_marks(account: Account, *, dated: bool) -> Iterator[Mark]:
    """Yield the marks of what a lead speaks of, as one that has a date, or has none, shows them."""
    said = account.said
    words = _words(said.holder, account.words) if said.issue else ()
    return (f"{dated} {said.issue} {word}".encode() for word in words)


FAMILY = Family(rank=_rank, group=Stand, signs=_signs, enough=_enough, marks=_marks, by_first=True)
