"""Names in plain letters, so that one spelt with and without accents is the same."""

import re
from unicodedata import combining, normalize

_GAP = re.compile(r"[\W_]+")


def plain(name: str) -> str:
    """Return a name in small letters without accents."""
    return "".join(c for c in normalize("NFKD", name.casefold()) if not combining(c))


def slug(name: str) -> str:
    """Return a name as `al-bayan-times`: what is no letter or digit becomes a hyphen."""
    return _GAP.sub("-", plain(name)).strip("-")
