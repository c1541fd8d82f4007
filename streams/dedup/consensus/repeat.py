"""Add a voice that tells nothing new without polling all others again.

Most reports of an event that many outlets carry repeat what was told: each value they give is the
elected one, and another report tells just the same. More support for what is elected changes no
election, so that such a report costs the same whether it is the third or the three hundredth.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

from schemas.mention import Happening, Party
from streams.dedup.account import Account, Reality
from streams.dedup.consensus import Agreed, disputed
from streams.dedup.consensus.ballot import Voice
from streams.dedup.consensus.dates import key_of_date
from streams.dedup.identity.places import key_of_place

_SAME = ("status", "holder", "target", "issue", "round", "format", "counts", "condition", "speaker")
"""Fields whose values are compared as they are."""
_KEYS: dict[str, Callable[[Any], Hashable]] = {"place": key_of_place, "when": key_of_date}


@dataclass(slots=True)
class _Wording:
    """Who gives one wording of the content."""

    place: int
    roots: set[str] = field(default_factory=set)
    own: bool = False
    mention_ids: list[str] = field(default_factory=list)

    def add(self, voice: Voice) -> None:
        """Count a voice."""
        self.roots.add(voice.origin.root)
        self.own = self.own or voice.origin.own
        self.mention_ids.append(voice.account.mention_id)


@dataclass(slots=True)
class Wordings:
    """The election of the content, held open: outlets word what they tell in hundreds of ways.

    A voice more speaks for one wording alone, so that no other has to be weighed again.
    """

    elected: str | None = None
    _given: dict[str, _Wording] = field(default_factory=dict)
    _counted: int = 0

    def count(self, voices: Sequence[Voice]) -> None:
        """Count the voices that have not been counted."""
        for number in range(self._counted, len(voices)):
            self._add(voices[number])
        self._counted = len(voices)

    def support(self) -> tuple[str, ...]:
        """Return the mentions that give the elected wording."""
        return tuple(self._given[self.elected].mention_ids) if self.elected is not None else ()

    def _add(self, voice: Voice) -> None:
        content = voice.account.said.content
        if content is None:
            return
        given = self._given.setdefault(content, _Wording(len(self._given)))
        given.add(voice)
        if self.elected is None or self._weight(content) > self._weight(self.elected):
            self.elected = content

    def _weight(self, content: str) -> tuple[int, bool, int, int]:
        given = self._given[content]
        return (len(given.roots), given.own, len(content), -given.place)


@dataclass(slots=True)
class Repeats:
    """What was found out of repetitions since all voices were polled, which they do not change."""

    wordings: Wordings = field(default_factory=Wordings)
    _votes: dict[Hashable, tuple[str, ...] | None] = field(default_factory=dict)

    def votes(self, agreed: Agreed, account: Account) -> tuple[str, ...] | None:
        """Return the fields whose elected value an account gives; None where others are given."""
        if account.telling not in self._votes:
            same = _changes_nothing(agreed, account)
            self._votes[account.telling] = _given(agreed, account.said) if same else None
        return self._votes[account.telling]


def repeated(agreed: Agreed, voices: Sequence[Voice], repeats: Repeats) -> Agreed | None:
    """Return what voices say, of whom the last tells what another has told.

    None where it may change more than its own support: then all have to be polled.
    """
    account = voices[-1].account
    votes = repeats.votes(agreed, account)
    if votes is None:
        return None
    fields, support, content = agreed.fields, dict(agreed.support), account.said.content
    for name in votes:
        support[name] = (*support.get(name, ()), account.mention_id)
    if content is not None and content == fields.get("content"):
        support["content"] = (*support.get("content", ()), account.mention_id)
    elif content is not None:
        # Wordings differ from outlet to outlet: this one election goes on.
        repeats.wordings.count(voices)
        fields = {**fields, "content": repeats.wordings.elected}
        support["content"] = repeats.wordings.support()
    return Agreed(fields, support, disputed(voices, fields) if agreed.disputed else {})


def _changes_nothing(agreed: Agreed, account: Account) -> bool:
    said, fields = account.said, agreed.fields
    plain = account.reality is Reality.REALISED and not (said.people or said.denied_by)
    settled = fields.get("schedule") is None and said.schedule is None
    if not plain or not settled or said.modality == "denied":
        return False
    if said.modality != fields.get("modality") or said.codes not in (None, fields.get("codes")):
        return False
    same = all(getattr(said, name) in (None, fields.get(name)) for name in _SAME)
    return same and _keyed_alike(said, fields) and _seated_alike(said.parties, fields["parties"])


def _keyed_alike(said: Happening, fields: dict[str, Any]) -> bool:
    for name, key in _KEYS.items():
        value, elected = getattr(said, name), fields.get(name)
        if value is not None and (elected is None or key(value) != key(elected)):
            return False
    return True


def _seated_alike(parties: Sequence[Party], elected: Sequence[Party]) -> bool:
    seats = {party.actor: party for party in elected}
    return all(
        (seat := seats.get(party.actor)) is not None
        and seat.role == party.role
        and party.name in {None, seat.name}
        for party in parties
    )


def _given(agreed: Agreed, said: Happening) -> tuple[str, ...]:
    """Return the fields whose elected value a happening gives, in so far as it has a vote.

    Content is left out, which is worded otherwise each time.
    """
    names = [name for name in (*_SAME, *_KEYS) if getattr(said, name) is not None]
    if said.parties:
        names.append("parties")
    # Those who do not give the status have no vote on modality and codes.
    if said.status == agreed.fields.get("status"):
        names.append("modality")
        names += ["codes"] if said.codes is not None else []
    return tuple(names)
