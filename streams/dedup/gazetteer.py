"""What joining needs to know of actors, from the gazetteer of the extract stage.

The extract stage loads a parser; joining needs no more of it than these columns.
"""

from functools import cache, lru_cache


@cache
def mediates(actor: str) -> int:
    """Return 0 for an actor that never mediates, up to 9 for those that mostly do."""
    from streams.extract.gazetteer import mediates as ranked

    return ranked(actor)


@lru_cache(maxsize=16_384)
def actor_named(word: str) -> str | None:
    """Return the actor that a word names by itself; None where it names none."""
    from streams.extract.gazetteer import actor_of

    return actor_of(word, None)
