"""Tolerant reading of an article's fields: what cannot be used is left out and named."""

from typing import Any, get_args

from schemas import Problem, RawArticle
from schemas.vocabulary import ArticleStatus
from streams.errors import Rejected
from streams.ingest.decode import json_type
from streams.ingest.moments import Unusable, read_moment
from streams.ingest.text import one_line

KNOWN = frozenset(RawArticle.__struct_fields__)
QUOTED = 200
"""How much of an unusable value a problem quotes, in characters."""
LONGEST = 8_192
"""Characters of a name or an address: it travels with all that is said of the article."""


class Fields:
    """The fields of one raw article, and the problems met while reading them."""

    def __init__(self, raw: dict[str, Any], received_at: str) -> None:
        self._raw = raw
        self._received_at = received_at
        self._problems: list[Problem] = []

    def required_text(self) -> str:
        """Return the article's text as sent; raises `Rejected`."""
        if "text" not in self._raw:
            raise Rejected("no-text", "the field `text` is missing")
        text = self._raw["text"]
        if not isinstance(text, str):
            raise Rejected("wrong-type", f"`text` must be a string, got {json_type(text)}")
        if not text.strip():
            raise Rejected("empty", "`text` is empty")
        return text

    def text(self, name: str) -> str | None:
        """Return an optional string as one line without invisible characters.

        None where it is absent, blank or no string.
        """
        value = self._raw.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            self._leave_out(name, "wrong-type", value)
            return None
        return one_line(value) or None

    def name(self, name: str) -> str | None:
        """Return an optional string of no more than `LONGEST` characters."""
        value = self.text(name)
        if value is not None and len(value) > LONGEST:
            self._leave_out(name, "too-long", value)
            return None
        return value

    def label(self, name: str) -> str | None:
        """Return an optional name or whole number as a string."""
        value = self._raw.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self.name(name)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return an optional list of strings; one string alone counts as a list of one."""
        value = self._raw.get(name)
        if not isinstance(value, list):
            one = self.text(name)
            return (one,) if one else ()
        lines = (one_line(item) for item in value if isinstance(item, str))
        kept = tuple(line for line in lines if line)
        if len(kept) < len(value):
            self._leave_out(name, "wrong-type", value)
        return kept

    def moment(self, name: str, known: str | None = None) -> str | None:
        """Return an optional moment in UTC; where the producer says nothing, one that is known."""
        given = self.text(name) or known
        if given is None:
            return None
        try:
            moment, doubt = read_moment(given, self._received_at)
        except Unusable as exc:
            self._leave_out(name, str(exc), given)
            return None
        if doubt:
            self._leave_out(name, doubt, given)
        return moment

    def status(self) -> ArticleStatus:
        """Return the editorial status; `usable` where it is absent or unknown."""
        given = self.text("status")
        for known in get_args(ArticleStatus):
            if given == known:
                return known  # type: ignore[no-any-return]  # get_args is typed as Any
        if given is not None:
            self._leave_out("status", "unknown-value", given)
        return "usable"

    def unknown(self) -> dict[str, Any]:
        """Return the fields that the contract does not name, as sent."""
        return {name: value for name, value in self._raw.items() if name not in KNOWN}

    def problems(self) -> tuple[Problem, ...]:
        """Return what was wrong with the fields read so far."""
        return tuple(self._problems)

    def _leave_out(self, name: str, reason: str, value: Any) -> None:
        self._problems.append(Problem(field=name, reason=reason, value=str(value)[:QUOTED]))
