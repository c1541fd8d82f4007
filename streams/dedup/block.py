"""Route mentions: all reports of one happening share one key, whatever article they come from."""

from collections.abc import Iterable
from functools import lru_cache

from schemas import Mention, Party
from schemas.mention import Happening
from schemas.vocabulary import Actors, Kind
from streams.coalitions import united
from streams.dedup.actors import as_actors, sides
from streams.dedup.gazetteer import mediates

SEPARATOR = "+"
"""Stands in no actor's code or slug."""
_PRINCIPALS = 2
_CACHED = 16_384


def block_key(mention: Mention) -> str:
    """Return the key of the principal pair, such as `RUS+UKR`; for a position, of its holder.

    The principals are the two parties that mediate least, for who mediates is called a party by
    one outlet and a mediator by the next. Where fewer than two are parties, those in other roles
    follow. States that act as one count as one. Whom a position is addressed to one outlet says
    and the next leaves out, so only one without a holder goes by that. One actor alone is a key of
    its own; a mention without any can be joined with nothing and gets its own id as key.
    """
    return of_position(mention) or _of_parties(mention.parties, mention.kind) or mention.mention_id


def of_position(said: Happening) -> str:
    """Return the key of a position, of a mention or an event; empty for anything else."""
    return between(said.holder if said.holder is not None else said.target, None)


@lru_cache(maxsize=_CACHED)
def between(holder: Actors | None, target: Actors | None) -> str:
    """Return the id of the negotiation to which a position belongs; empty where nobody is named.

    Takes one holder and one target, and only then those who hold or face it jointly.
    """
    holders, targets = (_ranked(united(as_actors(side))) for side in (holder, target))
    return _key([*holders[:1], *targets[:1], *holders[1:], *targets[1:]])


@lru_cache(maxsize=_CACHED)
def _of_parties(parties: tuple[Party, ...], kind: Kind) -> str:
    ranked = _ranked(sides((p.actor for p in parties if p.role == "party"), kind))
    return _key([*ranked, *_ranked(p.actor for p in parties if p.role != "party")])


def _ranked(actors: Iterable[str]) -> list[str]:
    return sorted(set(actors), key=lambda actor: (mediates(actor), actor))


def _key(ranked: list[str]) -> str:
    principals = list(dict.fromkeys(ranked))[:_PRINCIPALS]
    return SEPARATOR.join(sorted(principals))
