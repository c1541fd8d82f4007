"""Who takes part in a happening, and who in the leading roles."""

from collections.abc import Iterable
from functools import lru_cache

from schemas.mention import Happening, Party
from schemas.vocabulary import ARMED, Kind
from streams.coalitions import spoken_for


def as_actors(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the actors of a field that holds none, one or several."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def principals(said: Happening) -> frozenset[str]:
    """Return the parties; where none is called so, everybody who takes part."""
    return _seats(said.parties, said.kind)[0]


def participants(said: Happening) -> frozenset[str]:
    """Return everybody who takes part, in any role."""
    return _seats(said.parties, said.kind)[1]


def sides(actors: Iterable[str], kind: Kind) -> frozenset[str]:
    """Return those who negotiate, the members of a coalition as one: Germany, France and Britain.

    Of a truce or an exchange these are those who fight. Members are by themselves where nobody else
    is there: then they negotiate with one another.
    """
    present = frozenset(actors)
    as_one = spoken_for(present, fighting=kind in ARMED)
    return as_one if len(as_one) > 1 else present


@lru_cache(maxsize=4_096)
def _seats(parties: tuple[Party, ...], kind: Kind) -> tuple[frozenset[str], frozenset[str]]:
    seated = sides((party.actor for party in parties), kind)
    leading = sides((party.actor for party in parties if party.role == "party"), kind)
    # Mostly they are the same, and reports of one negotiation share them.
    return (seated, seated) if leading in (seated, frozenset()) else (leading, seated)
