"""Which reports are of one agreement, ceasefire, exchange or offer to mediate."""

from collections.abc import Hashable, Iterable
from functools import cache

import msgspec

from schemas import Place
from schemas.mention import Happening
from schemas.vocabulary import Issue, Kind, Status
from streams.days import Named, Span, apart
from streams.dedup.account import Account, Reality, Structure
from streams.dedup.identity.groups import Family, Fit
from streams.dedup.identity.parties import same_pair, same_parties
from streams.dedup.identity.places import Nearness, nearest
from streams.dedup.identity.reach import (
    FROM_AFAR,
    FROM_ARCHIVE,
    LEFT_ONCE,
    NEWS,
    ON_RECEIPT,
    PLAN,
    SAME_SCENE,
    are_copies,
    is_from_archive,
    named_day,
    names_day_of,
)
from streams.dedup.identity.wordings import Wordings
from streams.dedup.lifecycle import lifecycle
from streams.sketches.terms import ALIKE, MUCH_ALIKE, ONE_MATTER, ONE_STORY

SAME_DATE = 2
"""Days within which outlets date one outcome (contract, section 4)."""
LASTS = {"mediation": 30, "agreement": 365, "ceasefire": 60, "exchange": 30}
"""Days from one stage to a later one. Ours: a truce breaks or is renewed within weeks, treaties
wait for ratification for up to a year, an exchange agreed is carried out within the month."""
GENERIC: dict[str, frozenset[Issue]] = {
    "ceasefire": frozenset({"ceasefire", "process", "other"}),
    "exchange": frozenset({"prisoners", "humanitarian", "process", "other"}),
    "agreement": frozenset({"process", "other"}),
    "mediation": frozenset({"process", "other"}),
}
"""Issues that say no more than the kind does."""
OVER: frozenset[Status] = frozenset({"ended", "done"})
"""Statuses of which a last day is the day."""
PARTIAL: frozenset[Issue] = frozenset({"energy", "humanitarian"})
"""Issues to which a truce can be limited: such a one is another than the next."""
BORNE_OUT = {
    "mediation": ALIKE,
    "agreement": ONE_STORY,
    "ceasefire": ONE_MATTER,
    "exchange": ONE_MATTER,
}
"""Likeness from which a text without a date is of an outcome that was received beside it. A
negotiation has agreements by the dozen: of 20 pairs of them in 66 leads without a date 16 are of
two. A truce or an exchange it has one at a time: of 3 pairs all are of one."""
ONE_DEAL = 0.16
"""Likeness of leads on the leaving of a deal on arms: those on two of them between the same states
have .15 at most, those on one .16 at least to the lead that they are most like."""
IN_TWO_PLACES: frozenset[Kind] = frozenset({"exchange", "ceasefire"})
"""Kinds that have two: captives leave one for the other, a truce is agreed on here and holds there.
Each outlet names the one that it saw."""
RECURRENT: frozenset[Status] = frozenset({"violated", "extended", "in_force"})
"""Statuses that one outcome has on many days."""


class Outcome(msgspec.Struct, gc=False):
    """Accounts of one outcome, and what they say together."""

    members: list[Account] = msgspec.field(default_factory=list)
    dates: dict[int, list[Span]] = msgspec.field(default_factory=dict)
    """By stage: the spans, and where a report gives none the days around its publication, or
    where it was not published on a day that is known, its receipt."""
    issues: set[Issue] = msgspec.field(default_factory=set)
    parties: dict[tuple[frozenset[str], ...], Account] = msgspec.field(default_factory=dict)
    places: dict[tuple[str, str | None], Place] = msgspec.field(default_factory=dict)
    articles: dict[tuple[str, int], Structure] = msgspec.field(default_factory=dict)
    seen: dict[Structure, Account] = msgspec.field(default_factory=dict)
    wordings: Wordings = msgspec.field(default_factory=Wordings)
    left: set[Issue] = msgspec.field(default_factory=set)
    """On what matters the deals are that articles open with the leaving of."""
    named: set[tuple[int, Named]] = msgspec.field(default_factory=set)
    """Stages, and what accounts that no date places name of their days."""

    def fit(self, account: Account) -> Fit | None:
        """Return how well an account fits; None where it contradicts or nothing speaks for it."""
        issue = _issue(account.said)
        if not self._admits(account) or self._is_limited_otherwise(account):
            return None
        place = nearest(account.said.place, self.places.values())
        if place is Nearness.APART and not self._may_be_told_elsewhere(account):
            return None
        found = self._by_date(account) or self._by_copy(account)
        if found is None:
            return None
        reason, away = found
        # Over weeks, others beside the two are another outcome.
        if away > SAME_DATE and not self._is_between_the_same(account):
            return None
        same_issue = issue in self.issues
        # Outlets name one thing by many issues; over weeks, another issue is another outcome.
        differs = bool(issue and self.issues) and not same_issue and away > SAME_DATE
        if differs and not self._is_retold(account, reason):
            return None
        why = ("same parties", "same issue" if same_issue else "", reason, place.reason)
        same_stage = _stage(account.said) in self.dates
        same_date = away <= SAME_DATE
        words = 0 if account.published_day is not None else self.wordings.likeness(account)
        # Where the day is only guessed, words that are alike say more than it does.
        alike, words = int(words >= ONE_STORY) + int(reason == LEFT_ONCE), round(100 * words)
        # What an archive has without a date was received on one day, whenever it was.
        guessed = reason in {FROM_ARCHIVE, ON_RECEIPT, LEFT_ONCE}
        same_date, away = same_date and not guessed, 0 if guessed else away
        score = (alike, int(same_date), int(same_issue), -away, int(same_stage), int(place), words)
        return Fit(score, tuple(filter(None, why)))

    def add(self, account: Account) -> None:
        """Take an account in."""
        said = account.said
        self.members.append(account)
        self.wordings.add(account)
        dates = _dates(account)
        from_archive = self._is_from_archive(account)
        spans = self.dates.setdefault(_stage(said), [])
        if dates and dates not in spans and not from_archive:
            spans.append(dates)
        if (issue := _issue(said)) is not None:
            self.issues.add(issue)
            self.left |= {issue} if _opens_with_leaving(account) else set()
        self.parties.setdefault((account.principals, account.participants), account)
        if said.place:
            self.places.setdefault((said.place.name, said.place.country), said.place)
        self.articles.setdefault((account.source.key, _stage(said)), account.structure)
        if (named := _named(account)) is not None:
            self.named.add(named)
        self.seen.setdefault(account.structure, account)

    def knows(self, account: Account) -> bool:
        """Say whether taking an account in would change no fit."""
        said = account.said
        dates, spans, issue = _dates(account), self.dates.get(_stage(said)), _issue(said)
        if spans is None:
            return False
        if dates and dates not in spans and not self._is_from_archive(account):
            return False
        if not self.wordings.knows(account):
            return False
        if issue and _opens_with_leaving(account) and issue not in self.left:
            return False
        if _named(account) not in {None, *self.named}:
            return False
        if (account.principals, account.participants) not in self.parties:
            return False
        if said.place and (said.place.name, said.place.country) not in self.places:
            return False
        # One of a structure that is new here lets its copies in, dated or not.
        return account.structure in self.seen and (issue is None or issue in self.issues)

    def _admits(self, account: Account) -> bool:
        stage = (account.source.key, _stage(account.said))
        if self.articles.get(stage, account.structure) != account.structure:
            return False
        known = self.parties.values()
        return all(same_parties(other, account) or same_pair(other, account) for other in known)

    def _may_be_told_elsewhere(self, account: Account) -> bool:
        """Say whether an account may be of the outcome though it names another place.

        A deal is signed in one capital and told of in the next, in much the same words.
        """
        if account.said.kind in IN_TWO_PLACES:
            return True
        leads = account.leads and self.members[0].leads
        return leads and self.wordings.likeness(account) >= MUCH_ALIKE

    def _is_between_the_same(self, account: Account) -> bool:
        return all(same_parties(other, account) for other in self.parties.values())

    def _is_limited_otherwise(self, account: Account) -> bool:
        """Say whether one truce is limited to one matter and the other to another."""
        limits = self.issues & PARTIAL
        issue = account.said.issue
        limited = account.said.kind == "ceasefire" and issue in PARTIAL
        return limited and bool(limits) and issue not in limits

    def _by_date(self, account: Account) -> tuple[str, int] | None:
        dates, stage = _dates(account), _stage(account.said)
        if dates is None:
            return None
        guessed = _span(account) is None and account.published_day is None
        if guessed and self._is_left_too(account):
            return (LEFT_ONCE, LASTS[account.said.kind])
        if guessed and self._is_from_archive(account):
            least = SAME_SCENE if self._is_there_or_then(account) else FROM_AFAR
            alike = self.wordings.bear_out(account, least) and self._names_day(account)
            # As far off as they go: what has a date of its own nearby is nearer.
            return (FROM_ARCHIVE, LASTS[account.said.kind]) if alike else None
        if guessed and not (
            self.wordings.bear_out(account, self._least_alike(account))
            and self._agrees_on_day(account)
        ):
            return None
        same_dates = ON_RECEIPT if guessed else "same dates"
        same, other = self.dates.get(stage, []), self._other_stages(stage, dates)
        if same and (account.said.status not in RECURRENT or not other):
            away = max(apart(dates, span) for span in same)
            return (same_dates, away) if away <= _limit(account.said) else None
        away = min((apart(dates, span) for span in other), default=LASTS[account.said.kind] + 1)
        if away > LASTS[account.said.kind]:
            return None
        return (same_dates if away <= SAME_DATE else "same lifecycle", away)

    def _least_alike(self, account: Account) -> float:
        """Return how alike the text of an account has to be that was received beside the event."""
        least = BORNE_OUT[account.said.kind]
        return min(least, SAME_SCENE) if self._is_there_or_then(account) else least

    def _is_there_or_then(self, account: Account) -> bool:
        """Say whether an account names the same place, or a day that is known of the event."""
        told, first = named_day(account), self.members[0]
        if told is not None and first.exact and first.span is not None:
            return names_day_of(account, first.span)
        stage = _stage(account.said)
        if told and any(n == stage and told.agrees_with(day) for n, day in self.named):
            return True
        return nearest(account.said.place, self.places.values()) is Nearness.SAME

    def _is_left_too(self, account: Account) -> bool:
        """Say whether an account is of leaving the same deal, which is done once.

        By the matter, or else by the words: on each but arms two sides have one deal.
        """
        if not _opens_with_leaving(account) or not self.left:
            return False
        issue = _issue(account.said)
        if issue not in self.left:
            return self.wordings.bear_out(account, ONE_STORY)
        return issue != "arms" or self.wordings.bear_out(account, ONE_DEAL)

    def _is_retold(self, account: Account, reason: str) -> bool:
        """Say whether an account tells of the outcome, though on another issue.

        Words around it tell the issue, and each outlet chooses others. Of the pairs on one stage
        and two issues that are alike by .16 in 940 articles all are of one outcome.
        """
        if reason == LEFT_ONCE:
            return True
        same_stage = _stage(account.said) in self.dates
        retold = self.wordings.bear_out(account, FROM_AFAR)
        return reason == FROM_ARCHIVE and same_stage and retold

    def _agrees_on_day(self, account: Account) -> bool:
        """Say whether an account names a day that may be one that others name, or none."""
        told = _named(account)
        known = [day for stage, day in self.named if told and stage == told[0]]
        return told is None or not known or any(told[1].agrees_with(day) for day in known)

    def _names_day(self, account: Account) -> bool:
        """Say whether an account names no other weekday or month than those of the event."""
        first = self.members[0]
        return first.span is None or not first.exact or names_day_of(account, first.span)

    def _is_from_archive(self, account: Account) -> bool:
        opened = self.members[0] if self.members else None
        if _span(account) is not None or opened is None or opened.published_day is None:
            return False
        days = [span[1] for spans in self.dates.values() for span in spans]
        return bool(days) and is_from_archive(account, max(days))

    def _other_stages(self, stage: int, dates: Span) -> list[Span]:
        """Return the dates of other stages, as far as they lie on the right side of these."""
        earlier = [s for n, spans in self.dates.items() if n < stage for s in spans]
        later = [s for n, spans in self.dates.items() if n > stage for s in spans]
        return [s for s in earlier if s[0] <= dates[1] + SAME_DATE] + [
            s for s in later if dates[0] <= s[1] + SAME_DATE
        ]

    def _by_copy(self, account: Account) -> tuple[str, int] | None:
        twin = self.seen.get(account.structure)
        if twin and are_copies(twin, account):
            return ("copies of one text", 0)
        return None


def _opens_with_leaving(account: Account) -> bool:
    return account.leads and account.said.status == "withdrawn"


def _named(account: Account) -> tuple[int, Named] | None:
    """Return the stage that an account without any date tells, and what it names of its day."""
    if account.published_day is not None or _span(account) is not None:
        return None
    named = named_day(account)
    return (_stage(account.said), named) if named else None


def _limit(said: Happening) -> int:
    """Return the days within which reports of one stage are of one outcome."""
    return LASTS[said.kind] if said.status in RECURRENT else SAME_DATE


def _rank(account: Account) -> tuple[int, bool, int, bool, int, bool]:
    """Place dated accounts first, and the first stages before those that follow from them.

    What is denied others have told of. Where a deal is left since it was broken, its end is the
    news, and the breach is why.
    """
    if account.span:
        tier = 0 if account.exact else 1
    else:
        tier = 2 if account.published_day is not None else 3
    denied = account.said.modality == "denied"
    day = account.span[0] if account.span and account.exact else 0
    broken = account.said.status == "breached"
    return (tier, denied, day, _issue(account.said) is None, _stage(account.said), broken)


def _stage(said: Happening) -> int:
    return _stage_of(said.kind, said.status)


@cache
def _stage_of(kind: Kind, status: Status | None) -> int:
    return lifecycle(kind).stage(status)


def _issue(said: Happening) -> Issue | None:
    return None if said.issue in GENERIC[said.kind] else said.issue


def _dates(account: Account) -> Span | None:
    """Return the days given, else those around publication; history without a date has none.

    What is agreed to begin later one outlet dates by its beginning, the next by the agreement: a
    day ahead of publication stands for all from there on.
    """
    span, published = _span(account), account.published_day
    if span and published is not None and published < span[0] <= published + _announced(account):
        return (published, span[1])
    if span or account.reality is Reality.BACKGROUND:
        return span
    ahead = PLAN if account.reality is not Reality.REALISED else 0
    return (account.day - NEWS, account.day + ahead)


def _announced(account: Account) -> int:
    """Return for how many days ahead something is agreed: a truce is for weeks."""
    said = account.said
    return LASTS[said.kind] if (said.kind, said.status) == ("ceasefire", "declared") else PLAN


def _span(account: Account) -> Span | None:
    """Return the days given.

    The day until which a truce is to last is not the day on which it came about.
    """
    when = account.said.when
    return account.span if when is None or when.start or account.said.status in OVER else None


def _signs(_: Account) -> Iterable[Hashable]:
    """Return one sign for all: a negotiation has few outcomes of one kind."""
    return ("any",)


FAMILY = Family(rank=_rank, group=Outcome, signs=_signs, by_first=True)
