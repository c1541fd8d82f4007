"""Article text, from HTML or plain text to the one form that offsets point into."""

import re
import unicodedata
from html import unescape

from streams.errors import Rejected
from streams.ingest.markup import Imprint, is_feed, is_markup, strip_markup

ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
INVISIBLE = dict.fromkeys(
    (
        *(c for c in range(0x20) if c != 0x0A),  # control characters but newline
        *range(0x7F, 0xA0),  # delete and the C1 controls
        0xAD,  # soft hyphen
        *range(0x200B, 0x2010),  # zero-width characters and direction marks
        *range(0x202A, 0x202F),  # direction embeddings, which can reorder what people see
        *range(0x2060, 0x2070),  # word joiner, direction isolates
        0xFEFF,  # byte order mark
        0xFFFD,  # replacement character
    )
)
NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
SPACES = re.compile(r"[^\S\n]+")


def read_text(given: str) -> tuple[str, Imprint]:
    """Return the normalised body, and what an HTML page says of itself.

    Raises `Rejected` for a whole feed, and where nothing readable is left.
    """
    if is_feed(given):
        raise Rejected("not-an-article", "`text` is an RSS or Atom feed: send each entry by itself")
    if is_markup(given):
        body, imprint = strip_markup(given)
        reason, detail = "only-markup", "`text` has markup but no words"
    else:
        body, imprint = _unescaped(given), Imprint()
        reason, detail = "empty", "`text` has no readable characters"
    body = normalise(body)
    if not any(map(str.isalnum, body)):
        raise Rejected(reason, detail)
    return body, imprint


def read_title(given: str | None) -> str | None:
    """Return a headline as one normalised line, or None."""
    if given is None:
        return None
    text = strip_markup(given)[0] if is_markup(given) else _unescaped(given)
    return one_line(text) or None


def one_line(text: str) -> str:
    """Return a text in NFC as one line, without invisible characters."""
    return normalise(text).replace("\n", " ")


def normalise(text: str) -> str:
    """Return the text in NFC, without invisible characters, one line per paragraph."""
    text = NEWLINES.sub("\n", text).replace("\t", " ")
    text = unicodedata.normalize("NFC", text.translate(INVISIBLE))
    lines = (SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _unescaped(text: str) -> str:
    return unescape(text) if ENTITY.search(text) else text
