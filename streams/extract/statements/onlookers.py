"""Who only looks on, so that what he says of others is no position: analysts, residents."""

from streams.extract.document import Passage
from streams.extract.statements.deeds import deeds
from streams.extract.syntax import behind, children
from streams.extract.tree import Token


def looks_on(passage: Passage, who: Token) -> bool:
    """Say whether somebody takes no part: "ANALYSTS", "N.N., a FARMER", "N.N. of an INSTITUTE"."""
    tree = passage.tree
    known = passage.at.get(who.i)
    if known is not None and known.name.actor:
        return False
    if who.lemma in deeds().onlookers:
        return True
    described = (who, *children(tree, who.i, "appos", "compound")) if who.tag == "NNP" else ()
    schools = (t for word in described for t in behind(tree, word.i, "of", "at", "from"))
    return any(t.lemma in deeds().onlookers for t in described) or any(
        t.text.lower() in deeds().schools for t in schools
    )
