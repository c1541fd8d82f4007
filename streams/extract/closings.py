"""Headlines that end in whose word they are: "Chad must open the border: Sudan".

To the parser that is a name that hangs on anything. It is given what stands before the colon, and
the colon is put back as the verb "say", as it is where a name opens a headline (`openings.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from streams.extract.openings import WORDS, with_post
from streams.extract.syntax import is_verb
from streams.extract.tree import Token, Tree, hung

_COLON = ": "


@dataclass(frozen=True, slots=True)
class Closing:
    """A headline and the colon behind which it is told whose word it is."""

    headline: str
    colon: int

    @property
    def text(self) -> str:
        """Return the headline as the parser is given it."""
        return self.headline[: self.colon]

    def restored(self, tree: Tree) -> Tree:
        """Return the tree of `text` as one of the headline."""
        root = next(t.i for t in tree if t.head == t.i)
        says = len(tree)
        told = "ccomp" if any(map(is_verb, tree)) else "dobj"
        before = [replace(t, head=says, dep=told) if t.i == root else t for t in tree]
        spans = [word.span() for word in WORDS.finditer(self.headline, self.colon + 1)]
        last = says + len(spans)
        verb = Token(
            says, self.colon, self.colon + 1, _COLON.strip(), "say", "VBZ", "ROOT", says, ()
        )
        return hung([*before, verb, *self._speaker(spans, says, last)])

    def _speaker(self, spans: list[tuple[int, int]], says: int, last: int) -> Iterator[Token]:
        """Yield the words of who says it; the last is their head."""
        for i, (start, end) in enumerate(spans, start=says + 1):
            text = self.headline[start:end]
            tag = "NNP" if text[0].isupper() else "NN"
            dep, head = ("nsubj", says) if i == last else ("compound", last)
            yield Token(i, start, end, text, text.lower(), tag, dep, head, ())


def find_closing(headline: str, names: Iterable[tuple[int, int]]) -> Closing | None:
    """Return how a headline closes, given where its names stand, if in a name or a post alone."""
    colon = headline.find(_COLON)
    if colon < 1:
        return None
    end = dict(names).get(colon + len(_COLON), colon + 1)
    ends = with_post(headline, end) == len(headline)
    return Closing(headline, colon) if ends else None
