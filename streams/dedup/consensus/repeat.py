"""Add a voice that tells nothing new without polling all others again.

Most reports of an event that many outlets carry repeat what was told: each value they give is the
elected one, and another report tells just the same. More support for what is elected changes no
election, so that such a report costs the same whether it is the third or the three hundredth.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from schemas.mention import Happening, Party
from streams.dedup.account import Account, Reality
from streams.dedup.consensus import Agreed, elect_content
from streams.dedup.consensus.ballot import Voice
from streams.dedup.consensus.dates import key_of_date
from streams.dedup.identity.places import key_of_place

_SAME = ("status", "holder", "target", "issue", "round", "format", "counts", "condition", "speaker")
"""Fields whose values are compared as they are."""
_KEYS: dict[str, Callable[[Any], Hashable]] = {"place": key_of_place, "when": key_of_date}
_TOLD = tuple(name for name in Happening.__struct_fields__ if name != "content")


def telling(account: Account) -> Hashable:
    """Return what an account tells, but for the wording of its content."""
    said = account.said
    return (account.reality, *(getattr(said, name) for name in _TOLD))


def repeated(agreed: Agreed, voices: Sequence[Voice], voice: Voice) -> Agreed | None:
    """Return what voices say with one more, the last, that tells what another has told.

    None where it may change more than its own support: then all have to be polled.
    """
    if not _changes_nothing(agreed, voice.account):
        return None
    id_ = voice.account.mention_id
    support = dict(agreed.support)
    for name in _given(agreed, voice.account.said):
        support[name] = (*support.get(name, ()), id_)
    fields = agreed.fields
    said = voice.account.said
    if said.content is not None and said.content != fields.get("content"):
        # Wordings differ from outlet to outlet: this one election is held again.
        elected = elect_content([*voices, voice])
        if elected is not None:
            fields = {**fields, "content": elected.value}
            support["content"] = elected.mention_ids
    return Agreed(fields, support, {})


def _changes_nothing(agreed: Agreed, account: Account) -> bool:
    said, fields = account.said, agreed.fields
    plain = account.reality is Reality.REALISED and not (said.people or said.denied_by)
    settled = not agreed.disputed and fields.get("schedule") is None and said.schedule is None
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


def _given(agreed: Agreed, said: Happening) -> list[str]:
    """Return the fields whose elected value a happening gives, in so far as it has a vote."""
    names = [name for name in (*_SAME, *_KEYS) if getattr(said, name) is not None]
    if said.parties:
        names.append("parties")
    if said.content is not None and said.content == agreed.fields.get("content"):
        names.append("content")
    # Those who do not give the status have no vote on modality and codes.
    if said.status == agreed.fields.get("status"):
        names.append("modality")
        names += ["codes"] if said.codes is not None else []
    return names
