"""Tell a change of place from a change of date: "moved to Geneva", "moved to Wednesday"."""

from streams.extract.document import Passage
from streams.extract.syntax import children, subtree

PLACES = frozenset({"city", "capital", "venue", "state", "government"})


def relocates(passage: Passage, verb: int) -> bool:
    """Say whether a verb such as "move" has a place behind "to" or "from"."""
    return any(
        m.name.type in PLACES
        for prep in children(passage.tree, verb, "prep")
        if prep.lemma in {"to", "from"}
        for i in subtree(passage.tree, prep.i)
        if (m := passage.at.get(i)) is not None
    )
