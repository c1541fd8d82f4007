"""The voices of one event, by what they tell and by how they word it.

Outlets copy each other, so that hundreds of reports tell but a few things. Those that tell the same
are polled as one chorus, and an election costs as much as there are choruses.
"""

from collections.abc import Hashable, Iterable, Sequence
from itertools import chain

import msgspec

from streams.dedup.account import Account
from streams.dedup.origins import Origin


class Voice(msgspec.Struct, frozen=True, gc=False):
    """One account, and the origin it speaks for."""

    account: Account
    origin: Origin


class Chorus(msgspec.Struct, eq=False, gc=False):
    """Voices that count as one: they tell the same, or word it the same."""

    account: Account
    """The first of them, which speaks for all."""
    numbers: list[int] = msgspec.field(default_factory=list)
    """Their places among all voices, which are in order of publication."""
    mention_ids: list[str] = msgspec.field(default_factory=list)
    roots: set[str] = msgspec.field(default_factory=set)
    """The independent origins behind them."""
    own: bool = False
    """One of them is first-hand."""
    last: str = ""
    """When the last of them was published."""

    def add(self, number: int, voice: Voice) -> None:
        """Let a voice join."""
        self.numbers.append(number)
        self.mention_ids.append(voice.account.mention_id)
        self.roots.add(voice.origin.root)
        self.own = self.own or voice.origin.own
        self.last = voice.account.published


class Wordings(msgspec.Struct, gc=False):
    """The election of the content, held open: outlets word what they tell in hundreds of ways.

    A voice more speaks for one wording alone, so that no other has to be weighed again. The one
    that most origins give is elected; ties go to first-hand reports, then to the longest wording,
    then to the earliest.
    """

    elected: str | None = None
    _given: dict[str, Chorus] = msgspec.field(default_factory=dict)

    def add(self, number: int, voice: Voice) -> None:
        """Count a voice."""
        content = voice.account.said.content
        if content is None:
            return
        if content not in self._given:
            self._given[content] = Chorus(voice.account)
        self._given[content].add(number, voice)
        if self.elected is None or self._weight(content) > self._weight(self.elected):
            self.elected = content

    def support(self) -> tuple[str, ...]:
        """Return the mentions that give the elected wording."""
        return tuple(self._given[self.elected].mention_ids) if self.elected is not None else ()

    def _weight(self, content: str) -> tuple[int, bool, int, int]:
        given = self._given[content]
        return (len(given.roots), given.own, len(content), -given.numbers[0])


class Voices(msgspec.Struct, gc=False):
    """Voices in order of publication."""

    all: list[Voice]
    _told: dict[Hashable, Chorus] = msgspec.field(default_factory=dict)
    _worded: Wordings = msgspec.field(default_factory=Wordings)
    _counted: int = 0
    """Of how many it is known what they tell: of one that stays alone nobody needs it."""

    def add(self, voice: Voice) -> bool:
        """Add the next voice, and say whether another has told the same."""
        self._count()
        self.all.append(voice)
        return voice.account.telling in self._told

    def choruses(self) -> tuple[Chorus, ...]:
        """Return the choruses, in the order in which they were first heard."""
        self._count()
        return tuple(self._told.values())

    def wordings(self) -> Wordings:
        """Return how the content is worded."""
        self._count()
        return self._worded

    def _count(self) -> None:
        for number in range(self._counted, len(self.all)):
            voice = self.all[number]
            if voice.account.telling not in self._told:
                self._told[voice.account.telling] = Chorus(voice.account)
            self._told[voice.account.telling].add(number, voice)
            self._worded.add(number, voice)
        self._counted = len(self.all)


def in_order(choruses: Sequence[Chorus]) -> tuple[str, ...]:
    """Return the mentions of all in some choruses, in order of publication."""
    if len(choruses) == 1:
        return tuple(choruses[0].mention_ids)
    numbered: Iterable[tuple[int, str]] = chain.from_iterable(
        zip(chorus.numbers, chorus.mention_ids, strict=True) for chorus in choruses
    )
    return tuple(mention_id for _, mention_id in sorted(numbered))
