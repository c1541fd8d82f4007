"""Who takes part in a happening, and who in the leading roles."""

from schemas.mention import Happening


def as_actors(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the actors of a field that holds none, one or several."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def principals(said: Happening) -> frozenset[str]:
    """Return the parties; where none is called so, everybody who takes part."""
    parties = frozenset(p.actor for p in said.parties if p.role == "party")
    return parties or participants(said)


def participants(said: Happening) -> frozenset[str]:
    """Return everybody who takes part, in any role."""
    return frozenset(p.actor for p in said.parties)
