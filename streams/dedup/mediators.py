"""How typically an actor mediates, from the gazetteer of the extract stage."""

from functools import cache


@cache
def mediates(actor: str) -> int:
    """Return 0 for an actor that never mediates, up to 9 for those that mostly do."""
    # The extract stage loads a parser; joining needs no more of it than this one column.
    from streams.extract.gazetteer import mediates as ranked

    return ranked(actor)
