"""Which reports are of one encounter: parties, round, days, place and format decide."""

from collections.abc import Hashable, Iterator

import msgspec

from schemas import Place
from schemas.mention import Happening
from schemas.vocabulary import REMOTE
from streams.days import Named
from streams.dedup.account import Account, Reality, Structure
from streams.dedup.identity.groups import Family, Fit, Marks
from streams.dedup.identity.links import COPY, IN_PERIOD, IN_WINDOW, IN_WORDS, MOVED, Calendar, Link
from streams.dedup.identity.pairs import Pair, pairs
from streams.dedup.identity.parties import same_parties
from streams.dedup.identity.places import Nearness, nearest
from streams.dedup.identity.put_off import BROKEN_OFF, PUT_OFF_ONCE, PutOff, put_off
from streams.dedup.identity.reach import (
    FROM_AFAR,
    FROM_ARCHIVE,
    LEADS_ALIKE,
    NEWS,
    NEXT_ROUND,
    SAME_SCENE,
    are_copies,
    marks,
    named_day,
    names_day_of,
    reach,
    speak_alike,
)
from streams.dedup.identity.slots import BORDER
from streams.dedup.identity.wordings import Wordings
from streams.sketches.terms import ALIKE, MUCH_ALIKE, RETOLD, likeness

SAME_PEOPLE = "the same two meet"
"""Why a lead that no day places is of an encounter. Of leads on encounters of one negotiation that
name the same two of either side, and one place, country or weekday, all 21 pairs are of one."""
THERE_OR_THEN = 0.18
"""Likeness from which a text without a date is of what took place there or then though it was
received long after. In 896 articles, half of their dates removed, what .18 lets in and .2 does not
are 7 pairs of one encounter and none of two; .16 lets in 2 of two rounds."""
FIRST = 1
"""A number that says no more than that the two had not met before."""
PRESENT = frozenset({"visit", "summit"})
UNLIKE = 100
"""How far off in words what other links outdo is."""
UNDATED = 5
"""Rank of what gives no day at all."""


class Encounter(msgspec.Struct, gc=False):
    """Accounts of one encounter, and what they say together."""

    members: list[Account] = msgspec.field(default_factory=list)
    round: int | None = None
    calendar: Calendar = msgspec.field(default_factory=Calendar)
    parties: dict[tuple[frozenset[str], ...], Account] = msgspec.field(default_factory=dict)
    places: dict[tuple[str, str | None], Place] = msgspec.field(default_factory=dict)
    formats: set[str | None] = msgspec.field(default_factory=set)
    remote: set[bool | None] = msgspec.field(default_factory=set)
    levels: set[str | None] = msgspec.field(default_factory=set)
    seen: dict[Structure, Account] = msgspec.field(default_factory=dict)
    articles: dict[str, Structure] = msgspec.field(default_factory=dict)
    wordings: Wordings = msgspec.field(default_factory=Wordings)
    pairs: set[Pair] = msgspec.field(default_factory=set)
    """Who met whom in person."""
    named: set[Named] = msgspec.field(default_factory=set)
    """What accounts that no date places name of their days."""
    called_off: bool = False
    """Whether any tells that nothing came of it."""
    put_off: set[PutOff] = msgspec.field(default_factory=set)
    """When articles that open with it told that it was put off, and whether they gave its days."""

    def fit(self, account: Account) -> Fit | None:
        """Return how well an account fits; None where it contradicts or nothing speaks for it."""
        number = account.said.round
        same_round = number is not None and number == self.round
        if (number and self.round and not same_round) or not self._admits(account):
            return None
        place = nearest(account.said.place, self.places.values())
        link = self._link(account, place, same_round=same_round)
        if link is None:
            return None
        if place is Nearness.APART and not (same_round or link.strength == MOVED):
            return None
        number_is = f"round {number}" if same_round else ""
        why = ("same parties", number_is, link.reason, place.reason)
        same_format = account.said.format is not None and account.said.format in self.formats
        same_end = int(self.called_off and _is_called_off(account))
        strength = (int(same_round), link.strength)
        score = (*strength, int(place), same_end, int(same_format), -link.distance)
        return Fit(score, tuple(filter(None, why)))

    def add(self, account: Account) -> None:
        """Take an account in."""
        said = account.said
        self.members.append(account)
        self.wordings.add(account)
        self.round = self.round or said.round
        self.calendar.add(account, numbered=self.round is not None)
        self.parties.setdefault((account.principals, account.participants), account)
        if said.place:
            self.places.setdefault((said.place.name, said.place.country), said.place)
        self.formats.add(said.format)
        self.remote.add(_is_remote(said))
        self.levels.add(_level(said))
        self.seen.setdefault(account.structure, account)
        self.articles.setdefault(account.source.key, account.structure)
        self.pairs |= pairs(said.people)
        if (named := _named(account)) is not None:
            self.named.add(named)
        self.called_off = self.called_off or _is_called_off(account)
        if (told := put_off(account)) is not None:
            self.put_off.add(told)

    def knows(self, account: Account) -> bool:
        """Say whether taking an account in would change no fit."""
        said = account.said
        if (account.principals, account.participants) not in self.parties:
            return False
        if said.place and (said.place.name, said.place.country) not in self.places:
            return False
        if said.format not in self.formats or (said.round and not self.round):
            return False
        if _is_remote(said) not in self.remote or _level(said) not in self.levels:
            return False
        if not self.wordings.knows(account) or not pairs(said.people) <= self.pairs:
            return False
        if not self._knows_end(account) or _named(account) not in {None, *self.named}:
            return False
        return self.calendar.knows(account, numbered=self.round is not None)

    def _knows_end(self, account: Account) -> bool:
        """Say whether what an account tells of its being put off is known."""
        told = put_off(account) in {None, *self.put_off}
        return told and (self.called_off or not _is_called_off(account))

    def _admits(self, account: Account) -> bool:
        # One mention per happening per article: what differs in one article is of something else.
        if self.articles.get(account.source.key, account.structure) != account.structure:
            return False
        if _differ(self.remote, _is_remote(account.said)):
            return False
        return all(same_parties(other, account) for other in self.parties.values())

    def _link(self, account: Account, place: Nearness, *, same_round: bool) -> Link | None:
        link = self.calendar.link(account)
        if link and link.strength == IN_WINDOW and not self._may_be_meant(account, place):
            link = None
        if same_round:
            numbered = self.calendar.round_link(account, placed=place is Nearness.SAME)
            link = max(filter(None, (link, numbered)), default=None)
        link = link or self._link_from_archive(account, place)
        link = link or self._link_by_people(account, place)
        link = max(filter(None, (link, self._link_by_end(account))), default=None)
        link = link or self._link_by_leads(account)
        twin = self.seen.get(account.structure) if link is None else None
        if twin and are_copies(twin, account):
            return Link(COPY, "copies of one text")
        return link

    def _link_from_archive(self, account: Account, place: Nearness) -> Link | None:
        """Link an account to what was long before it was received, if its words are like those.

        Less so where it names the same place or day.
        """
        first = self.members[0]
        if first.published_day is None or not self.calendar.is_long_before(account):
            return None
        if self._was_held(account):
            return None
        least = THERE_OR_THEN if self._is_there_or_then(account, place) else MUCH_ALIKE
        least = self._least_alike(account, place, least)
        if _differ(self.levels, _level(account.said)) or not speak_alike(first, account, least):
            return None
        away = round(100 * (1 - likeness(first.source.terms, account.source.terms)))
        return Link(IN_WORDS, FROM_ARCHIVE, away)

    def _link_by_people(self, account: Account, place: Nearness) -> Link | None:
        """Link a lead that no day places to the encounter of the same two at one place, or day."""
        first = self.members[0]
        leads = _is_undated(account) and account.leads and first.leads
        # Rounds of one series are of the same people.
        numbered = max(account.said.round or FIRST, self.round or FIRST) > FIRST
        if not leads or numbered or not self._agrees_on_day(account):
            return None
        if not (self._is_there_or_then(account, place) or self._is_of_one_sort(account)):
            return None
        if account.reality not in self.calendar.realities:
            return None
        alike = likeness(first.source.terms, account.source.terms)
        if alike < RETOLD or self.pairs.isdisjoint(pairs(account.said.people)):
            return None
        return Link(IN_WORDS, SAME_PEOPLE, round(100 * (1 - alike)))

    def _link_by_end(self, account: Account) -> Link | None:
        """Link what is put off to what others put off in these days."""
        told = put_off(account)
        if told is None or _differ(self.levels, _level(account.said)):
            return None
        if not any(told.is_once_with(other) for other in self.put_off):
            return None
        away = min(abs(told.published - other.published) for other in self.put_off)
        return Link(IN_PERIOD, PUT_OFF_ONCE, away)

    def _link_by_leads(self, account: Account) -> Link | None:
        """Link a lead to an encounter with which others open on the same day in like words.

        What came of it each outlet tells otherwise; its days they may not.
        """
        first = self.members[0]
        leads = account.leads and first.leads
        if not leads or abs(account.day - first.day) > BORDER or not speak_alike(first, account):
            return None
        if not (self.calendar.allows(account) and self._agrees_on_day(account)):
            return None
        return Link(IN_WORDS, LEADS_ALIKE, UNLIKE)

    def _is_of_one_sort(self, account: Account) -> bool:
        """Say whether all is called off, or on video: the same two seldom do either again."""
        video = account.said.format == "video" and "video" in self.formats
        return video or (self.called_off and _is_called_off(account))

    def _was_held(self, account: Account) -> bool:
        """Say whether an account calls off what all others say was held."""
        held = self.calendar.realities == {Reality.REALISED}
        return _is_called_off(account) and held

    def _may_be_meant(self, account: Account, place: Nearness) -> bool:
        if self._was_held(account):
            return False
        levels_differ = _differ(self.levels, _level(account.said))
        if levels_differ or not self._agrees_on_day(account):
            return False
        least = FROM_AFAR if self._opens_alike(account) else ALIKE
        return self.wordings.bear_out(account, self._least_alike(account, place, least))

    def _least_alike(self, account: Account, place: Nearness, least: float) -> float:
        """Return how alike the text of an account has to be that no day places, `least` at most.

        Less so where articles open with what came to the same: there, then, or to nothing.
        """
        of_no_day = account.said.status in BROKEN_OFF and _named(account) is None
        same = self._opens_alike(account)
        placed = same and (of_no_day or self._is_there_or_then(account, place))
        return min(least, SAME_SCENE) if placed else least

    def _opens_alike(self, account: Account) -> bool:
        """Say whether articles open with what came to the same."""
        first = self.members[0]
        return account.leads and first.leads and account.said.status == first.said.status

    def _is_there_or_then(self, account: Account, place: Nearness) -> bool:
        """Say whether an account names a place or a day that is known of the encounter."""
        told = _named(account)
        named = any(told.agrees_with(day) for day in self.named) if told else False
        if place >= Nearness.COUNTRY or named or self.calendar.is_named(account):
            return True
        # Where no report gives its day, that on which it was told is all there is.
        first = self.members[0].published_day
        if told is None or first is None or self.calendar.is_dated:
            return False
        return names_day_of(account, (first - 1, first))

    def _agrees_on_day(self, account: Account) -> bool:
        """Say whether an account names a day that may be one of the encounter, or none."""
        told = _named(account)
        if told is not None and self.named:
            return any(told.agrees_with(day) for day in self.named)
        return self.calendar.may_be_on(account)


def _rank(account: Account) -> tuple[int, bool, bool, bool, bool]:
    """Place numbered rounds first, then days, periods, and last what gives no day at all.

    Of these, what was held comes before what is planned. Without any date what is called off comes
    before that too: it is the news, and the plan was. There a number comes last: to a round that
    gives no day no other would be joined that gives none and no number.

    A report of a delay comes before the others of its kind, since it alone links the days before
    and after: once both stand in groups of their own, nothing brings these together.
    """
    dated = (account.exact and account.span is not None) or account.previous is not None
    numbered = bool(account.said.round)
    if numbered and not _is_undated(account):
        tier = 0 if dated else 1
    elif account.span or dated:
        tier = 2 if dated else 3
    else:
        tier = UNDATED - 1 if account.published_day is not None else UNDATED
    bridges = account.previous is not None and account.exact
    realised = account.reality is Reality.REALISED
    undone = tier == UNDATED and _is_called_off(account)
    return (tier, not bridges, not realised, not undone, numbered and tier == UNDATED)


def _days(account: Account) -> Iterator[int]:
    """Yield the days under which an account is filed; a year and the like under none."""
    span = account.span or reach(account)
    if span[1] - span[0] <= NEXT_ROUND:
        yield from range(span[0] - BORDER, span[1] + BORDER + 1)
    if account.previous is not None:
        yield from range(account.previous - BORDER, account.previous + BORDER + 1)


def _signs(account: Account) -> Iterator[Hashable]:
    """Yield the structure of an account, its round, and the days that it may speak of."""
    yield account.structure
    if account.said.round:
        yield ("round", account.said.round)
    if (told := put_off(account)) is not None:
        yield from (("put off", told.published + off) for off in range(NEWS + 1))
    yield from _days(account)


def _is_remote(said: Happening) -> bool | None:
    """Say whether they were on the phone; a round or a place speaks for a meeting in person."""
    if said.format in REMOTE:
        return True
    return False if said.format in PRESENT or said.round or said.place else None


def _level(said: Happening) -> str | None:
    """Return who met, leaders or delegations; None where the report does not tell.

    A head of a delegation tells, and no envoy: leaders bring theirs.
    """
    roles = {person.role for person in said.people}
    if said.format == "summit" or "leader" in roles:
        return "leaders"
    return "delegations" if "head" in roles or said.round else None


def _differ(known: set[bool | None] | set[str | None], value: bool | str | None) -> bool:
    return value is not None and bool(known - {None}) and value not in known


def _is_called_off(account: Account) -> bool:
    return account.said.status == "cancelled"


def _is_undated(account: Account) -> bool:
    return account.published_day is None and account.span is None


def _named(account: Account) -> Named | None:
    """Return what an account without any date names of its day."""
    return named_day(account) if _is_undated(account) else None


def _marks(account: Account) -> Marks:
    """Return the weightiest words of a text, and who met: only what gives no day looks for them."""
    met = tuple("+".join(pair).encode() for pair in sorted(pairs(account.said.people)))
    words = (*marks(account.source.terms), *met)
    return Marks(words, words if _is_undated(account) else ())


FAMILY = Family(
    rank=_rank,
    group=Encounter,
    signs=_signs,
    marks=_marks,
)
