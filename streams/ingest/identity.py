"""Who an article is: the same article keeps its key through every edit."""

from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

TRACKING = ("utm_", "fbclid", "gclid")
"""Query parameters that feeds append and that do not name another article."""


def content_hash(text: str) -> str:
    """Return 32 hex digits that are equal for equal texts."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


def article_key(outlet: str | None, url: str | None, producer_id: str | None, digest: str) -> str:
    """Return the article's identity: outlet with url, else with the producer's id, else content."""
    name = canonical(url) if url else producer_id or digest
    identity = f"{(outlet or '').casefold()}\n{name}"
    return "a-" + blake2b(identity.encode(), digest_size=8).hexdigest()


def canonical(url: str) -> str:
    """Return a URL without fragment and tracking parameters; one that is no URL stays as it is."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    kept = [(k, v) for k, v in parse_qsl(parts.query, True) if not k.startswith(TRACKING)]
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, urlencode(kept), ""))


def outlet_of(outlet: str | None, url: str | None) -> str | None:
    """Return the outlet as named, else the domain of the url, else None."""
    if outlet or not url:
        return outlet
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
