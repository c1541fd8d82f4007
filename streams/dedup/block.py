"""Route mentions: all reports of one negotiation share one key, whatever article they come from."""

from collections.abc import Iterable

from schemas import Mention
from streams.dedup.actors import as_actors
from streams.dedup.mediators import mediates

SEPARATOR = "+"
"""Stands in no actor's code or slug."""
_PRINCIPALS = 2


def block_key(mention: Mention) -> str:
    """Return the key of the principal pair, such as `RUS+UKR`; it is the process id, too.

    The principals are the two parties that mediate least, for who mediates is called a party by
    one outlet and a mediator by the next. Where fewer than two are parties, those in other roles
    follow. A position belongs to its holder and target. One actor alone is a key of its own; a
    mention without any can be joined with nothing and gets its own id as key.
    """
    if mention.holder is not None or mention.target is not None:
        ranked = [*_ranked(as_actors(mention.holder)), *_ranked(as_actors(mention.target))]
        return _key(_first_of_each(mention), mention) if len(ranked) > 1 else _key(ranked, mention)
    parties = [p.actor for p in mention.parties if p.role == "party"]
    others = [p.actor for p in mention.parties if p.role != "party"]
    return _key([*_ranked(parties), *_ranked(others)], mention)


def _first_of_each(mention: Mention) -> list[str]:
    """Return one holder and one target, and only then those who hold or face it jointly."""
    holders, targets = _ranked(as_actors(mention.holder)), _ranked(as_actors(mention.target))
    return [*holders[:1], *targets[:1], *holders[1:], *targets[1:]]


def _ranked(actors: Iterable[str]) -> list[str]:
    return sorted(set(actors), key=lambda actor: (mediates(actor), actor))


def _key(ranked: list[str], mention: Mention) -> str:
    principals = list(dict.fromkeys(ranked))[:_PRINCIPALS]
    return SEPARATOR.join(sorted(principals)) or mention.mention_id
