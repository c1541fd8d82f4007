"""Add a voice that tells nothing new without polling all others again.

Most reports of an event that many outlets carry repeat what was told: each value they give is the
elected one, and another report tells just the same. More support for what is elected changes no
election, so that such a report costs the same whether it is the third or the three hundredth.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from schemas.mention import Happening, Party
from streams.dedup.account import Account, Reality
from streams.dedup.consensus import Agreed, disputed
from streams.dedup.consensus.dates import key_of_date
from streams.dedup.consensus.voices import Voices
from streams.dedup.identity.places import key_of_place

_SAME = ("status", "holder", "target", "issue", "round", "format", "counts", "condition", "speaker")
"""Fields whose values are compared as they are."""
_KEYS: dict[str, Callable[[Any], Hashable]] = {"place": key_of_place, "when": key_of_date}


Votes = dict[Hashable, tuple[str, ...] | None]
"""The fields whose elected value a telling gives; None where it gives others."""


def repeated(agreed: Agreed, voices: Voices, votes: Votes) -> Agreed | None:
    """Return what voices say, of whom the last tells what another has told.

    None where it may change more than its own support: then all have to be polled. What is found
    out of its telling is put into `votes`, and holds until then.
    """
    account = voices.all[-1].account
    if account.telling not in votes:
        same = _changes_nothing(agreed, account)
        votes[account.telling] = _given(agreed, account.said) if same else None
    given = votes[account.telling]
    if given is None:
        return None
    fields, support = agreed.fields, _with(agreed.support, given, account.mention_id)
    if account.said.content is not None:
        wordings = voices.wordings()
        fields = {**fields, "content": wordings.elected}
        support["content"] = wordings.support()
    disputes = disputed(voices.choruses(), fields) if agreed.disputed else {}
    return Agreed(fields, support, disputes)


def _with(
    support: dict[str, tuple[str, ...]], names: Iterable[str], mention_id: str
) -> dict[str, tuple[str, ...]]:
    """Add a mention to those behind some fields; those who back several are copied once."""
    longer: dict[int, tuple[str, ...]] = {}
    found = dict(support)
    for name in names:
        before = support.get(name, ())
        if id(before) not in longer:
            longer[id(before)] = (*before, mention_id)
        found[name] = longer[id(before)]
    return found


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
